/** Rating over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase, toTheEnd } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { ratingsContract as ops } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

const rate = (account: string | null, id: string, body: object) =>
  app.ask(account, ops.rateCase, { params: { id }, body: { actionId: newId(), level: 'satisfied', ...body } as never });

describe('rating', () => {
  it('is one tap after closing, by the applicant', async () => {
    const open = await runCase(app, d, ['accept']);
    expect((await rate(d.resident, open.id, {})).problem.code).toBe('ratings.notEnded');
    const closed = await runCase(app, d, toTheEnd);
    expect(await app.call(d.resident, ops.getRating, { params: { id: closed.id } })).toMatchObject({
      possible: true,
      given: null,
    });
    const given = await rate(d.resident, closed.id, { level: 'verySatisfied' });
    expect(given.body).toEqual({
      level: 'verySatisfied',
      reasons: [],
      comment: '',
      at: app.clock.now().toISOString(),
    });
    const whole = await app.call(d.resident, casesContract.getCase, { params: { id: closed.id } });
    expect(whole.case.rated).toBe(true);
    expect(await app.call(d.resident, ops.getRating, { params: { id: closed.id } })).toMatchObject({
      possible: false,
      why: 'alreadyRated',
      given: { level: 'verySatisfied' },
    });
  });

  it('happens once, however often it is sent, and is never overwritten', async () => {
    const { id } = await runCase(app, d, toTheEnd);
    const body = { actionId: newId(), level: 'dissatisfied', reasons: ['slow', 'manyTrips'], comment: '跑了三趟' };
    const answers = await Promise.all([1, 2, 3].map(() => rate(d.resident, id, body)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const second = await rate(d.resident, id, { level: 'verySatisfied' });
    expect(second.problem).toMatchObject({ code: 'ratings.alreadyRated', facts: { level: 'dissatisfied' } });
    const { id: other } = await runCase(app, d, toTheEnd);
    expect((await rate(d.resident, other, body)).problem.code).toBe('ratings.actionReused');
    const rows = await app.ground.db.many(sql`select level from ratings.rating where case_id = ${id}`);
    expect(rows).toEqual([{ level: 'dissatisfied' }]);
    await expect(app.ground.db.many(sql`update ratings.rating set level = 'satisfied'`)).rejects.toThrow(
      /permission denied/,
    );
    await expect(app.ground.db.many(sql`delete from ratings.rating`)).rejects.toThrow(/permission denied/);
  });

  it('asks for reasons when it is bad', async () => {
    const { id } = await runCase(app, d, toTheEnd);
    expect((await rate(d.resident, id, { level: 'veryDissatisfied' })).problem.code).toBe('ratings.reasonsMissing');
    expect((await rate(d.resident, id, { level: 'veryDissatisfied', reasons: ['ugly'] })).status).toBe(400);
    expect((await rate(d.resident, id, { level: 'veryDissatisfied', reasons: ['slow'] })).status).toBe(200);
  });

  it('needs no account for whoever holds the receipt', async () => {
    const receipt = await runCase(app, d, ['refuseAcceptance']);
    const code = receipt.trackCode;
    expect(await app.call(null, ops.lookByCode, { body: { code } })).toMatchObject({
      caseNumber: receipt.number,
      possible: true,
    });
    const body = { code: ` ${code.toUpperCase()} `, actionId: newId(), level: 'basicallySatisfied' as const };
    expect((await app.call(null, ops.rateByCode, { body })).level).toBe('basicallySatisfied');
    expect((await app.call(null, ops.rateByCode, { body })).level).toBe('basicallySatisfied');
    expect((await app.ask(null, ops.lookByCode, { body: { code: `${receipt.number}-wrong` } })).status).toBe(404);
    const line = await app.ground.db.one(sql`select via, account_id from ratings.rating where case_id = ${receipt.id}`);
    expect(line).toEqual({ via: 'code', accountId: null });
  });

  it('is announced without what was written', async () => {
    const { id } = await runCase(app, d, toTheEnd);
    await rate(d.resident, id, { level: 'dissatisfied', reasons: ['other'], comment: '工号 007 态度差' });
    const event = await app.ground.db.one<{ facts: object }>(
      sql`select facts from platform.event where name = 'ratings.given' and subject = ${id}`,
    );
    expect(event.facts).toMatchObject({ level: 'dissatisfied', bad: true, departmentId: d.market });
    expect(JSON.stringify(event.facts)).not.toContain('态度差');
  });
});

describe('the office', () => {
  it('reads what was rated, with its count, and the bad ones apart', async () => {
    const all = await app.call(d.office, ops.listRatings, { query: {} });
    expect(all.rows.length).toBe(all.total);
    const bad = await app.call(d.office, ops.listRatings, { query: { bad: true } });
    expect(bad.rows.length).toBe(bad.total);
    expect(bad.rows.every(({ handling }) => handling === 'received')).toBe(true);
    const good = await app.call(d.office, ops.listRatings, { query: { bad: false } });
    expect(good.total + bad.total).toBe(all.total);
    expect(good.rows.every(({ handling }) => handling === null)).toBe(true);
    const counts = await app.call(d.office, ops.countRatings, { query: {} });
    expect(counts.all.total).toBe(all.total);
    expect(counts.all.dissatisfied + counts.all.veryDissatisfied).toBe(bad.total);
    expect(counts.byDay).toEqual([{ day: '2026-06-10', ...counts.all }]);
    const level = await app.call(d.office, ops.listRatings, { query: { level: 'dissatisfied', limit: 1 } });
    expect(level).toMatchObject({ total: counts.all.dissatisfied });
    const none = await app.call(d.office, ops.listRatings, { query: { from: '2026-06-11' } });
    expect(none).toEqual({ rows: [], total: 0 });
  });

  it('shows a head what is said of the own department', async () => {
    const own = await app.call(d.head, ops.listRatings, { query: {} });
    expect(own.total).toBeGreaterThan(0);
    expect((await app.call(d.otherHead, ops.listRatings, { query: {} })).total).toBe(0);
    expect((await app.ask(d.otherHead, ops.listRatings, { query: { departmentId: d.market } })).status).toBe(403);
    expect((await app.ask(d.other, ops.getRating, { params: { id: own.rows[0]!.caseId } })).status).toBe(403);
  });
});
