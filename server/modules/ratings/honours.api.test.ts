/** The wall of honour: the ratings of last month, and nobody who did not agree. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { deskOf, openHall, openWindows, paper, type TestHall } from '../hall/hall-testing.ts';
import { ratingsContract as ops } from './contract.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { call, desk } = deskOf(() => app);
const wall = () => app.call(null, ops.showHonours, { params: { id: hall.hall } });
const answer = (agrees: boolean) =>
  app.call(hall.clerks[0]!, ops.answerHonour, { body: { actionId: newId(), agrees } });

it('names who was rated best last month, only while they agree, and nothing of who rated', async () => {
  for (let i = 0; i < 20; i++) {
    const { id, code } = await paper(app, hall, hall.any, { evenSo: true });
    await call(hall.clerks[0]!);
    await desk(hall.clerks[0]!, hallContract.serveTicket, id);
    await desk(hall.clerks[0]!, hallContract.finishTicket, id);
    const bad =
      i === 0 ? { level: 'dissatisfied' as const, reasons: ['slow' as const] } : { level: 'satisfied' as const };
    await app.call(null, ops.rateVisit, { body: { code, actionId: newId(), ...bad } });
  }
  await answer(true);
  // Of a month that is not over nothing is said.
  expect(await wall()).toEqual({ from: '2026-05-01', to: '2026-05-31', least: 20, rows: [] });
  app.clock.set('2026-07-01T09:00:00+08:00');
  expect((await wall()).rows).toEqual([{ name: '窗口员0', rated: 20, good: 19 }]);
  await answer(false);
  expect(await app.call(hall.clerks[0]!, ops.myHonour, {})).toEqual({ agrees: false });
  expect((await wall()).rows).toEqual([]);
  // The same answer sent twice is one; a new one counts.
  const body = { actionId: newId(), agrees: true };
  for (let i = 0; i < 2; i++) await app.call(hall.clerks[0]!, ops.answerHonour, { body });
  expect((await wall()).rows).toHaveLength(1);
});
