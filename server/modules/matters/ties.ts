/** How a matter is tied to people and departments. */
import { mayActFor } from '#modules/people';
import { getVersion } from '#modules/catalogue';
import type { Ground } from '#platform/ground';
import type { Actor, Ties } from '#platform/permissions';
import { membersOf, type MatterRow } from './store.ts';

/**
 * It is the applicant's, and of whoever may act for the applicant in every part now; of the department that leads; and of the clerks of the
 * counter that took it in, who have seen all of it and are asked about it. A department that decides one part is not tied to the whole: it
 * has its own case.
 */
export async function tiesOfMatter(ground: Ground, row: MatterRow, actor: Actor): Promise<Ties> {
  const { personId } = actor;
  const acts = personId !== null && personId !== row.personId && (await actsFor(ground, row, personId));
  // Examiners whose post is at the same counter have not taken it in.
  const tookIn = actor.posts.some(
    ({ role, outletId }) => role === 'clerk' && outletId !== null && outletId === row.outletId,
  );
  return {
    owners: [row.personId, acts ? personId : null],
    departments: [row.leadDepartmentId],
    outlets: tookIn ? [row.outletId] : [],
  };
}

async function actsFor(ground: Ground, row: MatterRow, personId: string): Promise<boolean> {
  const at = ground.clock.now();
  const principal = row.organisationId ? { organisationId: row.organisationId } : { personId: row.personId! };
  const members = await membersOf(ground.db, row.id);
  const all = await Promise.all(
    members.map(async ({ itemId, itemVersion }) => {
      const { code, baseCode } = await getVersion(ground, itemId, itemVersion);
      return mayActFor(ground.db, personId, { ...principal, itemCode: code, baseCode, at });
    }),
  );
  return all.length > 0 && all.every((authority) => authority !== undefined);
}
