/** What can happen to a clock. Events are only ever added; a wrong one is cancelled by another. */
import { type Day, numberOf } from './dates.ts';

interface Occurrence {
  /** Unique within the clock: an event that arrives twice counts once. */
  id: string;
  /** The day of Asia/Shanghai on which it takes effect. */
  on: Day;
  /** The day on which it was written down, if later; then `because` says why it is back-dated. */
  recordedOn?: Day;
  because?: string;
}

/** An event of a clock. */
export type ClockEvent =
  | (Occurrence & { kind: 'started' })
  | (Occurrence & {
      kind: 'paused';
      /** In words, as told to the applicant in writing (行政许可法 art. 45): 现场核查, 专家评审. */
      reason: string;
      law: string;
      article: string;
      /** The day on which it is meant to be resumed. */
      plannedEnd?: Day;
      /** Id of the document or file that shows it. */
      evidence?: string;
    })
  | (Occurrence & { kind: 'resumed'; pause: string })
  | (Occurrence & {
      kind: 'extended';
      /** In the unit of the limit; calendar days for a limit in months. */
      days: number;
      reason: string;
      law: string;
      article: string;
      approvedBy: string;
    })
  | (Occurrence & { kind: 'met' })
  /** The limit ran out and the law attaches a consequence to it (行政许可法 art. 32, 50). */
  | (Occurrence & { kind: 'lapsed' })
  | (Occurrence & { kind: 'cancelled'; cancels: string; because: string });

/** Why a history of a clock makes no sense. */
export type ClockFault =
  | 'startedTwice'
  | 'unknownEvent'
  | 'resumedTwice'
  | 'resumedBeforePause'
  | 'plannedEndBeforePause'
  | 'notDays'
  | 'backDatedWithoutReason';

/** Thrown for a history that makes no sense; `event` is the id of the event that does not fit. */
export class ClockError extends Error {
  readonly fault: ClockFault;
  readonly event: string;
  constructor(fault: ClockFault, event: string) {
    super(`Clock event ${event}: ${fault}`);
    this.name = 'ClockError';
    this.fault = fault;
    this.event = event;
  }
}

/** A pause with the day on which it really ended, if it did. */
export type Pause = Extract<ClockEvent, { kind: 'paused' }> & { resumedOn?: Day };

/** Events sorted out: what is cancelled is gone, each pause has its end. */
export interface ToldClock {
  startedOn?: Day;
  pauses: Pause[];
  extendedBy: number;
  ended?: { kind: 'met' | 'lapsed'; on: Day };
}

/** Sorts events out, whatever their order. Throws a ClockError for a history that makes no sense. */
export function readEvents(events: readonly ClockEvent[]): ToldClock {
  const known = new Map(events.map((event) => [event.id, event]));
  const cancelled = new Set<string>();
  for (const event of known.values()) {
    checkDays(event);
    if (event.kind !== 'cancelled') continue;
    // A cancellation stands; what it took away by mistake is recorded anew.
    if ((known.get(event.cancels)?.kind ?? 'cancelled') === 'cancelled') throw new ClockError('unknownEvent', event.id);
    cancelled.add(event.cancels);
  }
  const standing = [...known.values()].filter(({ id }) => !cancelled.has(id));

  const told: ToldClock = { pauses: [], extendedBy: 0 };
  const pauses = new Map<string, Pause>();
  for (const event of standing) {
    if (event.kind === 'started') {
      if (told.startedOn !== undefined) throw new ClockError('startedTwice', event.id);
      told.startedOn = event.on;
    } else if (event.kind === 'paused') {
      pauses.set(event.id, { ...event });
    } else if (event.kind === 'extended') {
      told.extendedBy += event.days;
    } else if (event.kind === 'met' || event.kind === 'lapsed') {
      // Whichever came first ended the clock; on the same day what was done counts before what was missed.
      const first = !told.ended || event.on < told.ended.on || (event.on === told.ended.on && event.kind === 'met');
      if (first) told.ended = { kind: event.kind, on: event.on };
    }
  }
  for (const event of standing) if (event.kind === 'resumed') resume(event, pauses, cancelled);
  told.pauses = [...pauses.values()].toSorted((a, b) => a.on.localeCompare(b.on) || a.id.localeCompare(b.id));
  return told;
}

function resume(
  event: Extract<ClockEvent, { kind: 'resumed' }>,
  pauses: Map<string, Pause>,
  cancelled: ReadonlySet<string>,
): void {
  const pause = pauses.get(event.pause);
  // With a pause that was cancelled goes its end.
  if (!pause && cancelled.has(event.pause)) return;
  if (!pause) throw new ClockError('unknownEvent', event.id);
  if (pause.resumedOn !== undefined) throw new ClockError('resumedTwice', event.id);
  if (event.on < pause.on) throw new ClockError('resumedBeforePause', event.id);
  pause.resumedOn = event.on;
}

function checkDays(event: ClockEvent): void {
  numberOf(event.on);
  const backDated = event.recordedOn !== undefined && event.recordedOn > event.on;
  if (backDated && (event.because ?? '').trim() === '') throw new ClockError('backDatedWithoutReason', event.id);
  if (event.kind === 'extended' && !(Number.isInteger(event.days) && event.days >= 0))
    throw new ClockError('notDays', event.id);
  if (event.kind === 'paused' && event.plannedEnd !== undefined && event.plannedEnd < event.on)
    throw new ClockError('plannedEndBeforePause', event.id);
}
