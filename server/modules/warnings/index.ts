/** The face of `warnings`: who is told before and after the dates of a case. */
import type { Module } from '#platform/module';
import { warningsContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';
import { reactions } from './watch-cases.ts';

export const module: Module = {
  name: 'warnings',
  uses: ['deadlines', 'offices', 'people', 'catalogue', 'notices', 'cases'],
  contract: warningsContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
};

/** The pure rules: ladders, which clock is watched, what is to be done for a case at an instant, and the message of a rung. */
export type { Ladder } from './ladder.ts';
export { Ladders } from './ladders.ts';
export { planCase, type CasePlan } from './plan-case.ts';
export { doneKey } from './schedule.ts';
/** Sends all that is due; the job does it every five minutes. */
export { sweepWarnings, templateOf } from './sweep-warnings.ts';
export { clockOf } from './watch-cases.ts';
