/** The face of `afterhours`: service beyond the hours of the hall, asked for, granted, done, and counted. */
import type { Module } from '#platform/module';
import { afterhoursContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'afterhours',
  uses: ['deadlines', 'offices', 'people', 'notices', 'hall', 'windowstaff'],
  contract: afterhoursContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** A step was taken on a request. */
export { afterhoursStepped } from './events.ts';
/** What a hall offers, asking for it, and moving a request on, for whoever loads a district. */
export { askFor, timesAt } from './ask.ts';
export { saveOfferRow } from './store.ts';
export { takeStep } from './take-step.ts';
