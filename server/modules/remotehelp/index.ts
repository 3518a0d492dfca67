/** The face of `remotehelp`: help by video while a form is filled in. */
import type { Module } from '#platform/module';
import { remoteHelpContract } from './contract.ts';
import { jobs, reactions, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'remotehelp',
  uses: ['offices', 'people', 'catalogue', 'documents', 'cases', 'hall', 'kiosks', 'ratings', 'insight'],
  contract: remoteHelpContract,
  permissions: may,
  routes,
  reactions,
  jobs,
  schedules,
};

/** Something was done with a help. */
export { helpMoved } from './events.ts';
/** Ask, leave and rate as the asker; be there, take the next and end as the clerk. */
export { askForHelp, leaveHelp, rateHelp } from './ask-for-help.ts';
export { finishHelp, setSeat, takeNext } from './give-help.ts';
/** The pages of a side say that they are still there. */
export { touch as hearFrom } from './line-store.ts';
/** Moves what time has moved; the job does it each minute. */
export { sweepHelps } from './move-help.ts';
