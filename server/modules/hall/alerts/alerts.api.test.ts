/** What goes out to those who took a ticket with an account: that it is near, and where it was called; each once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { officesContract } from '#modules/offices/contract';
import { Database, sql } from '#platform/db';
import type { Ground } from '#platform/ground';
import { applicationRole } from '#platform/migrate';
import { buildRelay } from '#server/app';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from '../contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from '../hall-testing.ts';
import { jobs } from '../jobs.ts';
import { markToldNear } from './alert-store.ts';
import { tellNear } from './tell-near.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  await app.call(hall.office, officesContract.saveHours, {
    params: { id: hall.hall },
    body: { weekly, exceptions: [], version: 0 },
  });
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { act, call, desk, minutes } = deskOf(() => app);
const own = (account = hall.resident) => app.call(account, ops.takeTicket, { body: { ...act(), errandId: hall.any } });
const clerk = (): string => hall.clerks[0]!;
/** The titles of what a person was told of tickets, the oldest first. */
const told = async (account = hall.resident): Promise<string[]> =>
  (await app.call(account, noticesContract.myNotices, { query: {} })).rows
    .filter(({ template }) => template === 'ticketNear' || template === 'ticketCalled')
    .map(({ title }) => title)
    .toReversed();
const near = '快轮到您了，请回到大厅';
const calledTo = (window: string) => `轮到您了，请到 ${window} 号窗口`;
/** Texts that go out by SMS. */
const messages = () =>
  app.ground.db.many<{ template: string }>(
    sql`select n.template from notices.outgoing o join notices.notice n on n.id = o.notice_id where o.channel = 'sms'`,
  );
/** The next one is called, served and gone. */
async function serveOne(): Promise<void> {
  const { id } = (await call(clerk())).current!;
  await desk(clerk(), ops.serveTicket, id);
  await desk(clerk(), ops.finishTicket, id);
}
/** A second server on the same database. */
async function beside<T>(run: (ground: Ground) => Promise<T>): Promise<T> {
  const db = new Database({ connectionString: app.connectionString, role: applicationRole, poolSize: 3 });
  try {
    return await run({ ...app.ground, db });
  } finally {
    await db.close();
  }
}

describe('a ticket that is near', () => {
  it('is told to its holder once, by two servers and however often they look; the others hear nothing', async () => {
    // All of one moment, and for both errands of the window: who took it first goes first.
    for (let i = 0; i < 5; i++) await paper(app, hall, i % 2 === 0 ? hall.any : hall.property);
    await own();
    await paper(app, hall);
    expect(await tellNear(app.ground)).toBe(1);
    expect(await told()).toEqual([]);
    await serveOne();
    expect(await tellNear(app.ground)).toBe(1);
    await serveOne();
    // Three are before it now.
    await beside((other) =>
      Promise.all([tellNear(app.ground), tellNear(other), tellNear(app.ground), tellNear(other)]),
    );
    expect(await told()).toEqual([near]);
    expect(await messages()).toEqual([{ template: 'ticketNear' }]);
    await serveOne();
    expect(await tellNear(app.ground)).toBe(0);
    expect(await told()).toEqual([near]);
    expect(await app.ground.db.many(sql`select id from notices.notice`)).toHaveLength(1);
  });

  it('is looked for twice in a minute, as long as somebody waits to be told', async () => {
    const looks = async (payload: object): Promise<number> => {
      const look = jobs(app.ground).find(({ name }) => name === 'hall.tellNear')!;
      await look.run(payload as never);
      const found = await app.ground.db.many(sql`select id from graphile_worker.jobs where key = 'hall.tellNear'`);
      return found.length;
    };
    expect(await looks({})).toBe(0);
    for (let i = 0; i < 5; i++) await paper(app, hall);
    await own();
    expect(await looks({ again: true })).toBe(0);
    expect(await looks({})).toBe(1);
    expect(await looks({})).toBe(1);
  });

  it('waits for a window that is open for it', async () => {
    await app.call(clerk(), ops.leaveWindow, { body: {} });
    await own();
    await tellNear(app.ground);
    expect(await told()).toEqual([]);
    minutes(1);
    await app.call(clerk(), ops.openWindow, { params: { id: hall.windows[0]! } });
    await tellNear(app.ground);
    expect(await told()).toEqual([near]);
  });

  it('is nothing to say once it was called, also in the moment between the look and the mark', async () => {
    const ticket = await own();
    await call(clerk());
    const mark = () => app.ground.db.transaction((tx) => markToldNear(tx, [ticket.id], app.clock.now()));
    expect(await mark()).toEqual([]);
    await app.relay.drain();
    // Missed and back: near still, but the call was told of.
    await desk(clerk(), ops.missTicket, ticket.id);
    await app.call(null, ops.rejoinQueue, { params: { code: ticket.code }, body: act() });
    await tellNear(app.ground);
    expect(await mark()).toEqual([]);
    expect(await told()).toEqual([calledTo('A01')]);
  });

  it('calls nobody back when the hours are over, nor at night', async () => {
    await own();
    app.clock.set('2026-06-10T17:01:00+08:00');
    expect(await tellNear(app.ground)).toBe(0);
    app.clock.set('2026-06-10T21:30:00+08:00');
    expect(await tellNear(app.ground)).toBe(0);
    expect(await told()).toEqual([]);
    app.clock.set('2026-06-10T16:59:00+08:00');
    await tellNear(app.ground);
    expect(await told()).toEqual([near]);
  });
});

