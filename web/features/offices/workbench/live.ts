/** What of offices is read again when somebody edits them elsewhere, and after an act of one's own. */
import { officesContract } from '#modules/offices/contract';
import { onLive } from '#web/client/live.ts';

export const officeReadings = [
  officesContract.listDepartments,
  officesContract.getDepartment,
  officesContract.listOutlets,
  officesContract.getOutlet,
  officesContract.listWindows,
  officesContract.getHours,
  officesContract.listChanges,
] as const;

onLive('offices.', officeReadings);
