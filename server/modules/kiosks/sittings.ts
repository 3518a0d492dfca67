/** Somebody before a kiosk: from the first touch to the end, after which nothing of them is left. */
import { tell } from '#modules/notices';
import { endSharedSession, personOfAccount, sharedSessionSpan, stayInSharedSession } from '#modules/people';
import type { Reader, Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { announce, sittingEnded } from './events.ts';
import { lostAfter, type Ending } from './kiosk.ts';
import { forgetSignIns, forgetSignInsBefore, leaveBehind } from './print-store.ts';
import { kioskProblems } from './problems.ts';
import {
  findOpenSitting,
  insertSitting,
  lockOpenSitting,
  lostSittings,
  noteSittingSeen,
  saveEnd,
  type KioskRow,
  type Sitting,
} from './store.ts';

/** Ends a sitting under lock: its session, codes that were not used, papers that nobody took; their owner is told of those. */
async function endIn(
  ground: Ground,
  tx: Tx,
  kiosk: Pick<KioskRow, 'id' | 'outletId' | 'name' | 'place'>,
  sitting: Sitting,
  how: Ending,
): Promise<void> {
  const at = ground.clock.now();
  const { sessionId, accountId } = sitting;
  if (sessionId && accountId) endSharedSession(ground, tx, { id: sessionId, accountId });
  forgetSignIns(tx, sitting.id);
  const left = await leaveBehind(tx, sitting.id, at);
  if (left.length > 0) announce(tx, kiosk);
  saveEnd(tx, sitting.id, at, how);
  emit(tx, sittingEnded, kiosk.id, { outletId: kiosk.outletId, sittingId: sitting.id, how });
  const personId = left.length > 0 && accountId ? await personOfAccount(tx, accountId) : undefined;
  if (personId)
    tell(ground, tx, [
      { personId, subjectId: null, template: 'paperLeft', facts: { place: `${kiosk.place} ${kiosk.name}` } },
    ]);
}

/** Ends whatever is open at the kiosk, if it is this sitting or none is named. Once more changes nothing. */
export const endSitting = (ground: Ground, kiosk: KioskRow, how: Ending, id?: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const open = await lockOpenSitting(tx, kiosk.id);
    if (open && (id === undefined || open.id === id)) await endIn(ground, tx, kiosk, open, how);
  });

/** Begins one, and ends the one before. The same id once more is the same sitting. */
export const beginSitting = (ground: Ground, kiosk: KioskRow, id: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    if (!kiosk.inService) throw kioskProblems.outOfService();
    const open = await lockOpenSitting(tx, kiosk.id);
    if (open?.id === id) return noteSittingSeen(tx, id, kiosk.id, ground.clock.now());
    if (open) await endIn(ground, tx, kiosk, open, 'lost');
    insertSitting(tx, id, kiosk.id, ground.clock.now());
  });

/** The sitting that is open at the kiosk. Throws `kiosks.noSitting` for another one. */
export async function sittingOf(ground: Ground, kiosk: KioskRow, id: string): Promise<Sitting> {
  const open = await findOpenSitting(ground.db, kiosk.id);
  if (!open || open.id !== id) throw kioskProblems.noSitting();
  return open;
}

/** Whether the session of who asks is the one that was opened at this kiosk for this sitting. */
export const isOf = (sitting: Sitting, actor: Actor): boolean =>
  sitting.sessionId !== null && sitting.sessionId === actor.sessionId;

/** Throws unless it is. */
export function mustBeSignedIn(sitting: Sitting, actor: Actor): void {
  if (!isOf(sitting, actor)) throw kioskProblems.notSignedInHere();
}

/** The use of a kiosk that is open now. */
export const sittingAt = async (reader: Reader, kioskId: string): Promise<string | undefined> =>
  (await findOpenSitting(reader, kioskId))?.id;

/** How long the sign-in of a sitting is still good, and whether saying that one is there makes it last longer. */
export interface SignInLeft {
  goodFor: number;
  canStay: boolean;
}

/** Undefined while nobody has signed in. */
export async function signInOf(reader: Reader, sitting: Sitting, at: Date): Promise<SignInLeft | undefined> {
  if (sitting.sessionId === null) return undefined;
  const span = await sharedSessionSpan(reader, sitting.sessionId, at);
  const left = span ? Math.floor((span.endsAt.getTime() - at.getTime()) / 1000) : 0;
  return { goodFor: Math.max(0, left), canStay: left > 0 && span!.endsAt < span!.mostAt };
}

/** The same of whoever is at a kiosk now; undefined when nobody is, or has signed in. */
export async function signInAt(ground: Ground, kioskId: string): Promise<SignInLeft | undefined> {
  const open = await findOpenSitting(ground.db, kioskId);
  return open && signInOf(ground.db, open, ground.clock.now());
}

/** Who is signed in says that they are still there. Throws `kiosks.stayedLongest` when the phone has to be asked. */
export const staySignedIn = (ground: Ground, kiosk: KioskRow, id: string, actor: Actor): Promise<void> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const open = await lockOpenSitting(tx, kiosk.id);
    if (open?.id !== id) throw kioskProblems.noSitting();
    mustBeSignedIn(open, actor);
    if (!(await signInOf(tx, open, at))!.canStay) throw kioskProblems.stayedLongest();
    stayInSharedSession(ground, tx, { id: open.sessionId!, accountId: open.accountId! });
    noteSittingSeen(tx, id, kiosk.id, at);
  });

/** Ends what kiosks can end no more, because they are out of reach or switched off; and throws codes away that are over. */
export async function sweepSittings(ground: Ground): Promise<number> {
  const at = ground.clock.now();
  let ended = 0;
  const found = await lostSittings(ground.db, at, 500);
  for (const kiosk of found) {
    if (lostAfter(kiosk.seenAt, kiosk.idleSeconds) > at) continue;
    await ground.db.transaction(async (tx) => {
      const open = await lockOpenSitting(tx, kiosk.id);
      if (!open || lostAfter(open.seenAt, kiosk.idleSeconds) > at) return;
      await endIn(ground, tx, kiosk, open, 'lost');
      ended += 1;
    });
  }
  await ground.db.transaction((tx) => forgetSignInsBefore(tx, new Date(at.getTime() - 60_000)));
  return ended;
}
