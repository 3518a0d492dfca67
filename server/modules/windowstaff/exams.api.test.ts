/** The question bank and exams over HTTP on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { windowStaffContract as ops, type Sitting } from './contract.ts';
import { endSittings } from './sit-exam.ts';
import { aQuestion, onProbation, openStaffed, setExam, anExam, type TestStaff } from './windowstaff-testing.ts';

let app: TestApp;
let hall: TestStaff;
let me: string;
let examId: string;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openStaffed(app);
  me = hall.clerks[0]!;
  await onProbation(app, hall, me);
  examId = await setExam(app, hall);
});
afterEach(() => app.close());

const minutes = (count: number): void => app.clock.advance(count * 60_000);
const sit = (account = me, actionId = newId()) =>
  app.ask(account, ops.sitExam, { params: { id: examId }, body: { actionId } });
const keep = (id: string, answers: { no: number; chosen: string[]; seq: number }[], account = me) =>
  app.ask(account, ops.keepAnswers, { params: { id }, body: { answers } });
const handIn = (id: string, answers: { no: number; chosen: string[]; seq: number }[] = []) =>
  app.call(me, ops.handIn, { params: { id }, body: { answers } });
/** So many right ones, the rest wrong. */
const answered = ({ questions }: Sitting, right: number) =>
  questions.map(({ no }) => ({ no, chosen: [no <= right ? 'B' : 'A'], seq: no }));

