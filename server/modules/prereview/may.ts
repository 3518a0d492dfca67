/** Who may do what with reviews by machine. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { prereviewContract } from './contract.ts';

const readers = { office: ['any'], head: ['department'], examiner: ['department'], auditor: ['any'] } as const;

export const may = {
  caseReviews: { clerk: ['department'], ...readers },
  listSettings: readers,
  // How far a machine may go is no matter of a single department.
  setLevel: { office: ['any'] },
  // Stopping is everybody's who answers for what it does; a head stops it for the own department.
  stopMachine: { office: ['any'], head: ['department'] },
  resumeMachine: { office: ['any'], head: ['department'] },
  listRechecks: readers,
  // Whom it is about, and whoever acts for them.
  explainMachine: { resident: ['own'] },
  askPerson: { resident: ['own'] },
  settleRecheck: { examiner: ['department'], head: ['department'] },
} as const satisfies Permissions<keyof typeof prereviewContract>;
