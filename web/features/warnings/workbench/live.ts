/** What of warnings is read again when something happens elsewhere. Imported by every page of this feature. */
import { warningsContract } from '#modules/warnings/contract';
import { onLive } from '#web/client/live.ts';

onLive('warnings.', [
  warningsContract.caseWarnings,
  warningsContract.caseReminders,
  warningsContract.getLadder,
  warningsContract.listLadders,
  warningsContract.listFaults,
]);
// A step moves the dates, and with them what comes next.
onLive('cases.', [
  { operation: warningsContract.caseWarnings, subjectIs: 'id' },
  { operation: warningsContract.caseReminders, subjectIs: 'id' },
]);
