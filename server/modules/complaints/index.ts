/** The face of `complaints`: about the service at a window, answered by somebody who is free to. */
import type { Module } from '#platform/module';
import { complaintsContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'complaints',
  uses: ['deadlines', 'offices', 'people', 'notices', 'hall'],
  contract: complaintsContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** A step was taken on a complaint. */
export { complaintStepped } from './events.ts';
/** Making a complaint and moving it on, for whoever loads a district. */
export { makeComplaint } from './make-complaint.ts';
export { takeStep } from './take-step.ts';
