/** A ticket as it is shown: to whoever holds its code, and as a line at the window. */
import { findOutlet, findWindow } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import { findErrand } from './place-store.ts';
import { sayWait } from './read-place.ts';
import { waitsNow } from './waits/wait-now.ts';
import type { TicketLine, TicketSeen } from './shapes.ts';
import { isAtWindow, returnsAtMost } from './ticket.ts';
import type { Ticket } from './ticket-store.ts';
import { countBefore } from './view-store.ts';

export const lineOf = (ticket: Ticket): TicketLine => ({
  id: ticket.id,
  number: ticket.number,
  errandId: ticket.errandId,
  state: ticket.state,
  priority: ticket.priority,
  slotAt: ticket.slotAt?.toISOString() ?? null,
  party: ticket.party,
  takenAt: ticket.takenAt.toISOString(),
  since: ticket.changedAt.toISOString(),
});

export async function seeTicket(reader: Reader, ticket: Ticket, at: Date): Promise<TicketSeen> {
  const waits = ticket.state === 'waiting';
  const [outlet, errand, window, ahead, foretold] = await Promise.all([
    findOutlet(reader, ticket.outletId),
    findErrand(reader, ticket.errandId),
    ticket.windowId && isAtWindow(ticket.state) ? findWindow(reader, ticket.windowId) : undefined,
    waits ? countBefore(reader, ticket) : null,
    waits ? waitsNow(reader, ticket.outletId, at) : undefined,
  ]);
  const { id, code, number, outletId, errandId, state, priority, party } = ticket;
  return {
    id,
    code,
    number,
    outletId,
    outletName: outlet?.name ?? '',
    outletNameEn: outlet?.nameEn ?? '',
    errandId,
    errandName: errand?.name ?? '',
    errandNameEn: errand?.nameEn ?? '',
    zone: errand?.zone ?? '',
    state,
    priority,
    party,
    takenAt: ticket.takenAt.toISOString(),
    slotAt: ticket.slotAt?.toISOString() ?? null,
    windowNumber: window?.number ?? null,
    ahead,
    wait: sayWait(foretold?.ofTicket.get(id)),
    mayReturn: state === 'missed' && ticket.returns < returnsAtMost && ticket.day === shanghaiDay(at),
  };
}
