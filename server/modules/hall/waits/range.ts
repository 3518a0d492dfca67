/**
 * A likely range instead of one number: in 80 of 100 cases the wait is to lie within it. What a forecast gives is corrected by how earlier ones
 * at the same hour and with as many people before turned out, so that a hall that is not as it is taken to be is told of truly all the same. Pure.
 */

/** Minutes. */
export interface Range {
  low: number;
  likely: number;
  high: number;
}

/** Shares of the waits below the range, below its middle and below its end. */
const shares = [0.1, 0.5, 0.9] as const;

/** The value below which a share of rising values lies, between two by its place. */
export function quantileOf(rising: ArrayLike<number>, share: number): number {
  const place = share * rising.length - 0.5;
  const below = Math.min(rising.length - 1, Math.max(0, Math.floor(place)));
  const [one, other] = [rising[below]!, rising[Math.min(rising.length - 1, below + 1)]!];
  const part = Math.min(1, Math.max(0, place - below));
  return part === 0 || !Number.isFinite(other) ? one : one + part * (other - one);
}

/** The range of a forecast as it comes; undefined when in half of the runs nobody called. */
export function rangeOf(rising: ArrayLike<number>): Range | undefined {
  const [low, likely, high] = shares.map((share) => quantileOf(rising, share)) as [number, number, number];
  if (!Number.isFinite(likely)) return undefined;
  return { low, likely, high: Number.isFinite(high) ? high : rising.length > 1 ? lastFinite(rising) : likely };
}
const lastFinite = (rising: ArrayLike<number>): number => {
  let last = rising.length - 1;
  while (!Number.isFinite(rising[last]!)) last -= 1;
  return rising[last]!;
};

/** Steps of the scale on which misses are counted, and its end on both sides. */
const step = 0.1;
const end = 60;
/** Ranges are never taken to be narrower on either side: seconds are not foretold. */
const least = 0.25;

/**
 * Where the wait lay as seen from the range: -1 its beginning, 0 its middle, 1 its end; as a place on a scale of 121.
 */
export function missOf({ low, likely, high, waited }: Range & { waited: number }): number {
  const away = waited - likely;
  const miss = away / Math.max(least, away < 0 ? likely - low : high - likely);
  return end + Math.max(-end, Math.min(end, Math.round(miss / step)));
}

/** How many people wait before: to whom things happen differently. */
export const crowds = ['few', 'some', 'many'] as const;
export type Crowd = (typeof crowds)[number];

/** The third of a hall's usual queues in which one lies; `bounds` are where the second and the last third begin. */
export const crowdOf = (ahead: number, [some, many]: readonly [number, number]): Crowd =>
  ahead < some ? 'few' : ahead < many ? 'some' : 'many';

/** What earlier forecasts teach, by hour and crowd. */
export class Corrections {
  readonly bounds: readonly [number, number];
  #counts = new Map<string, Float64Array>();

  /** `ahead`: how many waited before whoever was told something earlier. */
  constructor(ahead: readonly number[]) {
    const rising = ahead.toSorted((one, other) => one - other);
    this.bounds = [rising[Math.floor(rising.length / 3)] ?? 3, rising[Math.floor((2 * rising.length) / 3)] ?? 10];
  }

  /** Counts how forecasts turned out: place of `missOf`, and how many, fading with the days. */
  count(hour: number, crowd: Crowd, miss: number, weight: number): void {
    for (const key of [`${hour} ${crowd}`, `${hour}`, crowd, '']) {
      const counts = this.#counts.get(key) ?? new Float64Array(2 * end + 1);
      counts[miss]! += weight;
      this.#counts.set(key, counts);
    }
  }

  /** The range that would have held 80 of 100 of the earlier ones; as it comes while there are few of them. */
  correct(range: Range, hour: number, crowd: Crowd): Range {
    const all = this.#learnt('', [-1, 0, 1], 150);
    const byCrowd = this.#learnt(crowd, all, 150);
    const [low, likely, high] = this.#learnt(`${hour}`, byCrowd, 150);
    const below = Math.max(least, range.likely - range.low);
    const above = Math.max(least, range.high - range.likely);
    const at = (miss: number): number => Math.max(0, range.likely + miss * (miss < 0 ? below : above));
    return { low: at(low), likely: at(likely), high: at(high) };
  }

  /** Quantiles of a list of misses, drawn towards others by as many as `worth`. */
  #learnt(key: string, towards: [number, number, number], worth: number): [number, number, number] {
    const counts = this.#counts.get(key);
    if (!counts) return towards;
    const total = counts.reduce((sum, one) => sum + one, 0);
    const trust = total / (total + worth);
    return shares.map((share, i) => trust * missBelow(counts, share * total) + (1 - trust) * towards[i]!) as typeof towards; // prettier-ignore
  }
}

/** The miss below which so many lie. */
function missBelow(counts: Float64Array, sought: number): number {
  let left = sought;
  for (let place = 0; place < counts.length; place++) {
    if (left <= counts[place]!) return (place - 0.5 + (counts[place] === 0 ? 0 : left / counts[place]!) - end) * step;
    left -= counts[place]!;
  }
  return end * step;
}
