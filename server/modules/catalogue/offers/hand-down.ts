/** Handing an item down to outlets (下发) and taking it back (收回). */
import { findOutlet, listOutlets, type Outlet } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { offersChanged } from '../events.ts';
import { catalogueProblems } from '../problems.ts';
import type { Item } from '../items/store.ts';
import { endOffers, findOffer, findOwnLists, insertOffers, type Scope } from './store.ts';

/** From a day on outlets offer the item so far. Throws `outletUnknown`, `alreadyOffered`; none of them is changed then. */
export async function handDown(
  ground: Ground,
  actor: Actor,
  item: Item,
  asked: { outletIds: readonly string[]; scope: Scope; fromDay?: string | undefined },
): Promise<void> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const fromDay = asked.fromDay ?? today;
  if (fromDay < today) throw catalogueProblems.dayPassed({ fromDay });
  const outletIds = [...new Set(asked.outletIds)];
  await ground.db.transaction(async (tx) => {
    const known = new Set((await listOutlets(tx)).map(({ id }) => id));
    const unknown = outletIds.filter((id) => !known.has(id));
    if (unknown.length > 0) throw catalogueProblems.outletUnknown({ outletIds: unknown });
    insertOffers(
      tx,
      outletIds.map((outletId) => ({ itemId: item.id, outletId, scope: asked.scope, fromDay })),
      at,
      actor.name,
    );
    const { departmentId } = item;
    emit(tx, offersChanged, item.id, { act: 'handDown', outletIds, departmentId, everybody: true });
  });
}

/** From today on they no longer offer it; what they took in goes on. Throws `notOffered`. */
export async function takeBack(ground: Ground, actor: Actor, item: Item, asked: readonly string[]): Promise<void> {
  const at = ground.clock.now();
  const outletIds = [...new Set(asked)];
  await ground.db.transaction(async (tx) => {
    const ended = new Set(
      (await endOffers(tx, item.id, outletIds, shanghaiDay(at), at, actor.name)).map((row) => row.outletId),
    );
    const missing = outletIds.filter((id) => !ended.has(id));
    if (missing.length > 0) throw catalogueProblems.notOffered({ outletIds: missing });
    const { departmentId } = item;
    emit(tx, offersChanged, item.id, { act: 'takeBack', outletIds, departmentId, everybody: true });
  });
}

/**
 * A hall offers everything (无差别受理). A department's own counter offers what is its department's, until some of it is handed down to
 * the counter: then only that, because a marriage registry takes no applications for subsistence allowance. `withOwnList` are the
 * counters to which that applies.
 */
export const offersByKind = (
  outlet: Pick<Outlet, 'id' | 'kind' | 'departmentId'>,
  departmentId: string,
  withOwnList: ReadonlySet<string>,
): boolean =>
  outlet.kind === 'hall' ||
  (outlet.kind === 'department' && outlet.departmentId === departmentId && !withOwnList.has(outlet.id));

/** The ids of a department's own counters. */
export const countersOf = (outlets: readonly Outlet[], of: string): string[] =>
  outlets.flatMap(({ id, kind, departmentId }) => (kind === 'department' && departmentId === of ? [id] : []));

/** Counters of departments to which items of their own department are handed down. */
export function ownLists(
  outlets: readonly Outlet[],
  offers: readonly { itemId: string; outletId: string }[],
  departmentOf: (itemId: string) => string | undefined,
): Set<string> {
  const counters = new Map(
    outlets.flatMap(({ id, kind, departmentId }) =>
      kind === 'department' && departmentId !== null ? [[id, departmentId] as const] : [],
    ),
  );
  return new Set(
    offers.flatMap(({ itemId, outletId }) => {
      const departmentId = counters.get(outletId);
      return departmentId !== undefined && departmentOf(itemId) === departmentId ? [outletId] : [];
    }),
  );
}

/** How far an outlet takes an item on a day; undefined: not at all. */
export async function scopeAt(
  ground: Ground,
  item: { itemId: string; departmentId: string },
  outletId: string,
  day: string,
): Promise<Scope | undefined> {
  const outlet = await findOutlet(ground.db, outletId);
  if (!outlet || outlet.retiredAt !== null) return undefined;
  const offer = await findOffer(ground.db, item.itemId, outletId, day);
  if (offer) return offer.scope;
  const counters = countersOf([outlet], item.departmentId);
  const withOwnList = await findOwnLists(ground.db, counters, item.departmentId, day);
  return offersByKind(outlet, item.departmentId, withOwnList) ? 'decide' : undefined;
}
