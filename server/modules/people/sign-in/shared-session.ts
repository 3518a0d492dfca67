/** Sessions on a device of many people, such as a kiosk: opened by the account on its own phone, ended by the device. */
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hashOf, newSecret } from '#platform/ids';
import { general } from '#platform/problems';
import { noteSignIn } from '../guard/store.ts';
import { forgetActors } from './actor.ts';
import { sessionEnds, sharedSpan } from './sessions.ts';
import { addSession, endSession, findSpan, noteStay } from './store.ts';

/** Opens one in the caller's transaction: its secret for the cookie and its id. Throws `general.forbidden` for an account that is disabled. */
export async function openSharedSession(
  ground: Ground,
  tx: Tx,
  accountId: string,
  address: string,
): Promise<{ id: string; secret: string }> {
  const at = ground.clock.now();
  const secret = newSecret();
  const opened = await addSession(tx, hashOf(secret), accountId, at, false, true);
  if (!opened) throw general.forbidden();
  noteSignIn(tx, { at, act: 'signIn', accountId, address, note: 'shared device' });
  return { id: opened.id, secret };
}

/** Ends one, at once in this process and within seconds in others. */
export function endSharedSession(ground: Ground, tx: Tx, session: { id: string; accountId: string }): void {
  const at = ground.clock.now();
  endSession(tx, session.id, at);
  noteSignIn(tx, { at, act: 'signOut', accountId: session.accountId, note: 'shared device' });
  forgetActors(tx, session.accountId);
}

/** Whoever is signed in has said that they are still there: the session lasts longer, within its limits (`sessions.ts`). */
export function stayInSharedSession(ground: Ground, tx: Tx, session: { id: string; accountId: string }): void {
  noteStay(tx, session.id, ground.clock.now());
  forgetActors(tx, session.accountId);
}

/**
 * When the session ends if nobody says that they are there, and how long they may say so; an instant that has passed for one that has ended.
 * Undefined for one that was ended by the device.
 */
export async function sharedSessionSpan(
  reader: Reader,
  id: string,
  at: Date,
): Promise<{ endsAt: Date; mostAt: Date } | undefined> {
  const found = await findSpan(reader, id);
  if (!found) return undefined;
  const { createdAt, lastSeenAt, stayedAt } = found;
  const ends = sessionEnds(false, createdAt, lastSeenAt, true, stayedAt);
  // Nothing was heard of it for too long: it has ended before its time. As long as it lives, its time is what counts.
  return ends <= at.getTime() ? { endsAt: new Date(ends), mostAt: new Date(ends) } : sharedSpan(createdAt, stayedAt);
}
