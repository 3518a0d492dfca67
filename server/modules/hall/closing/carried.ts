/** What becomes of who still waits when a hall closes. Pure. */
import { addDays } from '#modules/deadlines';
import { instantOn } from '#platform/clock';
import { rankOf, type Fairness, type Priority } from '../rank.ts';
import type { TicketState } from '../ticket.ts';

/** Opening hours of a day, HH:MM of Asia/Shanghai. */
type Spans = readonly { opens: string; closes: string }[];

/**
 * Whoever came in time and was not served, and did not stay away when called, takes the ticket up again: those who waited, who were
 * called and had not come yet, and who had been sent to fetch something. `before` is the state in which it lapsed.
 */
export const isCarried = (before: TicketState | undefined): boolean =>
  before === 'waiting' || before === 'called' || before === 'coming' || before === 'parked';

/** When the last opening hours of the day are over; a day without any, or a hall that nobody has entered hours for, ends at midnight. */
export const closingOf = (day: string, spans: Spans): Date | undefined =>
  spans.map(({ closes }) => instantOn(day, closes)).toSorted((one, other) => other.getTime() - one.getTime())[0];

const lookedAhead = 30;
/** The last day on which a ticket of `day` can be taken up: the next one on which the hall is open. */
export function carriedUntil(day: string, spansOn: (day: string) => Spans): string {
  for (let n = 1; n <= lookedAhead; n++) if (spansOn(addDays(day, n)).length > 0) return addDays(day, n);
  return addDays(day, lookedAhead);
}

/** The rank of a ticket that is taken up: as with an appointment whose slot begins as they come, within the bound for everybody else. */
export const rankOfCarried = (at: Date, priority: Priority | null, fairness: Fairness): number =>
  rankOf({ at, priority, slotAt: at }, fairness);
