import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, testStart, type TestApp } from '#server/testing';
import { peopleContract as op } from './contract.ts';
import { createAdministrator, letIn } from './commands.ts';
import { openSession } from './index.ts';
import { savePeople } from './save-people.ts';
import { takeDeliverySecret } from './recovery/store.ts';
import { actorOfSecret } from './sign-in/actor.ts';
import { hashPassword } from './sign-in/hash.ts';
import { sweep } from './guard/store.ts';
import { browser, cardNumber, rowsOf, staffMember, strong } from './testing/accounts.ts';

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ logLevel: 'silent' });
});
afterAll(() => app.close());

const registration = (n: number, more: object = {}) => ({
  loginName: `resident${n}`,
  password: strong,
  phone: `138000000${String(n).padStart(2, '0')}`,
  person: { idKind: 'residentCard' as const, idNumber: cardNumber(n), name: '张小三' },
  ...more,
});

test('a resident registers, is signed in, signs out and in again', async () => {
  const phone = browser(app);
  const made = await phone.ask(op.register, { body: registration(1) });
  expect(made.status).toBe(200);
  expect(made.setCookie).toMatch(/^yichuang_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const me = await phone.ask(op.me, {});
  expect(me.body.actor).toMatchObject({
    loginName: 'resident1',
    next: 'none',
    posts: [],
    person: { name: '张小三', bornOn: '1990-03-07', idNumber: cardNumber(1), masked: false, verifiedAt: null },
  });
  const old = phone.cookie;
  expect((await phone.ask(op.signOut, {})).setCookie).toContain('Max-Age=0');
  expect((await app.http.inject({ url: '/api/people/me', headers: { cookie: old } })).json()).toEqual({ actor: null });
  // By telephone number, and by the name in capitals.
  expect((await phone.ask(op.signIn, { body: { name: '13800000001', password: strong } })).status).toBe(200);
  expect((await phone.ask(op.signIn, { body: { name: 'Resident1', password: strong } })).body.next).toBe('none');
});

test('what cannot be registered', async () => {
  const code = async (body: ReturnType<typeof registration>) =>
    (await browser(app).ask(op.register, { body })).body.code;
  await app.call(null, op.register, { body: registration(2) });
  expect(await code(registration(2, { loginName: 'other', phone: '13900000000' }))).toBe('people.identityTaken');
  expect(await code({ ...registration(3), phone: '13800000002' })).toBe('people.phoneTaken');
  expect(await code({ ...registration(3), loginName: 'Resident2' })).toBe('people.loginNameTaken');
  expect(await code({ ...registration(3), password: 'short' })).toBe('people.weakPassword');
  expect(await code({ ...registration(3), password: 'Resident3!x' })).toBe('people.weakPassword');
  const card = { idKind: 'residentCard' as const, idNumber: '330106199003071234', name: '李四' };
  expect(await code({ ...registration(3), person: card })).toBe('people.wrongIdNumber');
  expect(await rowsOf(app, `select 1 from people.person where id_number = $1`, [cardNumber(3)])).toEqual([]);
});

test('an unknown name and a wrong password have one answer, and both are locked after five', async () => {
  await app.call(null, op.register, { body: registration(4) });
  const answers = async (name: string) => {
    const codes: string[] = [];
    for (let i = 0; i < 6; i++)
      codes.push((await app.ask(null, op.signIn, { body: { name, password: `Wrong${i}pass` } })).problem.code);
    return codes;
  };
  const known = await answers('resident4');
  expect(known).toEqual([...Array(5).fill('people.wrongCredentials'), 'people.locked']);
  expect(await answers('nobody-here')).toEqual(known);
  // Under the lock the right password is of no use, and the answer says when it ends.
  const locked = await app.ask(null, op.signIn, { body: { name: 'resident4', password: strong } });
  expect(locked.headers['retry-after']).toBe('900');
  app.clock.advance(15 * 60_000);
  expect((await app.ask(null, op.signIn, { body: { name: 'resident4', password: strong } })).status).toBe(200);
  // The trail has it, without what was typed.
  const trail = await rowsOf(
    app,
    `select act from people.sign_in where account_id = (select id from people.account where login_name = 'resident4') order by at, id`,
  );
  expect(trail.map(({ act }) => act)).toEqual(['register', ...Array(5).fill('wrong'), 'locked', 'signIn']);
  app.clock.set(testStart);
});

test('a lock that is earned again is twice as long, and a hundred guesses at once are five', async () => {
  await app.call(null, op.register, { body: registration(5) });
  const guess = () => app.ask(null, op.signIn, { body: { name: 'resident5', password: 'Wrong1pass' } });
  const codes = (await Promise.all(Array.from({ length: 15 }, guess))).map(({ problem }) => problem.code);
  expect(codes.filter((code) => code === 'people.wrongCredentials')).toHaveLength(5);
  app.clock.advance(15 * 60_000);
  for (let i = 0; i < 5; i++) await guess();
  expect((await guess()).headers['retry-after']).toBe('1800');
  app.clock.set(testStart);
});

test('one account cannot be tried without end even with the right password', async () => {
  await app.call(null, op.register, { body: registration(6) });
  const statuses: number[] = [];
  for (let i = 0; i < 21; i++)
    statuses.push((await app.ask(null, op.signIn, { body: { name: 'resident6', password: strong } })).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(200));
  expect(statuses[20]).toBe(429);
});

test('changing the password ends the other sessions', async () => {
  const desk = browser(app);
  const phone = browser(app);
  await desk.ask(op.register, { body: registration(7) });
  await phone.ask(op.signIn, { body: { name: 'resident7', password: strong } });
  const wrong = await desk.ask(op.changePassword, { body: { present: 'Wrong1pass', fresh: 'Longjing2026tea' } });
  expect(wrong.body.code).toBe('people.wrongPassword');
  const same = await desk.ask(op.changePassword, { body: { present: strong, fresh: strong } });
  expect(same.body.code).toBe('people.samePassword');
  const before = desk.cookie;
  expect((await desk.ask(op.changePassword, { body: { present: strong, fresh: 'Longjing2026tea' } })).status).toBe(200);
  expect(desk.cookie).not.toBe(before);
  expect((await desk.ask(op.me, {})).status).toBe(200);
  expect((await phone.ask(op.me, {})).body).toEqual({ actor: null });
  expect((await phone.ask(op.signIn, { body: { name: 'resident7', password: strong } })).status).toBe(401);
});

test('a forgotten password is recovered with a code that works once', async () => {
  await app.call(null, op.register, { body: registration(8) });
  const [account] = await rowsOf(app, `select id from people.account where login_name = 'resident8'`);
  expect((await app.ask(null, op.askRecovery, { body: { name: 'resident8' } })).status).toBe(204);
  expect((await app.ask(null, op.askRecovery, { body: { name: 'nobody' } })).status).toBe(204);
  const [event] = await rowsOf(
    app,
    `select facts from platform.event where name = 'people.codeWanted' and subject = $1`,
    [account!.id],
  );
  const { codeId, ...rest } = event!.facts as { codeId: string };
  expect(rest).toEqual({ channel: 'sms' });
  const secret = await app.ground.db.transaction((tx) => takeDeliverySecret(tx, codeId));
  expect(secret).toMatchObject({ channel: 'sms', destination: '13800000008', code: expect.stringMatching(/^\d{6}$/) });
  expect(await app.ground.db.transaction((tx) => takeDeliverySecret(tx, codeId))).toBeUndefined();

  const recover = (code: string, password = 'Longjing2026tea') =>
    app.ask(null, op.recover, { body: { name: 'resident8', code, password } });
  const wrongCode = secret!.code === '000000' ? '000001' : '000000';
  expect((await recover(wrongCode)).problem.code).toBe('people.wrongCode');
  expect((await recover(secret!.code, 'weak')).problem.code).toBe('people.weakPassword');
  expect((await recover(secret!.code)).status).toBe(204);
  expect((await recover(secret!.code)).problem.code).toBe('people.wrongCode');
  const fresh = { name: 'resident8', password: 'Longjing2026tea' };
  expect((await app.ask(null, op.signIn, { body: fresh })).status).toBe(200);
});

test('a code dies after ten minutes, and after five tries; the sweep leaves nothing', async () => {
  await app.call(null, op.register, { body: registration(9) });
  const askCode = async () => {
    await app.call(null, op.askRecovery, { body: { name: 'resident9' } });
    return (
      await rowsOf(app, `select code from people.delivery_secret where destination = '13800000009' order by id desc`)
    )[0]!.code as string;
  };
  const recover = async (code: string) =>
    (await app.ask(null, op.recover, { body: { name: 'resident9', code, password: 'Longjing2026tea' } })).status;
  const first = await askCode();
  for (let i = 0; i < 5; i++) expect(await recover(first === '000000' ? '000001' : '000000')).toBe(422);
  expect(await recover(first)).toBe(422);
  const second = await askCode();
  app.clock.advance(10 * 60_000);
  expect(await recover(second)).toBe(422);
  app.clock.advance(60_000);
  await app.ground.db.transaction(async (tx) => sweep(tx, app.clock.now()));
  expect(await rowsOf(app, 'select 1 from people.delivery_secret')).toEqual([]);
  app.clock.set(testStart);
});

test('a session ends when it is idle: staff after half an hour, residents after a week', async () => {
  const { ground, clock } = app;
  const clerk = await staffMember(app, 'idleclerk', { role: 'office' });
  const resident = await staffMember(app, 'idleresident');
  const [staffs, residents] = [await openSession(ground, clerk), await openSession(ground, resident)];
  const name = async (secret: string) => (await actorOfSecret(ground, secret)).name;
  for (let i = 0; i < 5; i++) {
    clock.advance(29 * 60_000);
    expect(await name(staffs)).toBe('idleclerk');
    // Being seen is written without anybody waiting for it.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  clock.advance(30 * 60_000);
  expect(await name(staffs)).toBe('');
  expect(await name(residents)).toBe('idleresident');
  clock.advance(7 * 86_400_000);
  expect(await name(residents)).toBe('');
  clock.set(testStart);
});

test('posts count at once in a running session, and no longer once they end', async () => {
  const { ground } = app;
  const admin = await staffMember(app, 'postadmin', { role: 'admin' });
  const clerk = await staffMember(app, 'postclerk', { role: 'office' });
  const secret = await openSession(ground, clerk);
  expect((await actorOfSecret(ground, secret)).posts).toEqual([{ role: 'office', departmentId: null, outletId: null }]);
  const staff = await app.call(admin, op.listStaff, { query: { words: 'postclerk' } });
  await app.call(admin, op.endPost, { params: { id: staff.rows[0]!.posts[0]!.id }, body: {} });
  expect((await actorOfSecret(ground, secret)).posts).toEqual([]);
  await app.call(admin, op.disableStaff, { params: { id: clerk }, body: { disabled: true, reason: '离职' } });
  expect((await actorOfSecret(ground, secret)).accountId).toBeNull();
});

test('an administrator counts only with the second factor', async () => {
  const { clock } = app;
  await staffMember(app, 'root1', { role: 'admin' });
  const desk = browser(app);
  const signIn = () => desk.ask(op.signIn, { body: { name: 'root1', password: strong } });
  expect((await signIn()).body.next).toBe('enrolSecondFactor');
  expect((await desk.ask(op.listStaff, {})).status).toBe(403);
  const enrolled = (await desk.ask(op.enrolSecondFactor, {})).body as { secret: string; address: string };
  expect(enrolled.address).toMatch(/^otpauth:\/\/totp\/Yichuang:root1\?/);
  // The secret does not lie in the database as it is.
  expect(await rowsOf(app, 'select 1 from people.account where totp_secret like $1', [`%${enrolled.secret}%`])).toEqual(
    [],
  );
  const totp = new TOTP({ secret: Secret.fromBase32(enrolled.secret) });
  const code = () => totp.generate({ timestamp: clock.now().getTime() });
  const wrong = String((Number(code()) + 1) % 1_000_000).padStart(6, '0');
  expect((await desk.ask(op.giveSecondFactor, { body: { code: wrong } })).body.code).toBe('people.wrongCode');
  const before = desk.cookie;
  expect((await desk.ask(op.giveSecondFactor, { body: { code: code() } })).status).toBe(200);
  expect((await desk.ask(op.listStaff, {})).status).toBe(200);
  expect((await app.http.inject({ url: '/api/people/me', headers: { cookie: before } })).json()).toEqual({
    actor: null,
  });
  expect((await desk.ask(op.enrolSecondFactor, {})).body.code).toBe('people.secondFactorNotOpen');

  // At the next sign-in the code that was used is refused, the next one is taken.
  expect((await signIn()).body.next).toBe('secondFactor');
  expect((await desk.ask(op.giveSecondFactor, { body: { code: code() } })).body.code).toBe('people.wrongCode');
  clock.advance(30_000);
  expect((await desk.ask(op.giveSecondFactor, { body: { code: code() } })).body.next).toBe('none');
  clock.set(testStart);
});

test('the command line makes the first administrator and lets one in', async () => {
  const id = await createAdministrator(app.ground, { loginName: 'First', name: 'First', password: strong });
  const next = async (password: string) =>
    (await browser(app).ask(op.signIn, { body: { name: 'first', password } })).body.next;
  expect(await next(strong)).toBe('enrolSecondFactor');
  await expect(
    createAdministrator(app.ground, { loginName: 'first', name: 'x', password: strong }),
  ).rejects.toMatchObject({
    code: 'people.loginNameTaken',
  });
  expect(await letIn(app.ground, 'first', 'Longjing2026tea')).toBe(id);
  expect(await letIn(app.ground, 'nobody', strong)).toBeUndefined();
  expect(await next('Longjing2026tea')).toBe('enrolSecondFactor');
});

test('demo accounts are listed in demo mode only', async () => {
  const { ground } = app;
  const passwordHash = await hashPassword('demo');
  const accountId = await staffMember(app, 'unused');
  await ground.db.transaction(async (tx) =>
    savePeople(tx, ground.clock.now(), {
      accounts: [{ id: accountId.replace(/^.{8}/, '00000000'), loginName: 'demo.clerk', name: '示范', passwordHash }],
      posts: [{ accountId: accountId.replace(/^.{8}/, '00000000'), role: 'office' }],
      demoAccounts: [
        {
          accountId: accountId.replace(/^.{8}/, '00000000'),
          password: 'demo',
          title: '窗口',
          titleEn: 'Clerk',
          position: 1,
        },
      ],
    }),
  );
  expect((await app.call(null, op.demoAccounts, {})).rows).toEqual([
    { loginName: 'demo.clerk', password: 'demo', title: '窗口', titleEn: 'Clerk', code: null },
  ]);
  ground.demo = false;
  expect((await app.call(null, op.demoAccounts, {})).rows).toEqual([]);
  ground.demo = true;
});

test('the trail of sign-ins cannot be changed by the application', async () => {
  for (const table of ['sign_in', 'unmasking', 'authority_act', 'correction'])
    await expect(rowsOf(app, `delete from people.${table}`)).rejects.toThrow(/permission denied/);
});
