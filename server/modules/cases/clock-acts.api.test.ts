/** The clock of a decision over HTTP: accepted by the law alone, special procedures, more time, mistakes taken back. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { documentsContract } from '#modules/documents/contract';
import { noticesContract } from '#modules/notices/contract';
import { peopleContract } from '#modules/people/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { casesContract as ops, type CaseWhole } from './contract.ts';
import { actByRule } from './course/by-rule.ts';
import { lineAfter, openingOf } from './projection.ts';
import { getVersion } from '#modules/catalogue';
import { calendarsOf } from '#modules/deadlines';
import { getCaseRow, readActions } from './store.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
afterAll(() => app.close());

/** A Wednesday; the item is promised in 5 working days and has 20 by law. */
const begin = '2026-06-10T10:00:00+08:00';
beforeEach(() => app.clock.set(begin));

const submit = async (): Promise<string> => {
  const receipt = await app.call(d.resident, ops.submitCase, {
    body: {
      actionId: newId(), itemId: d.food, applicant: {}, answers: { shopName: '小满面馆', area: 80 },
      situations: { business: 'packed' }, materials: [], delivery: { way: 'electronic' }, signature: { way: 'confirmed' },
    }, // prettier-ignore
  });
  return receipt.id;
};
type StepName = 'accept' | 'pause' | 'resume' | 'askExtension' | 'extend' | 'declineExtension' | 'cancelClock' | 'grant' | 'examine'; // prettier-ignore
const act = (id: string, step: StepName, body: object = {}, account = d.head) =>
  app.call(account, ops[step] as (typeof ops)['accept'], { params: { id }, body: { actionId: newId(), ...body } });
const ask = (id: string, step: StepName, body: object = {}, account = d.head) =>
  app.ask(account, ops[step] as (typeof ops)['accept'], { params: { id }, body: { actionId: newId(), ...body } });
const read = (id: string, account = d.examiner): Promise<CaseWhole> =>
  app.call(account, ops.getCase, { params: { id } });
const accepted = async (): Promise<string> => {
  const id = await submit();
  await act(id, 'accept', {}, d.examiner);
  return id;
};
const papersOf = (id: string) =>
  app.call(d.examiner, documentsContract.listDocuments, { query: { subjectId: id, subjectKind: 'case' } });
const on = (day: string): void => app.clock.set(`${day}T10:00:00+08:00`);

/** The stored line is what its history adds up to. */
async function expectProjected(id: string): Promise<void> {
  const row = await getCaseRow(app.ground.db, id);
  const actions = await readActions(app.ground.db, id);
  const { body } = await getVersion(app.ground, row.itemId, row.itemVersion);
  const { rated: _, calendarNo: __, ...line } = row;
  expect(JSON.parse(JSON.stringify(line))).toEqual(
    JSON.parse(JSON.stringify(lineAfter(openingOf(line, actions), actions, body, calendarsOf(app.ground)))),
  );
}

describe('art. 32: nothing was told in five working days', () => {
  it('counts as accepted from the day of receipt, by itself, with its document', async () => {
    const id = await submit();
    expect((await read(id)).case.fatalOn).toBe('2026-06-17');
    app.clock.set('2026-06-17T23:59:59+08:00');
    await actByRule(app.ground);
    expect((await read(id)).case.state).toBe('submitted');
    app.clock.set('2026-06-18T00:00:01+08:00');
    await actByRule(app.ground);
    await actByRule(app.ground);
    const whole = await read(id);
    // Counted from the tenth, not from the eighteenth: 19 June is the Dragon Boat Festival.
    expect(whole.case).toMatchObject({ state: 'accepted', targetOn: '2026-06-17', fatalOn: '2026-07-09' });
    expect(whole.timeline.map(({ kind }) => kind)).toEqual(['submit', 'deemAccepted']);
    expect(whole.timeline[1]).toMatchObject({
      role: 'rule',
      by: null,
      article: { article: '第三十二条第一款第（四）项' },
    });
    const papers = await papersOf(id);
    expect(papers.map(({ kind }) => kind).toSorted()).toEqual(['acceptanceNotice', 'receipt']);
    const { data } = await app.ground.db.one(
      sql<{
        data: { deemed: boolean; acceptedOn: string };
      }>`select data from documents.document where subject_id = ${id} and kind = 'acceptanceNotice'`,
    );
    expect(data).toMatchObject({ deemed: true, acceptedOn: '2026-06-10' });
    await app.relay.drain();
    const { rows } = await app.call(d.resident, noticesContract.myNotices, { query: {} });
    expect(rows.filter(({ subjectId, title }) => subjectId === id && title === '已受理')).toHaveLength(1);
    await expectProjected(id);
  });

  it('begins anew with each supplement', async () => {
    const id = await submit();
    await app.call(d.examiner, ops.askSupplement, {
      params: { id },
      body: { actionId: newId(), wanted: [{ what: '缺少签名' }] },
    });
    on('2026-06-15');
    await app.call(d.resident, ops.supplement, {
      params: { id },
      body: { actionId: newId(), answers: { shopName: '小满面馆' } },
    });
    on('2026-06-25');
    await actByRule(app.ground);
    const row = await getCaseRow(app.ground.db, id);
    expect(row).toMatchObject({ state: 'accepted', dueFrom: '2026-06-15' });
    await expectProjected(id);
  });
});

