/**
 * Time in which offices work: 8:30 to 12:00 and 13:30 to 17:00 on working days of the published calendar, as one line of minutes without
 * the nights between them. So "three hours later" is an addition.
 */
import { addDays, daysBetween, isWorkingDay, publishedCalendar, type Day } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';

const morning = { from: 510, to: 720 };
const afternoon = { from: 810, to: 1020 };
/** Minutes of work in a day. */
export const workday = morning.to - morning.from + (afternoon.to - afternoon.from);
const minute = 60_000;

export class OfficeTime {
  #first: Day;
  /** Instants at which working days begin (0:00). */
  #starts: number[] = [];
  /** For each day since the first: how many working days lie before it. */
  #before: number[] = [];

  /** Knows the days from `first` to half a year after `last`. */
  constructor(first: Day, last: Day) {
    this.#first = first;
    const days = daysBetween(first, last) + 180;
    for (let i = 0; i <= days; i++) {
      const day = addDays(first, i);
      this.#before.push(this.#starts.length);
      if (isWorkingDay(publishedCalendar, day)) this.#starts.push(startOfDay(day).getTime());
    }
  }

  isWorking(day: Day): boolean {
    const i = daysBetween(this.#first, day);
    return this.#before[i + 1] !== this.#before[i];
  }

  /** Minutes of work up to the instant; outside office hours up to the next opening. */
  minutesAt(at: Date): number {
    const day = shanghaiDay(at);
    const before = this.#before[daysBetween(this.#first, day)]!;
    if (!this.isWorking(day)) return before * workday;
    const clock = (at.getTime() - startOfDay(day).getTime()) / minute;
    const worked =
      clock <= morning.to
        ? Math.max(0, clock - morning.from)
        : morning.to - morning.from + Math.min(Math.max(0, clock - afternoon.from), afternoon.to - afternoon.from);
    return before * workday + worked;
  }

  /** The instant of so many minutes of work, to the millisecond. */
  instantOf(minutes: number): Date {
    const day = Math.floor(minutes / workday);
    const worked = minutes - day * workday;
    const half = morning.to - morning.from;
    const clock = worked < half ? morning.from + worked : afternoon.from + (worked - half);
    return new Date(Math.round(this.#starts[day]! + clock * minute));
  }

  /** The instant after so many more minutes of work. */
  after(at: Date, minutes: number): Date {
    return this.instantOf(this.minutesAt(at) + minutes);
  }
}
