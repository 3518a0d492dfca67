/** Sessions on a device of many people, such as a kiosk: opened by the account on its own phone, ended by the device. */
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { hashOf, newSecret } from '#platform/ids';
import { general } from '#platform/problems';
import { noteSignIn } from '../guard/store.ts';
import { forgetActors } from './actor.ts';
import { addSession, endSession } from './store.ts';

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
