/** Recording a question and moving it one step on: state, clock, history and messages in one transaction. */
import { calendarsOf, shanghaiDay } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { findDepartment } from '#modules/offices';
import { nameOfAccounts, postHolders, staffOf } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import type { Reader, Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newCode } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import { rolesOf, type Actor } from '#platform/permissions';
import { Problem } from '#platform/problems';
import { questionStepped } from './events.ts';
import { afterOfficeMinutes, afterWorkingDays } from './office-time.ts';
import { firstaskedProblems } from './problems.ts';
import { after, mayHandOver, type Door, type HouseRule, type Kind, type Step } from './question.ts';
import { findQuestion, findStep, houseRule, insertQuestion, insertStep, lockQuestion, markOverdue, saveMove, type QuestionRow, type StepRow } from './store.ts'; // prettier-ignore

interface ToWhom {
  departmentId?: string;
  colleagueId?: string;
}
export interface Recorded extends ToWhom {
  actionId: string;
  door: Door;
  topic: string;
  askerName?: string;
  askerPhone?: string;
  answer?: string;
}
export interface Deed extends ToWhom {
  actionId: string;
  text?: string;
}

/** The department that gets it, in service, and the colleague, who has a post there. */
async function receiverOf(tx: Tx, { departmentId, colleagueId }: ToWhom, at: Date) {
  const department = departmentId ? await findDepartment(tx, departmentId) : undefined;
  if (!department || department.retiredAt) throw firstaskedProblems.noSuchDepartment();
  if (!colleagueId) return { colleagueName: null };
  const staff = await staffOf(tx, department.id, shanghaiDay(at));
  const colleague = staff.find(({ accountId }) => accountId === colleagueId);
  if (!colleague) throw firstaskedProblems.noSuchColleague();
  return { colleagueName: colleague.name };
}

/** Whether a step that was taken is this one: on this question, by whom, in which words, and to whom it gave the question. */
async function isSame(reader: Reader, row: QuestionRow, known: StepRow, by: Actor, kind: Kind, deed: Deed): Promise<boolean> {
  const { departmentId = null, colleagueId = null } = deed;
  const said = { questionId: row.id, kind, accountId: by.accountId!, body: deed.text?.trim() ?? '', departmentId };
  if (!isAsSaid(known, said)) return false;
  if (departmentId === null) return true;
  if (known.seq === row.seq) return isAsSaid(row, { colleagueId });
  // A step has the name alone: who it was the question says until its next step.
  const names = await nameOfAccounts(reader, colleagueId ? [colleagueId] : []);
  return isAsSaid(known, { colleagueName: names.get(colleagueId ?? '') ?? null });
} // prettier-ignore

/** Whether what was recorded is this. Who asked is not compared once that is forgotten. */
async function isRecorded(reader: Reader, row: QuestionRow, actor: Actor, said: Recorded): Promise<boolean> {
  const { door, topic, askerName = '', askerPhone = '', answer, ...deed } = said;
  const asker = row.forgottenAt ? {} : { askerName: askerName.trim(), askerPhone: askerPhone.trim() };
  const known = await findStep(reader, row.id);
  if (!known || !isAsSaid(row, { door, topic: topic.trim(), ...asker })) return false;
  return isSame(reader, row, known, actor, 'ask', { ...deed, text: answer ?? '' });
}

