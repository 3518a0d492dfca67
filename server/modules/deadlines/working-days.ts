/**
 * An index of the working days of a calendar, so that adding 20 working days is two array reads. It is made once for
 * each calendar (a few milliseconds) and lives as long as the calendar does.
 */
import { type Calendar, isWorkingDay } from './calendar.ts';
import { dayOf, numberOf } from './dates.ts';

const firstNumber = numberOf('2000-01-01');
const lastNumber = numberOf('2099-12-31');

interface WorkingDays {
  /** How many working days lie before the day, counted from the first day of the index. */
  before: Int32Array;
  /** The numbers of the days that are worked, in order. */
  numbers: Int32Array;
}

const indexes = new WeakMap<Calendar, WorkingDays>();

function indexOf(calendar: Calendar): WorkingDays {
  const known = indexes.get(calendar);
  if (known) return known;
  const length = lastNumber - firstNumber + 1;
  const before = new Int32Array(length + 1);
  const numbers = new Int32Array(length);
  let count = 0;
  for (let at = 0; at < length; at++) {
    before[at] = count;
    if (isWorkingDay(calendar, dayOf(firstNumber + at))) numbers[count++] = firstNumber + at;
  }
  before[length] = count;
  const index = { before, numbers: numbers.slice(0, count) };
  indexes.set(calendar, index);
  return index;
}

/** How many working days lie before the day with this number. Only differences of it mean something. */
export function workingDaysBefore(calendar: Calendar, number: number): number {
  const count = indexOf(calendar).before[number - firstNumber];
  if (count === undefined) throw new RangeError('Deadlines are counted from 2000-01-01 to 2099-12-31 only.');
  return count;
}

/** The number of the working day that has so many working days before it. */
export function workingDayAfter(calendar: Calendar, count: number): number {
  const number = indexOf(calendar).numbers[count];
  if (number === undefined) throw new RangeError('Deadlines are counted from 2000-01-01 to 2099-12-31 only.');
  return number;
}
