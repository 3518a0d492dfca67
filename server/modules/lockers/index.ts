/** The face of `lockers`: what people and companies have handed in once, and who may use it. */
import type { Module } from '#platform/module';
import { lockersContract } from './contract.ts';
import { may } from './may.ts';
import { routes } from './routes.ts';

export const module: Module = {
  name: 'lockers',
  uses: ['deadlines', 'offices', 'people', 'catalogue', 'documents'],
  contract: lockersContract,
  permissions: may,
  routes,
};

/** A department took back what it had issued or compared. */
export { entryRevoked, type EntryRevoked } from './events.ts';

/** Uses entries in a case and gives the frozen copies. */
export { useEntries, type Copy, type Occasion, type WantedUse } from './use-entries.ts';
/** An item as lockers know it; whether the actor stands on the other side of the counter from an owner. */
export { inHand } from './find-fitting.ts';
export { isAtCounter } from './whose.ts';
/** What comes in by itself: results as they are issued, accepted materials; and a result that is withdrawn. */
export {
  keepMaterials,
  putResult,
  resultEntry,
  revokeResult,
  type IssuedResult,
  type KeptMaterial,
} from './fill-locker.ts';
/** Entries and whose they are; many at once for a loader. */
export { entryAfter, sameOwner, stateOn, type Act, type Entry, type Owner } from './entry.ts';
export { standsAsNew } from './keep-entries.ts';
export { entryColumns, entryValues, insertEntries } from './store.ts';
