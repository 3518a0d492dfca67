/** The face of `notices`: telling people by inbox, SMS and e-mail. */
import type { Module } from '#platform/module';
import { noticesContract as contract } from './contract.ts';
import { jobs, reactions, schedules } from './jobs.ts';
import { may as permissions } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'notices',
  uses: ['people'],
  contract,
  permissions,
  routes,
  reactions,
  jobs,
  schedules,
};

/** Stores messages in the transaction, one statement for the batch; they go out when it is durable. */
export { tell } from './tell.ts';
export type { NewNotice, PostNotice } from './tell.ts';
/** When nobody's telephone rings: for what would be over by the morning. */
export { isQuiet } from './quiet-hours.ts';
/** The messages there are, their facts and their words in both languages. */
export { say, templateKeys } from './templates.ts';
export type { Language, NoticeFacts, TemplateKey } from './templates.ts';
