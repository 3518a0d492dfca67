/** Searching the trail, which is an act of its own. */
import { addDays, daysBetween } from '#modules/deadlines';
import { nameOfAccounts } from '#modules/people';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { TrailFilter, TrailLine } from './contract.ts';
import { auditProblems } from './problems.ts';
import { noteSearch, searchActions } from './trail-store.ts';

/** Days of one search at most. */
const mostDays = 31;

/** Whether there can be an act on this day: the product is younger than the first and will be older than the last. */
const isNear = (day: string): boolean => day >= '2000-01-01' && day <= '2099-12-31';

/** Both ends of the days that are asked for; throws `audit.tooWide` when that is neither a case nor a few days. */
function bounded(filter: TrailFilter): TrailFilter {
  const { number, from, to } = filter;
  if (![from, to].every((day) => day === undefined || isNear(day))) throw auditProblems.tooWide({ mostDays });
  if (number) return filter;
  const first = from ?? (to && addDays(to, 1 - mostDays));
  const last = to ?? (from && addDays(from, mostDays - 1));
  if (!first || !last || first > last || daysBetween(first, last) >= mostDays)
    throw auditProblems.tooWide({ mostDays });
  return { ...filter, from: first, to: last };
}

/** A page of the trail. The search is recorded with what it was for and how much it found. */
export async function searchTrail(
  ground: Ground,
  actor: Actor,
  asked: TrailFilter,
  page: { limit: number; offset: number },
): Promise<{ rows: TrailLine[]; total: number; more: boolean }> {
  const filter = bounded(asked);
  const { rows, total, more } = await searchActions(ground.db, filter, page.limit, page.offset);
  const accounts = rows.flatMap(({ accountId }) => (accountId ? [accountId] : []));
  const names = await nameOfAccounts(ground.db, accounts);
  await ground.db.transaction(async (tx) =>
    noteSearch(tx, {
      id: newId(),
      at: ground.clock.now(),
      accountId: actor.accountId!,
      filter: { ...filter, ...page },
      found: total,
    }),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      accountName: (row.accountId && names.get(row.accountId)) || null,
    })),
    total,
    more,
  };
}
