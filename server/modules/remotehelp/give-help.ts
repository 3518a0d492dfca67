/** What a clerk does: is there, takes the next, hands over, ends. */
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { emit } from '#platform/events';
import { helpMoved } from './events.ts';
import type { Outcome } from './help.ts';
import { findSeat, listSeats, lockSeat, removeSeat, saveSeat } from './line-store.ts';
import { move, onceOnly, sweepHelps, type By } from './move-help.ts';
import { helpProblems } from './problems.ts';
import { findHelpOf, lockHelp, lockNext, type Help } from './store.ts';

/**
 * Says that the clerk is there, takes a break or leaves, and that the page is still open. Only a change is news. Leaving is
 * refused in the middle of a help: it would strand somebody.
 */
export async function setSeat(
  ground: Ground,
  actor: Actor,
  { state, signs }: { state: 'open' | 'break' | null; signs?: boolean },
): Promise<void> {
  const at = ground.clock.now();
  const accountId = actor.accountId!;
  await ground.db.transaction(async (tx) => {
    const before = await lockSeat(tx, accountId);
    if (state === null && (await findHelpOf(tx, accountId))) throw helpProblems.helping();
    if (state === null) removeSeat(tx, accountId);
    else
      saveSeat(tx, {
        accountId,
        name: actor.name,
        signs: signs ?? before?.signs ?? false,
        state,
        since: before?.state === state ? before.since : at,
        seenAt: at,
      });
    if ((before?.state ?? null) !== state)
      emit(tx, helpMoved, accountId, { act: 'seat', state: null, everybody: true });
  });
  await sweepHelps(ground);
}

/** Takes the next; undefined when nobody waits whose page is there. The same `actionId` gives the same help. */
export async function takeNext(ground: Ground, actor: Actor, actionId: string): Promise<Help | undefined> {
  const accountId = actor.accountId!;
  await sweepHelps(ground);
  const at = ground.clock.now();
  const seat = await findSeat(ground.db, accountId);
  if (seat?.state !== 'open') throw helpProblems.noSeat();
  let nobody = false;
  const taken = await onceOnly(
    ground,
    actionId,
    (done) => done.by === accountId && done.act === 'take',
    () =>
      ground.db.transaction(async (tx) => {
        // Two presses of one clerk one after the other; a seat that is being left takes nobody.
        if ((await lockSeat(tx, accountId))?.state !== 'open') throw helpProblems.noSeat();
        if (await findHelpOf(tx, accountId)) throw helpProblems.helping();
        const next = await lockNext(tx, accountId, at);
        if (!next) {
          nobody = true;
          return undefined as never;
        }
        return move(tx, next, 'take', { actionId, at, accountId }, {
          clerkId: accountId,
          clerkName: actor.name,
          forClerkId: null,
          takenAt: at > next.changedAt ? at : next.changedAt,
          // Believed to be there until its page has begun to listen.
          clerkSeenAt: at,
          clerkTab: newId(),
          epoch: next.epoch + 1,
        }); // prettier-ignore
      }),
  );
  return nobody ? undefined : taken;
}

/** Hands over to a colleague who is free, or to the queue; the asker keeps the old place, thus comes first. */
export const handOver = (ground: Ground, help: Help, toId: string | undefined, by: By): Promise<Help> =>
  onceOnly(
    ground,
    by.actionId,
    (done) =>
      done.id === help.id && done.act === 'handOver' && done.by === by.accountId && done.givenToId === (toId ?? null),
    () =>
      ground.db.transaction(async (tx) => {
        const now = await lockHelp(tx, help.id);
        if (!now || now.clerkId !== by.accountId) throw helpProblems.wrongAct({ state: now?.state });
        const seats = toId === undefined ? [] : await listSeats(tx, by.at);
        if (toId !== undefined && !seats.some(({ accountId, free }) => accountId === toId && free))
          throw helpProblems.colleagueAway();
        const given =
          toId === undefined ? { givenTo: 'queue' as const } : { givenTo: 'colleague' as const, givenToId: toId };
        return move(tx, now, 'handOver', { ...by, ...given }, { forClerkId: toId ?? null });
      }),
  );

/** Ends the help as the clerk. */
export const finishHelp = (ground: Ground, help: Help, outcome: Outcome, by: By): Promise<Help> =>
  onceOnly(
    ground,
    by.actionId,
    (done) => done.id === help.id && done.act === 'finish' && done.by === by.accountId && done.outcome === outcome,
    () =>
      ground.db.transaction(async (tx) => {
        const now = await lockHelp(tx, help.id);
        if (!now || now.clerkId !== by.accountId) throw helpProblems.wrongAct({ state: now?.state });
        return move(tx, now, 'finish', by, { outcome });
      }),
  );
