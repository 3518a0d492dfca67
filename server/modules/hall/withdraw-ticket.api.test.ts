/** Staff take tickets back: with a reason, told to whose it is, once, and never from under a window that has called it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { createAccount, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from './contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from './hall-testing.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { act, call, desk } = deskOf(() => app);
const clerk = (): string => hall.clerks[0]!;
const own = () => app.call(hall.resident, ops.takeTicket, { body: { ...act(), errandId: hall.any } });
const look = (code: string) => app.call(null, ops.lookTicket, { params: { code } });
const waiting = (query: object = {}) => app.call(hall.office, ops.listWaiting, { params: { id: hall.hall }, query });
const withdraw = (id: string, reason: string, by = hall.office, actionId = newId()) =>
  app.ask(by, ops.withdrawTicket, { params: { id }, body: { actionId, reason } as never });
const told = async () => (await app.call(hall.resident, noticesContract.myNotices, { query: {} })).rows;

describe('a ticket that is taken back', () => {
  it('is called by nobody, says why on its page, and whose it is is told', async () => {
    const [mine, other] = [await own(), await paper(app, hall)];
    expect((await withdraw(mine.id, 'hoarded')).body).toMatchObject({ ticket: { id: mine.id, state: 'cancelled' } });
    expect(await look(mine.code)).toMatchObject({ state: 'cancelled', withdrawn: 'hoarded' });
    expect((await look(other.code)).withdrawn).toBeNull();
    expect((await told()).map(({ template, title }) => [template, title])).toEqual([['ticketWithdrawn', `您的 ${mine.number} 号已被大厅收回`]]); // prettier-ignore
    expect((await call(clerk())).current!.id).toBe(other.id);
    // Nothing keeps them from a new one.
    expect((await own()).number).not.toBe(mine.number);
  });

  it('is told to nobody who asked for it, and not mistaken for one that was given back', async () => {
    const mine = await own();
    await withdraw(mine.id, 'asked', clerk());
    expect(await told()).toEqual([]);
    const again = await own();
    await app.call(null, ops.cancelTicket, { params: { code: again.code }, body: act() });
    expect(await look(again.code)).toMatchObject({ state: 'cancelled', withdrawn: null });
  });

  it('once, however often it is sent; the same act with another reason is another act', async () => {
    const mine = await own();
    const actionId = newId();
    for (let i = 0; i < 2; i++) expect((await withdraw(mine.id, 'left', hall.office, actionId)).status).toBe(200);
    expect(await told()).toHaveLength(1);
    expect((await withdraw(mine.id, 'duplicate', hall.office, actionId)).problem.code).toBe('hall.actRepeated');
    const kept = await app.ground.db.many<{ reason: string }>(sql`select reason from hall.segment where act = 'withdraw'`); // prettier-ignore
    expect(kept).toEqual([{ reason: 'left' }]);
  });

  it('not from under a window, nor of another day, nor without one of the reasons', async () => {
    const mine = await own();
    await call(clerk());
    expect((await withdraw(mine.id, 'left')).problem.code).toBe('hall.wrongAct');
    expect((await withdraw(newId(), 'left')).problem.code).toBe('hall.noTicket');
    await desk(clerk(), ops.missTicket, mine.id);
    expect((await withdraw(mine.id, 'because')).status).toBe(400);
    expect((await withdraw(mine.id, 'left')).status).toBe(200);
    const late = await paper(app, hall);
    app.clock.advance(24 * 3_600_000);
    expect((await withdraw(late.id, 'left')).problem.code).toBe('hall.noTicket');
  });

  it('by staff of that hall alone', async () => {
    const mine = await own();
    const elsewhere = await app.ground.db.transaction(async (tx) => {
      const id = createAccount(tx, app.clock.now(), { loginName: 'elsewhere', name: '别处窗口', staff: true });
      givePost(tx, app.clock.now(), id, { role: 'clerk', departmentId: null, outletId: newId() });
      return id;
    });
    const refused = [hall.resident, hall.admin, hall.auditor, hall.head, elsewhere, null];
    for (const by of refused)
      expect((await withdraw(mine.id, 'left', by as string)).status).toBeGreaterThanOrEqual(401);
    expect((await look(mine.code)).state).toBe('waiting');
  });
});

it('who waits is listed in the order of calling, by errand or all, those who were put aside last', async () => {
  const [first, second, third] = [await paper(app, hall), await paper(app, hall, hall.property), await paper(app, hall, hall.any, { priority: 'elderly' })]; // prettier-ignore
  expect((await waiting()).map(({ number }) => number)).toEqual([third.number, first.number, second.number]);
  expect((await waiting({ errandId: hall.property })).map(({ id }) => id)).toEqual([second.id]);
  await call(clerk());
  await desk(clerk(), ops.missTicket, third.id);
  expect((await waiting()).map(({ id, state }) => [id, state])).toEqual([[first.id, 'waiting'], [second.id, 'waiting'], [third.id, 'missed']]); // prettier-ignore
});
