/** What can be done in the hall over HTTP. */
import { Type } from 'typebox';
import { ById, closed, contract, Id, oneOf } from '#platform/contract';
import { bookingOperations } from './booking-operations.ts';
import { caseOperations } from './case-operations.ts';
import { nearbyOperations } from './nearby/operations.ts';
import { printOperations } from './print-operations.ts';
import { screenOperations } from './screens/operations.ts';
import { setupOperations } from './setup/operations.ts';
import {
  acting,
  Booking,
  Desk,
  ErrandNow,
  evenSo,
  Moved,
  Overview,
  PlaceNow,
  Screen,
  taking,
  TicketLine,
  TicketSeen,
} from './shapes.ts';
import { withdrawReasons } from './ticket.ts';
import { waitsOperations } from './waits/waits-contract.ts';

export { isNear } from './alerts/near.ts';
export { boundMinutes, priorities, usualFairness, type Priority } from './rank.ts';
export {
  after,
  isAtWindow,
  isEnded,
  ticketStates,
  withdrawReasons,
  type TicketState,
  type WithdrawReason,
} from './ticket.ts';
export { isQuiet, screenKinds, type Board, type ScreenLine, type Voice, type WindowSign } from './screens/shapes.ts';
export type { Nearby } from './nearby/operations.ts';
export type { Print, PrinterNow } from './print-operations.ts';
export type { ErrandSetup, SetupChange } from './setup/operations.ts';
export type {
  Announcement,
  BookingSeen,
  CaseVisit,
  Desk,
  ErrandNow,
  Overview,
  Screen,
  TicketLine,
  TicketSeen,
  WaitRange,
  WaitTruth,
} from './shapes.ts';

const ByCode = Type.Object({ code: Type.String({ minLength: 1, maxLength: 80 }) }, { additionalProperties: false });
const takingProblems = [
  'hall.noErrand',
  'hall.notOpen',
  'hall.dayFull',
  'hall.haveTicket',
  'hall.ticketsUsedUp',
  'hall.actRepeated',
] as const;
const byHolder = ['hall.noTicket', 'hall.wrongAct', 'hall.actRepeated'] as const;
/** What every act at a window can be answered with. */
const atWindow = ['hall.noShift', 'hall.noTicket', 'hall.wrongAct', 'hall.actRepeated'] as const;
/** An act with the ticket that stands at the window. */
const atDesk = <const P extends string>(path: P, summary: string) =>
  ({
    method: 'POST',
    path: `/hall/desk/tickets/:id/${path}`,
    summary,
    params: ById,
    body: closed(acting),
    reply: Moved,
    problems: atWindow,
  }) as const;

