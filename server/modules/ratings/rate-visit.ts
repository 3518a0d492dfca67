/** Rating a visit to a hall, with or without a case, by the code of its ticket. */
import { findErrand, findTicketByCode, type Ticket } from '#modules/hall';
import { addDays } from '#modules/deadlines';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { ratingProblems } from './problems.ts';
import { faultOf, type Said } from './rating.ts';
import { findVisitRating, insertVisitRating, type VisitRating } from './visit-store.ts';

/** A visit can be rated on its day and for so many days after it: later nobody remembers which one it was. */
const daysLong = 7;

export async function ticketOfCode(ground: Ground, code: string): Promise<Ticket> {
  const ticket = await findTicketByCode(ground.db, code.trim().toLowerCase());
  if (!ticket) throw ratingProblems.noSuchTicket();
  return ticket;
}

/** Why a visit cannot be rated now; undefined when it can. */
export const whyNot = (ticket: Pick<Ticket, 'state' | 'day'>, today: string): 'notServed' | 'tooLate' | undefined => {
  if (ticket.state !== 'finished') return 'notServed';
  return addDays(ticket.day, daysLong) < today ? 'tooLate' : undefined;
};

/** Stores what was said, once for each ticket. The same `actionId` gives the same answer. */
export async function rateVisit(
  ground: Ground,
  ticket: Ticket,
  said: Said & { actionId: string },
): Promise<VisitRating> {
  const fault = faultOf(said);
  if (fault) throw ratingProblems[fault]();
  const at = ground.clock.now();
  const why = whyNot(ticket, shanghaiDay(at));
  if (why) throw ratingProblems[why]();
  const { id: ticketId, number, outletId, errandId, windowId } = ticket;
  const errand = await findErrand(ground.db, errandId);
  const rating: VisitRating = {
    id: said.actionId,
    ticketId,
    ticketNumber: number,
    outletId,
    errandId,
    errandName: errand?.name ?? '',
    windowId,
    level: said.level,
    reasons: [...(said.reasons ?? [])],
    comment: said.comment?.trim() ?? '',
    at,
    onDay: shanghaiDay(at),
  };
  try {
    await ground.db.transaction(async (tx) => insertVisitRating(tx, rating));
    return rating;
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('ratings.')) throw error;
    const before = await findVisitRating(ground.db, ticketId);
    if (before?.id === rating.id) return before;
    throw error;
  }
}
