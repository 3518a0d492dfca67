/** What is said of days of a hall. All figures are made from outcomes and spans, never from means of means. */
import type { OpenSpan, Outcome } from './run-shapes.ts';

/** The value below which a share of the sorted values lies (nearest rank); NaN of none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return NaN;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export interface Measures {
  people: number;
  /** Minutes from entering the queue to the call that was answered, zero waits included; of those who were served. */
  meanWait: number;
  p95Wait: number;
  longestWait: number;
  /** Left, gave up or lapsed. */
  notServed: number;
  staffHours: number;
}

export function measuresOf(outcomes: readonly Outcome[], spans: readonly OpenSpan[]): Measures {
  const waits = outcomes.flatMap(({ became, waited }) => (became === 'served' ? [waited] : []));
  const sorted = Float64Array.from(waits).sort();
  return {
    people: outcomes.length,
    meanWait: mean(waits),
    p95Wait: quantile(sorted, 0.95),
    longestWait: quantile(sorted, 1),
    notServed: outcomes.length - waits.length,
    staffHours: spans.reduce((sum, { from, to }) => sum + to - from, 0) / 60,
  };
}
