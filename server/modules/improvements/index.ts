/** The face of `improvements`: what people suggest, followed up to its adoption. */
import type { Module } from '#platform/module';
import { improvementsContract } from './contract.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'improvements',
  uses: ['deadlines', 'offices', 'people', 'catalogue', 'notices', 'ratings', 'insight'],
  contract: improvementsContract,
  permissions: may,
  routes,
};

/** A step was taken on a suggestion. */
export { improvementStepped } from './events.ts';
/** Making a suggestion and moving it on, for whoever loads a district. */
export { suggest } from './suggest.ts';
export { takeStep } from './take-step.ts';
