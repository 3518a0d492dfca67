/** Which roles go together, and who may give them. Pure. */
import type { Actor, Post } from '#platform/permissions';

type StaffRole = Post['role'];

/** Roles that decide about people's matters. */
const deciding: readonly StaffRole[] = ['clerk', 'examiner', 'head'];

/**
 * Separation of duties (GB/T 22239-2019, 8.1.7: administration, security and audit in different hands): an auditor is nothing
 * else, and an administrator decides no case. Returns two roles that one person may not hold together.
 */
export function conflictOf(roles: readonly StaffRole[]): [StaffRole, StaffRole] | undefined {
  const has = new Set(roles);
  for (const role of has) {
    if (role !== 'auditor' && has.has('auditor')) return ['auditor', role];
    if (deciding.includes(role) && has.has('admin')) return ['admin', role];
  }
  return undefined;
}

/**
 * Whether the actor may give these roles, or act on an account that has them. The service office staffs windows and departments;
 * whoever could reset an administrator's password would be one.
 */
export const reachesRoles = (actor: Actor, roles: readonly StaffRole[]): boolean =>
  actor.posts.some(({ role, standsInFor }) => role === 'admin' && standsInFor === undefined) ||
  (actor.posts.some(({ role }) => role === 'office') && roles.every((role) => deciding.includes(role)));
