/** A new password: by its owner, who knows the old one. */
import type { Ground } from '#platform/ground';
import { hashOf, newSecret } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { claim, guardKey } from '../guard/guard.ts';
import { clearGuard, noteSignIn } from '../guard/store.ts';
import { peopleProblems } from '../problems.ts';
import { forgetActors } from './actor.ts';
import { hashPassword, isRight } from './hash.ts';
import { passwordFault } from './passwords.ts';
import { nextStep, type NextStep } from './second-factor.ts';
import { addSession, endSessionsOf, getSecrets, setPassword } from './store.ts';

/** Throws `people.weakPassword` with the fault. */
export function mustBeStrong(password: string, names: readonly (string | null | undefined)[]): void {
  const fault = passwordFault(password, names);
  if (fault) throw peopleProblems.weakPassword({ fault });
}

/**
 * Changes the password. All sessions end; the actor gets a new one. Wrong tries count as those of signing in: an open screen is
 * no way around the lock.
 */
export async function changePassword(
  ground: Ground,
  actor: Actor,
  given: { present: string; fresh: string },
  address: string,
): Promise<{ secret: string; next: NextStep }> {
  const accountId = actor.accountId!;
  const account = await getSecrets(ground.db, accountId);
  const key = guardKey('password', accountId);
  await claim(ground, key);
  const at = ground.clock.now();
  if (!(await isRight(account.passwordHash, given.present))) {
    await ground.db.transaction(async (tx) => noteSignIn(tx, { at, act: 'wrong', accountId, address }));
    throw peopleProblems.wrongPassword();
  }
  if (given.present === given.fresh) throw peopleProblems.samePassword();
  mustBeStrong(given.fresh, [account.loginName, account.phone]);
  const hash = await hashPassword(given.fresh);
  const secret = newSecret();
  await ground.db.transaction(async (tx) => {
    clearGuard(tx, key);
    setPassword(tx, accountId, hash, false);
    endSessionsOf(tx, accountId, at);
    await addSession(tx, hashOf(secret), accountId, at, actor.secondFactor);
    noteSignIn(tx, { at, act: 'password', accountId, address });
    forgetActors(tx, accountId);
  });
  return { secret, next: await nextStep(ground, { ...account, mustChangePassword: false }, actor.secondFactor) };
}
