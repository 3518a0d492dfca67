/** Who stands on the wall of honour (荣誉榜). Pure. */

/** The ratings of somebody's visits in a month. */
export interface Served {
  accountId: string;
  clerkName: string;
  rated: number;
  /** 非常满意, 满意 and 基本满意. */
  good: number;
}

/** With fewer ratings luck decides; and no more than a screen shows. */
export const [leastRated, mostNamed] = [20, 5];

/**
 * The lower end of the 95 % interval of the share of good ratings (Wilson): 20 of 20 is less sure than 200 of 201, and stands below it.
 */
export function sureShare(good: number, rated: number): number {
  if (rated === 0) return 0;
  const z = 1.96;
  const share = good / rated;
  const middle = share + (z * z) / (2 * rated);
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * rated)) / rated);
  return (middle - spread) / (1 + (z * z) / rated);
}

/** The best ones in their order, of those who agree to be named. Nobody is on it with a worse share than nine in ten. */
export const honoured = (served: readonly Served[], agrees: ReadonlySet<string>): Served[] =>
  served
    .filter(({ accountId, rated, good }) => agrees.has(accountId) && rated >= leastRated && good >= rated * 0.9)
    .toSorted(
      (one, other) => sureShare(other.good, other.rated) - sureShare(one.good, one.rated) || other.rated - one.rated,
    )
    .slice(0, mostNamed);

/** The month before the one of a day, whole: 2026-05-01 to 2026-05-31. */
export function monthBefore(day: string): { from: string; to: string } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const on = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);
  return { from: on(year, month - 2, 1), to: on(year, month - 1, 0) };
}
