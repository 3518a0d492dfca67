/** Moving a complaint one step on: state, clock, history and messages in one transaction. */
import { shanghaiDay } from '#modules/deadlines';
import { nameOfAccounts } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { after, barOf, byComplainer, departmentFor, isOpen, type Step } from './complaint.ts';
import { complaintStepped } from './events.ts';
import { dueFrom } from './make-complaint.ts';
import { aboutOf, handlesFor, officialOf, tellAbout, tellComplainer, tellHandler, tellLeaders } from './officials.ts';
import { complaintProblems } from './problems.ts';
import { findStep, houseRule, insertStep, lockComplaint, markOverdue, saveMove, silentBefore, type ComplaintRow, type StepRow } from './store.ts'; // prettier-ignore

export interface Deed {
  actionId: string;
  text?: string;
  handlerId?: string;
  aboutId?: string;
  satisfied?: boolean;
}
export interface By {
  accountId: string | null;
  name: string;
}

/** Time itself, or somebody whom the history does not name. */
const system: By = { accountId: null, name: '' };

/**
 * Takes a step on a complaint as it was read; the same `actionId` in the same words is the same act. Throws `wrongStep`, `mustNotHandle`,
 * `noSuchColleague`, `nobodyNamed`, `actionReused`.
 */
export const takeStep = (ground: Ground, by: By, seen: ComplaintRow, kind: Step, deed: Deed): Promise<ComplaintRow> =>
  ground.db.transaction(async (tx) => {
    const row = await lockComplaint(tx, seen.id);
    const known = await findStep(tx, deed.actionId);
    if (known && !(await isSame(tx, row, known, by, kind, deed))) throw complaintProblems.actionReused();
    if (known) return row;
    // Whoever was allowed to act on it as it was is not, when it was given to somebody else meanwhile, or turned out to be about another one.
    if (row.handlerId !== seen.handlerId || row.aboutId !== seen.aboutId) throw complaintProblems.wrongStep({ state: row.state }); // prettier-ignore
    return move(ground, tx, row, by, kind, deed);
  });

/** Whether a step that was taken is this one: on this complaint, by whom, in which words, and whom it named. */
async function isSame(tx: Tx, row: ComplaintRow, known: StepRow, by: By, kind: Step, deed: Deed): Promise<boolean> {
  const { handlerId, aboutId } = deed;
  const ids = [handlerId, aboutId].flatMap((id) => id ?? []);
  const names = await nameOfAccounts(tx, ids);
  const named = { handlerName: names.get(handlerId ?? '') ?? null, aboutName: names.get(aboutId ?? '') ?? null };
  const body = textOf(named, kind, deed);
  // The words of a step have the name alone: which of two with the same name it was, the complaint says until its next step.
  const who = { ...(handlerId ? { handlerId } : {}), ...(aboutId ? { aboutId } : {}) };
  return (
    isAsSaid(known, { complaintId: row.id, kind, accountId: by.accountId, body }) &&
    (known.seq < row.seq || isAsSaid(row, who))
  );
}

/** The same for a row that is locked. */
async function move(ground: Ground, tx: Tx, row: ComplaintRow, by: By, kind: Step, deed: Deed): Promise<ComplaintRow> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const state = after(row, kind);
  if (!state) throw complaintProblems.wrongStep({ state: row.state, step: kind });
  const late = kind === 'answer' && row.dueOn !== null && today > row.dueOn;
  const moved: ComplaintRow = {
    ...row,
    state,
    seq: row.seq + 1,
    changedAt: at,
    late: row.late || late,
    ...(await changeOf(ground, tx, row, by, kind, deed, at)),
  };
  if (moved.state === 'closed') moved.dueOn = null;
  saveMove(tx, moved);
  // Whoever complained stands in the complaint alone.
  const { accountId, name } = byComplainer(kind, row.door) ? system : by;
  insertStep(tx, { id: deed.actionId, complaintId: row.id, seq: moved.seq, kind, state: moved.state, at, accountId, saidBy: name, body: textOf(moved, kind, deed), late }); // prettier-ignore
  emit(tx, complaintStepped, row.id, { kind, state: moved.state, ownerOnly: true });
  if (kind === 'assign' && moved.handlerId !== by.accountId) tellHandler(ground, tx, moved);
  if (kind === 'askStatement') tellAbout(ground, tx, moved);
  if (kind === 'state') tellHandler(ground, tx, moved);
  if (kind === 'answer') tellComplainer(ground, tx, moved);
  if (moved.state === 'reopened' || (kind === 'identify' && !moved.handlerId)) await tellLeaders(ground, tx, [moved], 'complaintMade'); // prettier-ignore
  return moved;
}

