/** The decision of everything to which all departments have agreed, in the name of each. Used by `settle.ts`. */
import { grantPart, obstacleToGrant, type CaseRow } from '#modules/cases';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { MemberRow } from './store.ts';

/** The hindrance that this rule itself is: a part is granted together with the others only. */
export const agreeFirst = 'agreeFirst';

/** Whether nothing but the rule itself keeps these cases from being granted. */
export async function allFree(ground: Ground, tx: Tx, rows: readonly CaseRow[]): Promise<boolean> {
  const obstacles = await Promise.all(rows.map((row) => obstacleToGrant(ground, tx, row, agreeFirst)));
  return obstacles.every((one) => one === undefined);
}

/** Grants a part in the name of who agreed to it. */
export function grantAgreed(ground: Ground, tx: Tx, member: MemberRow): Promise<CaseRow> {
  const { opinion, conditions, name, role } = member.agreement!;
  const actor: Actor = {
    accountId: member.agreedBy,
    personId: null,
    name,
    posts: [{ role, departmentId: member.departmentId, outletId: null }],
    sessionId: null,
    secondFactor: false,
  };
  return grantPart(ground, tx, actor, member.caseId!, {
    ...(opinion ? { opinion } : {}),
    ...(conditions ? { conditions } : {}),
  });
}
