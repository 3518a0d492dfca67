/** Cases judged by their rules, the machine's acts, the switch and the second look, over HTTP with the real database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveItems } from '#modules/catalogue';
import { casesContract } from '#modules/cases/contract';
import { rulesContract, type RuleSet } from '#modules/rules/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { runCase } from '#server/testing-cases';
import { foodLicence, smallDistrict, type SmallDistrict } from '#server/testing-district';
import { actOnReview } from './act-on-review.ts';
import { prereviewContract as ops, type Level } from './contract.ts';

let app: TestApp;
let d: SmallDistrict;
let quick: string;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  const body = { ...foodLicence, name: '小餐饮店登记', plainName: '开小吃店', immediate: true };
  const item = { code: '11330199MB0000001X-330131020009', departmentId: d.market, body, inForceFrom: '2024-01-01' };
  const at = app.clock.now();
  const [saved] = await app.ground.db.transaction((tx) => saveItems(tx, [item], { at, name: 'test', source: 'test' }));
  quick = saved!.itemId;
  for (const itemId of [d.food, quick]) await publish(itemId, rules(60));
});
afterAll(() => app.close());

const rules = (least: number): RuleSet => ({
  tables: [
    {
      id: 'premises',
      title: '经营场所',
      titleEn: 'Premises',
      hitPolicy: 'U',
      columns: [{ label: '面积', labelEn: 'Area', expression: 'area', type: 'integer', values: '' }],
      rules: [
        { cells: [`>= ${least}`], verdict: 'pass', reason: '面积够', reasonEn: 'Large enough', article: '第十三条' },
        { cells: [`< ${least}`], verdict: 'fail', reason: '面积不够', reasonEn: 'Too small', article: '第十三条' },
      ],
      tests: [{ name: '够', given: { area: least }, verdict: 'pass' }],
    },
  ],
});
async function publish(itemId: string, body: RuleSet): Promise<void> {
  const { revision } = await app.call(d.office, rulesContract.saveRules, { params: { id: itemId }, body: { body, revision: 0 } }); // prettier-ignore
  await app.call(d.office, rulesContract.publishRules, { params: { id: itemId }, body: { revision, note: '' } });
}
const setLevel = (itemId: string, level: Level, share = 100) =>
  app.ask(d.office, ops.setLevel, { params: { id: itemId }, body: { level, share, reason: '试点' } });
/** Hands in, lets the rules judge, and does what the job would. */
async function handIn(itemId: string, area = 80) {
  const receipt = await runCase(app, d, [], { itemId, answers: { shopName: '小满面馆', area, grease: 'YS-2' } });
  await app.relay.drain();
  const [review] = (await app.call(d.examiner, ops.caseReviews, { params: { id: receipt.id } })).reviews;
  const acted = await actOnReview(app.ground, review!.id);
  return { id: receipt.id, review: review!, acted };
}
const whole = (id: string) => app.call(d.examiner, casesContract.getCase, { params: { id } });

describe('a case', () => {
  it('is judged when it is handed in, with rule, inputs and version, and nothing is done by itself', async () => {
    const { id, review, acted } = await handIn(d.food, 40);
    expect(review).toMatchObject({
      verdict: 'fail',
      rulesVersion: 1,
      caseSeq: 1,
      judgements: [{ rule: 1, reason: '面积不够', article: '第十三条', columns: [{ label: '面积', value: '40' }], fields: [{ name: 'area', value: 40, state: 'used', source: 'answer' }] }], // prettier-ignore
      acted: null,
    });
    expect(acted).toBeNull();
    expect((await whole(id)).case.state).toBe('submitted');
    // Who does not work on it sees which rule counted, not what was written.
    const looked = await app.call(d.auditor, ops.caseReviews, { params: { id } });
    expect(looked.reviews[0]!.judgements[0]).toMatchObject({ rule: 1, columns: [{ value: '***' }] });
    expect((await app.ask(d.otherHead, ops.caseReviews, { params: { id } })).status).toBe(403);
    expect((await app.ask(d.resident, ops.caseReviews, { params: { id } })).status).toBe(403);
    const event = await app.ground.db.one<{ facts: object }>(
      sql`select facts from platform.event where name = 'prereview.reviewed' and subject = ${id}`,
    );
    // Ids and the verdict alone: no field, no value of what was written.
    expect(Object.keys(event.facts).toSorted()).toEqual(['departmentId', 'reviewId', 'verdict']);
  });

  it('keeps the rules under which it was handed in, also for its supplement', async () => {
    const { id } = await handIn(d.food, 70);
    app.clock.advance(60_000);
    await publish(d.food, rules(100));
    await app.call(d.examiner, casesContract.askSupplement, { params: { id }, body: { actionId: newId(), wanted: [{ what: '补平面图' }] } }); // prettier-ignore
    await app.call(d.resident, casesContract.supplement, { params: { id }, body: { actionId: newId(), answers: { area: 75 } } as never }); // prettier-ignore
    await app.relay.drain();
    const { reviews } = await app.call(d.examiner, ops.caseReviews, { params: { id } });
    expect(reviews.map(({ rulesVersion, verdict, caseSeq }) => [rulesVersion, verdict, caseSeq])).toEqual([
      [1, 'pass', 3],
      [1, 'pass', 1],
    ]);
    expect((await handIn(d.food, 70)).review).toMatchObject({ rulesVersion: 2, verdict: 'fail' });
  });
});

