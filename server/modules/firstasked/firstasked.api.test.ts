/** Questions over HTTP, on a real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { createAccount, givePost } from '#modules/people';
import type { Operation } from '#platform/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { firstaskedContract as ops, type QuestionWhole } from './contract.ts';
import { tellOverdue } from './take-step.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

const record = (account: string, body: object) =>
  app.ask(account, ops.recordQuestion, {
    body: {
      actionId: newId(),
      door: 'desk',
      topic: '小餐饮店要不要办环评',
      askerPhone: '13900000000',
      ...body,
    } as never,
  });
const act = async (account: string, operation: Operation, id: string, body: object = {}) => {
  const answer = await app.ask(account, operation, { params: { id }, body: { actionId: newId(), text: '说明', ...body } } as never); // prettier-ignore
  return { ...answer, body: answer.body as unknown as QuestionWhole };
};
const inbox = async (account: string) =>
  (await app.call(account, noticesContract.myNotices, { query: { work: true } })).rows.map(({ template }) => template);
const look = (code: string) => app.call(null, ops.lookQuestion, { params: { code } });

describe('a question', () => {
  it('is answered on the spot, and whoever asked reads the answer with the code', async () => {
    expect((await record(d.clerk, {})).problem.code).toBe('firstasked.sayWhat');
    expect((await record(d.clerk, { answer: 'x', departmentId: d.market })).problem.code).toBe('firstasked.sayWhat');
    const body = { actionId: newId(), answer: '一般不用，登记表网上备案' };
    const { body: made } = await record(d.clerk, body);
    expect(made).toMatchObject({ state: 'answered', dueAt: null });
    expect((await record(d.clerk, body)).body.id).toBe(made.id);
    expect((await record(d.examiner, body)).problem.code).toBe('firstasked.actionReused');
    const seen = await look(made.code);
    expect(seen.answer).toContain('备案');
    expect(JSON.stringify(seen)).not.toMatch(/王窗口|13900000000/);
  });

  it('is handed over, acknowledged in time, answered, and everybody hears what concerns them', async () => {
    const { body: made } = await record(d.clerk, { departmentId: d.market });
    // An hour of office time from half past nine.
    expect(made).toMatchObject({ state: 'handedOver', dueAt: '2026-06-10T02:30:00.000Z' });
    expect(await inbox(d.head)).toContain('questionHandedOver');
    expect((await act(d.otherHead, ops.acknowledge, made.id)).status).toBe(403);
    expect((await act(d.clerk, ops.acknowledge, made.id)).status).toBe(403);
    expect((await act(d.examiner, ops.acknowledge, made.id)).body).toMatchObject({ state: 'acknowledged', late: false }); // prettier-ignore
    expect((await look(made.code)).departmentName).toContain('市场监督');
    expect((await act(d.examiner, ops.settle, made.id, { text: '需备案，材料见指南' })).body.state).toBe('settled');
    expect(await inbox(d.clerk)).toContain('questionAnswered');
    expect((await look(made.code)).answer).toBe('需备案，材料见指南');
    expect((await act(d.examiner, ops.settle, made.id)).problem.code).toBe('firstasked.wrongStep');
  });

  it('does not go to and fro: after two hand-overs the office says whose it is', async () => {
    const { body: made } = await record(d.clerk, { departmentId: d.market });
    const { id } = made;
    expect((await act(d.head, ops.giveBack, id, { text: '属公安' })).body.state).toBe('returned');
    expect(await inbox(d.clerk)).toContain('questionReturned');
    expect((await act(d.head, ops.handOver, id, { departmentId: d.security })).status).toBe(403);
    expect((await act(d.clerk, ops.handOver, id, { departmentId: d.security, colleagueId: d.head })).problem.code).toBe('firstasked.noSuchColleague'); // prettier-ignore
    expect((await act(d.clerk, ops.handOver, id, { departmentId: d.security })).body.handOvers).toBe(2);
    // Read as the market's, it is not theirs any more.
    expect((await act(d.head, ops.acknowledge, id)).status).toBe(403);
    const heard = (await inbox(d.office)).length;
    await act(d.otherHead, ops.giveBack, id, { text: '属市监' });
    expect(await inbox(d.office)).toHaveLength(heard + 1);
    expect((await inbox(d.office))[0]).toBe('questionReturned');
    expect((await act(d.clerk, ops.handOver, id, { departmentId: d.market })).problem.code).toBe('firstasked.officeDecides'); // prettier-ignore
    expect((await act(d.office, ops.handOver, id, { departmentId: d.market })).body.final).toBe(true);
    expect((await act(d.head, ops.giveBack, id, { text: '仍属公安' })).problem.code).toBe('firstasked.isFinal');
    expect((await act(d.head, ops.settle, id, { text: '可以办' })).body.state).toBe('settled');
  });
});

describe('what is late', () => {
  it('is told once, and stays late', async () => {
    const { body: made } = await record(d.clerk, { departmentId: d.security });
    expect(await tellOverdue(app.ground)).toBe(0);
    app.clock.advance(2 * 3_600_000);
    expect(await tellOverdue(app.ground)).toBe(1);
    expect(await tellOverdue(app.ground)).toBe(0);
    expect(await inbox(d.otherHead)).toContain('questionOverdue');
    expect(await inbox(d.clerk)).toContain('questionOverdue');
    const { body: taken } = await act(d.otherHead, ops.acknowledge, made.id);
    expect(taken).toMatchObject({ late: true, overdue: false });
    expect(taken.steps.at(-1)).toMatchObject({ kind: 'acknowledge', late: true });
  });
});

describe('what came back', () => {
  it('is heard of by the head of whoever was asked first, who hands it on while that one is away', async () => {
    const { body: made } = await record(d.examiner, { departmentId: d.security });
    expect((await act(d.head, ops.handOver, made.id, { departmentId: d.market })).status).toBe(403);
    await act(d.otherHead, ops.giveBack, made.id, { text: '属市监' });
    const before = (await inbox(d.head)).filter((template) => template === 'questionOverdue').length;
    app.clock.advance(24 * 3_600_000);
    expect(await tellOverdue(app.ground)).toBe(1);
    expect((await inbox(d.head)).filter((template) => template === 'questionOverdue').length).toBe(before + 1);
    const listed = (await app.call(d.head, ops.listQuestions, { query: { set: 'overdue' } })).rows.map(({ id }) => id);
    expect(listed).toContain(made.id);
    expect((await act(d.otherHead, ops.handOver, made.id, { departmentId: d.market })).status).toBe(403);
    expect((await act(d.head, ops.handOver, made.id, { departmentId: d.market })).body.state).toBe('handedOver');
    expect((await act(d.examiner, ops.settle, made.id, { text: '需备案' })).body.state).toBe('settled');
  });
});

describe('what is for the office to decide', () => {
  it('is told to the office when it is overdue, and not to the heads who can do nothing', async () => {
    const { body: made } = await record(d.examiner, { departmentId: d.security });
    await act(d.otherHead, ops.giveBack, made.id, { text: '属市监' });
    await act(d.examiner, ops.handOver, made.id, { departmentId: d.security });
    await act(d.otherHead, ops.giveBack, made.id, { text: '仍属市监' });
    const overdue = async (account: string) =>
      (await inbox(account)).filter((template) => template === 'questionOverdue').length;
    const all = () => Promise.all([d.office, d.examiner, d.head].map(overdue));
    const before = await all();
    app.clock.advance(24 * 3_600_000);
    expect(await tellOverdue(app.ground)).toBe(1);
    expect((await all()).map((count, n) => count - before[n]!)).toEqual([1, 1, 0]);
    expect((await act(d.office, ops.settle, made.id, { text: '需备案' })).body.state).toBe('settled');
  });
});

describe('the figures', () => {
  it('are their lists, and each sees what is theirs', async () => {
    const counts = await app.call(d.office, ops.countQuestions, {});
    expect(counts).toMatchObject({ all: 6, onTheSpot: 1, handedOver: 5, late: 3, open: 1, overdue: 0 });
    for (const set of ['all', 'onTheSpot', 'handedOver', 'inTime', 'late', 'open', 'overdue'] as const) {
      const list = await app.call(d.office, ops.listQuestions, { query: { set } });
      expect(`${set} ${list.total}`).toBe(`${set} ${counts[set]}`);
    }
    expect((await app.call(d.otherHead, ops.listQuestions, {})).total).toBe(2);
    expect((await app.call(d.clerk, ops.listQuestions, {})).total).toBe(4);
  });

  it('an auditor who heads another department reads who asked masked', async () => {
    const both = await app.ground.db.transaction((tx) => {
      const at = app.clock.now();
      const id = createAccount(tx, at, { loginName: 'both', name: '尤督查', staff: true });
      givePost(tx, at, id, { role: 'auditor', departmentId: null, outletId: null });
      givePost(tx, at, id, { role: 'head', departmentId: d.security, outletId: null });
      return id;
    });
    const { body: made } = await record(d.clerk, { departmentId: d.market });
    const phoneFor = async (account: string) => (await app.call(account, ops.getQuestion, { params: { id: made.id } })).askerPhone; // prettier-ignore
    expect(await phoneFor(d.head)).toBe('13900000000');
    expect(await phoneFor(both)).not.toBe('13900000000');
  });

  it('limits of the house are set by the office', async () => {
    const rule = { acknowledgeMinutes: 30, answerDays: 2, handOvers: 1 };
    expect(await app.call(d.office, ops.saveHouseRule, { body: rule })).toEqual(rule);
    expect(await app.call(d.clerk, ops.getHouseRule, {})).toEqual(rule);
  });
});
