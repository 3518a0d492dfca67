/** A hall for tests: two errands, windows with clerks, in the small district. */
import { officesContract } from '#modules/offices/contract';
import { createAccount, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import type { TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { hallContract as ops, usualFairness } from './contract.ts';

export interface TestHall extends SmallDistrict {
  /** Errands: any matter, and property. */
  any: string;
  property: string;
  windows: string[];
  /** The clerk of each window; not signed in anywhere yet. */
  clerks: string[];
}

export const usualPlace = {
  ...usualFairness,
  remote: true,
  byName: false,
  ticketsPerPerson: 3,
  bookingsPerPerson: 2,
  holdMinutes: 10,
  daysAhead: 14,
};

export const anErrand = (outletId: string, prefix: string, change: object = {}) => ({
  outletId,
  prefix,
  name: `业务${prefix}`,
  nameEn: `Errand ${prefix}`,
  zone: 'A 综合受理',
  departmentId: null,
  minutes: 10,
  slotMinutes: 30,
  slotCapacity: 2,
  position: 1,
  retired: false,
  ...change,
});

/** So many windows, which all do both errands. */
export async function openHall(app: TestApp, count: number): Promise<TestHall> {
  const d = await smallDistrict(app);
  const [any, property] = [newId(), newId()];
  await app.call(d.office, ops.savePlace, { params: { id: d.hall }, body: usualPlace });
  await app.call(d.office, ops.saveErrand, { params: { id: any }, body: anErrand(d.hall, 'A') });
  await app.call(d.office, ops.saveErrand, { params: { id: property }, body: anErrand(d.hall, 'C1', { position: 2 }) });
  const windows: string[] = [];
  for (let i = 1; i <= count; i++) {
    const { id } = await app.call(d.office, officesContract.createWindow, {
      body: {
        outletId: d.hall,
        number: `A${String(i).padStart(2, '0')}`,
        zone: 'A 综合受理',
        name: '综合受理',
        nameEn: 'Any matter',
        kind: 'general',
        departmentId: null,
      },
    });
    windows.push(id);
    await app.call(d.office, ops.setDuty, { params: { id }, body: { errandIds: [any, property] } });
  }
  const at = app.clock.now();
  const clerks = await app.ground.db.transaction((tx) =>
    windows.map((_, i) => {
      const id = createAccount(tx, at, { loginName: `w${i}`, name: `窗口员${i}`, staff: true });
      givePost(tx, at, id, { role: 'clerk', departmentId: null, outletId: d.hall });
      return id;
    }),
  );
  return { ...d, any, property, windows, clerks };
}

/** Signs every clerk in at the own window. */
export async function openWindows(app: TestApp, hall: TestHall): Promise<void> {
  for (const [i, id] of hall.windows.entries()) await app.call(hall.clerks[i]!, ops.openWindow, { params: { id } });
}

/** A paper ticket, from the information desk. */
export const paper = (app: TestApp, hall: TestHall, errandId = hall.any, more: object = {}) =>
  app.call(hall.clerk, ops.issueTicket, {
    params: { id: hall.hall },
    body: { actionId: newId(), errandId, ...more },
  });

type AtDesk = typeof ops.serveTicket | typeof ops.missTicket | typeof ops.parkTicket | typeof ops.finishTicket | typeof ops.unparkTicket | typeof ops.recallTicket; // prettier-ignore

/** What tests do at the windows of the app that they have by then. */
export const deskOf = (appNow: () => TestApp) => {
  const act = () => ({ actionId: newId() });
  /** What the page reads again after each act. */
  const seen = (clerk: string) => appNow().call(clerk, ops.showDesk, {});
  return {
    act,
    minutes: (count: number): void => appNow().clock.advance(count * 60_000),
    call: async (clerk: string) => {
      await appNow().call(clerk, ops.callNext, { body: act() });
      return seen(clerk);
    },
    desk: async (clerk: string, operation: AtDesk, id: string) => {
      await appNow().call(clerk, operation, { params: { id }, body: act() });
      return seen(clerk);
    },
    look: (code: string) => appNow().call(null, ops.lookTicket, { params: { code } }),
    segmentsOf: (id: string) =>
      appNow().ground.db.many<{ act: string; state: string; at: Date }>(
        sql`select act, state, at from hall.segment where ticket_id = ${id} order by seq`,
      ),
  };
};
