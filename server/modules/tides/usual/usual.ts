/** What is usual at a time of the day: waits, and how many come. Pure: from sums over comparable days. */
import { partMinutes } from './count-day.ts';
import { fewestDays } from './comparable.ts';
import type { WorkSum } from './usual-store.ts';

/** Sums over some days, of the errands of one zone. */
export interface UsualWork {
  days: number;
  work: readonly WorkSum[];
}

/** The hour around a span of the day, in whole quarters from midnight; `to` is included. */
export function partsAround(fromMinute: number, toMinute: number): { from: number; to: number } {
  const from = Math.min(92, Math.max(0, Math.round(((fromMinute + toMinute) / 2 - 30) / partMinutes)));
  return { from, to: from + 3 };
}

/**
 * The mean wait in minutes of those who were called in the hour around a span of the day, in minutes from midnight; null where too few days
 * are known, or nobody came on them.
 */
export function usualWait({ days, work }: UsualWork, fromMinute: number, toMinute: number): number | null {
  if (days < fewestDays) return null;
  const parts = partsAround(fromMinute, toMinute);
  let called = 0;
  let seconds = 0;
  for (const row of work) {
    if (row.part < parts.from || row.part > parts.to) continue;
    called += row.called;
    seconds += row.waitedSeconds;
  }
  return called === 0 ? null : seconds / called / 60;
}

/** People who come in each five minutes of a usual day, from midnight; smoothed over the hour around, for a few days say little of five minutes. */
export function usualArrivals({ days, work }: UsualWork): number[] {
  const parts = Array.from({ length: 96 }, () => 0);
  if (days > 0) for (const { part, came } of work) parts[part]! += came / days;
  const smooth = parts.map((own, i) => {
    const before = parts[i - 1] ?? 0;
    const after = parts[i + 1] ?? 0;
    // Where the doors open and close there is nothing on the other side to smooth with.
    return before === 0 || after === 0 ? own : (before + 2 * own + after) / 4;
  });
  return smooth.flatMap((people) => [people / 3, people / 3, people / 3]);
}

/**
 * How many are likely to come in each five minutes from now on for two hours: as usual, at the level of today, and for a while at that of
 * the last half hour. `came`: how many came in each five minutes of today so far, from midnight.
 */
export function likelyArrivals(usual: readonly number[], came: ReadonlyMap<number, number>, nowMinute: number) {
  const now = Math.floor(nowMinute / 5);
  const sum = (of: (part: number) => number, from: number, to: number): number => {
    let all = 0;
    for (let part = from; part < to; part++) all += of(part);
    return all;
  };
  const expected = (part: number): number => usual[part] ?? 0;
  const seen = (part: number): number => came.get(part) ?? 0;
  const soFar = sum(expected, 0, now);
  // Sixty people, or fifteen, are believed to be as usual beside those who were seen: a few say little.
  const level = (sum(seen, 0, now) + 60) / (soFar + 60);
  const recent = (sum(seen, now - 6, now) + 15) / (sum(expected, now - 6, now) * level + 15);
  return {
    arrivals: Array.from({ length: 24 }, (_, i) => expected(now + i) * level * (1 + (recent - 1) * Math.exp(-i / 10))),
    /** How many the guess rests on. */
    seen: soFar + 60,
  };
}
