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

export interface Point {
  hours: number;
  wait: number;
}

/**
 * The wait of a sweep at so many hours: on the straight line between the two neighbours. With fewer hours than the cheapest point
 * null, with more than the dearest the dearest one's wait: hours that a way of running the hall does not want are not used.
 */
export function waitAt(hours: number, sweep: readonly Point[]): number | null {
  const sorted = sweep.toSorted((one, other) => one.hours - other.hours);
  const after = sorted.findIndex((point) => point.hours >= hours);
  if (after < 0) return sorted.at(-1)!.wait;
  if (after === 0) return sorted[0]!.hours === hours ? sorted[0]!.wait : null;
  const [low, high] = [sorted[after - 1]!, sorted[after]!];
  return low.wait + ((high.wait - low.wait) * (hours - low.hours)) / (high.hours - low.hours);
}

/** The hours of a sweep at a mean wait, likewise; null when it never waits so little. */
export function hoursAt(wait: number, sweep: readonly Point[]): number | null {
  const sorted = sweep.toSorted((one, other) => one.hours - other.hours);
  const after = sorted.findIndex((point) => point.wait <= wait);
  if (after < 0) return null;
  if (after === 0) return sorted[0]!.hours;
  const [low, high] = [sorted[after - 1]!, sorted[after]!];
  return low.hours + ((high.hours - low.hours) * (low.wait - wait)) / (low.wait - high.wait);
}
