/**
 * Which clock runs on a case in each state, and when it ends. Only a projection: always computed whole from the day the
 * clock began, what happened to it since, the item's limits, the law's limits and the calendar; never moved by hand.
 */
import {
  daysRun,
  dueOn,
  legalLimit,
  overdueFrom,
  projectClock,
  readEvents,
  shanghaiDay,
  type Calendar,
  type ClockEvent,
  type ClockProjection,
  type Limit,
  type Pause,
} from '#modules/deadlines';
import type { ItemBody } from '#modules/catalogue/contract';
import type { Action, State } from './case.ts';
import { hearingAfter, type Hearing } from './hearing.ts';

export type DueRule = 'tellAll' | 'cure' | 'decide' | 'deliver';

export interface Due {
  dueRule: DueRule | null;
  /** Day from which the limit is counted; it does not count itself (civil code art. 201). */
  dueFrom: string | null;
  /** What was promised; null while the clock stands still, unless it had passed before. */
  targetOn: string | null;
  /** What the law allows; never before the target. Null as above. */
  fatalOn: string | null;
  /** True while the last day lies in a year whose days off are not published yet (暂定). */
  dueProvisional: boolean;
  /** When a rule acts by itself: nothing was told or supplemented in time. */
  nextAt: Date | null;
  /** What happened to this clock since it began; null for most: nothing. */
  clockEvents: readonly ClockEvent[] | null;
  /** The day since which the clock stands still (行政许可法 art. 45). */
  pausedSince: string | null;
  /** While it stands still: the last day that the law would allow if it is resumed as planned. */
  forecastOn: string | null;
}

export const noDue: Due = {
  dueRule: null,
  dueFrom: null,
  targetOn: null,
  fatalOn: null,
  dueProvisional: false,
  nextAt: null,
  clockEvents: null,
  pausedSince: null,
  forecastOn: null,
};

export type Limits = Pick<ItemBody, 'kind' | 'immediate' | 'statutoryLimit' | 'promisedLimit'>;

/** The limits for the decision: what is promised, and what the law allows (art. 42 where the item says nothing). */
export function decisionLimits(item: Limits, day: string): { target: Limit; fatal: Limit } {
  if (item.immediate)
    return { target: { value: 0, unit: 'workingDay' }, fatal: item.statutoryLimit ?? { value: 0, unit: 'workingDay' } };
  const law = legalLimit('decide', day);
  const fatal = item.statutoryLimit ?? { value: law.value, unit: law.unit as Limit['unit'] };
  return { target: item.promisedLimit ?? fatal, fatal };
}

/** Which clock runs in a state. */
const ruleOf: Partial<Record<State, DueRule>> = {
  submitted: 'tellAll',
  supplementing: 'cure',
  accepted: 'decide',
  examined: 'decide',
  granted: 'deliver',
  refused: 'deliver',
  issued: 'deliver',
};

/**
 * The clock after a step at `at`: the one that runs goes on where the state keeps it (examining does not restart the
 * decision's clock), another one begins on that day. Pure: the same input gives the same dates.
 */
export function dueAfter(before: Due, state: State, at: Date, item: Limits, calendar: Calendar): Due {
  const rule = ruleOf[state];
  if (!rule) return noDue;
  if (rule === before.dueRule) return sameDue(before);
  return dueOf(rule, shanghaiDay(at), item, calendar);
}

/** Picked by name: what is passed in is usually a whole case. */
function sameDue(before: Due): Due {
  const { dueRule, dueFrom, targetOn, fatalOn, dueProvisional, nextAt, clockEvents, pausedSince, forecastOn } = before;
  return { dueRule, dueFrom, targetOn, fatalOn, dueProvisional, nextAt, clockEvents, pausedSince, forecastOn };
}

