/** A day of a hall added up from its kept intervals, by quarter of an hour. Pure: from segments and spans to rows. */
import type { PastSegment, PastSpan } from '#modules/hall';
import { startOfDay } from '#platform/clock';

/** A quarter of an hour, in minutes and milliseconds; parts of a day are counted from midnight. */
export const partMinutes = 15;
const partLength = partMinutes * 60_000;
const parts = 96;

export interface WorkPart {
  part: number;
  errandId: string;
  came: number;
  called: number;
  waitedSeconds: number;
  served: number;
  keptSeconds: number;
}
export interface WindowPart {
  part: number;
  zone: string;
  staffedSeconds: number;
  busySeconds: number;
}
export interface CountedDay {
  work: WorkPart[];
  windows: WindowPart[];
  /** By zone: how long windows kept people, twenty values from short to long. */
  spreads: { zone: string; seconds: number[] }[];
  /** Who finished which errand. */
  practice: { accountId: string; errandId: string }[];
}

/** Twenty values for any number of them, each for a twentieth; none for none. */
export function spreadOf(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const sorted = values.toSorted((one, other) => one - other);
  return Array.from({ length: 20 }, (_, i) => Math.round(sorted[Math.floor(((i + 0.5) / 20) * sorted.length)]!));
}

/** Gives each part of the day that lies between two instants its seconds. */
function spread(from: number, to: number, midnight: number, give: (part: number, seconds: number) => void): void {
  for (let part = Math.max(0, Math.floor((from - midnight) / partLength)); part < parts; part++) {
    const begins = midnight + part * partLength;
    if (begins >= to) return;
    give(part, (Math.min(to, begins + partLength) - Math.max(from, begins)) / 1_000);
  }
}

/** Acts after which a ticket is at no window, and waits only where they say so. */
export const frees: ReadonlySet<PastSegment['act']> = new Set(['finish', 'miss', 'park', 'transfer', 'release', 'cancel', 'withdraw', 'lapse']); // prettier-ignore

/** `zoneOfWindow` and `zoneOfErrand` undefined for what is no more: it is counted under an empty zone. */
export function countDay(
  day: string,
  segments: readonly PastSegment[],
  spans: readonly PastSpan[],
  zones: { ofWindow: ReadonlyMap<string, string>; ofErrand: ReadonlyMap<string, string> },
): CountedDay {
  const midnight = startOfDay(day).getTime();
  const partOf = (at: number): number => Math.min(parts - 1, Math.max(0, Math.floor((at - midnight) / partLength)));
  const work = new Map<string, WorkPart>();
  const windows = new Map<string, WindowPart>();
  const kept = new Map<string, number[]>();
  const practice = new Map<string, { accountId: string; errandId: string }>();
  const workAt = (at: number, errandId: string): WorkPart => {
    const key = `${partOf(at)} ${errandId}`;
    let row = work.get(key);
    if (!row) {
      row = { part: partOf(at), errandId, came: 0, called: 0, waitedSeconds: 0, served: 0, keptSeconds: 0 };
      work.set(key, row);
    }
    return row;
  };
  const windowAt = (part: number, zone: string): WindowPart => {
    const key = `${part} ${zone}`;
    let row = windows.get(key);
    if (!row) windows.set(key, (row = { part, zone, staffedSeconds: 0, busySeconds: 0 }));
    return row;
  };
  let since = 0;
  let call: PastSegment | undefined;
  segments.forEach((segment, i) => {
    const { act, state, errandId, ticketId } = segment;
    const at = segment.at.getTime();
    const before = segments[i - 1]?.ticketId === ticketId ? segments[i - 1] : undefined;
    if (!before) call = undefined;
    if (act === 'take') workAt(at, errandId).came += 1;
    if (act === 'call') {
      if (before?.state === 'waiting') {
        const row = workAt(at, errandId);
        row.called += 1;
        row.waitedSeconds += Math.round((at - since) / 1_000);
      }
      call = segment;
    } else if (call && frees.has(act)) {
      const seconds = Math.round((at - call.at.getTime()) / 1_000);
      const row = workAt(call.at.getTime(), call.errandId);
      row.keptSeconds += seconds;
      if (act === 'finish') row.served += 1;
      const zone = zones.ofErrand.get(call.errandId) ?? '';
      // A call that was taken back says nothing of how long work takes.
      if (act === 'finish' || act === 'park' || act === 'transfer') {
        const all = kept.get(zone);
        if (all) all.push(seconds);
        else kept.set(zone, [seconds]);
      }
      const own = zones.ofWindow.get(call.windowId ?? '') ?? '';
      spread(call.at.getTime(), at, midnight, (part, share) => (windowAt(part, own).busySeconds += share));
      if (act === 'finish' && segment.accountId)
        practice.set(`${segment.accountId} ${errandId}`, { accountId: segment.accountId, errandId });
      call = undefined;
    }
    // A call that came to nothing for the hall's reasons is no new beginning of waiting.
    if (state === 'waiting' && act !== 'release') since = at;
  });
  spans.forEach((span, i) => {
    const next = spans[i + 1];
    // A shift that nobody ended yet goes on; what is counted is over.
    if (span.state !== 'open' || next?.shiftId !== span.shiftId) return;
    const zone = zones.ofWindow.get(span.windowId) ?? '';
    spread(
      span.at.getTime(),
      next.at.getTime(),
      midnight,
      (part, share) => (windowAt(part, zone).staffedSeconds += share),
    );
  });
  return {
    work: [...work.values()],
    windows: [...windows.values()].map((row) => ({
      ...row,
      staffedSeconds: Math.round(row.staffedSeconds),
      busySeconds: Math.round(row.busySeconds),
    })),
    spreads: [...kept].map(([zone, seconds]) => ({ zone, seconds: spreadOf(seconds) })),
    practice: [...practice.values()],
  };
}