describe('an exam', () => {
  it('is drawn once, shows no answer while it runs, and goes on where one was', async () => {
    const { body: sitting } = await sit();
    expect(sitting.questions).toHaveLength(5);
    expect(sitting.dueAt).toBe('2026-06-10T02:00:00.000Z');
    expect(sitting.questions.every(({ answer, explanation }) => answer === null && explanation === '')).toBe(true);
    await keep(sitting.id, [{ no: 2, chosen: ['C'], seq: 1 }]);
    minutes(10);
    // On another device: the same paper, the same end.
    const again = (await sit()).body;
    expect(again).toMatchObject({ id: sitting.id, dueAt: sitting.dueAt, now: '2026-06-10T01:40:00.000Z' });
    expect(again.questions.map(({ chosen }) => chosen)).toEqual([[], ['C'], [], [], []]);
  });

  it('keeps the later choice, in whatever order two arrive, and nothing that the paper does not have', async () => {
    const { id } = (await sit()).body;
    await keep(id, [{ no: 1, chosen: ['B'], seq: 7 }]);
    const late = await keep(id, [
      { no: 1, chosen: ['A'], seq: 3 },
      { no: 2, chosen: ['F'], seq: 8 },
      { no: 99, chosen: ['A'], seq: 9 },
      { no: 3, chosen: ['C'], seq: 10 },
      { no: 3, chosen: ['D'], seq: 11 },
    ]);
    expect(late.body.kept).toEqual([
      { no: 1, chosen: ['B'], seq: 7 },
      { no: 3, chosen: ['D'], seq: 11 },
    ]);
  });

  it('is marked by rule, shows what is right, and gives the qualification until its day', async () => {
    const sitting = (await sit()).body;
    const done = await handIn(sitting.id, answered(sitting, 4));
    expect(done).toMatchObject({ correct: 4, passed: true, endedHow: 'handedIn' });
    // Others still sit it, and get some of the same questions.
    expect(done).toMatchObject({ shownFrom: '2026-06-30T09:00:00.000Z' });
    expect(done.questions[4]).toMatchObject({ answer: null, right: null, explanation: '', basis: '' });
    expect(await handIn(sitting.id, answered(sitting, 0))).toMatchObject({ correct: 4, passed: true });
    const { file } = await app.call(me, ops.myFile, {});
    expect(file!.qualifications).toMatchObject([{ errandId: hall.any, fromOn: '2026-06-10', untilOn: '2027-06-09', counts: true }]); // prettier-ignore
    const certificate = await app.call(me, ops.listCertificates, { params: { id: file!.id } });
    expect(certificate.rows).toMatchObject([{ number: '窗资〔2026〕第0001号', errandName: '业务A' }]);
    expect((await sit()).problem.code).toBe('windowstaff.examPassed');
    const seen = await app.call(hall.office, ops.getExam, { params: { id: examId } });
    expect(seen).toMatchObject({ sat: 1, passed: 1 });
  });

  it('ends by the clock of the server with what had arrived', async () => {
    const sitting = (await sit()).body;
    await keep(sitting.id, answered(sitting, 5).slice(0, 3));
    minutes(30);
    // A bad line: within its seconds it still counts.
    app.clock.advance(10_000);
    expect((await keep(sitting.id, [{ no: 4, chosen: ['B'], seq: 9 }])).status).toBe(200);
    app.clock.advance(10_000);
    expect((await keep(sitting.id, [{ no: 5, chosen: ['B'], seq: 10 }])).problem.code).toBe('windowstaff.timeOver');
    const over = await app.call(me, ops.getSitting, { params: { id: sitting.id } });
    expect(over).toMatchObject({ endedHow: 'time', correct: 4, passed: true, endedAt: sitting.dueAt });
  });

  it('is marked for those who never came back', async () => {
    const sitting = (await sit()).body;
    await keep(sitting.id, answered(sitting, 1));
    expect(await endSittings(app.ground)).toBe(0);
    minutes(31);
    expect(await endSittings(app.ground)).toBe(1);
    const [exam] = await app.call(me, ops.myExams, {});
    expect(exam).toMatchObject({ refusal: 'tooSoon', from: '2026-06-12', sittingsLeft: 1, runningId: null });
    expect((await sit()).problem).toMatchObject({ code: 'windowstaff.tooSoon', facts: { from: '2026-06-12' } });
    app.clock.advance(2 * 86_400_000);
    const second = (await sit()).body;
    expect(second.nth).toBe(2);
    await handIn(second.id);
    app.clock.advance(2 * 86_400_000);
    expect((await sit()).problem.code).toBe('windowstaff.sittingsUsedUp');
  });

  it('is for those who work at the hall, and nobody else answers for them', async () => {
    expect((await sit(hall.clerks[1]!)).problem.code).toBe('windowstaff.noFile');
    const { id } = (await sit()).body;
    expect((await keep(id, [], hall.clerks[1]!)).status).toBe(403);
    const look = (account: string) => app.ask(account, ops.getSitting, { params: { id } });
    expect((await look(hall.office)).problem.code).toBe('windowstaff.sittingRuns');
    expect((await look(hall.otherHead)).status).toBe(403);
    await handIn(id);
    expect((await look(hall.head)).body.questions[0]!.answer).toBeNull();
    app.clock.set('2026-06-30T09:00:00Z');
    expect((await look(hall.head)).body.questions[0]).toMatchObject({
      answer: ['B'],
      right: false,
      basis: '行政许可法 第三十二条',
    });
  });

  it('shows what is right after handing in where it is practice and qualifies for nothing', async () => {
    examId = newId();
    await app.call(hall.office, ops.saveExam, { params: { id: examId }, body: anExam(hall, { errandIds: [] }) });
    const { id, ...sitting } = (await sit()).body;
    const done = await handIn(id, answered({ id, ...sitting }, 4));
    expect(done.questions[4]).toMatchObject({ answer: ['B'], right: false });
  });

  it('shows what is right only after it has closed', async () => {
    examId = newId();
    await app.call(hall.office, ops.saveExam, { params: { id: examId }, body: anExam(hall, { shows: 'closing' }) });
    const sitting = (await sit()).body;
    const done = await handIn(sitting.id, answered(sitting, 5));
    expect(done).toMatchObject({ passed: true, shownFrom: '2026-06-30T09:00:00.000Z' });
    expect(done.questions.every(({ answer, right }) => answer === null && right === null)).toBe(true);
    const kept = await app.call(hall.office, ops.getSitting, { params: { id: sitting.id } });
    expect(kept.questions[0]!.answer).toEqual(['B']);
    app.clock.set('2026-06-30T09:00:00Z');
    expect((await app.call(me, ops.getSitting, { params: { id: sitting.id } })).questions[0]!.right).toBe(true);
  });

  it('gives nothing once it is cancelled, costs no try, and says so to who sits', async () => {
    const sitting = (await sit()).body;
    await keep(sitting.id, answered(sitting, 5));
    const cancel = (cancelled: boolean) =>
      app.call(hall.office, ops.saveExam, { params: { id: examId }, body: anExam(hall, { cancelled }) });
    await cancel(true);
    expect((await keep(sitting.id, [{ no: 1, chosen: ['A'], seq: 9 }])).problem).toMatchObject({ code: 'windowstaff.examCancelled', status: 409 }); // prettier-ignore
    const ended = await handIn(sitting.id, answered(sitting, 5));
    expect(ended).toMatchObject({ endedHow: 'cancelled', endedAt: '2026-06-10T01:30:00.000Z', passed: false });
    expect(ended.questions.every(({ answer }) => answer === null)).toBe(true);
    minutes(60);
    expect(await endSittings(app.ground)).toBe(0);
    expect((await app.call(me, ops.myFile, {})).file!.qualifications).toEqual([]);
    const inbox = await app.call(me, noticesContract.myNotices, { query: { work: true } });
    expect(JSON.stringify(inbox.rows)).toContain('已取消');
    expect((await sit()).problem.code).toBe('windowstaff.examNotOpen');
    // Held after all: both tries are still there, and a question that was wrong makes nothing of the one that was cancelled.
    await cancel(false);
    expect((await app.call(me, ops.myExams, {}))[0]).toMatchObject({ sittingsLeft: 2, refusal: null });
    const body = { actionId: newId(), no: 1, text: '题干没有说明是工作日' };
    await app.call(me, ops.doubtQuestion, { params: { id: sitting.id }, body });
    const decision = { decision: 'wrong' as const, reason: '题干有歧义' };
    expect(await app.call(hall.office, ops.decideDoubt, { params: { id: body.actionId }, body: decision })).toMatchObject({ passedNow: 0 }); // prettier-ignore
    expect((await sit()).body).toMatchObject({ nth: 2, endedAt: null });
  });

  it('stays as it is once somebody has sat it, but for its end', async () => {
    await sit();
    const save = (change: object) =>
      app.ask(hall.office, ops.saveExam, { params: { id: examId }, body: anExam(hall, change) });
    expect((await save({ passPercent: 60 })).problem.code).toBe('windowstaff.examBegun');
    // Otherwise who has handed in could read the answers to those who still sit it.
    expect((await save({ shows: 'closing' })).problem.code).toBe('windowstaff.examBegun');
    expect((await save({ closesAt: '2026-07-10T09:00:00Z' })).body.closesAt).toBe('2026-07-10T09:00:00.000Z');
    expect((await save({ cancelled: true })).body.state).toBe('cancelled');
  });
});