describe('art. 45: a special procedure', () => {
  const review = { procedure: 'expertReview', reason: '涉及中央厨房', plannedEnd: '2026-06-24' };

  it('stops the clock, tells how long, and lets it run on afterwards', async () => {
    const id = await accepted();
    expect((await read(id)).case).toMatchObject({ targetOn: '2026-06-17', fatalOn: '2026-07-09' });
    on('2026-06-12');
    await act(id, 'pause', review, d.examiner);
    const standing = await read(id);
    expect(standing.case).toMatchObject({
      targetOn: null, fatalOn: null, pausedSince: '2026-06-12', forecastOn: '2026-07-20', light: 'paused',
    }); // prettier-ignore
    expect(standing.pauses).toMatchObject([{ procedure: '专家评审', since: '2026-06-12', plannedEnd: '2026-06-24' }]);
    expect((await papersOf(id)).map(({ kind }) => kind)).toContain('specialProcedureNotice');
    on('2026-06-26');
    await act(id, 'resume', { pauseId: standing.pauses[0]!.id, outcome: '评审通过' }, d.examiner);
    // Stood still from the 12th to the 25th: nine working days without the festival of the 19th.
    const running = await read(id);
    expect(running.case).toMatchObject({ targetOn: '2026-07-01', fatalOn: '2026-07-22', pausedSince: null });
    await expectProjected(id);
    on('2026-07-20');
    await act(id, 'grant', { issueNow: true });
    const row = await getCaseRow(app.ground.db, id);
    expect(row.decidedDue).toEqual({ targetOn: '2026-07-01', fatalOn: '2026-07-22', days: 18 });
    await expectProjected(id);
  });

  it('may overlap with another one; both have to end', async () => {
    const id = await accepted();
    on('2026-06-11');
    await act(id, 'pause', review, d.examiner);
    on('2026-06-15');
    await act(id, 'pause', { ...review, procedure: 'testing' }, d.examiner);
    const [first, second] = (await read(id)).pauses;
    on('2026-06-16');
    await act(id, 'resume', { pauseId: first!.id }, d.examiner);
    expect((await read(id)).case.fatalOn).toBeNull();
    on('2026-06-17');
    await act(id, 'resume', { pauseId: second!.id }, d.examiner);
    // The 11th, 12th, 15th and 16th did not count.
    expect((await read(id)).case.fatalOn).toBe('2026-07-15');
    expect((await ask(id, 'resume', { pauseId: first!.id })).problem!.code).toBe('cases.notPaused');
    await expectProjected(id);
  });

  it('is set back only with a reason, never into the future, and never before its clock', async () => {
    const id = await accepted();
    on('2026-06-16');
    const code = async (more: object) => (await ask(id, 'pause', { ...review, ...more })).problem?.code;
    expect(await code({ on: '2026-06-12' })).toBe('cases.clockDayWrong');
    expect(await code({ on: '2026-06-17' })).toBe('cases.clockDayWrong');
    expect(await code({ on: '2026-06-09', because: '漏登' })).toBe('cases.clockDayWrong');
    expect(await code({ plannedEnd: '2026-06-15' })).toBe('cases.plannedEndWrong');
    expect(await code({ on: '2026-06-12', because: '专家组十二日已经开始评审，漏登' })).toBeUndefined();
    const [clock] = await app.call(d.resident, ops.explainClocks, { params: { id } });
    expect(clock!.events).toMatchObject([
      { kind: 'paused', on: '2026-06-12', recordedOn: '2026-06-16', plannedEnd: '2026-06-24' },
    ]);
  });

  it('is taken back by the head as if it had never been, and stays in the history', async () => {
    const id = await accepted();
    const before = (await read(id)).case;
    on('2026-06-11');
    await act(id, 'pause', review, d.examiner);
    const { clockEvents } = await read(id, d.head);
    on('2026-06-15');
    await act(id, 'cancelClock', { eventId: clockEvents[0]!.id, reason: '登记错了办件' });
    const after = await read(id, d.head);
    expect(after.case).toMatchObject({ targetOn: before.targetOn, fatalOn: before.fatalOn, pausedSince: null });
    expect(after.clockEvents).toEqual([]);
    expect(after.timeline.map(({ kind }) => kind)).toEqual(['submit', 'accept', 'pause', 'cancelClock']);
    const again = await ask(id, 'cancelClock', { eventId: clockEvents[0]!.id, reason: 'x' });
    expect(again.problem!.code).toBe('cases.noSuchClockEvent');
    await expectProjected(id);
  });
});

