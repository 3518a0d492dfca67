import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, givePost } from '#modules/people';
import { openTestApp, type TestApp } from '#server/testing';
import { officesContract as op } from './contract.ts';
import { saveOffices } from './index.ts';

let app: TestApp;
let office: string;
let colleague: string;

beforeAll(async () => {
  app = await openTestApp();
  const { db, clock } = app.ground;
  [office, colleague] = (await db.transaction(async (tx) =>
    ['office', 'colleague'].map((loginName) => {
      const id = createAccount(tx, clock.now(), { loginName, name: loginName === 'office' ? '办公室' : '同事' });
      givePost(tx, clock.now(), id, { role: 'office' });
      return id;
    }),
  )) as [string, string];
});
afterAll(() => app.close());

const department = (key: string, more: object = {}) => ({
  key,
  code: '',
  name: `${key}局`,
  shortName: key,
  nameEn: '',
  telephone: '0571-12345',
  sealName: `${key}局行政审批专用章`,
  position: 1,
  ...more,
});
const outlet = (key: string, more: object = {}) => ({
  key,
  kind: 'town' as const,
  name: `${key}便民服务中心`,
  nameEn: '',
  address: '文一路 1 号',
  addressEn: '',
  longitude: 120.1,
  latitude: 30.2,
  telephone: '',
  areaCode: '330106001',
  parentId: null,
  departmentId: null,
  ...more,
});
const window = (outletId: string, number: string, more: object = {}) => ({
  outletId,
  number,
  zone: 'A',
  name: '综合窗口',
  nameEn: '',
  kind: 'general' as const,
  departmentId: null,
  ...more,
});

test('a department is added, read by anyone, and written anew by one at a time', async () => {
  const made = await app.call(office, op.createDepartment, { body: department('civil') });
  expect(made).toMatchObject({ key: 'civil', version: 1, changedBy: '办公室' });
  expect((await app.call(null, op.listDepartments, {})).rows).toContainEqual(made);

  const { id, key: _, retiredAt: __, changedAt: ___, changedBy: ____, ...fields } = made;
  const mine = await app.call(office, op.updateDepartment, {
    params: { id },
    body: { ...fields, telephone: '1' },
  });
  expect(mine.version).toBe(2);
  const late = await app.ask(colleague, op.updateDepartment, {
    params: { id },
    body: { ...fields, telephone: '2' },
  });
  expect(late.status).toBe(409);
  expect(late.problem).toMatchObject({
    code: 'offices.changedMeanwhile',
    facts: { current: { telephone: '1', changedBy: '办公室', version: 2 } },
  });
  const changes = await app.call(office, op.listChanges, { params: { id }, query: {} });
  expect(changes.rows.map(({ act, version }) => [act, version])).toEqual([
    ['update', 2],
    ['create', 1],
  ]);
  expect(changes.total).toBe(2);
});

test('keys and names are taken once', async () => {
  await app.call(office, op.createDepartment, { body: department('health') });
  const key = await app.ask(office, op.createDepartment, { body: department('health', { name: '别的' }) });
  expect(key.problem.code).toBe('offices.keyTaken');
  const name = await app.ask(office, op.createDepartment, { body: department('health2', { name: 'health局' }) });
  expect(name.problem.code).toBe('offices.nameTaken');
});

test('what is in use stays in service; retiring an outlet retires its windows', async () => {
  const owner = await app.call(office, op.createDepartment, { body: department('housing') });
  const place = await app.call(office, op.createOutlet, { body: outlet('wenyi', { departmentId: owner.id }) });
  const one = await app.call(office, op.createWindow, { body: window(place.id, '1') });
  const twice = await app.ask(office, op.createWindow, { body: window(place.id, '1') });
  expect(twice.problem.code).toBe('offices.numberTaken');
  const special = await app.ask(office, op.createWindow, { body: window(place.id, '2', { kind: 'special' }) });
  expect(special.problem.code).toBe('offices.windowNeedsDepartment');

  const used = await app.ask(office, op.retireDepartment, {
    params: { id: owner.id },
    body: { version: 1, retired: true },
  });
  expect(used.problem).toMatchObject({ code: 'offices.departmentInUse', facts: { count: 1 } });

  await app.call(office, op.retireOutlet, { params: { id: place.id }, body: { version: 1, retired: true } });
  expect((await app.call(null, op.listWindows, { query: { outletId: place.id } })).total).toBe(0);
  const all = await app.call(null, op.listWindows, { query: { outletId: place.id, retired: true } });
  expect(all.rows).toMatchObject([{ id: one.id, version: 2 }]);
  const back = await app.ask(office, op.retireWindow, { params: { id: one.id }, body: { version: 2, retired: false } });
  expect(back.problem.code).toBe('offices.outletRetired');
  await app.call(office, op.retireDepartment, { params: { id: owner.id }, body: { version: 1, retired: true } });
  expect((await app.call(null, op.getDepartment, { params: { id: owner.id } })).retiredAt).not.toBeNull();
});

