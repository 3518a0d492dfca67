/** People over HTTP: signing in, persons and organisations, acting for others, staff. */
import { actingOperations } from './acting/operations.ts';
import { identityOperations } from './identity/operations.ts';
import { signInOperations } from './sign-in/operations.ts';
import { staffOperations } from './staff/operations.ts';

export const peopleContract = {
  ...signInOperations,
  ...identityOperations,
  ...actingOperations,
  ...staffOperations,
};
export { postRoles } from './shapes.ts';
export type { AuthorityShape, OrganisationShape, PersonShape, PostShape } from './shapes.ts';
export type { AbsenceRow, StaffRow } from './staff/operations.ts';
/** Rules that a form checks while one types; the server checks again. */
export { checkCreditCode, checkIdNumber, idKinds } from './identity/id-numbers.ts';
export type { IdCheck, IdKind } from './identity/id-numbers.ts';
export { longest, longEnough, passwordFault, shortest } from './sign-in/passwords.ts';
export type { PasswordFault } from './sign-in/passwords.ts';
