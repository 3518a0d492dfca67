/** Who may do what with tidal windows. What is not in it is forbidden. */
import type { Permissions } from '#platform/permissions';
import type { tidesContract } from './contract.ts';

/** Who runs the halls, who answers for people who sit there, and who oversees both. */
const readers = { head: ['any'], office: ['any'], auditor: ['any'] } as const;
/** The service office runs the halls. */
const managers = { office: ['any'] } as const;

export const may = {
  showTides: readers,
  listUsual: readers,
  listLooks: readers,
  listAdvice: readers,
  sumEffects: readers,
  getAdvice: readers,
  takeAdvice: managers,
  refuseAdvice: managers,
  myRequests: { clerk: ['any'] },
  // Only whom it was asked of.
  answerRequest: { clerk: ['held'] },
  showStaffing: readers,
  showRule: readers,
  saveRule: managers,
} as const satisfies Permissions<keyof typeof tidesContract>;
