/** What a clerk at a window sees, and what a screen of the hall shows. */
import { getOutlet, getWindow, listWindows } from '#modules/offices';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { casesOfTicket } from './link-store.ts';
import { dutiesAt, errandsAt, getPlace, retiredErrandsAt, type Shift } from './place-store.ts';
import { readHall, sayWait } from './read-place.ts';
import { lineOf } from './see-ticket.ts';
import type { Announcement, Desk, Screen } from './shapes.ts';
import { shiftToday } from './shifts.ts';
import {
  asideAt,
  countFinished,
  countWaitingAt,
  findCurrent,
  listAtWindows,
  listCalls,
  listMissed,
  waitingAt,
} from './view-store.ts';
import { zonesIn } from './zones.ts';
import { waitsNow } from './waits/wait-now.ts';

const nextShown = 12;
const nowhere: Desk = {
  shift: null,
  errands: [],
  current: null,
  cases: [],
  next: [],
  waiting: 0,
  parked: [],
  missed: [],
  elsewhere: { errands: [], windows: [] },
};

/** The window at which the account is signed in; without one, an empty desk. */
export async function readDesk(ground: Ground, accountId: string): Promise<Desk> {
  const shift = await shiftToday(ground, accountId);
  if (!shift || shift.state === 'ended') return nowhere;
  const day = shanghaiDay(ground.clock.now());
  // On one connection: what is asked at once travels together.
  return ground.db.together((db) => deskOf(db, { ...shift, state: shift.state as 'open' | 'break' }, day));
}

async function deskOf(db: Reader, shift: Shift & { state: 'open' | 'break' }, day: string): Promise<Desk> {
  const { outletId, windowId, accountId } = shift;
  const [window, windows, duties, all, current, servedToday] = await Promise.all([
    getWindow(db, windowId),
    listWindows(db, { outletId }),
    dutiesAt(db, outletId),
    errandsAt(db, outletId),
    findCurrent(db, windowId),
    countFinished(db, { outletId, since: startOfDay(day), windowId, accountId }),
  ]);
  const errandIds = duties.find((duty) => duty.windowId === windowId)?.errandIds ?? [];
  const where = { outletId, day, windowId, errandIds };
  // Retired while people wait: they are served to the end.
  const retiring = errandIds.some((id) => all.every((errand) => errand.id !== id));
  const [next, waiting, parked, missed, cases, retired] = await Promise.all([
    waitingAt(db, where, nextShown),
    countWaitingAt(db, where),
    asideAt(db, where, 'parked'),
    asideAt(db, where, 'missed'),
    current ? casesOfTicket(db, current.id) : [],
    retiring ? retiredErrandsAt(db, outletId, day) : [],
  ]);
  const nameOf = ({ id, prefix, name, nameEn }: (typeof all)[number]) => ({ id, prefix, name, nameEn });
  const own = [...all, ...retired].filter(({ id }) => errandIds.includes(id));
  const waitingOf = (id: string) => waiting.find(({ errandId }) => errandId === id);
  const others = duties.filter((duty) => duty.open && duty.windowId !== windowId);
  return {
    shift: {
      id: shift.id,
      windowId,
      outletId,
      windowNumber: window.number,
      windowName: window.name,
      windowNameEn: window.nameEn,
      zone: window.zone,
      state: shift.state,
      beganAt: shift.beganAt.toISOString(),
      servedToday,
    },
    errands: own.map((errand) => ({
      ...nameOf(errand),
      waiting: waitingOf(errand.id)?.waiting ?? 0,
      longestSince: waitingOf(errand.id)?.longestSince?.toISOString() ?? null,
    })),
    current: current ? lineOf(current) : null,
    cases: cases.map(({ caseId: id, caseNumber: number, itemName, handedIn }) => ({ id, number, itemName, handedIn })),
    next: next.map(lineOf),
    waiting: waiting.reduce((sum, one) => sum + one.waiting, 0),
    parked: parked.map(lineOf),
    missed: missed.map(lineOf),
    elsewhere: {
      errands: all.filter(({ id }) => others.some((duty) => duty.errandIds.includes(id))).map(nameOf),
      windows: windows.flatMap(({ id, number, name, nameEn }) => {
        const duty = others.find(({ windowId: other }) => other === id);
        return duty ? [{ id, number, name, nameEn, errandIds: duty.errandIds }] : [];
      }),
    },
  };
}

/** Calls that are older are history: a screen that was away does not say them. */
const saidFor = 60_000;

/** What a screen shows; `zone` undefined for one that stands at the entrance. */
export async function readScreen(ground: Ground, outletId: string, zone: string | undefined): Promise<Screen> {
  const { db, clock } = ground;
  const at = clock.now();
  const day = shanghaiDay(at);
  await getPlace(db, outletId);
  const [outlet, windows, hall, waits, tickets, said, missed] = await Promise.all([
    getOutlet(db, outletId),
    listWindows(db, { outletId }),
    readHall(ground, outletId, at),
    waitsNow(ground, outletId, at),
    listAtWindows(db, outletId, day),
    listCalls(db, outletId, new Date(at.getTime() - saidFor), at),
    listMissed(db, outletId, day, zone ?? null),
  ]);
  const windowOf = new Map(windows.map((window) => [window.id, window]));
  const here = (one: string | undefined): boolean => zone === undefined || one === zone;
  const shown = (call: {
    id: string;
    number: string;
    windowId: string | null;
    at: Date;
    again: boolean;
  }): Announcement[] => {
    const window = windowOf.get(call.windowId ?? '');
    if (!window || !here(window.zone)) return [];
    const { id, number, again } = call;
    return [{ id, number, windowNumber: window.number, zone: window.zone, at: call.at.toISOString(), again }];
  };
  return {
    outletName: outlet.name,
    outletNameEn: outlet.nameEn,
    at: at.toISOString(),
    zones: zonesIn(windows),
    calls: tickets
      .filter(({ state }) => state !== 'serving')
      .toSorted((one, other) => other.changedAt.getTime() - one.changedAt.getTime())
      .flatMap((ticket) => shown({ ...ticket, at: ticket.changedAt, again: false })),
    announcements: said.flatMap(shown),
    waiting: hall.errands
      .filter((errand) => here(errand.zone))
      .map(({ id, prefix, name, nameEn }) => ({
        prefix,
        name,
        nameEn,
        ahead: waits.aheadOfErrand.get(id) ?? 0,
        wait: sayWait(waits.ofErrand.get(id)),
      })),
    missed: missed.map(({ number }) => number),
  };
}
