/** Bulletins over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { hashOf, newId } from '#platform/ids';
import { openSession, sessionCookie } from '#modules/people';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase, toTheEnd } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { bulletinsContract as ops } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  for (let n = 0; n < 3; n++) await runCase(app, d, toTheEnd);
  await app.relay.drain();
  app.clock.advance(30 * 86_400_000);
});
afterAll(() => app.close());

const make = (account: string, body: object) =>
  app.ask(account, ops.makeBulletin, { body: { actionId: newId(), month: '2026-06', ...body } as never });
const open = async (account: string, id: string, query: string) => {
  const { rawPayload, headers, statusCode } = await app.http.inject({
    url: `/api/bulletins/${id}/file?${query}`,
    cookies: { [sessionCookie]: await openSession(app.ground, account, { secondFactor: true }) },
  });
  return { hash: hashOf(rawPayload), type: headers['content-type'], statusCode, begin: rawPayload.subarray(0, 4) };
};

describe('a bulletin', () => {
  it('freezes the figures and is drawn again to the letter after they have moved', async () => {
    const actionId = newId();
    const first = await app.call(d.office, ops.makeBulletin, { body: { actionId, month: '2026-06' } });
    expect(first).toMatchObject({ edition: 1, month: '2026-06', departmentId: null, partial: false, madeBy: '孙主任' });
    // A second press is the same edition.
    expect(await app.call(d.office, ops.makeBulletin, { body: { actionId, month: '2026-06' } })).toEqual(first);
    const whole = await app.call(d.office, ops.getBulletin, { params: { id: first.id } });
    expect(whole.figures.find(({ id }) => id === 'received')).toMatchObject({ here: { numerator: 3 } });
    expect(whole.summary['zh-CN'][0]).toContain('2026年6月，全区收件数3件');
    expect(whole.changes).toBe(null);
    const ways = ['format=pdf', 'format=docx', 'format=pdf&language=en', 'format=docx&language=en'];
    const before = await Promise.all(ways.map((way) => open(d.office, first.id, way)));
    expect(before[0]!.begin.toString()).toBe('%PDF');
    expect(before[1]!.begin.toString('latin1')).toBe('PK\u0003\u0004');
    await app.ground.db.many(sql`update insight.day_count set received = received + 4 where received > 0`);
    expect(await Promise.all(ways.map((way) => open(d.office, first.id, way)))).toEqual(before);
    const kept = await app.ground.db.one<{ files: Record<string, string> }>(
      sql`select files from bulletins.edition where id = ${first.id}`,
    );
    expect(before.map(({ hash }) => hash).toSorted()).toEqual(Object.values(kept.files).toSorted());
  });

  it('made again is the next edition and says what changed', async () => {
    const { body: second } = await make(d.office, {});
    expect(second.edition).toBe(2);
    const whole = await app.call(d.office, ops.getBulletin, { params: { id: second.id } });
    expect(whole.changes?.map(({ figure }) => figure)).toContain('received');
    const { rows } = await app.call(d.office, ops.listBulletins, { query: { month: '2026-06' } });
    expect(rows.map(({ edition }) => edition)).toEqual([2, 1]);
    const compared = await app.call(d.office, ops.compareBulletins, {
      params: { id: second.id, otherId: rows[1]!.id },
    });
    expect(compared.rows.find(({ figure }) => figure === 'received')).toMatchObject({ differs: true });
    expect(compared.rows.find(({ figure }) => figure === 'closed')).toMatchObject({ differs: false });
    for (const statement of [sql`update bulletins.edition set month = '2026-01'`, sql`delete from bulletins.edition`])
      await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/);
  });

  it('of a department is for the department, the district’s for the office', async () => {
    const { body: own } = await make(d.head, { departmentId: d.market });
    expect(own.departmentId).toBe(d.market);
    expect((await make(d.head, {})).status).toBe(403);
    expect((await make(d.head, { departmentId: d.security })).status).toBe(403);
    expect((await open(d.otherHead, own.id, 'format=pdf')).statusCode).toBe(403);
    const { rows } = await app.call(d.head, ops.listBulletins, { query: {} });
    expect(rows.map(({ id }) => id)).toEqual([own.id]);
    const all = await app.call(d.office, ops.listBulletins, { query: {} });
    const district = all.rows.find(({ departmentId }) => departmentId === null)!;
    const compared = await app.ask(d.head, ops.compareBulletins, { params: { id: own.id, otherId: district.id } });
    expect(compared.status).toBe(403);
  });

  it('is of a month that has begun', async () => {
    expect((await make(d.office, { month: '2027-01' })).problem.code).toBe('bulletins.monthNotBegun');
    expect((await make(d.office, { month: '2000-01' })).problem.code).toBe('bulletins.monthNotBegun');
    expect((await make(d.office, { month: '2026-13' })).status).toBe(400);
    const { body } = await make(d.office, { month: '2026-07' });
    expect(body.partial).toBe(true);
  });
});
