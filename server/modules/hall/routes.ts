/** HTTP for the hall: read what the permission needs, call the verb, shape the reply. */
import type { FastifyInstance } from 'fastify';
import { getCaseRow, tiesOf } from '#modules/cases';
import { getWindow } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { demand, type Actor } from '#platform/permissions';
import { actAtWindow, actByHolder, callNext, getByCode, transferTicket } from './act-on-ticket.ts';
import {
  cancelBooking,
  checkIn,
  confirmBooking,
  getBooking,
  holdSlot,
  listSlots,
  ownBookings,
  seeBooking,
} from './bookings.ts';
import { takeUp } from './closing/take-up.ts';
import { hallContract } from './contract.ts';
import { linkCase, readVisits } from './link-case.ts';
import { may } from './may.ts';
import { findShiftAt, getPlace } from './place-store.ts';
import { listNearby } from './nearby/read-nearby.ts';
import { hallProblems } from './problems.ts';
import { printHandlers } from './print-routes.ts';
import { askPrint, getPrinter } from './printing/print-tickets.ts';
import { readDesk, readScreen } from './read-desk.ts';
import { overviewOf } from './read-overview.ts';
import { listPlaces, showPlace } from './read-place.ts';
import { lineOf, seeTicket, seeTickets } from './see-ticket.ts';
import { screenRoutes } from './screens/routes.ts';
import { setupRoutes } from './setup/routes.ts';
import { getOwnWindow, getShift, leaveWindow, openWindow, pauseWindow } from './shifts.ts';
import { getErrand, takeTicket } from './take-ticket.ts';
import type { Ticket } from './ticket-store.ts';
import { listWaiting, ticketsOf } from './view-store.ts';
import { keepTold } from './waits/learn-days.ts';
import { readTruth } from './waits/read-truth.ts';
import { getTicketOfToday, withdrawTicket } from './withdraw-ticket.ts';

