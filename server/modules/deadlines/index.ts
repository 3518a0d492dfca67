/** The face of `deadlines`: days, the working calendar, due dates, clocks, the limits of the law, traffic lights. */
import type { Module } from '#platform/module';

export const module: Module = { name: 'deadlines', uses: [] };

/** Days of Asia/Shanghai as text, arithmetic without time zones, and how they are said in both languages. */
export { addDays, addMonths, daysBetween, isDay, sayDay, shanghaiDay, weekdayOf } from './dates.ts';
export type { Day, Language } from './dates.ts';
/** The working calendar as a versioned value: which days are worked, what a day is, which years are published. */
export { dayKind, isWorkingDay, makeCalendar, publishedCalendar, publishedYears, sayFestival } from './calendar.ts';
export type { Calendar, DayKind, PublishedYear } from './calendar.ts';
/** The versions of the calendar that this installation has, and taking in a new notice. */
export { calendarBeside, calendarsOf, copyBeside, loadCalendars } from './calendars-in-force.ts';
export { Calendars, ownCalendars, type CalendarVersion } from './calendars.ts';
export { importCalendar, type ImportedCalendar } from './import-calendar.ts';
export { calendarImported } from './events.ts';
export { NoticeFault } from './read-notice.ts';
/** From a day and a limit to the day on which it ends, and back from a day before which something must be done. */
export { dueOn, latestBefore } from './due.ts';
export type { DueDate, Period } from './due.ts';
/** Why this date: each day that did not count with its article, as data and in words. */
export { explainDue, sayCitation, sayUncountedDay } from './explain.ts';
/** A clock as events, and what they come to: deadline, forecast, state, explained day by day. */
export { daysRun, explainClock, projectClock } from './clock.ts';
export type { ClockInput, ClockProjection } from './clock.ts';
/** What can happen to a clock, sorted out, and the error for a history that makes no sense. */
export { ClockError, readEvents } from './clock-events.ts';
export type { ClockEvent, ClockFault, Pause } from './clock-events.ts';
/** The limits of the law, dated and with their articles. */
export { legalLimit, legalLimits } from './rules.ts';
export type { LegalLimit, LimitId } from './rules.ts';
/** Traffic lights, working days that remain, and the day and instant at which a light changes. */
export { overdueFrom, trafficLight, workingDaysBetween, yellowFrom } from './traffic.ts';
/** Shapes for contracts: the limit of an item, a citation, an explanation, a light. */
export type { Citation, DueExplanation, Light, LightReading, Limit, UncountedDay } from './contract.ts';
/** `yichuang due` without the command line around it. */
export { runDue } from './due-command.ts';
export type { DueAnswer, DueOptions } from './due-command.ts';
