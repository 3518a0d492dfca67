/** What of a locker meets the materials of an item today: shown in the form, with one tap to use it. */
import { getVersionInForce, type ItemVersion } from '#modules/catalogue';
import { isTrustedAs, type Material, type MetBy } from '#modules/catalogue/contract';
import { getOrganisation, getPerson } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { ConsentWay } from './consent.ts';
import { byWorth, unfitFor, type Entry, type Owner } from './entry.ts';
import { findServing } from './store.ts';
import { insertConsent, insertUsage } from './usage-store.ts';
import { basisFor, blankUsage, isAtCounter, whoIs, type Basis, type ItemInHand } from './whose.ts';

/** The entries that meet a material, the best first. */
export interface Fitting {
  materialId: string;
  entries: Entry[];
  /** What would serve once the original was seen. */
  toCompare: Entry[];
}

/** What was found, and by what right it was looked for; without a right nothing is found. */
export interface Found {
  basis: Basis['basis'] | null;
  rows: Fitting[];
}

const nothing: Found = { basis: null, rows: [] };

/** An item as lockers know it. */
export const inHand = ({ itemId, code, baseCode, body, departmentId }: ItemVersion): ItemInHand => ({
  id: itemId,
  code,
  baseCode: baseCode ?? '',
  name: body.plainName ?? body.name,
  departmentId,
});

type Meetable = Material & { metBy: MetBy };
const meetable = ({ body }: ItemVersion): Meetable[] =>
  body.materials.filter((material): material is Meetable => material.metBy !== undefined);

async function fittingFor(ground: Ground, owner: Owner, item: ItemVersion): Promise<Fitting[]> {
  const materials = meetable(item);
  if (materials.length === 0) return [];
  const day = shanghaiDay(ground.clock.now());
  const kinds = [...new Set(materials.flatMap(({ metBy }) => metBy.kinds))];
  const resultsOf = [...new Set(materials.flatMap(({ metBy }) => metBy.resultsOf ?? []))];
  const entries = await findServing(ground.db, owner, { kinds, resultsOf }, day);
  return materials.flatMap(({ id, metBy }) => {
    const best = (why: 'lowTrust' | undefined): Entry[] =>
      entries
        .filter((entry) => unfitFor(entry, metBy, day) === why)
        .sort(byWorth)
        .slice(0, 5);
    const serving = best(undefined);
    // An original that is seen makes it `verified`, and no more than that.
    const toCompare = isTrustedAs('verified', metBy.leastTrust) ? best('lowTrust') : [];
    return serving.length + toCompare.length > 0 ? [{ materialId: id, entries: serving, toCompare }] : [];
  });
}

/** A line of the trail: somebody who is not the owner looked at what serves for an item. */
async function noteLookAt(ground: Ground, actor: Actor, owner: Owner, item: ItemInHand, right: Basis): Promise<void> {
  const who = await whoIs(ground, actor, isAtCounter(actor, owner));
  await ground.db.transaction(
    async (tx) =>
    insertUsage(tx, { ...blankUsage, ...who, ...right, ...owner, id: newId(), how: 'look', at: ground.clock.now(), itemId: item.id, itemName: item.name }), // prettier-ignore
  );
}

/**
 * What this owner has for an item. Of the actor's own, and of the company for which they act; of others only with their consent, and
 * then the look leaves a line. An item that is not in force has no materials to be met.
 */
export async function findFitting(ground: Ground, actor: Actor, owner: Owner, itemId: string): Promise<Found> {
  const item = await getVersionInForce(ground, itemId, shanghaiDay(ground.clock.now()));
  if (!item || meetable(item).length === 0) return nothing;
  const use = { owner, item: inHand(item), atCounter: isAtCounter(actor, owner) };
  const right = await basisFor(ground, ground.db, actor, use);
  if (!right) return nothing;
  const rows = await fittingFor(ground, owner, item);
  if (right.basis !== 'self') await noteLookAt(ground, actor, owner, use.item, right);
  return { basis: right.basis, rows };
}

/** A consent at a window ends with the day: whoever comes again is asked again. */
const windowHours = 12;

/**
 * Writes down at a window that whoever came agrees that their locker is used for this item, and how they said so; then finds what serves.
 * The same `consentId` is the same consent. It is given to this member of staff and ends after twelve hours. Throws `general.notFound`.
 */
export async function askAtWindow(
  ground: Ground,
  actor: Actor,
  owner: Owner,
  asked: { consentId: string; itemId: string; how: Exclude<ConsentWay, 'online'> },
): Promise<Found> {
  const givenAt = ground.clock.now();
  // Nobody agrees for somebody who is not there.
  await (owner.organisationId
    ? getOrganisation(ground.db, owner.organisationId)
    : getPerson(ground.db, owner.personId!));
  await ground.db.transaction(async (tx) =>
    insertConsent(tx, {
      ...owner,
      id: asked.consentId,
      scope: 'window',
      how: asked.how,
      departmentId: null,
      itemId: asked.itemId,
      accountId: actor.accountId,
      givenAt,
      givenBy: actor.accountId!,
      until: new Date(givenAt.getTime() + windowHours * 3_600_000),
    }),
  );
  return findFitting(ground, actor, owner, asked.itemId);
}
