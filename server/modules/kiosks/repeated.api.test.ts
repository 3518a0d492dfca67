/** An act at a kiosk that comes again: the same is answered as done, another one is refused and stores nothing. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, openWindows, type TestHall } from '../hall/hall-testing.ts';
import { kiosksContract as ops } from './contract.ts';
import { kioskFields, openKiosk, type TestKiosk } from './kiosks-testing.ts';

let app: TestApp;
let d: TestHall;
let kiosk: TestKiosk;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 2);
  await openWindows(app, d);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }));
  const body = { weekly, exceptions: [], version: 0 };
  await app.call(d.office, officesContract.saveHours, { params: { id: d.hall }, body });
  kiosk = await openKiosk(app, d.office, d.hall);
});
afterAll(() => app.close());

const take = (sittingId: string, actionId: string, more = {}) =>
  kiosk.ask(ops.takeTicketHere, { body: { sittingId, actionId, errandId: d.any, ...more } });
const checkIn = (sittingId: string, actionId: string, code: string) =>
  kiosk.ask(ops.checkInHere, { body: { sittingId, actionId, code } });
const book = async (errandId: string) => {
  const startsAt = '2026-06-10T10:30:00+08:00';
  const held = await app.call(d.resident, hallContract.holdSlot, { body: { actionId: newId(), errandId, startsAt } });
  await app.call(d.resident, hallContract.confirmBooking, { params: { id: held.id } });
  return held;
};
const tickets = async (): Promise<number> =>
  (await app.ground.db.one<{ n: number }>(sql`select count(*)::int as n from hall.ticket`)).n;
const refused = { status: 409, problem: { code: expect.stringMatching(/actRepeated$/) } };

test('a ticket is the one of before for the same errand, the same people and the same priority', async () => {
  const sitting = await kiosk.touch();
  const actionId = newId();
  const first = await take(sitting, actionId, { party: 2, priority: 'elderly' });
  const again = await take(sitting, actionId, { party: 2, priority: 'elderly' });
  expect([again.status, again.body.ticket.id]).toEqual([200, first.body.ticket.id]);
  for (const other of [{ party: 3 }, { priority: 'disabled' }, { priority: undefined }, { errandId: d.property }])
    expect(await take(sitting, actionId, { party: 2, priority: 'elderly', ...other })).toMatchObject(refused);
  expect(await tickets()).toBe(1);
  const counted = await app.ground.db.one<{ n: number }>(sql`select tickets as n from kiosks.sitting where id = ${sitting}`); // prettier-ignore
  expect(counted.n).toBe(1);
});

test('the act of one appointment is neither that of another one nor that of a ticket without any', async () => {
  const [one, other] = [await book(d.any), await book(d.property)];
  const sitting = await kiosk.touch();
  await kiosk.signIn(d.resident, sitting);
  const before = await tickets();
  const actionId = newId();
  const first = await checkIn(sitting, actionId, one.code);
  expect((await checkIn(sitting, actionId, one.code)).body.ticket.id).toBe(first.body.ticket.id);
  expect(await checkIn(sitting, actionId, other.code)).toMatchObject(refused);
  expect(await take(sitting, actionId)).toMatchObject(refused);
  expect(await tickets()).toBe(before + 1);
  // The other appointment is still good.
  expect((await checkIn(sitting, newId(), other.code)).status).toBe(200);
});

test('a kiosk is the one of before with the same fields, and refused with others, also at the same moment', async () => {
  const asked = { id: newId(), ...kioskFields(d.hall) };
  const create = (more: object = {}) => app.ask(d.office, ops.createKiosk, { body: { ...asked, ...more } });
  const first = await create();
  expect((await create()).body).toEqual(first.body);
  const others = [
    { name: '2号自助机' },
    { place: '二楼' },
    { idleSeconds: 120 },
    { hasPrinter: false },
    { nameEn: '' },
  ];
  for (const other of others) expect(await create(other)).toMatchObject(refused);
  expect((await app.call(d.office, ops.listKiosks, {})).find(({ id }) => id === asked.id)).toEqual(first.body);
  // Its printer is out of paper meanwhile: that is not what was asked for.
  await app.call(d.office, ops.bringPaper, { params: { id: asked.id }, body: { sheets: 0 } });
  expect((await create()).status).toBe(200);
  const id = newId();
  const both = await Promise.all([create({ id, name: '甲' }), create({ id, name: '乙' })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
});
