/** Accounts of staff: made, changed, shut, and let in again when a password or telephone is lost. */
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { general } from '#platform/problems';
import { staffChanged } from '../events.ts';
import { guardKey } from '../guard/guard.ts';
import { clearGuard, noteSignIn } from '../guard/store.ts';
import { firstPassword } from '../identity/register-person.ts';
import { peopleProblems } from '../problems.ts';
import { forgetActors } from '../sign-in/actor.ts';
import { hashPassword } from '../sign-in/hash.ts';
import { endSessionsOf, getAccount, setPassword, setTotpSecret, type Account } from '../sign-in/store.ts';
import { createAccount } from './create.ts';
import { addPosts, mustLeaveAdministrator, type PostAsked } from './posts.ts';
import { reachesRoles } from './roles.ts';
import { lastingPosts, setDisabled, updateAccount } from './store.ts';

export interface StaffAsked {
  loginName: string;
  name: string;
  phone?: string;
  email?: string;
  posts: readonly PostAsked[];
}

/** Makes an account with a first password, which counts for nothing but being changed. */
export async function createStaff(
  ground: Ground,
  actor: Actor,
  asked: StaffAsked,
): Promise<{ id: string; password: string }> {
  const password = firstPassword();
  const passwordHash = await hashPassword(password);
  return ground.db.transaction(async (tx) => {
    const id = createAccount(tx, ground.clock.now(), {
      loginName: asked.loginName,
      name: asked.name.trim(),
      phone: asked.phone ?? null,
      email: asked.email ?? null,
      passwordHash,
      mustChangePassword: true,
      staff: true,
    });
    await addPosts(tx, ground, actor, id, asked.posts);
    emit(tx, staffChanged, id, { departmentId: null });
    return { id, password };
  });
}

/** The account of a member of staff whom the actor reaches; throws `people.notStaff`, `general.forbidden`. */
async function mustReach(tx: Tx, ground: Ground, actor: Actor, account: Account): Promise<void> {
  if (!account.staff) throw peopleProblems.notStaff();
  const posts = await lastingPosts(tx, [account.id], shanghaiDay(ground.clock.now()));
  const roles = posts.map(({ role }) => role);
  if (!reachesRoles(actor, roles)) throw general.forbidden();
}

export const updateStaff = (
  ground: Ground,
  actor: Actor,
  account: Account,
  edit: { name: string; phone: string | null; email: string | null; version: number },
): Promise<Account> =>
  ground.db.transaction(async (tx) => {
    await mustReach(tx, ground, actor, account);
    if (!(await updateAccount(tx, account.id, { ...edit, name: edit.name.trim() }))) {
      const { name, phone, email, version } = await getAccount(tx, account.id);
      throw peopleProblems.changedMeanwhile({ current: { name, phone, email, version } });
    }
    emit(tx, staffChanged, account.id, { departmentId: null });
    forgetActors(tx, account.id);
    return getAccount(tx, account.id);
  });

/** Shuts an account, whose sessions end at once, or opens it again. Never one's own, never the last administrator's. */
export const disableStaff = (
  ground: Ground,
  actor: Actor,
  account: Account,
  { disabled, reason }: { disabled: boolean; reason: string },
): Promise<Account> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    await mustReach(tx, ground, actor, account);
    if (account.id === actor.accountId) throw peopleProblems.notOnYourself();
    if (disabled) {
      const posts = await lastingPosts(tx, [account.id], shanghaiDay(at));
      if (posts.some(({ role }) => role === 'admin')) await mustLeaveAdministrator(tx, account.id, shanghaiDay(at));
      endSessionsOf(tx, account.id, at);
    }
    setDisabled(tx, account.id, disabled ? at : null, reason);
    noteSignIn(tx, { at, act: disabled ? 'disable' : 'enable', accountId: account.id, note: `by ${actor.accountId}` });
    emit(tx, staffChanged, account.id, { departmentId: null });
    forgetActors(tx);
    return getAccount(tx, account.id);
  });

/** A new first password; a lock is lifted and all sessions end. Not on oneself: that is `changePassword`. */
export async function resetPassword(
  ground: Ground,
  actor: Actor,
  account: Account,
  reason: string,
): Promise<{ id: string; password: string }> {
  const password = firstPassword();
  const hash = await hashPassword(password);
  await ground.db.transaction(async (tx) => {
    await mustReach(tx, ground, actor, account);
    if (account.id === actor.accountId) throw peopleProblems.notOnYourself();
    const at = ground.clock.now();
    setPassword(tx, account.id, hash, true);
    endSessionsOf(tx, account.id, at);
    clearGuard(tx, guardKey('password', account.id));
    noteSignIn(tx, { at, act: 'reset', accountId: account.id, note: `password, by ${actor.accountId}: ${reason}` });
    forgetActors(tx, account.id);
  });
  return { id: account.id, password };
}

/** Takes the second factor away, so that it is set up anew at the next sign-in. */
export const resetSecondFactor = (ground: Ground, actor: Actor, account: Account, reason: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    await mustReach(tx, ground, actor, account);
    if (account.id === actor.accountId) throw peopleProblems.notOnYourself();
    const at = ground.clock.now();
    setTotpSecret(tx, account.id, null);
    endSessionsOf(tx, account.id, at);
    clearGuard(tx, guardKey('secondFactor', account.id));
    noteSignIn(tx, {
      at,
      act: 'reset',
      accountId: account.id,
      note: `second factor, by ${actor.accountId}: ${reason}`,
    });
    forgetActors(tx, account.id);
  });
