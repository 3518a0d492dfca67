/** SQL of the reminders of stewards. */
import { prepared, type Reader, type Tx } from '#platform/db';

export interface ReminderRow {
  id: string;
  projectId: string;
  accountId: string;
  onDay: string;
  what: string;
  nextAt: Date | null;
}

const insertRow = prepared(
  'insert into projects.reminder (id, project_id, account_id, on_day, what, next_at) values ($1, $2, $3, $4, $5, $6)',
);
const ofProject = prepared<ReminderRow>(
  'select * from projects.reminder where project_id = $1 and on_day >= $2 order by on_day, id limit 50',
);
const due = prepared<ReminderRow & { number: string; name: string; stewardId: string }>(
  `select r.*, p.number, p.name, p.steward_id from projects.reminder r join projects.project p on p.id = r.project_id
    where r.next_at <= $1 order by r.next_at limit 200 for update of r skip locked`,
);
const setTold = prepared('update projects.reminder set next_at = null where id = any($1::uuid[])');

export const insertReminder = (tx: Tx, row: ReminderRow): void =>
  tx.write(insertRow(row.id, row.projectId, row.accountId, row.onDay, row.what, row.nextAt));
/** Reminders from a day on, the next first. */
export const remindersOf = (reader: Reader, projectId: string, from: string): Promise<ReminderRow[]> =>
  reader.many(ofProject(projectId, from));
export const dueReminders = (tx: Tx, at: Date) => tx.many(due(at));
export const markTold = (tx: Tx, ids: readonly string[]): void => tx.write(setTold([...ids]));
