/** SQL of reminders. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { warningProblems } from './problems.ts';

/** What the office asks of a department about an overdue case (督办单). */
export interface ReminderRow {
  id: string;
  caseId: string;
  departmentId: string;
  text: string;
  /** The day by which it is to be answered. */
  answerBy: string;
  askedBy: string;
  askedAt: Date;
  answer: string | null;
  answeredBy: string | null;
  answeredAt: Date | null;
}

ownConstraints({
  reminder_pkey: () => warningProblems.actionReused(),
  reminder_open_once: () => warningProblems.remindedAlready(),
});

const insert = prepared(
  `insert into warnings.reminder (id, case_id, department_id, text, answer_by, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6, $7)`,
);
export const insertReminder = (tx: Tx, row: ReminderRow): void =>
  tx.write(insert(row.id, row.caseId, row.departmentId, row.text, row.answerBy, row.askedBy, row.askedAt));

const byId = prepared<ReminderRow>('select * from warnings.reminder where id = $1');
export const findReminder = (reader: Reader, id: string) => reader.maybe(byId(id));

/** Of a case, the newest first. */
export const remindersOf = (reader: Reader, caseId: string): Promise<ReminderRow[]> =>
  reader.many(
    sql<ReminderRow>`select * from warnings.reminder where case_id = ${caseId} order by asked_at desc, id desc limit 100`,
  );

const answer = prepared<{ id: string }>(
  `update warnings.reminder set answer = $2, answered_by = $3, answered_at = $4 where id = $1 and answered_at is null returning id`,
);
/** Undefined when it was answered before. */
export const saveAnswer = (tx: Tx, id: string, text: string, by: string, at: Date) =>
  tx.maybe(answer(id, text, by, at));
