/** The guide page of an item, and the directory of places: where to go. */
import { distanceBetween, findHours, getDepartment, listOutlets, openingOf, type Outlet } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { general } from '#platform/problems';
import { countersOf, offersByKind, ownLists } from '../offers/hand-down.ts';
import { findOffers, findOffersOfItem, findOwnLists, type Offer, type Scope } from '../offers/store.ts';
import { catalogueProblems } from '../problems.ts';
import type { DirectoryEntry, Guide, Place } from '../shapes.ts';
import { calledOf, inOrder } from './lines.ts';
import { sayWeek } from './say-week.ts';
import { shelfOf } from './shelf.ts';
import { findItem, findSpans, findTopics } from './store.ts';
import { wasCancelled } from './versions.ts';

/** Degrees, WGS-84. */
export interface Point {
  longitude?: number | undefined;
  latitude?: number | undefined;
}

const distanceTo = ({ longitude, latitude }: Point, outlet: Outlet): number | null =>
  longitude === undefined || latitude === undefined || outlet.longitude === null || outlet.latitude === null
    ? null
    : Math.round(distanceBetween({ longitude, latitude }, { longitude: outlet.longitude, latitude: outlet.latitude }));

const placeOf = (outlet: Outlet) => ({
  outletId: outlet.id,
  kind: outlet.kind,
  name: outlet.name,
  nameEn: outlet.nameEn,
  address: outlet.address,
  addressEn: outlet.addressEn,
  telephone: outlet.telephone,
  longitude: outlet.longitude,
  latitude: outlet.latitude,
});
const nearestFirst = (a: { distance: number | null }, b: { distance: number | null }): number =>
  (a.distance ?? Infinity) - (b.distance ?? Infinity) || 0;

type Opening = Pick<Place, 'open' | 'hours' | 'openingSays'>;

/** When places are open, and whether they are now: one question for all of them. */
async function openingsOf(ground: Ground, outlets: readonly { outletId: string }[]): Promise<(id: string) => Opening> {
  const all = await findHours(
    ground.db,
    outlets.map(({ outletId }) => outletId),
  );
  const now = ground.clock.now();
  return (id) => {
    const hours = all.get(id);
    const state = openingOf(ground, hours, now);
    return {
      open: state?.open ?? null,
      hours: hours && hours.weekly.length > 0 ? sayWeek(hours.weekly) : null,
      openingSays: state?.says ?? null,
    };
  };
}

/** Throws `general.notFound`, and `notInForce` for an item that has no version today. */
export async function readGuide(ground: Ground, itemId: string, point: Point): Promise<Guide> {
  const shelf = await shelfOf(ground);
  const item = shelf.items.get(itemId);
  if (!item) throw (await findItem(ground.db, itemId)) ? catalogueProblems.notInForce() : general.notFound();
  const { db } = ground;
  const [department, topics, spans, outlets, offers] = await Promise.all([
    getDepartment(db, item.departmentId),
    findTopics(db),
    findSpans(db, [itemId]),
    listOutlets(db),
    findOffersOfItem(db, itemId, shelf.day),
  ]);
  const handedDown = new Map(offers.map(({ outletId, scope }) => [outletId, scope]));
  const counters = countersOf(outlets, item.departmentId);
  const withOwnList = await findOwnLists(db, counters, item.departmentId, shelf.day);
  const places = outlets
    .flatMap((outlet): Omit<Place, keyof Opening>[] => {
      const scope: Scope | undefined =
        handedDown.get(outlet.id) ?? (offersByKind(outlet, item.departmentId, withOwnList) ? 'decide' : undefined);
      return scope ? [{ ...placeOf(outlet), distance: distanceTo(point, outlet), scope }] : [];
    })
    .sort(nearestFirst);
  const openingAt = await openingsOf(ground, places);
  const next = spans.find((span) => span.inForceFrom > shelf.day && !wasCancelled(span));
  return {
    itemId,
    code: item.code,
    baseCode: item.baseCode,
    version: item.version,
    inForceFrom: item.inForceFrom,
    department: {
      id: department.id,
      key: department.key,
      name: department.name,
      nameEn: department.nameEn,
      telephone: department.telephone,
    },
    topics: item.body.topics.map((key) => {
      const topic = topics.find((one) => one.key === key);
      return { key, name: topic?.name ?? key, nameEn: topic?.nameEn ?? '', iconWord: topic?.iconWord ?? '' };
    }),
    body: item.body,
    places: places.map((place) => ({ ...place, ...openingAt(place.outletId) })),
    next: next ? { version: next.version, inForceFrom: next.inForceFrom } : null,
  };
}

/** Places with what can be done there; of one department, topic or item when named. The nearest first. */
export async function readDirectory(
  ground: Ground,
  asked: { departmentId?: string | undefined; topic?: string | undefined; itemId?: string | undefined } & Point,
): Promise<DirectoryEntry[]> {
  const shelf = await shelfOf(ground);
  const items = inOrder(shelf).filter(
    (item) =>
      (asked.departmentId === undefined || item.departmentId === asked.departmentId) &&
      (asked.topic === undefined || item.body.topics.includes(asked.topic)) &&
      (asked.itemId === undefined || item.itemId === asked.itemId),
  );
  const [outlets, offers] = await Promise.all([listOutlets(ground.db), findOffers(ground.db, shelf.day)]);
  const withOwnList = ownLists(outlets, offers, (itemId) => shelf.items.get(itemId)?.departmentId);
  const ofOutlet: Map<string, Offer[]> = Map.groupBy(offers, ({ outletId }) => outletId);
  const entries = outlets
    .map((outlet): Omit<DirectoryEntry, 'hours' | 'openingSays'> => {
      const offersAll = outlet.kind === 'hall';
      const handedDown = new Map((ofOutlet.get(outlet.id) ?? []).map(({ itemId, scope }) => [itemId, scope]));
      const offered = items.flatMap((item) => {
        const scope =
          handedDown.get(item.itemId) ?? (offersByKind(outlet, item.departmentId, withOwnList) ? 'decide' : undefined);
        return scope
          ? [
              {
                itemId: item.itemId,
                name: calledOf(item.body),
                nameEn: item.body.plainNameEn ?? item.body.nameEn ?? null,
                scope,
              },
            ]
          : [];
      });
      return {
        ...placeOf(outlet),
        distance: distanceTo(asked, outlet),
        offersAll,
        // A hall's list would be the whole catalogue.
        items: offersAll && offered.length > 50 ? [] : offered,
        itemCount: offered.length,
      };
    })
    .filter(({ itemCount }) => itemCount > 0)
    .sort(nearestFirst);
  const openingAt = await openingsOf(ground, entries);
  return entries.map((entry) => {
    const { hours, openingSays } = openingAt(entry.outletId);
    return { ...entry, hours, openingSays };
  });
}
