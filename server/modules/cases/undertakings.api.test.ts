/** Tolerance and promises over HTTP: undertaken, made good, lapsed, checked, revoked; and the record that counts against new ones. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentsContract } from '#modules/documents/contract';
import { noticesContract } from '#modules/notices/contract';
import { openCasesTest, type CasesTest } from './cases-testing.ts';
import { casesContract as ops, type Submission } from './contract.ts';
import { lapseByRule, remind } from './undertakings/undertaking-acts.ts';

let on: CasesTest;
let withheld: string;
let trusting: string;
let promised: string;
beforeAll(async () => {
  on = await openCasesTest();
  const material = { form: 'copy', copies: 1, source: 'applicant' } as const;
  const materials = [
    { ...material, id: 'main', name: '申请书', requirement: 'must' },
    { ...material, id: 'layout', name: '平面图', requirement: 'tolerable' },
  ] as const;
  withheld = await on.item({
    materials: [...materials],
    tolerance: { cureWithin: { value: 5, unit: 'workingDay' }, consequences: ['withhold', 'record'], barMonths: 12 },
  });
  trusting = await on.item({
    materials: [...materials],
    tolerance: { cureWithin: { value: 5, unit: 'workingDay' }, consequences: ['revoke'], barMonths: 0 },
  });
  promised = await on.item({
    materials: [{ ...material, id: 'lease', name: '场所使用证明', requirement: 'byPromise' }],
    promise: { checkShare: 100, checkWithin: { value: 10, unit: 'workingDay' }, consequences: ['revoke', 'record'], barMonths: 6 }, // prettier-ignore
  });
});
afterAll(() => on.app.close());
/** A Wednesday. */
beforeEach(() => on.on('2026-06-10'));

type Handed = Submission['materials'][number];
const paper = (materialId: string): Handed => ({ materialId, how: 'paper', fileIds: [] });
const later = (materialId: string): Handed => ({ materialId, how: 'later', fileIds: [] });
const tolerated = { materials: [paper('main'), later('layout')], undertaking: { way: 'confirmed' } as const };
const byPromise = {
  materials: [{ materialId: 'lease', how: 'promised', fileIds: [] } as Handed],
  undertaking: { way: 'confirmed' } as const,
};
/** A company of its own for each test in which a record is made, so that nobody stands in another test's way. */
const accepted = async (itemId: string, what: Partial<Submission> = tolerated, account = on.d.resident) => {
  const id = await on.submit(itemId, what, account);
  await on.act(id, 'accept', {}, on.d.examiner);
  return id;
};
const askSubmit = (itemId: string, what: Partial<Submission>, account = on.d.resident) =>
  on.app.ask(account, ops.submitCase, {
    body: { actionId: crypto.randomUUID(), itemId, applicant: {}, answers: {}, situations: {}, materials: [], delivery: { way: 'electronic' }, signature: { way: 'confirmed' }, ...what }, // prettier-ignore
  });
const kindsOf = async (id: string): Promise<string[]> => (await on.papersOf(id)).map(({ kind }) => kind);
const undertakingOf = async (id: string) => (await on.read(id)).undertakings[0];

