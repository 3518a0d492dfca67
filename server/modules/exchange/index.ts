/** The face of `exchange`: what is taken in for other districts, and by them for this one. */
import type { Module } from '#platform/module';
import { exchangeContract } from './contract.ts';
import { jobs, reactions, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'exchange',
  uses: ['offices', 'people', 'catalogue', 'documents', 'notices', 'cases'],
  contract: exchangeContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
};

/** Sends what waits now; the worker does it by itself. */
export { deliverDue } from './deliver.ts';
/** An invented partner, for a demonstration. */
export { inventPartner, type InventedPartner, type Told } from './invented-partner.ts';
/** Takes in for another district. */
export { takeIn } from './take-in.ts';