describe('a question that was said to be wrong', () => {
  it('counts as right for everybody once it is found wrong, and lets pass whom it kept from passing', async () => {
    const sitting = (await sit()).body;
    await handIn(sitting.id, answered(sitting, 3));
    // As long as the field lets it be, and nothing of it is cut off.
    const text = '题干没有说明是工作日'.repeat(100);
    const doubt = (no: number) =>
      app.ask(me, ops.doubtQuestion, { params: { id: sitting.id }, body: { actionId: newId(), no, text } });
    expect((await doubt(5)).body.questions[4]!.doubt).toEqual({ decision: null, reason: null });
    expect((await doubt(5)).problem.code).toBe('windowstaff.doubted');
    const { rows } = await app.call(hall.office, ops.listDoubts, { query: { outletId: hall.hall, open: true } });
    const decide = () =>
      app.ask(hall.office, ops.decideDoubt, { params: { id: rows[0]!.id }, body: { decision: 'wrong', reason: text } }); // prettier-ignore
    expect((await decide()).body).toMatchObject({ remarked: 1, passedNow: 1, doubt: { decision: 'wrong', body: text, reason: text } }); // prettier-ignore
    expect((await decide()).problem.code).toBe('windowstaff.doubtDecided');
    const after = await app.call(me, ops.getSitting, { params: { id: sitting.id } });
    expect(after).toMatchObject({ correct: 4, passed: true });
    expect(after.questions[4]).toMatchObject({ struck: true, right: true });
    const bank = await app.call(hall.office, ops.listQuestions, { query: { outletId: hall.hall, retired: false } });
    expect(bank.total).toBe(7);
    expect((await app.call(me, ops.myFile, {})).file!.qualifications).toHaveLength(1);
  });

  it('is decided for everybody who said so, and everybody is told', async () => {
    const other = hall.clerks[1]!;
    await onProbation(app, hall, other);
    const papers: [string, Sitting][] = [];
    for (const account of [me, other]) {
      const { id } = (await sit(account)).body;
      papers.push([account, await app.call(account, ops.handIn, { params: { id }, body: { answers: [] } })]);
    }
    // Five of eight each: two papers have some in common.
    const [first, second] = papers.map(([, { questions }]) => questions.map(({ questionId }) => questionId));
    const shared = first!.find((id) => second!.includes(id))!;
    const actionIds = papers.map(() => newId());
    for (const [i, [account, { id, questions }]] of papers.entries()) {
      const { no } = questions.find(({ questionId }) => questionId === shared)!;
      await app.call(account, ops.doubtQuestion, {
        params: { id },
        body: { actionId: actionIds[i]!, no, text: '有歧义' },
      });
    }
    const decision = { decision: 'wrong' as const, reason: '题干有歧义' };
    await app.call(hall.office, ops.decideDoubt, { params: { id: actionIds[0]! }, body: decision });
    expect((await app.call(hall.office, ops.listDoubts, { query: { outletId: hall.hall, open: true } })).total).toBe(0);
    const told = async (account: string) =>
      (await app.call(account, noticesContract.myNotices, { query: { work: true } })).rows.filter(({ template }) => template === 'windowExamDoubt').length; // prettier-ignore
    expect(await Promise.all([me, other].map(told))).toEqual([1, 1]);
  });

  it('changes nothing when it stands', async () => {
    const sitting = (await sit()).body;
    await handIn(sitting.id, answered(sitting, 3));
    const body = { actionId: newId(), no: 4, text: '应选三日' };
    await app.call(me, ops.doubtQuestion, { params: { id: sitting.id }, body });
    const decision = { decision: 'stands' as const, reason: '依据行政许可法第三十二条' };
    const done = await app.call(hall.office, ops.decideDoubt, { params: { id: body.actionId }, body: decision });
    expect(done).toMatchObject({ remarked: 0, passedNow: 0 });
    expect((await app.call(me, ops.getSitting, { params: { id: sitting.id } })).correct).toBe(3);
  });
});

