/** An act that comes again is the same one when it says the same; another one under its number is refused, and nothing is done. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { closeHalls } from './closing/close-halls.ts';
import { hallContract as ops } from './contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from './hall-testing.ts';
import { returnsAtMost } from './ticket.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 2);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  const hours = { params: { id: hall.hall }, body: { weekly, exceptions: [], version: 0 } };
  await app.call(hall.office, officesContract.saveHours, hours);
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { act, call, desk } = deskOf(() => app);
const used = { status: 409, problem: { code: 'hall.actRepeated' } };
const tickets = async () => (await app.ground.db.one(sql<{ n: number }>`select count(*) as n from hall.ticket`)).n;

it('a ticket for other people, or another number of them, is another ticket', async () => {
  const actionId = newId();
  const issue = (more: object) =>
    app.ask(hall.clerk, ops.issueTicket, {
      params: { id: hall.hall },
      body: { actionId, errandId: hall.any, ...more },
    });
  const first = (await issue({ priority: 'elderly' })).body;
  expect((await issue({ priority: 'elderly', party: 1 })).body.id).toBe(first.id);
  for (const other of [{}, { priority: 'pregnant' }, { priority: 'elderly', party: 3 }])
    expect(await issue(other), JSON.stringify(other)).toMatchObject(used);
  expect(await tickets()).toBe(1);
});

it('a time kept for another errand, or for more people, is another appointment', async () => {
  const said = { actionId: newId(), startsAt: '2026-06-11T10:00:00+08:00' };
  const hold = (more: object) =>
    app.ask(hall.resident, ops.holdSlot, { body: { ...said, errandId: hall.any, ...more } });
  expect((await hold({})).status).toBe(200);
  expect((await hold({ startsAt: '2026-06-11T02:00:00Z' })).status).toBe(200);
  for (const other of [{ errandId: hall.property }, { party: 2 }, { priority: 'soldier' }])
    expect(await hold(other), JSON.stringify(other)).toMatchObject(used);
});

it('the second appointment of a person is not checked in by the act of the first', async () => {
  const book = async (errandId: string) => {
    const body = { ...act(), errandId, startsAt: '2026-06-11T10:00:00+08:00' };
    const { id, code } = await app.call(hall.resident, ops.holdSlot, { body });
    await app.call(hall.resident, ops.confirmBooking, { params: { id } });
    return code;
  };
  const codes = [await book(hall.any), await book(hall.property)] as const;
  app.clock.set('2026-06-11T09:40:00+08:00');
  const actionId = newId();
  const checkIn = (code: string) => app.ask(null, ops.checkIn, { body: { actionId, code } });
  const first = await checkIn(codes[0]);
  expect((await checkIn(codes[0])).body).toMatchObject({ id: first.body.id });
  expect(await checkIn(codes[1])).toMatchObject(used);
});

it('one ticket on paper that is taken up is not another one of the same errand', async () => {
  const [one, two] = [await paper(app, hall), await paper(app, hall)];
  for (const clerk of hall.clerks) await app.call(clerk, ops.leaveWindow, { body: { evenSo: true } });
  app.clock.set('2026-06-10T17:10:00+08:00');
  expect(await closeHalls(app.ground)).toBe(2);
  app.clock.set('2026-06-11T09:30:00+08:00');
  const actionId = newId();
  const takeUp = (code: string) => app.ask(null, ops.takeUpTicket, { params: { code }, body: { actionId } });
  const first = await takeUp(one.code);
  expect((await takeUp(one.code)).body).toMatchObject({ id: first.body.id });
  expect(await takeUp(two.code)).toMatchObject(used);
});

it('who is handed on gets the place of a ticket that missed its call for the last time, not a word about it', async () => {
  const take = (errandId: string) => app.call(hall.resident, ops.takeTicket, { body: { ...act(), errandId } });
  const [clerk] = hall.clerks as [string];
  const lost = await take(hall.property);
  for (let i = 0; i <= returnsAtMost; i++) {
    await call(clerk);
    await desk(clerk, ops.missTicket, lost.id);
    if (i < returnsAtMost) await app.call(null, ops.rejoinQueue, { params: { code: lost.code }, body: act() });
  }
  const other = await take(hall.any);
  await call(clerk);
  const hand = { params: { id: other.id }, body: { ...act(), errandId: hall.property } };
  expect((await app.ask(clerk, ops.transferTicket, hand)).status).toBe(200);
  expect((await call(clerk)).current!.id).toBe(other.id);
});