const textOf = (moved: Pick<ComplaintRow, 'handlerName' | 'aboutName'>, kind: Step, deed: Deed): string =>
  kind === 'assign' || kind === 'identify'
    ? [kind === 'assign' ? moved.handlerName : moved.aboutName, deed.text?.trim()].filter(Boolean).join('：')
    : (deed.text?.trim() ?? '');

async function changeOf(
  ground: Ground,
  tx: Tx,
  row: ComplaintRow,
  by: By,
  kind: Step,
  deed: Deed,
  at: Date,
): Promise<Partial<ComplaintRow>> {
  const today = shanghaiDay(at);
  const text = deed.text?.trim() ?? '';
  switch (kind) {
    case 'assign':
      return handledBy(tx, row, deed.handlerId!, at);
    case 'identify':
      // That it is about oneself is for somebody else to say: it is given to a colleague first.
      if (deed.aboutId === by.accountId) throw complaintProblems.mustNotHandle({ bar: 'self' });
      return isAbout(tx, row, deed.aboutId!, at);
    case 'askStatement':
      if (!row.aboutId) throw complaintProblems.nobodyNamed();
      return { question: text, statement: '' };
    case 'state':
      if (!row.question) throw complaintProblems.wrongStep({ state: row.state, step: kind });
      return { statement: text };
    case 'answer': {
      const { silentDays } = await houseRule(tx);
      return { answer: text, answeredAt: at, answeredById: by.accountId, dueOn: dueFrom(ground, today, silentDays) };
    }
    case 'satisfy':
      return { satisfied: true };
    case 'reopen': {
      const { answerDays } = await houseRule(tx);
      if (row.reopened) return { satisfied: false };
      return { satisfied: false, reopened: true, handlerId: null, handlerName: null, dueOn: dueFrom(ground, today, answerDays), toldAt: null }; // prettier-ignore
    }
    case 'close':
      return {};
  }
}

/** Somebody who may: `barOf` says no to the one complained about, their subordinates, and who answered it before. */
async function handledBy(tx: Tx, row: ComplaintRow, handlerId: string, at: Date): Promise<Partial<ComplaintRow>> {
  const [handler, about, names] = [
    await officialOf(tx, handlerId, at),
    await aboutOf(tx, row.aboutId, at),
    await nameOfAccounts(tx, [handlerId]),
  ];
  const handlerName = names.get(handlerId);
  if (!handler || !handlerName) throw complaintProblems.noSuchColleague();
  const bar = barOf(handler, about, row.answeredById);
  if (bar || !handlesFor(handler, row.departmentId)) throw complaintProblems.mustNotHandle({ bar: bar ?? 'noPost' });
  return { handlerId, handlerName };
}

/** It turns out whom it is about: the department follows, and a handler who then must not handle it has it no more. */
async function isAbout(tx: Tx, row: ComplaintRow, aboutId: string, at: Date): Promise<Partial<ComplaintRow>> {
  const [about, handler, names] = [
    (await aboutOf(tx, aboutId, at))!,
    await officialOf(tx, row.handlerId!, at),
    await nameOfAccounts(tx, [aboutId]),
  ];
  const aboutName = names.get(aboutId);
  if (about.posts.length === 0 || !aboutName) throw complaintProblems.noSuchColleague();
  const change = { aboutId, aboutName, departmentId: departmentFor(about, row.departmentId), question: '', statement: '' }; // prettier-ignore
  const stays = handler && handlesFor(handler, change.departmentId) && !barOf(handler, about, row.answeredById);
  if (stays) return change;
  return { ...change, state: row.reopened ? 'reopened' : 'received', handlerId: null, handlerName: null };
}

const atOnce = 100;

/** Tells once of answers that are overdue, and closes what nobody said a word about. Safe to run twice. Returns how many of both. */
export async function sweepComplaints(ground: Ground): Promise<{ told: number; closed: number }> {
  const today = shanghaiDay(ground.clock.now());
  const swept = { told: 0, closed: 0 };
  for (let more = true; more;) {
    const count = await ground.db.transaction(async (tx) => {
      const rows = await markOverdue(tx, today, ground.clock.now(), atOnce);
      await tellLeaders(ground, tx, rows.filter(({ state }) => isOpen(state)), 'complaintOverdue'); // prettier-ignore
      return rows.length;
    });
    swept.told += count;
    more = count === atOnce;
  }
  for (let more = true; more;) {
    const count = await ground.db.transaction(async (tx) => {
      const rows = await silentBefore(tx, today, atOnce);
      for (const row of rows) await move(ground, tx, row, system, 'close', { actionId: newId() });
      return rows.length;
    });
    swept.closed += count;
    more = count === atOnce;
  }
  return swept;
}
