/** What of cases is read again when something happens elsewhere. Imported by every page of this feature. */
import { casesContract } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { onLive } from '#web/client/live.ts';

onLive('cases.', [
  casesContract.workList,
  { operation: casesContract.getCase, subjectIs: 'id' },
  { operation: casesContract.explainClocks, subjectIs: 'id' },
  documentsContract.listDocuments,
]);
// Which cases were warned of is a condition of the list.
onLive('warnings.', [casesContract.workList]);
onLive('payments.', [casesContract.workList, casesContract.getCase]);

/** Everything that shows a case; read again after each act of one's own. */
export const caseReadings = [
  casesContract.workList,
  casesContract.getCase,
  casesContract.explainClocks,
  documentsContract.listDocuments,
] as const;
