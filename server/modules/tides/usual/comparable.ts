/**
 * Which days a day is compared with: the same weekday of the weeks before. Days at the edge of a holiday and weekends that are worked have
 * another crowd; they are compared with their like, and never with the usual. Pure.
 */
import { addDays, dayKind, weekdayOf, type Calendar, type Day } from '#modules/deadlines';
import type { Crowd } from '../states.ts';

/** Whether a holiday lies between a day and the next working day in a direction. */
function meetsHoliday(calendar: Calendar, day: Day, step: 1 | -1): boolean {
  let at = addDays(day, step);
  for (let i = 0; i < 12; i++, at = addDays(at, step)) {
    const { kind } = dayKind(calendar, at);
    if (kind === 'holiday') return true;
    if (kind !== 'weekend') return false;
  }
  return false;
}

/** What crowd a day has. A day between two holidays counts as after the first. */
export function crowdOf(calendar: Calendar, day: Day): Crowd {
  const { kind } = dayKind(calendar, day);
  if (kind === 'holiday' || kind === 'weekend') return 'off';
  if (meetsHoliday(calendar, day, -1)) return 'afterHoliday';
  if (meetsHoliday(calendar, day, 1)) return 'beforeHoliday';
  return kind === 'makeUp' ? 'makeUp' : 'usual';
}

/** Days that a day is compared with. */
export interface Comparable {
  crowd: Crowd;
  /** The newest first. */
  days: Day[];
  /** There were too few of its like, and it is compared with usual days of its weekday. */
  instead: boolean;
}

/** Fewer than this many days are chance. */
export const fewestDays = 2;
/** So far back a usual day is comparable; those of holidays come once in a year. */
const usualWeeks = 16;
const holidayWeeks = 56;

/** Chooses among the days that were counted. `weeks`: how many at most. */
export function comparableDays(calendar: Calendar, day: Day, counted: readonly Day[], weeks: number): Comparable {
  const crowd = crowdOf(calendar, day);
  const before = (most: number): Day[] =>
    counted
      .filter((one) => one < day && one >= addDays(day, -7 * most))
      .toSorted((one, other) => (one < other ? 1 : -1));
  const weekday = weekdayOf(day);
  const usual = before(usualWeeks)
    .filter((one) => weekdayOf(one) === weekday && crowdOf(calendar, one) === 'usual')
    .slice(0, weeks);
  if (crowd === 'usual') return { crowd, days: usual, instead: false };
  // A hall that opens at weekends has its own weekends to compare with.
  const like = before(crowd === 'off' ? usualWeeks : holidayWeeks)
    .filter((one) => crowdOf(calendar, one) === crowd && (crowd !== 'off' || weekdayOf(one) === weekday))
    .slice(0, weeks);
  if (like.length >= fewestDays) return { crowd, days: like, instead: false };
  return { crowd, days: usual, instead: true };
}
