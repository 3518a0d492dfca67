/** How a case is tied to people and posts: what permissions ask, and under which post or in whose name somebody acts. */
import { getVersion } from '#modules/catalogue';
import { mayActFor } from '#modules/people';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { isStaff, type Actor, type PermissionRow, type Post, type Ties } from '#platform/permissions';
import type { Action, Kind } from './case.ts';
import { may } from './may.ts';
import type { CaseRow } from './store.ts';

/**
 * The ties of a case for whoever asks. It is the applicant's own; and of whoever may act for the applicant in this item on this day:
 * who represents the company, who holds an authority. That is asked anew each time, so that an authority that was taken back ends at
 * once, also for the agent who handed the case in (civil code art. 173).
 */
export async function tiesOf(ground: Ground, row: CaseRow, actor: Actor, reader: Reader = ground.db): Promise<Ties> {
  const { personId } = actor;
  const acts = personId !== null && personId !== row.personId && (await actsFor(ground, reader, row, personId));
  return {
    owners: [row.personId, acts ? personId : null],
    holder: row.holderId,
    departments: [row.departmentId],
    outlets: [row.outletId],
  };
}

/** Whether the person may act for the applicant of this case now. */
export async function actsFor(ground: Ground, reader: Reader, row: CaseRow, personId: string): Promise<boolean> {
  const { code, baseCode } = await getVersion(ground, row.itemId, row.itemVersion);
  const principal = row.organisationId ? { organisationId: row.organisationId } : { personId: row.personId! };
  return (
    (await mayActFor(reader, personId, { ...principal, itemCode: code, baseCode, at: ground.clock.now() })) !==
    undefined
  );
}

/** Whether the actor is on the applicant's side of these ties. */
export const isOwner = (actor: Actor, ties: Ties): boolean =>
  actor.personId !== null && (ties.owners ?? []).includes(actor.personId);

/** Whether the actor takes something down as staff, for whoever has come; and not as the applicant or the agent that they are themselves. */
export const isForOthers = (actor: Actor, { personId, agentId }: Pick<CaseRow, 'personId' | 'agentId'>): boolean =>
  isStaff(actor) && (actor.personId === null || (actor.personId !== personId && actor.personId !== agentId));

/**
 * The post under which the actor acts on this case: of those that reach it the one that may take the step (an examiner who stands in for
 * the head decides as the head), or none for the applicant.
 */
export function postFor(actor: Actor, row: Pick<CaseRow, 'departmentId' | 'outletId'>, kind?: Kind): Post | undefined {
  const reaching = [
    ...actor.posts.filter((post) => post.departmentId === row.departmentId),
    ...actor.posts.filter((post) => post.outletId !== null && post.outletId === row.outletId),
  ];
  const permission: PermissionRow = (kind && (may as Partial<Record<Kind, PermissionRow>>)[kind]) ?? {};
  return reaching.find(({ role }) => permission[role] !== undefined) ?? reaching[0] ?? actor.posts[0];
}

/** Who and where, for the history. The system itself acts under the role `rule`. */
export function standing(actor: Actor, row: CaseRow, kind?: Kind): Pick<Action, 'accountId' | 'role' | 'placeId'> {
  if (!actor.accountId) return { accountId: null, role: 'rule', placeId: null };
  const { accountId, personId } = actor;
  if (personId !== null && personId === row.personId) return { accountId, role: 'applicant', placeId: null };
  // Whoever has no post is there for the applicant: as agent, or as who represents the company.
  if (personId !== null && (personId === row.agentId || !isStaff(actor)))
    return { accountId, role: 'agent', placeId: null };
  const post = postFor(actor, row, kind);
  return { accountId, role: post?.role ?? 'resident', placeId: post?.outletId ?? null };
}