describe('tolerance', () => {
  it('needs a signature of its own, and a material that the item tolerates', async () => {
    const { undertaking: _, ...unsigned } = tolerated;
    expect(await askSubmit(withheld, unsigned)).toMatchObject({ status: 422, problem: { code: 'cases.undertakingNotSigned' } }); // prettier-ignore
    const wrong = { ...tolerated, materials: [later('main'), later('layout')] };
    expect(await askSubmit(withheld, wrong)).toMatchObject({
      problem: {
        code: 'cases.materialsMissing',
        facts: { materials: [{ materialId: 'main', fault: 'notTolerable' }] },
      },
    });
    expect(await askSubmit(withheld, { materials: [paper('main')] })).toMatchObject({ status: 422 });
  });

  it('holds the result back until the material has come, and a supplement of it counts as made good', async () => {
    const id = await accepted(withheld);
    // Five working days: the nineteenth is the Dragon Boat Festival.
    expect(await undertakingOf(id)).toMatchObject({ state: 'open', kind: 'tolerance', dueOn: '2026-06-17' });
    expect(await kindsOf(id)).toContain('undertaking');
    expect(await on.ask(id, 'grant', { issueNow: true })).toMatchObject({ problem: { code: 'cases.withheldUntilCured', facts: { materials: ['平面图'] } } }); // prettier-ignore
    await on.act(id, 'grant');
    expect(await on.ask(id, 'issue')).toMatchObject({ problem: { code: 'cases.withheldUntilCured' } });
    expect((await on.read(id)).steps.find(({ kind }) => kind === 'issue')).toMatchObject({ possible: false, why: 'withheldUntilCured' }); // prettier-ignore
    expect(await on.ask(id, 'cure', { materials: [paper('main')] }, on.d.resident)).toMatchObject({ problem: { code: 'cases.nothingToCure' } }); // prettier-ignore
    expect(await on.ask(id, 'cure', { materials: [later('layout')] }, on.d.resident)).toMatchObject({ problem: { code: 'cases.materialsMissing' } }); // prettier-ignore
    await on.act(id, 'cure', { materials: [paper('layout')] }, on.d.examiner);
    expect((await undertakingOf(id))?.state).toBe('cured');
    expect((await on.read(id)).materials).toContainEqual(paper('layout'));
    await on.act(id, 'issue');
    expect(await lapseByRule(on.app.ground)).toBe(0);
    await on.expectProjected(id);
  });

  it('counts no day of the delivery while the result waits for the applicant (art. 44)', async () => {
    const id = await accepted(withheld);
    await on.act(id, 'grant');
    const clock = async () => (await on.read(id)).case;
    expect(await clock()).toMatchObject({
      dueRule: 'deliver',
      pausedSince: '2026-06-10',
      targetOn: null,
      fatalOn: null,
    });
    on.on('2026-06-15');
    await on.act(id, 'cure', { materials: [paper('layout')] }, on.d.examiner);
    // The day on which it runs again counts as the first of ten; the nineteenth is a holiday.
    expect(await clock()).toMatchObject({ pausedSince: null, fatalOn: '2026-06-29' });
    on.on('2026-06-16');
    await on.act(id, 'returnCure', { materialId: 'layout', reason: '看不清' }, on.d.examiner);
    expect(await clock()).toMatchObject({ pausedSince: '2026-06-16', fatalOn: null });
    on.on('2026-06-17');
    await on.act(id, 'cure', { materials: [paper('layout')] }, on.d.examiner);
    expect(await clock()).toMatchObject({ pausedSince: null, fatalOn: '2026-06-30' });
    await on.act(id, 'issue');
    expect(await clock()).toMatchObject({ fatalOn: '2026-06-30' });
    await on.expectProjected(id);
  });

  it('reminds once before the last day, and lapses after it with notice, entry and bar', async () => {
    const id = await accepted(withheld, tolerated, on.d.other);
    on.app.clock.set('2026-06-15T08:59:00+08:00');
    expect(await remind(on.app.ground)).toBe(0);
    on.app.clock.set('2026-06-15T09:00:00+08:00');
    expect(await remind(on.app.ground)).toBe(1);
    expect(await remind(on.app.ground)).toBe(0);
    const inbox = await on.app.call(on.d.other, noticesContract.myNotices, { query: { subjectId: id } });
    expect(inbox.rows.map(({ template }) => template)).toContain('cureSoon');
    on.app.clock.set('2026-06-17T23:59:59+08:00');
    expect(await lapseByRule(on.app.ground)).toBe(0);
    on.app.clock.set('2026-06-18T00:00:01+08:00');
    expect(await lapseByRule(on.app.ground)).toBe(1);
    expect(await lapseByRule(on.app.ground)).toBe(0);
    expect((await undertakingOf(id))?.state).toBe('lapsed');
    expect(await kindsOf(id)).toContain('undertakingNotice');
    const record = await on.app.call(on.d.other, ops.promiseRecord, { query: {} });
    expect(record).toMatchObject([{ caseId: id, barredUntil: '2027-06-18', struckAt: null }]);
    // Nothing more is tolerated, but everything can be applied for with all materials.
    expect(await askSubmit(withheld, tolerated, on.d.other)).toMatchObject({ status: 409, problem: { code: 'cases.barredFromUndertaking', facts: { until: '2027-06-18' } } }); // prettier-ignore
    expect((await askSubmit(withheld, { materials: [paper('main'), paper('layout')] }, on.d.other)).status).toBe(200);
    // What came late still frees the result; the entry stays until it is struck out.
    await on.act(id, 'grant');
    await on.act(id, 'cure', { materials: [paper('layout')] }, on.d.other);
    await on.act(id, 'issue');
    const [entry] = record;
    expect((await on.app.ask(on.d.otherHead, ops.strikeRecord, { params: { id: entry!.id }, body: { reason: '不可抗力' } })).status).toBe(403); // prettier-ignore
    await on.app.call(on.d.head, ops.strikeRecord, { params: { id: entry!.id }, body: { reason: '不可抗力' } });
    expect((await askSubmit(withheld, tolerated, on.d.other)).status).toBe(200);
    await on.expectProjected(id);
  });

  it('is sent back when it does not do, with five working days at least', async () => {
    const id = await accepted(withheld);
    on.on('2026-06-16');
    await on.act(id, 'cure', { materials: [paper('layout')] }, on.d.resident);
    on.on('2026-06-17');
    await on.act(id, 'returnCure', { materialId: 'layout', reason: '没有盖章' }, on.d.examiner);
    expect(await undertakingOf(id)).toMatchObject({ state: 'open', dueOn: '2026-06-25' });
    on.app.clock.set('2026-06-18T00:01:00+08:00');
    expect(await lapseByRule(on.app.ground)).toBe(0);
  });

  it('ends with a case that is withdrawn: nothing lapses afterwards', async () => {
    const id = await accepted(withheld);
    await on.act(id, 'withdraw', {}, on.d.resident);
    expect((await undertakingOf(id))?.state).toBe('ended');
    on.on('2026-06-18');
    expect(await lapseByRule(on.app.ground)).toBe(0);
    expect(await remind(on.app.ground)).toBe(0);
    expect(await on.app.call(on.d.resident, ops.promiseRecord, { query: {} })).toEqual([]);
  });

  it('gives the result at once where the item trusts, and a head revokes it when nothing came', async () => {
    const id = await accepted(trusting);
    await on.act(id, 'grant', { issueNow: true });
    await on.act(id, 'deliver', { way: 'electronic' }, on.d.examiner);
    on.on('2026-06-18');
    await lapseByRule(on.app.ground);
    expect((await undertakingOf(id))?.state).toBe('lapsed');
    const taken = {
      ground: 'otherwise',
      reason: '逾期没有补齐平面图',
      heardOn: '2026-06-18',
      heard: '邮寄告知，当事人没有陈述',
    };
    expect(await on.ask(id, 'revoke', taken, on.d.examiner)).toMatchObject({ status: 403 });
    // Nothing is taken from anybody without a ground of the law, or unheard.
    for (const part of [
      { ground: undefined },
      { ground: 'whim' },
      { heard: ' ' },
      { heard: undefined },
      { heardOn: undefined },
    ])
      expect(await on.ask(id, 'revoke', { ...taken, ...part })).toMatchObject({ status: 400 });
    for (const heardOn of ['2026-06-19', '2026-06-01'])
      expect(await on.ask(id, 'revoke', { ...taken, heardOn })).toMatchObject({
        problem: { code: 'cases.heardOnWrong' },
      });
    await on.act(id, 'revoke', taken);
    const whole = await on.read(id);
    expect(whole.case.state).toBe('revoked');
    expect(whole.undertakings[0]?.state).toBe('ended');
    const papers = await on.papersOf(id);
    const result = papers.find(({ kind }) => kind === 'resultProof')!;
    const proof = await on.app.call(null, documentsContract.verifyDocument, { params: { code: (result as unknown as { verifyCode: string }).verifyCode } }); // prettier-ignore
    expect(proof.revokedBy).toMatchObject({ number: papers.find(({ kind }) => kind === 'revocation')!.number });
    await on.expectProjected(id);
  });
});