describe('a ticket that is called', () => {
  it('is told with its window, once by two relays; a paper ticket has nobody to tell', async () => {
    const ticket = await own();
    await call(clerk());
    await beside((other) => Promise.all([app.relay.drain(), buildRelay(other).drain()]));
    expect(await told()).toEqual([calledTo('A01')]);
    expect(await messages()).toEqual([{ template: 'ticketCalled' }]);
    // Called once more from the window, and released and called anew: the same call to its holder.
    await desk(clerk(), ops.recallTicket, ticket.id);
    await app.call(clerk(), ops.leaveWindow, { body: { evenSo: true } });
    await app.call(clerk(), ops.openWindow, { params: { id: hall.windows[0]! } });
    await call(clerk());
    await app.relay.drain();
    expect(await told()).toHaveLength(1);
    await desk(clerk(), ops.serveTicket, ticket.id);
    await desk(clerk(), ops.finishTicket, ticket.id);
    await paper(app, hall);
    await call(clerk());
    await app.relay.drain();
    expect(await messages()).toHaveLength(1);
  });

  it('is told again when another window calls it: the first message leads to the wrong one', async () => {
    const window = { outletId: hall.hall, number: 'A02', zone: 'A 综合受理', name: '综合受理', nameEn: '', kind: 'general' as const, departmentId: null }; // prettier-ignore
    const { id } = await app.call(hall.office, officesContract.createWindow, { body: window });
    await app.call(hall.office, ops.setDuty, { params: { id }, body: { errandIds: [hall.any] } });
    await own();
    await call(clerk());
    await app.relay.drain();
    await app.call(hall.clerk, ops.openWindow, { params: { id } });
    await app.call(clerk(), ops.leaveWindow, { body: { evenSo: true } });
    await call(hall.clerk);
    await app.relay.drain();
    await app.relay.drain();
    expect(await told()).toEqual([calledTo('A01'), calledTo('A02')]);
  });

  it('is told again after it was missed and came back', async () => {
    const ticket = await own(hall.other);
    for (const times of [1, 2]) {
      await call(clerk());
      await app.relay.drain();
      expect(await told(hall.other)).toEqual(Array.from({ length: times }, () => calledTo('A01')));
      await desk(clerk(), ops.missTicket, ticket.id);
      await app.call(null, ops.rejoinQueue, { params: { code: ticket.code }, body: act() });
    }
  });

  it('is not told when its holder was there before the message could be, nor at night', async () => {
    await own();
    await serveOne();
    const other = await own(hall.other);
    await call(clerk());
    await desk(clerk(), ops.missTicket, other.id);
    await app.relay.drain();
    expect([await told(), await told(hall.other)]).toEqual([[], []]);
    await app.call(null, ops.rejoinQueue, { params: { code: other.code }, body: act() });
    app.clock.set('2026-06-10T21:30:00+08:00');
    await call(clerk());
    await app.relay.drain();
    expect(await told(hall.other)).toEqual([]);
  });

  it('is told after hours too, as long as somebody at a window calls', async () => {
    await own();
    minutes(7 * 60 + 50);
    await call(clerk());
    await app.relay.drain();
    expect(await told()).toEqual([calledTo('A01')]);
  });
});
