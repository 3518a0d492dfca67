/** A ticket as it is shown: to whoever holds its code, and as a line at the window. */
import { findOutlet, findWindow } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { carriedOf } from './closing/take-up.ts';
import { findErrand, findPlace } from './place-store.ts';
import { sayWait } from './read-place.ts';
import { waitsNow, type WaitsNow } from './waits/wait-now.ts';
import type { TicketLine, TicketSeen } from './shapes.ts';
import { isAtWindow, returnsAtMost } from './ticket.ts';
import { whyWithdrawn, type Ticket } from './ticket-store.ts';

export const lineOf = (ticket: Ticket): TicketLine => ({
  id: ticket.id,
  number: ticket.number,
  errandId: ticket.errandId,
  state: ticket.state,
  priority: ticket.priority,
  slotAt: ticket.slotAt?.toISOString() ?? null,
  party: ticket.party,
  takenAt: ticket.takenAt.toISOString(),
  // Who was put aside, came back or was handed on waits as long as they have waited.
  since: (ticket.state === 'waiting' ? ticket.enteredAt : ticket.changedAt).toISOString(),
});

/** Several of one person: what is likely is asked once for each hall. */
export function seeTickets(ground: Ground, tickets: readonly Ticket[], at: Date): Promise<TicketSeen[]> {
  const asked = new Map<string, Promise<WaitsNow>>();
  const foretell = (outletId: string): Promise<WaitsNow> => {
    const found = asked.get(outletId) ?? waitsNow(ground, outletId, at);
    asked.set(outletId, found);
    return found;
  };
  return Promise.all(tickets.map((ticket) => seeTicket(ground, ticket, at, foretell)));
}

export async function seeTicket(
  ground: Ground,
  ticket: Ticket,
  at: Date,
  foretell = (outletId: string): Promise<WaitsNow> => waitsNow(ground, outletId, at),
): Promise<TicketSeen> {
  const reader = ground.db;
  const waits = ticket.state === 'waiting';
  const mayReturn = ticket.state === 'missed' && ticket.returns < returnsAtMost && ticket.day === shanghaiDay(at);
  const [outlet, errand, window, foretold, carried, place, withdrawn] = await Promise.all([
    findOutlet(reader, ticket.outletId),
    findErrand(reader, ticket.errandId),
    ticket.windowId && isAtWindow(ticket.state) ? findWindow(reader, ticket.windowId) : undefined,
    waits ? foretell(ticket.outletId) : undefined,
    carriedOf(ground, ticket, at),
    mayReturn ? findPlace(reader, ticket.outletId) : undefined,
    ticket.state === 'cancelled' ? whyWithdrawn(reader, ticket.id) : undefined,
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
    ahead: foretold ? (foretold.aheadOf.get(id) ?? 0) : null,
    wait: sayWait(foretold?.ofTicket.get(id)),
    returnMinutes: place?.returnMinutes ?? null,
    carried,
    withdrawn: withdrawn ?? null,
  };
}
