/** The face of `bulletins`: the figures of a month, frozen, as PDF and Word. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { bulletinsContract } from './contract.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'bulletins',
  uses: ['offices', 'documents', 'insight'],
  contract: bulletinsContract,
  permissions: may,
  routes,
  commands,
};

/** Makes the next edition of a month. */
export { makeBulletin } from './make-bulletin.ts';
