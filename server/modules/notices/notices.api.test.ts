import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeWanted, createAccount, createPerson, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import { openTestApp, testStart, type TestApp } from '#server/testing';
import { noticesContract as api } from './contract.ts';
import { openGateways, Refused, type Gateways, type Message } from './gateways.ts';
import { tell } from './index.ts';
import { may } from './may.ts';
import { sendOutgoing } from './send-outgoing.ts';

let app: TestApp;
const who: Record<string, string> = {};
let mei: string;
let plain: string;
let sent: Message[];
/** What the gateways do with the next messages; they are fine when it is empty. */
let faults: (() => void)[];
const gateways: Gateways = Object.fromEntries(
  ['sms', 'email'].map((channel) => [
    channel,
    {
      send: async (message: Message) => {
        await new Promise((resolve) => setTimeout(resolve, 2));
        faults.shift()?.();
        sent.push(message);
        return `provider-${message.id}`;
      },
    },
  ]),
) as unknown as Gateways;

beforeAll(async () => {
  app = await openTestApp();
  const { ground } = app;
  const at = ground.clock.now();
  await ground.db.transaction(async (tx) => {
    mei = createPerson(tx, at, {
      idKind: 'passport',
      idNumber: 'E12345678',
      name: '李梅',
      phone: '13800000001',
      email: 'mei@example.com',
    }).id;
    plain = createPerson(tx, at, { idKind: 'passport', idNumber: 'E12345679', name: '王强' }).id;
    who.resident = createAccount(tx, at, { loginName: 'notice-mei', name: '李梅', personId: mei });
    who.stranger = createAccount(tx, at, { loginName: 'notice-wang', name: '王强', personId: plain });
    for (const role of ['clerk', 'examiner', 'head', 'office', 'admin', 'auditor'] as const) {
      who[role] = createAccount(tx, at, { loginName: `notice-${role}`, name: role });
      givePost(tx, at, who[role], {
        role,
        departmentId: ['clerk', 'examiner', 'head'].includes(role) ? newId() : null,
      });
    }
  });
});
beforeEach(async () => {
  sent = [];
  faults = [];
  app.clock.set(testStart);
  await app.ground.db.many(sql`delete from notices.outgoing`);
  await app.ground.db.many(sql`delete from notices.notice`);
  await app.ground.db.many(sql`delete from notices.preference`);
});
afterAll(() => app.close());

const told = (personIds: string[], template: 'accepted' | 'closed' | 'caseReceived' = 'accepted') =>
  app.ground.db.transaction(async (tx) =>
    tell(
      tx,
      personIds.map((personId) => ({
        personId,
        subjectId: newId(),
        template,
        facts: { itemName: '出生登记', caseNumber: '1', dueOn: '2026-07-10' },
      })),
      app.clock.now(),
    ),
  );
const states = async () =>
  (
    await app.ground.db.many(sql<{ s: string }>`select channel || ' ' || state as s from notices.outgoing order by 1`)
  ).map(({ s }) => s);
const send = () => sendOutgoing(app.ground, gateways);

describe('the inbox', () => {
  test('has each message once, in both languages, newest first, with a count that fits', async () => {
    await told([mei, mei, plain]);
    await told([mei], 'closed');
    const { rows, total } = await app.call(who.resident!, api.myNotices, { query: { limit: 2 } });
    expect(total).toBe(3);
    expect(rows.map(({ template }) => template)).toEqual(['closed', 'accepted']);
    expect(rows[1]).toMatchObject({ title: '已受理', titleEn: 'Accepted', readAt: null });
    expect(await app.call(who.resident!, api.myNotices, { query: { offset: 10 } })).toEqual({ rows: [], total: 3 });
    expect(await app.call(who.resident!, api.countUnread, {})).toEqual({ unread: 3 });
    await app.call(who.resident!, api.markRead, { params: { id: rows[0]!.id } });
    expect((await app.call(who.resident!, api.myNotices, { query: { unread: true } })).total).toBe(2);
    expect((await app.call(who.resident!, api.myNotices, { query: { subjectId: rows[0]!.subjectId! } })).total).toBe(1);
    expect((await app.ask(who.stranger!, api.markRead, { params: { id: rows[1]!.id } })).status).toBe(403);
    expect((await app.ask(who.resident!, api.markRead, { params: { id: newId() } })).status).toBe(404);
    await app.call(who.resident!, api.markAllRead, {});
    expect(await app.call(who.resident!, api.countUnread, {})).toEqual({ unread: 0 });
    expect(await app.call(who.stranger!, api.countUnread, {})).toEqual({ unread: 1 });
    // Staff without a person have no inbox, and that is no error.
    expect((await app.call(who.clerk!, api.myNotices, {})).total).toBe(0);
  });

  test('a batch of 500 is one quick statement', async () => {
    const start = performance.now();
    await told(Array.from({ length: 500 }, () => mei));
    expect(performance.now() - start).toBeLessThan(1500);
    expect((await app.call(who.resident!, api.myNotices, { query: {} })).total).toBe(500);
  });
});

