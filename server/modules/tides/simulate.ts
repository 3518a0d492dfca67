/** Days of a hall acted out, and what they say of its staffing: by zone and hour the work, the windows, the wait, the windows needed. Pure. */
import {
  measuresOf,
  runDay,
  type HallModel,
  type Measures,
  type OpenSpan,
  type Outcome,
  type PlannedSpan,
} from '#modules/hall';
import { windowsFor } from './erlang.ts';

/** One zone in one hour, mean over the days. */
export interface StaffingLine {
  zone: string;
  /** Beginning, in minutes from midnight; the hour may be a part of one at opening and closing. */
  from: number;
  people: number;
  /** Work that comes in, in windows that it would keep busy all the time. */
  load: number;
  /** Windows that are staffed. */
  windows: number;
  meanWait: number;
  /** Windows that Erlang C asks for, for the mean wait that is aimed at. */
  needed: number;
  /** Windows more (positive) or fewer that are proposed: the whole part of the difference. */
  change: number;
}

export interface Simulated {
  days: number;
  aim: number;
  measures: Measures;
  /** Share of staffed time in which somebody was called or served. */
  use: number;
  staffing: StaffingLine[];
}

/** Hours of a day as it is staffed: whole hours, cut off at opening and closing. */
export function hoursOf({ opens, closes }: { opens: number; closes: number }): { from: number; to: number }[] {
  const hours: { from: number; to: number }[] = [];
  for (let from = opens; from < closes; from = Math.floor(from / 60 + 1) * 60)
    hours.push({ from, to: Math.min(closes, Math.floor(from / 60 + 1) * 60) });
  return hours;
}

const overlap = (span: OpenSpan, from: number, to: number): number =>
  Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));

/** Acts out so many days of the hall under a plan. `aim`: the mean wait, in minutes, that staffing is measured by. */
export function simulate(
  model: HallModel,
  plan: readonly PlannedSpan[],
  terms: { days: number; seed: number; aim: number },
): Simulated {
  const { days, seed, aim } = terms;
  const zoneOfErrand = new Map(
    model.windows.flatMap(({ zone, errandIds }) => errandIds.map((id) => [id, zone] as const)),
  );
  const zoneOfWindow = new Map(model.windows.map(({ id, zone }) => [id, zone] as const));
  const outcomes: Outcome[] = [];
  const spans: OpenSpan[] = [];
  for (let day = 0; day < days; day++) {
    const run = runDay(model, seed, plan, day);
    outcomes.push(...run.outcomes);
    spans.push(...run.spans);
  }
  const busyOf = ({ calledAt, finishedAt, missedCalls }: Outcome): number =>
    (calledAt === null || finishedAt === null ? 0 : finishedAt - calledAt + model.setting.betweenMinutes) +
    missedCalls * model.setting.missMinutes;
  const staffing = [...new Set(model.windows.map(({ zone }) => zone))].flatMap((zone) => {
    const ours = outcomes.filter(({ errandId }) => zoneOfErrand.get(errandId) === zone);
    const open = spans.filter(({ windowId }) => zoneOfWindow.get(windowId) === zone);
    return hoursOf(model.day).map(({ from, to }): StaffingLine => {
      const came = ours.filter(({ enteredAt }) => enteredAt >= from && enteredAt < to);
      const busy = came.reduce((sum, outcome) => sum + busyOf(outcome), 0);
      const served = came.filter(({ became }) => became === 'served');
      const windows = open.reduce((sum, span) => sum + overlap(span, from, to), 0) / days / (to - from);
      const perHour = (came.length * 60) / days / (to - from);
      const needed = came.length === 0 ? 0 : windowsFor(perHour, busy / came.length, aim);
      return {
        zone,
        from,
        people: came.length / days,
        load: busy / days / (to - from),
        windows,
        meanWait: served.length === 0 ? 0 : served.reduce((sum, { waited }) => sum + waited, 0) / served.length,
        needed,
        change: Math.trunc(needed - windows) || 0,
      };
    });
  });
  const measures = measuresOf(outcomes, spans);
  const busy = outcomes.reduce((sum, outcome) => sum + busyOf(outcome), 0);
  return { days, aim, measures, use: busy / 60 / measures.staffHours, staffing };
}
