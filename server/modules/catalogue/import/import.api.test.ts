/** Imports into a catalogue that others work on too: the office, and other sources. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { catalogueContract as ops } from '../contract.ts';
import { findItemByCode } from '../items/store.ts';
import { runImport, type ImportAsked } from './run-import.ts';

let app: TestApp;
let district: SmallDistrict;
const take = (source: string, text: string, more: Partial<ImportAsked> = {}) =>
  runImport(app.ground, { source, fileName: 'list.csv', bytes: Buffer.from(text), by: { name: 'import' }, ...more });

beforeAll(async () => {
  app = await openTestApp();
  district = await smallDistrict(app);
});
afterAll(() => app?.close());

const head = '事项名称,实施编码,咨询电话\n';

test('a row over an item with a version prepared for later is refused: it would be undone on that day', async () => {
  const { office } = district;
  await take('prepared', `${head}结婚登记,P-1,88001001\n离婚登记,P-2,88001002\n`);
  const params = { id: (await findItemByCode(app.ground.db, 'P-1'))!.id };
  const { revision, basedOn, ...draft } = await app.call(office, ops.getDraft, { params });
  const body = { departmentId: draft.departmentId, body: { ...draft.body, visits: 1 }, basedOn, revision };
  const saved = await app.call(office, ops.saveDraft, { params, body });
  await app.call(office, ops.publishItem, {
    params,
    body: { revision: saved.revision, inForceFrom: '2026-07-01', note: '跑一次' },
  });

  // What says nothing new has nothing that could be undone.
  expect(await take('prepared', `${head}结婚登记,P-1,88001001\n离婚登记,P-2,88001002\n`)).toMatchObject({
    rejected: [],
    unchanged: 2,
  });
  const next = `${head}结婚登记,P-1,88009999\n离婚登记,P-2,88008888\n`;
  const refused = await take('prepared', next);
  expect(refused).toMatchObject({ stored: false, vanished: [] });
  expect(refused.rejected).toEqual([
    {
      line: 2,
      column: '',
      code: 'P-1',
      reason: 'a version is prepared for 2026-07-01: publish the change there or cancel it',
    },
  ]);
  const others = await take('prepared', next, { skipBroken: true });
  expect(others).toMatchObject({ stored: true, changed: [{ fields: { code: 'P-2' } }] });

  await app.call(office, ops.cancelVersion, { params: { ...params, version: 2 }, body: { reason: '先导入' } });
  expect(await take('prepared', next)).toMatchObject({ stored: true, changed: [{ fields: { code: 'P-1' } }] });
});
