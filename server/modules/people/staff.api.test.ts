import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveOffices } from '#modules/offices';
import { newId } from '#platform/ids';
import { openTestApp, testStart, type TestApp } from '#server/testing';
import { peopleContract as op } from './contract.ts';
import { nameOfAccounts, openSession, savePeople, staffOf } from './index.ts';
import { actorOfSecret } from './sign-in/actor.ts';
import { browser, staffMember, strong } from './testing/accounts.ts';

let app: TestApp;
let admin: string;
let office: string;
const civil = newId();
const health = newId();
const retired = newId();

beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
  const { db, clock } = app.ground;
  await db.transaction(async (tx) =>
    saveOffices(tx, clock.now(), {
      departments: [
        { id: civil, key: 'civil', name: '民政局' },
        { id: health, key: 'health', name: '卫健局' },
        { id: retired, key: 'old', name: '老局' },
      ],
    }),
  );
  await db.pool.query('update offices.department set retired_at = now() where id = $1', [retired]);
  admin = await staffMember(app, 'admin', { role: 'admin' });
  office = await staffMember(app, 'office', { role: 'office' });
});
afterAll(() => app.close());

const postsOf = async (accountId: string) =>
  (await actorOfSecret(app.ground, await openSession(app.ground, accountId))).posts;

test('a member of staff begins with a password that must be changed before the posts count', async () => {
  const made = await app.call(office, op.createStaff, {
    body: {
      loginName: 'Wang.Fang',
      name: '王芳',
      phone: '13600000001',
      posts: [{ role: 'clerk', departmentId: civil }],
    },
  });
  const desk = browser(app);
  const entered = await desk.ask(op.signIn, { body: { name: 'wang.fang', password: made.password } });
  expect(entered.body.next).toBe('changePassword');
  expect((await desk.ask(op.me, {})).body.actor?.posts).toEqual([]);
  await desk.ask(op.changePassword, { body: { present: made.password, fresh: strong } });
  expect((await desk.ask(op.me, {})).body.actor).toMatchObject({
    next: 'none',
    posts: [{ role: 'clerk', departmentId: civil, departmentName: '民政局', standsInFor: null }],
  });
  const list = await app.call(office, op.listStaff, { query: { departmentId: civil } });
  expect(list).toMatchObject({ total: 1, rows: [{ loginName: 'wang.fang', posts: [{ role: 'clerk' }] }] });
  expect(await staffOf(app.ground.db, civil, '2026-06-10')).toEqual([
    { accountId: made.id, name: '王芳', roles: ['clerk'] },
  ]);
  expect(await nameOfAccounts(app.ground.db, [made.id, made.id])).toEqual(new Map([[made.id, '王芳']]));
});

test('the service office reaches those who decide cases, not those above it', async () => {
  const body = (role: 'office' | 'admin' | 'auditor' | 'head') => ({
    loginName: `new${role}`,
    name: 'x',
    posts: [{ role, departmentId: civil }],
  });
  for (const role of ['office', 'admin', 'auditor'] as const)
    expect((await app.ask(office, op.createStaff, { body: body(role) })).status).toBe(403);
  expect((await app.ask(office, op.createStaff, { body: body('head') })).status).toBe(200);
  const reason = { reason: '忘记密码' };
  expect((await app.ask(office, op.resetPassword, { params: { id: admin }, body: reason })).status).toBe(403);
  const fields = { name: 'x', phone: null, email: null, version: 1 };
  expect((await app.ask(office, op.updateStaff, { params: { id: admin }, body: fields })).status).toBe(403);
  const self = await app.ask(admin, op.resetPassword, { params: { id: admin }, body: reason });
  expect(self.problem.code).toBe('people.notOnYourself');
  const reset = await app.call(admin, op.resetPassword, { params: { id: office }, body: reason });
  const entered = await browser(app).ask(op.signIn, { body: { name: 'office', password: reset.password } });
  expect(entered.body.next).toBe('changePassword');
  await app.ground.db.pool.query('update people.account set must_change_password = false where id = $1', [office]);
  office = await staffMember(app, 'office2', { role: 'office' });
});

