/** Whose page is whose: the roles that open the sections of the workbench. The server decides for itself. */
import type { Role } from '#platform/permissions';

/** Everybody with a post. */
export const staffRoles = [
  'clerk',
  'examiner',
  'head',
  'office',
  'admin',
  'auditor',
] as const satisfies readonly Role[];
/** Those who see cases. */
export const caseRoles = ['clerk', 'examiner', 'head', 'office', 'auditor'] as const satisfies readonly Role[];
/** Those who lead joint matters, are consulted, or oversee both. */
export const jointRoles = ['examiner', 'head', 'office', 'auditor'] as const satisfies readonly Role[];
/** Those who sit at a window or may take its place. */
export const counterRoles = ['clerk', 'head'] as const satisfies readonly Role[];
/** Those who stand before a person with a document. */
export const windowRoles = ['clerk', 'head', 'office'] as const satisfies readonly Role[];
/** Those who answer for figures. */
export const figureRoles = ['examiner', 'head', 'office', 'auditor'] as const satisfies readonly Role[];
/** Those who edit departments, outlets and windows. */
export const placeRoles = ['office', 'admin'] as const satisfies readonly Role[];
/** Those who see who works where. */
export const staffListRoles = ['head', 'office', 'admin', 'auditor'] as const satisfies readonly Role[];
/** Those who run a hall, oversee it or set it up. */
export const hallRoles = ['head', 'office', 'admin', 'auditor'] as const satisfies readonly Role[];
/** Those who see how the service was rated. */
export const ratingRoles = ['head', 'office', 'auditor'] as const satisfies readonly Role[];
/** Those who see the catalogue in preparation. */
export const catalogueRoles = ['head', 'office', 'admin', 'auditor'] as const satisfies readonly Role[];
/** Those who see the rules by which applications are judged. */
export const rulesRoles = ['examiner', 'head', 'office', 'admin', 'auditor'] as const satisfies readonly Role[];
/** Those who set or oversee whom the dates of cases warn. */
export const warningRoles = ['head', 'office', 'auditor'] as const satisfies readonly Role[];
/** Those who decide or oversee which windows open besides the plan, and those who are asked to. */
export const tideRoles = ['clerk', 'head', 'office', 'auditor'] as const satisfies readonly Role[];
/** Those who look after kiosks. */
export { kioskRoles } from '#web/features/kiosks/workbench/roles.ts';
