/** Other outlets' queues, told before people queue here. */
import { listOutlets, nearest } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { listPlaceRows, type Errand } from '../place-store.ts';
import { readHall, sayWait, takesNow } from '../read-place.ts';
import { getErrand } from '../take-ticket.ts';
import { countsAtAll } from '../view-store.ts';
import { waitsNow } from '../waits/wait-now.ts';
import type { Nearby } from './operations.ts';

/** So many of the nearest are looked at, and so many shown. */
const [looked, shown] = [5, 3];

/** Whether what somebody comes for can be done with another errand: the same by name, or any matter at both. */
export const isLike = (
  one: Pick<Errand, 'name' | 'departmentId'>,
  other: Pick<Errand, 'name' | 'departmentId'>,
): boolean => one.name === other.name || (one.departmentId === null && other.departmentId === null);

/** Only where a window is open and tickets can be had; the shortest likely wait first, then the nearest. */
export async function listNearby(ground: Ground, errandId: string): Promise<Nearby[]> {
  const { db, clock } = ground;
  const at = clock.now();
  const errand = await getErrand(ground, errandId);
  const [places, outlets, counts] = await Promise.all([
    listPlaceRows(db),
    listOutlets(db),
    countsAtAll(db, shanghaiDay(at)),
  ]);
  const open = new Set(counts.filter(({ windows }) => windows > 0).map(({ outletId }) => outletId));
  const taking = new Set(places.map(({ outletId }) => outletId).filter((id) => open.has(id)));
  const here = outlets.find(({ id }) => id === errand.outletId);
  const others = outlets.filter(({ id }) => id !== errand.outletId && taking.has(id));
  const placed =
    here && here.longitude !== null && here.latitude !== null
      ? nearest(others, { longitude: here.longitude, latitude: here.latitude })
      : others.map((outlet) => ({ ...outlet, distance: null }));
  const found = await Promise.all(
    placed.slice(0, looked).map(async (outlet): Promise<Nearby[]> => {
      const hall = await readHall(db, outlet.id, at);
      const same = hall.errands.find((one) => isLike(one, errand) && takesNow(hall, one, 1) === 'yes');
      const windows = hall.windows.filter((window) => window.open && same && window.errandIds.includes(same.id));
      if (!same || windows.length === 0) return [];
      const { ofErrand } = await waitsNow(db, outlet.id, at);
      return [
        {
          outletId: outlet.id,
          name: outlet.name,
          nameEn: outlet.nameEn,
          address: outlet.address,
          distance: outlet.distance === null ? null : Math.round(outlet.distance),
          errandId: same.id,
          waiting: hall.waits.get(same.id)?.waiting ?? 0,
          windows: windows.length,
          wait: sayWait(ofErrand.get(same.id)),
        },
      ];
    }),
  );
  const likely = ({ wait }: Nearby): number => wait?.likely ?? Infinity;
  return found
    .flat()
    .toSorted((one, other) => likely(one) - likely(other) || (one.distance ?? 0) - (other.distance ?? 0))
    .slice(0, shown);
}