/** Stores a question; the same `actionId` of the same person in the same words is the same one. Throws `sayWhat`, `noSuchDepartment`, `noSuchColleague`, `actionReused`. */
export async function recordQuestion(ground: Ground, actor: Actor, said: Recorded): Promise<QuestionRow> {
  const known = await findQuestion(ground.db, said.actionId);
  if (known && !(await isRecorded(ground.db, known, actor, said))) throw firstaskedProblems.actionReused();
  if (known) return known;
  const answer = said.answer?.trim() ?? '';
  const { departmentId = null, colleagueId = null } = said;
  if ((answer === '') === (departmentId === null)) throw firstaskedProblems.sayWhat();
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const serial = await takeNumber(ground.db, `firstasked/${today.slice(0, 4)}`, 10);
  const post = actor.posts.find((one) => one.departmentId !== null) ?? actor.posts[0];
  const handed = departmentId !== null;
  const { calendar } = calendarsOf(ground).latest;
  const rule = await houseRule(ground.db);
  const row: QuestionRow = {
    id: said.actionId,
    number: `SW${today.slice(0, 4)}-${String(serial).padStart(4, '0')}`,
    code: newCode(10),
    door: said.door,
    outletId: actor.posts.find((one) => one.outletId !== null)?.outletId ?? null,
    firstId: actor.accountId!,
    firstName: actor.name,
    firstDepartmentId: post?.departmentId ?? null,
    topic: said.topic.trim(),
    askerName: said.askerName?.trim() ?? '',
    askerPhone: said.askerPhone?.trim() ?? '',
    state: handed ? 'handedOver' : 'answered',
    seq: 1,
    departmentId,
    colleagueId,
    handOvers: handed ? 1 : 0,
    final: false,
    askedAt: at,
    askedOn: today,
    changedAt: at,
    dueAt: handed ? afterOfficeMinutes(at, rule.acknowledgeMinutes, calendar) : null,
    acknowledgedAt: null,
    answeredAt: handed ? null : at,
    answer,
    late: false,
    toldAt: null,
    forgottenAt: null,
  };
  try {
    await ground.db.transaction(async (tx) => {
      const { colleagueName } = handed ? await receiverOf(tx, said, at) : { colleagueName: null };
      insertQuestion(tx, row);
      note(tx, row, 'ask', actor, { actionId: row.id, text: answer }, colleagueName, false);
      await tellReceivers(ground, tx, row, 'ask', rule);
    });
  } catch (error) {
    // The same act at the same moment: one of the two was first.
    const same = error instanceof Problem ? await findQuestion(ground.db, row.id) : undefined;
    if (!same || !(await isRecorded(ground.db, same, actor, said))) throw error;
    return same;
  }
  return row;
}

/** The line of the history and the event of a step. */
function note(
  tx: Tx,
  row: QuestionRow,
  kind: Kind,
  by: Actor,
  deed: Deed,
  colleagueName: string | null,
  late: boolean,
): void {
  // prettier-ignore
  const { id: questionId, seq, state, changedAt: at, departmentId, firstId: ownerId } = row;
  const where = kind === 'ask' || kind === 'handOver' ? departmentId : null;
  insertStep(tx, { id: deed.actionId, questionId, seq, kind, state, at, accountId: by.accountId!, saidBy: by.name, body: deed.text?.trim() ?? '', departmentId: where, colleagueName, late }); // prettier-ignore
  emit(tx, questionStepped, questionId, { kind, state, departmentId, ownerId });
}

/**
 * Takes a step on a question that was read as belonging to `seen`; the same `actionId` of the same person in the same words is the same
 * act. Throws `wrongStep`, `officeDecides`, `isFinal`, `noSuchDepartment`, `noSuchColleague`, `actionReused`.
 */
export async function takeStep(
  ground: Ground,
  actor: Actor,
  { id, departmentId: seen }: Pick<QuestionRow, 'id' | 'departmentId'>,
  kind: Step,
  deed: Deed,
): Promise<QuestionRow> {
  const at = ground.clock.now();
  const { calendar } = calendarsOf(ground).latest;
  return ground.db.transaction(async (tx) => {
    const row = await lockQuestion(tx, id);
    const known = await findStep(tx, deed.actionId);
    if (known && !(await isSame(tx, row, known, actor, kind, deed))) throw firstaskedProblems.actionReused();
    if (known) return row;
    const state = after(row.state, kind);
    // Whoever was allowed to act for one department does not act for another to which it was given meanwhile.
    if (!state || row.departmentId !== seen) throw firstaskedProblems.wrongStep({ state: row.state, step: kind });
    const rule = await houseRule(tx);
    const byOffice = rolesOf(actor).includes('office');
    if (kind === 'handOver' && !mayHandOver(row.handOvers, rule, byOffice)) throw firstaskedProblems.officeDecides();
    if (kind === 'giveBack' && row.final) throw firstaskedProblems.isFinal();
    const { colleagueName } = kind === 'handOver' ? await receiverOf(tx, deed, at) : { colleagueName: null };
    const late = row.dueAt !== null && at > row.dueAt;
    const moved: QuestionRow = {
      ...row,
      state,
      seq: row.seq + 1,
      changedAt: at,
      late: row.late || late,
      dueAt: dueOf(kind, at, rule, calendar),
      ...changeOf(row, kind, deed, rule, byOffice, at),
    };
    saveMove(tx, moved);
    note(tx, moved, kind, actor, deed, colleagueName, late);
    await tellReceivers(ground, tx, moved, kind, rule);
    return moved;
  });
}

