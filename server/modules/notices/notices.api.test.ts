import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { roles, type Role } from '#platform/permissions';
import type { TestApp } from '#server/testing';
import { noticesContract as api } from './contract.ts';
import { may } from './may.ts';
import { openNoticesTest, type NoticesTest } from './notices-testing.ts';
import { tell } from './tell.ts';

let on: NoticesTest;
let app: TestApp;
let who: NoticesTest['who'];
beforeAll(async () => {
  on = await openNoticesTest();
  ({ app, who } = on);
});
beforeEach(() => on.reset());
afterAll(() => app.close());

describe('the inbox', () => {
  test('has each message once, in both languages, newest first, with a count that fits', async () => {
    await on.told([on.mei, on.mei, on.plain]);
    await on.told([on.mei], 'closed');
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

  test('of the workbench is by account, apart from that of the person, and nothing of it goes out', async () => {
    await on.told([on.mei]);
    await app.ground.db.transaction(async (tx) =>
      tell(
        app.ground,
        tx,
        [who.clerk!, who.resident!].map((accountId) => ({
          accountId,
          subjectId: newId(),
          template: 'targetNear' as const,
          facts: { itemName: '出生登记', caseNumber: '1', dueOn: '2026-07-10', left: 2 },
        })),
      ),
    );
    const work = { query: { work: true } };
    const { rows } = await app.call(who.clerk!, api.myNotices, work);
    expect(rows).toMatchObject([{ template: 'targetNear', text: expect.stringContaining('还剩2个工作日') }]);
    expect(await app.call(who.clerk!, api.countUnread, work)).toEqual({ unread: 1 });
    expect(await app.call(who.resident!, api.countUnread, {})).toEqual({ unread: 1 });
    expect((await app.call(who.resident!, api.myNotices, {})).rows[0]!.template).toBe('accepted');
    expect((await app.call(who.resident!, api.myNotices, work)).rows[0]!.template).toBe('targetNear');
    expect((await app.ask(who.examiner!, api.markRead, { params: { id: rows[0]!.id } })).status).toBe(403);
    await app.call(who.clerk!, api.markRead, { params: { id: rows[0]!.id } });
    expect(await app.call(who.clerk!, api.countUnread, work)).toEqual({ unread: 0 });
    await app.call(who.resident!, api.markAllRead, work);
    expect(await app.call(who.resident!, api.countUnread, work)).toEqual({ unread: 0 });
    expect(await app.call(who.resident!, api.countUnread, {})).toEqual({ unread: 1 });
    expect((await on.states()).filter((state) => state !== 'sms waiting' && state !== 'email waiting')).toEqual([]);
    expect(await on.states()).toHaveLength(1);
  });

  test('takes a batch of 500', async () => {
    await on.told(Array.from({ length: 500 }, () => on.mei));
    expect((await app.call(who.resident!, api.myNotices, { query: {} })).total).toBe(500);
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
    await on.told([on.plain]);
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
