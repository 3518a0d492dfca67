/** The face of `hall`: one queue, from the ticket to the window, and appointments. */
import type { Module } from '#platform/module';
import { hallContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'hall',
  uses: ['deadlines', 'offices'],
  contract: hallContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** The rule of who is called before whom, and the queue in memory that keeps it: for simulations. */
export { boundMinutes, priorities, rankOf, rankOfReturn, usualFairness, type Fairness } from './rank.ts';
export { Queue, type Waiting } from './queue.ts';
/** What is announced. */
export { ticketMoved, windowChanged } from './events.ts';
/** The end of a day; the job does it at midnight. */
export { endDay, sweepHolds } from './end-day.ts';
/** Setting up a hall in the transaction of whoever does it. */
export { findErrand, saveDuty, saveErrandRow, savePlaceRow } from './place-store.ts';
/** The verbs of the queue, for those who act it out. */
export { getErrand, takeTicket } from './take-ticket.ts';
export { seeTicket } from './see-ticket.ts';
export { listPlaces } from './read-place.ts';
export { actAtWindow, callNext } from './act-on-ticket.ts';
export { openWindow, shiftToday } from './shifts.ts';
/** A day of a hall, acted out by the same rule. */
export { drawDay, logNormal, type DrawnDay, type DrawnErrand, type Person } from './simulation/hall-day.ts';
export { allDay, planned, runDay, usualHall, type HallModel, type PlannedSpan } from './simulation/hall-model.ts';
export { HallRun } from './simulation/hall-run.ts';
export { mean, measuresOf, quantile, type Measures } from './simulation/measures.ts';
export type { InHall, Observer, OpenSpan, Outcome, RunSetting, RunWindow, WindowNow } from './simulation/run-shapes.ts';
