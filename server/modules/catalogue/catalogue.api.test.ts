/** The catalogue over HTTP: from a draft to a version in force, and what everybody reads of it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOutlets, saveOffices } from '#modules/offices';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { foodLicence, plainItem, smallDistrict, type SmallDistrict } from '#server/testing-district';
import { catalogueContract as ops } from './contract.ts';
import { getVersion, getVersionInForce, saveItems, scopeAt } from './index.ts';

let app: TestApp;
let district: SmallDistrict;
const town = newId();
const call: TestApp['call'] = (...asked) => app.call(...asked);
const ask: TestApp['ask'] = (...asked) => app.ask(...asked);

beforeAll(async () => {
  app = await openTestApp();
  district = await smallDistrict(app);
  await app.ground.db.transaction(async (tx) =>
    saveOffices(tx, app.clock.now(), {
      outlets: [{ id: town, key: 'east', kind: 'town', name: '东溪镇便民服务中心', longitude: 120.2, latitude: 30.3 }],
    }),
  );
});
afterAll(() => app?.close());

const body = plainItem({ name: '户外广告设置审批', plainName: '装店招', synonyms: ['广告牌'] });

test('a new item: drafted, checked, published for tomorrow, in force tomorrow', async () => {
  const { office, market } = district;
  const fresh = { code: '11330199MB0000001X-1', baseCode: '', departmentId: market, body };
  const draft = await call(office, ops.createItem, { body: fresh });
  expect(draft).toMatchObject({ revision: 1, basedOn: 0, lastVersion: 0 });
  const params = { id: draft.itemId };
  expect(await ask(null, ops.getGuide, { params })).toMatchObject({
    status: 409,
    problem: { code: 'catalogue.notInForce' },
  });
  expect(await ask(office, ops.createItem, { body: fresh })).toMatchObject({
    problem: { code: 'catalogue.codeTaken' },
  });

  const wrong = { ...body, promisedLimit: { value: 30, unit: 'workingDay' as const } };
  const saved = await call(office, ops.saveDraft, {
    params,
    body: { departmentId: market, body: wrong, basedOn: 0, revision: 1 },
  });
  expect(await call(office, ops.checkItem, { body: { body: wrong } })).toEqual({
    faults: [{ path: '/promisedLimit', why: 'promisedLonger' }],
  });
  const tomorrow = { inForceFrom: '2026-06-11', note: '首次发布' };
  expect(await ask(office, ops.publishItem, { params, body: { revision: saved.revision, ...tomorrow } })).toMatchObject(
    {
      status: 422,
      problem: { code: 'catalogue.invalidBody' },
    },
  );
  const mended = await call(office, ops.saveDraft, {
    params,
    body: { departmentId: market, body, basedOn: 0, revision: 2 },
  });
  expect(await ask(office, ops.publishItem, { params, body: { revision: 2, ...tomorrow } })).toMatchObject({
    problem: { code: 'catalogue.changedMeanwhile' },
  });
  const past = { revision: mended.revision, inForceFrom: '2026-06-09', note: '' };
  expect((await ask(office, ops.publishItem, { params, body: past })).problem.code).toBe('catalogue.dayPassed');
  await call(office, ops.publishItem, { params, body: { revision: mended.revision, ...tomorrow } });
  expect((await call(office, ops.listVersions, { params })).rows).toMatchObject([{ version: 1, state: 'scheduled' }]);
  expect(
    (await call(null, ops.searchItems, { query: { q: '装店招' } })).rows.map(({ itemId }) => itemId),
  ).not.toContain(draft.itemId);

  app.clock.set('2026-06-11T08:00:00+08:00');
  expect(await call(null, ops.getGuide, { params })).toMatchObject({ version: 1, body: { plainName: '装店招' } });
  expect((await call(null, ops.searchItems, { query: { q: '我想装个店招' } })).rows[0]).toMatchObject({
    itemId: draft.itemId,
    plainName: '装店招',
  });
});

test('two editors notice each other', async () => {
  const { office, head, food, market } = district;
  const params = { id: food };
  const begun = await call(head, ops.getDraft, { params });
  expect(begun).toMatchObject({ revision: 0, basedOn: 1 });
  const next = { departmentId: market, body: { ...foodLicence, visits: 1 }, basedOn: 1 };
  await call(head, ops.saveDraft, { params, body: { ...next, revision: 0 } });
  expect(await ask(office, ops.saveDraft, { params, body: { ...next, revision: 0 } })).toMatchObject({
    status: 409,
    problem: { code: 'catalogue.changedMeanwhile', facts: { revision: 1, by: '赵局长' } },
  });
  expect((await call(head, ops.listDrafts, {})).rows).toHaveLength(1);
  expect((await call(district.otherHead, ops.listDrafts, {})).rows).toHaveLength(0);
});

test('the next version while one is in force; running cases keep theirs; cancel, compare, withdraw', async () => {
  const { office, food } = district;
  const params = { id: food };
  const { revision } = await call(office, ops.getDraft, { params });
  await call(office, ops.publishItem, { params, body: { revision, inForceFrom: '2026-07-01', note: '跑一次' } });
  expect(await call(null, ops.getGuide, { params })).toMatchObject({
    version: 1,
    next: { version: 2, inForceFrom: '2026-07-01' },
  });
  expect(await call(office, ops.compareVersions, { params, query: { from: 1, to: 2 } })).toEqual({
    changes: [{ path: 'visits', before: 0, after: 1 }],
  });
  expect((await getVersionInForce(app.ground, food, '2026-06-30'))?.version).toBe(1);
  expect((await getVersionInForce(app.ground, food, '2026-07-01'))?.version).toBe(2);
  const cancelled = { params: { id: food, version: 2 }, body: { reason: '再议' } };
  await call(office, ops.cancelVersion, cancelled);
  expect((await ask(office, ops.cancelVersion, cancelled)).problem.code).toBe('catalogue.notScheduled');
  expect((await getVersionInForce(app.ground, food, '2026-07-01'))?.version).toBe(1);

  await call(office, ops.withdrawItem, { params, body: { fromDay: '2026-06-20', reason: '取消' } });
  expect((await getVersionInForce(app.ground, food, '2026-06-19'))?.version).toBe(1);
  expect(await getVersionInForce(app.ground, food, '2026-06-20')).toBeUndefined();
  expect(
    (await ask(office, ops.withdrawItem, { params, body: { fromDay: '2026-06-21', reason: '' } })).problem.code,
  ).toBe('catalogue.notInForce');
  expect((await getVersion(app.ground, food, 2)).body.visits).toBe(1);
  expect((await call(null, ops.getItemVersion, { params: { id: food, version: 1 } })).body.name).toBe('食品经营许可');
  await expect(
    app.ground.db.transaction(async (tx) =>
      tx.write({ name: '', text: 'update catalogue.item_version set version = 9', values: [] }),
    ),
  ).rejects.toThrow(/permission denied/);
});

test('handed down to a town and taken back; the hall offers everything', async () => {
  const { office, proof, hall, security } = district;
  const params = { id: proof };
  const item = { itemId: proof, departmentId: security };
  const today = '2026-06-11';
  expect(await scopeAt(app.ground, item, hall, today)).toBe('decide');
  expect(await scopeAt(app.ground, item, town, today)).toBeUndefined();
  await call(office, ops.handDown, { params, body: { outletIds: [town], scope: 'print' } });
  expect((await ask(office, ops.handDown, { params, body: { outletIds: [town], scope: 'accept' } })).problem.code).toBe(
    'catalogue.alreadyOffered',
  );
  expect(
    (await ask(office, ops.handDown, { params, body: { outletIds: [newId()], scope: 'accept' } })).problem.code,
  ).toBe('catalogue.outletUnknown');
  expect(await scopeAt(app.ground, item, town, today)).toBe('print');
  expect(await call(null, ops.listItems, { query: { outletId: town } })).toMatchObject({
    total: 1,
    rows: [{ itemId: proof, scope: 'print' }],
  });
  const near = await call(null, ops.getGuide, { params, query: { longitude: 120.2, latitude: 30.3 } });
  expect(near.places).toMatchObject([
    { outletId: town, distance: 0, scope: 'print', open: null },
    { outletId: hall, scope: 'decide' },
  ]);
  const places = await call(null, ops.directory, { query: { itemId: proof } });
  expect(places.rows.map(({ name, itemCount }) => [name, itemCount])).toContainEqual(['东溪镇便民服务中心', 1]);
  await call(office, ops.takeBack, { params, body: { outletIds: [town] } });
  expect((await ask(office, ops.takeBack, { params, body: { outletIds: [town] } })).problem.code).toBe(
    'catalogue.notOffered',
  );
  expect(await scopeAt(app.ground, item, town, today)).toBeUndefined();
  expect((await call(office, ops.listOffers, { params })).rows).toMatchObject([{ outletId: town, untilDay: today }]);
  expect((await listOutlets(app.ground.db)).length).toBe(2);
});

test('lists, overview and the keyboard of a window', async () => {
  const all = await call(null, ops.listItems, { query: { limit: 1 } });
  const overview = await call(null, ops.overview, {});
  expect(overview.total).toBe(all.total);
  expect(overview.departments.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  expect(overview.letters.reduce((sum, { count }) => sum + count, 0)).toBe(all.total);
  expect((await call(null, ops.quickFind, { query: { q: 'wfzjl' } })).rows).toMatchObject([{ itemId: district.proof }]);
  expect((await call(null, ops.quickFind, { query: { q: '020001' } })).rows).toMatchObject([
    { itemId: district.proof },
  ]);
  expect((await call(null, ops.listItems, { query: { departmentId: district.security } })).rows).toMatchObject([
    { name: '无犯罪记录证明', departmentName: '云溪区公安分局', letter: 'W' },
  ]);
});

test('a version in force costs no statement while the memory is warm', async () => {
  await getVersionInForce(app.ground, district.proof, '2026-06-11');
  const { db } = app.ground;
  const many = db.many.bind(db);
  let statements = 0;
  db.many = ((query: never) => ((statements += 1), many(query))) as typeof db.many;
  for (let i = 0; i < 100; i++) await getVersionInForce(app.ground, district.proof, '2026-06-11');
  db.many = many;
  expect(statements).toBe(0);
});

test('an import over HTTP: the difference first, then the rows', async () => {
  const list =
    '部门,事项名称,实施编码,承诺期限\n云溪区公安分局,门牌证办理,DEMO-1,5个工作日\n区新设局,一件新事,DEMO-2,\n';
  const upload = async (query: string, text: string, account = district.office) => {
    const { openSession, sessionCookie } = await import('#modules/people');
    const cookie = await openSession(app.ground, account, { secondFactor: true });
    const boundary = 'x-boundary';
    return app.http.inject({
      method: 'POST',
      url: `/api/items/imports?${query}`,
      cookies: { [sessionCookie]: cookie },
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list.csv"\r\ncontent-type: text/csv\r\n\r\n${text}\r\n--${boundary}--\r\n`,
    });
  };
  const dry = await upload('source=demo&dryRun=true', list);
  expect(dry.json()).toMatchObject({ stored: false, counts: { added: 2, rejected: 0 }, newDepartments: ['区新设局'] });
  expect((await upload('source=demo', list)).json()).toMatchObject({ stored: true, counts: { added: 2 } });
  expect((await upload('source=demo', list)).json()).toMatchObject({
    stored: true,
    counts: { added: 0, unchanged: 2 },
  });
  expect((await upload('source=demo', `${list},,DEMO-3,\n`)).json()).toMatchObject({
    stored: false,
    counts: { rejected: 1 },
  });
  expect((await upload('source=demo', 'no list')).json()).toMatchObject({ code: 'catalogue.importRejected' });
  const own = '甲栏,乙栏\n外语角,EN-1\n';
  expect((await upload('source=own', own)).json()).toMatchObject({ facts: { headers: ['甲栏', '乙栏'] } });
  const map = (said: string): string => `source=own&map=${encodeURIComponent(said)}`;
  expect((await upload(map('甲栏=name'), own)).json()).toMatchObject({ facts: { headers: ['甲栏', '乙栏'] } });
  expect((await upload(map('甲栏=nonsense'), own)).statusCode).toBe(422);
  const said = map('甲栏=name\n乙栏=code\n');
  expect((await upload(`${said}&dryRun=true`, own)).json()).toMatchObject({
    added: [{ code: 'EN-1', name: '外语角' }],
  });
  expect((await upload(`${map('甲栏=name')}&codeFrom=name&dryRun=true`, own)).json().added[0].code).toMatch(/^own-/);
  expect((await upload('source=demo', list, district.head)).statusCode).toBe(403);
  expect((await call(null, ops.searchItems, { query: { q: '门牌证' } })).rows[0]).toMatchObject({
    code: 'DEMO-1',
    verified: false,
  });
  expect((await call(district.office, ops.listImports, {})).rows).toHaveLength(2);
});

test('saving many items is one transaction; an equal one is left alone', async () => {
  const by = { at: app.clock.now(), name: 'loader', source: 'test' };
  const items = [1, 2].map((n) => ({
    code: `M-${n}`,
    departmentId: district.market,
    body: plainItem({ name: `事项${n}` }),
  }));
  const saved = await app.ground.db.transaction((tx) => saveItems(tx, items, by));
  expect(saved.map(({ outcome }) => outcome)).toEqual(['added', 'added']);
  items[1] = { ...items[1]!, body: plainItem({ name: '事项2', visits: 3 }) };
  const again = await app.ground.db.transaction((tx) => saveItems(tx, items, by));
  expect(again).toMatchObject([
    { outcome: 'unchanged', version: 1 },
    { outcome: 'changed', version: 2 },
  ]);
  const wrong = [
    { ...items[0]!, code: 'M-3' },
    { ...items[0]!, code: 'M-4', body: { ...items[0]!.body, name: '' } },
  ];
  await expect(app.ground.db.transaction((tx) => saveItems(tx, wrong, by))).rejects.toMatchObject({
    code: 'catalogue.invalidBody',
  });
  expect((await call(null, ops.quickFind, { query: { q: 'M-3x' } })).rows).toEqual([]);
});
