/** The face of `audit`: seals over the histories of all cases, and finding what was meddled with. */
import type { Module } from '#platform/module';
import { commands } from './commands.ts';
import { auditContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'audit',
  uses: ['deadlines', 'people', 'catalogue', 'cases'],
  contract: auditContract,
  permissions: may,
  routes,
  jobs,
  schedules,
  commands,
};

/** Seals what is new; and what was stored without being announced, for a loader to call at its end. */
export { sealMissing, sealNew } from './seal.ts';
/** Puts the seal file aside, for whoever empties a demo district; where it is. */
export { sealFile, setSealsAside } from './seal-file.ts';
/** For backups: the place in the stream of events up to which is sealed (SQL), and going on from there in another database. */
export { sealedUpTo } from './seal-store.ts';
export { moveSeals, sealsUpTo } from './move-seals.ts';
/** Checks everything. */
export { verify, type Verified } from './verify.ts';
export type { Finding, FindingKind } from './check-case.ts';
