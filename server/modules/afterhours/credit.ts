/**
 * What counts as time for whoever stayed, by a rule of the house from 2026-01-01; no law names it. Pure; `store.ts` says the same in SQL, and a
 * test compares the two.
 */

/** Minutes at most that are credited for waiting for somebody who did not come. */
export const waitedMinutes = 30;

export interface Stay {
  staffId: string;
  beginsAt: Date;
  state: 'done' | 'missed';
  /** When the service ended, or when it was recorded that nobody came. */
  until: Date;
}

/** From the beginning of what was granted, for which the person stayed; whatever was done before that was in the hours of the hall. */
export function creditOf({ beginsAt, state, until }: Stay): { from: number; until: number } {
  const from = beginsAt.getTime();
  const end = state === 'missed' ? Math.min(until.getTime(), from + waitedMinutes * 60_000) : until.getTime();
  return { from, until: Math.max(from, end) };
}

/** Minutes of each person: the union of their stays, for nobody stays twice at once; rounded after they are added. */
export function creditedMinutes(stays: readonly Stay[]): Map<string, number> {
  const spans = stays
    .map((stay) => ({ staffId: stay.staffId, ...creditOf(stay) }))
    .toSorted((one, other) => one.from - other.from);
  const reached = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const { staffId, from, until } of spans) {
    const begin = Math.max(from, reached.get(staffId) ?? -Infinity);
    sums.set(staffId, (sums.get(staffId) ?? 0) + Math.max(0, until - begin));
    reached.set(staffId, Math.max(until, reached.get(staffId) ?? -Infinity));
  }
  return new Map([...sums].map(([staffId, sum]) => [staffId, Math.round(sum / 60_000)]));
}
