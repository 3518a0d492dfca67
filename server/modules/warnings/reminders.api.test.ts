/** Reminders of overdue cases over a real database: asked by the office, answered once by the head. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase, step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { warningsContract as ops } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
let id: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  ({ id } = await runCase(app, d, ['accept']));
});
afterAll(() => app.close());

const remind = (account: string, body: { actionId?: string; text?: string; days?: number } = {}, of = id) =>
  app.ask(account, ops.remind, {
    params: { id: of },
    body: { actionId: newId(), text: '请说明超期原因', days: 2, ...body },
  });
const read = (account: string) => app.ask(account, ops.caseReminders, { params: { id } });
const inbox = async (account: string) =>
  (await app.call(account, noticesContract.myNotices, { query: { work: true } })).rows.map(({ template }) => template);

describe('a reminder', () => {
  it('is for an overdue case, of the office, and waits for one answer at a time', async () => {
    expect((await remind(d.office)).problem.code).toBe('warnings.notOverdue');
    expect((await read(d.head)).body).toEqual({ rows: [], possible: false, why: 'notOverdue' });
    app.clock.set('2026-06-18T10:00:00+08:00');
    expect((await read(d.office)).body).toMatchObject({ possible: true, why: null });
    expect((await remind(d.head)).status).toBe(403);
    expect((await remind(d.office, { text: '   ' })).status).toBe(400);
    expect((await remind(d.office, { days: 0 })).status).toBe(400);
    expect((await remind(d.office, {}, newId())).status).toBe(404);
    const actionId = newId();
    const [first, again] = await Promise.all([remind(d.office, { actionId }), remind(d.office, { actionId })]);
    // The 19th is a day off.
    expect(first.body).toMatchObject({ id: actionId, answerBy: '2026-06-23', askedBy: '孙主任', answer: null });
    expect(again.body.id).toBe(actionId);
    expect(await inbox(d.head)).toEqual(['reminderAsked']);
    expect((await remind(d.office)).problem.code).toBe('warnings.remindedAlready');
    expect((await read(d.examiner)).body).toMatchObject({ possible: false, why: 'waits', rows: [{ id: actionId }] });
  });

  it('is answered once by the head of the department, and the one who asked is told', async () => {
    const reminder = (await read(d.head)).body.rows[0]!;
    const answer = (account: string, text = '已安排现场核查，明日办结', of = reminder.id) =>
      app.ask(account, ops.answerReminder, { params: { id: of }, body: { text } });
    for (const account of [d.examiner, d.otherHead, d.office, d.resident])
      expect((await answer(account)).status).toBe(403);
    expect((await answer(d.head, '好', newId())).status).toBe(404);
    expect((await answer(d.head)).body).toMatchObject({ answer: '已安排现场核查，明日办结', answeredBy: '赵局长' });
    expect((await answer(d.head)).status).toBe(200);
    expect((await answer(d.head, '另一个答复')).problem.code).toBe('warnings.answeredAlready');
    expect(await inbox(d.office)).toEqual(['reminderAnswered']);
    expect((await read(d.office)).body).toMatchObject({ possible: true, rows: [{ answeredBy: '赵局长' }] });
    expect((await read(d.resident)).status).toBe(403);
    const reused = await runCase(app, d, ['accept']);
    expect((await remind(d.office, { actionId: reminder.id }, reused.id)).problem.code).toBe('warnings.actionReused');
    await step(app, d, id, 'grant');
    expect((await read(d.office)).body).toMatchObject({ possible: false, why: 'notOverdue' });
  });
});
