import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeWanted } from '#modules/people';
import { sql } from '#platform/db';
import { emit } from '#platform/events';
import { newId } from '#platform/ids';
import type { TestApp } from '#server/testing';
import { noticesContract as api } from './contract.ts';
import { openGateways, Refused } from './gateways.ts';
import { openNoticesTest, type NoticesTest } from './notices-testing.ts';
import { sendOutgoing } from './send-outgoing.ts';
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

describe('going out', () => {
  test('by SMS unless switched off, by e-mail when switched on, in the language chosen', async () => {
    await on.told([on.mei, on.plain]);
    expect(await on.send()).toBe(1);
    expect(on.sent).toMatchObject([{ to: '13800000001', text: expect.stringMatching(/^【一窗】您申请的/) as string }]);
    expect(await on.states()).toEqual(['sms noAddress', 'sms sent']);
    await app.call(who.resident!, api.savePreference, { body: { sms: false, email: true, language: 'en' } });
    expect(await app.call(who.resident!, api.myPreference, {})).toMatchObject({
      sms: false,
      email: true,
      language: 'en',
    });
    await on.told([on.mei]);
    await on.send();
    expect(on.sent[1]).toMatchObject({
      to: 'mei@example.com',
      title: 'Accepted',
      text: expect.stringMatching(/10 Jul 2026/) as string,
    });
    // `closed` is for the inbox alone.
    await on.told([on.mei], 'closed');
    expect(await on.send()).toBe(0);
    expect(
      (await app.ask(who.clerk!, api.savePreference, { body: { sms: true, email: true, language: 'en' } })).status,
    ).toBe(409);
  });

  test('to colleagues by SMS, where the message cannot wait and they have a number', async () => {
    const say = (accountId: string, template: 'tideAsked' | 'tideLent') => ({
      accountId,
      subjectId: null,
      template,
      facts: { windowNumber: 'A08', zone: '综合受理', minutes: 60 },
    });
    await app.ground.db.transaction(async (tx) => {
      tx.write(sql`update people.account set phone = '13900000002' where id = ${who.clerk!}`);
      tell(app.ground, tx, [say(who.clerk!, 'tideAsked'), say(who.head!, 'tideAsked'), say(who.clerk!, 'tideLent')]);
    });
    expect(await on.send()).toBe(1);
    expect(on.sent).toMatchObject([
      { to: '13900000002', text: expect.stringMatching(/^【一窗】综合受理.*A08/) as string },
    ]);
    expect(await on.states()).toEqual(['sms noAddress', 'sms sent']);
    await app.ground.db.transaction(async (tx) =>
      tx.write(sql`update people.account set disabled_at = now() where id = ${who.clerk!}`),
    );
    await app.ground.db.transaction(async (tx) => tell(app.ground, tx, [say(who.clerk!, 'tideAsked')]));
    expect(await on.send()).toBe(0);
    await app.ground.db.transaction(async (tx) =>
      tx.write(sql`update people.account set phone = null, disabled_at = null where id = ${who.clerk!}`),
    );
  });

  test('once, even when four send at once', async () => {
    await on.told(Array.from({ length: 120 }, () => on.mei));
    const counts = await Promise.all([on.send(), on.send(), on.send(), on.send()]);
    expect(counts.reduce((a, b) => a + b)).toBe(120);
    expect(new Set(on.sent.map(({ id }) => id)).size).toBe(120);
    expect(on.sent.length).toBe(120);
  });

  test('again after a failure, later each time, and an operator sees what was given up', async () => {
    await on.told([on.mei]);
    on.faults.push(() => {
      throw new Error('out of order');
    });
    expect(await on.send()).toBe(0);
    expect(await on.send()).toBe(0); // not before its time
    app.clock.advance(31_000);
    expect(await on.send()).toBe(1);
    expect(on.sent.length).toBe(1);

    await on.told([on.mei]);
    on.faults.push(() => {
      throw new Refused('no such number');
    });
    expect(await on.send()).toBe(0);
    const stuck = await app.call(who.office!, api.listStuck, {});
    expect(stuck).toMatchObject({
      total: 1,
      rows: [{ channel: 'sms', template: 'accepted', state: 'givenUp', attempts: 1, lastError: 'no such number' }],
    });
    expect(JSON.stringify(stuck)).not.toContain('13800000001');
    expect(await app.call(who.office!, api.retryStuck, { body: { ids: [stuck.rows[0]!.id] } })).toEqual({ retried: 1 });
    expect(await on.send()).toBe(1);
    expect((await app.call(who.office!, api.listStuck, {})).total).toBe(0);
  });

  test('not once its time is over: nobody is sent to a window that has called somebody else since', async () => {
    const call = () => app.ground.db.transaction(async (tx) => tell(app.ground, tx, [{ personId: on.mei, subjectId: null, template: 'ticketCalled', facts: { hall: '大厅', hallEn: 'Hall', number: 'A1001', place: 'A01' } }])); // prettier-ignore
    const fails = () => {
      throw new Error('out of order');
    };
    await call();
    on.faults.push(fails);
    await on.send();
    app.clock.advance(31_000);
    expect(await on.send()).toBe(1);
    await call();
    on.faults.push(fails);
    await on.send();
    app.clock.advance(6 * 60_000);
    expect(await on.send()).toBe(0);
    expect(await on.states()).toEqual(['sms ranOut', 'sms sent']);
    expect((await app.call(who.office!, api.listStuck, {})).total).toBe(0);
  });

  test('is given up after twelve attempts', async () => {
    await on.told([on.mei]);
    for (let attempt = 0; attempt < 14; attempt++) {
      on.faults.push(() => {
        throw new Error('out of order');
      });
      await on.send();
      app.clock.advance(3_700_000);
      if (attempt === 3) app.clock.set('2026-06-12T09:00:00+08:00');
      if (attempt === 7) app.clock.set('2026-06-14T09:00:00+08:00');
    }
    expect(await on.states()).toEqual(['sms givenUp']);
  });

  test('when a sender died after the message had gone, the second attempt carries the same id', async () => {
    await on.told([on.mei]);
    on.faults.push(() => {
      on.sent.push({ id: 'lost', to: '', title: '', text: '' });
      throw new Error('the answer got lost');
    });
    await on.send();
    app.clock.advance(60_000);
    await on.send();
    const [{ id }] = (await app.ground.db.many(sql<{ id: string }>`select id from notices.outgoing`)) as [
      { id: string },
    ];
    expect(on.sent.at(-1)!.id).toBe(id);
  });

  test('not at night', async () => {
    app.clock.set('2026-06-10T22:00:00+08:00');
    await on.told([on.mei]);
    expect(await on.send()).toBe(0);
    expect((await app.call(who.resident!, api.countUnread, {})).unread).toBe(1);
    app.clock.set('2026-06-11T07:59:00+08:00');
    expect(await on.send()).toBe(0);
    app.clock.set('2026-06-11T08:00:00+08:00');
    expect(await on.send()).toBe(1);
  });

  test('the demo has an outbox that keeps each message once', async () => {
    const demo = openGateways(app.ground, {});
    await on.told([on.mei]);
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
    on.faults.push(() => {
      throw new Error('out of order');
    });
    await on.send();
    const left = await app.ground.db.many(sql`select 1 from people.delivery_secret where id = ${codeId}`);
    expect(left.length).toBe(1);
    app.clock.advance(31_000);
    expect(await on.send()).toBe(1);
    expect(on.sent).toMatchObject([{ to: '13900000009', text: expect.stringContaining('654321') as string }]);
    expect(await on.send()).toBe(0);
    expect((await app.ground.db.many(sql`select 1 from people.delivery_secret where id = ${codeId}`)).length).toBe(0);
    const rows = await app.ground.db.many(sql`select * from notices.outgoing`);
    expect(JSON.stringify(rows)).not.toMatch(/654321|13900000009/);
  });

  test('by e-mail too; one that has run out does not go', async () => {
    await wanted('2026-06-10T09:40:00+08:00', 'email');
    await wanted('2026-06-10T09:29:00+08:00');
    expect(await on.send()).toBe(1);
    expect(on.sent[0]!.to).toBe('x@example.com');
    expect(await on.states()).toEqual(['email sent', 'sms unwanted']);
  });
});
