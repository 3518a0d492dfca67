/** What a hall says of itself now: what waits, what is open, whether tickets can still be had. */
import { findHours, getOutlet, listOutlets, openingOf, planOn } from '#modules/offices';
import { instantOn, shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { ReplyOf } from '#platform/contract';
import { hasRoom, type Able, type Loads } from './capacity.ts';
import type { hallContract } from './contract.ts';
import { allDoneBy, dutiesAt, errandsAt, getPlace, listPlaceRows, type Duty, type Errand } from './place-store.ts';
import type { ErrandNow, WaitRange } from './shapes.ts';
import { minutesLeft } from './slots.ts';
import { roundedOut } from './waits/learn-days.ts';
import { waitsNow, type LikelyWait, type WaitsNow } from './waits/wait-now.ts';
import { bookedAt, countsAtAll, loadsAt, type ErrandLoad } from './view-store.ts';

/** Tickets are given out so long before the doors open: people stand there anyway. */
const beforeOpening = 90;

/** Whether a hall gives out tickets now, and how long it still serves today. */
export interface Doors {
  takes: boolean;
  /** Null where nobody has entered opening hours. */
  minutesLeft: number | null;
  says: { zh: string; en: string } | null;
}

export async function doorsOf(ground: Ground, outletId: string, at: Date, reader: Reader = ground.db): Promise<Doors> {
  const hours = (await findHours(reader, [outletId])).get(outletId);
  const opening = openingOf(ground, hours, at);
  if (!hours || !opening) return { takes: true, minutesLeft: null, says: null };
  const day = shanghaiDay(at);
  const { spans } = planOn(ground, hours, day);
  const begins = Math.min(...spans.filter(({ closes }) => instantOn(day, closes) > at).map(({ opens }) => instantOn(day, opens).getTime())); // prettier-ignore
  return {
    takes: begins - at.getTime() <= beforeOpening * 60_000,
    minutesLeft: minutesLeft(day, spans, at),
    says: opening.says,
  };
}

/** The state from which everything that is said of waiting follows. */
export interface HallNow {
  errands: Errand[];
  windows: (Able & Duty)[];
  waits: Map<string, ErrandLoad>;
  doors: Doors;
  /** Work that waits, and that comes with the appointments of the day. */
  booked: Map<string, number>;
}

export async function readHall(
  ground: Ground,
  outletId: string,
  at: Date,
  reader: Reader = ground.db,
): Promise<HallNow> {
  const day = shanghaiDay(at);
  const [errands, windows, waits, booked, doors] = await Promise.all([
    errandsAt(reader, outletId),
    dutiesAt(reader, outletId),
    loadsAt(reader, outletId, day),
    bookedAt(reader, outletId, day, at),
    doorsOf(ground, outletId, at, reader),
  ]);
  return {
    errands,
    windows,
    waits: new Map(waits.map((wait) => [wait.errandId, wait])),
    doors,
    booked: new Map(booked.map(({ errandId, load }) => [errandId, load])),
  };
}

const loadsIn = ({ waits }: Pick<HallNow, 'waits'>): Loads =>
  new Map([...waits.values()].map(({ errandId, load }) => [errandId, load]));
const withBooked = (hall: HallNow): Loads => {
  const loads = new Map(loadsIn(hall));
  for (const [errandId, load] of hall.booked) loads.set(errandId, (loads.get(errandId) ?? 0) + load);
  return loads;
};

/** Whether a window calls people now: somebody is there, and not in a break. */
const callsNow = ({ open, paused }: HallNow['windows'][number]): boolean => open && !paused;

/** Whether a ticket for a party can be had now. */
export function takesNow(hall: HallNow, errand: Errand, party: number): ErrandNow['takes'] {
  const { doors, windows } = hall;
  if (!doors.takes || !windows.some(({ errandIds }) => errandIds.includes(errand.id))) return 'closed';
  return hasRoom(errand.id, windows, withBooked(hall), errand.minutes * party, doors.minutesLeft) ? 'yes' : 'full';
}

/** What is said of an errand to whoever comes now. */
export const errandNow = (hall: HallNow, waits: WaitsNow, errand: Errand): ErrandNow => ({
  id: errand.id,
  prefix: errand.prefix,
  name: errand.name,
  nameEn: errand.nameEn,
  zone: errand.zone,
  waiting: hall.waits.get(errand.id)?.waiting ?? 0,
  ahead: waits.aheadOfErrand.get(errand.id) ?? 0,
  windows: hall.windows.filter((window) => callsNow(window) && window.errandIds.includes(errand.id)).length,
  wait: sayWait(waits.ofErrand.get(errand.id)),
  takes: takesNow(hall, errand, 1),
  bookable: errand.slotCapacity > 0 && hall.windows.some((window) => allDoneBy(window).includes(errand.id)),
});

/** A range as it is shown. */
export function sayWait(wait: LikelyWait | undefined): WaitRange {
  if (!wait) return null;
  const { low, high } = roundedOut(wait);
  return { low, likely: Math.round(wait.likely), high, rough: wait.rough };
}

/** How long who comes now waits for what goes quickest there; null while nothing is done. */
export async function shortestWait(ground: Ground, outletId: string, at: Date): Promise<WaitRange> {
  const { ofErrand } = await waitsNow(ground, outletId, at);
  return sayWait([...ofErrand.values()].toSorted((one, other) => one.likely - other.likely)[0]);
}

export async function showPlace(ground: Ground, outletId: string): Promise<ReplyOf<typeof hallContract.showPlace>> {
  const { db, clock } = ground;
  const place = await getPlace(db, outletId);
  const at = clock.now();
  const [outlet, hall, waits] = await Promise.all([
    getOutlet(db, outletId),
    readHall(ground, outletId, at),
    waitsNow(ground, outletId, at),
  ]);
  const errands = hall.errands.map((errand) => errandNow(hall, waits, errand));
  const shortest = errands
    .flatMap(({ wait }) => (wait === null ? [] : [wait]))
    .toSorted((one, other) => one.likely - other.likely)[0];
  return {
    outletId,
    name: outlet.name,
    nameEn: outlet.nameEn,
    waiting: errands.reduce((sum, { waiting }) => sum + waiting, 0),
    windows: hall.windows.filter(callsNow).length,
    wait: shortest ?? null,
    open: hall.doors.takes,
    says: hall.doors.says,
    remote: place.remote,
    byName: place.byName,
    errands,
  };
}

/** All halls with how many wait; those that are out of service are left out. */
export async function listPlaces(ground: Ground): Promise<ReplyOf<typeof hallContract.listPlaces>> {
  const { db, clock } = ground;
  const at = clock.now();
  const places = await listPlaceRows(db);
  const ids = places.map(({ outletId }) => outletId);
  const [outlets, counts, hours] = await Promise.all([
    listOutlets(db),
    countsAtAll(db, shanghaiDay(at)),
    findHours(db, ids),
  ]);
  return outlets
    .filter(({ id }) => ids.includes(id))
    .map(({ id, name, nameEn }) => {
      const { waiting = 0, windows = 0 } = counts.find(({ outletId }) => outletId === id) ?? {};
      const opening = openingOf(ground, hours.get(id), at);
      return {
        outletId: id,
        name,
        nameEn,
        waiting,
        windows,
        wait: null,
        open: opening?.open ?? true,
        says: opening?.says ?? null,
      };
    });
}
