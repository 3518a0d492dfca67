/** Posts: given and ended, with what one person may not be at once. */
import { findDepartment, findOutlet } from '#modules/offices';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Reader, Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor, Post } from '#platform/permissions';
import { general } from '#platform/problems';
import { staffChanged } from '../events.ts';
import { peopleProblems } from '../problems.ts';
import { forgetActors } from '../sign-in/actor.ts';
import { getAccount, type Account } from '../sign-in/store.ts';
import { givePost } from './create.ts';
import { conflictOf, reachesRoles } from './roles.ts';
import {
  countOtherAdministrators,
  lastingPosts,
  lockAccount,
  lockAdministrators,
  setPostEnd,
  type PostRow,
} from './store.ts';

/** What is asked for; days of Asia/Shanghai. */
export interface PostAsked {
  role: Post['role'];
  departmentId?: string;
  outletId?: string;
  fromOn?: string;
  untilOn?: string;
}

export const dayBefore = (day: string): string => shanghaiDay(new Date(startOfDay(day).getTime() - 1));

/** Throws `people.postNeedsPlace` when a place is missing, unknown or out of service. */
async function checkPlace(reader: Reader, post: PostAsked): Promise<void> {
  const department = post.departmentId === undefined ? undefined : await findDepartment(reader, post.departmentId);
  const outlet = post.outletId === undefined ? undefined : await findOutlet(reader, post.outletId);
  const wrong = (asked: string | undefined, found: { retiredAt: Date | null } | undefined) =>
    asked !== undefined && (!found || found.retiredAt !== null);
  if (wrong(post.departmentId, department) || wrong(post.outletId, outlet)) throw peopleProblems.postNeedsPlace();
  if (['clerk', 'examiner', 'head'].includes(post.role) && !department && !outlet)
    throw peopleProblems.postNeedsPlace();
}

/** Gives posts to an account within an act. Throws what is wrong with them; `general.forbidden` beyond the actor's reach. */
export async function addPosts(
  tx: Tx,
  ground: Ground,
  actor: Actor,
  accountId: string,
  posts: readonly PostAsked[],
): Promise<void> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  lockAccount(tx, accountId);
  const present = await lastingPosts(tx, [accountId], today);
  const roles = [...present, ...posts].map(({ role }) => role);
  if (!reachesRoles(actor, roles)) throw general.forbidden();
  const conflict = conflictOf(roles);
  if (conflict) throw peopleProblems.rolesConflict({ roles: conflict });
  for (const post of posts) {
    if (post.untilOn !== undefined && (post.untilOn < (post.fromOn ?? today) || post.untilOn < today))
      throw peopleProblems.wrongSpan();
    await checkPlace(tx, post);
    givePost(tx, at, accountId, { ...post, givenBy: actor.accountId });
    emit(tx, staffChanged, accountId, { departmentId: post.departmentId ?? null });
  }
}

export const addPost = (ground: Ground, actor: Actor, account: Account, post: PostAsked): Promise<Account> =>
  ground.db.transaction(async (tx) => {
    if (!account.staff) throw peopleProblems.notStaff();
    await addPosts(tx, ground, actor, account.id, [post]);
    return account;
  });

/** Throws `people.lastAdministrator` when nobody else could administer on the day. */
export async function mustLeaveAdministrator(tx: Tx, accountId: string, day: string): Promise<void> {
  lockAdministrators(tx);
  if ((await countOtherAdministrators(tx, accountId, day)) === 0) throw peopleProblems.lastAdministrator();
}

/** Ends a post with the given day as its last, or at once. */
export const endPost = (ground: Ground, actor: Actor, post: PostRow, untilOn: string | undefined): Promise<Account> =>
  ground.db.transaction(async (tx) => {
    const today = shanghaiDay(ground.clock.now());
    if (!reachesRoles(actor, [post.role])) throw general.forbidden();
    if (post.untilOn !== null && post.untilOn < today) throw peopleProblems.postEnded();
    if (untilOn !== undefined && untilOn < today) throw peopleProblems.wrongSpan();
    if (post.role === 'admin') await mustLeaveAdministrator(tx, post.accountId, today);
    setPostEnd(tx, post.id, untilOn ?? dayBefore(today));
    emit(tx, staffChanged, post.accountId, { departmentId: post.departmentId });
    forgetActors(tx);
    return getAccount(tx, post.accountId);
  });
