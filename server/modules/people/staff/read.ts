/** Staff as lists show them. */
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { awayOn } from '../absence/store.ts';
import type { Account } from '../sign-in/store.ts';
import { placeNames } from '../views.ts';
import type { StaffRow } from './operations.ts';
import { lastingPosts, listAccounts, staffOf, type StaffFilter } from './store.ts';

/** Accounts with the posts that count today or later. */
export async function withPosts(ground: Ground, accounts: readonly Account[]): Promise<StaffRow[]> {
  const posts = await lastingPosts(
    ground.db,
    accounts.map(({ id }) => id),
    shanghaiDay(ground.clock.now()),
  );
  const places = await placeNames(ground.db, posts);
  return accounts.map((account) => ({
    id: account.id,
    loginName: account.loginName,
    name: account.name,
    phone: account.phone,
    email: account.email,
    disabledAt: account.disabledAt?.toISOString() ?? null,
    disabledReason: account.disabledReason,
    secondFactor: account.totpConfirmedAt !== null,
    version: account.version,
    posts: posts
      .filter(({ accountId }) => accountId === account.id)
      .map(({ accountId: _, givenBy: __, ...post }) => ({
        ...post,
        departmentName: post.departmentId && (places.get(post.departmentId) ?? null),
        outletName: post.outletId && (places.get(post.outletId) ?? null),
      })),
  }));
}

export async function staffPage(
  ground: Ground,
  filter: StaffFilter,
  limit: number,
  offset: number,
): Promise<{ rows: StaffRow[]; total: number }> {
  const day = shanghaiDay(ground.clock.now());
  const { rows, total } = await listAccounts(ground.db, filter, day, limit, offset);
  return { rows: await withPosts(ground, rows), total };
}

/** Who works at a department today, and who of them is away. */
export async function colleagues(ground: Ground, departmentId: string) {
  const day = shanghaiDay(ground.clock.now());
  const staff = await staffOf(ground.db, departmentId, day);
  const away = await awayOn(
    ground.db,
    staff.map(({ accountId }) => accountId),
    day,
  );
  return { rows: staff.map((member) => ({ ...member, away: away.has(member.accountId) })) };
}
