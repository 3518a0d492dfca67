/** Asking another department, over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { newId } from '#platform/ids';
import { noticesContract } from '#modules/notices/contract';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { actOnSilence } from './consult.ts';
import { mattersContract as ops } from './contract.ts';
import { publishedEvent, wholeApplication } from './matters-testing.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

const question = (change: object = {}) => ({
  actionId: newId(),
  departmentId: d.security,
  question: '该场所治安条件是否符合要求？',
  days: 5,
  answers: ['shopName', 'business'],
  materials: ['layout'],
  ...change,
});
const ask = (id: string, change: object = {}, account = d.examiner) =>
  app.ask(account, ops.askOpinion, { params: { id }, body: question(change) as never });
const grant = (id: string) => app.ask(d.head, casesContract.grant, { params: { id }, body: { actionId: newId() } });
const refuse = (id: string) =>
  app.ask(d.head, casesContract.refuse, { params: { id }, body: { actionId: newId(), reason: '公安机关不同意' } });
const answer = (id: string, body: object, account = d.otherHead) =>
  app.ask(account, ops.answerConsultation, { params: { id }, body: body as never });

describe('asking', () => {
  it('gives the other department what was named and nothing else, and keeps the decision waiting', async () => {
    const { id } = await runCase(app, d, ['accept']);
    const asked = (await ask(id)).body;
    expect(asked).toMatchObject({
      dueOn: '2026-06-17',
      state: 'asked',
      given: {
        answers: [
          { title: '店名', value: '小满面馆' },
          { title: '做什么生意？', value: '热食类制售' },
        ],
        materials: [{ name: '经营场所平面图', files: [] }],
      },
      silenceIsConsent: false,
    });
    expect((await app.ask(d.otherHead, casesContract.getCase, { params: { id } })).status).toBe(403);
    expect((await grant(id)).problem).toMatchObject({ code: 'cases.decisionHindered', facts: { why: 'opinionsOpen' } });
    expect((await refuse(id)).problem.code).toBe('cases.decisionHindered');
    const theirs = await app.call(d.otherHead, ops.listConsultations, { query: { open: true } });
    expect(theirs.rows[0]).toMatchObject({ id: asked.id, may: { answer: true, recall: false } });
    expect((await answer(asked.id, { answer: 'conditional' })).problem.code).toBe('matters.reasonMissing');
    expect((await answer(asked.id, { answer: 'agreed' }, d.head)).status).toBe(403);
    expect((await answer(asked.id, { answer: 'conditional', text: '装好监控' })).status).toBe(200);
    expect((await answer(asked.id, { answer: 'agreed' })).problem.code).toBe('matters.alreadyAnswered');
    expect((await grant(id)).status).toBe(200);
    const papers = await app.call(d.otherHead, documentsContract.listDocuments, {
      query: { subjectId: asked.id, subjectKind: 'consultation' },
    });
    expect(papers.map(({ kind, number }) => [kind, number.slice(0, 5)])).toEqual([
      ['consultation', '云溪市监征'],
      ['consultationReply', '云溪公安复'],
    ]);
    expect((await app.ask(d.resident, ops.getConsultation, { params: { id: asked.id } })).status).toBe(403);
  });

  it('does not stop the clock of the case', async () => {
    const { id } = await runCase(app, d, ['accept']);
    const before = await app.call(d.head, casesContract.getCase, { params: { id } });
    await ask(id);
    const after = await app.call(d.head, casesContract.getCase, { params: { id } });
    expect(after.case).toEqual(before.case);
  });

  it('is one consultation, however often it is sent, and refuses what makes no sense', async () => {
    const { id } = await runCase(app, d, ['accept']);
    const actionId = newId();
    for (let twice = 0; twice < 2; twice += 1) expect((await ask(id, { actionId })).status).toBe(200);
    expect(await app.call(d.head, ops.consultationsOfCase, { params: { id } })).toHaveLength(1);
    const { id: other } = await runCase(app, d, ['accept']);
    expect((await ask(other, { actionId })).problem.code).toBe('matters.actionReused');
    expect((await ask(other, { departmentId: d.market })).problem.code).toBe('matters.ownDepartment');
    expect((await ask(other, { departmentId: newId() })).problem.code).toBe('matters.noSuchDepartment');
    expect((await ask(other, { answers: ['secret'] })).problem.code).toBe('matters.nothingOfThis');
    expect((await ask(other, {}, d.otherHead)).status).toBe(403);
    const { id: early } = await runCase(app, d, []);
    expect((await ask(early)).problem.code).toBe('matters.notUndecided');
  });

  it('can be taken back by who asked, and then hinders nothing', async () => {
    const { id } = await runCase(app, d, ['accept']);
    const asked = (await ask(id)).body;
    expect((await app.ask(d.otherHead, ops.recallConsultation, { params: { id: asked.id }, body: {} })).status).toBe(
      403,
    );
    expect((await app.call(d.head, ops.recallConsultation, { params: { id: asked.id }, body: {} })).state).toBe(
      'recalled',
    );
    expect((await grant(id)).status).toBe(200);
  });
});

describe('silence', () => {
  it('is consent where the life event says so, with its document; else it is overdue and escalated', async () => {
    const consenting = await publishedEvent(app, d, 'allMustAgree', { silenceIsConsent: true });
    const receipt = await app.call(d.resident, ops.applyForMatter, { body: wholeApplication(consenting) as never });
    const whole = await app.call(d.resident, ops.getMatter, { params: { id: receipt.id } });
    const part = whole.matter.members[0]!.caseId!;
    await app.call(d.head, casesContract.accept, { params: { id: part }, body: { actionId: newId() } });
    const inMatter = (await ask(part, { answers: ['companyName'], materials: [] })).body;
    expect(inMatter).toMatchObject({ silenceIsConsent: true });
    const { id: single } = await runCase(app, d, ['accept']);
    const alone = (await ask(single)).body;
    await actOnSilence(app.ground);
    expect((await app.call(d.head, ops.getConsultation, { params: { id: inMatter.id } })).state).toBe('asked');
    const told = async (account: string) =>
      (await app.call(account, noticesContract.myNotices, { query: { work: true } })).rows.filter(({ text }) =>
        text.includes(alone.caseNumber),
      );
    // In the night after the last day the silence that is consent counts, and nobody is woken.
    app.clock.set('2026-06-17T16:05:00Z');
    await actOnSilence(app.ground);
    expect(await told(d.otherHead)).toEqual([]);
    app.clock.set('2026-06-18T02:00:00Z');
    for (let twice = 0; twice < 2; twice += 1) await actOnSilence(app.ground);
    expect((await told(d.otherHead)).map(({ template, subjectId }) => [template, subjectId])).toEqual([
      ['consultationOverdue', null],
    ]);
    expect((await told(d.examiner)).map(({ template, subjectId }) => [template, subjectId])).toEqual([
      ['opinionOverdue', single],
    ]);
    expect(await app.call(d.head, ops.getConsultation, { params: { id: inMatter.id } })).toMatchObject({
      state: 'silent',
      answer: null,
    });
    expect(await app.call(d.head, ops.getConsultation, { params: { id: alone.id } })).toMatchObject({
      state: 'asked',
      overdue: true,
      escalatedAt: '2026-06-18T02:00:00.000Z',
    });
    // All must agree in this one: the silence of who was consulted does not keep the department from it.
    const agreed = await app.ask(d.head, ops.agreeToPart, { params: { id: part }, body: { actionId: newId() } });
    expect(agreed.status).toBe(200);
    expect((await grant(single)).problem.code).toBe('cases.decisionHindered');
    const overdue = await app.call(d.office, ops.listConsultations, { query: { overdue: true } });
    expect(overdue.rows.map(({ id }) => id)).toContain(alone.id);
    // Late is better than never.
    expect((await answer(alone.id, { answer: 'agreed' })).status).toBe(200);
    expect((await grant(single)).status).toBe(200);
  });
});

describe('a department that the life event names', () => {
  it('has to be asked before the part is granted, with its own days and its own meaning of silence', async () => {
    const event = await publishedEvent(app, d, 'collectAll', {
      silenceIsConsent: false,
      consulted: [{ member: 'licence', departmentId: d.security, days: 8, silenceIsConsent: true }],
    });
    const receipt = await app.call(d.resident, ops.applyForMatter, { body: wholeApplication(event) as never });
    const whole = await app.call(d.resident, ops.getMatter, { params: { id: receipt.id } });
    const id = whole.matter.members[0]!.caseId!;
    await app.call(d.head, casesContract.accept, { params: { id }, body: { actionId: newId() } });
    const part = () => app.call(d.head, ops.partOfMatter, { params: { id } });
    expect((await part())?.mustAsk).toEqual([{ departmentId: d.security, days: 8, silenceIsConsent: true }]);
    expect((await grant(id)).problem).toMatchObject({ code: 'cases.decisionHindered', facts: { why: 'notAsked' } });
    const asked = (await ask(id, { answers: [], materials: [], days: 8 })).body;
    expect(asked.silenceIsConsent).toBe(true);
    expect((await part())?.mustAsk).toEqual([]);
    // Taken back, it was not asked.
    await app.call(d.head, ops.recallConsultation, { params: { id: asked.id }, body: {} });
    expect((await grant(id)).problem.facts).toMatchObject({ why: 'notAsked' });
    const again = (await ask(id, { answers: [], materials: [] })).body;
    expect((await answer(again.id, { answer: 'agreed' })).status).toBe(200);
    expect((await grant(id)).status).toBe(200);
  });
});

describe('under a policy that binds', () => {
  it('a department that does not agree leaves only the refusal, and it need not wait for the others', async () => {
    const event = await publishedEvent(app, d, 'allMustAgree');
    const receipt = await app.call(d.resident, ops.applyForMatter, { body: wholeApplication(event) as never });
    const whole = await app.call(d.resident, ops.getMatter, { params: { id: receipt.id } });
    const id = whole.matter.members[0]!.caseId!;
    await app.call(d.head, casesContract.accept, { params: { id }, body: { actionId: newId() } });
    const first = (await ask(id, { answers: [], materials: [] })).body;
    await ask(id, { answers: [], materials: [] });
    await answer(first.id, { answer: 'disagreed', text: '不符合' });
    expect((await grant(id)).problem.facts).toEqual({ why: 'notAgreed' });
    expect((await refuse(id)).status).toBe(200);
  });
});
