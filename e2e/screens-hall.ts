/** A hall with one window and somebody at it, for journeys about its screens. */
import { hallContract, usualFairness } from '#modules/hall/contract';
import { listOutlets } from '#modules/offices';
import { officesContract } from '#modules/offices/contract';
import { newId } from '#platform/ids';
import type { WorkbenchDistrict } from './workbench-district.ts';

export const zone = 'A 综合受理';

export interface ScreensHall {
  outletId: string;
  windowId: string;
  errandId: string;
}

export async function openScreensHall(d: WorkbenchDistrict): Promise<ScreensHall> {
  const { app, staff } = d;
  const outletId = (await listOutlets(app.ground.db)).find(({ kind }) => kind === 'hall')!.id;
  const limits = { remote: true, ticketsPerPerson: 4, bookingsPerPerson: 2, holdMinutes: 10, daysAhead: 14 };
  const body = { ...usualFairness, ...limits };
  await app.call(staff.office, hallContract.savePlace, { params: { id: outletId }, body });
  const errandId = newId();
  const times = { minutes: 9, slotMinutes: 30, slotCapacity: 0, position: 1, retired: false };
  await app.call(staff.office, hallContract.saveErrand, {
    params: { id: errandId },
    body: { outletId, departmentId: null, prefix: 'A', name: '综合受理', nameEn: 'Any matter', zone, ...times },
  });
  const window = { outletId, number: 'A01', zone, name: '综合受理', nameEn: 'Any matter', kind: 'general' } as const;
  const { id: windowId } = await app.call(staff.office, officesContract.createWindow, {
    body: { ...window, departmentId: null },
  });
  await app.call(staff.office, hallContract.setDuty, { params: { id: windowId }, body: { errandIds: [errandId] } });
  return { outletId, windowId, errandId };
}

/** Somebody comes and is called. Returns the ticket. */
export async function callSomebody(d: WorkbenchDistrict, { outletId, errandId }: ScreensHall) {
  await d.app.call(d.staff.clerk, hallContract.issueTicket, {
    params: { id: outletId },
    body: { actionId: newId(), errandId, evenSo: true },
  });
  const { ticket } = await d.app.call(d.staff.clerk, hallContract.callNext, { body: { actionId: newId() } });
  return ticket!;
}
