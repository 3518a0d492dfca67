/** Supervision (督办): the office asks about an overdue case in writing, the head of the department answers once. */
import { getVersion } from '#modules/catalogue';
import { getCaseRow, type CaseRow } from '#modules/cases';
import { calendarsOf, dueOn, shanghaiDay } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { getDepartment } from '#modules/offices';
import { nameOfAccounts, postHolders } from '#modules/people';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import type { CaseReminders, Reminder } from './contract.ts';
import { warned } from './events.ts';
import { warningProblems } from './problems.ts';
import { findReminder, insertReminder, remindersOf, saveAnswer, type ReminderRow } from './reminder-store.ts';
import { clockOf } from './watch-cases.ts';
import { holdersOf } from './who-is-told.ts';

/** Why nobody can be reminded of a case now: it is not overdue, or it stands still. */
export function obstacleTo(row: CaseRow, today: string): 'notOverdue' | 'standing' | null {
  const clock = clockOf(row);
  if (clock?.standing) return 'standing';
  const date = clock?.targetOn ?? clock?.fatalOn;
  return date && today > date ? null : 'notOverdue';
}

async function shown(ground: Ground, rows: readonly ReminderRow[]): Promise<Reminder[]> {
  const names = await nameOfAccounts(
    ground.db,
    rows.flatMap(({ askedBy, answeredBy }) => [askedBy, ...(answeredBy ? [answeredBy] : [])]),
  );
  return rows.map((row) => ({
    id: row.id,
    text: row.text,
    answerBy: row.answerBy,
    askedBy: names.get(row.askedBy) ?? '',
    askedAt: row.askedAt.toISOString(),
    answer: row.answer,
    answeredBy: (row.answeredBy && names.get(row.answeredBy)) ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
  }));
}

/** The reminders of a case, the newest first, and whether another one is possible now. */
export async function readReminders(ground: Ground, row: CaseRow): Promise<CaseReminders> {
  const rows = await remindersOf(ground.db, row.id);
  const waits = rows.some(({ answeredAt }) => answeredAt === null);
  const why = waits ? ('waits' as const) : obstacleTo(row, shanghaiDay(ground.clock.now()));
  return { rows: await shown(ground, rows), possible: why === null, why };
}

/** Puts a message into the inboxes of these accounts and refreshes their screens. */
async function announce(
  ground: Ground,
  tx: Tx,
  row: CaseRow,
  accounts: readonly string[],
  message: { template: 'reminderAsked' | 'reminderAnswered'; dueOn: string },
): Promise<void> {
  const [{ body }, { name }] = await Promise.all([
    getVersion(ground, row.itemId, row.itemVersion),
    getDepartment(tx, row.departmentId),
  ]);
  const facts = {
    caseNumber: row.number,
    itemName: body.plainName ?? body.name,
    itemNameEn: body.plainNameEn ?? body.nameEn ?? body.name,
    departmentName: name,
    dueOn: message.dueOn,
  };
  tell(
    ground,
    tx,
    accounts.map((accountId) => ({ accountId, subjectId: row.id, template: message.template, facts })),
  );
  for (const ownerId of accounts) emit(tx, warned, ownerId, { departmentId: null, ownerId });
  emit(tx, warned, row.departmentId, { departmentId: row.departmentId, ownerId: null });
}

/**
 * Asks in writing about an overdue case. The same `actionId` is the same act. Throws `warnings.notOverdue`, `standing`,
 * `remindedAlready`, `actionReused`.
 */
export async function remind(
  ground: Ground,
  accountId: string,
  row: CaseRow,
  asked: { actionId: string; text: string; days: number },
): Promise<Reminder> {
  const now = ground.clock.now();
  const today = shanghaiDay(now);
  const known = await findReminder(ground.db, asked.actionId);
  if (known && known.caseId !== row.id) throw warningProblems.actionReused();
  if (known) return (await shown(ground, [known]))[0]!;
  const obstacle = obstacleTo(row, today);
  if (obstacle) throw warningProblems[obstacle]();
  const { calendar } = calendarsOf(ground).latest;
  const answerBy = dueOn({ from: today, limit: { value: asked.days, unit: 'workingDay' }, calendar }).date;
  const reminder: ReminderRow = {
    id: asked.actionId,
    caseId: row.id,
    departmentId: row.departmentId,
    text: asked.text.trim(),
    answerBy,
    askedBy: accountId,
    askedAt: now,
    answer: null,
    answeredBy: null,
    answeredAt: null,
  };
  try {
    await ground.db.transaction(async (tx) => {
      insertReminder(tx, reminder);
      const roster = await postHolders(tx, [row.departmentId], [], today);
      await announce(ground, tx, row, holdersOf('head', row, roster), { template: 'reminderAsked', dueOn: answerBy });
    });
  } catch (error) {
    // The same act at the same moment: one of the two was first.
    const same = error instanceof Problem ? await findReminder(ground.db, asked.actionId) : undefined;
    if (same?.caseId !== row.id) throw error;
  }
  return (await shown(ground, [reminder]))[0]!;
}

/** Throws `warnings.noSuchReminder`. */
export async function getReminder(ground: Ground, id: string): Promise<ReminderRow> {
  const reminder = await findReminder(ground.db, id);
  if (!reminder) throw warningProblems.noSuchReminder();
  return reminder;
}

/** Answers a reminder, once; the same answer of the same person again changes nothing. Throws `warnings.answeredAlready`. */
export async function answerReminder(
  ground: Ground,
  accountId: string,
  reminder: ReminderRow,
  text: string,
): Promise<Reminder> {
  const answer = text.trim();
  await ground.db.transaction(async (tx) => {
    if (!(await saveAnswer(tx, reminder.id, answer, accountId, ground.clock.now()))) {
      const now = await findReminder(tx, reminder.id);
      if (now?.answeredBy === accountId && now.answer === answer) return;
      throw warningProblems.answeredAlready();
    }
    const row = await getCaseRow(tx, reminder.caseId);
    await announce(ground, tx, row, [reminder.askedBy], { template: 'reminderAnswered', dueOn: reminder.answerBy });
  });
  return (await shown(ground, [(await findReminder(ground.db, reminder.id))!]))[0]!;
}
