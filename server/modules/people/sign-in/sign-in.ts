/** Signing in and out. */
import type { Ground } from '#platform/ground';
import { hashOf, newSecret } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { claim, guardKey, limit } from '../guard/guard.ts';
import { clearGuard, noteSignIn } from '../guard/store.ts';
import { peopleProblems } from '../problems.ts';
import { forgetActors } from './actor.ts';
import { hashPassword, isDated, isRight } from './hash.ts';
import { nextStep, type NextStep } from './second-factor.ts';
import { addSession, endSession, endSessionsOf, findForSignIn, setPassword } from './store.ts';

/** Sign-ins of one address and of one name within a minute: far more than people need, far less than machines want. */
const mostOfAddress = 300;
const mostOfName = 20;

/**
 * Opens a session. An unknown name, a wrong password and a disabled account have one answer, and take one time. Throws
 * `people.wrongCredentials`, `people.locked`, `general.tooMany`.
 */
export async function signIn(
  ground: Ground,
  given: { name: string; password: string },
  address: string,
): Promise<{ secret: string; accountId: string; next: NextStep }> {
  limit(ground, `signIn/address/${address}`, mostOfAddress);
  limit(ground, `signIn/name/${hashOf(given.name.trim().toLowerCase())}`, mostOfName);
  const account = await findForSignIn(ground.db, given.name);
  const key = guardKey('password', account?.id, given.name.trim());
  const { last } = await claim(ground, key);
  const at = ground.clock.now();
  const usable = account && !account.disabledAt ? account : undefined;
  const right = await isRight(usable?.passwordHash, given.password);
  if (!usable || !right) {
    await ground.db.transaction(async (tx) => {
      noteSignIn(tx, { at, act: 'wrong', accountId: account?.id ?? null, address });
      if (last) noteSignIn(tx, { at, act: 'locked', accountId: account?.id ?? null, address });
    });
    throw peopleProblems.wrongCredentials();
  }
  const fresh = isDated(usable.passwordHash!) ? await hashPassword(given.password) : undefined;
  const secret = newSecret();
  await ground.db.transaction(async (tx) => {
    clearGuard(tx, key);
    if (fresh) setPassword(tx, usable.id, fresh, usable.mustChangePassword);
    noteSignIn(tx, { at, act: 'signIn', accountId: usable.id, address });
    // Disabled between the two statements: then there is no session, and the answer is that of any other refusal.
    if (!(await addSession(tx, hashOf(secret), usable.id, at, false))) throw peopleProblems.wrongCredentials();
  });
  return { secret, accountId: usable.id, next: await nextStep(ground, usable, false) };
}

/** Ends the session of the actor, or all of their account; nothing for somebody who has none. */
export async function signOut(ground: Ground, actor: Actor, address: string, everywhere = false): Promise<void> {
  const { sessionId, accountId } = actor;
  if (sessionId === null || accountId === null) return;
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    if (everywhere) endSessionsOf(tx, accountId, at);
    else endSession(tx, sessionId, at);
    noteSignIn(tx, { at, act: 'signOut', accountId, address });
    forgetActors(tx, accountId);
  });
}
