/** One tap: what is advised is done, or not now; and the answer of the clerk who is asked. Each once, each looked at again in that moment. */
import { findWindow } from '#modules/offices';
import { lockDuties, openWindow, saveDuty, shiftToday, windowChanged } from '#modules/hall';
import { isAsSaid } from '#platform/canonical';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { tidesProblems } from '../problems.ts';
import type { AdviceAct } from '../states.ts';
import { readScene } from '../watch/scene.ts';
import { seatsOf } from '../watch/who-decides.ts';
import { findStep, getAdvice, lockAdvice, lockAdviceAt, lockLiveAdvice, type AdviceRow } from './advice-store.ts';
import { askable, misfitOf } from './misfit.ts';
import { isFollowed, isLate } from './stays.ts';
import { minutesAfter, step } from './step.ts';
import { askClerk, askNext, beginAdvice, giveBack, tellSwitched } from './sweep-advice.ts';

/**
 * Runs an act once under the lock of the advice and of all that are under way in its hall, so that nobody is asked for two windows; the
 * same `actionId` a second time gives the advice as it is now, if it was one of these acts of the same person, and the same was said.
 */
async function once(
  ground: Ground,
  id: string,
  actor: Actor,
  { actionId, acts, said }: { actionId: string; acts: readonly AdviceAct[]; said?: string },
  act: (tx: Tx, advice: AdviceRow) => AdviceRow | Promise<AdviceRow>,
): Promise<AdviceRow> {
  return ground.db.transaction(async (tx) => {
    // The hall's first and in their order, as the watch takes them: then none waits for the other.
    await lockLiveAdvice(tx, (await getAdvice(tx, id)).outletId);
    const advice = await lockAdvice(tx, id);
    const done = await findStep(tx, actionId);
    const mine = { adviceId: id, accountId: actor.accountId, ...(said === undefined ? {} : { said }) };
    if (done && !(acts.includes(done.act) && isAsSaid(done, mine))) throw tidesProblems.actReused();
    return done ? advice : act(tx, advice);
  });
}

/** Does what is advised. Comes back as `overtaken` with the reason when it no longer fits, as `lapsed` when its time is over. */
export const takeAdvice = (ground: Ground, id: string, actor: Actor, actionId: string): Promise<AdviceRow> =>
  // What no longer fits is overtaken by the same tap, and what comes too late lapses by it.
  once(ground, id, actor, { actionId, acts: ['take', 'overtake', 'lapse'] }, async (tx, advice) => {
    if (advice.state !== 'open') throw tidesProblems.decidedAlready();
    if (advice.kind !== 'open') lockDuties(tx, advice.outletId);
    const scene = await readScene(ground, tx, advice.outletId);
    const { at, rule } = scene;
    const decided = { decidedBy: actor.name, decidedAt: at };
    const by = { actionId, at, accountId: actor.accountId };
    const maySit = await seatsOf(tx, scene);
    const window = scene.windows.find(({ id: windowId }) => windowId === advice.windowId);
    // Somebody saw the queue and was quicker than the tap.
    if (isFollowed(advice, window))
      return beginAdvice(tx, step(tx, advice, 'take', by, decided), { at, accountId: null }, window!.clerk);
    if (isLate(advice, at)) return step(tx, advice, 'lapse', by);
    const misfit = misfitOf(scene, advice, maySit);
    if (misfit) return step(tx, advice, 'overtake', { ...by, said: misfit }, { ...decided, reason: misfit });
    if (advice.kind !== 'open') {
      const { windowId, outletId, errandIds, beforeIds } = advice;
      saveDuty(
        tx,
        { windowId, outletId, errandIds, usualIds: beforeIds },
        { id: newId(), at, accountId: actor.accountId },
      );
      emit(tx, windowChanged, windowId, { outletId, everybody: true, publicAt: outletId });
      tellSwitched(ground, tx, scene, advice);
      const taken = step(tx, advice, 'take', by, decided);
      return beginAdvice(tx, taken, { at, accountId: null });
    }
    const { clerkId, clerkName, others } = askable(scene, maySit, advice)!;
    const asked = step(tx, advice, 'take', by, {
      ...decided,
      clerkId,
      clerkName,
      others,
      openBy: minutesAfter(at, rule.answerMinutes + rule.delayMinutes),
    });
    askClerk(ground, tx, scene, asked);
    return asked;
  });

/** Not now, with the reason; the zone is left in peace for a while. */
export const refuseAdvice = (
  ground: Ground,
  id: string,
  actor: Actor,
  { actionId, reason }: { actionId: string; reason: string },
): Promise<AdviceRow> =>
  once(ground, id, actor, { actionId, acts: ['refuse', 'lapse'], said: reason }, (tx, advice) => {
    const at = ground.clock.now();
    const by = { actionId, at, accountId: actor.accountId, said: reason };
    if (isLate(advice, at)) return step(tx, advice, 'lapse', by);
    return step(tx, advice, 'refuse', by, { decidedBy: actor.name, decidedAt: at, reason });
  });

/** The clerk who is asked opens the window, or cannot; then the next one is asked. */
export async function answerRequest(
  ground: Ground,
  id: string,
  actor: Actor,
  { actionId, comes, reason }: { actionId: string; comes: boolean; reason: string },
): Promise<AdviceRow> {
  const before = await getAdvice(ground.db, id);
  const isAsked = ({ state, clerkId }: AdviceRow): boolean => state === 'asked' && clerkId === actor.accountId;
  if (comes && isAsked(before) && !(await findStep(ground.db, actionId))) {
    const shift = await shiftToday(ground, actor.accountId!);
    if (shift?.windowId !== before.windowId)
      await openWindow(ground, (await findWindow(ground.db, before.windowId))!, actor);
  }
  const acts: readonly AdviceAct[] = comes ? ['begin'] : ['askNext', 'decline'];
  const said = comes ? '' : reason;
  return once(ground, id, actor, { actionId, acts, said }, async (tx, advice) => {
    // The window is open already and the advice was noted as followed meanwhile: nothing is left to do.
    if (comes && advice.state === 'running' && advice.clerkId === actor.accountId) return advice;
    if (!isAsked(advice)) throw tidesProblems.notAsked();
    const by = { actionId, at: ground.clock.now(), accountId: actor.accountId };
    if (comes) return beginAdvice(tx, advice, by);
    const scene = await readScene(ground, tx, advice.outletId);
    return askNext(ground, tx, scene, await seatsOf(tx, scene), advice, { ...by, said });
  });
}

/** Windows changed: who was asked to open one has done so, by whatever way; who was there has left. */
export async function noteWindows(ground: Ground, tx: Tx, windowIds: readonly string[]): Promise<void> {
  const advices = await lockAdviceAt(tx, windowIds);
  for (const outletId of new Set(advices.map((advice) => advice.outletId))) {
    const scene = await readScene(ground, tx, outletId);
    for (const advice of advices.filter((one) => one.outletId === outletId)) {
      const window = scene.windows.find(({ id }) => id === advice.windowId);
      const state = window?.state ?? 'closed';
      const by = { at: scene.at, accountId: null };
      if (advice.state === 'asked' && state !== 'closed') beginAdvice(tx, advice, by, window!.clerk);
      else if (advice.state === 'running' && state === 'closed') {
        step(tx, advice, 'end', by);
        giveBack(tx, advice, window, scene.at);
      }
    }
  }
}
