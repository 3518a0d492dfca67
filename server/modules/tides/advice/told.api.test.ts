/** Who is told of an advice, in time and in their language, and what becomes of one that nobody answers. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hallContract as hallOps } from '#modules/hall/contract';
import { createAccount, givePost } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { shanghaiDay, shanghaiTime } from '#platform/clock';
import { noticesContract } from '#modules/notices/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import type { TestHall } from '../../hall/hall-testing.ts';
import { tidesContract as ops } from '../contract.ts';
import { followHalls, watchHall } from '../index.ts';
import { noticeOf } from '../watch/watch-hall.ts';
import { advised, crowdedHall, toldTo } from '../tides-testing.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

const act = () => ({ actionId: newId() });
const minutes = (count: number): void => app.clock.advance(count * 60_000);
const take = (hall: TestHall, id: string) => app.call(hall.office, ops.takeAdvice, { params: { id }, body: act() });
const see = (hall: TestHall, id: string) => app.call(hall.office, ops.getAdvice, { params: { id } });
const told = (accountId: string) => toldTo(app, accountId);
describe('an advice that nobody answered in time', () => {
  it('is over at its minute: it is offered no more, a tap asks nobody, and the trail says so', async () => {
    const { hall, made } = await advised(app, 2);
    minutes(16);
    const now = await app.call(hall.office, ops.showTides, { params: { id: hall.hall } });
    expect(now.advices).toEqual([]);
    expect((await see(hall, made.id)).state).toBe('lapsed');
    const listed = async (query: object) => (await app.call(hall.office, ops.listAdvice, { params: { id: hall.hall }, query })).total; // prettier-ignore
    expect([await listed({ state: 'lapsed' }), await listed({ state: 'open' }), await listed({ figure: 'unanswered' })]).toEqual([1, 0, 1]); // prettier-ignore
    expect((await app.call(hall.office, ops.sumEffects, { params: { id: hall.hall } })).unanswered).toBe(1);
    expect(await take(hall, made.id)).toMatchObject({ state: 'lapsed', decidedBy: null });
    expect((await see(hall, made.id)).steps.map((step) => step.act)).toEqual(['make', 'lapse']);
    for (const clerk of hall.clerks) expect(await told(clerk)).not.toContain('tideAsked');
  });

  it('was told to everybody in time: who is there first, all the rest when half of the time is over, and until when', async () => {
    const hall = await crowdedHall(app, 7, 40, 2);
    const at = app.clock.now();
    const ids = await app.ground.db.transaction((tx) =>
      ['甲', '乙', '丙'].map((name, i) => {
        const id = createAccount(tx, at, { loginName: `manager${i}`, name, staff: true });
        givePost(tx, at, id, { role: 'office', departmentId: null, outletId: null });
        return id;
      }),
    );
    await app.call(ids[2]!, ops.showRule, { params: { id: hall.hall } });
    minutes(30);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    const everybody = async () => (await Promise.all([hall.office, ...ids].map(told))).filter((all) => all.includes('tideAdvice')).length; // prettier-ignore
    for (const [step, count] of [
      [3, 1],
      [1, 2],
      [3, 2],
      [1, 4],
    ] as const) {
      minutes(step);
      await followHalls(app.ground);
      expect(await everybody()).toBe(count);
      if (count === 2) expect(await told(ids[2]!)).toEqual(['tideAdvice']);
    }
    const { facts } = await app.ground.db.one<{ facts: object }>(sql`select facts from notices.notice where account_id = ${ids[2]!} limit 1`); // prettier-ignore
    expect(facts).toMatchObject({ until: shanghaiTime(made!.lapseAt) });
  });

  it('lapses between two rounds of the watch, and the next colleague is asked between them too', async () => {
    const one = await advised(app, 2);
    minutes(16);
    await followHalls(app.ground);
    expect((await see(one.hall, one.made.id)).steps.map((step) => step.act)).toContain('lapse');
    minutes(24);
    const [made] = (await watchHall(app.ground, one.hall.hall))!;
    const { clerkName, openBy } = await take(one.hall, made!.id);
    app.clock.set(new Date(Date.parse(openBy!) - 60_000));
    await followHalls(app.ground);
    expect((await see(one.hall, made!.id)).clerkName).toBe(clerkName);
    minutes(1);
    await followHalls(app.ground);
    expect((await see(one.hall, made!.id)).clerkName).not.toBe(clerkName);
  });
});

describe('a named manager who is on leave', () => {
  it('stays named, and the stand-in is told without being named', async () => {
    const hall = await crowdedHall(app, 7, 40);
    const day = shanghaiDay(app.clock.now());
    const body = { accountId: hall.office, fromOn: day, untilOn: day, standInId: hall.head, reason: '年休假' };
    await app.call(hall.office, peopleContract.enterAbsence, { body });
    const params = { id: hall.hall };
    const { managers, usual: _, ...own } = await app.call(hall.office, ops.showRule, { params });
    expect(managers.map(({ id }) => id)).toEqual([hall.office]);
    const save = (id: string) => app.ask(hall.office, ops.saveRule, { params, body: { ...own, managerIds: [id] } });
    expect((await save(hall.head)).problem.code).toBe('tides.noManager');
    expect((await save(hall.office)).status).toBe(200);
    minutes(30);
    expect((await watchHall(app.ground, hall.hall))![0]!.told).toEqual([hall.head]);
    expect([await told(hall.head), await told(hall.office)]).toEqual([['tideAdvice'], []]);
  });
});

describe('what a manager is told', () => {
  it('names the zone in English where English is read, and as it is called where nobody has said how', async () => {
    const hall = await crowdedHall(app, 7, 40);
    const body = { zone: 'A 综合受理', nameEn: 'A Any matter' };
    await app.call(hall.office, hallOps.nameZone, { params: { id: hall.hall }, body });
    minutes(30);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    const { rows } = await app.call(hall.office, noticesContract.myNotices, { query: { work: true } });
    const told = rows.find(({ template }) => template === 'tideAdvice')!;
    expect(told).toMatchObject({
      title: 'A 综合受理 等候偏长，建议调窗口',
      titleEn: 'Long waits in A Any matter: a window is advised',
      textEn: expect.stringMatching(/^A Any matter: /),
    });
    const both = noticeOf(
      [made!, { ...made!, zone: 'B 税务' }],
      hall.office,
      new Map([['A 综合受理', 'A Any matter']]),
    );
    expect(both.facts).toMatchObject({ zones: 'A 综合受理、B 税务', zonesEn: 'A Any matter, B 税务' });
  });
});
