/**
 * From a day and a limit to the day on which the limit ends.
 *
 * The day on which a period begins does not count (civil code art. 201). Periods in which an office acts are working
 * days (行政许可法 art. 82). A period in calendar days or months that ends on a day off ends on the next working day
 * (civil code art. 203); a period in months ends on the corresponding day (art. 202).
 */
import type { Limit } from './contract.ts';
import { type Calendar, unpublishedYears } from './calendar.ts';
import { type Day, addMonths, dayOf, numberOf } from './dates.ts';
import { workingDayAfter, workingDaysBefore } from './working-days.ts';

/** A period of law: a limit, or a number of months (six months for an action). */
export interface Period {
  value: number;
  unit: Limit['unit'] | 'month';
}

/** A due date. `provisional` (暂定): it rests on a year whose days off are not published, and has to say so. */
export interface DueDate {
  date: Day;
  provisional: boolean;
}

/** The clock stands still from `from` up to, and not including, `to`: a day counts if the clock runs at its end. */
export interface Gap {
  from: number;
  /** Infinity while it still stands still. */
  to: number;
}

/**
 * Where a period ends: on the day `number`, moved there from its own last day `end` if that is a day off; or not yet
 * known, because the clock stands still with `remaining` days to go.
 */
export type Settled = { number: number; end: number } | { number?: undefined; remaining: number };

/**
 * The day on which a period ends that begins on `from`. A value of 0 is the same day, for what is decided at once; no
 * limit at all is expressed by not asking.
 */
export function dueOn(asked: { from: Day; limit: Period; calendar: Calendar }): DueDate {
  const { from, limit, calendar } = asked;
  return dueDate(calendar, from, limit, mustEnd(settle(calendar, numberOf(from), limit, 0, [])));
}

/**
 * The last day on which something can be done that must be done so long *before* a day: renewal 30 days before expiry
 * (行政许可法 art. 50), the notice of a hearing 7 days before it (art. 48). It is never moved because of a day off:
 * art. 203 of the civil code moves ends of periods to later days, and later would be too late.
 */
export function latestBefore(asked: { before: Day; limit: Limit; calendar: Calendar }): DueDate {
  const { before, limit, calendar } = asked;
  mustBeWhole(limit.value);
  const end = numberOf(before);
  if (limit.unit === 'calendarDay' || limit.value === 0) return { date: dayOf(end - limit.value), provisional: false };
  const date = dayOf(workingDayAfter(calendar, workingDaysBefore(calendar, end) - limit.value));
  return { date, provisional: unpublishedYears(calendar, date, dayOf(end - 1)).length > 0 };
}

/** The date of a settled period, with the note whether it rests on an unpublished year. */
export function dueDate(
  calendar: Calendar,
  from: Day,
  limit: Period,
  settled: { number: number; end: number },
): DueDate {
  const date = dayOf(settled.number);
  if (date === from) return { date, provisional: false };
  // In calendar days every day counts: only those at the end are asked whether they are off.
  const firstAsked = limit.unit === 'workingDay' ? dayOf(numberOf(from) + 1) : dayOf(settled.end);
  return { date, provisional: unpublishedYears(calendar, firstAsked, date).length > 0 };
}

/** A period that has no open gap always ends. */
export function mustEnd(settled: Settled): { number: number; end: number } {
  if (settled.number === undefined) throw new Error('The clock stands still: its end is not known yet.');
  return settled;
}

/**
 * The heart of every deadline: walks over the gaps, not over the days. `gaps` are sorted and do not touch each other;
 * `extra` are days by which the period was extended, counted like its own.
 */
export function settle(calendar: Calendar, start: number, limit: Period, extra: number, gaps: readonly Gap[]): Settled {
  mustBeWhole(limit.value);
  mustBeWhole(extra);
  const working = limit.unit === 'workingDay';
  const own = limit.unit === 'month' ? numberOf(addMonths(dayOf(start), limit.value)) - start : limit.value;
  // Days that count up to and including the given one.
  const countUpTo = (number: number): number => (working ? workingDaysBefore(calendar, number + 1) : number);

  let left = own + extra;
  if (left === 0) return runningFrom(start, gaps);
  let counted = countUpTo(start);
  for (const gap of gaps) {
    if (gap.to <= start) continue;
    const before = gap.from > start ? countUpTo(gap.from - 1) - counted : 0;
    if (left <= before) break;
    left -= before;
    if (gap.to === Infinity) return { remaining: left };
    counted = countUpTo(gap.to - 1);
  }
  if (!working) return firstWorkingDay(calendar, counted + left, gaps);
  const number = workingDayAfter(calendar, counted + left - 1);
  return { number, end: number };
}

/** The day itself, or the one on which the gap around it ends. */
function runningFrom(number: number, gaps: readonly Gap[]): Settled {
  const gap = gaps.find(({ from, to }) => from <= number && number < to);
  if (!gap) return { number, end: number };
  return gap.to === Infinity ? { remaining: 0 } : { number: gap.to, end: gap.to };
}

/** Civil code art. 203: the next working day, on which the clock must run as well. */
function firstWorkingDay(calendar: Calendar, end: number, gaps: readonly Gap[]): Settled {
  for (let number = end; ;) {
    const working = workingDayAfter(calendar, workingDaysBefore(calendar, number));
    const running = runningFrom(working, gaps);
    if (running.number === undefined) return running;
    if (running.number === working) return { number: working, end };
    number = running.number;
  }
}

function mustBeWhole(value: number): void {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`Not a number of days: ${value}`);
}
