import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { addDays } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import { sql } from '#platform/db';
import { hallContract as ops } from './contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from './hall-testing.ts';
import { learnDays } from './waits/learn-days.ts';

let app: TestApp;
let hall: TestHall;
const { minutes, call, desk, look } = deskOf(() => app);
beforeAll(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
});
afterAll(() => app.close());

/** One window, where everybody takes just six minutes although ten are planned. */
async function actMorning(people: number): Promise<void> {
  await openWindows(app, hall);
  for (let i = 0; i < people; i++) await paper(app, hall);
  for (let i = 0; i < people; i++) {
    const { id } = (await call(hall.clerks[0]!)).current!;
    minutes(1);
    await desk(hall.clerks[0]!, ops.serveTicket, id);
    minutes(6);
    await desk(hall.clerks[0]!, ops.finishTicket, id);
  }
}

it('a hall learns from the days before how long people wait', async () => {
  for (let day = 0; day < 6; day++) {
    await actMorning(12);
    // The next morning at the same hour; the shift of the day before is over then.
    app.clock.set(new Date(startOfDay(addDays(shanghaiDay(app.clock.now()), 1)).getTime() + 10 * 3_600_000));
  }
  expect(await learnDays(app.ground)).toBe(6);
  expect(await learnDays(app.ground)).toBe(0);
  await openWindows(app, hall);
  const codes: string[] = [];
  for (let i = 0; i < 5; i++) codes.push((await paper(app, hall)).code);
  await call(hall.clerks[0]!);
  // Three are before the last but the one who is called: about 4 x 7 minutes, by the plan it would be 4 x 10.7.
  const { wait } = await look(codes[4]!);
  expect(wait!.rough).toBe(false);
  expect(wait!.likely).toBeGreaterThanOrEqual(24);
  expect(wait!.likely).toBeLessThanOrEqual(33);
  expect(wait!.low).toBeLessThanOrEqual(28);
  expect(wait!.high).toBeGreaterThanOrEqual(28);
  // Asked again in the same moment, the answer is the same.
  expect((await look(codes[4]!)).wait).toEqual(wait);
});

it('adds up a day again that went on after it was added up: a clock that was past midnight for a while', async () => {
  const day = shanghaiDay(app.clock.now());
  const during = app.clock.now();
  const midnight = new Date(startOfDay(addDays(day, 1)).getTime() + 20 * 60_000);
  app.clock.set(midnight);
  expect(await learnDays(app.ground)).toBe(1);
  app.clock.set(new Date(during.getTime() + 60_000));
  await paper(app, hall);
  const next = app.clock.now();
  app.clock.set(midnight);
  expect(await learnDays(app.ground)).toBe(1);
  expect(await learnDays(app.ground)).toBe(0);
  app.clock.set(next);
});

it('says how often it was right, with the tickets behind it', async () => {
  const truth = await app.call(hall.office, ops.showWaitTruth, { params: { id: hall.hall }, query: {} });
  const told = truth.hours.reduce((sum, one) => sum + one.told, 0);
  const { n } = await app.ground.db.one<{ n: number }>(
    sql`select count(distinct s.ticket_id) as n from hall.segment s join hall.told_wait w on w.ticket_id = s.ticket_id where s.act = 'call'`,
  );
  expect(told).toBe(n);
  expect(told).toBeGreaterThan(60);
  for (const hour of truth.hours) {
    expect(hour.inside + hour.sooner + hour.later).toBe(hour.told);
    const { tickets } = await app.call(hall.office, ops.showWaitTruth, {
      params: { id: hall.hall },
      query: { hour: hour.hour },
    });
    expect(tickets).toHaveLength(hour.told);
    const inside = tickets.filter(({ low, high, waited }) => waited >= low && waited <= high);
    expect(inside).toHaveLength(hour.inside);
  }
  // Piece by piece, each once.
  const piecesOf = async (limit: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let offset = 0; offset < told; offset += limit) {
      const query = { limit, offset };
      const { tickets } = await app.call(hall.office, ops.showWaitTruth, { params: { id: hall.hall }, query });
      ids.push(...tickets.map(({ id }) => id));
    }
    return ids;
  };
  expect(truth.tickets).toHaveLength(told);
  expect(await piecesOf(25)).toEqual(truth.tickets.map(({ id }) => id));
});
