/** What no window does any more: nobody waits for it unasked, gets a ticket or makes an appointment for it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { officesContract } from '#modules/offices/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from './contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from './hall-testing.ts';
import { saveDuty } from './place-store.ts';
import { sweepRetired } from './shifts.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 2);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  await app.call(hall.office, officesContract.saveHours, {
    params: { id: hall.hall },
    body: { weekly, exceptions: [], version: 0 },
  });
});
afterEach(() => app.close());

const { act, look } = deskOf(() => app);
const setDuty = (i: number, errandIds: string[], more: object = {}) =>
  app.ask(hall.office, ops.setDuty, { params: { id: hall.windows[i]! }, body: { errandIds, ...more } });
async function serve(i: number, retired: boolean): Promise<void> {
  const id = hall.windows[i]!;
  const query = { outletId: hall.hall, retired: true };
  const { rows } = await app.call(hall.office, officesContract.listWindows, { query });
  const { version } = rows.find((window) => window.id === id)!;
  await app.call(hall.office, officesContract.retireWindow, { params: { id }, body: { version, retired } });
}
async function retire(i: number): Promise<void> {
  await serve(i, true);
  await app.relay.drain();
}
/** As the watch of tidal windows switches one for a while. */
const switched = (i: number, errandIds: string[], usualIds: string[]) =>
  app.ground.db.transaction(async (tx) =>
    saveDuty(tx, { windowId: hall.windows[i]!, outletId: hall.hall, errandIds, usualIds }, { id: newId(), at: app.clock.now(), accountId: null }),
  ); // prettier-ignore
const startsAt = '2026-06-11T10:00:00+08:00';
const hold = () => app.ask(hall.resident, ops.holdSlot, { body: { ...act(), errandId: hall.property, startsAt } });
const errandNow = async () =>
  (await app.call(null, ops.showPlace, { params: { id: hall.hall } })).errands.find(({ id }) => id === hall.property)!;
const times = async () =>
  (await app.call(null, ops.listSlots, { params: { id: hall.property }, query: { day: '2026-06-11' } })).slots.length;
const notices = async () =>
  (await app.call(hall.resident, noticesContract.myNotices, { query: {} })).rows.map(({ template }) => template);

describe('the last window for it', () => {
  beforeEach(async () => {
    await setDuty(0, [hall.any]);
  });

  it('is taken out of service: no tickets, no times, and who had one is told', async () => {
    await openWindows(app, hall);
    const { id } = (await hold()).body;
    await app.call(hall.resident, ops.confirmBooking, { params: { id } });
    expect(await errandNow()).toMatchObject({ takes: 'yes', bookable: true });
    await retire(1);
    expect(await errandNow()).toMatchObject({ takes: 'closed', bookable: false });
    expect(await times()).toBe(0);
    expect(await notices()).toEqual(['appointmentNotDone']);
    expect((await hold()).problem.code).toBe('hall.noSuchSlot');
    const ticket = { ...act(), errandId: hall.property };
    expect((await app.ask(hall.resident, ops.takeTicket, { body: ticket })).problem.code).toBe('hall.notOpen');
    // The others go on, and the rest of the hall with them.
    expect((await setDuty(0, [hall.any, hall.property])).status).toBe(204);
    expect(await errandNow()).toMatchObject({ takes: 'yes', bookable: true });
  });

  it('is taken out of service: no other window counts on it', async () => {
    await setDuty(0, [hall.any, hall.property]);
    const { id } = (await hold()).body;
    await app.call(hall.resident, ops.confirmBooking, { params: { id } });
    await retire(1);
    expect((await setDuty(0, [hall.any])).problem.code).toBe('hall.lastForBooked');
  });

  it('stops doing it: the same time is not offered to those who were called off', async () => {
    const { id } = (await hold()).body;
    await app.call(hall.resident, ops.confirmBooking, { params: { id } });
    expect((await setDuty(1, [hall.any], { evenSo: true })).status).toBe(204);
    expect(await times()).toBe(0);
    expect((await hold()).problem.code).toBe('hall.noSuchSlot');
  });

  it('is switched for an hour: there are times for it all the same, and nobody is called off', async () => {
    const { id } = (await hold()).body;
    await app.call(hall.resident, ops.confirmBooking, { params: { id } });
    await setDuty(0, [hall.any, hall.property]);
    await switched(1, [hall.any], [hall.property]);
    expect((await setDuty(0, [hall.any])).status).toBe(204);
    expect(await times()).toBeGreaterThan(0);
    expect(await errandNow()).toMatchObject({ takes: 'closed', bookable: true });
    // It was the last one, and is out of service before it does it again.
    await retire(1);
    expect(await notices()).toEqual(['appointmentNotDone']);
  });

  it('is not opened yet: its people are asked about all the same', async () => {
    app.clock.set('2026-06-11T08:40:00+08:00');
    const { code } = await paper(app, hall, hall.property);
    expect((await setDuty(1, [hall.any])).problem).toMatchObject({ code: 'hall.lastForErrand', facts: { waiting: 1 } });
    // Another one that will do it is enough, before anybody sits there.
    await setDuty(0, [hall.any, hall.property]);
    expect((await setDuty(1, [hall.any])).status).toBe(204);
    expect((await look(code)).state).toBe('waiting');
  });
});

describe('a window that is out of service', () => {
  it('and in service again before that was heard of keeps what it does', async () => {
    await openWindows(app, hall);
    await serve(1, true);
    await serve(1, false);
    await app.relay.drain();
    expect((await app.ask(hall.clerks[1]!, ops.callNext, { body: act() })).status).toBe(200);
    expect((await errandNow()).windows).toBe(2);
  });

  it('gives up what it does also when that was never heard of', async () => {
    await retire(1);
    await switched(1, [hall.property], []);
    await setDuty(0, [hall.any]);
    expect(await errandNow()).toMatchObject({ takes: 'yes' });
    await sweepRetired(app.ground);
    expect(await errandNow()).toMatchObject({ takes: 'closed', bookable: false });
  });

  it('is opened by nobody', async () => {
    await retire(1);
    const opened = await app.ask(hall.clerks[1]!, ops.openWindow, { params: { id: hall.windows[1]! } });
    expect(opened.problem.code).toBe('hall.windowNotHere');
  });
});
