/** The ends of a day: a hall that closes with people waiting, midnight with tickets in every state, and clocks that jump. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from '../contract.ts';
import { anErrand, deskOf, openHall, openWindows, paper, type TestHall } from '../hall-testing.ts';
import { endDay } from '../index.ts';
import { closeHalls } from './close-halls.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 6);
  const weekly = [1, 2, 3, 4].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  await app.call(hall.office, officesContract.saveHours, {
    params: { id: hall.hall },
    body: { weekly, exceptions: [], version: 0 },
  });
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { act, call, desk, look, segmentsOf, minutes } = deskOf(() => app);
const own = (errandId = hall.any) => app.call(hall.resident, ops.takeTicket, { body: { ...act(), errandId } });
const leave = (i: number) => app.call(hall.clerks[i]!, ops.leaveWindow, { body: { evenSo: true } });
const takeUp = (code: string, actionId = act().actionId) =>
  app.ask(null, ops.takeUpTicket, { params: { code }, body: { actionId } });

/** One ticket in each state that is not an end. */
async function everyState() {
  const [serving, coming, called, parked, missed] = hall.clerks;
  const made: Record<string, { id: string; code: string }> = {};
  for (const [name, clerk] of Object.entries({ serving, coming, called, parked, missed })) {
    made[name] = await paper(app, hall);
    await call(clerk!);
  }
  await desk(serving!, ops.serveTicket, made.serving!.id);
  await app.call(null, ops.comeToWindow, { params: { code: made.coming!.code }, body: act() });
  await desk(parked!, ops.serveTicket, made.parked!.id);
  await desk(parked!, ops.parkTicket, made.parked!.id);
  await desk(missed!, ops.missTicket, made.missed!.id);
  made.waiting = await paper(app, hall);
  return made;
}
const lastOf = async (id: string) => (await segmentsOf(id)).at(-1)!;

