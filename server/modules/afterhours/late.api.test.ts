/** What was forgotten at the window is recorded later, with its time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, type TestHall } from '../hall/hall-testing.ts';
import { afterhoursContract as ops } from './contract.ts';

let app: TestApp;
let d: TestHall;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 1);
  const body = { opens: '12:00', closes: '13:00', places: 4, daysAhead: 7, noticeMinutes: 30 };
  await app.call(d.office, ops.saveOffer, { params: { id: d.hall, period: 'noon' }, body });
});
afterAll(() => app.close());

const act = () => ({ actionId: newId() });
const instant = (text: string): string => new Date(`${text}+08:00`).toISOString();
const goTo = (text: string): void => app.clock.set(new Date(instant(text)));
/** A request for noon of this day, for which the clerk stays. */
async function granted(day: string) {
  const body = { ...act(), errandId: d.any, period: 'noon', day } as const;
  const params = { id: (await app.call(d.resident, ops.askForTime, { body })).id };
  await app.call(d.office, ops.grantRequest, { params, body: { ...act(), staffId: d.clerks[0]!, windowId: d.windows[0]! } }); // prettier-ignore
  return params;
}
const start = (params: { id: string }, time?: string, body = act()) =>
  app.ask(d.clerks[0]!, ops.startService, { params, body: { ...body, ...(time ? { startedAt: instant(time) } : {}) } });
const finish = (params: { id: string }, time: string) =>
  app.ask(d.clerks[0]!, ops.finishService, { params, body: { ...act(), matters: 1, endedAt: instant(time) } });

it('a beginning is recorded in the afternoon by who stayed, and credits what was granted', async () => {
  const params = await granted('2026-06-11');
  goTo('2026-06-11T14:10');
  expect((await start(params)).problem.code).toBe('afterhours.wrongStart');
  for (const time of ['11:44', '13:01', '14:11'])
    expect((await start(params, `2026-06-11T${time}`)).problem.code).toBe('afterhours.wrongStart');
  const body = act();
  const begun = await start(params, '2026-06-11T12:05', body);
  expect(begun.body).toMatchObject({ state: 'started', startedAt: instant('2026-06-11T12:05') });
  expect((await start(params, '2026-06-11T12:05', body)).status).toBe(200);
  for (const time of ['2026-06-11T12:06', undefined])
    expect((await start(params, time, body)).problem.code).toBe('afterhours.actionReused');
  expect((await finish(params, '2026-06-11T12:30')).body).toMatchObject({ state: 'done', minutes: 30 });
});

it('a beginning is recorded on another day, and lies in the time that was granted', async () => {
  const params = await granted('2026-06-12');
  goTo('2026-06-15T09:00');
  expect((await start(params)).problem.code).toBe('afterhours.wrongStart');
  expect((await start(params, '2026-06-15T08:59')).problem.code).toBe('afterhours.wrongStart');
  expect((await start(params, '2026-06-12T13:00')).body).toMatchObject({ state: 'started' });
  expect((await finish(params, '2026-06-12T13:01')).problem.code).toBe('afterhours.beyondGrant');
  expect((await finish(params, '2026-06-12T13:00')).body).toMatchObject({ state: 'done', minutes: 60 });
});

it('a beginning that is not over yet is no other than now, unless an earlier one is given', async () => {
  const params = await granted('2026-06-16');
  goTo('2026-06-16T12:20');
  expect((await start(params, '2026-06-16T12:21')).problem.code).toBe('afterhours.wrongStart');
  expect((await start(params, '2026-06-16T11:50')).body).toMatchObject({ startedAt: instant('2026-06-16T11:50') });
});
