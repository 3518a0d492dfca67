/**
 * What the days before say of how a hall goes on. Newer days count for more, so that a hall that changes is followed; thin counts
 * lean on the whole hall's, and without any on what was planned. Pure.
 */
import { weekdayOf } from '#modules/deadlines';
import { always, logNormalTable, type Durations } from './durations.ts';
import type { Counts, DaySummary } from './day-history.ts';
import { fading, halfLife, learnWork, minutesTable, tableOf, type PlannedErrand } from './learned-work.ts';

export interface Learned {
  errandIds: readonly string[];
  /** How many days it stands on. */
  days: number;
  work: Durations[];
  /** How long work takes with somebody, as a share of the usual; 1 for who is not known. */
  pace: ReadonlyMap<string, number>;
  coming: Durations;
  between: Durations;
  missed: number;
  missAfter: Durations;
  back: number;
  backAfter: Durations;
  leaving: number;
  /** People expected in each span of the day; by errand their share. */
  plain: Expected;
  ahead: Expected;
  aheadMinutes: Durations;
  /** How much a day differs from what is expected of it: variance of its share. */
  dayVariance: number;
  /** Turns of each window on days before, the likest first. */
  turns: ReadonlyMap<string, readonly (readonly number[])[]>;
}

export interface Expected {
  perSpan: Float64Array;
  /** Sums of the shares up to each errand. */
  upTo: Float64Array;
}

const spans = 144;
/** Analogues of a window's day that are kept. */
const turnsKept = 40;

const age = (day: string, today: string): number => Math.max(0, (Date.parse(today) - Date.parse(day)) / 86_400_000);

/** Learns from the days before `today`; those of today and later are left out. */
export function learn(
  history: readonly DaySummary[],
  errands: readonly PlannedErrand[],
  today: { day: string; kind: DaySummary['kind'] },
): Learned {
  const days = history.filter(({ day }) => day < today.day).toSorted((one, other) => (one.day < other.day ? 1 : -1));
  const ages = days.map(({ day }) => age(day, today.day));
  const pool = (pick: (day: DaySummary) => Counts, half = halfLife.work): Map<number, number> => {
    const sum = new Map<number, number>();
    days.forEach((day, i) => {
      for (const [place, count] of pick(day)) sum.set(place, (sum.get(place) ?? 0) + count * fading(ages[i]!, half));
    });
    return sum;
  };
  const total = (pick: (day: DaySummary) => number): number =>
    days.reduce((sum, day, i) => sum + pick(day) * fading(ages[i]!, halfLife.comers), 0);
  const [answered, missed] = [total((day) => day.answered), total((day) => day.missed)];
  const { work, pace } = learnWork(days, ages, errands);
  const likeness = days.map(
    ({ day, kind }, i) =>
      fading(ages[i]!, halfLife.comers) *
      (weekdayOf(day) === weekdayOf(today.day) ? 3 : 1) *
      (kind === today.kind ? 1 : 0.15),
  );
  const expected = (pick: (day: DaySummary) => Record<string, Counts>): Expected =>
    expectedOf(days, likeness, errands, pick);
  return {
    errandIds: errands.map(({ id }) => id),
    days: days.length,
    work,
    pace,
    coming: tableOf(pool((day) => day.coming)) ?? logNormalTable(0.7, 0.5),
    between: tableOf(pool((day) => day.between)) ?? always(0.3),
    missed: (missed + 1) / (answered + missed + 25),
    missAfter: tableOf(pool((day) => day.missAfter)) ?? always(2),
    back: (total((day) => day.back) + 1) / (missed + 2),
    backAfter: tableOf(pool((day) => day.backAfter, 60)) ?? logNormalTable(9, 0.8),
    leaving: total((day) => day.left) / (total((day) => day.waitedMinutes) + 500),
    plain: expected((day) => day.plain),
    ahead: expected((day) => day.ahead),
    aheadMinutes: minutesTable(pool((day) => day.aheadMinutes, halfLife.comers)),
    dayVariance: varianceOf(days),
    turns: turnsOf(days, today),
  };
}

function expectedOf(
  days: readonly DaySummary[],
  likeness: readonly number[],
  errands: readonly PlannedErrand[],
  pick: (day: DaySummary) => Record<string, Counts>,
): Expected {
  const perSpan = new Float64Array(spans);
  const byErrand = new Float64Array(errands.length);
  const weights = likeness.reduce((sum, one) => sum + one, 0);
  days.forEach((day, d) =>
    errands.forEach(({ id }, e) => {
      for (const [place, count] of pick(day)[id] ?? []) {
        perSpan[Math.min(place, spans - 1)]! += (count * likeness[d]!) / weights;
        byErrand[e]! += count * likeness[d]!;
      }
    }),
  );
  const all = byErrand.reduce((sum, one) => sum + one, 0) || 1;
  let upTo = 0;
  return { perSpan, upTo: byErrand.map((one) => (upTo += one / all)) };
}

/** How much the people of a day vary, beyond chance, among days of the same kind and weekday. */
function varianceOf(days: readonly DaySummary[]): number {
  const totalOf = ({ plain, ahead }: DaySummary): number =>
    [...Object.values(plain), ...Object.values(ahead)].flat().reduce((sum, [, count]) => sum + count, 0);
  const groups = Map.groupBy(days, ({ day, kind }) => `${weekdayOf(day)} ${kind}`);
  let [n, squares] = [4, 4 * 0.15 * 0.15];
  for (const group of groups.values()) {
    const totals = group.map(totalOf);
    const mean = totals.reduce((sum, one) => sum + one, 0) / totals.length;
    if (totals.length < 2 || mean === 0) continue;
    for (const one of totals) squares += (one / mean - 1) ** 2 - 1 / mean;
    n += totals.length - 1;
  }
  return Math.min(0.25, Math.max(0.0025, squares / n));
}

/** Days of each window that are like today first: of the same kind and weekday, then the newest. */
function turnsOf(
  days: readonly DaySummary[],
  today: { day: string; kind: DaySummary['kind'] },
): Map<string, (readonly number[])[]> {
  const found = new Map<string, (readonly number[])[]>();
  const like = ({ day, kind }: DaySummary): number =>
    (kind === today.kind ? 2 : 0) + (weekdayOf(day) === weekdayOf(today.day) ? 1 : 0);
  for (const day of days.toSorted((one, other) => like(other) - like(one)))
    for (const [windowId, turns] of Object.entries(day.turns)) {
      const list = found.get(windowId) ?? [];
      if (list.length < turnsKept) list.push(turns);
      found.set(windowId, list);
    }
  return found;
}
