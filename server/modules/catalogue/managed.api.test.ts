/** The catalogue as those see it who keep it: unfinished drafts, the order of a form, items in every state. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { foodLicence, plainItem, smallDistrict, type SmallDistrict } from '#server/testing-district';
import { catalogueContract as ops, type ItemBody } from './contract.ts';

let app: TestApp;
let district: SmallDistrict;
beforeAll(async () => {
  app = await openTestApp({ logLevel: 'error' });
  district = await smallDistrict(app);
});
afterAll(() => app?.close());

const text = { type: 'string', title: '一项' } as const;
const form: ItemBody['form'] = {
  type: 'object',
  properties: { longestNameOfAll: text, b: text, areaOfTheShop: text, a: text },
  required: ['b'],
};
const inOrder = ['longestNameOfAll', 'b', 'areaOfTheShop', 'a'];

test('the fields of a form stay in the order of the editor, in the draft and in the version', async () => {
  const { office, market, food } = district;
  const params = { id: food };
  const body = { ...foodLicence, form };
  const saved = await app.call(office, ops.saveDraft, {
    params,
    body: { departmentId: market, body, basedOn: 1, revision: 0 },
  });
  expect(Object.keys(saved.body.form.properties)).toEqual(inOrder);
  const draft = await app.call(office, ops.getDraft, { params });
  expect(Object.keys(draft.body.form.properties)).toEqual(inOrder);
  await app.call(office, ops.publishItem, {
    params,
    body: { revision: draft.revision, inForceFrom: '2026-06-10', note: '' },
  });
  const guide = await app.call(null, ops.getGuide, { params });
  expect(Object.keys(guide.body.form.properties)).toEqual(inOrder);

  const { a, ...rest } = form.properties;
  const moved = { ...body, form: { ...form, properties: { a: a!, ...rest } } };
  await app.call(office, ops.saveDraft, {
    params,
    body: { departmentId: market, body: moved, basedOn: 2, revision: 0 },
  });
  expect(await app.call(office, ops.compareVersions, { params, query: { from: 2, to: 0 } })).toEqual({
    changes: [{ path: 'form/properties', before: inOrder, after: ['a', ...inOrder.slice(0, 3)] }],
  });
  await app.call(office, ops.dropDraft, { params });
});

test('a draft is kept while something is missing; published it is not', async () => {
  const { office, market, food } = district;
  const params = { id: food };
  const body = plainItem({
    name: '',
    materials: [{ id: 'm1', name: '', form: 'copy', copies: 1, source: 'applicant', requirement: 'must' }],
    situations: [{ id: 's1', question: '', options: [] }],
    form: { type: 'object', properties: { field1: { type: 'string', title: '', 'x-widget': 'radio', enum: [] } } },
  });
  const { revision } = await app.call(office, ops.saveDraft, {
    params,
    body: { departmentId: market, body, basedOn: 2, revision: 0 },
  });
  const { faults } = await app.call(office, ops.checkItem, { body: { body } });
  expect(faults.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['/name', '/materials/0/name', '/situations/0/question', '/form/properties/field1/title']),
  );
  const published = await app.ask(office, ops.publishItem, {
    params,
    body: { revision, inForceFrom: '2026-06-10', note: '' },
  });
  expect(published).toMatchObject({ status: 422, problem: { code: 'catalogue.invalidBody' } });
  const strange = { ...body, surprise: true } as ItemBody;
  const refused = await app.ask(office, ops.saveDraft, {
    params,
    body: { departmentId: market, body: strange, basedOn: 2, revision },
  });
  expect(refused.status).toBe(400);
  await app.call(office, ops.dropDraft, { params });
});

test('items in every state, counted from the same read; a head sees those of the department', async () => {
  const { office, head, market, food, proof } = district;
  const fresh = await app.call(office, ops.createItem, {
    body: { code: 'NEW-1', baseCode: '', departmentId: market, body: plainItem({ name: '户外广告设置审批' }) },
  });
  await app.call(office, ops.withdrawItem, { params: { id: proof }, body: { fromDay: '2026-06-10', reason: '取消' } });
  const begun = await app.call(office, ops.getDraft, { params: { id: food } });
  const { revision } = await app.call(office, ops.saveDraft, {
    params: { id: food },
    body: { departmentId: market, body: begun.body, basedOn: 2, revision: 0 },
  });
  await app.call(office, ops.publishItem, {
    params: { id: food },
    body: { revision, inForceFrom: '2026-07-01', note: '' },
  });
  const list = (account: string, query: object) => app.call(account, ops.listManaged, { query });
  const all = await list(office, {});
  expect(all.counts).toMatchObject({ all: all.total, coming: 1, draft: 1, unpublished: 1, ended: 1 });
  expect(all.rows.find(({ itemId }) => itemId === food)).toMatchObject({
    state: 'inForce',
    current: { version: 2 },
    next: { version: 3, inForceFrom: '2026-07-01' },
    draft: null,
  });
  for (const shelf of ['inForce', 'coming', 'draft', 'unpublished', 'ended'] as const)
    expect((await list(office, { shelf })).total).toBe(all.counts[shelf]);
  expect((await list(office, { q: '广告 hwgg' })).rows.map(({ itemId }) => itemId)).toEqual([fresh.itemId]);
  expect((await list(office, { sort: '-changed', limit: 1 })).rows[0]).toMatchObject({
    itemId: fresh.itemId,
    draft: { changedBy: expect.any(String) },
  });
  const own = await list(head, {});
  expect(new Set(own.rows.map(({ departmentId }) => departmentId))).toEqual(new Set([market]));
});
