/** Traffic lights (红绿灯). A day of law ends at 24:00 in Asia/Shanghai (civil code art. 203), so nothing is overdue before. */
import type { LightReading } from './contract.ts';
import type { Calendar } from './calendar.ts';
import type { ClockProjection } from './clock.ts';
import { type Day, addDays, dayOf, numberOf, startOfDay } from './dates.ts';
import { workingDayAfter, workingDaysBefore } from './working-days.ts';

/**
 * The light of a deadline: red once its last day is over; yellow with `warnDays` working days or fewer to go, so on the
 * last day at the latest; green before. What stands still is `paused`, unless it was overdue before; without a deadline,
 * or with a clock that has ended, there is `none`.
 */
export function trafficLight(asked: {
  dueOn?: Day | undefined;
  state?: ClockProjection['state'];
  today: Day;
  warnDays: number;
  calendar: Calendar;
}): LightReading {
  const { dueOn, state = 'running', today, warnDays, calendar } = asked;
  if (state === 'met' || state === 'lapsed' || state === 'notStarted') return { light: 'none', overdue: false };
  if (dueOn === undefined) return { light: state === 'paused' ? 'paused' : 'none', overdue: false };
  const remaining = workingDaysBetween(calendar, today, dueOn);
  if (today > dueOn) return { light: 'red', remaining, overdue: true };
  if (state === 'paused') return { light: 'paused', remaining, overdue: false };
  return { light: remaining <= warnDays ? 'yellow' : 'green', remaining, overdue: false };
}

/** Working days after `from` up to and including `to`: what remains on the morning after. Negative the other way round. */
export function workingDaysBetween(calendar: Calendar, from: Day, to: Day): number {
  return workingDaysBefore(calendar, numberOf(to) + 1) - workingDaysBefore(calendar, numberOf(from) + 1);
}

/** The first day on which the light is yellow: a list can compare it in SQL instead of asking for each row. */
export function yellowFrom(dueOn: Day, warnDays: number, calendar: Calendar): Day {
  const counted = workingDaysBefore(calendar, numberOf(dueOn) + 1) - warnDays;
  return dayOf(workingDayAfter(calendar, counted - 1));
}

/** The instant from which a deadline is overdue: the end of its last day in Asia/Shanghai. */
export const overdueFrom = (dueOn: Day): Date => startOfDay(addDays(dueOn, 1));
