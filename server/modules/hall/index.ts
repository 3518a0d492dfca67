/** The face of `hall`: one queue, from the ticket to the window, and appointments. */
import type { Module } from '#platform/module';
import { hallContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { reactions } from './reactions.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'hall',
  uses: ['deadlines', 'offices', 'cases'],
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
/** What is announced; and the end of a day, which the job does at midnight. */
export { ticketMoved, windowChanged } from './events.ts';
export { endDay, sweepHolds } from './end-day.ts';
/** Setting up a hall in the transaction of whoever does it. */
export { findErrand, findPlace, saveDuty, saveErrandRow, savePlaceRow } from './place-store.ts';
/** The verbs of the queue, for those who act it out. */
export { getErrand, takeTicket } from './take-ticket.ts';
export { checkIn } from './bookings.ts';
export { findBookingByCode } from './booking-store.ts';
export { seeTicket } from './see-ticket.ts';
export { listPlaces } from './read-place.ts';
export { findTicketByCode, type Ticket } from './ticket-store.ts';
export { askPrint, getPrinter } from './printing/print-tickets.ts';
export { findJob, findPrinter } from './printing/print-store.ts';
export { actAtWindow, callNext } from './act-on-ticket.ts';
export { openWindow, shiftToday } from './shifts.ts';
export { drawDay, logNormal, type DrawnDay, type DrawnErrand, type Person } from './simulation/hall-day.ts';
export { allDay, planned, runDay, usualHall, type HallModel, type PlannedSpan } from './simulation/hall-model.ts';
export { HallRun } from './simulation/hall-run.ts';
export { mean, measuresOf, quantile, type Measures } from './simulation/measures.ts';
export type { InHall, Observer, OpenSpan, Outcome, RunSetting, RunWindow, WindowNow } from './simulation/run-shapes.ts';
