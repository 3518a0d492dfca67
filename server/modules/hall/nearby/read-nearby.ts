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

type Named = Pick<Errand, 'name' | 'departmentId'>;

/**
 * With which of the errands of another hall what somebody comes for may be done: the same by name; else any matter at both, the one whose name
 * holds the other's (综合受理, 无差别综合受理) before the rest, of which nobody knows which it is.
 */
export function likeIn<E extends Named>(errands: readonly E[], wanted: Named): E[] {
  const same = errands.filter(({ name }) => name === wanted.name);
  if (same.length > 0) return same;
  const any = wanted.departmentId === null ? errands.filter(({ departmentId }) => departmentId === null) : [];
  const close = any.filter(({ name }) => name.includes(wanted.name) || wanted.name.includes(name));
  return close.length > 0 ? close : any;
}

/**
 * Only where a window is open and tickets can be had, for each errand that it may be; of these the one for which one waits longest, so that nobody is sent away for a wait that
 * is of something else. The shortest likely wait first, then the nearest.
 */
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
      const hall = await readHall(ground, outlet.id, at);
      const like = likeIn(hall.errands, errand);
      const doing = (id: string) => hall.windows.filter((window) => window.open && window.errandIds.includes(id));
      if (like.some((one) => takesNow(hall, one, 1) !== 'yes' || doing(one.id).length === 0)) return [];
      const { ofErrand } = await waitsNow(ground, outlet.id, at);
      const waits = (one: Errand): number => ofErrand.get(one.id)?.likely ?? 0;
      const [same] = like.toSorted((one, other) => waits(other) - waits(one));
      if (!same) return [];
      return [
        {
          outletId: outlet.id,
          name: outlet.name,
          nameEn: outlet.nameEn,
          address: outlet.address,
          distance: outlet.distance === null ? null : Math.round(outlet.distance),
          errandId: same.id,
          waiting: hall.waits.get(same.id)?.waiting ?? 0,
          windows: doing(same.id).length,
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
