/** Means over seeds with their intervals, and what lies between two points of a sweep. */
import { mean } from '#modules/hall';

/** Two-sided 95 % points of Student's t by degrees of freedom, from 1. */
const t95 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145];

/** Half the width of the 95 % interval of a mean; NaN of fewer than two values. */
export function halfWidth(values: readonly number[]): number {
  const n = values.length;
  const middle = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (n - 1);
  return (t95[n - 2] ?? 1.96) * Math.sqrt(variance / n);
}

/** A way of running the hall in one week: a working day's mean. */
export interface Point {
  hours: number;
  wait: number;
  p95: number;
  alarms: number;
}

/** What a point is asked for by: so many staff hours, or so long a mean wait. */
export type Wanted = { hours: number } | { wait: number };

/** A step of a sweep: the mean wait that the plan aims at, and the price of a window besides; Infinity opens none. */
export interface Rung {
  aim: number;
  price: number;
}

const prices = [0.25, 0.5, 1, 2, 4, 8, 16, 32, Infinity];

/** One plan at every price, the cheapest first. */
export const atEveryPrice = (aim: number): Rung[] => prices.map((price) => ({ aim, price }));

/** Whether a point has more waiting, or fewer hours, than is wanted: what is more generous has less waiting and more hours. */
const lacks = (point: Point, wanted: Wanted): boolean =>
  'hours' in wanted ? point.hours < wanted.hours : point.wait > wanted.wait;

/**
 * Points at one rung after another, from the `first` on, until what is wanted lies between two of them or the rungs end. The more
 * generous come first.
 */
export function sweep(wanted: Wanted, rungs: readonly Rung[], first: number, run: (rung: Rung) => Point): Point[] {
  let nth = first;
  const points = [run(rungs[first]!)];
  const lacking = lacks(points[0]!, wanted);
  while (lacks(points.at(-1)!, wanted) === lacking) {
    nth += lacking ? -1 : 1;
    if (rungs[nth] === undefined) break;
    points.push(run(rungs[nth]!));
  }
  return points;
}

/**
 * The point of a sweep that is wanted, on the straight line between its two neighbours. Null when every point has more hours, or more
 * waiting; when every point has fewer hours, or less waiting, the nearest of them: hours that a way of running the hall does not use are
 * not used, and waiting is not added.
 */
export function pointAt(wanted: Wanted, points: readonly Point[]): Point | null {
  const sorted = points.toSorted((one, other) => one.hours - other.hours);
  const nth = sorted.findIndex((point) => !lacks(point, wanted));
  if (nth < 0) return 'hours' in wanted ? sorted.at(-1)! : null;
  const high = sorted[nth]!;
  const low = sorted[nth - 1];
  if (!low) return 'wait' in wanted || high.hours === wanted.hours ? high : null;
  const share =
    'hours' in wanted
      ? (wanted.hours - low.hours) / (high.hours - low.hours)
      : (low.wait - wanted.wait) / (low.wait - high.wait);
  const mix = (pick: (point: Point) => number): number => pick(low) + share * (pick(high) - pick(low));
  return {
    hours: mix(({ hours }) => hours),
    wait: mix(({ wait }) => wait),
    p95: mix(({ p95 }) => p95),
    alarms: mix(({ alarms }) => alarms),
  };
}