/** The clock after an action: as `dueAfter`, and what the action itself says of the clock. */
export function dueAfterAction(
  before: Due,
  action: Pick<Action, 'kind' | 'toState' | 'at' | 'facts'>,
  item: Limits,
  calendar: Calendar,
): Due {
  const event = action.facts.clock as ClockEvent | undefined;
  const next = ruleOf[action.toState];
  // What a decision says of the clock concerns the one that begins with it: that of the delivery.
  if (event && next && next !== before.dueRule) return dueOf(next, shanghaiDay(action.at), item, calendar, [event]);
  if (event) return dueOf(before.dueRule!, before.dueFrom!, item, calendar, [...(before.clockEvents ?? []), event]);
  if (action.kind === 'recount')
    return dueOf(before.dueRule!, before.dueFrom!, item, calendar, before.clockEvents ?? []);
  // Accepted by the rule: the time to decide is counted from the day on which the materials came in (art. 32).
  if (action.kind === 'deemAccepted') return dueOf('decide', before.dueFrom!, item, calendar);
  return dueAfter(before, action.toState, action.at, item, calendar);
}

/** The promised and the statutory limit by which a clock runs that began on a day. */
export const limitsOf = (rule: DueRule, from: string, item: Limits): { target: Limit; fatal: Limit } =>
  rule === 'decide' ? decisionLimits(item, from) : lawLimits(rule, from);

/** The dates of a clock that began on a day and of what happened to it since; made again when a calendar changes. */
export function dueOf(
  rule: DueRule,
  from: string,
  item: Limits,
  calendar: Calendar,
  events: readonly ClockEvent[] = [],
): Due {
  const { target, fatal } = limitsOf(rule, from, item);
  if (events.length > 0) return dueOfEvents(rule, from, { target, fatal }, calendar, events);
  const last = dueOn({ from, limit: fatal, calendar });
  const first = dueOn({ from, limit: target, calendar });
  return {
    ...noDue,
    dueRule: rule,
    dueFrom: from,
    targetOn: earlier(first.date, last.date),
    fatalOn: last.date,
    dueProvisional: first.provisional || last.provisional,
    nextAt: actsByItself(rule, item) ? overdueFrom(last.date) : null,
  };
}

/**
 * Where nothing was told within five working days, a licence counts as accepted (art. 32); where nothing was supplemented, the
 * case lapses. Both after the end of the last day.
 */
const actsByItself = (rule: DueRule, item: Limits): boolean =>
  rule === 'cure' || (rule === 'tellAll' && item.kind === 'licence');

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** The events of a clock with its beginning. */
const historyOf = (from: string, events: readonly ClockEvent[]): ClockEvent[] => [
  { id: 'started', kind: 'started', on: from },
  ...events,
];

/**
 * With pauses and extensions. Both limits stand still and are extended together: a promise is not broken by the expert
 * review of which the applicant was told, nor by the days that the head has approved.
 */
function dueOfEvents(
  rule: DueRule,
  from: string,
  { target, fatal }: { target: Limit; fatal: Limit },
  calendar: Calendar,
  events: readonly ClockEvent[],
): Due {
  const project = (limit: Limit): ClockProjection => projectClock({ limit, calendar, events: historyOf(from, events) });
  const [first, last] = [project(target), project(fatal)];
  const fatalOn = last.dueOn ?? null;
  return {
    ...noDue,
    dueRule: rule,
    dueFrom: from,
    targetOn: first.dueOn && fatalOn ? earlier(first.dueOn, fatalOn) : (first.dueOn ?? null),
    fatalOn,
    dueProvisional: first.provisional || last.provisional,
    clockEvents: events,
    pausedSince: last.pausedSince ?? null,
    forecastOn: last.forecastOn ?? null,
  };
}

/** What happened to the clock and was not taken back. */
export function standingEvents({ clockEvents }: Pick<Due, 'clockEvents'>): ClockEvent[] {
  const events = clockEvents ?? [];
  const cancelled = new Set(events.flatMap((event) => (event.kind === 'cancelled' ? [event.cancels] : [])));
  return events.filter(({ id, kind }) => kind !== 'cancelled' && !cancelled.has(id));
}