test('posts need a place in service and fit together', async () => {
  const id = await staffMember(app, 'many', { role: 'examiner', departmentId: civil });
  const code = async (body: object) =>
    (await app.ask(admin, op.givePost, { params: { id }, body: body as never })).problem.code;
  expect(await code({ role: 'clerk' })).toBe('people.postNeedsPlace');
  expect(await code({ role: 'clerk', departmentId: newId() })).toBe('people.postNeedsPlace');
  expect(await code({ role: 'clerk', departmentId: retired })).toBe('people.postNeedsPlace');
  expect(await code({ role: 'auditor' })).toBe('people.rolesConflict');
  expect(await code({ role: 'admin' })).toBe('people.rolesConflict');
  expect(await code({ role: 'clerk', departmentId: civil, untilOn: '2026-06-01' })).toBe('people.wrongSpan');
  const later = await app.call(admin, op.givePost, {
    params: { id },
    body: { role: 'head', departmentId: health, fromOn: '2026-06-15', untilOn: '2026-06-16' },
  });
  expect(later.posts).toHaveLength(2);
  const roles = async () => (await postsOf(id)).map(({ role }) => role);
  expect(await roles()).toEqual(['examiner']);
  app.clock.set('2026-06-16T23:59:00+08:00');
  expect((await roles()).sort()).toEqual(['examiner', 'head']);
  app.clock.set('2026-06-17T00:00:00+08:00');
  expect(await roles()).toEqual(['examiner']);
  app.clock.set(testStart);
  const examiner = later.posts.find(({ role }) => role === 'examiner')!;
  await app.call(admin, op.endPost, { params: { id: examiner.id }, body: { untilOn: '2026-06-10' } });
  expect(await roles()).toEqual(['examiner']);
  await app.call(admin, op.endPost, { params: { id: examiner.id }, body: {} });
  expect(await roles()).toEqual([]);
  const ended = await app.ask(admin, op.endPost, { params: { id: examiner.id }, body: {} });
  expect(ended.problem.code).toBe('people.postEnded');
});

test('the last administrator stays, and nobody shuts themselves out', async () => {
  const list = await app.call(admin, op.listStaff, { query: { role: 'admin' } });
  expect(list.total).toBe(1);
  const end = await app.ask(admin, op.endPost, { params: { id: list.rows[0]!.posts[0]!.id }, body: {} });
  expect(end.problem.code).toBe('people.lastAdministrator');
  const body = { disabled: true, reason: '离职' };
  expect((await app.ask(admin, op.disableStaff, { params: { id: admin }, body })).problem.code).toBe(
    'people.notOnYourself',
  );
  const second = await staffMember(app, 'admin2', { role: 'admin' });
  await app.call(admin, op.resetSecondFactor, { params: { id: second }, body: { reason: '换手机' } });
  await app.call(admin, op.disableStaff, { params: { id: second }, body });
  expect((await app.call(admin, op.listStaff, { query: { words: 'admin2' } })).total).toBe(0);
  const opened = await app.call(admin, op.disableStaff, { params: { id: second }, body: { ...body, disabled: false } });
  expect(opened).toMatchObject({ disabledAt: null, disabledReason: null });
});

test('two who edit a member of staff at once: the second sees what the first wrote', async () => {
  const id = await staffMember(app, 'edited', { role: 'clerk', departmentId: civil });
  const body = { name: '新名', phone: '13600000009', email: null, version: 1 };
  expect(await app.call(office, op.updateStaff, { params: { id }, body })).toMatchObject({ name: '新名', version: 2 });
  const late = await app.ask(admin, op.updateStaff, { params: { id }, body });
  expect(late.problem).toMatchObject({
    code: 'people.changedMeanwhile',
    facts: { current: { name: '新名', version: 2 } },
  });
});