describe('art. 42: more time', () => {
  const wish = { days: 10, reason: '两处场所需要分别核查' };

  it('is asked for by the examiner, approved by the head, and told with the reason', async () => {
    const id = await accepted();
    await act(id, 'askExtension', wish, d.examiner);
    const list = await app.call(d.head, ops.workList, { query: { wants: 'extension' } });
    expect(list.rows.map((row) => row.id)).toContain(id);
    expect((await read(id, d.head)).asked).toEqual(wish);
    expect((await read(id, d.resident)).timeline.map(({ kind }) => kind)).not.toContain('askExtension');
    await act(id, 'extend', wish);
    const whole = await read(id);
    expect(whole.case).toMatchObject({ fatalOn: '2026-07-23', wants: null });
    const { data } = await app.ground.db.one(
      sql<{ data: object }>`select data from documents.document where subject_id = ${id} and kind = 'extensionNotice'`,
    );
    expect(data).toMatchObject({ wasDueOn: '2026-07-09', dueOn: '2026-07-23', workingDays: 10, approvedBy: '赵局长' });
    await expectProjected(id);
  });

  it('is ten working days at the most, in all, and only before the last day is over', async () => {
    const id = await accepted();
    expect((await ask(id, 'extend', { days: 11, reason: 'x' })).problem).toMatchObject({
      code: 'cases.extendedTooLong',
      facts: { most: 10, left: 10 },
    });
    await act(id, 'extend', { days: 6, reason: '核查' });
    expect((await ask(id, 'extend', { days: 5, reason: 'x' })).problem!.facts).toMatchObject({ left: 4 });
    app.clock.set('2026-07-18T00:00:01+08:00');
    expect((await read(id)).case.fatalOn).toBe('2026-07-17');
    expect((await ask(id, 'extend', { days: 1, reason: 'x' })).problem!.code).toBe('cases.alreadyOverdue');
  });

  it('is declined with a reason, and only when it was asked for', async () => {
    const id = await accepted();
    expect((await ask(id, 'declineExtension', { reason: 'x' })).problem!.code).toBe('cases.nothingAsked');
    await act(id, 'askExtension', wish, d.examiner);
    await act(id, 'declineExtension', { reason: '材料已经齐全' });
    expect((await read(id)).case).toMatchObject({ fatalOn: '2026-07-09', wants: null });
    await expectProjected(id);
  });

  it('is approved by who stands in for an absent head, and the notice says for whom', async () => {
    const id = await accepted();
    await app.call(d.office, peopleContract.enterAbsence, {
      body: { accountId: d.head, fromOn: '2026-06-10', untilOn: '2026-06-20', standInId: d.examiner, reason: '出差' },
    });
    await act(id, 'extend', wish, d.examiner);
    const { data } = await app.ground.db.one(
      sql<{ data: object }>`select data from documents.document where subject_id = ${id} and kind = 'extensionNotice'`,
    );
    expect(data).toMatchObject({ approvedBy: '李审查（代赵局长）' });
  });
});

describe('why this date', () => {
  it('names every clock, what happened to it, and each day that did not count', async () => {
    const id = await accepted();
    on('2026-06-12');
    await act(id, 'pause', { procedure: 'testing', reason: '抽样检测', plannedEnd: '2026-06-16' }, d.examiner);
    on('2026-06-16');
    await act(id, 'resume', { pauseId: (await read(id)).pauses[0]!.id }, d.examiner);
    const clocks = await app.call(d.resident, ops.explainClocks, { params: { id } });
    expect(clocks.map(({ rule, state }) => [rule, state])).toEqual([
      ['decide', 'running'],
      ['tellAll', 'met'],
    ]);
    const [decide, tellAll] = clocks;
    expect(tellAll).toMatchObject({ from: '2026-06-10', endedOn: '2026-06-10', inTime: true, article: '32' });
    expect(decide).toMatchObject({ from: '2026-06-10', fatalOn: '2026-07-13', targetOn: '2026-06-22', article: '42' });
    const of = (date: string) => decide!.why!.days.find((day) => day.date === date);
    expect(of('2026-06-12')).toMatchObject({ why: 'paused', name: '检测', law: '行政许可法', article: '45' });
    expect(of('2026-06-13')).toMatchObject({ why: 'weekend' });
    expect(of('2026-06-15')).toMatchObject({ why: 'paused' });
    expect(of('2026-06-16')).toBeUndefined();
    expect(of('2026-06-19')).toMatchObject({ why: 'holiday', name: '端午节' });
  });
});
