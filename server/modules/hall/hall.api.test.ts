/** The queue over HTTP, on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from './contract.ts';
import { openHall, openWindows, deskOf, paper, type TestHall } from './hall-testing.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 3);
});
afterEach(() => app.close());

const { minutes, act, call, desk, look, segmentsOf } = deskOf(() => app);

describe('a ticket', () => {
  it('goes from the phone through the window to its end, and every interval is kept', async () => {
    const taken = await app.call(hall.resident, ops.takeTicket, { body: { ...act(), errandId: hall.any } });
    expect(taken).toMatchObject({ number: 'A001', state: 'waiting', ahead: 0, wait: null });
    await openWindows(app, hall);
    minutes(4);
    const called = await call(hall.clerks[0]!);
    expect(called.current).toMatchObject({ number: 'A001', state: 'called' });
    // Without an account, by the code alone, capital letters and spaces forgiven.
    expect(await look(` ${taken.code.toUpperCase()} `)).toMatchObject({ state: 'called', windowNumber: 'A01' });
    minutes(1);
    await app.call(null, ops.comeToWindow, { params: { code: taken.code }, body: act() });
    minutes(1);
    await desk(hall.clerks[0]!, ops.serveTicket, taken.id);
    minutes(9);
    const done = await desk(hall.clerks[0]!, ops.finishTicket, taken.id);
    expect(done).toMatchObject({ current: null, shift: { servedToday: 1 } });
    const segments = await segmentsOf(taken.id);
    expect(segments.map(({ act: what, state }) => `${what} ${state}`)).toEqual([
      'take waiting',
      'call called',
      'come coming',
      'serve serving',
      'finish finished',
    ]);
    expect(segments.slice(1).map(({ at }, i) => (at.getTime() - segments[i]!.at.getTime()) / 60_000)).toEqual([
      4, 1, 1, 9,
    ]);
    await expect(app.ground.db.many(sql`delete from hall.segment`)).rejects.toThrow(/permission denied/);
  });

  it('is called in the order of the rule: priority groups ahead by 20 minutes, no more', async () => {
    await openWindows(app, hall);
    const first = await paper(app, hall);
    minutes(15);
    const second = await paper(app, hall, hall.property);
    minutes(10);
    const elder = await paper(app, hall, hall.any, { priority: 'elderly' });
    // Windows are idle: nobody has to wait for more than to be called.
    expect((await look(second.code)).wait).toMatchObject({ low: 0, high: 1, rough: true });
    const order: string[] = [];
    for (const clerk of hall.clerks) order.push((await call(clerk)).current!.number);
    expect(order).toEqual([first.number, elder.number, second.number]);
  });

  it('that missed its call has a way back, twice', async () => {
    await openWindows(app, hall);
    const [clerk] = hall.clerks as [string];
    const ticket = await paper(app, hall);
    for (const left of [true, true, false]) {
      await call(clerk);
      const after = await desk(clerk, ops.missTicket, ticket.id);
      expect(after.missed.map(({ number }) => number)).toEqual([ticket.number]);
      expect((await look(ticket.code)).returnMinutes !== null).toBe(left);
      const back = await app.ask(null, ops.rejoinQueue, { params: { code: ticket.code }, body: act() });
      if (left) expect(back.body).toMatchObject({ state: 'waiting', ahead: 0 });
      else expect(back.problem.code).toBe('hall.returnsUsedUp');
    }
    // Whoever stands there can still be called by the clerk.
    await app.call(clerk, ops.callTicket, { params: { id: ticket.id }, body: act() });
    expect((await look(ticket.code)).state).toBe('called');
  });

  it('keeps its place when it is parked or handed on', async () => {
    await openWindows(app, hall);
    const [one, two] = hall.clerks as [string, string];
    const ticket = await paper(app, hall);
    const later = await paper(app, hall);
    await call(one);
    await desk(one, ops.serveTicket, ticket.id);
    expect((await desk(one, ops.parkTicket, ticket.id)).parked).toHaveLength(1);
    // Another window sees it too, and sends it back into the queue before who came later.
    expect((await desk(two, ops.unparkTicket, ticket.id)).next.map(({ number }) => number)).toEqual([
      ticket.number,
      later.number,
    ]);
    await call(two);
    const to = { ...act(), errandId: hall.property, windowId: hall.windows[0]! };
    await app.call(two, ops.transferTicket, { params: { id: ticket.id }, body: to });
    // Meant for the first window alone: the second one gets who came later.
    expect((await call(two)).current?.number).toBe(later.number);
    expect((await call(one)).current).toMatchObject({ number: ticket.number, errandId: hall.property });
  });

  it('is one for each act, however often it is sent', async () => {
    const body = { ...act(), errandId: hall.any };
    const answers = await Promise.all([1, 2, 3].map(() => app.ask(hall.resident, ops.takeTicket, { body })));
    expect(new Set(answers.map(({ body: { number } }) => number))).toEqual(new Set(['A001']));
    await openWindows(app, hall);
    const again = act();
    const [a, b] = await Promise.all([1, 2].map(() => app.call(hall.clerks[0]!, ops.callNext, { body: again })));
    expect([a!.ticket?.number, b!.ticket?.number]).toEqual(['A001', 'A001']);
    const twice = await app.ask(hall.clerks[0]!, ops.callNext, { body: act() });
    expect(twice.problem.code).toBe('hall.windowBusy');
  });

  it('is limited for each person, one for the same errand at a time', async () => {
    const take = (errandId: string) => app.ask(hall.resident, ops.takeTicket, { body: { ...act(), errandId } });
    const first = await take(hall.any);
    expect((await take(hall.any)).problem.code).toBe('hall.haveTicket');
    for (let i = 0; i < 2; i++) {
      const { code } = i === 0 ? first.body : (await take(hall.any)).body;
      await app.call(null, ops.cancelTicket, { params: { code }, body: act() });
    }
    // Cancelled ones count: the third is the last.
    expect((await take(hall.property)).status).toBe(200);
    expect((await take(hall.any)).problem.code).toBe('hall.ticketsUsedUp');
    // Both of the same moment, from two phones.
    const both = await Promise.all([hall.any, hall.any].map((errandId) => app.ask(hall.other, ops.takeTicket, { body: { ...act(), errandId } }))); // prettier-ignore
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const visits = await app.ground.db.many(sql`select id from hall.visit where person_id is not null`);
    expect(visits).toHaveLength(2);
  });

  it('is not given out when the rest of the day is full, and the page says so before', async () => {
    const { officesContract } = await import('#modules/offices/contract');
    await app.call(hall.office, officesContract.saveHours, {
      params: { id: hall.hall },
      body: { weekly: [{ weekday: 3, opens: '09:00', closes: '10:00' }], exceptions: [], version: 0 },
    });
    await openWindows(app, hall);
    // 30 minutes, three windows, ten minutes each: nine people.
    const shown = async () =>
      (await app.call(null, ops.showPlace, { params: { id: hall.hall } })).errands.find(({ id }) => id === hall.any)!;
    for (let i = 0; i < 9; i++) {
      expect(await shown()).toMatchObject({ waiting: i, takes: 'yes' });
      await paper(app, hall);
    }
    const { wait, ...full } = await shown();
    expect(full).toMatchObject({ waiting: 9, windows: 3, takes: 'full' });
    // Three rounds of about ten minutes lie before who comes now.
    expect(wait!.low).toBeGreaterThan(8);
    expect(wait!.high).toBeGreaterThan(wait!.low);
    expect(wait!.high).toBeLessThan(60);
    const refused = await app.ask(hall.resident, ops.takeTicket, { body: { ...act(), errandId: hall.any } });
    expect(refused.problem.code).toBe('hall.dayFull');
    expect((await paper(app, hall, hall.any, { evenSo: true })).number).toBe('A010');
    minutes(31);
    expect(await shown()).toMatchObject({ takes: 'closed' });
  });
});
