/** Minutes that run in office hours only: what is handed over at five to five is not late at night. Pure. */
import { addDays, isWorkingDay, shanghaiDay, type Calendar } from '#modules/deadlines';
import { instantOn } from '#platform/clock';

/** Office hours in which the limits of the house run: its own rule from 2026-01-01. */
const spans = [
  ['09:00', '12:00'],
  ['13:30', '17:00'],
] as const;

/** The instant at which so many office minutes after `at` are over; never before `at`, always within office hours of a working day. */
export function afterOfficeMinutes(at: Date, minutes: number, calendar: Calendar): Date {
  let left = minutes * 60_000;
  for (let day = shanghaiDay(at); ; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    for (const [opens, closes] of spans) {
      const from = Math.max(at.getTime(), instantOn(day, opens).getTime());
      const room = instantOn(day, closes).getTime() - from;
      if (room <= 0) continue;
      if (left <= room) return new Date(from + left);
      left -= room;
    }
  }
}

/** The end of the last of so many working days after that of `at`. */
export function afterWorkingDays(at: Date, days: number, calendar: Calendar): Date {
  let day = shanghaiDay(at);
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return instantOn(day, spans[1][1]);
}
