/** The second factor of administrators: a code of their telephone that changes every half minute (TOTP, RFC 6238). */
import { Secret, TOTP } from 'otpauth';
import type { Ground } from '#platform/ground';
import { hashOf, newSecret } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { general } from '#platform/problems';
import { peopleProblems } from '../problems.ts';
import { forgetActors } from './actor.ts';
import { claim, guardKey } from '../guard/guard.ts';
import { clearGuard, noteSignIn } from '../guard/store.ts';
import { seal, unseal } from './seal.ts';
import { postsNow } from '../staff/store.ts';
import { acceptTotpStep, addSession, endSession, getSecrets, setTotpSecret, type AccountSecrets } from './store.ts';

const period = 30;

const totpOf = (secret: string, loginName: string): TOTP =>
  new TOTP({ issuer: 'Yichuang', label: loginName, secret: Secret.fromBase32(secret), period, digits: 6 });

/** What is still to be done before the posts of an account count. */
export type NextStep = 'none' | 'changePassword' | 'enrolSecondFactor' | 'secondFactor';

export async function nextStep(
  ground: Ground,
  account: Pick<AccountSecrets, 'id' | 'mustChangePassword' | 'totpConfirmedAt'>,
  secondFactor: boolean,
): Promise<NextStep> {
  if (account.mustChangePassword) return 'changePassword';
  if (secondFactor) return 'none';
  const posts = await postsNow(ground.db, account.id, ground.clock.now());
  if (!posts.some(({ role }) => role === 'admin')) return 'none';
  return account.totpConfirmedAt ? 'secondFactor' : 'enrolSecondFactor';
}

/** A new secret, to be shown once as text and QR code; it counts from the first right code on. Only before that. */
export async function enrolSecondFactor(ground: Ground, actor: Actor): Promise<{ secret: string; address: string }> {
  const account = await getSecrets(ground.db, actor.accountId!);
  const next = await nextStep(ground, account, actor.secondFactor);
  if (next !== 'enrolSecondFactor') throw peopleProblems.secondFactorNotOpen();
  const secret = new Secret({ size: 20 }).base32;
  const sealed = await seal(ground, secret, account.id);
  await ground.db.transaction(async (tx) => setTotpSecret(tx, account.id, sealed));
  return { secret, address: totpOf(secret, account.loginName).toString() };
}

/** The code that is right now: for the demo district, whose administrator has no telephone. */
export async function codeNow(ground: Ground, account: AccountSecrets): Promise<string | null> {
  if (account.totpSecret === null) return null;
  const secret = await unseal(ground, account.totpSecret, account.id);
  return totpOf(secret, account.loginName).generate({ timestamp: ground.clock.now().getTime() });
}

/**
 * Takes a code and gives a new session that has the second factor; the old one ends, so that a secret that was read before is
 * worth nothing. Throws `people.wrongCode`, `people.locked`, `people.secondFactorNotOpen`.
 */
export async function giveSecondFactor(
  ground: Ground,
  actor: Actor,
  code: string,
  address: string,
): Promise<{ secret: string; next: NextStep }> {
  const accountId = actor.accountId!;
  const account = await getSecrets(ground.db, accountId);
  if (account.totpSecret === null) throw peopleProblems.secondFactorNotOpen();
  const key = guardKey('secondFactor', accountId);
  await claim(ground, key);
  const at = ground.clock.now();
  const totp = totpOf(await unseal(ground, account.totpSecret, accountId), account.loginName);
  const delta = totp.validate({ token: code, timestamp: at.getTime(), window: 1 });
  const step = Math.floor(at.getTime() / 1000 / period) + (delta ?? 0);
  const secret = newSecret();
  const opened = await ground.db.transaction(async (tx) => {
    const accepted = delta !== null && (await acceptTotpStep(tx, accountId, step, at)) !== undefined;
    noteSignIn(tx, { at, act: accepted ? 'secondFactor' : 'wrongSecondFactor', accountId, address });
    if (!accepted) return undefined;
    clearGuard(tx, key);
    endSession(tx, actor.sessionId!, at);
    const session = await addSession(tx, hashOf(secret), accountId, at, true);
    forgetActors(tx, accountId);
    if (!session) throw general.notFound();
    return session;
  });
  if (!opened) throw peopleProblems.wrongCode();
  return { secret, next: await nextStep(ground, account, true) };
}