export const hallContract = contract({
  ...screenOperations,
  ...nearbyOperations,
  listPlaces: {
    method: 'GET',
    path: '/hall/places',
    summary: 'Halls where tickets are taken, with how many wait in each now',
    reply: Type.Array(PlaceNow),
  },
  showPlace: {
    method: 'GET',
    path: '/hall/places/:id',
    summary: 'What one can take a ticket for, how many wait, and whether tickets can still be had today',
    params: ById,
    reply: Type.Object({
      ...PlaceNow.properties,
      remote: Type.Boolean(),
      byName: Type.Boolean(),
      errands: Type.Array(ErrandNow),
    }),
    problems: ['hall.noPlace'],
  },
  showScreen: {
    method: 'GET',
    path: '/hall/places/:id/screen',
    summary: 'Who is called where, for the screens of a hall; with `zone` those of one zone',
    params: ById,
    query: closed({ zone: Type.Optional(Type.String({ maxLength: 50 })) }),
    reply: Screen,
    problems: ['hall.noPlace'],
  },
  takeTicket: {
    method: 'POST',
    path: '/hall/tickets',
    summary: 'Take a ticket for oneself, on the phone',
    body: closed(taking),
    reply: TicketSeen,
    problems: [...takingProblems, 'hall.notRemote'],
  },
  issueTicket: {
    method: 'POST',
    path: '/hall/places/:id/tickets',
    summary: 'Give a ticket to somebody at the information desk, without asking who it is',
    description:
      '`evenSo` gives one although the doors are closed, or those who wait already fill the rest of the day. With `printerId` it is printed.',
    params: ById,
    body: closed({ ...taking, ...evenSo, printerId: Type.Optional(Id) }),
    reply: TicketSeen,
    problems: ['hall.noPlace', 'hall.noPrinter', ...takingProblems],
  },
  lookTicket: {
    method: 'GET',
    path: '/hall/tickets/:code',
    summary: 'Where the ticket with this code stands, without an account',
    params: ByCode,
    reply: TicketSeen,
    problems: ['hall.noTicket'],
  },
  comeToWindow: {
    method: 'POST',
    path: '/hall/tickets/:code/coming',
    summary: 'Say that one is on the way to the window',
    params: ByCode,
    body: closed(acting),
    reply: TicketSeen,
    problems: byHolder,
  },
  cancelTicket: {
    method: 'POST',
    path: '/hall/tickets/:code/cancellation',
    summary: 'Give a ticket back',
    params: ByCode,
    body: closed(acting),
    reply: TicketSeen,
    problems: byHolder,
  },
  rejoinQueue: {
    method: 'POST',
    path: '/hall/tickets/:code/return',
    summary: 'Back into the queue after a missed call',
    params: ByCode,
    body: closed(acting),
    reply: TicketSeen,
    problems: [...byHolder, 'hall.returnsUsedUp'],
  },
  takeUpTicket: {
    method: 'POST',
    path: '/hall/tickets/:code/taking-up',
    summary: 'A new ticket, ahead of those who come now, for one that lapsed because the hall closed',
    description: 'Once, until the end of the next day on which the hall is open (`carried.until`).',
    params: ByCode,
    body: closed(acting),
    reply: TicketSeen,
    problems: [
      'hall.noTicket',
      'hall.notCarried',
      'hall.noErrand',
      'hall.notOpen',
      'hall.haveTicket',
      'hall.ticketsUsedUp',
      'hall.actRepeated',
    ],
  },
  ...bookingOperations,
  myHall: {
    method: 'GET',
    path: '/hall/mine',
    summary: 'One’s own tickets of today and appointments to come',
    reply: Type.Object({ tickets: Type.Array(TicketSeen), bookings: Type.Array(Booking) }),
  },
  showDesk: {
    method: 'GET',
    path: '/hall/desk',
    summary: 'The window at which one is signed in: who is there, who is next',
    reply: Desk,
  },
  openWindow: {
    method: 'POST',
    path: '/hall/windows/:id/shift',
    summary: 'Sign in at a window',
    params: ById,
    reply: Desk,
    problems: ['hall.windowNotHere', 'hall.windowTaken', 'hall.windowRefused', 'hall.shiftElsewhere', 'hall.noPlace'],
  },
  pauseWindow: {
    method: 'POST',
    path: '/hall/desk/break',
    summary: 'Begin a break, or end it',
    body: closed({ on: Type.Boolean() }),
    reply: Desk,
    problems: ['hall.noShift'],
  },
  leaveWindow: {
    method: 'POST',
    path: '/hall/desk/leaving',
    summary: 'Leave the window; who was called and is not there yet goes back to the old place in the queue',
    body: closed(evenSo),
    reply: Desk,
    problems: ['hall.noShift', 'hall.servingStill', 'hall.lastForErrand'],
  },
  closeWindow: {
    method: 'POST',
    path: '/hall/windows/:id/closing',
    summary: 'Close a window whose clerk has gone away',
    description: 'Who was being served there is put aside (暂存): any window calls them from there.',
    params: ById,
    body: closed(evenSo),
    problems: ['hall.windowClosed', 'hall.lastForErrand'],
  },
  callNext: {
    method: 'POST',
    path: '/hall/desk/call',
    summary: 'Call who is next; nobody when nobody waits',
    body: closed(acting),
    reply: Moved,
    problems: ['hall.noShift', 'hall.windowBusy', 'hall.windowOnBreak'],
  },
  callTicket: {
    method: 'POST',
    path: '/hall/desk/tickets/:id/call',
    summary: 'Call a certain ticket: one that was parked, or that missed its call',
    params: ById,
    body: closed(acting),
    reply: Moved,
    problems: [...atWindow, 'hall.windowBusy', 'hall.windowOnBreak'],
  },
  recallTicket: atDesk('recall', 'Call once more'),
  serveTicket: atDesk('service', 'The person is at the window'),
  missTicket: atDesk('missing', 'Nobody came; they may come back'),
  parkTicket: atDesk('parking', 'The person fetches or fills in something and comes back to this hall'),
  unparkTicket: atDesk('unparking', 'A parked ticket goes back into the queue, to its old place'),
  transferTicket: {
    method: 'POST',
    path: '/hall/desk/tickets/:id/transfer',
    summary: 'Hand on to another errand, or to one window; the ticket keeps its place',
    params: ById,
    body: closed({ ...acting, errandId: Type.Optional(Id), windowId: Type.Optional(Id) }),
    reply: Moved,
    problems: [
      ...atWindow,
      'hall.noErrand',
      'hall.nobodyDoesIt',
      'hall.windowNotHere',
      'hall.whereTo',
      'hall.holdsOther',
    ],
  },
  finishTicket: atDesk('finish', 'Finish serving this ticket'),
  listWaiting: {
    method: 'GET',
    path: '/hall/places/:id/waiting',
    summary: 'Tickets that wait or were put aside, of one errand or of all, in the order in which they are called',
    params: ById,
    query: closed({ errandId: Type.Optional(Id) }),
    reply: Type.Array(TicketLine),
    problems: ['hall.noPlace'],
  },
  withdrawTicket: {
    method: 'POST',
    path: '/hall/waiting/:id/withdrawal',
    summary: 'Take a ticket back that no window has called, and say why; its holder is told',
    params: ById,
    body: closed({ ...acting, reason: oneOf(...withdrawReasons) }),
    reply: Moved,
    problems: ['hall.noTicket', 'hall.wrongAct', 'hall.actRepeated'],
  },
  ...caseOperations,
  showHall: {
    method: 'GET',
    path: '/hall/places/:id/overview',
    summary: 'Every window, who is there, and what waits',
    params: ById,
    reply: Overview,
    problems: ['hall.noPlace'],
  },
  ...printOperations,
  ...setupOperations,
  ...waitsOperations,
});
