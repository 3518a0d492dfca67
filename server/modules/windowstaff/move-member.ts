/** Moving somebody one step on: what has to be so before, state and history in one transaction. */
import { addDays, daysBetween, shanghaiDay } from '#modules/deadlines';
import { leaveWindow, shiftToday } from '#modules/hall';
import { tell } from '#modules/notices';
import { endPost, lastingPosts } from '#modules/people';
import { isAsSaid } from '#platform/canonical';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { memberMoved } from './events.ts';
import { afterStep, counts, isOver, type MemberStep } from './member.ts';
import {
  findStep,
  getMember,
  insertSteps,
  listQualifications,
  listThings,
  lockMember,
  saveMove,
  type MemberRow,
  type StepRow,
} from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import { standardAt } from './read-member.ts';
import { checkOwn, probationEnd } from './send-member.ts';
import type { Standard } from './standard.ts';
import { trainingOf } from './training-store.ts';

export interface Deed {
  actionId: string;
  reason?: string;
  accountId?: string;
  untilOn?: string;
  /** What happened to the things that were not returned. */
  lost?: string;
}

/** Nobody decides about themselves, and who sent somebody does not let them in. */
function checkWho(row: MemberRow, actor: Actor, kind: MemberStep): void {
  if (kind === 'withdraw') return;
  if (row.accountId !== null && row.accountId === actor.accountId) throw windowStaffProblems.notYourself();
  if ((kind === 'admit' || kind === 'refuse') && row.sentBy === actor.accountId)
    throw windowStaffProblems.senderDecides();
}

/** What the file says of a step: why, and what became of the things. */
const bodyOf = ({ reason, lost }: Deed): string => [reason?.trim(), lost?.trim()].filter(Boolean).join('；');

/** Whether a step that was taken is the one that comes again. The account of a file is chosen by one step only, so it still says which it was. */
const isSameStep = (taken: StepRow, row: MemberRow, actor: Actor, kind: MemberStep, deed: Deed): boolean =>
  isAsSaid(taken, { memberId: row.id, kind, accountId: actor.accountId, body: bodyOf(deed) }) &&
  (kind !== 'extend' || taken.untilOn === deed.untilOn) &&
  (deed.accountId === undefined || deed.accountId === row.accountId);

/** Whose file it is once they are in: chosen once, of the department that sends them, and not of whoever decides. */
async function checkAdmitted(tx: Tx, row: MemberRow, actor: Actor, deed: Deed, at: Date): Promise<void> {
  const accountId = deed.accountId ?? row.accountId;
  if (!accountId) throw windowStaffProblems.accountNeeded();
  if (row.accountId && row.accountId !== accountId) throw windowStaffProblems.otherAccount();
  if (accountId === actor.accountId) throw windowStaffProblems.notYourself();
  await checkOwn(tx, accountId, row.departmentId, at);
}

/** Throws what is missing before the step. */
async function checkBefore(tx: Tx, row: MemberRow, kind: MemberStep, deed: Deed, standard: Standard, today: string) {
  if (kind === 'begin') {
    const minutes = await trainingOf(tx, row.id, today);
    if (minutes < standard.trainingMinutes)
      throw windowStaffProblems.trainingLacking({ minutes, needed: standard.trainingMinutes });
  }
  if (kind === 'extend') {
    // All extensions together, counted from the end that the probation had at first.
    const last = addDays(probationEnd(row.probationFrom!, standard), standard.extensionDays);
    const until = deed.untilOn!;
    if (until <= row.probationUntil! || until < today || until > last)
      throw windowStaffProblems.wrongDay({
        from: [addDays(row.probationUntil!, 1), today].toSorted().at(-1),
        until: last,
      });
  }
  if (kind === 'confirm') {
    const from = addDays(row.probationUntil!, -standard.confirmDaysBefore);
    if (today < from && daysBetween(row.probationFrom!, today) < standard.probationDays)
      throw windowStaffProblems.tooEarly({ from });
    const held = await listQualifications(tx, [row.id]);
    if (!held.some((one) => counts(one, today))) throw windowStaffProblems.qualificationLacking();
  }
  if (kind === 'leave' && !deed.lost) {
    const out = (await listThings(tx, row.id)).filter(({ returnedAt }) => returnedAt === null);
    if (out.length > 0) throw windowStaffProblems.thingsOut({ things: out.map(({ name }) => name) });
  }
}

