/** What people gives to the composition root. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { peopleContract as contract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may as permissions } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'people',
  uses: ['offices'],
  contract,
  permissions,
  routes,
  jobs,
  schedules,
  commands,
};
