/** Time at the window, as the days before have it: by errand, by who sits there, and how the hall is lately. Pure. */
import { logNormalTable, tabulate, type Durations } from './durations.ts';
import { minutesAt, type DaySummary } from './day-history.ts';

/** An errand as it is planned, for as long as little is known of it. */
export interface PlannedErrand {
  id: string;
  minutes: number;
}

/** Days after which something counts half. */
export const halfLife = { work: 12, level: 1.5, comers: 20 };
/** As many seen ones as the prior is worth. */
const worth = { shape: 30, mean: 12, pace: 40, level: 150 };
export const fading = (days: number, half: number): number => 0.5 ** (days / half);

const logSums = (counts: Iterable<[number, number]>): [n: number, sum: number, squares: number] => {
  const sums: [number, number, number] = [0, 0, 0];
  for (const [place, count] of counts) {
    const log = Math.log(minutesAt(place));
    sums[0] += count;
    sums[1] += count * log;
    sums[2] += count * log * log;
  }
  return sums;
};

/** Time at the window by errand, and how quick each is. */
export function learnWork(
  days: readonly DaySummary[],
  ages: readonly number[],
  errands: readonly PlannedErrand[],
): { work: Durations[]; pace: Map<string, number> } {
  const counts = errands.map(({ id }) => {
    const sum = new Map<number, number>();
    days.forEach((day, i) => {
      for (const [place, count] of day.work[id] ?? [])
        sum.set(place, (sum.get(place) ?? 0) + count * fading(ages[i]!, halfLife.work));
    });
    return sum;
  });
  // Planned minutes are a mean; the logarithm of a usual spread lies below it.
  const means = counts.map((one, i) => {
    const [n, sum] = logSums(one);
    return (sum + worth.mean * (Math.log(errands[i]!.minutes) - 0.2)) / (n + worth.mean);
  });
  const placeOfId = new Map(errands.map(({ id }, i) => [id, i]));
  const pace = paceOf(days, ages, means, placeOfId);
  const level = levelOf(days, ages, means, pace, placeOfId);
  const shape = new Map<number, number>();
  const middle = (i: number): number => (means[i]! - Math.log(minutesAt(0))) / 0.05;
  counts.forEach((one, i) => {
    for (const [place, count] of one) {
      const away = Math.round(place - middle(i));
      shape.set(away, (shape.get(away) ?? 0) + count);
    }
  });
  const hall = scaleOf(shape) ?? normalShape;
  const work = counts.map((one, i) => {
    const [n] = logSums(one);
    const own = scaleOf(one);
    const trust = n / (n + worth.shape);
    return tabulate((share) => {
      const away = own ? trust * (own(share) - middle(i)) + (1 - trust) * hall(share) : hall(share);
      return minutesAt(middle(i) + away) * level;
    });
  });
  return { work, pace };
}

/** The usual log-normal shape of time at a window, in steps of the scale. */
const normalShape = (share: number): number => {
  const table = usualShape;
  return table[Math.min(table.length - 1, Math.floor(share * table.length))]!;
};
const usualShape = Float64Array.from(logNormalTable(1, 0.7), (value) => Math.log(value) / 0.05 + 4);

function paceOf(
  days: readonly DaySummary[],
  ages: readonly number[],
  means: readonly number[],
  placeOfId: ReadonlyMap<string, number>,
): Map<string, number> {
  const sums = new Map<string, [number, number]>();
  days.forEach(({ servers }, d) => {
    const weight = fading(ages[d]!, halfLife.comers);
    for (const [serverId, byErrand] of Object.entries(servers)) {
      const own = sums.get(serverId) ?? [0, 0];
      for (const [errandId, [count, sum]] of Object.entries(byErrand)) {
        const errand = placeOfId.get(errandId);
        if (errand === undefined) continue;
        own[0] += weight * count;
        own[1] += weight * (sum - count * means[errand]!);
      }
      sums.set(serverId, own);
    }
  });
  return new Map([...sums].map(([id, [n, sum]]) => [id, Math.exp(sum / (n + worth.pace))]));
}

/** How the hall is lately, against the weeks before: time at windows drifts for all at once. */
function levelOf(
  days: readonly DaySummary[],
  ages: readonly number[],
  means: readonly number[],
  pace: ReadonlyMap<string, number>,
  placeOfId: ReadonlyMap<string, number>,
): number {
  let [n, sum] = [0, 0];
  days.forEach(({ servers }, d) => {
    const weight = fading(ages[d]!, halfLife.level);
    for (const [serverId, byErrand] of Object.entries(servers))
      for (const [errandId, [count, logs]] of Object.entries(byErrand)) {
        const errand = placeOfId.get(errandId);
        if (errand === undefined) continue;
        n += weight * count;
        sum += weight * (logs - count * (means[errand]! + Math.log(pace.get(serverId) ?? 1)));
      }
  });
  return Math.exp(sum / (n + worth.level));
}

/** The place on the scale below which a share lies, spread evenly within each step; undefined of nothing. */
function scaleOf(counts: ReadonlyMap<number, number>): ((share: number) => number) | undefined {
  const sorted = [...counts].toSorted(([one], [other]) => one - other);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total <= 0) return undefined;
  return (share) => {
    let left = share * total;
    for (const [place, count] of sorted) {
      if (left <= count) return place - 0.5 + left / count;
      left -= count;
    }
    return sorted.at(-1)![0] + 0.5;
  };
}
export const tableOf = (counts: ReadonlyMap<number, number>): Durations | undefined => {
  const scale = scaleOf(counts);
  return scale && tabulate((share) => minutesAt(scale(share)));
};
/** The same of a scale of whole minutes. */
export const minutesTable = (counts: ReadonlyMap<number, number>): Durations => tabulate(scaleOf(counts) ?? (() => 20));
