/** Planning turns beside those that are there: in this hall and another, at other windows, and at the same moment. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officesContract } from '#modules/offices/contract';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, usualPlace, type TestHall } from '../../hall/hall-testing.ts';
import { hallContract } from '#modules/hall/contract';
import { floorContract as ops } from '../contract.ts';

let app: TestApp;
let d: TestHall;
let town: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 3);
  const outlet = { key: 'town', kind: 'town' as const, name: '径山镇便民服务中心', nameEn: '', address: '', addressEn: '', longitude: null, latitude: null, telephone: '', areaCode: '', parentId: null, departmentId: null }; // prettier-ignore
  town = (await app.call(d.office, officesContract.createOutlet, { body: outlet })).id;
  await app.call(d.office, hallContract.savePlace, { params: { id: town }, body: usualPlace });
});
afterAll(() => app.close());

const morning = { starts: '09:00', ends: '12:00' };
const plan = (body: object, id = d.hall) =>
  app.ask(d.office, ops.planTurns, { params: { id }, body: { accountIds: d.clerks, days: [], spans: [morning], ...body } }); // prettier-ignore
/** What is planned: whose, at which window, until when. */
const kept = async (days: string[], id = d.hall) => {
  const query = { from: days.at(0)!, to: days.at(-1)! };
  const { rows } = await app.call(d.office, ops.listAttendance, { params: { id }, query });
  return rows.map(({ accountId, windowId, ends }) => [accountId, windowId, ends]);
};

it('counts what it stored, and refuses what would be another turn at the time of one that is there', async () => {
  const [first, second] = d.clerks as [string, string];
  const [window, other] = d.windows as [string, string];
  const week = { accountIds: [first], days: ['2026-06-15', '2026-06-16'] };
  expect((await plan({ ...week, windowId: window })).body).toEqual({ planned: 2, over: 0 });
  const facts = { name: '窗口员0', day: '2026-06-15', starts: '09:00', ends: '12:00', window: 'A01' };
  const refused = { code: 'floor.turnsOverlap', facts };
  expect((await plan({ ...week, windowId: other })).problem).toMatchObject(refused);
  expect((await plan({ ...week, spans: [{ starts: '09:00', ends: '11:00' }] })).problem).toMatchObject(refused);
  // Nor is what would have been new beside it.
  expect((await plan({ ...week, accountIds: [second, first], windowId: other })).problem).toMatchObject(refused);
  const there = [first, window, '12:00'];
  expect(await kept(week.days)).toEqual([there, there]);
  // The same again, or with any window, is no second time.
  for (const same of [{ windowId: window }, {}])
    expect((await plan({ ...week, ...same })).body).toEqual({ planned: 0, over: 0 });
  expect((await plan({ ...week, accountIds: [first, second] })).body).toEqual({ planned: 2, over: 0 });
  // One without a window is not at this one.
  expect((await plan({ ...week, accountIds: [second], windowId: other })).problem.code).toBe('floor.turnsOverlap');
  const elsewhere = { outlet: '云溪区政务服务中心', outletEn: '云溪区政务服务中心' };
  expect((await plan(week, town)).problem).toMatchObject({ ...refused, facts: { ...facts, ...elsewhere } });
  expect(await kept(week.days, town)).toEqual([]);
});

it('stores one plan of those that differ and come at the same moment', async () => {
  const days = ['2026-06-17', '2026-06-18'];
  const plans = [...d.windows.map((windowId) => ({ windowId })), { spans: [{ starts: '10:00', ends: '12:30' }] }];
  const sent = await Promise.all(plans.map((one) => plan({ days, ...one })));
  expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  const rows = await kept(days);
  expect([rows.length, new Set(rows.map(([, windowId]) => windowId)).size]).toEqual([6, 1]);
});

it('makes nobody late by the time before it was planned', async () => {
  const day = '2026-06-19';
  const [first, second] = d.clerks as [string, string];
  const marks = async () => {
    const { rows } = await app.call(d.office, ops.listAttendance, { params: { id: d.hall }, query: { from: day, to: day } }); // prettier-ignore
    return rows.map(({ mark, lateMinutes, lateFrom }) => [mark, lateMinutes, lateFrom]);
  };
  const from = '2026-06-19T01:30:00.000Z';
  app.clock.set(from);
  expect((await plan({ days: [day] })).body.planned).toBe(3);
  expect(await marks()).toEqual(Array.from({ length: 3 }, () => ['pending', 0, from]));
  app.clock.advance(5 * 60_000);
  await app.call(first, hallContract.openWindow, { params: { id: d.windows[0]! } });
  app.clock.advance(60_000);
  await app.call(second, hallContract.openWindow, { params: { id: d.windows[1]! } });
  expect(await marks()).toEqual([['present', 5, from], ['late', 6, from], ['missing', 0, from]]); // prettier-ignore
});