function dueOf(kind: Step, at: Date, rule: HouseRule, calendar: Parameters<typeof afterOfficeMinutes>[2]): Date | null {
  if (kind === 'settle') return null;
  if (kind === 'acknowledge') return afterWorkingDays(at, rule.answerDays, calendar);
  return afterOfficeMinutes(at, rule.acknowledgeMinutes, calendar);
}

function changeOf(
  row: QuestionRow,
  kind: Step,
  deed: Deed,
  rule: HouseRule,
  byOffice: boolean,
  at: Date,
): Partial<QuestionRow> {
  // prettier-ignore
  switch (kind) {
    case 'handOver':
      return {
        departmentId: deed.departmentId!,
        colleagueId: deed.colleagueId ?? null,
        handOvers: row.handOvers + 1,
        // Past the limit it is a ruling.
        final: byOffice && row.handOvers >= rule.handOvers,
        acknowledgedAt: null,
      };
    case 'acknowledge':
      return { acknowledgedAt: at };
    case 'giveBack':
      return { colleagueId: null, acknowledgedAt: null };
    case 'settle':
      return { answeredAt: at, answer: deed.text!.trim() };
  }
}

const factsOf = (row: QuestionRow) => ({ itemName: row.topic.slice(0, 60), caseNumber: row.number });

/** The department where it lies: what came back with whoever was asked first, or with the service office (null) once that one says whose it is. */
const liesAt = (row: QuestionRow, rule: HouseRule): string | null => {
  if (row.state !== 'returned') return row.departmentId;
  return mayHandOver(row.handOvers, rule, false) ? row.firstDepartmentId : null;
};

/**
 * Where it lies now hears of it: who is named, else the heads of the department; whoever was asked first, of what came back and of the answer;
 * the service office, of what came back and is for it to decide.
 */
async function tellReceivers(ground: Ground, tx: Tx, row: QuestionRow, kind: Kind, rule: HouseRule): Promise<void> {
  const facts = factsOf(row);
  if (kind === 'giveBack' || kind === 'settle') {
    const template = kind === 'giveBack' ? 'questionReturned' : 'questionAnswered';
    const decides = kind === 'giveBack' && !mayHandOver(row.handOvers, rule, false);
    const accounts = new Set([row.firstId, ...(decides ? (await headsOf(ground, tx, []))(null) : [])]);
    tell(
      ground,
      tx,
      [...accounts].map((accountId) => ({ accountId, subjectId: null, template, facts })),
    );
  } else if (row.state === 'handedOver') {
    const accounts = row.colleagueId
      ? [row.colleagueId]
      : (await headsOf(ground, tx, [row.departmentId]))(row.departmentId);
    tell(ground, tx, accounts.map((accountId) => ({ accountId, subjectId: null, template: 'questionHandedOver' as const, facts }))); // prettier-ignore
  }
}

/** Who hears for each of these departments, read at once: its heads, who stands in for those who are away, and without a head the office. */
async function headsOf(ground: Ground, tx: Tx, departmentIds: readonly (string | null)[]) {
  const departments = new Set(departmentIds.flatMap((id) => id ?? []));
  const holders = await postHolders(tx, [...departments], [], shanghaiDay(ground.clock.now()));
  return (departmentId: string | null): string[] => {
    const heads = holders.filter(({ role, departmentId: of }) => role === 'head' && of === departmentId);
    const chosen = departmentId && heads.length > 0 ? heads : holders.filter(({ role }) => role === 'office');
    return [...new Set(chosen.map(({ accountId, standInId }) => standInId ?? accountId))];
  };
}

/**
 * Tells once of what is overdue: the heads where it lies, and whoever was asked first; what came back lies where that one works, who may be away
 * or gone, until the service office has to say whose it is. Safe to run twice. Returns how many.
 */
export async function tellOverdue(ground: Ground): Promise<number> {
  const atOnce = 100;
  let told = 0;
  for (let more = true; more;) {
    const count = await ground.db.transaction(async (tx) => {
      const rows = await markOverdue(tx, ground.clock.now(), atOnce);
      const rule = await houseRule(tx);
      const heads = await headsOf(ground, tx, rows.map((row) => liesAt(row, rule))); // prettier-ignore
      const notices = rows.flatMap((row) => {
        const accounts = new Set([...heads(liesAt(row, rule)), row.firstId]);
        return [...accounts].map((accountId) => ({ accountId, subjectId: null, template: 'questionOverdue' as const, facts: factsOf(row) })); // prettier-ignore
      });
      tell(ground, tx, notices);
      return rows.length;
    });
    told += count;
    more = count === atOnce;
  }
  return told;
}