/** In whose name a ticket is taken: the person's, so that a second account gives no second ticket. */
const personOf = (actor: Actor): string => actor.personId ?? actor.accountId!;
/** Who is kept with an act: staff. Of whom the ticket is, the ticket says for as long as it is needed, and a history is never changed. */
const staffOf = ({ posts, accountId }: Actor): string | null => (posts.length > 0 ? accountId : null);

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db, clock } = ground;
  const seen = (ticket: Ticket) => seeTicket(ground, ticket, clock.now());
  /** What somebody is told first is kept, to be compared with what becomes of it. */
  const taken = async (ticket: Ticket) => {
    await keepTold(ground, ticket);
    return seen(ticket);
  };
  /** The window at which the actor is signed in. */
  const ownShift = async (actor: Actor, allow: (ties: { holder: string }) => void) => {
    const shift = await getShift(ground, actor.accountId!);
    allow({ holder: shift.accountId });
    return shift;
  };
  type AtDesk = { params: { id: string }; body: { actionId: string }; actor: Actor; allow: (ties: object) => void };
  const atDesk =
    (act: Parameters<typeof actAtWindow>[3]) =>
    async ({ params, body, actor, allow }: AtDesk) => {
      const shift = await ownShift(actor, allow);
      return { ticket: lineOf(await actAtWindow(ground, shift, params.id, act, body.actionId)) };
    };
  const byHolder =
    (act: Parameters<typeof actByHolder>[2]) =>
    async ({ params, body, actor }: { params: { code: string }; body: { actionId: string }; actor: Actor }) =>
      seen(await actByHolder(ground, params.code, act, { actionId: body.actionId, accountId: staffOf(actor) }));

  serve(app, 'hall', hallContract, may, {
    ...screenRoutes(ground),
    listNearby: ({ params }) => listNearby(ground, params.id),
    listPlaces: () => listPlaces(ground),
    showPlace: ({ params }) => showPlace(ground, params.id),
    showScreen: ({ params, query }) => readScreen(ground, params.id, query.zone),
    takeTicket: async ({ body, actor }) => {
      const errand = await getErrand(ground, body.errandId);
      if (!(await getPlace(db, errand.outletId)).remote) throw hallProblems.notRemote();
      const by = { personId: personOf(actor), accountId: null, door: 'portal' } as const;
      return taken(await takeTicket(ground, errand, body, by));
    },
    issueTicket: async ({ params, body: { evenSo, printerId, ...asked }, actor, allow }) => {
      await getPlace(db, params.id);
      allow({ outlets: [params.id] });
      const errand = await getErrand(ground, asked.errandId);
      if (errand.outletId !== params.id) throw hallProblems.noErrand();
      const by = { personId: null, accountId: actor.accountId, door: 'desk' } as const;
      const printer = printerId ? await getPrinter(ground, printerId) : undefined;
      const also = printer
        ? (tx: Tx, ticket: Ticket) => askPrint(tx, asked.actionId, printer, ticket, ticket.takenAt)
        : undefined;
      return taken(await takeTicket(ground, errand, asked, by, { evenSo, also }));
    },
    lookTicket: async ({ params }) => seen(await getByCode(db, params.code)),
    comeToWindow: byHolder('come'),
    cancelTicket: byHolder('cancel'),
    rejoinQueue: byHolder('rejoin'),
    takeUpTicket: async ({ params, body, actor }) =>
      taken(await takeUp(ground, params.code, { actionId: body.actionId, accountId: staffOf(actor) })),
    listSlots: async ({ params, query }) => listSlots(ground, await getErrand(ground, params.id), query.day),
    holdSlot: async ({ body, actor }) => {
      const errand = await getErrand(ground, body.errandId);
      return seeBooking(ground, await holdSlot(ground, errand, body, personOf(actor)));
    },
    confirmBooking: async ({ params, allow }) => {
      const { id, personId } = await getBooking(ground, params.id);
      allow({ owners: [personId] });
      return seeBooking(ground, await confirmBooking(ground, id));
    },
    cancelBooking: async ({ params, allow }) => {
      const booking = await getBooking(ground, params.id);
      allow({ owners: [booking.personId] });
      return seeBooking(ground, await cancelBooking(ground, booking));
    },
    checkIn: async ({ body, actor }) => taken(await checkIn(ground, body.code, body.actionId, staffOf(actor))),
    myHall: async ({ actor }) => {
      const today = shanghaiDay(clock.now());
      const tickets = await seeTickets(ground, await ticketsOf(db, personOf(actor), today), clock.now());
      const bookings = await ownBookings(ground, personOf(actor));
      return {
        tickets: tickets.filter(({ takenAt, carried }) => carried?.until || shanghaiDay(new Date(takenAt)) === today),
        bookings: await Promise.all(bookings.map((booking) => seeBooking(ground, booking))),
      };
    },
    showDesk: ({ actor }) => readDesk(ground, actor.accountId!),
    openWindow: async ({ params, actor, allow }) => {
      const window = await getOwnWindow(ground, params.id);
      allow({ outlets: [window.outletId], departments: [window.departmentId] });
      await openWindow(ground, window, actor);
      return readDesk(ground, actor.accountId!);
    },
    pauseWindow: async ({ body, actor, allow }) => {
      const shift = await ownShift(actor, allow);
      await pauseWindow(ground, shift, body.on);
      return readDesk(ground, shift.accountId);
    },
    leaveWindow: async ({ body, actor, allow }) => {
      const shift = await ownShift(actor, allow);
      await leaveWindow(ground, shift, actor, { evenSo: body.evenSo });
      return readDesk(ground, shift.accountId);
    },
    closeWindow: async ({ params, body, actor, allow }) => {
      // Also one that was taken out of service meanwhile.
      const window = await getWindow(db, params.id);
      allow({ departments: [window.departmentId] });
      const shift = await findShiftAt(db, window.id);
      if (!shift) throw hallProblems.windowClosed();
      await leaveWindow(ground, shift, actor, { evenSo: body.evenSo, away: true });
    },
    callNext: async ({ body, actor, allow }) => {
      const shift = await ownShift(actor, allow);
      const called = await callNext(ground, shift, body.actionId);
      return { ticket: called ? lineOf(called) : null };
    },
    callTicket: atDesk('call'),
    recallTicket: atDesk('recall'),
    serveTicket: atDesk('serve'),
    missTicket: atDesk('miss'),
    parkTicket: atDesk('park'),
    unparkTicket: atDesk('unpark'),
    finishTicket: atDesk('finish'),
    listWaiting: async ({ params, query, allow }) => {
      await getPlace(db, params.id);
      allow({ outlets: [params.id] });
      const today = shanghaiDay(clock.now());
      return (await listWaiting(db, params.id, today, query.errandId ?? null)).map(lineOf);
    },
    withdrawTicket: async ({ params, body, actor, allow }) => {
      allow({ outlets: [(await getTicketOfToday(ground, params.id)).outletId] });
      return { ticket: lineOf(await withdrawTicket(ground, params.id, actor, body)) };
    },
    transferTicket: async ({ params, body, actor, allow }) => {
      const shift = await ownShift(actor, allow);
      return { ticket: lineOf(await transferTicket(ground, shift, params.id, body)) };
    },
    linkCase: async ({ params, body, actor, allow }) => {
      const shift = await ownShift(actor, allow);
      const row = await getCaseRow(db, body.caseId);
      // Whoever links a case may see it: the number of one that is nobody's business here is not to be learnt so.
      demand(may.visitsOfCase, actor, await tiesOf(ground, row, actor));
      return { ticket: lineOf(await linkCase(ground, shift, params.id, row)) };
    },
    visitsOfCase: async ({ params, actor, allow }) => {
      allow(await tiesOf(ground, await getCaseRow(db, params.id), actor));
      return readVisits(ground, params.id);
    },
    showHall: async ({ params, actor, allow }) => {
      await getPlace(db, params.id);
      allow({ outlets: [params.id] });
      return overviewOf(ground, params.id, actor);
    },
    ...printHandlers(ground),
    showWaitTruth: async ({ params, query }) => readTruth(ground, params.id, query),
    ...setupRoutes(ground),
  });
}