describe('the bank', () => {
  const csv = (rows: string) => `编号,范围,题型,题目,A,B,C,D,答案,解析,依据\n${rows}`;
  const take = (text: string, dryRun = false) =>
    app.call(hall.office, ops.importQuestions, { body: { outletId: hall.hall, csv: csv(text), dryRun } });

  it('takes in a list, whole or not at all', async () => {
    const good =
      'N01,A,单选,去哪个窗口？,一号,二号,三号,,B,,\nN02,云溪市监,判断,食品经营许可由市场监管部门办理。,,,,,对,,\n';
    const bad = 'N03,没有的业务,判断,对吗？,,,,,对,,\n';
    const refused = await take(good + bad);
    expect(refused).toMatchObject({ stored: false, faults: [{ line: 4, fault: 'scope', what: '没有的业务' }] });
    expect(await take(good, true)).toMatchObject({ added: 2, stored: false });
    expect(await take(good)).toMatchObject({ added: 2, stored: true, faults: [] });
    expect(await take(good.replace('一号', '四号'))).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    const { rows } = await app.call(hall.office, ops.listQuestions, {
      query: { outletId: hall.hall, errandId: hall.any },
    });
    expect(rows).toMatchObject([{ code: 'N01', version: 2, answer: ['B'] }]);
  });

  it('says what is wrong with a question, and keeps codes apart', async () => {
    const save = (change: object) =>
      app.ask(hall.office, ops.saveQuestion, { params: { id: newId() }, body: aQuestion(hall.hall, 50, change) });
    expect((await save({ answer: ['F'] })).problem).toMatchObject({ code: 'windowstaff.questionFaulty', facts: { fault: 'answerNotThere' } }); // prettier-ignore
    expect((await save({ code: 'T001' })).problem.code).toBe('windowstaff.codeTaken');
  });

  it('has to have enough questions for an exam', async () => {
    const parts = [{ errandId: hall.property, departmentId: null, count: 3 }];
    const few = await app.ask(hall.office, ops.saveExam, { params: { id: newId() }, body: anExam(hall, { parts }) });
    expect(few.problem).toMatchObject({
      code: 'windowstaff.tooFewQuestions',
      facts: { parts: [{ there: 0, count: 3 }] },
    });
  });

  it('has to have enough for all parts about the same thing together, and the paper has them all', async () => {
    const part = (count: number) => ({ errandId: null, departmentId: null, count });
    examId = newId();
    const save = (...parts: object[]) =>
      app.ask(hall.office, ops.saveExam, { params: { id: examId }, body: anExam(hall, { parts }) });
    expect((await save(part(5), part(4))).problem).toMatchObject({
      code: 'windowstaff.tooFewQuestions',
      facts: { parts: [{ there: 8, count: 9 }] },
    });
    expect((await save(part(5), part(3))).status).toBe(200);
    const { questions } = (await sit()).body;
    expect(new Set(questions.map(({ questionId }) => questionId)).size).toBe(8);
  });
});
