/** What an advice that was followed has brought, in the hour after the window began: measured, against the usual, and against the hour without it. */
import { segmentsBetween, spansBetween, type PastSegment, type PastSpan } from '#modules/hall';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import { listUnmeasured, saveAdvice, type AdviceRow, type Effect } from '../advice/advice-store.ts';
import { adviceChanged } from '../events.ts';
import type { Outcome } from '../states.ts';
import { frees } from '../usual/count-day.ts';
import { usualWait } from '../usual/usual.ts';
import type { Scene } from '../watch/scene.ts';
import { replay, type Staffed, type Waited } from './replay.ts';

/** The hour in which an effect is looked for. */
export const measuredMinutes = 60;

/** Minutes of waiting saved for each minute at the window, from which an advice helped, or did a little. */
const helpedFrom = 1;
const littleFrom = 0.25;
/** Getting somebody to a window costs no less than this, however soon they leave again: two minutes saved by three at a window are no effect. */
const leastStaffed = 15;
export function outcomeOf(saved: number, staffed: number): Outcome {
  if (staffed <= 0) return 'nothing';
  const cost = Math.max(staffed, leastStaffed);
  return saved >= helpedFrom * cost ? 'helped' : saved >= littleFrom * cost ? 'little' : 'nothing';
}

interface Turn {
  errandId: string;
  since: number;
  calledAt: number | null;
  freeAt: number | null;
  windowId: string | null;
}
/** Each time that somebody waited, with the window that called and how long it was kept. Milliseconds. */
export function turnsOf(segments: readonly PastSegment[]): Turn[] {
  const turns: Turn[] = [];
  let turn: Turn | undefined;
  segments.forEach((segment, i) => {
    const { act, state, errandId, windowId } = segment;
    const at = segment.at.getTime();
    if (segments[i - 1]?.ticketId !== segment.ticketId) turn = undefined;
    if (act === 'call') {
      // Somebody who was put aside and called from there did not wait in the queue.
      if (turn?.calledAt !== null) turns.push((turn = { errandId, since: at, calledAt: at, freeAt: null, windowId }));
      turn.calledAt = at;
      turn.windowId = windowId;
    } else if (turn && frees.has(act) && turn.freeAt === null && (turn.calledAt !== null || state !== 'waiting')) {
      // Whoever goes before the call waits no more.
      if (turn.calledAt === null) turns.splice(turns.indexOf(turn), 1);
      turn.freeAt = at;
    }
    if (state === 'waiting') turns.push((turn = { errandId, since: at, calledAt: null, freeAt: null, windowId: null }));
  });
  return turns;
}

/** Spans in which windows were open, in milliseconds; what goes on is open until `now`. */
function openSpans(spans: readonly PastSpan[], now: number) {
  return spans.flatMap((span, i) => {
    const next = spans[i + 1];
    if (span.state !== 'open') return [];
    return [
      {
        windowId: span.windowId,
        from: span.at.getTime(),
        to: next?.shiftId === span.shiftId ? next.at.getTime() : now,
      },
    ];
  });
}

/** When a window was there for the people of a zone: from its beginning to its end, but for those of other zones whom it served meanwhile. */
function between(elsewhere: readonly Turn[], from: number, to: number): { from: number; to: number }[] {
  const gaps: { from: number; to: number }[] = [];
  let free = from;
  for (const { calledAt, freeAt } of elsewhere) {
    if (calledAt === null || calledAt >= to || (freeAt ?? to) <= free) continue;
    if (calledAt > free) gaps.push({ from: free, to: calledAt });
    free = freeAt ?? to;
  }
  return free < to ? [...gaps, { from: free, to }] : gaps;
}

/**
 * The effect of an advice on the people of its zone. `windows`: what the windows of the hall do; what one was seen to do in the day counts as
 * well, and the advice's own counts for as long as it held.
 */