test('whoever is named stands in from the first day to the last, and no longer', async () => {
  const { clock } = app;
  const away = await staffMember(
    app,
    'away',
    { role: 'head', departmentId: health },
    { role: 'examiner', departmentId: health },
  );
  const standIn = await staffMember(app, 'standin', { role: 'examiner', departmentId: civil });
  const ask = (accountId: string, more: object = {}) =>
    app.ask(accountId, op.enterAbsence, {
      body: {
        accountId: away,
        fromOn: '2026-06-11',
        untilOn: '2026-06-12',
        standInId: standIn,
        reason: '休假',
        ...more,
      },
    });
  expect((await ask(standIn)).status).toBe(403);
  expect((await ask(office, { untilOn: '2026-06-10' })).problem.code).toBe('people.wrongSpan');
  expect((await ask(office, { standInId: away })).problem.code).toBe('people.wrongSpan');
  expect((await ask(office, { standInId: newId() })).problem.code).toBe('people.notStaff');
  expect((await ask(office, { standInId: admin })).problem.code).toBe('people.rolesConflict');
  const examinerSelf = await app.call(away, op.enterAbsence, {
    body: { accountId: away, fromOn: '2026-06-11', untilOn: '2026-06-12', standInId: standIn, reason: '休假' },
  });
  expect(examinerSelf).toMatchObject({ name: 'away', standInName: 'standin' });
  expect((await ask(office)).problem.code).toBe('people.absenceOverlaps');
  const busy = await app.ask(office, op.enterAbsence, {
    body: { accountId: standIn, fromOn: '2026-06-01', untilOn: '2026-06-30', standInId: away, reason: '' },
  });
  expect(busy.problem.code).toBe('people.standInAbsent');

  const stands = async () =>
    (await postsOf(standIn)).filter(({ standsInFor }) => standsInFor === away).map(({ role }) => role);
  expect(await stands()).toEqual([]);
  clock.set('2026-06-11T00:00:00+08:00');
  expect((await stands()).sort()).toEqual(['examiner', 'head']);
  // The session of yesterday has ended by itself: a new one for today.
  const cookie = `yichuang_session=${await openSession(app.ground, standIn)}`;
  const read = async (url: string) =>
    (await app.http.inject({ url: `/api/people/${url}`, headers: { cookie } })).json();
  expect((await read(`colleagues?departmentId=${health}`)).rows).toEqual([
    { accountId: away, name: 'away', roles: ['examiner', 'head'], away: true },
  ]);
  expect((await read('me')).actor.posts).toContainEqual(
    expect.objectContaining({ role: 'head', departmentName: '卫健局', standsInFor: { accountId: away, name: 'away' } }),
  );
  clock.set('2026-06-13T00:00:00+08:00');
  expect(await stands()).toEqual([]);
  clock.set(testStart);
  await app.call(office, op.cancelAbsence, { params: { id: examinerSelf.id } });
  clock.set('2026-06-11T10:00:00+08:00');
  expect(await stands()).toEqual([]);
  clock.set(testStart);
  const twice = await app.ask(office, op.cancelAbsence, { params: { id: examinerSelf.id } });
  expect(twice.problem.code).toBe('people.absenceCancelled');
});

test('a head sees and enters the absence of their own department only', async () => {
  const boss = await staffMember(app, 'civilhead', { role: 'head', departmentId: civil });
  const own = await staffMember(app, 'civilclerk', { role: 'clerk', departmentId: civil });
  const other = await staffMember(app, 'healthclerk', { role: 'clerk', departmentId: health });
  const enter = (accountId: string) =>
    app.ask(boss, op.enterAbsence, { body: { accountId, fromOn: '2026-07-01', untilOn: '2026-07-02', reason: '' } });
  expect((await enter(own)).status).toBe(200);
  expect((await enter(other)).status).toBe(403);
  expect((await app.call(boss, op.listAbsences, { query: { departmentId: civil } })).total).toBe(1);
  expect((await app.ask(boss, op.listAbsences, { query: { departmentId: health } })).status).toBe(403);
  expect((await app.ask(boss, op.listAbsences, {})).status).toBe(403);
  expect((await app.call(own, op.listAbsences, { query: { accountId: own } })).total).toBe(1);
  expect((await app.ask(own, op.listAbsences, { query: { accountId: other } })).status).toBe(403);
  expect((await app.ask(boss, op.listStaff, { query: { departmentId: health } })).status).toBe(403);
  expect((await app.ask(boss, op.listStaff, { query: { departmentId: civil } })).status).toBe(200);
});

test('thousands are saved at once', async () => {
  const { db, clock } = app.ground;
  const persons = Array.from({ length: 5_000 }, (_, i) => ({
    id: newId(),
    idKind: 'passport' as const,
    idNumber: `BULK${String(i).padStart(6, '0')}`,
    name: `人${i}`,
  }));
  const accounts = persons.map(({ id, name }, i) => ({
    id: newId(),
    loginName: `bulk${i}`,
    name,
    personId: id,
    passwordHash: 'x',
  }));
  await db.transaction(async (tx) =>
    savePeople(tx, clock.now(), {
      persons,
      accounts,
      posts: accounts.slice(0, 100).map(({ id }) => ({ accountId: id, role: 'clerk', departmentId: health })),
      absences: [
        { accountId: accounts[0]!.id, fromOn: '2026-06-10', untilOn: '2026-06-10', standInId: accounts[1]!.id },
      ],
      authorities: [
        { kind: 'proxy', principalPersonId: persons[2]!.id, agentPersonId: persons[3]!.id, itemCodes: ['A1'] },
      ],
    }),
  );
  expect((await app.call(office, op.listStaff, { query: { words: 'bulk', limit: 10 } })).total).toBe(100);
  expect(await postsOf(accounts[1]!.id)).toHaveLength(2);
});
