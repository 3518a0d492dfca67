/** A ticket goes from one state into the next, with the segment that begins, and whoever shows it hears of it. */
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { ticketMoved } from './events.ts';
import { hallProblems } from './problems.ts';
import { after, type TicketAct, type WithdrawReason } from './ticket.ts';
import { saveMove, type Ticket } from './ticket-store.ts';

export type Act = Exclude<TicketAct, 'take'>;
type Change = Partial<Pick<Ticket, 'errandId' | 'rank' | 'returns' | 'windowId' | 'forWindowId' | 'enteredAt'>>;

/** The ticket after an act, stored with the segment that begins. A clock that was set back does not let a segment end before it began. */
export function move(
  tx: Tx,
  ticket: Ticket,
  act: Act,
  by: { actionId: string; at: Date; accountId: string | null; reason?: WithdrawReason },
  change: Change = {},
): Ticket {
  const state = after(ticket.state, act);
  if (!state) throw hallProblems.wrongAct({ state: ticket.state, number: ticket.number });
  const at = by.at > ticket.changedAt ? by.at : ticket.changedAt;
  const now: Ticket = { ...ticket, ...change, state, seq: ticket.seq + 1, changedAt: at };
  saveMove(tx, now, { ...by, act, segmentId: newId() });
  announce(tx, now, act);
  return now;
}

/** Tells the screens that something was done with a ticket. */
export function announce(tx: Tx, ticket: Ticket, act: TicketAct): void {
  const { id, outletId, errandId, windowId, state } = ticket;
  emit(tx, ticketMoved, id, { outletId, errandId, windowId, act, state, everybody: true, publicAt: outletId });
}
