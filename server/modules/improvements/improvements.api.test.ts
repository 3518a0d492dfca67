/** Suggestions over HTTP, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { ratingsContract } from '#modules/ratings/contract';
import type { Operation } from '#platform/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase, toTheEnd } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { improvementsContract as ops, type Suggestion } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
});
// The brake on suggestions loosens with time.
beforeEach(() => app.clock.advance(2 * 3_600_000));
afterAll(() => app.close());

const propose = (account: string, body: object = {}) =>
  app.ask(account, ops.suggest, {
    body: { actionId: newId(), title: '少填一遍表', body: '身份信息填了三遍，能否带出', ...body } as never,
  });
const act = async (account: string, operation: Operation, id: string, body: object = {}) => {
  const answer = await app.ask(account, operation, { params: { id }, body: { actionId: newId(), text: '已按要求处理', ...body } } as never); // prettier-ignore
  return { ...answer, body: answer.body as unknown as Suggestion };
};
const inbox = async (account: string, work: boolean) =>
  (await app.call(account, noticesContract.myNotices, { query: work ? { work } : {} })).rows.map(
    ({ template }) => template,
  );

describe('a suggestion', () => {
  it('goes from the resident through the department to its adoption, and everybody hears what concerns them', async () => {
    const { body: made } = await propose(d.resident, { itemId: d.food, figureId: 'visits' });
    expect(made).toMatchObject({ state: 'suggested', source: 'resident', dueOn: '2026-06-15', itemName: '开饭店' });
    const { id } = made;
    expect((await act(d.head, ops.acceptOrder, id)).status).toBe(403);
    expect((await act(d.office, ops.verifyOrder, id)).problem.code).toBe('improvements.wrongStep');
    const sent = await act(d.office, ops.dispatch, id, { departmentId: d.market });
    expect(sent.body).toMatchObject({ state: 'dispatched', departmentId: d.market, dueOn: '2026-06-17' });
    expect(sent.body.suggestedBy).toContain('*');
    expect(await inbox(d.head, true)).toContain('improvementOrder');
    expect((await act(d.otherHead, ops.acceptOrder, id)).status).toBe(403);
    expect((await act(d.head, ops.acceptOrder, id)).body.state).toBe('accepted');
    for (const plannedOn of ['2026-06-10', '2028-01-01'])
      expect((await act(d.head, ops.planOrder, id, { plannedOn })).problem.code).toBe('improvements.planDayWrong');
    const plan = await act(d.head, ops.planOrder, id, { plannedOn: '2026-06-12', text: '表单带出已有信息' });
    expect(plan.body).toMatchObject({ state: 'planned', dueOn: '2026-06-12', overdue: false });
    app.clock.advance(5 * 86_400_000);
    const { rows: overdue } = await app.call(d.office, ops.listSuggestions, { query: { overdue: true } });
    expect(overdue.map((row) => row.id)).toContain(id);
    const done = await act(d.head, ops.finishOrder, id, { text: '已上线' });
    // The delay stays in the history, the clock of the office begins.
    expect(done.body.steps.at(-1)).toMatchObject({ kind: 'finish', late: true });
    expect(done.body.overdue).toBe(false);
    expect(await inbox(d.office, true)).toContain('improvementBack');
    expect((await act(d.office, ops.sendBackOrder, id, { text: '还有一处要填' })).body.state).toBe('planned');
    await act(d.head, ops.finishOrder, id);
    await act(d.office, ops.verifyOrder, id);
    const end = await act(d.office, ops.adopt, id, { text: '已采纳，感谢您的建议' });
    expect(end.body).toMatchObject({ state: 'adopted', dueOn: null, effect: { figureId: 'visits', frozen: true } });
    expect(await inbox(d.resident, false)).toContain('improvementAdopted');
    const seen = await app.call(d.resident, ops.getSuggestion, { params: { id } });
    expect(seen.steps.at(-1)).toMatchObject({ kind: 'adopt', text: '已采纳，感谢您的建议', by: '' });
    expect(JSON.stringify(seen)).not.toContain('还有一处要填');
    expect((await act(d.office, ops.closeSuggestion, id)).problem.code).toBe('improvements.wrongStep');
    expect(await app.ground.db.many(sql`select last_error from platform.stuck_event`)).toEqual([]);
  });

  it('is made once, and each step happens once, however often it is sent', async () => {
    const actionId = newId();
    const made = await Promise.all([1, 2].map(() => propose(d.resident, { actionId })));
    const ids = new Set(made.flatMap(({ status, body }) => (status === 200 ? [body.id] : [])));
    expect([...ids]).toEqual([actionId]);
    const step = { actionId: newId(), departmentId: d.market };
    const sent = await Promise.all([1, 2, 3].map(() => act(d.office, ops.dispatch, actionId, step)));
    expect(sent.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(sent[0]!.body.steps.length).toBe(2);
    const other = (await propose(d.other)).body;
    expect((await act(d.office, ops.dispatch, other.id, step)).problem.code).toBe('improvements.actionReused');
    expect((await propose(d.other, { actionId })).problem.code).toBe('improvements.actionReused');
    for (const statement of [sql`update improvements.step set body = ''`, sql`delete from improvements.step`])
      await expect(app.ground.db.many(statement)).rejects.toThrow(/permission denied/);
  });

  it('that is declined goes elsewhere or is closed with the reason', async () => {
    const { body: made } = await propose(d.other);
    await act(d.office, ops.dispatch, made.id, { departmentId: d.market });
    expect((await act(d.head, ops.declineOrder, made.id, { text: '  ' })).status).toBe(400);
    expect((await act(d.head, ops.declineOrder, made.id, { text: '属公安职责' })).body.state).toBe('declined');
    await act(d.office, ops.dispatch, made.id, { departmentId: d.security });
    // It is the other department's now.
    expect((await app.ask(d.head, ops.getSuggestion, { params: { id: made.id } })).status).toBe(403);
    await act(d.otherHead, ops.declineOrder, made.id, { text: '已有规定' });
    const closed = await act(d.office, ops.closeSuggestion, made.id, { text: '现有规定已满足' });
    expect(closed.body).toMatchObject({ state: 'closed', dueOn: null });
    expect(await inbox(d.other, false)).toContain('improvementClosed');
    expect((await act(d.office, ops.dispatch, newId(), { departmentId: d.market })).status).toBe(404);
  });

  it('because of a rating is made by those who may read it', async () => {
    const { id } = await runCase(app, d, toTheEnd);
    const ratingId = newId();
    await app.call(d.resident, ratingsContract.rateCase, {
      params: { id },
      body: { actionId: ratingId, level: 'dissatisfied', reasons: ['manyTrips'] },
    });
    expect((await propose(d.head, { ratingId })).body.source).toBe('rating');
    expect((await propose(d.otherHead, { ratingId })).problem.code).toBe('improvements.noSuchRating');
    expect((await propose(d.resident, { ratingId })).problem.code).toBe('improvements.noSuchRating');
    expect((await propose(d.resident, { itemId: newId() })).problem.code).toBe('improvements.noSuchItem');
  });
});

describe('lists', () => {
  it('are one’s own for residents, the department’s for its head, and counted as they are listed', async () => {
    const mine = await app.call(d.resident, ops.mySuggestions, { query: {} });
    expect(mine.total).toBe(2);
    expect((await app.ask(d.other, ops.getSuggestion, { params: { id: mine.rows[0]!.id } })).status).toBe(403);
    expect((await app.ask(d.resident, ops.listSuggestions, { query: {} })).status).toBe(403);
    const own = await app.call(d.head, ops.listSuggestions, { query: {} });
    expect(new Set(own.rows.map(({ departmentId }) => departmentId))).toEqual(new Set([d.market]));
    const counts = await app.call(d.office, ops.countSuggestions, {});
    const of = async (query: object) => (await app.call(d.office, ops.listSuggestions, { query })).total;
    expect([
      await of({}),
      await of({ open: true }),
      await of({ overdue: true }),
      await of({ state: 'adopted' }),
    ]).toEqual([counts.all, counts.open, counts.overdue, counts.adopted]);
    expect(counts.adopted).toBe(1);
  });

  it('take no more from one account than people have ideas', async () => {
    const answers = [];
    for (let n = 0; n < 8; n++) answers.push((await propose(d.other)).status);
    expect(answers.filter((status) => status === 200).length).toBeLessThan(8);
    expect(answers.at(-1)).toBe(429);
  });
});
