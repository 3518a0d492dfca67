/** An advice from the watch to its effect, over HTTP on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hallContract as hallOps } from '#modules/hall/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { paper } from '../hall/hall-testing.ts';
import { tidesContract as ops } from './contract.ts';
import { watchHall } from './index.ts';
import { adviseSwitch, crowdedHall, quietZone, work } from './tides-testing.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const act = () => ({ actionId: newId() });
const minutes = (count: number): void => app.clock.advance(count * 60_000);
const told = (accountId: string) =>
  app.ground.db.many<{ template: string }>(
    sql`select template from notices.notice where account_id = ${accountId} order by created_at, id`,
  );

describe('the watch', () => {
  it('says what to do and why, once, and one tap asks the clerk, who opens the window; the effect is measured', async () => {
    const hall = await crowdedHall(app, 6, 40);
    await work(app, hall.clerks.slice(0, 2), 30);
    const made = await watchHall(app.ground, hall.hall);
    expect(made).toHaveLength(1);
    expect(await watchHall(app.ground, hall.hall)).toBeUndefined();
    const now = await app.call(hall.office, ops.showTides, { params: { id: hall.hall } });
    const [advice] = now.advices;
    expect(now.zones).toMatchObject([{ zone: 'A 综合受理', windows: 2, high: true, verdict: 'advised' }]);
    expect(now.zones[0]!.usual).toBe(4);
    expect(now.zones[0]!.excess).toBeGreaterThan(20);
    expect(advice).toMatchObject({ kind: 'open', state: 'open', windowNumber: 'A03' });
    expect(['窗口员2', '窗口员3']).toContain(advice!.clerkName);
    expect(advice!.savesMinutes).toBeGreaterThanOrEqual(150);
    expect(advice!.why.zh).toMatch(/前 4 个周三同一时段 4 分钟，高 (\d+%|3 倍以上)/);
    expect(advice!.why.en).toContain('are likely to wait');
    expect(await told(hall.office)).toEqual([{ template: 'tideAdvice' }]);

    const body = act();
    const params = { id: advice!.id };
    const taken = await app.call(hall.office, ops.takeAdvice, { params, body });
    expect(taken.state).toBe('asked');
    expect((await app.call(hall.office, ops.takeAdvice, { params, body })).state).toBe('asked');
    expect((await app.ask(hall.office, ops.takeAdvice, { params, body: act() })).problem.code).toBe(
      'tides.decidedAlready',
    );
    const clerk = hall.clerks[Number(taken.clerkName.slice(-1))]!;
    const other = hall.clerks[5]!;
    expect(await app.call(clerk, ops.myRequests, {})).toMatchObject([{ id: advice!.id, state: 'asked' }]);
    expect(await told(clerk)).toEqual([{ template: 'tideAsked' }]);
    const answer = { ...act(), comes: true };
    expect((await app.ask(other, ops.answerRequest, { params, body: answer })).status).toBe(403);
    expect((await app.call(clerk, ops.answerRequest, { params, body: answer })).state).toBe('running');
    expect((await app.call(clerk, ops.answerRequest, { params, body: answer })).state).toBe('running');
    expect((await app.call(clerk, hallOps.showDesk, {})).shift).toMatchObject({ windowNumber: 'A03' });
    await app.relay.drain();

    await work(app, [...hall.clerks.slice(0, 2), clerk], 70, () => paper(app, hall));
    await watchHall(app.ground, hall.hall);
    const done = await app.call(hall.office, ops.getAdvice, { params });
    expect(done.effect).toMatchObject({ outcome: 'helped', usual: 4 });
    expect(done.effect!.withoutWindow).toBeGreaterThan(done.effect!.withWindow!);
    expect(done.steps.map((step) => step.act).slice(0, 3)).toEqual(['make', 'take', 'begin']);
    const sums = await app.call(hall.auditor, ops.sumEffects, { params: { id: hall.hall } });
    expect(sums).toMatchObject({ followed: 1, measured: 1, helped: 1, nothing: 0 });
    expect(sums.saved).toBe(done.effect!.saved);
    const looks = await app.call(hall.office, ops.listLooks, {
      params: { id: hall.hall },
      query: { zone: 'A 综合受理' },
    });
    expect(looks[0]).toMatchObject({ verdict: 'advised', adviceId: advice!.id });
    const usual = await app.call(hall.office, ops.listUsual, {
      params: { id: hall.hall },
      query: { zone: 'A 综合受理' },
    });
    expect(usual.rows.map(({ wait }) => wait)).toEqual([4, 4, 4, 4]);
  });

  it('one of two servers does a round', async () => {
    const hall = await crowdedHall(app, 5, 40);
    minutes(30);
    const rounds = await Promise.all(Array.from({ length: 4 }, () => watchHall(app.ground, hall.hall)));
    expect(rounds.filter((made) => made?.length === 1)).toHaveLength(1);
    expect(rounds.filter((made) => made === undefined)).toHaveLength(3);
  });

  it('says nothing while people wait as usual, without a history, or when nobody is free', async () => {
    const calm = await crowdedHall(app, 4, 1);
    await work(app, calm.clerks.slice(0, 1), 10);
    expect(await watchHall(app.ground, calm.hall)).toEqual([]);
    for (let i = 0; i < 40; i++) await paper(app, calm);
    minutes(30);
    await app.call(calm.clerks[2]!, hallOps.openWindow, { params: { id: calm.windows[2]! } });
    await app.call(calm.clerks[3]!, hallOps.openWindow, { params: { id: calm.windows[3]! } });
    expect(await watchHall(app.ground, calm.hall)).toEqual([]);
    const verdict = async () =>
      (await app.call(calm.office, ops.showTides, { params: { id: calm.hall } })).zones[0]!.verdict;
    expect(await verdict()).toBe('nobody');
    await app.ground.db.transaction(async (tx) => tx.write(sql`delete from tides.counted_day`));
    minutes(5);
    expect(await watchHall(app.ground, calm.hall)).toEqual([]);
    expect(await verdict()).toBe('noHistory');
  });

  it('is silent when the house does not want it, and after so many a day', async () => {
    const hall = await crowdedHall(app, 5, 40);
    minutes(30);
    const rule = await app.call(hall.office, ops.showRule, { params: { id: hall.hall } });
    const { managers: _, usual: __, ...own } = rule;
    const set = (change: object) =>
      app.ask(hall.office, ops.saveRule, { params: { id: hall.hall }, body: { ...own, ...change } });
    expect((await set({ managerIds: [hall.clerk] })).problem.code).toBe('tides.noManager');
    expect((await set({ abovePercent: 0 })).status).toBe(400);
    await set({ active: false });
    expect(await watchHall(app.ground, hall.hall)).toBeUndefined();
    await set({ dailyMost: 1, coolDownMinutes: 0 });
    minutes(5);
    const [first] = (await watchHall(app.ground, hall.hall))!;
    await app.call(hall.office, ops.refuseAdvice, {
      params: { id: first!.id },
      body: { ...act(), reason: '马上有人回来' },
    });
    minutes(5);
    expect(await watchHall(app.ground, hall.hall)).toEqual([]);
    expect((await app.call(hall.office, ops.showTides, { params: { id: hall.hall } })).zones[0]!.verdict).toBe(
      'budget',
    );
  });
});

describe('an advice', () => {
  const advised = async (queue = 40, free = 2) => {
    const hall = await crowdedHall(app, 6, queue, free);
    minutes(30);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    return { hall, params: { id: made!.id } };
  };
  const state = async (account: string, params: { id: string }) =>
    (await app.call(account, ops.getAdvice, { params })).state;

  it('goes to the next in line, and lapses; then the zone is left in peace for a while', async () => {
    const { hall, params } = await advised();
    for (const step of [5, 5, 5]) {
      expect(await state(hall.office, params)).toBe('open');
      minutes(step);
      await watchHall(app.ground, hall.hall);
    }
    expect(await state(hall.office, params)).toBe('lapsed');
    expect((await app.ask(hall.office, ops.takeAdvice, { params, body: act() })).problem.code).toBe(
      'tides.decidedAlready',
    );
    minutes(10);
    expect(await watchHall(app.ground, hall.hall)).toEqual([]);
    minutes(15);
    expect(await watchHall(app.ground, hall.hall)).toHaveLength(1);
  });

  it('is followed by whoever opens the window, tapped or not', async () => {
    const tapped = await advised();
    await app.call(tapped.hall.clerks[5]!, hallOps.openWindow, { params: { id: tapped.hall.windows[2]! } });
    const after = await app.call(tapped.hall.office, ops.takeAdvice, { params: tapped.params, body: act() });
    expect(after).toMatchObject({ state: 'running', clerkName: '窗口员5' });
  });

  it('is followed without a word of the manager, and nobody is told of it any more', async () => {
    const { hall, params } = await advised();
    await app.call(hall.clerks[2]!, hallOps.openWindow, { params: { id: hall.windows[2]! } });
    minutes(5);
    await watchHall(app.ground, hall.hall);
    const { state: now, steps, decidedBy } = await app.call(hall.office, ops.getAdvice, { params });
    expect([now, steps.map((one) => one.act), decidedBy]).toEqual(['running', ['make', 'begin'], null]);
  });

  it('asks the next when the clerk cannot come or does not, and says so when nobody is left', async () => {
    const { hall, params } = await advised();
    const first = await app.call(hall.office, ops.takeAdvice, { params, body: act() });
    const accountOf = (name: string) => hall.clerks[Number(name.slice(-1))]!;
    const second = await app.call(accountOf(first.clerkName), ops.answerRequest, {
      params,
      body: { ...act(), comes: false, reason: '在开会' },
    });
    expect(second.state).toBe('asked');
    expect(second.clerkName).not.toBe(first.clerkName);
    expect(
      (await app.ask(accountOf(first.clerkName), ops.answerRequest, { params, body: { ...act(), comes: true } }))
        .status,
    ).toBe(403);
    minutes(10);
    await watchHall(app.ground, hall.hall);
    expect(await state(hall.office, params)).toBe('declined');
    expect((await told(hall.office)).map(({ template }) => template)).toEqual(['tideAdvice', 'tideNobody']);
  });

  it('is followed as well by who signs in at the window by the usual way, and ends with the shift', async () => {
    const { hall, params } = await advised();
    const { clerkName } = await app.call(hall.office, ops.takeAdvice, { params, body: act() });
    const clerk = hall.clerks[Number(clerkName.slice(-1))]!;
    await app.call(clerk, hallOps.openWindow, { params: { id: hall.windows[2]! } });
    await app.relay.drain();
    expect(await state(hall.office, params)).toBe('running');
    minutes(20);
    await app.call(clerk, hallOps.leaveWindow, { body: {} });
    await app.relay.drain();
    expect(await state(hall.office, params)).toBe('over');
  });

  it('switches a window of a quiet zone at once, and gives it back when the time is over', async () => {
    const hall = await crowdedHall(app, 1, 0, -1);
    const { tax } = await quietZone(app, hall);
    for (let i = 0; i < 30; i++) await paper(app, hall);
    minutes(25);
    const made = await adviseSwitch(app, hall);
    expect(made).toMatchObject({ kind: 'switch', zone: 'A 综合受理', windowNumber: 'B11' });
    const params = { id: made.id };
    const dutyOf = async (number: string) =>
      (await app.call(hall.office, hallOps.showHall, { params: { id: hall.hall } })).windows.find(
        (one) => one.number === number,
      )!.errandIds;
    expect((await app.call(hall.office, ops.takeAdvice, { params, body: act() })).state).toBe('running');
    expect((await dutyOf('B11')).toSorted()).toEqual([hall.any, hall.property].toSorted());
    minutes(65);
    await watchHall(app.ground, hall.hall);
    expect(await state(hall.office, params)).toBe('over');
    expect(await dutyOf('B11')).toEqual([tax]);
  });

  it('taken by two at once is taken once', async () => {
    const { hall, params } = await advised();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => app.ask(hall.office, ops.takeAdvice, { params, body: act() })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409]);
  });
});
