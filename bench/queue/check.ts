/** What must hold of all calls, whatever their number: each ticket once, none lost, nobody passed over. */
import type { BenchTicket } from './hall.ts';

/** A call as a window saw it; times in milliseconds of one clock. */
export interface Call {
  ticketId: string;
  began: number;
  ended: number;
  /** What the window does, as one text. */
  duty: string;
}

/** Tickets that were given to more than one window. */
export function doubles(calls: readonly Call[]): number {
  return calls.length - new Set(calls.map(({ ticketId }) => ticketId)).size;
}

/**
 * Calls that passed somebody over: one got a ticket although another with a lower rank, which it could have had, was called by a call that
 * began only after it had ended. While a call is under way it may hold a ticket that others then leave alone, so only calls
 * that do not overlap are compared.
 */
export function overtakings(
  calls: readonly Call[],
  tickets: ReadonlyMap<string, BenchTicket>,
  dutyOf: ReadonlyMap<string, ReadonlySet<string>>,
): number {
  const rankOf = ({ ticketId }: Call): number => tickets.get(ticketId)!.rank;
  const byEnd = calls.toSorted((one, other) => one.ended - other.ended);
  const byBegin = calls.toSorted((one, other) => one.began - other.began);
  /** The highest rank that was given so far, by what the window does: only windows that do an errand can pass over its tickets. */
  const highest = new Map<string, number>();
  let at = 0;
  let found = 0;
  for (const call of byBegin) {
    for (; at < byEnd.length && byEnd[at]!.ended < call.began; at++) {
      const { duty } = byEnd[at]!;
      highest.set(duty, Math.max(highest.get(duty) ?? 0, rankOf(byEnd[at]!)));
    }
    const { errandId, rank } = tickets.get(call.ticketId)!;
    if ([...highest].some(([duty, top]) => top > rank && dutyOf.get(duty)!.has(errandId))) found += 1;
  }
  return found;
}
