/** Unannounced checks and circulars over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { noticesContract } from '#modules/notices/contract';
import { createAccount, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, type TestHall } from '../../hall/hall-testing.ts';
import { floorContract as ops } from '../contract.ts';
import { drawn } from './draw.ts';

let app: TestApp;
let d: TestHall;
let colleague: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 6);
  const at = app.clock.now();
  colleague = await app.ground.db.transaction((tx) => {
    const id = createAccount(tx, at, { loginName: 'office2', name: '同事', staff: true });
    givePost(tx, at, id, { role: 'office', departmentId: null, outletId: null });
    return id;
  });
});
afterAll(() => app.close());

const today = '2026-06-10';
const draw = (body: object = {}) =>
  app.ask(d.office, ops.drawCheck, { params: { id: d.hall }, body: { actionId: newId(), day: today, wanted: 2, team: [d.clerks[0]!, d.clerks[1]!], look: '在岗、亮牌', basis: '年度计划', ...body } as never }); // prettier-ignore
const see = (account: string, id: string) => app.ask(account, ops.getCheck, { params: { id } });
const listed = async (account: string) =>
  (await app.call(account, ops.listChecks, { params: { id: d.hall }, query: {} })).rows.map(({ id, state }) => `${id} ${state}`); // prettier-ignore
const begin = (account: string, id: string, actionId = newId()) =>
  app.ask(account, ops.beginCheck, { params: { id }, body: { actionId } });

describe('an unannounced check', () => {
  it('is drawn so that anybody can repeat it, and is not there for those who are not to know', async () => {
    const events = async () => (await app.ground.db.one<{ n: number }>(sql`select count(*)::int as n from platform.event where name = 'floor.changed'`)).n; // prettier-ignore
    const before = await events();
    const { body: check } = await draw();
    expect(await events()).toBe(before);
    expect(check.picked.length).toBe(2);
    const ids = check.population.map(({ id }) => id);
    expect(drawn(check.seed, ids, 2).toSorted()).toEqual(check.picked.map(({ id }) => id).toSorted());
    expect(check).toMatchObject({ state: 'drawn', repeats: true });
    for (const account of [colleague, d.clerks[2]!, d.head, d.examiner]) {
      expect((await see(account, check.id)).problem.code).toBe('floor.noCheck');
      expect((await begin(account, check.id)).problem.code).toBe('floor.noCheck');
      expect(await listed(account)).toEqual([]);
    }
    for (const account of [d.office, d.auditor, d.clerks[0]!]) expect(await listed(account)).toEqual([`${check.id} drawn`]); // prettier-ignore
    expect((await see(d.clerks[1]!, check.id)).status).toBe(200);
    const inbox = await app.call(d.clerks[0]!, noticesContract.myNotices, { query: { work: true } });
    expect(inbox.rows.map(({ template }) => template)).toContain('floorCheck');
    for (const statement of [sql`update floor.unannounced_check set seed = 1`, sql`delete from floor.unannounced_check`, sql`update floor.check_step set reason = ''`])
      await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/); // prettier-ignore

    const actionId = newId();
    expect((await begin(d.office, check.id)).status).toBe(403);
    const { body: round } = await begin(d.clerks[1]!, check.id, actionId);
    expect((await begin(d.clerks[1]!, check.id, actionId)).body.id).toBe(round.id);
    expect((await begin(d.clerks[0]!, check.id)).problem.code).toBe('floor.checkGone');
    expect(round.way.map(({ windowId }) => windowId).toSorted()).toEqual(check.picked.map(({ id }) => id).toSorted());
    expect(await listed(colleague)).toEqual([`${check.id} begun`]);
    const say = (pointId: string, finding?: object) =>
      app.ask(d.clerks[0]!, ops.markPoint, { params: { id: round.id }, body: { actionId: newId(), pointId, ...(finding ? { finding } : {}) } as never }); // prettier-ignore
    await say(round.way[0]!.id);
    const { body: marked } = await say(round.way[1]!.id, { severity: 'serious', body: '离岗未放暂停牌' });
    const found = await app.call(d.office, ops.getFinding, { params: { id: marked.way[1]!.findingIds[0]! } });
    expect(found).toMatchObject({ source: 'check', windowId: round.way[1]!.windowId, body: '离岗未放暂停牌' });
    await app.call(d.clerks[0]!, ops.finishRound, { params: { id: round.id }, body: { note: '' } });
    expect((await see(d.auditor, check.id)).body).toMatchObject({ state: 'ended', findings: 1 });
  });

  it('draws no window of its team’s departments, none too many, and begins on its day alone', async () => {
    const { body: all } = await draw({ day: '2026-06-12' });
    expect((await begin(d.clerks[0]!, all.id)).problem.code).toBe('floor.checkNotToday');
    expect((await draw({ wanted: 7 })).problem).toMatchObject({ code: 'floor.tooFewWindows', facts: { there: 6 } });
    expect((await draw({ day: '2026-06-09' })).problem.code).toBe('floor.checkDayOver');
    expect((await draw({ team: [d.clerks[0]!] })).status).toBe(400);
    expect((await draw({ team: [d.clerks[0]!, newId()] })).problem.code).toBe('floor.noSuchStaff');
    const spans = [{ starts: '09:00', ends: '17:00' }];
    await app.call(d.office, ops.planTurns, { params: { id: d.hall }, body: { accountIds: [d.clerks[0]!], windowId: d.windows[0]!, days: ['2026-06-12'], spans } }); // prettier-ignore
    const { body: fewer } = await draw({ day: '2026-06-12' });
    expect(fewer.population.map(({ id }) => id)).not.toContain(d.windows[0]);
    expect(fewer.population.length).toBe(5);
    // Nor where one of them sits without a turn.
    await app.call(d.clerks[1]!, hallContract.openWindow, { params: { id: d.windows[1]! } });
    const { population } = (await draw({ day: '2026-06-12' })).body;
    expect(population.map(({ id }) => id)).not.toContain(d.windows[1]);
    expect(population.length).toBe(4);
    const cancel = (id: string, said: object = {}) => app.ask(d.office, ops.cancelCheck, { params: { id }, body: { actionId: newId(), reason: '走漏风声', ...said } }); // prettier-ignore
    const said = { actionId: newId() };
    for (const _ of [1, 2])
      expect((await cancel(fewer.id, said)).body).toMatchObject({ state: 'cancelled', step: { reason: '走漏风声' } });
    expect((await cancel(fewer.id, { ...said, reason: '改期' })).problem.code).toBe('floor.actRepeated');
    expect((await cancel(fewer.id)).problem.code).toBe('floor.checkGone');
    app.clock.set('2026-06-13T09:00:00+08:00');
    expect(await listed(colleague)).toContain(`${all.id} missed`);
  });
});

describe('a circular', () => {
  const make = (body: object = {}) =>
    app.ask(d.office, ops.makeCircular, { params: { id: d.hall }, body: { actionId: newId(), from: today, to: '2026-06-13', sources: ['check', 'other'], demand: '请按期整改', ...body } as never }); // prettier-ignore
  it('names each finding once, its figures are their lists, and it is opened as it was made', async () => {
    await app.call(d.office, ops.raiseFinding, { params: { id: d.hall }, body: { actionId: newId(), severity: 'minor', body: '缺笔', zone: '', departmentId: d.market } }); // prettier-ignore
    const actionId = newId();
    const { body: first } = await make({ actionId, sources: ['check'] });
    expect(first).toMatchObject({ year: 2026, serial: 1, findings: 1, closed: 0 });
    expect((await make({ actionId, sources: ['check'] })).body.id).toBe(first.id);
    for (const other of [{ demand: '另行通知' }, { to: today }])
      expect((await make({ actionId, sources: ['check'], ...other })).problem.code).toBe('floor.actRepeated');
    expect((await make({ sources: ['check'] })).problem.code).toBe('floor.nothingToSum');
    expect((await make({ to: '2026-06-14' })).problem.code).toBe('floor.wrongDays');
    expect((await make()).body).toMatchObject({ serial: 2, findings: 1 });
    const all = await app.call(d.examiner, ops.listCirculars, { params: { id: d.hall }, query: { year: 2026 } });
    expect(all.all).toEqual({ circulars: 2, findings: 2, closed: 0 });
    expect([all.total, all.rows.reduce((sum, { findings }) => sum + findings, 0)]).toEqual([2, 2]);
    const named = (query: object) => app.call(d.office, ops.listFindings, { params: { id: d.hall }, query });
    expect((await named({ circularYear: 2026 })).total).toBe(2);
    expect((await named({ circularId: first.id })).rows.map(({ source }) => source)).toEqual(['check']);
    expect((await named({ circularYear: 2025 })).total).toBe(0);
    for (const language of ['zh-CN', 'en'] as const) {
      const opened = await app.ask(d.examiner, ops.openCircular, { params: { id: first.id }, query: { language } });
      expect(opened.status).toBe(200);
      expect(String(opened.body).slice(0, 5)).toBe('%PDF-');
    }
    await expect(app.ground.db.many(sql`update floor.circular set hash = ''`)).rejects.toThrow(/permission denied/);
  });
});
