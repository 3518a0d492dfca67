/** What the district is made for: a seed, a day, how many cases. Everything else follows. */
import { addDays, addMonths, weekdayOf, type Day } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import { Random } from '#platform/random';

export interface Plan {
  seed: number;
  /** The district stands as in the morning of this day, before the doors open: nothing has happened on it yet. */
  asOf: Day;
  cases: number;
  /** GB/T 2260 code, the beginning of every case number. */
  districtCode: string;
}

/** The instant at which all histories end. */
export const endOf = ({ asOf }: Plan): Date => startOfDay(asOf);
/** Histories begin eighteen months before. */
export const firstDayOf = ({ asOf }: Plan): Day => addMonths(asOf, -18);
/** When the district was set up: departments, posts and items are older than any case. */
export const foundedOn = ({ asOf }: Plan): Day => `${Number(asOf.slice(0, 4)) - 3}-01-04`;

/** The identity of something that was there from the beginning; the same for a seed, whatever the day. */
export const idOf = ({ seed }: Plan, ...what: (string | number)[]): string =>
  new Random(seed, 'id', ...what).id(Date.UTC(2023, 0, 4, 1));

/** The nth weekday (Monday 1 to Sunday 7) after a day. */
export function weekdayAfter(day: Day, weekday: number, nth: number): Day {
  const now = weekdayOf(day);
  const ahead = (((weekday % 7) - now + 7) % 7 || 7) + (nth - 1) * 7;
  return addDays(day, ahead);
}
