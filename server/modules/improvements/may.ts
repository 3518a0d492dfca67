/** Who may do what with suggestions. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { improvementsContract } from './contract.ts';

const office = { office: ['any'] } as const;
/** The order is the department's; its head answers for it. */
const department = { head: ['department'] } as const;
const readers = { examiner: ['department'], head: ['department'], office: ['any'], auditor: ['any'] } as const;

export const may = {
  // Whoever is signed in, staff too.
  suggest: { resident: ['any'] },
  mySuggestions: { resident: ['any'] },
  listSuggestions: readers,
  countSuggestions: readers,
  getSuggestion: { resident: ['own'], ...readers },
  dispatch: office,
  acceptOrder: department,
  declineOrder: department,
  planOrder: department,
  finishOrder: department,
  verifyOrder: office,
  sendBackOrder: office,
  adopt: office,
  closeSuggestion: office,
} as const satisfies Permissions<keyof typeof improvementsContract>;
