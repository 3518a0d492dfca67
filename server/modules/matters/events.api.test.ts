/** The service office prepares and publishes life events, over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { mattersContract as ops } from './contract.ts';
import { draftEvent, publishedEvent, wholeApplication } from './matters-testing.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

const save = (id: string, body: object, account = d.office) =>
  app.ask(account, ops.saveEventDraft, { params: { id }, body: body as never });
const publish = (id: string, body: object) =>
  app.ask(d.office, ops.publishEvent, { params: { id }, body: body as never });

describe('preparing', () => {
  it('keeps drafts with their faults and publishes only what has none', async () => {
    const event = await draftEvent(app, d, 'collectAll');
    const circle = {
      ...event.body,
      members: event.body.members.map((member) => (member.key === 'licence' ? { ...member, after: ['seal'] } : member)),
    };
    const kept = await save(event.id, { code: 'COMPANY', revision: 0, body: circle });
    expect(kept.body.faults).toContainEqual({ why: 'circle', path: '/members', names: ['licence', 'seal'] });
    const refused = await publish(event.id, { revision: 1, inForceFrom: '2026-06-10' });
    expect(refused.problem).toMatchObject({ code: 'matters.eventFaulty', status: 422 });
    expect((await save(event.id, { code: 'COMPANY', revision: 0, body: event.body })).problem.code).toBe(
      'matters.changedMeanwhile',
    );
    expect((await save(newId(), { code: 'COMPANY', revision: 0, body: event.body })).problem.code).toBe(
      'matters.codeTaken',
    );
    expect((await save(event.id, { code: 'COMPANY', revision: 1, body: event.body })).body.faults).toEqual([]);
    expect((await publish(event.id, { revision: 1, inForceFrom: '2026-06-10' })).problem.code).toBe(
      'matters.changedMeanwhile',
    );
    expect((await publish(event.id, { revision: 2, inForceFrom: '2026-06-09' })).problem.code).toBe(
      'matters.dayPassed',
    );
    expect((await publish(event.id, { revision: 2, inForceFrom: '2026-06-10' })).body).toEqual({ version: 1 });
    expect((await publish(event.id, { revision: 3, inForceFrom: '2026-06-10' })).problem.code).toBe('matters.noDraft');
    expect((await save(event.id, {}, d.head)).status).toBe(403);
    const managed = await app.call(d.office, ops.listManagedEvents, {});
    expect(managed.rows).toMatchObject([{ code: 'COMPANY', version: 1, hasDraft: false, members: 3 }]);
  });

  it('completes the mapping by itself', async () => {
    const { body } = await draftEvent(app, d, 'collectAll');
    const bare = { ...body, asks: [], materials: [] };
    const checked = await app.call(d.office, ops.checkEvent, { body: { body: bare, propose: true } });
    expect(checked.faults).toEqual([]);
    expect(checked.body.asks).toEqual(body.asks);
    const faulty = await app.call(d.office, ops.checkEvent, { body: { body: bare, propose: false } });
    expect(faulty.faults.map(({ why }) => why)).toContain('unmappedRequired');
  });

  it('is found in citizens’ words, and says what it is made of', async () => {
    const found = await app.call(null, ops.listLifeEvents, { query: { find: '我想开公司' } });
    expect(found.rows).toMatchObject([{ code: 'COMPANY', memberCount: 3, departmentCount: 2 }]);
    expect((await app.call(null, ops.listLifeEvents, { query: { find: '给狗上牌' } })).rows).toEqual([]);
    const event = await app.call(null, ops.getLifeEvent, { params: { id: found.rows[0]!.id } });
    expect(event.members.map(({ key, body }) => [key, body?.name])).toEqual([
      ['licence', '公司设立登记'],
      ['account', '企业银行开户'],
      ['seal', '公章刻制备案'],
    ]);
    expect((await app.ask(null, ops.getLifeEvent, { params: { id: newId() } })).problem.code).toBe(
      'matters.noSuchEvent',
    );
  });
});

describe('a new version', () => {
  it('comes into force on its day; what is under way keeps its own, and a withdrawn one is not applied for any more', async () => {
    const event = await publishedEvent(app, d, 'collectAll');
    const receipt = await app.call(d.resident, ops.applyForMatter, { body: wholeApplication(event) as never });
    const code = (await app.call(d.office, ops.getManagedEvent, { params: { id: event.id } })).code;
    await save(event.id, { code, revision: 2, body: { ...event.body, policy: 'allMustAgree' } });
    expect((await publish(event.id, { revision: 3, inForceFrom: '2026-07-01' })).body).toEqual({ version: 2 });
    const policyNow = async () => (await app.call(null, ops.getLifeEvent, { params: { id: event.id } })).body.policy;
    expect(await policyNow()).toBe('collectAll');
    app.clock.set('2026-07-01T02:00:00Z');
    expect(await policyNow()).toBe('allMustAgree');
    expect((await app.call(d.resident, ops.getMatter, { params: { id: receipt.id } })).matter.policy).toBe(
      'collectAll',
    );
    await app.call(d.office, ops.withdrawEvent, { params: { id: event.id }, body: { fromDay: '2026-07-01' } });
    expect((await app.ask(null, ops.getLifeEvent, { params: { id: event.id } })).problem.code).toBe(
      'matters.notInForce',
    );
    const late = await app.ask(d.resident, ops.applyForMatter, { body: wholeApplication(event) as never });
    expect(late.problem.code).toBe('matters.notInForce');
    const past = await app.ask(d.office, ops.withdrawEvent, {
      params: { id: event.id },
      body: { fromDay: '2026-06-01' },
    });
    expect(past.problem.code).toBe('matters.dayPassed');
    await app.call(d.office, ops.withdrawEvent, { params: { id: event.id }, body: { fromDay: null } });
    expect(await policyNow()).toBe('allMustAgree');
  });
});
