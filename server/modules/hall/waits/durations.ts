/**
 * How long something takes, as it was seen: a table of equally likely values, from which drawing costs one look. Minutes. What has gone on
 * for a while already is drawn from what is left of the table.
 */
import type { Chance } from './chance.ts';

/** Values in rising order, each as likely as the others. Never empty. */
export type Durations = Float64Array;

const size = 400;

/** Equally likely values of a distribution that is given by its quantiles; `at` takes a share from 0 to 1. */
export const tabulate = (at: (share: number) => number): Durations =>
  Float64Array.from({ length: size }, (_, i) => at((i + 0.5) / size));

/** Always the same. */
export const always = (minutes: number): Durations => Float64Array.of(minutes);

/** By Acklam's approximation of the normal quantile, to nine digits of ten. */
export function normalQuantile(share: number): number {
  const low = 0.02425;
  if (share > 1 - low) return -normalQuantile(1 - share);
  if (share < low) {
    const q = Math.sqrt(-2 * Math.log(share));
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
    ); // prettier-ignore
  }
  const q = share - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r - 30.66479806614716) * r + 2.506628277459239) * q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r - 13.28068155288572) * r + 1)
  ); // prettier-ignore
}

/** Log-normal with a mean; the spread is the standard deviation as a share of it. */
export function logNormalTable(mean: number, spread: number): Durations {
  const variance = Math.log(1 + spread * spread);
  const sigma = Math.sqrt(variance);
  return tabulate((share) => mean * Math.exp(sigma * normalQuantile(share) - variance / 2));
}

/** One drawn value; `share` at least 0, below 1. Between two of the table everything is as likely. */
function valueAt(table: Durations, share: number): number {
  const place = share * table.length - 0.5;
  if (place <= 0) return table[0]!;
  const below = Math.floor(place);
  if (below >= table.length - 1) return table[table.length - 1]!;
  return table[below]! + (place - below) * (table[below + 1]! - table[below]!);
}

/** The share of values that are lower. */
export function shareBelow(table: Durations, value: number): number {
  let low = 0;
  let high = table.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (table[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low / table.length;
}

export const draw = (table: Durations, chance: Chance): number => valueAt(table, chance.next());

/** What is left of something that has gone on for so long; what goes on longer than ever was seen goes on for a while still. */
export function drawRest(table: Durations, gone: number, chance: Chance): number {
  if (gone <= 0) return draw(table, chance);
  const below = shareBelow(table, gone);
  if (below >= 1 - 2 / (table.length + 2)) return -Math.log(1 - chance.next()) * Math.max(1, gone / 3);
  return Math.max(0, valueAt(table, below + (1 - below) * chance.next()) - gone);
}

export const meanOf = (table: Durations): number => table.reduce((sum, value) => sum + value, 0) / table.length;