describe('a hall that closes with people waiting', () => {
  it('serves who has a ticket while somebody is at a window, then lets it lapse and tells its holder', async () => {
    const [mine, other] = [await own(), await paper(app, hall)];
    app.clock.set('2026-06-10T17:20:00+08:00');
    expect(await closeHalls(app.ground)).toBe(0);
    // The last ones go; the first person on the list is the one with the lower rank.
    expect((await call(hall.clerks[0]!)).current!.id).toBe(mine.id);
    for (let i = 0; i < 6; i++) await leave(i);
    expect(await closeHalls(app.ground)).toBe(2);
    expect(await closeHalls(app.ground)).toBe(0);
    for (const { code } of [mine, other])
      expect(await look(code)).toMatchObject({ state: 'lapsed', carried: { until: '2026-06-11', nextCode: null } });
    const { rows } = await app.call(hall.resident, noticesContract.myNotices, { query: {} });
    expect(rows.map(({ template }) => template)).toContain('hallClosed');
    expect(rows.find(({ template }) => template === 'hallClosed')!.text).toMatch(/A001.*2026年6月11日/);
  });

  it('lets it be taken up the next day, once, ahead of who comes then and within the bound', async () => {
    const mine = await own();
    app.clock.set('2026-06-10T17:20:00+08:00');
    for (let i = 0; i < 6; i++) await leave(i);
    await closeHalls(app.ground);
    expect((await takeUp(mine.code)).problem.code).toBe('hall.notOpen');
    app.clock.set('2026-06-11T09:00:00+08:00');
    await app.call(hall.clerks[0]!, ops.openWindow, { params: { id: hall.windows[0]! } });
    const early = await paper(app, hall);
    minutes(50);
    const late = await paper(app, hall);
    const { tickets } = await app.call(hall.resident, ops.myHall, {});
    expect(tickets.map(({ code }) => code)).toEqual([mine.code]);
    const actionId = act().actionId;
    const both = await Promise.all([takeUp(mine.code, actionId), takeUp(mine.code, actionId)]);
    expect(new Set(both.map(({ body }) => body.number))).toEqual(new Set(['A003']));
    const taken = both[0].body;
    expect((await takeUp(mine.code)).problem.code).toBe('hall.notCarried');
    expect(await look(mine.code)).toMatchObject({ carried: { until: null, nextCode: taken.code } });
    // 45 minutes: before who came a moment ago, behind who came 50 minutes ago.
    const order: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { current } = await call(hall.clerks[0]!);
      order.push(current!.number);
      await desk(hall.clerks[0]!, ops.serveTicket, current!.id);
      await desk(hall.clerks[0]!, ops.finishTicket, current!.id);
    }
    expect(order).toEqual([early.number, taken.number, late.number]);
  });

  it('is good until the end of the next day on which the hall is open, and not for who stayed away', async () => {
    const made = await everyState();
    await desk(hall.clerks[0]!, ops.finishTicket, made.serving!.id);
    app.clock.set('2026-06-10T17:20:00+08:00');
    for (let i = 0; i < 6; i++) await leave(i);
    expect(await closeHalls(app.ground)).toBe(5);
    const until = async (name: string) => (await look(made[name]!.code)).carried?.until;
    expect(await until('missed')).toBeNull();
    for (const name of ['waiting', 'called', 'coming', 'parked']) expect(await until(name), name).toBe('2026-06-11');
    app.clock.set('2026-06-11T23:59:00+08:00');
    expect(await until('waiting')).toBe('2026-06-11');
    app.clock.set('2026-06-12T00:00:00+08:00');
    expect(await until('waiting')).toBeNull();
    expect((await takeUp(made.waiting!.code)).problem.code).toBe('hall.notCarried');
  });

  it('is taken up also for an errand that was retired meanwhile: it was promised', async () => {
    const mine = await own();
    app.clock.set('2026-06-10T17:20:00+08:00');
    for (let i = 0; i < 6; i++) await leave(i);
    await closeHalls(app.ground);
    const { retired } = await app.call(hall.office, ops.saveErrand, {
      params: { id: hall.any },
      body: { ...anErrand(hall.hall, 'A'), retired: true, evenSo: true },
    });
    expect(retired).toBe(true);
    app.clock.set('2026-06-11T09:30:00+08:00');
    await app.call(hall.clerks[0]!, ops.openWindow, { params: { id: hall.windows[0]! } });
    const { status, body } = await takeUp(mine.code);
    expect(status).toBe(200);
    const { current } = await call(hall.clerks[0]!);
    expect(current).toMatchObject({ number: body.number, errandId: hall.any });
    // Nobody new takes a ticket for it.
    const refused = await app.ask(hall.clerk, ops.issueTicket, {
      params: { id: hall.hall },
      body: { ...act(), errandId: hall.any },
    });
    expect(refused.problem.code).toBe('hall.noErrand');
  });
});