describe('a promise instead of a proof', () => {
  it('is granted at once and checked afterwards; a true one is done with', async () => {
    const id = await accepted(promised, byPromise);
    await on.act(id, 'grant', { issueNow: true });
    expect(await undertakingOf(id)).toMatchObject({
      kind: 'promise',
      state: 'open',
      sampled: true,
      dueOn: '2026-06-25',
    });
    const open = await on.app.call(on.d.examiner, ops.undertakings, { query: { kind: 'promise' } });
    expect(open.rows.map(({ caseId }) => caseId)).toContain(id);
    await on.act(id, 'checkPromise', { materialId: 'lease', kept: true, finding: '现场核查属实' }, on.d.examiner);
    expect((await undertakingOf(id))?.state).toBe('kept');
    expect(await on.ask(id, 'checkPromise', { materialId: 'lease', kept: false, finding: 'x' })).toMatchObject({ problem: { code: 'cases.nothingToCheck' } }); // prettier-ignore
  });

  it('that was false is entered, told with its remedies, and can be revoked', async () => {
    const who = { ...byPromise, applicant: { organisationId: on.d.company } };
    const id = await on.submit(promised, who, on.d.clerk);
    await on.act(id, 'accept', {}, on.d.clerk);
    await on.act(id, 'grant');
    await on.act(id, 'checkPromise', { materialId: 'lease', kept: false, finding: '场所由他人使用' }, on.d.examiner);
    expect(await kindsOf(id)).toContain('promiseCheck');
    const record = await on.app.call(on.d.head, ops.promiseRecord, { query: { organisationId: on.d.company } });
    expect(record).toMatchObject([{ what: '场所使用证明承诺不实', barredUntil: '2026-12-10' }]);
    expect(await askSubmit(promised, who, on.d.clerk)).toMatchObject({ problem: { code: 'cases.barredFromUndertaking' } }); // prettier-ignore
    const heard = { heardOn: '2026-06-10', heard: '当面告知，当事人承认' };
    // Nothing has lapsed here: what else the law allows has to be named.
    expect(await on.ask(id, 'revoke', { ground: 'otherwise', reason: '以不实承诺取得', ...heard })).toMatchObject({
      problem: { code: 'cases.ruleNeeded' },
    });
    await on.act(id, 'revoke', { ground: 'deceit', reason: '以不实承诺取得', ...heard });
    expect((await on.read(id)).case.state).toBe('revoked');
    await on.expectProjected(id);
  });
});
