/**
 * The clock of a limit (计时). Its deadline is a pure function of limit, calendar and events: nothing is ever patched,
 * so an extension that is cancelled leaves no trace in a date, and a calendar published later is simply applied.
 *
 * Which days count: *a day counts if the clock runs at its end*, because a day of law ends at 24:00 (civil code
 * art. 203). So the day on which a pause begins does not count, and the day on which the clock is resumed does; a pause
 * that begins and ends on one day changes nothing; and a pause that begins on the last day keeps it from being missed.
 */
import type { Citation, DueExplanation } from './contract.ts';
import type { Calendar } from './calendar.ts';
import { type ClockEvent, type Pause, readEvents } from './clock-events.ts';
import { type Day, dayOf, numberOf } from './dates.ts';
import { type DueDate, type Gap, type Period, type Settled, dueDate, settle } from './due.ts';
import { explain } from './explain.ts';
import { workingDaysBefore } from './working-days.ts';

/** What a clock runs by: its limit, a version of the calendar, and all its events. */
export interface ClockInput {
  limit: Period;
  calendar: Calendar;
  events: readonly ClockEvent[];
  /** Only the forecast of a pause that has outlasted its plan looks at today; the deadline never does. */
  today?: Day;
}

/** What the events come to. To be stored whole, or not at all. */
export interface ClockProjection {
  state: 'notStarted' | 'running' | 'paused' | 'met' | 'lapsed';
  startedOn?: Day;
  /** The deadline. Absent while the clock stands still, unless it had passed before. */
  dueOn?: Day;
  /** While it stands still: the deadline if it is resumed as planned. Absent without a plan. */
  forecastOn?: Day;
  /** `dueOn` or `forecastOn` rests on a year that is not published. */
  provisional: boolean;
  pausedSince?: Day;
  /** While it stands still: the days left, in the unit of the limit (working days, as a rule). */
  remainingDays?: number;
  /** All extensions together, in the unit of the limit; calendar days for a limit in months. */
  extendedBy: number;
  endedOn?: Day;
  /** For a clock that was met: whether in time. */
  inTime?: boolean;
  calendarVersion: string;
}

/** The projection of a clock's events. Their order does not matter, and an event told twice is one event. */
export function projectClock(input: ClockInput): ClockProjection {
  const { limit, calendar, events, today } = input;
  const told = readEvents(events);
  const base = { extendedBy: told.extendedBy, calendarVersion: calendar.version };
  const { startedOn, ended } = told;
  if (startedOn === undefined) return { state: 'notStarted', provisional: false, ...base };

  const start = numberOf(startedOn);
  const end = (gaps: readonly Gap[]): Settled => settle(calendar, start, limit, told.extendedBy, gaps);
  const date = (settled: Settled): DueDate | undefined =>
    settled.number === undefined ? undefined : dueDate(calendar, startedOn, limit, settled);

  // What is met or lapsed stands still no longer.
  const gaps = mergeGaps(told.pauses.map((pause) => realGap(pause, ended?.on)));
  const settled = end(gaps);
  const due = date(settled);
  const dates = { startedOn, ...(due ? { dueOn: due.date } : {}), provisional: due?.provisional ?? false, ...base };
  if (ended) {
    const inTime = ended.kind === 'met' && due ? { inTime: ended.on <= due.date } : {};
    return { state: ended.kind, ...dates, endedOn: ended.on, ...inTime };
  }
  const open = gaps.at(-1);
  if (open?.to !== Infinity) return { state: 'running', ...dates };

  const forecast = due ? undefined : date(end(plannedGaps(told.pauses, today)));
  return {
    state: 'paused',
    ...dates,
    ...(forecast ? { forecastOn: forecast.date, provisional: forecast.provisional } : {}),
    pausedSince: dayOf(open.from),
    remainingDays: settled.number === undefined ? settled.remaining : 0,
  };
}

/**
 * Every day that did not count towards the deadline, or towards the forecast while the clock stands still. Undefined
 * where there is neither.
 */
export function explainClock(input: ClockInput & { daysOffBy?: Citation }): DueExplanation | undefined {
  const { limit, calendar, events, today, daysOffBy } = input;
  const { startedOn, ended, pauses, extendedBy: extra } = readEvents(events);
  if (startedOn === undefined) return undefined;
  const real = mergeGaps(pauses.map((pause) => realGap(pause, ended?.on)));
  const known = settle(calendar, numberOf(startedOn), limit, extra, real).number !== undefined;
  const gaps = known ? real : plannedGaps(pauses, today);
  if (!known && gaps.some(({ to }) => to === Infinity)) return undefined;
  const named = pauses.map((pause) => {
    const gap = known ? realGap(pause, ended?.on) : plannedGap(pause, today);
    return { ...gap, reason: pause.reason, law: pause.law, article: pause.article };
  });
  return explain({ from: startedOn, limit, calendar, extra, gaps, named, ...(daysOffBy ? { daysOffBy } : {}) });
}

/** Working days from the beginning of a clock to a day, that one included, on which it ran: what an act really took. */
export function daysRun({ calendar, events }: ClockInput, until: Day): number {
  const { startedOn, pauses, ended } = readEvents(events);
  if (startedOn === undefined || until <= startedOn) return 0;
  const [start, end] = [numberOf(startedOn), numberOf(until)];
  const between = (from: number, to: number): number =>
    to <= from ? 0 : workingDaysBefore(calendar, to + 1) - workingDaysBefore(calendar, from + 1);
  const stood = mergeGaps(pauses.map((pause) => realGap(pause, ended?.on)));
  // A gap takes the days from its first up to, and not including, the one on which the clock runs again.
  return stood.reduce(
    (days, gap) => days - between(Math.max(gap.from - 1, start), Math.min(gap.to - 1, end)),
    between(start, end),
  );
}

const realGap = ({ on, resumedOn }: Pause, endedOn: Day | undefined): Gap => {
  const to = resumedOn ?? endedOn;
  return { from: numberOf(on), to: to === undefined ? Infinity : numberOf(to) };
};

const plannedGap = (pause: Pause, today: Day | undefined): Gap => {
  const { on, resumedOn, plannedEnd } = pause;
  if (resumedOn !== undefined || plannedEnd === undefined) return realGap(pause, undefined);
  return { from: numberOf(on), to: numberOf(today !== undefined && today > plannedEnd ? today : plannedEnd) };
};

const plannedGaps = (pauses: readonly Pause[], today: Day | undefined): Gap[] =>
  mergeGaps(pauses.map((pause) => plannedGap(pause, today)));

/** Gaps in order, overlapping and touching ones made one, empty ones left out. */
function mergeGaps(gaps: readonly Gap[]): Gap[] {
  const merged: Gap[] = [];
  for (const { from, to } of gaps.filter((gap) => gap.from < gap.to).toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}
