/** What hangs over a window, and what an information screen shows. */
import { findHours, getOutlet, planOn } from '#modules/offices';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { dutiesAt, errandsAt, findShiftAt } from '../place-store.ts';
import { listPlaces, shortestWait, showPlace } from '../read-place.ts';
import { getOwnWindow } from '../shifts.ts';
import { findCurrent, waitingAt } from '../view-store.ts';
import type { Board, WindowSign } from './shapes.ts';
import { postingsAt } from './store.ts';

const postingsShown = 5;
const othersShown = 12;

export async function showWindowSign(ground: Ground, windowId: string): Promise<WindowSign> {
  const { clock } = ground;
  const window = await getOwnWindow(ground, windowId);
  const { outletId } = window;
  const at = clock.now();
  const day = shanghaiDay(at);
  return ground.db.together(async (db) => {
    const [outlet, shift, current, duties, errands] = await Promise.all([
      getOutlet(db, outletId),
      findShiftAt(db, windowId),
      findCurrent(db, windowId),
      dutiesAt(db, outletId),
      errandsAt(db, outletId),
    ]);
    // A shift of a day before is over, even if nobody has swept it away yet.
    const here = shift && shift.state !== 'ended' && shanghaiDay(shift.beganAt) === day ? shift : undefined;
    const errandIds = duties.find((duty) => duty.windowId === windowId)?.errandIds ?? [];
    const next = here?.state === 'open' ? await waitingAt(db, { outletId, day, windowId, errandIds }, 1) : [];
    return {
      outletName: outlet.name,
      outletNameEn: outlet.nameEn,
      at: at.toISOString(),
      number: window.number,
      name: window.name,
      nameEn: window.nameEn,
      zone: window.zone,
      state: here ? (here.state as 'open' | 'break') : 'closed',
      ticket:
        here && current ? { number: current.number, state: current.state as 'called' | 'coming' | 'serving' } : null,
      next: next[0]?.number ?? null,
      errands: errands
        .filter(({ id }) => errandIds.includes(id))
        .map(({ prefix, name, nameEn }) => ({ prefix, name, nameEn })),
      clerkName: here?.clerkName ?? null,
    };
  });
}

export async function showBoard(ground: Ground, outletId: string): Promise<Board> {
  const { db, clock } = ground;
  const at = clock.now();
  const day = shanghaiDay(at);
  const [{ remote: _, ...place }, hours, postings, places] = await Promise.all([
    showPlace(ground, outletId),
    findHours(db, [outletId]),
    postingsAt(db, outletId, day, day, postingsShown),
    listPlaces(ground),
  ]);
  const own = hours.get(outletId);
  // Those that are open and where fewest wait: who stands here may go there.
  const others = places
    .filter((other) => other.outletId !== outletId && other.open && other.windows > 0)
    .toSorted((one, other) => one.waiting / one.windows - other.waiting / other.windows)
    .slice(0, othersShown);
  const waits = await Promise.all(others.map((other) => shortestWait(ground, other.outletId, at)));
  return {
    ...place,
    at: at.toISOString(),
    hours: own ? planOn(ground, own, day).spans.map(({ opens, closes }) => ({ opens, closes })) : [],
    postings,
    elsewhere: others.map((other, i) => ({ ...other, wait: waits[i] ?? null })),
  };
}
