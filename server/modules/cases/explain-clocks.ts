/** "Why this date?": every clock that ran on a case, what happened to it, and each day that did not count. Pure but for the reading. */
import { getVersion } from '#modules/catalogue';
import {
  explainClock,
  legalLimit,
  projectClock,
  calendarsOf,
  shanghaiDay,
  type Calendars,
  type ClockEvent,
  type Day,
} from '#modules/deadlines';
import type { Ground } from '#platform/ground';
import type { Action } from './case.ts';
import {
  clockAfter,
  limitsOf,
  noClock,
  openPauses,
  standingEvents,
  type ClockLine,
  type DueRule,
  type Limits,
} from './clocks.ts';
import type { CaseClock, CaseWhole } from './shapes.ts';
import { readActions, type CaseRow } from './store.ts';

interface Run {
  rule: DueRule;
  /** The last day of the licence that is renewed: no decision is later than that (art. 50). */
  expiresOn: Day | null;
  from: Day;
  events: ClockEvent[];
  ended?: { on: Day; at: Date; by: 'met' | 'lapsed' };
}

/** The clocks of a history, the oldest first. */
export function runsOf(
  actions: readonly Pick<Action, 'id' | 'kind' | 'toState' | 'at' | 'facts'>[],
  item: Limits,
  calendars: Calendars,
): Run[] {
  const runs: Run[] = [];
  let line: ClockLine = noClock;
  for (const action of actions) {
    const next = clockAfter(line, action, item, calendars.at(action.at));
    const running = runs.at(-1);
    if (next.dueRule !== line.dueRule || next.dueFrom !== line.dueFrom) {
      const on = shanghaiDay(action.at);
      if (running && line.dueRule)
        running.ended = {
          on,
          at: action.at,
          by: action.kind === 'lapse' || action.kind === 'deemAccepted' ? 'lapsed' : 'met',
        };
      if (next.dueRule)
        runs.push({
          rule: next.dueRule,
          from: next.dueFrom!,
          events: [...(next.clockEvents ?? [])],
          expiresOn: next.dueRule === 'decide' ? next.expiresOn : null,
        });
    } else if (running && next.clockEvents) running.events = [...next.clockEvents];
    line = next;
  }
  return runs;
}

/** What a desk needs to act on the clock that runs: what is under way, what can be taken back, what the head is asked for. */
export function clockAtDesk(
  row: Pick<CaseRow, 'clockEvents' | 'wants'>,
  actions: readonly Pick<Action, 'kind' | 'facts'>[],
): Pick<CaseWhole, 'pauses' | 'clockEvents' | 'asked'> {
  const asked = row.wants === 'extension' ? actions.findLast(({ kind }) => kind === 'askExtension') : undefined;
  return {
    pauses: openPauses(row).map(({ id, reason, on, plannedEnd = null }) => ({
      id,
      procedure: reason,
      since: on,
      plannedEnd,
    })),
    clockEvents: standingEvents(row).flatMap(({ id, kind, on, ...event }) =>
      kind === 'paused' || kind === 'extended' || kind === 'resumed'
        ? [{ id, kind, on, what: 'reason' in event ? event.reason : '' }]
        : [],
    ),
    asked: asked ? { days: asked.facts.days as number, reason: asked.facts.reason as string } : null,
  };
}

function clockOf(
  { rule, from, events, ended, expiresOn }: Run,
  item: Limits,
  today: Day,
  calendars: Calendars,
): CaseClock {
  const { target, fatal } = limitsOf(rule, from, item);
  const all: ClockEvent[] = [
    { id: 'started', kind: 'started', on: from },
    ...events,
    ...(ended ? [{ id: 'ended', kind: ended.by, on: ended.on } as const] : []),
  ];
  // As it was counted: what has ended by the calendar of its end.
  const calendar = ended ? calendars.at(ended.at) : calendars.latest.calendar;
  const input = { calendar, events: all, today };
  const project = (limit: typeof fatal) => projectClock({ ...input, limit });
  const [first, last] = [project(target), project(fatal)];
  const { law, article, of } = legalLimit(rule, from);
  const sooner = first.dueOn !== undefined && last.dueOn !== undefined && first.dueOn < last.dueOn;
  const bounded = (day: Day | undefined): Day | null =>
    day === undefined ? null : expiresOn !== null && expiresOn < day ? expiresOn : day;
  const why = (limit: typeof fatal) => explainClock({ ...input, limit }) ?? null;
  return {
    rule,
    of,
    law,
    article,
    from,
    limit: fatal,
    state: last.state,
    targetOn: bounded(sooner ? first.dueOn : last.dueOn),
    fatalOn: bounded(last.dueOn),
    forecastOn: bounded(last.forecastOn),
    expiresOn,
    provisional: last.provisional,
    extendedBy: last.extendedBy,
    remainingDays: last.remainingDays ?? null,
    endedOn: last.endedOn ?? null,
    inTime: last.inTime === undefined ? null : last.inTime && (expiresOn === null || last.endedOn! <= expiresOn),
    promise: sooner ? { limit: target, why: why(target) } : null,
    why: why(fatal),
    events: events.map((event) => ({
      id: event.id,
      kind: event.kind,
      on: event.on,
      recordedOn: event.recordedOn ?? null,
      reason: 'reason' in event ? event.reason : (event.because ?? null),
      days: event.kind === 'extended' ? event.days : null,
      plannedEnd: event.kind === 'paused' ? (event.plannedEnd ?? null) : null,
      refersTo: event.kind === 'resumed' ? event.pause : event.kind === 'cancelled' ? event.cancels : null,
      approvedBy: event.kind === 'extended' ? event.approvedBy : null,
    })),
  };
}

/** Every clock of the case with the days that did not count, the newest first. */
export async function explainClocks(ground: Ground, row: CaseRow): Promise<CaseClock[]> {
  const [actions, { body }] = await Promise.all([
    readActions(ground.db, row.id),
    getVersion(ground, row.itemId, row.itemVersion),
  ]);
  const today = shanghaiDay(ground.clock.now());
  const calendars = calendarsOf(ground);
  return runsOf(actions, body, calendars)
    .map((run) => clockOf(run, body, today, calendars))
    .toReversed();
}