/** The row after the step. */
function moved(row: MemberRow, kind: MemberStep, deed: Deed, standard: Standard, at: Date): MemberRow {
  const today = shanghaiDay(at);
  const state = afterStep(row.state, kind)!;
  const next: MemberRow = { ...row, state, seq: row.seq + 1, movedAt: at };
  if (kind === 'admit') next.accountId = deed.accountId ?? row.accountId;
  if (kind === 'begin') Object.assign(next, { probationFrom: today, probationUntil: probationEnd(today, standard) });
  if (kind === 'extend') Object.assign(next, { probationUntil: deed.untilOn, extensions: row.extensions + 1 });
  if (kind === 'confirm') next.confirmedOn = today;
  if (isOver(state)) {
    const keeps = state === 'left' || state === 'failed' ? standard.keepDays : standard.keepRefusedDays;
    Object.assign(next, { endedOn: today, forgetOn: addDays(today, keeps) });
  }
  return next;
}

/**
 * Takes a step on a file; the same `actionId` that says the same is the same act. Ending somebody's time at the hall also ends the window at which
 * they sit and their clerk's posts there. Throws `actionReused`, `wrongStep` and what the step is missing.
 */
export async function moveMember(
  ground: Ground,
  actor: Actor,
  id: string,
  kind: MemberStep,
  deed: Deed,
): Promise<MemberRow> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const seen = await getMember(ground.db, id);
  const standard = await standardAt(ground, seen.outletId, today);
  checkWho(seen, actor, kind);
  const ends = kind === 'leave' || kind === 'fail';
  if (ends && (await mayEnd(ground, seen, kind, deed, standard, today))) await endDuties(ground, actor, seen);
  return ground.db.transaction(async (tx) => {
    const row = await lockMember(tx, id);
    const known = await findStep(tx, deed.actionId);
    if (known && isSameStep(known, row, actor, kind, deed)) return row;
    if (known) throw windowStaffProblems.actionReused();
    if (!afterStep(row.state, kind)) throw windowStaffProblems.wrongStep({ state: row.state, step: kind });
    if (kind === 'admit') await checkAdmitted(tx, row, actor, deed, at);
    await checkBefore(tx, row, kind, deed, standard, today);
    const next = moved(row, kind, deed, standard, at);
    if (kind !== 'withdraw') next.decidedBy = actor.accountId;
    saveMove(tx, next);
    insertSteps(tx, [
      {
        id: deed.actionId,
        memberId: id,
        seq: next.seq,
        kind,
        toState: next.state,
        at,
        accountId: actor.accountId,
        saidBy: actor.name,
        body: bodyOf(deed),
        untilOn: kind === 'begin' || kind === 'extend' ? next.probationUntil : null,
      },
    ]);
    if (next.accountId && kind !== 'withdraw')
      tell(ground, tx, [
        {
          accountId: next.accountId,
          subjectId: null,
          template: 'windowStaffMoved',
          facts: { name: next.name, step: stepNames[kind][0], stepEn: stepNames[kind][1] },
        },
      ]);
    emit(tx, memberMoved, id, { kind, departmentId: row.departmentId, ownerId: next.accountId });
    return next;
  });
}

const stepNames: Record<MemberStep, [string, string]> = {
  withdraw: ['已撤回', 'withdrawn'],
  admit: ['同意进驻，开始培训', 'admitted: training begins'],
  refuse: ['不予进驻', 'not admitted'],
  begin: ['开始试用', 'probation begins'],
  extend: ['试用期延长', 'probation lengthened'],
  confirm: ['试用合格，予以转正', 'confirmed'],
  fail: ['试用不合格，退回派驻单位', 'not confirmed'],
  leave: ['离岗手续办结', 'left'],
};

/** Whether the step would go through, so that no window is shut for one that is refused. */
async function mayEnd(ground: Ground, row: MemberRow, kind: MemberStep, deed: Deed, standard: Standard, today: string) {
  if (!afterStep(row.state, kind)) return false;
  return ground.db.transaction(async (tx) => {
    if (await findStep(tx, deed.actionId)) return false;
    await checkBefore(tx, row, kind, deed, standard, today);
    return true;
  });
}

/**
 * The window first, because it can be refused while somebody is being served; then the posts. Each is an act of its own in its module: should
 * the last one fail, doing the step again finds the others done.
 */
async function endDuties(ground: Ground, actor: Actor, { accountId, outletId }: MemberRow): Promise<void> {
  if (!accountId) return;
  const shift = await shiftToday(ground, accountId);
  if (shift?.outletId === outletId) await leaveWindow(ground, shift, actor, { evenSo: true });
  const posts = await lastingPosts(ground.db, [accountId], shanghaiDay(ground.clock.now()));
  for (const post of posts)
    if (post.role === 'clerk' && post.outletId === outletId) await endPost(ground, actor, post, undefined);
}