test('an outlet stands under another, never under itself', async () => {
  const town = await app.call(office, op.createOutlet, { body: outlet('town') });
  const village = await app.call(office, op.createOutlet, {
    body: outlet('village', { kind: 'village', parentId: town.id }),
  });
  const { id, key: _, retiredAt: __, changedAt: ___, changedBy: ____, ...fields } = town;
  const cycle = await app.ask(office, op.updateOutlet, { params: { id }, body: { ...fields, parentId: village.id } });
  expect(cycle.problem.code).toBe('offices.parentCycle');
  const self = await app.ask(office, op.updateOutlet, { params: { id }, body: { ...fields, parentId: id } });
  expect(self.problem.code).toBe('offices.parentCycle');
  const half = await app.ask(office, op.createOutlet, { body: outlet('half', { latitude: null }) });
  expect(half.problem).toMatchObject({
    code: 'offices.wrongReference',
    facts: { fields: { '/latitude': expect.any(String) } },
  });
  const under = await app.ask(office, op.retireOutlet, { params: { id }, body: { version: 1, retired: true } });
  expect(under.problem.code).toBe('offices.outletHasChildren');
});

test('opening hours are written as a whole and say what is open now', async () => {
  const place = await app.call(office, op.createOutlet, { body: outlet('hours', { kind: 'hall' }) });
  const params = { id: place.id };
  expect(await app.call(null, op.getHours, { params })).toMatchObject({ version: 0, weekly: [] });
  expect((await app.call(null, op.getOutlet, { params })).opening).toBeNull();
  const weekly = [{ weekday: 3, opens: '09:00', closes: '12:00' }];
  const saved = await app.call(office, op.saveHours, { params, body: { weekly, exceptions: [], version: 0 } });
  expect(saved).toMatchObject({ version: 1, changedBy: '办公室' });
  const late = await app.ask(colleague, op.saveHours, { params, body: { weekly: [], exceptions: [], version: 0 } });
  expect(late.problem).toMatchObject({ code: 'offices.changedMeanwhile', facts: { current: { weekly, version: 1 } } });
  const wrong = await app.ask(office, op.saveHours, {
    params,
    body: { weekly: [{ weekday: 1, opens: '12:00', closes: '09:00' }], exceptions: [], version: 1 },
  });
  expect(wrong.problem).toMatchObject({
    code: 'offices.wrongHours',
    facts: { fields: { '/weekly/0': expect.any(String) } },
  });
  // Wednesday, half past nine.
  expect((await app.call(null, op.getOutlet, { params })).opening).toMatchObject({
    open: true,
    says: { zh: '开放中，12:00 结束' },
  });
});

test('a district is saved at once and its outlets are listed from a point', async () => {
  const { db, clock } = app.ground;
  await db.transaction(async (tx) =>
    saveOffices(tx, clock.now(), {
      departments: [{ key: 'many', name: '多' }],
      outlets: [
        { key: 'bank-far', kind: 'bank', name: '远', longitude: 120.5, latitude: 30.5 },
        { key: 'bank-near', kind: 'bank', name: '近', longitude: 120.1, latitude: 30.21 },
        { key: 'bank-none', kind: 'bank', name: '无' },
      ],
    }),
  );
  const query = { kind: 'bank' as const, longitude: 120.1, latitude: 30.2 };
  const list = await app.call(null, op.listOutlets, { query });
  expect(list.rows.map(({ key }) => key)).toEqual(['bank-near', 'bank-far', 'bank-none']);
  expect(list.rows[0]!.distance).toBeGreaterThan(1_000);
  expect(list.rows[2]!.distance).toBeNull();
  const cut = await app.call(null, op.listOutlets, { query: { ...query, limit: 1, offset: 1 } });
  expect([cut.rows.map(({ key }) => key), cut.total]).toEqual([['bank-far'], 3]);
});

test('what an editor writes is announced', async () => {
  const made = await app.call(office, op.createDepartment, { body: department('told') });
  const { rows } = await app.ground.db.pool.query('select name, facts from platform.event where subject = $1', [
    made.id,
  ]);
  expect(rows).toEqual([
    { name: 'offices.departmentChanged', facts: { act: 'create', departmentId: made.id, everybody: true } },
  ]);
});