/** The pauses of a clock that have not ended. */
export function openPauses({ clockEvents }: Pick<Due, 'clockEvents'>): Pause[] {
  return clockEvents ? readEvents(clockEvents).pauses.filter(({ resumedOn }) => resumedOn === undefined) : [];
}

/** What the clock of a decision came to in the end. */
export interface DecidedDue {
  targetOn: string;
  fatalOn: string;
  /** Working days for which it ran. */
  days: number;
}

/**
 * The clock of the decision when it ends on a day: what was promised, what the law allowed, and for how many days it ran. Null
 * where nothing had happened to it: then the day of acceptance says it all.
 */
export function decidedDue(before: ClockLine, on: string, item: Limits, calendar: Calendar): DecidedDue | null {
  const { dueRule, dueFrom, clockEvents, expiresOn } = before;
  if (dueRule !== 'decide' || dueFrom === null || (clockEvents === null && expiresOn === null)) return null;
  const events: ClockEvent[] = [...historyOf(dueFrom, clockEvents ?? []), { id: 'met', kind: 'met', on }];
  const { target, fatal } = decisionLimits(item, dueFrom);
  const [first, last] = [target, fatal].map((limit) => projectClock({ limit, calendar, events }).dueOn!) as [
    string,
    string,
  ];
  const fatalOn = expiresOn === null ? last : earlier(last, expiresOn);
  return { targetOn: earlier(first, fatalOn), fatalOn, days: daysRun({ limit: fatal, calendar, events }, on) };
}

/** All that a case's line says of its clocks. */
export interface ClockLine extends Due {
  /** What the clock of the decision came to, where something had happened to it. */
  decidedDue: DecidedDue | null;
  /** What the head is asked for. */
  wants: 'extension' | null;
  /** The hearing, where one was ever offered or called (art. 46 to 48). */
  hearing: Hearing | null;
  /** The last day of the licence whose renewal is asked for; null where none is, or where it was asked for too late. */
  expiresOn: string | null;
}

/** As a case begins. */
export const noClock: ClockLine = { ...noDue, decidedDue: null, wants: null, hearing: null, expiresOn: null };

/** What an action makes of the clock: the dates, what the decision's clock came to, and what the head is still asked for. */
export function clockAfter(
  before: ClockLine,
  action: Pick<Action, 'id' | 'kind' | 'toState' | 'at' | 'facts'>,
  item: Limits,
  calendar: Calendar,
): ClockLine {
  const { expiresOn = before.expiresOn } = action.facts as { expiresOn?: string | null };
  const due = boundedBy(expiresOn, dueAfterAction(before, action, item, calendar));
  const decides = action.kind === 'grant' || action.kind === 'refuse' || action.kind === 'deemGranted';
  return {
    ...due,
    decidedDue: decides ? decidedDue(before, shanghaiDay(action.at), item, calendar) : before.decidedDue,
    wants:
      action.kind === 'askExtension'
        ? 'extension'
        : action.kind === 'extend' || action.kind === 'declineExtension' || due.dueRule !== 'decide'
          ? null
          : before.wants,
    hearing: hearingAfter(before.hearing, action, calendar),
    expiresOn,
  };
}

/**
 * A renewal is decided before the licence expires, whatever stands still; after that day it counts as granted (art. 50). Other clocks
 * than that of the decision are left as they are.
 */
export function boundedBy(expiresOn: string | null, due: Due): Due {
  if (expiresOn === null || due.dueRule !== 'decide') return due;
  const bounded = (day: string | null): string | null => (day === null ? null : earlier(day, expiresOn));
  return {
    ...due,
    targetOn: bounded(due.targetOn),
    fatalOn: bounded(due.fatalOn),
    forecastOn: bounded(due.forecastOn),
    nextAt: overdueFrom(expiresOn),
  };
}

function lawLimits(rule: Exclude<DueRule, 'decide'>, from: string): { target: Limit; fatal: Limit } {
  const law = legalLimit(rule, from);
  const limit = { value: law.value, unit: law.unit as Limit['unit'] };
  return { target: limit, fatal: limit };
}
