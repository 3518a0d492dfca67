/** The face of `hall`: one queue, from the ticket to the window, and appointments. */
import type { Module } from '#platform/module';
import { hallContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'hall',
  uses: ['deadlines', 'offices', 'notices', 'cases'],
  contract: hallContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
};

/** The rule of who is called before whom, and the queue in memory that keeps it: for simulations. */
export { boundMinutes, priorities, rankOf, rankOfReturn, usualFairness, type Fairness } from './rank.ts';
export { Queue, type Waiting } from './queue.ts';
/** What is announced; the end of a day, which the job does at midnight. */
export { ticketMoved, windowChanged } from './events.ts';
export { endDay, sweepHolds } from './end-day.ts';
/** Halls as they are set up, and setting one up in the transaction of whoever does it. */
export {
  dutiesAt,
  errandsAt,
  findErrand,
  findPlace,
  getPlace,
  listPlaceRows,
  retiredErrandsAt,
  type Errand,
} from './place-store.ts';
export { lockDuties, saveDuty, saveErrandRow, savePlaceRow } from './place-store.ts';
export { furnish } from './setup/furnish.ts';
export { saveZoneName, zoneNamesAt } from './setup/store.ts';
export { zonesIn } from './zones.ts';
export { doorsOf, listPlaces } from './read-place.ts';
/** The verbs of the queue, for those who act it out or do them elsewhere. */
export { getErrand, takeTicket } from './take-ticket.ts';
export { keepTold } from './waits/learn-days.ts';
export { checkIn } from './bookings.ts';
export { actAtWindow, actByHolder, callNext, getByCode as getTicketByCode } from './act-on-ticket.ts';
export { leaveWindow, openWindow, shiftToday } from './shifts.ts';
export { askPrint, getPrinter } from './printing/print-tickets.ts';
export { findJob, findPrinter } from './printing/print-store.ts';
/** Who may object when somebody signs in at a window, and what they say before anybody is asked to. */
export { guardWindows, objectionsTo, type Sitting, type WindowGuard } from './window-guards.ts';
/** A ticket or an appointment; who sits where, now and then, and who served a ticket. */
export { seeTicket } from './see-ticket.ts';
export { findTicketByCode, type Ticket } from './ticket-store.ts';
export { findBookingByCode } from './booking-store.ts';
export { presenceBetween, type Presence } from './presence-store.ts';
export { seatedAt, type SeatedShift } from './seated-store.ts';
export { listWindowsDoing, servedBy, staffSeenAt, type ServedBy } from './staff-store.ts';
/** What was and what is, for those who make figures of it or give advice. */
export { hallsWithTickets, liveTickets, newestBetween, segmentsBetween, spansBetween, takesBetween, waitsBetween } from './history-store.ts'; // prettier-ignore
export type { LiveTicket, PastSegment, PastSpan } from './history-store.ts';
/** A day of a hall, acted out by the same rule. */
export { drawDay, logNormal, type DrawnDay, type DrawnErrand, type Person } from './simulation/hall-day.ts';
export { allDay, planned, runDay, usualHall, type HallModel, type PlannedSpan } from './simulation/hall-model.ts';
export { HallRun } from './simulation/hall-run.ts';
export { mean, measuresOf, quantile, type Measures } from './simulation/measures.ts';
export type { InHall, Observer, OpenSpan, Outcome, RunSetting, RunWindow, WindowNow } from './simulation/run-shapes.ts';
