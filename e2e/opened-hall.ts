/** The hall of the district, opened for a journey: what may be done there, its errands, and windows at which they are done. */
import { hallContract, usualFairness } from '#modules/hall/contract';
import { listOutlets } from '#modules/offices';
import { officesContract } from '#modules/offices/contract';
import { newId } from '#platform/ids';
import type { WorkbenchDistrict } from './workbench-district.ts';

interface OpenedErrand {
  prefix: string;
  name: string;
  nameEn: string;
  zone: string;
  /** Bookings for each half hour; none unless said. */
  slotCapacity?: number;
}

/** An errand for whatever has no other. */
export const anyMatter = { prefix: 'A1', name: '综合受理', nameEn: 'Any matter', zone: 'A 综合受理' } as const;

type District = Pick<WorkbenchDistrict, 'app' | 'staff'>;

/** The id of the hall of the district. */
const hallOf = async ({ app }: Pick<District, 'app'>): Promise<string> =>
  (await listOutlets(app.ground.db)).find(({ kind }) => kind === 'hall')!.id;

/** Opens an outlet for tickets and bookings from everywhere. */
export async function openPlace({ app, staff }: District, outletId: string): Promise<void> {
  const limits = {
    remote: true,
    byName: false,
    ticketsPerPerson: 4,
    bookingsPerPerson: 2,
    holdMinutes: 10,
    daysAhead: 14,
  };
  const body = { ...usualFairness, ...limits };
  await app.call(staff.office, hallContract.savePlace, { params: { id: outletId }, body });
}

/** Adds an errand; its id. */
export async function openErrand(d: District, outletId: string, errand: OpenedErrand, position = 1): Promise<string> {
  const id = newId();
  const usual = { departmentId: null, minutes: 9, slotMinutes: 30, slotCapacity: 0, position, retired: false };
  const body = { outletId, ...usual, ...errand };
  await d.app.call(d.staff.office, hallContract.saveErrand, { params: { id }, body });
  return id;
}

/** Adds a window that does these errands, and no clerk sits at; its id. */
export async function openWindow(
  { app, staff }: District,
  outletId: string,
  window: { number: string; zone: string; name?: string; nameEn?: string },
  errandIds: string[],
): Promise<string> {
  const usual = { name: anyMatter.name, nameEn: anyMatter.nameEn, kind: 'general' as const, departmentId: null };
  const { id } = await app.call(staff.office, officesContract.createWindow, {
    body: { outletId, ...usual, ...window },
  });
  if (errandIds.length > 0) await app.call(staff.office, hallContract.setDuty, { params: { id }, body: { errandIds } });
  return id;
}

/** The hall with errands, and windows of which each does all of them. */
export async function openHall(
  d: District,
  errands: readonly OpenedErrand[],
  windows: readonly { number: string; zone: string; name?: string; nameEn?: string }[],
): Promise<{ outletId: string; errandIds: string[]; windowIds: string[] }> {
  const outletId = await hallOf(d);
  await openPlace(d, outletId);
  const errandIds: string[] = [];
  for (const [at, errand] of errands.entries()) errandIds.push(await openErrand(d, outletId, errand, at));
  const windowIds: string[] = [];
  for (const window of windows) windowIds.push(await openWindow(d, outletId, window, errandIds));
  return { outletId, errandIds, windowIds };
}
