/** What the hall announces. Whoever is signed in, and whoever listens to the hall without an account, may hear it: the facts name nobody. */
import { defineEvent } from '#platform/events';
import type { TicketAct, TicketState } from './ticket.ts';

export interface TicketFacts extends Record<string, unknown> {
  outletId: string;
  errandId: string;
  windowId: string | null;
  act: TicketAct;
  state: TicketState;
  everybody: true;
  /** The outlet once more: whoever listens to it. */
  publicAt: string;
}
export interface WindowFacts extends Record<string, unknown> {
  outletId: string;
  everybody: true;
  /** The outlet once more: whoever listens to it. */
  publicAt: string;
}

/** Something was done with a ticket. Subject: the ticket. */
export const ticketMoved = defineEvent<TicketFacts>('hall.ticketMoved');
/** A case was linked to who is served. Subject: the ticket. */
export const caseLinked = defineEvent<{ outletId: string; everybody: true }>('hall.caseLinked');
/** A printer can print, or cannot, otherwise than before. Subject: the printer. */
export const printerChanged = defineEvent<{ outletId: string; everybody: true }>('hall.printerChanged');
/** A ticket came out on paper. Subject: what was asked for. */
export const slipEnded = defineEvent<{ outletId: string; everybody: true; publicAt: string }>('hall.slipEnded');
/** A window was opened, left, took a break, or does something else from now on. Subject: the window. */
export const windowChanged = defineEvent<WindowFacts>('hall.windowChanged');
