/** How many ratings of each level: the same rows counted for the whole, for each department and for each day. */
import type { Ground } from '#platform/ground';
import { levels, type Level } from './rating.ts';
import { countByDay, type RatingFilter } from './store.ts';

type Counts = Record<Level, number> & { total: number };
const none = (): Counts => ({
  ...(Object.fromEntries(levels.map((level) => [level, 0])) as Record<Level, number>),
  total: 0,
});

/** Counts of levels, with those that nobody gave, and their sum. */
export function levelsOf(counted: readonly { level: Level; count: number }[]): Counts {
  const counts = none();
  for (const { level, count } of counted) {
    counts[level] += count;
    counts.total += count;
  }
  return counts;
}

/** Counts by level. Whoever said nothing is in none of them. */
export async function countRatings(ground: Ground, filter: RatingFilter) {
  const all = none();
  const departments = new Map<string, Counts>();
  const days = new Map<string, Counts>();
  for (const { day, departmentId, level, count } of await countByDay(ground.db, filter)) {
    for (const counts of [all, ensure(departments, departmentId), ensure(days, day)]) {
      counts[level] += count;
      counts.total += count;
    }
  }
  return {
    asOf: ground.clock.now().toISOString(),
    all,
    byDepartment: [...departments].map(([departmentId, counts]) => ({ departmentId, ...counts })),
    byDay: [...days].map(([day, counts]) => ({ day, ...counts })),
  };
}

function ensure(map: Map<string, Counts>, key: string): Counts {
  let counts = map.get(key);
  if (!counts) map.set(key, (counts = none()));
  return counts;
}
