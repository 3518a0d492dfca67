/** Imports into a catalogue that others work on too: the office, and other sources. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { catalogueContract as ops } from '../contract.ts';
import { findItemByCode } from '../items/store.ts';
import { asJson, asText } from './say-result.ts';
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

test('what another source imported last is named when it is changed', async () => {
  await take('state', `${head}企业登记,T-1,88001001\n个体登记,T-2,88001002\n`);
  app.clock.set('2026-06-10T10:00:00+08:00');
  const taken = await take('ours', `${head}企业登记,T-1,88001001\n犬只登记,T-2,88003333\n`);
  expect(taken).toMatchObject({ stored: true, unchanged: 1, takenOver: [{ code: 'T-2', source: 'state' }] });
  expect(asText(taken, false)).toContain('Warning: 1 changed item was last imported from "state": T-2');
  expect(JSON.parse(asJson(taken))).toEqual({
    added: 0,
    changed: 1,
    unchanged: 1,
    vanished: 0,
    rejected: [],
    takenOver: [{ code: 'T-2', source: 'state' }],
  });
  app.clock.set('2026-06-10T10:30:00+08:00');
  expect(await take('ours', `${head}企业登记,T-1,88001001\n犬只登记,T-2,88004444\n`)).toMatchObject({ takenOver: [] });
});

test('a column that only counts the rows holds no codes, unless that is said by hand', async () => {
  const text = '编号,事项名称\n1,结婚登记\n2,离婚登记\n';
  await expect(take('counted', text)).rejects.toThrow('"编号" only counts the rows');
  const columns = new Map([['编号', 'code' as const]]);
  expect((await take('counted', text, { columns, dryRun: true })).added).toHaveLength(2);
  const other = await take('counted', '编号,事项名称,目录编码\n1,结婚登记,M-1\n2,离婚登记,M-2\n', { dryRun: true });
  expect(other.added.map(({ fields }) => fields.code)).toEqual(['M-1', 'M-2']);
  expect(other.header.ignored).toEqual(['编号 (only counts the rows)']);
  // Numbers that leave something out, or begin elsewhere, are somebody's numbers.
  const numbers = await take('counted', '编号,事项名称\n1,结婚登记\n3,离婚登记\n', { dryRun: true });
  expect(numbers.added.map(({ fields }) => fields.code)).toEqual(['1', '3']);
});