describe('going out', () => {
  test('by SMS unless switched off, by e-mail when switched on, in the language chosen', async () => {
    await told([mei, plain]);
    expect(await send()).toBe(1);
    expect(sent).toMatchObject([{ to: '13800000001', text: expect.stringMatching(/^【一窗】您申请的/) as string }]);
    expect(await states()).toEqual(['sms noAddress', 'sms sent']);
    await app.call(who.resident!, api.savePreference, { body: { sms: false, email: true, language: 'en' } });
    expect(await app.call(who.resident!, api.myPreference, {})).toEqual({ sms: false, email: true, language: 'en' });
    await told([mei]);
    await send();
    expect(sent[1]).toMatchObject({
      to: 'mei@example.com',
      title: 'Accepted',
      text: expect.stringMatching(/10 Jul 2026/) as string,
    });
    // `closed` is for the inbox alone.
    await told([mei], 'closed');
    expect(await send()).toBe(0);
    expect(
      (await app.ask(who.clerk!, api.savePreference, { body: { sms: true, email: true, language: 'en' } })).status,
    ).toBe(409);
  });

  test('once, even when four send at once', async () => {
    await told(Array.from({ length: 120 }, () => mei));
    const counts = await Promise.all([send(), send(), send(), send()]);
    expect(counts.reduce((a, b) => a + b)).toBe(120);
    expect(new Set(sent.map(({ id }) => id)).size).toBe(120);
    expect(sent.length).toBe(120);
  });

  test('again after a failure, later each time, and an operator sees what was given up', async () => {
    await told([mei]);
    faults = [
      () => {
        throw new Error('out of order');
      },
    ];
    expect(await send()).toBe(0);
    expect(await send()).toBe(0); // not before its time
    app.clock.advance(31_000);
    expect(await send()).toBe(1);
    expect(sent.length).toBe(1);

    await told([mei]);
    faults = [
      () => {
        throw new Refused('no such number');
      },
    ];
    expect(await send()).toBe(0);
    const stuck = await app.call(who.office!, api.listStuck, {});
    expect(stuck).toMatchObject({
      total: 1,
      rows: [{ channel: 'sms', template: 'accepted', state: 'givenUp', attempts: 1, lastError: 'no such number' }],
    });
    expect(JSON.stringify(stuck)).not.toContain('13800000001');
    expect(await app.call(who.office!, api.retryStuck, { body: { ids: [stuck.rows[0]!.id] } })).toEqual({ retried: 1 });
    expect(await send()).toBe(1);
    expect((await app.call(who.office!, api.listStuck, {})).total).toBe(0);
  });

  test('is given up after twelve attempts', async () => {
    await told([mei]);
    for (let attempt = 0; attempt < 14; attempt++) {
      faults = [
        () => {
          throw new Error('out of order');
        },
      ];
      await send();
      app.clock.advance(3_700_000);
      if (attempt === 3) app.clock.set('2026-06-12T09:00:00+08:00');
      if (attempt === 7) app.clock.set('2026-06-14T09:00:00+08:00');
    }
    expect(await states()).toEqual(['sms givenUp']);
  });

  test('when a sender died after the message had gone, the second attempt carries the same id', async () => {
    await told([mei]);
    faults = [
      () => {
        sent.push({ id: 'lost', to: '', title: '', text: '' });
        throw new Error('the answer got lost');
      },
    ];
    await send();
    app.clock.advance(60_000);
    await send();
    const [{ id }] = (await app.ground.db.many(sql<{ id: string }>`select id from notices.outgoing`)) as [
      { id: string },
    ];
    expect(sent.at(-1)!.id).toBe(id);
  });

  test('not at night', async () => {
    app.clock.set('2026-06-10T22:00:00+08:00');
    await told([mei]);
    expect(await send()).toBe(0);
    expect((await app.call(who.resident!, api.countUnread, {})).unread).toBe(1);
    app.clock.set('2026-06-11T07:59:00+08:00');
    expect(await send()).toBe(0);
    app.clock.set('2026-06-11T08:00:00+08:00');
    expect(await send()).toBe(1);
  });

  test('the demo has an outbox that keeps each message once', async () => {
    const demo = openGateways(app.ground, {});
    await told([mei]);
    await sendOutgoing(app.ground, demo);
    const message = { id: newId(), to: '1', title: 't', text: 'x' };
    await demo.sms.send(message);
    await demo.sms.send(message);
    const rows = await app.call(null, api.listOutbox, {});
    expect(rows.filter(({ id }) => id === message.id).length).toBe(1);
    expect(rows.some(({ address }) => address === '13800000001')).toBe(true);
    app.ground.demo = false;
    expect((await app.ask(null, api.listOutbox, {})).status).toBe(404);
    await expect(openGateways(app.ground, {}).sms.send(message)).rejects.toThrow('SMS_GATEWAY_URL');
    app.ground.demo = true;
  });
});

