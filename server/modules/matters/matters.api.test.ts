/** One form for several departments, over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { mattersContract as ops } from './contract.ts';
import { publishedEvent, takePart, wholeApplication, type Event } from './matters-testing.ts';
import type { Policy } from './life-event.ts';

let app: TestApp;
let d: SmallDistrict;
const events = {} as Record<Policy, Event>;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  for (const policy of ['allMustAgree', 'firstRefusalStops', 'collectAll'] as const)
    events[policy] = await publishedEvent(app, d, policy);
});
afterAll(() => app.close());

/** A step of a case by the head of its department. */
const step = (account: string, id: string, kind: keyof typeof casesContract) => takePart(app, account, id, kind);
const apply = (policy: Policy, change: object = {}) =>
  app.call(d.resident, ops.applyForMatter, { body: wholeApplication(events[policy], change) as never });
async function look(id: string, account = d.resident) {
  await app.relay.drain();
  return app.call(account, ops.getMatter, { params: { id } });
}
const fates = (whole: Awaited<ReturnType<typeof look>>) =>
  Object.fromEntries(whole.matter.members.map(({ key, fate }) => [key, fate]));
const caseOf = (whole: Awaited<ReturnType<typeof look>>, key: string): string =>
  whole.matter.members.find((one) => one.key === key)!.caseId!;

describe('applying', () => {
  it('opens a case for each part with its own part, one receipt for the whole, and keeps the rest waiting', async () => {
    const receipt = await apply('collectAll');
    expect(receipt.cases.map(({ key, number }) => [key, number !== null])).toEqual([
      ['licence', true],
      ['account', true],
      ['seal', false],
    ]);
    const whole = await look(receipt.id);
    expect(fates(whole)).toEqual({ licence: 'open', account: 'open', seal: 'waiting' });
    const bank = await app.call(d.otherHead, casesContract.getCase, { params: { id: caseOf(whole, 'account') } });
    expect(bank.answers).toEqual({ companyName: '小满科技', phone: '19900001234', bank: '云溪农商银行' });
    // Who decides the bank account sees neither the licence nor the whole.
    expect(
      (await app.ask(d.otherHead, casesContract.getCase, { params: { id: caseOf(whole, 'licence') } })).status,
    ).toBe(403);
    expect((await app.ask(d.otherHead, ops.getMatter, { params: { id: receipt.id } })).status).toBe(403);
    expect((await app.ask(d.other, ops.getMatter, { params: { id: receipt.id } })).status).toBe(403);
    const part = await app.call(d.otherHead, ops.partOfMatter, { params: { id: caseOf(whole, 'account') } });
    expect(part).toMatchObject({ number: receipt.number, mayOpen: false, results: [] });
    const papers = await app.call(d.resident, documentsContract.listDocuments, {
      query: { subjectId: receipt.id, subjectKind: 'matter' },
    });
    expect(papers.map(({ kind }) => kind)).toEqual(['receipt']);
    const tracked = await app.call(null, ops.trackMatter, { body: { code: receipt.trackCode.toUpperCase() } });
    expect(tracked).toMatchObject({ number: receipt.number, applicantName: '陈*满' });
    expect((await app.ask(null, ops.trackMatter, { body: { code: `${receipt.number}-x` } })).status).toBe(404);
  });

  it('is one matter, however often it is sent, also at the same time', async () => {
    const body = wholeApplication(events.collectAll) as never;
    const all = await Promise.all([1, 2, 3].map(() => app.ask(d.resident, ops.applyForMatter, { body })));
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(all.map((answer) => (answer.body as { id: string }).id)).size).toBe(1);
    expect((await app.ask(d.other, ops.applyForMatter, { body })).problem.code).toBe('matters.actionReused');
  });

  it('is all or nothing, and tells everything that is wrong under the names of the one form', async () => {
    const count = () =>
      app.ground.db.one(
        sql<{ n: number }>`select (select count(*) from cases."case") + (select count(*) from matters.matter) as n`,
      );
    const before = await count();
    const wrong = await app.ask(d.resident, ops.applyForMatter, {
      body: wholeApplication(events.collectAll, {
        answers: { companyName: '小满科技', phone: 'abc', capital: 0, seals: '大章' },
        materials: [],
      }) as never,
    });
    expect(wrong.status).toBe(422);
    expect(wrong.problem.facts).toEqual({
      fields: {
        '/answers/phone': 'phone',
        '/answers/capital': 'tooSmall',
        '/answers/bank': 'required',
        '/answers/seals': 'option',
      },
    });
    const missing = await app.ask(d.resident, ops.applyForMatter, {
      body: wholeApplication(events.collectAll, { materials: [] }) as never,
    });
    expect(missing.problem).toMatchObject({
      code: 'cases.materialsMissing',
      facts: { materials: [{ materialId: 'articles', fault: 'missing' }] },
    });
    const open = await app.ask(d.resident, ops.applyForMatter, {
      body: wholeApplication(events.collectAll, { questions: {} }) as never,
    });
    expect(open.problem.code).toBe('matters.questionsOpen');
    const strange = await app.ask(d.resident, ops.applyForMatter, {
      body: wholeApplication(events.collectAll, { questions: { bank: 'no' } }) as never,
    });
    expect(strange.problem.facts).toEqual({ fields: { '/answers/bank': 'unknown' } });
    expect(await count()).toEqual(before);
  });

  it('is done at a window for whoever came', async () => {
    const body = wholeApplication(events.collectAll, { applicant: { personId: d.person } }) as never;
    const receipt = await app.call(d.clerk, ops.applyForMatter, { body });
    const whole = await look(receipt.id);
    const first = await app.call(d.clerk, casesContract.getCase, { params: { id: caseOf(whole, 'licence') } });
    expect(first.case).toMatchObject({ door: 'window', applicantName: '陈小满' });
    // Who took it in opens it again, with its receipt; not the track code, which is the applicant's.
    const taken = await app.call(d.clerk, ops.getMatter, { params: { id: receipt.id } });
    expect(taken).toMatchObject({ matter: { number: receipt.number }, trackCode: null });
    const { id } = await apply('collectAll');
    expect((await app.ask(d.clerk, ops.getMatter, { params: { id } })).status).toBe(403);
  });
});

