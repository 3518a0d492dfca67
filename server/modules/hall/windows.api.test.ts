/** Windows, the end of the day, screens and setting up, over HTTP on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officesContract } from '#modules/offices/contract';
import { createAccount, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from './contract.ts';
import { anErrand, openHall, openWindows, deskOf, paper, usualPlace, type TestHall } from './hall-testing.ts';
import { endDay } from './index.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 3);
});
afterEach(() => app.close());

const { minutes, act, call, desk, look, segmentsOf } = deskOf(() => app);

describe('a window', () => {
  it('has one clerk, and a clerk one window', async () => {
    const [a, b] = hall.windows as [string, string];
    const [one, two] = hall.clerks as [string, string];
    await app.call(one, ops.openWindow, { params: { id: a } });
    await app.call(one, ops.openWindow, { params: { id: a } });
    const codes = [
      await app.ask(two, ops.openWindow, { params: { id: a } }),
      await app.ask(one, ops.openWindow, { params: { id: b } }),
      await app.ask(two, ops.callNext, { body: act() }),
    ].map(({ problem }) => problem.code);
    expect(codes).toEqual(['hall.windowTaken', 'hall.shiftElsewhere', 'hall.noShift']);
  });

  it('calls nobody in a break', async () => {
    await openWindows(app, hall);
    await paper(app, hall);
    await app.call(hall.clerks[0]!, ops.pauseWindow, { body: { on: true } });
    expect((await app.ask(hall.clerks[0]!, ops.callNext, { body: act() })).problem.code).toBe('hall.windowOnBreak');
    minutes(10);
    await app.call(hall.clerks[0]!, ops.pauseWindow, { body: { on: false } });
    expect((await call(hall.clerks[0]!)).current?.number).toBe('A001');
    const spans = await app.ground.db.many(
      sql`select s.state from hall.shift_span s join hall.shift h on h.id = s.shift_id where h.account_id = ${hall.clerks[0]} order by seq`,
    );
    expect(spans).toEqual([{ state: 'open' }, { state: 'break' }, { state: 'open' }]);
  });

  it('is left without stranding anybody', async () => {
    await openWindows(app, hall);
    const [one, two, three] = hall.clerks as [string, string, string];
    const ticket = await paper(app, hall);
    await call(one);
    await app.call(one, ops.serveTicket, { params: { id: ticket.id }, body: act() });
    const leave = (clerk: string, body: object = {}) => app.ask(clerk, ops.leaveWindow, { body });
    expect((await leave(one)).problem.code).toBe('hall.servingStill');
    await desk(one, ops.finishTicket, ticket.id);
    const next = await paper(app, hall);
    await call(one);
    // Called and not there yet: back to the old place.
    expect((await leave(one)).body.shift).toBeNull();
    expect(await look(next.code)).toMatchObject({ state: 'waiting', windowNumber: null, ahead: 0 });
    expect((await leave(two)).status).toBe(200);
    const last = await leave(three);
    expect(last.problem).toMatchObject({ code: 'hall.lastForErrand', facts: { waiting: 1 } });
    expect((await leave(three, { evenSo: true })).status).toBe(200);
    expect((await look(next.code)).wait).toBeNull();
  });

  it('does other things from one moment to the next', async () => {
    await openWindows(app, hall);
    const property = await paper(app, hall, hall.property);
    const set = (i: number, errandIds: string[], account = hall.office, evenSo = false) =>
      app.ask(account, ops.setDuty, { params: { id: hall.windows[i]! }, body: { errandIds, evenSo } });
    expect((await set(0, [hall.any])).status).toBe(204);
    expect((await set(1, [hall.any])).status).toBe(204);
    expect((await call(hall.clerks[0]!)).current).toBeNull();
    expect((await set(2, [hall.any])).problem.code).toBe('hall.lastForErrand');
    expect((await call(hall.clerks[2]!)).current?.number).toBe(property.number);
    expect((await set(0, [newId()])).problem.code).toBe('hall.noErrand');
    expect((await set(0, [], hall.head)).status).toBe(403);
    const trail = await app.ground.db.many(
      sql`select cardinality(errand_ids) as n from hall.duty_change where window_id = ${hall.windows[0]} order by at, id`,
    );
    expect(trail).toEqual([{ n: 2 }, { n: 1 }]);
  });

  it('is another clerk’s affair to nobody else', async () => {
    await openWindows(app, hall);
    const ticket = await paper(app, hall);
    await call(hall.clerks[0]!);
    const other = await app.ask(hall.clerks[1]!, ops.serveTicket, { params: { id: ticket.id }, body: act() });
    expect(other.problem.code).toBe('hall.wrongAct');
    const jump = await paper(app, hall);
    const called = await app.ask(hall.clerks[1]!, ops.callTicket, { params: { id: jump.id }, body: act() });
    expect(called.problem.code).toBe('hall.wrongAct');
  });
});

describe('the day', () => {
  it('ends at midnight in Shanghai, for tickets, windows and numbers', async () => {
    await openWindows(app, hall);
    const [served, waiting] = [await paper(app, hall), await paper(app, hall)];
    await call(hall.clerks[0]!);
    await desk(hall.clerks[0]!, ops.serveTicket, served.id);
    app.clock.set('2026-06-10T23:59:59+08:00');
    expect(await endDay(app.ground)).toEqual({ tickets: 0, shifts: 0 });
    app.clock.set('2026-06-11T00:00:00+08:00');
    // Before anybody has swept: yesterday's window is over, and yesterday's tickets are nobody's.
    expect((await app.ask(hall.clerks[0]!, ops.callNext, { body: act() })).problem.code).toBe('hall.noShift');
    // No request ends the day for everybody: its clock may be wrong.
    expect((await look(served.code)).state).toBe('serving');
    expect(await endDay(app.ground)).toEqual({ tickets: 2, shifts: hall.windows.length });
    expect((await look(served.code)).state).toBe('finished');
    expect((await look(waiting.code)).state).toBe('lapsed');
    expect(await endDay(app.ground)).toEqual({ tickets: 0, shifts: 0 });
    const [, , , last] = await segmentsOf(served.id);
    expect(last).toMatchObject({ state: 'finished', at: new Date('2026-06-11T00:00:00+08:00') });
    await openWindows(app, hall);
    expect((await paper(app, hall)).number).toBe('A001');
  });

  it('stands a clock that is set back: no interval is shorter than nothing', async () => {
    await openWindows(app, hall);
    const ticket = await paper(app, hall);
    minutes(-5);
    await call(hall.clerks[0]!);
    await desk(hall.clerks[0]!, ops.serveTicket, ticket.id);
    const times = (await segmentsOf(ticket.id)).map(({ at }) => at.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('the screens', () => {
  it('show who is called where, and say each call once, none from long ago', async () => {
    await openWindows(app, hall);
    const ticket = await paper(app, hall);
    await call(hall.clerks[1]!);
    const screen = (zone?: string) =>
      app.call(null, ops.showScreen, { params: { id: hall.hall }, query: zone ? { zone } : {} });
    expect((await screen()).calls).toMatchObject([{ number: ticket.number, windowNumber: 'A02' }]);
    expect((await screen('B 别处')).calls).toEqual([]);
    minutes(0.5);
    await desk(hall.clerks[1]!, ops.recallTicket, ticket.id);
    expect((await screen()).announcements.map(({ again }) => again)).toEqual([false, true]);
    minutes(2);
    expect(await screen()).toMatchObject({ announcements: [], calls: [{ number: ticket.number }] });
    await desk(hall.clerks[1]!, ops.missTicket, ticket.id);
    expect(await screen()).toMatchObject({ calls: [], missed: [ticket.number] });
  });

  it('show the office every window', async () => {
    await openWindows(app, hall);
    await paper(app, hall);
    await call(hall.clerks[2]!);
    const seen = await app.call(hall.office, ops.showHall, { params: { id: hall.hall } });
    expect(seen.windows.map(({ state, ticket }) => [state, ticket?.number])).toEqual([
      ['open', undefined],
      ['open', undefined],
      ['open', 'A001'],
    ]);
    expect(seen.settings.boundMinutes).toBe(60);
    expect((await app.ask(hall.clerk, ops.showHall, { params: { id: newId() } })).status).toBe(404);
    const [place] = await app.call(null, ops.listPlaces, {});
    expect(place).toMatchObject({ outletId: hall.hall, waiting: 0, windows: 3 });
  });
});

describe('a window of a department', () => {
  it('is run by its head and by the office, as the overview says to each', async () => {
    const own = { outletId: hall.hall, number: 'B01', zone: 'B 市场监管', name: '市场监管', nameEn: 'Market' };
    const { id } = await app.call(hall.office, officesContract.createWindow, {
      body: { ...own, kind: 'special', departmentId: hall.market },
    });
    const runs = async (who: string): Promise<string[]> =>
      (await app.call(who, ops.showHall, { params: { id: hall.hall } })).windows.flatMap((window) => (window.mayRun ? [window.number] : [])); // prettier-ignore
    expect(await runs(hall.head)).toEqual(['B01']);
    expect(await runs(hall.otherHead)).toEqual([]);
    expect(await runs(hall.clerk)).toEqual([]);
    expect(await runs(hall.office)).toEqual(['A01', 'A02', 'A03', 'B01']);
    await app.call(hall.head, ops.setDuty, { params: { id }, body: { errandIds: [hall.any] } });
    const refused = { params: { id: hall.windows[0]! }, body: { errandIds: [] } };
    expect((await app.ask(hall.head, ops.setDuty, refused)).status).toBe(403);
  });
});

describe('a clerk of another place', () => {
  it('gives out no tickets here, opens no window, and sees nobody’s', async () => {
    const elsewhere = await app.ground.db.transaction((tx) => {
      const id = createAccount(tx, app.clock.now(), { loginName: 'town', name: '乡镇', staff: true });
      givePost(tx, app.clock.now(), id, { role: 'clerk', departmentId: hall.security, outletId: newId() });
      return id;
    });
    const here = { params: { id: hall.hall } };
    const answers = [
      await app.ask(elsewhere, ops.issueTicket, { ...here, body: { ...act(), errandId: hall.any } }),
      await app.ask(elsewhere, ops.openWindow, { params: { id: hall.windows[0]! } }),
      await app.ask(elsewhere, ops.showHall, here),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});

describe('setting a hall up', () => {
  it('keeps letters apart, and takes what is done no more off the list', async () => {
    const save = (id: string, body: ReturnType<typeof anErrand>) =>
      app.ask(hall.office, ops.saveErrand, { params: { id }, body });
    expect((await save(newId(), anErrand(hall.hall, 'A'))).problem.code).toBe('hall.prefixTaken');
    await save(hall.any, anErrand(hall.hall, 'A', { retired: true }));
    expect((await save(newId(), anErrand(hall.hall, 'A'))).status).toBe(200);
    const gone = await app.ask(hall.resident, ops.takeTicket, { body: { ...act(), errandId: hall.any } });
    expect(gone.problem.code).toBe('hall.noErrand');
    expect((await save(newId(), anErrand(newId(), 'Z'))).problem.code).toBe('hall.noPlace');
    await app.call(hall.office, ops.savePlace, { params: { id: hall.hall }, body: { ...usualPlace, remote: false } });
    const remote = await app.ask(hall.resident, ops.takeTicket, { body: { ...act(), errandId: hall.property } });
    expect(remote.problem.code).toBe('hall.notRemote');
  });
});

describe('what is said of who waits', () => {
  it('counts from when they came, also after they were handed on, and no window that is in a break', async () => {
    await openWindows(app, hall);
    const { id } = await paper(app, hall);
    minutes(20);
    await call(hall.clerks[0]!);
    await app.call(hall.clerks[0]!, ops.transferTicket, {
      params: { id },
      body: { ...act(), errandId: hall.property },
    });
    const { elsewhere, next } = await app.call(hall.clerks[0]!, ops.showDesk, {});
    expect(next).toMatchObject([{ id, since: new Date(app.clock.now().getTime() - 20 * 60_000).toISOString() }]);
    expect(elsewhere.windows.every(({ errandIds }) => errandIds.includes(hall.property))).toBe(true);
    const windows = async () =>
      (await app.call(null, ops.showPlace, { params: { id: hall.hall } })).errands[0]!.windows;
    const before = await windows();
    await app.call(hall.clerks[0]!, ops.pauseWindow, { body: { on: true } });
    expect(await windows()).toBe(before - 1);
  });

  it('counts at a window whom it would call, and nobody who was handed on to another one alone', async () => {
    await openWindows(app, hall);
    const { id } = await paper(app, hall);
    await call(hall.clerks[0]!);
    const windowId = hall.windows[1]!;
    await app.call(hall.clerks[0]!, ops.transferTicket, { params: { id }, body: { ...act(), windowId } });
    const deskAt = async (at: number) => {
      const { waiting, next, errands } = await app.call(hall.clerks[at]!, ops.showDesk, {});
      return [waiting, next.length, errands.map((errand) => errand.waiting)];
    };
    expect(await deskAt(0)).toEqual([0, 0, [0, 0]]);
    expect(await deskAt(1)).toEqual([1, 1, [1, 0]]);
  });

  it('is the same before a ticket is taken and on it: others whom the same windows call first are counted', async () => {
    await openWindows(app, hall);
    for (let i = 0; i < 4; i++) await paper(app, hall, hall.property);
    minutes(1);
    const { errands } = await app.call(null, ops.showPlace, { params: { id: hall.hall } });
    expect(errands.find(({ id }) => id === hall.any)).toMatchObject({ waiting: 0, ahead: 4 });
    const { code } = await paper(app, hall);
    expect((await look(code)).ahead).toBe(4);
    const screen = await app.call(null, ops.showScreen, { params: { id: hall.hall }, query: {} });
    expect(screen.waiting.map(({ ahead }) => ahead)).toEqual([5, 5]);
  });
});