describe('codes', () => {
  const wanted = async (expiresAt: string, channel: 'sms' | 'email' = 'sms') => {
    const codeId = newId();
    await app.ground.db.transaction(async (tx) => {
      tx.write(sql`insert into people.delivery_secret (id, channel, destination, code, expires_at)
                   values (${codeId}, ${channel}, ${channel === 'sms' ? '13900000009' : 'x@example.com'}, '654321', ${new Date(expiresAt)})`);
      emit(tx, codeWanted, newId(), { codeId, channel });
    });
    await app.relay.drain();
    return codeId;
  };

  test('go out at night, once, and stay with people until they have gone', async () => {
    app.clock.set('2026-06-10T23:00:00+08:00');
    const codeId = await wanted('2026-06-10T23:10:00+08:00');
    faults = [
      () => {
        throw new Error('out of order');
      },
    ];
    await send();
    const left = await app.ground.db.many(sql`select 1 from people.delivery_secret where id = ${codeId}`);
    expect(left.length).toBe(1);
    app.clock.advance(31_000);
    expect(await send()).toBe(1);
    expect(sent).toMatchObject([{ to: '13900000009', text: expect.stringContaining('654321') as string }]);
    expect(await send()).toBe(0);
    expect((await app.ground.db.many(sql`select 1 from people.delivery_secret where id = ${codeId}`)).length).toBe(0);
    const rows = await app.ground.db.many(sql`select * from notices.outgoing`);
    expect(JSON.stringify(rows)).not.toMatch(/654321|13900000009/);
  });

  test('by e-mail too; one that has run out does not go', async () => {
    await wanted('2026-06-10T09:40:00+08:00', 'email');
    await wanted('2026-06-10T09:29:00+08:00');
    expect(await send()).toBe(1);
    expect(sent[0]!.to).toBe('x@example.com');
    expect(await states()).toEqual(['email sent', 'sms unwanted']);
  });
});

describe('who may', () => {
  const everybody: Role[] = roles.filter((role) => role !== 'anyone');
  const allowed: Record<keyof typeof api, Role[]> = {
    myNotices: everybody,
    countUnread: everybody,
    markRead: [],
    markAllRead: everybody,
    myPreference: everybody,
    savePreference: everybody,
    listStuck: ['office', 'admin'],
    retryStuck: ['office', 'admin'],
    listOutbox: [...roles],
  };

  test('every operation has a row in the reviewed table', () => {
    expect(Object.keys(may).sort()).toEqual(Object.keys(api).sort());
    expect(Object.keys(allowed).sort()).toEqual(Object.keys(api).sort());
  });

  test.each(roles)('%s', async (role) => {
    await told([plain]);
    const [notice] = (await app.call(who.stranger!, api.myNotices, {})).rows;
    const account = role === 'anyone' ? null : who[role]!;
    for (const [name, operation] of Object.entries(api)) {
      const { status } = await app.ask(
        account,
        operation as typeof api.savePreference,
        {
          ...(operation.path.includes(':id') ? { params: { id: notice!.id } } : {}),
          ...('body' in operation
            ? { body: name === 'savePreference' ? { sms: true, email: false, language: 'en' } : {} }
            : {}),
        } as never,
      );
      const refused = status === 401 || status === 403;
      expect(refused, `${role} ${name} ${status}`).toBe(!allowed[name as keyof typeof api].includes(role));
    }
  });
});
