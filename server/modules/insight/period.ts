/** The period that is asked for, and how far the reader's eye reaches. */
import { addDays, daysBetween } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import { rolesOf, type Actor } from '#platform/permissions';
import type { FigureFilter } from './contract.ts';
import type { Wanted } from './figure-store.ts';
import { insightProblems } from './problems.ts';

/** Days of a period at most: three years. */
const longest = 1_096;
/** The days that the working calendar knows; further away there is nothing to count. */
const firstDay = '2000-01-01';
const lastDay = '2099-12-31';

/** The departments whose figures the actor may see; undefined: all. */
export const withinOf = (actor: Actor): string[] | undefined =>
  rolesOf(actor).some((role) => role === 'office' || role === 'auditor')
    ? undefined
    : [
        ...new Set(
          actor.posts.flatMap((post) => (post.role !== 'admin' && post.departmentId ? [post.departmentId] : [])),
        ),
      ];

/** The filter with its days: without any, the thirty days up to today. Throws `insight.wrongPeriod`. */
export function wantedOf(
  filter: FigureFilter,
  within: string[] | undefined,
  now: Date,
  outletIds?: readonly string[],
): Wanted {
  const to = filter.to ?? (filter.from && filter.from > shanghaiDay(now) ? filter.from : shanghaiDay(now));
  const from = filter.from ?? (to > firstDay ? addDays(to, -29) : to);
  if (from < firstDay || to > lastDay || from > to || daysBetween(from, to) > longest)
    throw insightProblems.wrongPeriod({ from, to });
  const { departmentId, itemId, door, outletId } = filter;
  return {
    from,
    to,
    within,
    ...(departmentId ? { departmentId } : {}),
    ...(itemId ? { itemId } : {}),
    ...(door ? { door } : {}),
    ...(outletId ? { outletId } : {}),
    ...(outletIds ? { outletIds } : {}),
  };
}

/** Each day of the period, for a chart without holes. */
export function daysIn({ from, to }: Pick<Wanted, 'from' | 'to'>): string[] {
  const days = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
