/** The face of `kiosks`: machines at which people serve themselves at any hour. */
import type { Module } from '#platform/module';
import { kiosksContract } from './contract.ts';
import { jobs, schedules } from './jobs.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'kiosks',
  uses: ['offices', 'people', 'catalogue', 'documents', 'notices', 'cases', 'hall'],
  contract: kiosksContract,
  permissions: may,
  routes,
  jobs,
  schedules,
};

/** What is announced. */
export { kioskChanged } from './events.ts';
/** Which kiosk asks, by its secret. */
export { findKioskOf } from './cookie.ts';
/** How long whoever is at a kiosk is still signed in there. */
export { signInAt } from './sittings.ts';
/** Which use of it is open. */
export { sittingAt } from './sittings.ts';
/** The use of a kiosk has ended. */
export { sittingEnded } from './events.ts';
/** Setting one up in the transaction of whoever does it. */
export { addKiosk } from './run-kiosks.ts';
export { insertPast } from './store.ts';
/** Ending what kiosks cannot end themselves; the job does it each minute. */
export { sweepSittings } from './sittings.ts';
