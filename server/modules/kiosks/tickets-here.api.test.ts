/** Tickets and check-ins at a kiosk: few for whoever gives no name, once for each act, on paper where there is a printer. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { kiosksContract as ops } from './contract.ts';
import { openHall, openWindows, paper, usualPlace, type TestHall } from '../hall/hall-testing.ts';
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
});
beforeEach(async () => {
  kiosk = await openKiosk(app, d.office, d.hall);
});
afterAll(() => app.close());

const take = (sittingId: string, actionId: string = newId(), more = {}) =>
  kiosk.ask(ops.takeTicketHere, { body: { sittingId, actionId, errandId: d.any, ...more } });
const counted = async (sittingId: string): Promise<number> =>
  (await app.ground.db.one<{ tickets: number }>(sql`select tickets from kiosks.sitting where id = ${sittingId}`)).tickets; // prettier-ignore

test('tickets without a name are few, and of the hall where it stands', async () => {
  const sitting = await kiosk.touch();
  const taken = await take(sitting, newId(), { priority: 'elderly', party: 2 });
  expect(taken.body).toMatchObject({ ticket: { state: 'waiting', priority: 'elderly', party: 2 }, printId: null });
  const { code, number } = taken.body.ticket;
  expect((await app.call(null, hallContract.lookTicket, { params: { code } })).number).toBe(number);
  await take(sitting);
  const last = newId();
  const third = await take(sitting, last);
  const refused = await take(sitting);
  expect([refused.status, refused.problem.code]).toEqual([409, 'kiosks.ticketsUsedUp']);
  // An answer that was lost is asked for again: the same ticket, also at the limit, and nothing counts twice.
  expect((await take(sitting, last)).body.ticket.number).toBe(third.body.ticket.number);
  expect(await counted(sitting)).toBe(3);
  // What was told of the wait is kept, once for each, as at every other door: it is compared with what becomes of it.
  const told = await app.ground.db.one<{ n: number }>(sql`select count(*) as n from hall.told_wait`);
  expect(Number(told.n)).toBe(3);
  const next = await kiosk.touch();
  expect((await take(sitting)).problem.code).toBe('kiosks.noSitting');
  expect((await take(next)).status).toBe(200);
});

test('an act that comes twice in the same moment is one ticket, counted once', async () => {
  const sitting = await kiosk.touch();
  const actionId = newId();
  const both = await Promise.all([take(sitting, actionId), take(sitting, actionId)]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(new Set(both.map(({ body }) => body.ticket.number)).size).toBe(1);
  expect(await counted(sitting)).toBe(1);
  const many = await Promise.all(Array.from({ length: 4 }, () => take(sitting)));
  expect(many.filter(({ status }) => status === 200)).toHaveLength(2);
  expect(await counted(sitting)).toBe(3);
});

test('a ticket is asked for on paper where a printer of the same hall is in the kiosk', async () => {
  const printerId = newId();
  const printer = { outletId: d.hall, name: '自助机一', zone: '', host: '127.0.0.1', port: 9, retired: false };
  await app.call(d.office, hallContract.savePrinter, { params: { id: printerId }, body: printer });
  const fields = { ...kioskFields(d.hall), printerId };
  const params = { id: kiosk.id };
  const unknown = await app.ask(d.office, ops.updateKiosk, { params, body: { ...fields, printerId: newId() } });
  expect(unknown.problem.code).toBe('hall.noPrinter');
  await app.call(d.office, ops.updateKiosk, { params, body: fields });
  const sitting = await kiosk.touch();
  const actionId = newId();
  const taken = await take(sitting, actionId);
  expect(taken.body.printId).toBe(actionId);
  expect((await take(sitting, actionId)).body.printId).toBe(actionId);
  expect((await app.call(null, hallContract.showPrint, { params: { id: actionId } })).copy).toBe(false);
  // A printer that was taken away takes nobody's ticket away.
  await app.call(d.office, hallContract.savePrinter, {
    params: { id: printerId },
    body: { ...printer, retired: true },
  });
  expect((await take(sitting)).body).toMatchObject({ ticket: { state: 'waiting' }, printId: null });
});

test('an appointment of today becomes a ticket with its code, once, whoever asks again', async () => {
  const startsAt = '2026-06-10T10:30:00+08:00';
  const held = await app.call(d.resident, hallContract.holdSlot, { body: { actionId: newId(), errandId: d.any, startsAt } }); // prettier-ignore
  const sittingId = await kiosk.touch();
  const checkIn = (code: string, actionId: string = newId(), sitting = sittingId) =>
    kiosk.ask(ops.checkInHere, { body: { sittingId: sitting, actionId, code } });
  expect((await checkIn(held.code)).problem.code).toBe('hall.notConfirmed');
  await app.call(d.resident, hallContract.confirmBooking, { params: { id: held.id } });
  expect((await checkIn('nothing')).problem.code).toBe('hall.noBooking');
  const actionId = newId();
  const first = await checkIn(` ${held.code.toUpperCase()} `, actionId);
  expect(first.body.ticket.slotAt).toBe(new Date(startsAt).toISOString());
  expect((await checkIn(held.code, actionId)).body.ticket.id).toBe(first.body.ticket.id);
  const later = await kiosk.touch();
  expect((await checkIn(held.code, newId(), later)).body.ticket.id).toBe(first.body.ticket.id);
  expect(await counted(later)).toBe(0);
});

test('an appointment at another hall is not lost at this one', async () => {
  const outlet = { key: 'town', kind: 'town' as const, name: '径山镇便民服务中心', nameEn: '', address: '', addressEn: '', longitude: null, latitude: null, telephone: '', areaCode: '', parentId: null, departmentId: null }; // prettier-ignore
  const town = await app.call(d.office, officesContract.createOutlet, { body: outlet });
  const elsewhere = await openKiosk(app, d.office, town.id);
  const startsAt = '2026-06-10T11:00:00+08:00';
  const held = await app.call(d.other, hallContract.holdSlot, { body: { actionId: newId(), errandId: d.any, startsAt } }); // prettier-ignore
  await app.call(d.other, hallContract.confirmBooking, { params: { id: held.id } });
  const sittingId = await elsewhere.touch();
  const { problem } = await elsewhere.ask(ops.checkInHere, { body: { sittingId, actionId: newId(), code: held.code } });
  expect([problem.code, problem.facts?.outlet]).toEqual(['kiosks.otherHall', '云溪区政务服务中心']);
});

test('where a hall gives tickets by name, somebody signs in first; then they count as theirs', async () => {
  const by = (byName: boolean) => app.call(d.office, hallContract.savePlace, { params: { id: d.hall }, body: { ...usualPlace, byName } }); // prettier-ignore
  await by(true);
  const sitting = await kiosk.touch();
  const refused = await take(sitting);
  expect([refused.status, refused.problem.code]).toEqual([409, 'hall.nameFirst']);
  expect(await counted(sitting)).toBe(0);
  // The desk helps who has no phone.
  expect((await paper(app, d, d.any, { evenSo: true })).state).toBe('waiting');
  await kiosk.signIn(d.resident, sitting);
  const taken = await take(sitting, newId(), { errandId: d.property });
  expect(taken.status).toBe(200);
  const { n } = await app.ground.db.one<{ n: number }>(sql`select count(*)::int as n from hall.ticket where id = ${taken.body.ticket.id} and person_id is not null`); // prettier-ignore
  expect(n).toBe(1);
  await by(false);
});
