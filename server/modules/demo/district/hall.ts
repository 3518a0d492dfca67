/** Where tickets are taken: the hall with the errands of its zones, the branch and the towns with one each. */
import { saveDuty, saveErrandRow, savePlaceRow, saveZoneName, usualFairness } from '#modules/hall';
import type { Tx } from '#platform/db';
import { idOf, type Plan } from '../plan.ts';
import type { Outlet } from './offices.ts';
import { zoneNames } from './windows.ts';

export interface ErrandPlan {
  id: string;
  prefix: string;
  name: string;
  nameEn: string;
  zone: string;
  department: string | null;
  minutes: number;
  /** How many of a hundred visitors come for it. */
  share: number;
}

/** What takes longer or shorter than nine minutes, and what many or few come for; by the name of the windows. */
const known: Record<string, { minutes?: number; share?: number }> = {
  无差别综合受理: { minutes: 9, share: 26 },
  咨询导办: { minutes: 4, share: 4 },
  统一出件: { minutes: 3, share: 5 },
  企业开办与变更: { minutes: 12, share: 8 },
  不动产登记: { minutes: 14, share: 11 },
  税费服务: { minutes: 8, share: 8 },
  社会保险与就业: { minutes: 7, share: 9 },
  医疗保障: { minutes: 6, share: 7 },
  户籍与身份证: { minutes: 8, share: 7 },
  出入境: { minutes: 9, share: 4 },
  住房公积金: { minutes: 8, share: 3 },
  投资项目: { minutes: 25, share: 1 },
  工程建设许可: { minutes: 20, share: 1 },
};

/** The errands of an outlet: one for each kind of window, with the letter of its zone and a digit. */
export function errandsOf(plan: Plan, outlet: Outlet): ErrandPlan[] {
  const errands = new Map<string, ErrandPlan>();
  const counts = new Map<string, number>();
  for (const { zone, name, nameEn, department } of outlet.windows) {
    if (errands.has(name)) continue;
    const letter = zone.slice(0, 1) || 'Z';
    const digit = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, digit);
    const { minutes = 9, share = 1 } = known[name] ?? {};
    errands.set(name, {
      id: idOf(plan, 'errand', outlet.key, name),
      // A tenth kind of window in one zone would need a letter.
      prefix: `${letter}${digit.toString(36).toUpperCase()}`,
      name,
      nameEn,
      zone,
      department,
      minutes,
      share,
    });
  }
  return [...errands.values()];
}

/** What the general windows of the hall do beside any matter, when the special ones have a queue. */
const alsoGeneral = new Set(['企业开办与变更', '社会保险与就业', '医疗保障', '统一出件']);

export const windowIdOf = (plan: Plan, outlet: Outlet, number: string): string =>
  idOf(plan, 'window', outlet.key, number);

/** Of each kind with three windows or more the last one is not in the plan of a day: it is what opens besides. */
export const isSpare = ({ windows }: Outlet, number: string, name: string): boolean => {
  const same = windows.filter((window) => window.name === name);
  return same.length >= 3 && same.at(-1)!.number === number;
};

/** The errands that a window does. */
export const dutyOf = (errands: readonly ErrandPlan[], windowName: string): string[] =>
  errands
    .filter(({ name }) => name === windowName || (windowName === '无差别综合受理' && alsoGeneral.has(name)))
    .map(({ id }) => id);

/** The outlets where tickets are taken. */
export const placesOf = (outlets: readonly Outlet[]): Outlet[] =>
  outlets.filter(({ kind, windows }) => (kind === 'hall' || kind === 'town') && windows.length > 0);

/** Stores halls, errands and what each window does. */
export function saveHalls(tx: Tx, plan: Plan, outlets: readonly Outlet[], at: Date, by: string): void {
  for (const outlet of placesOf(outlets)) {
    const isHall = outlet.kind === 'hall';
    const limits = {
      remote: true,
      byName: false,
      ticketsPerPerson: 4,
      bookingsPerPerson: 3,
      holdMinutes: 10,
      daysAhead: 14,
    };
    savePlaceRow(tx, { outletId: outlet.id, ...usualFairness, ...limits }, at, by);
    for (const { zone, nameEn } of zoneNames)
      if (outlet.windows.some((window) => window.zone === zone)) saveZoneName(tx, outlet.id, zone, nameEn, at, by);
    const errands = errandsOf(plan, outlet);
    errands.forEach((errand, i) => {
      const { id, prefix, name, nameEn, zone, department, minutes } = errand;
      const windows = outlet.windows.filter((window) => window.name === name).length;
      saveErrandRow(
        tx,
        {
          id,
          prefix,
          name,
          nameEn,
          zone,
          minutes,
          outletId: outlet.id,
          departmentId: department ? idOf(plan, 'department', department) : null,
          slotMinutes: 30,
          // A third of what the windows can do in half an hour: walk-ins are not to wait behind appointments alone.
          slotCapacity: isHall && minutes > 4 ? Math.max(1, Math.round((windows * 10) / minutes)) : 0,
          position: (i + 1) * 10,
          retiredAt: null,
        },
        at,
        by,
      );
    });
    for (const { number, name } of outlet.windows)
      saveDuty(
        tx,
        { windowId: windowIdOf(plan, outlet, number), outletId: outlet.id, errandIds: dutyOf(errands, name) },
        { id: idOf(plan, 'duty', outlet.key, number), at, accountId: null },
      );
  }
}