describe('the machine', () => {
  it('accepts where the item says so, and the history names the review', async () => {
    expect((await setLevel(d.proof, 'accept')).problem.code).toBe('prereview.noRules');
    expect((await setLevel(d.food, 'decide')).problem.code).toBe('prereview.notImmediate');
    expect((await setLevel(d.food, 'accept')).status).toBeLessThan(300);
    const failing = await handIn(d.food, 40);
    expect([failing.acted, (await whole(failing.id)).case.state]).toEqual([null, 'submitted']);
    const { id, acted, review } = await handIn(d.food, 120);
    expect(acted).toBe('accept');
    const { case: line, timeline } = await whole(id);
    expect(line.state).toBe('accepted');
    expect(timeline.at(-1)).toMatchObject({ kind: 'accept', role: 'rule' });
    const { facts } = await app.ground.db.one<{ facts: object }>(
      sql`select facts from cases.action where case_id = ${id} and kind = 'accept'`,
    );
    expect(facts).toEqual({ byMachine: { reviewId: review.id, rulesVersion: 2 } });
    // A second run of the job is no second act.
    expect(await actOnReview(app.ground, review.id)).toBe('accept');
    expect((await whole(id)).seq).toBe(2);
  });

  it('decides an immediate item at once, with its documents', async () => {
    await setLevel(quick, 'decide');
    const { id, acted } = await handIn(quick);
    expect(acted).toBe('decide');
    expect((await whole(id)).case).toMatchObject({ state: 'issued', outcome: 'granted' });
    const other = await handIn(quick, 10);
    expect([other.acted, (await whole(other.id)).case.state]).toEqual([null, 'submitted']);
  });

  it('leaves a case that has moved to a person', async () => {
    const receipt = await runCase(app, d, [], { itemId: quick });
    await app.relay.drain();
    const [review] = (await app.call(d.examiner, ops.caseReviews, { params: { id: receipt.id } })).reviews;
    await app.call(d.examiner, casesContract.note, { params: { id: receipt.id }, body: { actionId: newId(), text: '先别办' } }); // prettier-ignore
    expect(await actOnReview(app.ground, review!.id)).toBeNull();
    expect((await whole(receipt.id)).case.state).toBe('submitted');
  });

  it('stops at once, also between its two steps, and nothing half decided counts as decided', async () => {
    const stop = (account: string, body: object) => app.ask(account, ops.stopMachine, { body: { reason: '查错', ...body } }); // prettier-ignore
    expect((await stop(d.otherHead, { departmentId: d.market })).status).toBe(403);
    expect((await stop(d.head, {})).status).toBe(403);
    expect((await stop(d.head, { departmentId: d.market })).body).toMatchObject({ stopped: true, byName: '赵局长' });
    const { id, acted } = await handIn(quick);
    expect([acted, (await whole(id)).case.state]).toEqual([null, 'submitted']);
    await app.call(d.head, ops.resumeMachine, { body: { departmentId: d.market, reason: '好了' } });
    expect((await stop(d.office, {})).status).toBe(200);
    expect((await handIn(quick)).acted).toBeNull();
    // While an act is being written the stop waits for it; once it was answered, none follows.
    await app.call(d.office, ops.resumeMachine, { body: { reason: '继续' } });
    const waiting = await Promise.all([1, 2, 3, 4].map(() => runCase(app, d, [], { itemId: quick })));
    await app.relay.drain();
    const reviews = await app.ground.db.many<{ id: string; caseId: string }>(
      sql`select id, case_id from prereview.review where case_id = any(${waiting.map((one) => one.id)}::uuid[])`,
    );
    const stopped = stop(d.office, {}).then(async () => app.ground.db.many<{ at: Date }>(sql`select case_id from cases.action where role = 'rule'`)); // prettier-ignore
    await Promise.all([stopped, ...reviews.map(({ id: reviewId }) => actOnReview(app.ground, reviewId))]);
    const later = await app.ground.db.many(sql`select case_id from cases.action where role = 'rule'`);
    expect(later).toHaveLength((await stopped).length);
    await app.call(d.office, ops.resumeMachine, { body: { reason: '继续' } });
  });

  it('is checked again by a person, and its errors are counted', async () => {
    const before = await app.call(d.head, ops.listRechecks, { query: {} });
    expect(before.rows.length).toBe(before.total);
    const [first, second] = before.rows;
    const settle = (account: string, id: string, body: object) =>
      app.ask(account, ops.settleRecheck, { params: { id }, body: { agreed: true, note: '', ...body } });
    expect((await settle(d.otherHead, first!.reviewId, {})).status).toBe(403);
    expect((await settle(d.examiner, first!.reviewId, { agreed: false })).problem.code).toBe('prereview.noteMissing');
    expect((await settle(d.examiner, newId(), {})).problem.code).toBe('prereview.notSampled');
    expect((await settle(d.examiner, first!.reviewId, {})).status).toBeLessThan(300);
    expect((await settle(d.examiner, first!.reviewId, {})).problem.code).toBe('prereview.checkedAlready');
    await settle(d.head, second!.reviewId, { agreed: false, note: '平面图不是这家店的' });
    expect((await app.call(d.head, ops.listRechecks, { query: {} })).total).toBe(before.total - 2);
    const { rows, total } = await app.call(d.office, ops.listSettings, { query: {} });
    expect(total).toBe(2);
    const sum = (key: 'checked' | 'differed' | 'acted' | 'sampled') => rows.reduce((all, row) => all + row[key], 0);
    expect([sum('checked'), sum('differed'), sum('sampled')]).toEqual([2, 1, before.total]);
    for (const row of rows) expect(row.reviewed).toBe(row.passed + row.failed + row.untold);
    expect(rows.every(({ checked, differed, errorRate }) => errorRate === (checked ? (differed / checked) * 10_000 : null))).toBe(true); // prettier-ignore
    await expect(app.ground.db.many(sql`delete from prereview.recheck`)).rejects.toThrow(/permission denied/);
  });
});
