/** Whose locker it is, by what right somebody reaches into it, and under what name that is written down. */
import { getOutlet, getDepartment } from '#modules/offices';
import { mayActFor, organisationsOf } from '#modules/people';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { isStaff, type Actor, type Ties } from '#platform/permissions';
import { coveringOf } from './consent.ts';
import type { Owner } from './entry.ts';
import { standingConsents, type Usage } from './usage-store.ts';

/** The owner that a request names: an organisation, a person, or whoever is signed in. */
export const ownerOf = (actor: Actor, asked: { personId?: string; organisationId?: string }): Owner =>
  asked.organisationId
    ? { personId: null, organisationId: asked.organisationId }
    : { personId: asked.personId ?? actor.personId, organisationId: null };

/** Ties of a locker: the person's own, and the company's for who may act for it in all matters now. */
export async function tiesOfLocker(ground: Ground, actor: Actor, owner: Owner): Promise<Ties> {
  if (owner.organisationId === null) return { owners: [owner.personId] };
  const { personId } = actor;
  const theirs = personId ? await organisationsOf(ground.db, personId, ground.clock.now()) : [];
  return { owners: [theirs.includes(owner.organisationId) ? personId : null] };
}

/** The item for which something is looked for or used. */
export interface ItemInHand {
  id: string;
  code: string;
  baseCode: string;
  name: string;
  departmentId: string;
}

/** By what right something is used: the owner's own hand, or a consent that is named. */
export interface Basis {
  basis: 'self' | 'standing' | 'window';
  consentId: string | null;
}

/**
 * By what right the actor may use what this owner has, for this item now; undefined when there is none. A person uses their own, and
 * whoever may act for a company uses the company's. Whoever acts for another person, and staff, need that person's consent.
 */
export async function basisFor(
  ground: Ground,
  reader: Reader,
  actor: Actor,
  use: { owner: Owner; item: ItemInHand; atCounter: boolean },
  hold: 'hold' | 'read' = 'read',
): Promise<Basis | undefined> {
  const { owner, item, atCounter } = use;
  if (!atCounter && (await actsAsOwner(ground, reader, actor, owner, item))) return { basis: 'self', consentId: null };
  const at = ground.clock.now();
  const consents = await standingConsents(reader, owner, at, hold);
  const found = coveringOf(consents, {
    departmentId: item.departmentId,
    itemId: item.id,
    accountId: actor.accountId,
    at,
  });
  return found && { basis: found.scope, consentId: found.id };
}

async function actsAsOwner(
  ground: Ground,
  reader: Reader,
  actor: Actor,
  owner: Owner,
  item: ItemInHand,
): Promise<boolean> {
  if (actor.personId === null) return false;
  if (owner.organisationId === null) return owner.personId === actor.personId;
  const { code: itemCode, baseCode } = item;
  const { organisationId } = owner;
  return (
    (await mayActFor(reader, actor.personId, { organisationId, itemCode, baseCode, at: ground.clock.now() })) !==
    undefined
  );
}

/** Whether the actor stands on the other side of the counter from this owner. */
export const isAtCounter = (actor: Actor, owner: Owner): boolean =>
  isStaff(actor) && (owner.personId === null || owner.personId !== actor.personId);

/** Who it was, for the owner to read: staff by their post and office, others by their name. */
export async function whoIs(
  ground: Ground,
  actor: Actor,
  atCounter: boolean,
): Promise<Pick<Usage, 'accountId' | 'byName' | 'role' | 'office' | 'departmentId' | 'outletId'>> {
  const { accountId, name: byName } = actor;
  if (!atCounter) return { accountId, byName, role: 'resident', office: '', departmentId: null, outletId: null };
  const post = actor.posts.find(({ outletId, departmentId }) => outletId !== null || departmentId !== null) ?? actor.posts[0]; // prettier-ignore
  const { outletId = null, departmentId = null, role = 'clerk' } = post ?? {};
  const office = outletId
    ? (await getOutlet(ground.db.aside, outletId)).name
    : departmentId
      ? (await getDepartment(ground.db.aside, departmentId)).name
      : '';
  return { accountId, byName, role, office, departmentId, outletId };
}

/** A line of the trail about which nothing is known yet but whose locker, when and by whom. */
export const blankUsage = {
  itemId: null,
  itemName: '',
  caseId: null,
  caseNumber: null,
  consentId: null,
  entryId: null,
  materialId: null,
  kind: null,
  name: '',
  number: '',
  source: null,
  trust: null,
  validUntil: null,
  hash: null,
  fileIds: [] as string[],
  documentId: null,
} as const satisfies Partial<Usage>;
