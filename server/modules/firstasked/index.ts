/** The face of `firstasked`: who was asked first, and that the question gets to the right place. */
import type { Module } from '#platform/module';
import { firstaskedContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'firstasked',
  uses: ['deadlines', 'offices', 'people', 'notices'],
  contract: firstaskedContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** A step was taken on a question. */
export { questionStepped } from './events.ts';
/** Recording a question and moving it on, for whoever loads a district. */
export { recordQuestion, takeStep } from './take-step.ts';