describe('midnight in Shanghai', () => {
  it('ends tickets in every state at 00:00, once, in two processes, and the new day begins at 001', async () => {
    const made = await everyState();
    app.clock.set('2026-06-10T23:59:59+08:00');
    expect(await endDay(app.ground)).toEqual({ tickets: 0, shifts: 0 });
    app.clock.set('2026-06-11T00:00:00+08:00');
    const both = await Promise.all([endDay(app.ground), endDay(app.ground)]);
    expect(both.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(6);
    for (const [name, { id }] of Object.entries(made)) {
      const { act: what, state, at } = await lastOf(id);
      expect([what, state, at.toISOString()], name).toEqual([
        'lapse',
        name === 'serving' ? 'finished' : 'lapsed',
        '2026-06-10T16:00:00.000Z',
      ]);
    }
    expect(await app.ground.db.many(sql`select id from hall.shift where ended_at is null`)).toEqual([]);
    const segments = await app.ground.db.many<{ n: number }>(
      sql`select count(*) as n from hall.segment where act = 'lapse' group by ticket_id`,
    );
    expect(segments.map(({ n }) => n)).toEqual([1, 1, 1, 1, 1, 1]);
    app.clock.set('2026-06-11T09:00:00+08:00');
    expect((await paper(app, hall)).number).toBe('A001');
  });

  it('does not let a window call somebody of the day before, although nobody has swept yet', async () => {
    const left = await paper(app, hall);
    app.clock.set('2026-06-11T09:00:00+08:00');
    // Signed in yesterday: that shift is over with its day.
    const refused = await app.ask(hall.clerks[0]!, ops.callNext, { body: act() });
    expect(refused.problem.code).toBe('hall.noShift');
    await app.call(hall.clerks[0]!, ops.openWindow, { params: { id: hall.windows[0]! } });
    expect((await call(hall.clerks[0]!)).current).toBeNull();
    // The window alone was swept: a request that comes by a clock that runs ahead sends nobody else home.
    expect((await look(left.code)).state).toBe('waiting');
    app.clock.set('2026-06-10T15:00:00+08:00');
    expect((await call(hall.clerks[1]!)).current!.id).toBe(left.id);
  });
});

describe('a clock that jumps', () => {
  it('back: no segment begins before the one before it, and the order of the queue holds', async () => {
    const first = await paper(app, hall);
    app.clock.advance(-40 * 60_000);
    // Came later, although its clock says otherwise: what the rank says is kept, and both are called, each once.
    const second = await paper(app, hall);
    const called = [(await call(hall.clerks[0]!)).current!, (await call(hall.clerks[1]!)).current!];
    expect(new Set(called.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));
    await desk(hall.clerks[0]!, ops.serveTicket, called[0]!.id);
    await desk(hall.clerks[0]!, ops.finishTicket, called[0]!.id);
    for (const { id } of [first, second]) {
      const times = (await segmentsOf(id)).map(({ at }) => at.getTime());
      expect(times).toEqual(times.toSorted((one, other) => one - other));
    }
  });

  it('forward past midnight and back again: what ended stays ended, and the day goes on', async () => {
    const made = await everyState();
    app.clock.set('2026-06-11T00:05:00+08:00');
    expect((await endDay(app.ground)).tickets).toBe(6);
    // Somebody notices and sets it right.
    app.clock.set('2026-06-10T10:00:00+08:00');
    expect(await endDay(app.ground)).toEqual({ tickets: 0, shifts: 0 });
    expect((await look(made.waiting!.code)).state).toBe('lapsed');
    await app.call(hall.clerks[0]!, ops.openWindow, { params: { id: hall.windows[0]! } });
    const next = await paper(app, hall);
    // Numbers go on: none is given twice.
    expect(next.number).toBe('A007');
    expect((await call(hall.clerks[0]!)).current!.id).toBe(next.id);
    // Who lost the place by it takes it up again on the same day.
    const { body } = await takeUp(made.waiting!.code);
    expect(body).toMatchObject({ state: 'waiting', number: 'A008' });
  });

  it('an act that is sent again after whatever happened since gives the same answer', async () => {
    const taking = { params: { id: hall.hall }, body: { ...act(), errandId: hall.any } };
    const ticket = await app.call(hall.clerk, ops.issueTicket, taking);
    const calling = { body: act() };
    const call1 = await app.call(hall.clerks[0]!, ops.callNext, calling);
    await desk(hall.clerks[0]!, ops.serveTicket, ticket.id);
    await desk(hall.clerks[0]!, ops.finishTicket, ticket.id);
    minutes(10);
    const again = await app.call(hall.clerks[0]!, ops.callNext, calling);
    expect(again.ticket).toMatchObject({ id: ticket.id, number: call1.ticket!.number });
    await app.call(hall.clerks[0]!, ops.pauseWindow, { body: { on: true } });
    expect((await app.call(hall.clerks[0]!, ops.callNext, calling)).ticket!.id).toBe(ticket.id);
    expect((await app.call(hall.clerk, ops.issueTicket, taking)).number).toBe(ticket.number);
    expect((await segmentsOf(ticket.id)).map((one) => one.act)).toEqual(['take', 'call', 'serve', 'finish']);
  });
});
