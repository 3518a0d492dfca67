/** What several people do in the same moment: nobody is left whom no window can call, and no room is given out twice. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from './contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from './hall-testing.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 2);
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { act, call, desk } = deskOf(() => app);
async function finish(clerk: string, id: string): Promise<void> {
  await desk(clerk, ops.serveTicket, id);
  await desk(clerk, ops.finishTicket, id);
}
const rounds = 12;

describe('while somebody waits', () => {
  it('of two clerks who leave at once, the last ones for it, one is told and stays', async () => {
    const { id } = await paper(app, hall);
    for (let round = 0; round < rounds; round++) {
      const left = await Promise.all(hall.clerks.map((clerk) => app.ask(clerk, ops.leaveWindow, { body: {} })));
      expect(left.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const stayed = left.findIndex(({ status }) => status === 409);
      expect(left[stayed]!.problem).toMatchObject({ code: 'hall.lastForErrand', facts: { waiting: 1 } });
      await app.call(hall.clerks[1 - stayed]!, ops.openWindow, { params: { id: hall.windows[1 - stayed]! } });
    }
    expect((await call(hall.clerks[0]!)).current!.id).toBe(id);
  });

  it('of two windows that are to do something else at once, one goes on with what is waited for', async () => {
    await paper(app, hall);
    const set = (i: number, errandIds: string[]) =>
      app.ask(hall.office, ops.setDuty, { params: { id: hall.windows[i]! }, body: { errandIds } });
    for (let round = 0; round < rounds; round++) {
      const changed = await Promise.all([0, 1].map((i) => set(i, [hall.property])));
      expect(changed.map(({ status }) => status).toSorted()).toEqual([204, 409]);
      for (const i of [0, 1]) await set(i, [hall.any, hall.property]);
    }
  });

  it('nobody is handed on to an errand whose last window is left in the same moment', async () => {
    const set = (i: number, errandIds: string[]) =>
      app.call(hall.office, ops.setDuty, { params: { id: hall.windows[i]! }, body: { errandIds } });
    await set(0, [hall.any]);
    await set(1, [hall.property]);
    for (let round = 0; round < rounds; round++) {
      const { id } = await paper(app, hall);
      await call(hall.clerks[0]!);
      const [handed, left] = await Promise.all([
        app.ask(hall.clerks[0]!, ops.transferTicket, { params: { id }, body: { ...act(), errandId: hall.property } }),
        app.ask(hall.clerks[1]!, ops.leaveWindow, { body: {} }),
      ]);
      expect([handed.status, left.status].toSorted()).toEqual([200, 409]);
      if (left.status === 200) await app.call(hall.clerks[1]!, ops.openWindow, { params: { id: hall.windows[1]! } });
      // Whichever came first, nobody is lost: who was not handed on still stands at the first window.
      if (handed.status === 200) {
        expect((await call(hall.clerks[1]!)).current!.id).toBe(id);
        await finish(hall.clerks[1]!, id);
      } else await finish(hall.clerks[0]!, id);
    }
  });
});

describe('the last room of a day', () => {
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  beforeEach(async () => {
    await app.call(hall.office, officesContract.saveHours, {
      params: { id: hall.hall },
      body: { weekly, exceptions: [], version: 0 },
    });
    await app.call(hall.clerks[1]!, ops.leaveWindow, { body: {} });
  });
  const ask = () =>
    app.ask(hall.clerk, ops.issueTicket, { params: { id: hall.hall }, body: { ...act(), errandId: hall.any } });

  it('is given out once, however many ask for it at once', async () => {
    app.clock.set('2026-06-10T16:49:00+08:00');
    const asked = await Promise.all(Array.from({ length: 10 }, ask));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, problem } of asked) if (status !== 200) expect(problem.code).toBe('hall.dayFull');
    const kept = await app.ground.db.one<{ n: number }>(sql`select count(*) as n from hall.ticket`);
    expect(kept.n).toBe(1);
  });

  it('counts who is being served or was put aside, not only who waits', async () => {
    app.clock.set('2026-06-10T16:38:00+08:00');
    const { id } = await paper(app, hall);
    await call(hall.clerks[0]!);
    await app.call(hall.clerks[0]!, ops.serveTicket, { params: { id }, body: act() });
    // Half of ten minutes here, and ten of the next one, in twenty-two.
    expect((await ask()).status).toBe(200);
    expect((await ask()).problem.code).toBe('hall.dayFull');
    await app.call(hall.clerks[0]!, ops.parkTicket, { params: { id }, body: act() });
    app.clock.set('2026-06-10T16:41:00+08:00');
    expect((await ask()).problem.code).toBe('hall.dayFull');
  });
});

it('somebody who signs in twice in the same moment is signed in', async () => {
  await app.call(hall.clerks[0]!, ops.leaveWindow, { body: {} });
  const signIn = () => app.ask(hall.clerks[0]!, ops.openWindow, { params: { id: hall.windows[0]! } });
  for (let round = 0; round < rounds; round++) {
    expect((await Promise.all([signIn(), signIn(), signIn()])).map(({ status }) => status)).toEqual([200, 200, 200]);
    await app.call(hall.clerks[0]!, ops.leaveWindow, { body: {} });
  }
});