describe('the course of a matter', () => {
  it('opens what waited when the licence is granted, gives it as a material, and ends when all is closed', async () => {
    const receipt = await apply('firstRefusalStops');
    let whole = await look(receipt.id);
    const licence = caseOf(whole, 'licence');
    const account = caseOf(whole, 'account');
    await step(d.head, licence, 'accept');
    whole = await look(receipt.id);
    // 45 working days from the first acceptance.
    expect(whole.matter.clock).toMatchObject({
      state: 'running',
      startedOn: '2026-06-10',
      fatalOn: '2026-08-13',
      limit: 45,
      article: '42',
    });
    await step(d.head, licence, 'grant');
    whole = await look(receipt.id);
    expect(fates(whole)).toEqual({ licence: 'granted', account: 'open', seal: 'open' });
    const seal = caseOf(whole, 'seal');
    const its = await app.call(d.otherHead, casesContract.getCase, { params: { id: seal } });
    expect(its).toMatchObject({
      answers: { seals: '公章' },
      materials: [{ materialId: 'licence', how: 'shared' }],
      signature: { way: 'confirmed' },
    });
    expect(its.timeline[0]).toMatchObject({ kind: 'submit', role: 'rule' });
    const part = await app.call(d.otherHead, ops.partOfMatter, { params: { id: seal } });
    expect(part?.results).toMatchObject([{ material: 'licence', documentTitle: '准予行政许可决定书' }]);
    for (const id of [account, seal])
      for (const kind of ['accept', 'grant', 'issue', 'deliver'] as const) await step(d.otherHead, id, kind);
    whole = await look(receipt.id);
    expect(whole.matter).toMatchObject({ state: 'decided', outcome: 'granted', clock: { state: 'met' } });
    for (const kind of ['issue', 'deliver'] as const) await step(d.head, licence, kind);
    whole = await look(receipt.id);
    expect(whole.matter).toMatchObject({ state: 'ended', outcome: 'granted' });
    expect(whole.steps.map(({ kind }) => kind)).toEqual([
      'apply',
      'open',
      'open',
      'decide',
      'open',
      'decide',
      'decide',
      'conclude',
      'end',
    ]);
    const papers = await app.call(d.resident, documentsContract.listDocuments, {
      query: { subjectId: receipt.id, subjectKind: 'matter' },
    });
    expect(papers.map(({ kind }) => kind)).toEqual(['receipt', 'jointOutcome']);
    expect(
      (await app.call(d.head, ops.getMatter, { params: { id: receipt.id } })).timelines.account?.length,
    ).toBeGreaterThan(3);
  });

  it.each([
    ['allMustAgree', { licence: 'refused', account: 'stopped', seal: 'dropped' }, 'refused'],
    ['firstRefusalStops', { licence: 'refused', account: 'stopped', seal: 'dropped' }, 'refused'],
    ['collectAll', { licence: 'refused', account: 'open', seal: 'dropped' }, null],
  ] as const)('under %s a refusal deals with the others as it says', async (policy, expected, outcome) => {
    const receipt = await apply(policy);
    const licence = caseOf(await look(receipt.id), 'licence');
    await step(d.head, licence, 'accept');
    await step(d.head, licence, 'refuse');
    const whole = await look(receipt.id);
    expect(fates(whole)).toEqual(expected);
    expect(whole.matter.outcome).toBe(outcome);
    const account = await app.call(d.resident, casesContract.getCase, { params: { id: caseOf(whole, 'account') } });
    expect(account.case.state).toBe(expected.account === 'stopped' ? 'withdrawn' : 'submitted');
    if (expected.account !== 'stopped') return;
    expect(account.timeline.at(-1)).toMatchObject({
      kind: 'withdraw',
      role: 'rule',
      note: expect.stringContaining('注册公司'),
    });
    const papers = await app.call(d.resident, documentsContract.listDocuments, {
      query: { subjectId: account.case.id },
    });
    expect(papers.map(({ kind }) => kind)).toEqual(['receipt', 'withdrawal']);
    // The refusal is still to be served; then nothing is open any more.
    expect(whole.matter.state).toBe('decided');
    await step(d.head, licence, 'deliver');
    expect((await look(receipt.id)).matter.state).toBe('ended');
    await app.relay.drain();
    const told = await app.ground.db.many(
      sql`select template from notices.notice where subject_id = ${account.case.id} order by template`,
    );
    expect(told).toEqual([{ template: 'caseReceived' }, { template: 'endedByPolicy' }]);
  });

  it('leaves standing what was decided before the refusal', async () => {
    const receipt = await apply('firstRefusalStops');
    const whole = await look(receipt.id);
    for (const kind of ['accept', 'grant'] as const) await step(d.otherHead, caseOf(whole, 'account'), kind);
    for (const kind of ['accept', 'refuse'] as const) await step(d.head, caseOf(whole, 'licence'), kind);
    const after = await look(receipt.id);
    expect(fates(after)).toEqual({ licence: 'refused', account: 'granted', seal: 'dropped' });
    expect(after.matter.outcome).toBe('partlyGranted');
  });

  it('says before a part is taken back what ends with it, and does that', async () => {
    const receipt = await apply('collectAll');
    const params = { id: receipt.id };
    expect(await app.call(d.resident, ops.foreseeWithdrawal, { params, query: { member: 'licence' } })).toEqual({
      members: ['seal'],
    });
    const body = { actionId: newId(), member: 'licence', reason: '先不注册了' };
    for (let twice = 0; twice < 2; twice += 1) await app.call(d.resident, ops.withdrawFromMatter, { params, body });
    let whole = await look(receipt.id);
    expect(fates(whole)).toEqual({ licence: 'withdrawn', account: 'open', seal: 'dropped' });
    expect(whole.matter.members[2]!.why).toBe('注册公司');
    const again = await app.ask(d.resident, ops.withdrawFromMatter, {
      params,
      body: { actionId: newId(), member: 'licence' },
    });
    expect(again.problem.code).toBe('matters.alreadyDecided');
    expect((await app.ask(d.other, ops.withdrawFromMatter, { params, body: { actionId: newId() } })).status).toBe(403);
    await app.call(d.resident, ops.withdrawFromMatter, { params, body: { actionId: newId() } });
    whole = await look(receipt.id);
    expect(whole.matter).toMatchObject({ state: 'ended', outcome: 'withdrawn' });
    const strange = await app.ask(d.resident, ops.withdrawFromMatter, {
      params,
      body: { actionId: newId(), member: 'nothing' },
    });
    expect(strange.problem.code).toBe('matters.noSuchMember');
  });

  it('gathers what is wanted of all parts on one page', async () => {
    const receipt = await apply('collectAll');
    const licence = caseOf(await look(receipt.id), 'licence');
    await app.call(d.head, casesContract.askSupplement, {
      params: { id: licence },
      body: { actionId: newId(), wanted: [{ what: '章程缺签字页' }] },
    });
    expect((await look(receipt.id)).wanted).toMatchObject([
      { caseId: licence, itemName: '注册公司', what: ['章程缺签字页'] },
    ]);
  });

  it('is extended by the government, fifteen working days at the most', async () => {
    const receipt = await apply('collectAll');
    const params = { id: receipt.id };
    const body = { days: 10, reason: '需要联合踏勘', approvedBy: '副区长 何某' };
    const extend = (more: object = {}) =>
      app.ask(d.office, ops.extendMatter, { params, body: { actionId: newId(), ...body, ...more } });
    expect((await extend()).problem.code).toBe('matters.notRunning');
    await step(d.head, caseOf(await look(receipt.id), 'licence'), 'accept');
    await app.relay.drain();
    const actionId = newId();
    for (let twice = 0; twice < 2; twice += 1)
      expect((await extend({ actionId })).body).toMatchObject({ clock: { extendedDays: 10, fatalOn: '2026-08-27' } });
    expect((await extend()).problem.code).toBe('matters.extendedTooLong');
    expect((await extend({ days: 5 })).status).toBe(200);
    const papers = await app.call(d.resident, documentsContract.listDocuments, {
      query: { subjectId: receipt.id, subjectKind: 'matter' },
    });
    expect(papers.filter(({ kind }) => kind === 'extensionNotice')).toHaveLength(2);
  });
});

describe('lists', () => {
  it('show the applicant theirs, the lead department what it leads, the office all', async () => {
    const mine = await app.call(d.resident, ops.myMatters, { query: { limit: 5 } });
    expect(mine.rows).toHaveLength(5);
    expect(mine.total).toBeGreaterThan(5);
    expect((await app.call(d.other, ops.myMatters, { query: {} })).total).toBe(0);
    expect((await app.call(d.head, ops.listMatters, { query: {} })).total).toBe(mine.total);
    expect((await app.call(d.otherHead, ops.listMatters, { query: {} })).total).toBe(0);
    const all = await app.call(d.office, ops.listMatters, { query: { open: false } });
    expect(all.rows.every(({ state }) => state === 'ended')).toBe(true);
    expect(all.rows[0]!.applicantName).toBe('陈*满');
  });
});
