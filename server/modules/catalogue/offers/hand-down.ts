/** Handing an item down to outlets (下发) and taking it back (收回). */
import { findOutlet, listOutlets, type Outlet } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { offersChanged } from '../events.ts';
import { catalogueProblems } from '../problems.ts';
import type { Item } from '../items/store.ts';
import { endOffers, findOffer, insertOffers, type Scope } from './store.ts';

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

/** A hall offers everything (无差别受理), a department's own counter what is its department's. */
export const offersByKind = (outlet: Pick<Outlet, 'kind' | 'departmentId'>, departmentId: string): boolean =>
  outlet.kind === 'hall' || (outlet.kind === 'department' && outlet.departmentId === departmentId);

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
  return offer?.scope ?? (offersByKind(outlet, item.departmentId) ? 'decide' : undefined);
}
