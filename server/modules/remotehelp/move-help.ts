/** A help after an act: the pure rule, the row, the line of its course, and the news of it. */
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import { forgetEnded } from '#platform/forgetting';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { Problem } from '#platform/problems';
import { helpMoved } from './events.ts';
import { after, overdue, type HelpAct, type Outcome } from './help.ts';
import { forgetSignals } from './line-store.ts';
import { helpProblems } from './problems.ts';
import { findByAction, forgetNames, lockHelpsAt, lockOverdue, saveMove, type Done, type Help } from './store.ts';

export interface By {
  actionId: string;
  at: Date;
  accountId: string | null;
  /** Of a hand-over: where the talk was given. */
  givenTo?: 'colleague' | 'queue';
  givenToId?: string;
}
type Act = Exclude<HelpAct, 'ask' | 'rate'>;

/** Tells the pages of clerks that something was done. */
export const announce = (tx: Tx, { id, state }: Pick<Help, 'id' | 'state'>, act: HelpAct): void =>
  emit(tx, helpMoved, id, { act, state, everybody: true });

/**
 * Stores the help after an act. Back in the queue it has its old rank. A clock that was set back does not let a talk end before it
 * began.
 */
export function move(tx: Tx, help: Help, act: Act, by: By, change: Partial<Help> = {}): Help {
  const state = after(help.state, act);
  if (!state) throw helpProblems.wrongAct({ state: help.state });
  const at = by.at > help.changedAt ? by.at : help.changedAt;
  const talked =
    help.state === 'talking' && help.takenAt ? Math.round((at.getTime() - help.takenAt.getTime()) / 1000) : 0;
  const parted = state === 'talking' ? {} : { clerkTab: null, clerkSeenAt: null, epoch: help.epoch + 1 };
  const now: Help = {
    ...help,
    ...parted,
    ...(state === 'waiting' ? { clerkId: null, enteredAt: at, forClerkId: null } : {}),
    ...(state === 'ended' ? { endedAt: at } : {}),
    talkedSeconds: help.talkedSeconds + talked,
    ...change,
    state,
    seq: help.seq + 1,
    changedAt: at,
  };
  saveMove(tx, now, { ...by, at, act, courseId: newId() });
  announce(tx, now, act);
  return now;
}

/** Runs an act; done before with the same `actionId` it gives the help with which it was, if it was this act on this help. */
export async function onceOnly(
  ground: Ground,
  actionId: string,
  isSame: (done: Done) => boolean,
  act: () => Promise<Help>,
): Promise<Help> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('remotehelp.')) throw error;
    const done = await findByAction(ground.db, actionId);
    if (done && isSame(done)) return done;
    throw error;
  }
}

const atOnce = 200;
const outcomeOf = (help: Help): Outcome => (help.takenAt ? 'askerAway' : 'nobodyCame');

/** Moves the helps that time has moved, and forgets what was said on lines long ago. Safe to run beside itself. Returns how many. */
export const sweepHelps = (ground: Ground): Promise<number> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    let moved = 0;
    for (const help of await lockOverdue(tx, at, atOnce)) {
      const act = overdue(help, at);
      if (!act) continue;
      move(tx, help, act, { actionId: newId(), at, accountId: null }, act === 'lapse' ? { outcome: outcomeOf(help) } : {}); // prettier-ignore
      moved += 1;
    }
    forgetSignals(tx, new Date(at.getTime() - 120_000));
    return moved;
  });

/**
 * Whoever asked at this kiosk has gone: nothing that they showed stays on a clerk's page, and nobody waits for them. The outcome tells the clerk
 * whether they ended it or the machine did.
 */
export async function leaveKiosk(
  ground: Ground,
  tx: Tx,
  use: { kioskId: string; sittingId: string | null },
  outcome: Outcome,
): Promise<void> {
  const at = ground.clock.now();
  for (const help of await lockHelpsAt(tx, use.kioskId, use.sittingId))
    move(tx, help, 'leave', { actionId: newId(), at, accountId: null }, { outcome });
}

/** Takes the names from what ended long ago. Returns how many. */
export const forgetAskers = (ground: Ground, days: number): Promise<number> =>
  forgetEnded(ground, days, (tx, before, _, limit) => forgetNames(tx, before, limit));
