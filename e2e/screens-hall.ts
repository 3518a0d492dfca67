/** A hall with one window and somebody at it, for journeys about its screens. */
import { hallContract } from '#modules/hall/contract';
import { newId } from '#platform/ids';
import { anyMatter, openHall } from './opened-hall.ts';
import type { WorkbenchDistrict } from './workbench-district.ts';

export const zone = 'A 综合受理';

export interface ScreensHall {
  outletId: string;
  windowId: string;
  errandId: string;
}

export async function openScreensHall(d: WorkbenchDistrict): Promise<ScreensHall> {
  const { outletId, windowIds, errandIds } = await openHall(
    d,
    [{ ...anyMatter, prefix: 'A' }],
    [{ number: 'A01', zone }],
  );
  return { outletId, windowId: windowIds[0]!, errandId: errandIds[0]! };
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
