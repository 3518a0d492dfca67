/** Who sees the kiosks, brings them paper, runs them. Here alone: the pages, their buttons and the menu ask the same lists. */
import type { Role } from '#platform/permissions';

/** Those who see how the kiosks stand. */
export const kioskRoles = ['clerk', 'head', 'office', 'admin'] as const satisfies readonly Role[];
/** Those who stand beside one: paper, out of service and back. */
export const bringingRoles = ['clerk', 'office', 'admin'] as const satisfies readonly Role[];
/** Those who add kiosks and make their codes. */
export const runningRoles = ['office', 'admin'] as const satisfies readonly Role[];
