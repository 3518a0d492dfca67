/** Moving a request one step on: state, history and messages in one transaction. */
import { findWindow } from '#modules/offices';
import { nameOfAccounts, postsNow } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import { startOfDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { afterhoursStepped } from './events.ts';
import { afterhoursProblems } from './problems.ts';
import { after, possibleFrom, type Step } from './request.ts';
import {
  findStep,
  insertStep,
  lockDay,
  lockRequest,
  offersAt,
  readSteps,
  saveMove,
  staysOn,
  takenAt,
  type RequestRow,
  type StepRow,
} from './store.ts';
import { knownOf, tellDecision, type Known } from './tell-others.ts';
import { clashOf } from './times.ts';

export interface Deed {
  actionId: string;
  /** What is told: the reason of a refusal, a remark. */
  text?: string;
  staffId?: string;
  windowId?: string;
  matters?: number;
  caseNumbers?: readonly string[];
  /** When it began, recorded later. */
  startedAt?: Date;
  endedAt?: Date;
  /** By the service office, for a colleague: it may record an end after the time that was granted. */
  confirmed?: boolean;
}
export interface By {
  accountId: string | null;
  name: string;
}

/** Takes a step; the same `actionId` with the same words and choices is the same act. What can go wrong is in the contract. */
export async function takeStep(ground: Ground, by: By, id: string, kind: Step, deed: Deed): Promise<RequestRow> {
  return ground.db.transaction(async (tx) => {
    const row = await lockRequest(tx, id);
    const known = await findStep(tx, deed.actionId);
    if (known && !(await isSame(tx, row, known, by, kind, deed))) throw afterhoursProblems.actionReused();
    if (known) return row;
    return move(ground, tx, row, by, kind, deed, await knownOf(tx, [row]));
  });
}

const numbersOf = (deed: Deed): string[] => (deed.caseNumbers ?? []).map((number) => number.trim());

/** Whether a step that was taken is this one: on this request, by whom, in which words, and what it made of the request. */
async function isSame(tx: Tx, row: RequestRow, known: StepRow, by: By, kind: Step, deed: Deed): Promise<boolean> {
  const { accountId } = by;
  if (!isAsSaid(known, { requestId: row.id, kind, accountId, body: deed.text?.trim() ?? '' })) return false;
  if (kind === 'start') return isAsSaid(row, { startedAt: deed.startedAt ?? known.at });
  if (kind === 'finish') {
    // Cases lead to who asked: they are forgotten with them.
    const caseNumbers = row.forgottenAt ? row.caseNumbers : numbersOf(deed);
    return isAsSaid(row, { endedAt: deed.endedAt ?? known.at, matters: deed.matters!, caseNumbers });
  }
  if (kind !== 'grant') return true;
  // Granted anew since, the request no more says who was to stay at first.
  const isAnew = (await readSteps(tx, row.id)).some((step) => step.kind === 'grant' && step.seq > known.seq);
  return isAnew || isAsSaid(row, { staffId: deed.staffId!, windowId: deed.windowId! });
}

/** The same for a row that is locked; `known` is read for all rows that are moved together. */
export async function move(
  ground: Ground,
  tx: Tx,
  row: RequestRow,
  by: By,
  kind: Step,
  deed: Deed,
  known: Known,
): Promise<RequestRow> {
  const at = ground.clock.now();
  const state = after(row.state, kind);
  if (!state) throw afterhoursProblems.wrongStep({ state: row.state, step: kind });
  const text = deed.text?.trim() ?? '';
  const moved: RequestRow = {
    ...row,
    state,
    seq: row.seq + 1,
    changedAt: at,
    ...(await changeOf(tx, row, kind, deed, at)),
  };
  saveMove(tx, moved);
  // Whoever asked stands in the request alone.
  const { accountId, name } = kind === 'cancel' ? { accountId: null, name: '' } : by;
  insertStep(tx, { id: deed.actionId, requestId: row.id, seq: moved.seq, kind, state, at, accountId, saidBy: name, body: text }); // prettier-ignore
  tellDecision(ground, tx, moved, row, known);
  const { outletId, departmentId } = row;
  emit(tx, afterhoursStepped, row.id, { kind, state, outletId, departmentId });
  return moved;
}

async function changeOf(tx: Tx, row: RequestRow, kind: Step, deed: Deed, at: Date): Promise<Partial<RequestRow>> {
  const from = possibleFrom(kind, row.beginsAt);
  if (from && at < from) throw afterhoursProblems.tooEarly();
  switch (kind) {
    case 'grant':
      return staying(tx, row, deed, at);
    case 'refuse':
      return { reason: deed.text!.trim() };
    case 'start':
      return starting(row, deed, at);
    case 'cancel':
      // Who stays has come: whether nobody else has is for them to say, and counts for them.
      if (at >= row.beginsAt) throw afterhoursProblems.begun();
      return {};
    case 'finish':
      return ending(row, deed, at);
    default:
      return {};
  }
}

/** Who stays where, if both are free then and a place is left. */
async function staying(tx: Tx, row: RequestRow, deed: Deed, at: Date): Promise<Partial<RequestRow>> {
  const [staffId, windowId] = [deed.staffId!, deed.windowId!];
  // What has begun is served or was missed: nobody is sent for it any more.
  if (row.state === 'asked' && at >= row.endsAt)
    throw afterhoursProblems.wrongStep({ state: row.state, step: 'grant' });
  lockDay(tx, row.day);
  const [window, posts, names, offers, taken, stays] = [
    await findWindow(tx, windowId),
    await postsNow(tx, staffId, at),
    await nameOfAccounts(tx, [staffId]),
    await offersAt(tx, row.outletId),
    await takenAt(tx, row.outletId, row.day),
    await staysOn(tx, row.day, row.outletId, [staffId]),
  ];
  if (!window || window.retiredAt || window.outletId !== row.outletId) throw afterhoursProblems.noSuchWindow();
  const serving = posts.filter(({ role }) => role !== 'auditor' && role !== 'admin');
  const staffName = names.get(staffId);
  if (serving.length === 0 || !staffName) throw afterhoursProblems.noSuchColleague();
  const places = offers.find(({ period }) => period === row.period)?.places ?? 0;
  const used = taken.find(({ day, period }) => day === row.day && period === row.period)?.taken ?? 0;
  if (row.state === 'asked' && used >= places) throw afterhoursProblems.timeFull();
  const others = stays.filter(({ id }) => id !== row.id);
  const clash = clashOf({ staffId, windowId, beginsAt: row.beginsAt, endsAt: row.endsAt }, others);
  if (clash === 'staff') throw afterhoursProblems.colleagueBusy();
  if (clash === 'window') throw afterhoursProblems.windowBusy();
  const staffDepartmentId =
    serving.find(({ departmentId }) => departmentId !== null)?.departmentId ?? window.departmentId ?? row.departmentId;
  return { staffId, staffName, staffDepartmentId, windowId, windowNumber: window.number, reason: '' };
}

/** The beginning, within what was granted: what was forgotten is recorded later with its time, also on another day. */
function starting(row: RequestRow, deed: Deed, at: Date): Partial<RequestRow> {
  const startedAt = deed.startedAt ?? at;
  const wrong = startedAt > at || startedAt < possibleFrom('start', row.beginsAt)! || startedAt > row.endsAt;
  if (wrong) throw afterhoursProblems.wrongStart();
  return { startedAt };
}

/**
 * The end, on the day of the service; what was forgotten is recorded later with its time. Nobody credits themselves with more than was
 * granted.
 */
function ending(row: RequestRow, deed: Deed, at: Date): Partial<RequestRow> {
  const endedAt = deed.endedAt ?? at;
  const midnight = startOfDay(row.day).getTime() + 86_400_000;
  if (endedAt > at || endedAt < row.startedAt! || endedAt.getTime() > midnight) throw afterhoursProblems.wrongEnd();
  if (endedAt > row.endsAt && !deed.confirmed) throw afterhoursProblems.beyondGrant();
  const caseNumbers = numbersOf(deed);
  if (caseNumbers.length > deed.matters!) throw afterhoursProblems.mattersTooFew();
  // Who asked is forgotten already: the cases would lead to them once more.
  return { endedAt, matters: deed.matters!, caseNumbers: row.forgottenAt ? [] : caseNumbers };
}