export function effectOf(
  advice: AdviceRow,
  day: { segments: readonly PastSegment[]; spans: readonly PastSpan[] },
  zone: { errandIds: readonly string[]; windows: readonly { id: string; duty: readonly string[] }[] },
  usual: number | null,
  now: Date,
): Effect {
  const from = advice.beganAt!.getTime();
  const until = from + measuredMinutes * 60_000;
  const ends = Math.min(until, (advice.endedAt ?? now).getTime());
  const own = advice.windowId;
  const turns = turnsOf(day.segments);
  const inHour = turns.filter(
    ({ since, calledAt, errandId }) =>
      since < until &&
      (calledAt === null || (calledAt >= from && calledAt < until + 30 * 60_000)) &&
      zone.errandIds.includes(errandId),
  );
  const does = new Map(zone.windows.map(({ id, duty }) => [id, new Set(duty)]));
  does.set(own, new Set(advice.errandIds));
  for (const { windowId, errandId } of inHour) if (windowId !== null) does.get(windowId)?.add(errandId);
  const here = new Map([...does].filter(([, ids]) => zone.errandIds.some((id) => ids.has(id))));
  const minute = (at: number): number => (at - from) / 60_000;
  const kept = inHour.flatMap(({ calledAt, freeAt }) => (calledAt !== null && freeAt !== null ? [(freeAt - calledAt) / 60_000] : [])); // prettier-ignore
  const mean = kept.length === 0 ? 8 : kept.reduce((sum, one) => sum + one, 0) / kept.length;
  const people = inHour.map(({ errandId, since, calledAt, freeAt }): Waited => ({
    errandId,
    since: minute(since),
    minutes: calledAt !== null && freeAt !== null ? (freeAt - calledAt) / 60_000 : mean,
  }));
  const windows = openSpans(day.spans, Math.max(until, now.getTime()))
    .filter((span) => here.has(span.windowId) && span.to > from && span.from < until)
    .flatMap((span) => {
      const busy = turns.find(({ windowId, calledAt, freeAt }) => windowId === span.windowId && calledAt !== null && calledAt < from && (freeAt ?? from) > from); // prettier-ignore
      const free = Math.max(span.from, from, busy?.freeAt ?? 0);
      const to = span.windowId === own ? Math.min(span.to, ends) : span.to;
      const elsewhere = turns.filter(({ windowId, errandId }) => windowId === span.windowId && !zone.errandIds.includes(errandId)); // prettier-ignore
      return between(elsewhere, free, to).map((gap) => ({ windowId: span.windowId, from: minute(gap.from), to: minute(gap.to), does: here.get(span.windowId)! })); // prettier-ignore
    });
  const staffOf = (withOwn: boolean): Staffed[] => windows.filter(({ windowId }) => withOwn || windowId !== own);
  const horizon = measuredMinutes + 60;
  const [withWindow, withoutWindow] = [replay(people, staffOf(true), horizon), replay(people, staffOf(false), horizon)];
  const staffed = (ends - from) / 60_000;
  const called = turns.filter(({ calledAt, errandId }) => calledAt !== null && calledAt >= from && calledAt < until && zone.errandIds.includes(errandId)); // prettier-ignore
  const tenth = (value: number): number => Math.round(value * 10) / 10;
  const each = (sum: number): number | null => (people.length === 0 ? null : tenth(sum / people.length));
  const saved = Math.round(withoutWindow - withWindow);
  return {
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    wait:
      called.length === 0
        ? null
        : tenth(called.reduce((sum, { since, calledAt }) => sum + (calledAt! - since), 0) / called.length / 60_000),
    usual: usual === null ? null : tenth(usual),
    people: people.length,
    withWindow: each(withWindow),
    withoutWindow: each(withoutWindow),
    saved,
    staffed: Math.round(staffed),
    served: turns.filter(({ windowId, calledAt, freeAt }) => windowId === own && calledAt !== null && calledAt >= from && calledAt < ends && freeAt !== null).length, // prettier-ignore
    outcome: outcomeOf(saved, staffed),
  };
}

/** Measures what began an hour ago or longer and was not measured yet; a few at a time. */
export async function measureDue(tx: Tx, scene: Scene): Promise<void> {
  const { outletId, at } = scene;
  const due = await listUnmeasured(tx, outletId, new Date(at.getTime() - measuredMinutes * 60_000));
  for (const [day, advices] of Map.groupBy(due, ({ beganAt }) => shanghaiDay(beganAt!))) {
    const midnight = startOfDay(day);
    const end = new Date(midnight.getTime() + 86_400_000);
    const [segments, spans] = await Promise.all([
      segmentsBetween(tx, outletId, midnight, end),
      spansBetween(tx, outletId, midnight, end),
    ]);
    for (const advice of advices) {
      const errandIds = scene.errands.filter(({ zone }) => zone === advice.zone).map(({ id }) => id);
      const begins = (advice.beganAt!.getTime() - midnight.getTime()) / 60_000;
      // The scene's days are those that today is compared with; of a day before, the usual is left out.
      const work = scene.work.filter(({ errandId }) => errandIds.includes(errandId));
      const usual = day === scene.day ? usualWait({ days: scene.comparable.days.length, work }, begins, begins + measuredMinutes) : null; // prettier-ignore
      saveAdvice(tx, {
        ...advice,
        effect: effectOf(advice, { segments, spans }, { errandIds, windows: scene.windows }, usual, at),
      });
    }
  }
  if (due.length > 0) emit(tx, adviceChanged, outletId, { outletId, everybody: true });
}
