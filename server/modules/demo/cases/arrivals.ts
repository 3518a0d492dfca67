/** When applications come in: growing over the months, few on days off, by hours as people have time; online more and more. */
import { addDays, daysBetween, weekdayOf, type Day } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import { firstDayOf, type Plan } from '../plan.ts';
import { Random, weighted } from '#platform/random';
import type { OfficeTime } from './office-time.ts';
import { stories, storiesByDay, type Story } from './stories.ts';

export interface Arrival {
  /** Place among all cases, from 0, in the order of time. */
  index: number;
  /** Place among those of its year, from 1: its number. */
  serial: number;
  at: Date;
  /** Online share rises from 82 to 92 in a hundred. */
  online: boolean;
  random: Random;
  /** Set when the case is written and not drawn. */
  story: Story | undefined;
}

/** Hours of the day by how much comes in: offices have mornings, telephones have evenings. */
const officeHours = weighted([[8.5, 10], [9, 20], [9.5, 22], [10, 20], [10.5, 17], [11, 12], [11.5, 6], [13.5, 12], [14, 17], [14.5, 16], [15, 14], [15.5, 11], [16, 8], [16.5, 4]] as const); // prettier-ignore
const onlineHours = weighted([[0, 2], [1, 1], [6, 2], [7, 4], [8, 9], [9, 14], [10, 14], [11, 10], [12, 8], [13, 9], [14, 11], [15, 11], [16, 9], [17, 7], [18, 5], [19, 7], [20, 9], [21, 8], [22, 6], [23, 3]] as const); // prettier-ignore
const saturdayHours = weighted([
  [9, 10],
  [9.5, 12],
  [10, 11],
  [10.5, 8],
  [11, 5],
  [11.5, 2],
] as const);
/** What is written happens in the morning, so that it is where it should be by the next one. */
const storyHours = weighted([
  [9, 1],
  [9.5, 1],
  [10, 1],
] as const);
const months = [1.02, 0.78, 1.12, 1.06, 1.02, 1.04, 1.05, 0.98, 1.03, 0.94, 1.04, 1.02];

interface DayOfArrivals {
  day: Day;
  first: number;
  count: number;
  /** How many came earlier in the same year. */
  before: number;
  stories: readonly Story[];
}

/** How many come on which day; the sums add up to what was asked for. */
export function daysOf(plan: Plan, time: OfficeTime): DayOfArrivals[] {
  const begin = firstDayOf(plan);
  const length = daysBetween(begin, plan.asOf);
  const random = new Random(plan.seed, 'days');
  let sum = 0;
  const sums = Array.from({ length }, (_, i) => {
    const day = addDays(begin, i);
    const season = months[Number(day.slice(5, 7)) - 1]!;
    const growth = 0.86 + (0.28 * i) / length;
    const weekday = [0.2, 1.14, 1.04, 1, 0.98, 0.94, 0.26][weekdayOf(day)]!;
    // A festival empties the day; a weekend that is worked is like a Monday.
    const kind = time.isWorking(day) ? Math.max(weekday, 0.94) : Math.min(weekday, 0.22);
    return (sum += season * growth * kind * (1 + 0.12 * random.around()));
  });
  const drawn = Math.max(0, plan.cases - stories.length);
  const written = storiesByDay(plan);
  let first = 0;
  let before = 0;
  return sums.map((upTo, i) => {
    const day = addDays(begin, i);
    const own = written.get(day) ?? [];
    const count = Math.round((drawn * upTo) / sum) - Math.round((drawn * (sums[i - 1] ?? 0)) / sum) + own.length;
    if (day.endsWith('-01-01')) before = 0;
    first += count;
    before += count;
    return { day, first: first - count, count, before: before - count, stories: own };
  });
}

/** Applications of one day, in the order of time. */
export function arrivalsOn(
  plan: Plan,
  time: OfficeTime,
  { day, first, count, before, stories: own }: DayOfArrivals,
): Arrival[] {
  const begin = firstDayOf(plan);
  const share = 0.82 + (0.1 * daysBetween(begin, day)) / daysBetween(begin, plan.asOf);
  const working = time.isWorking(day);
  const saturday = weekdayOf(day) === 6 && !working;
  // Of all that comes, about a fourteenth comes on days off, nearly all of it online: the other days make up for it.
  const atCounter = working ? (1 - share) * 1.07 : saturday ? 0.1 : 0;
  const start = startOfDay(day).getTime();
  const drawn = Array.from({ length: count }, (_, i) => {
    const random = new Random(plan.seed, 'case', first + i);
    const story = own[i];
    const online = !random.chance(atCounter) && !story?.at;
    const hour = (story ? storyHours : online ? onlineHours : working ? officeHours : saturdayHours)(random);
    // Nobody draws a ticket in the last quarter before the counters close: the clerk too goes home.
    const span = online ? 60 : hour === 11.5 || hour === 16.5 ? 16 : 30;
    return {
      online: story ? !story.at : online,
      random,
      story,
      at: new Date(start + hour * 3_600_000 + Math.floor(random.next() * span * 60_000)),
    };
  });
  drawn.sort((a, b) => a.at.getTime() - b.at.getTime());
  return drawn.map((one, i) => ({ ...one, index: first + i, serial: before + i + 1 }));
}
