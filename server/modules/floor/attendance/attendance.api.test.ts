/** Attendance over HTTP, from signing in at a window to the figure and its list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { openHall, type TestHall } from '../../hall/hall-testing.ts';
import { openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { floorContract as ops } from '../contract.ts';

let app: TestApp;
let d: TestHall;
const at = (time: string, day = '2026-06-10') => app.clock.set(`${day}T${time}:00+08:00`);
const id = () => ({ params: { id: d.hall } });
const day = { from: '2026-06-10', to: '2026-06-10' };
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 3);
});
afterAll(() => app.close());

const plan = (account: string, body: object = {}) =>
  app.ask(account, ops.planTurns, { ...id(), body: { accountIds: d.clerks, days: ['2026-06-10', '2026-06-11'], spans: [{ starts: '13:30', ends: '17:00' }, { starts: '09:00', ends: '12:00' }], ...body } }); // prettier-ignore
const list = async (query: object = {}) => (await app.call(d.office, ops.listAttendance, { ...id(), query: { ...day, ...query } })).rows; // prettier-ignore

describe('attendance', () => {
  it('is what the plan and the windows say, and the figure is its list', async () => {
    at('08:00');
    expect((await plan(d.office)).body).toEqual({ planned: 12, over: 0 });
    // Sent again after a lost answer: nothing twice.
    expect(await plan(d.office)).toMatchObject({ status: 200, body: { planned: 0, over: 0 } });
    expect((await list()).length).toBe(6);
    const [first, second, third] = d.clerks as [string, string, string];
    at('08:55');
    await app.call(first, hallContract.openWindow, { params: { id: d.windows[0]! } });
    at('09:20');
    await app.call(second, hallContract.openWindow, { params: { id: d.windows[1]! } });
    expect((await list({ mark: 'missing' })).map(({ accountId }) => accountId)).toEqual([third]);
    at('11:00');
    await app.call(first, hallContract.pauseWindow, { body: { on: true } });
    at('11:10');
    await app.call(first, hallContract.pauseWindow, { body: { on: false } });
    at('11:30');
    await app.call(second, hallContract.leaveWindow, { body: {} });
    at('12:01');
    await app.call(first, hallContract.leaveWindow, { body: { evenSo: true } });
    at('12:30');
    // Planned now, this morning would make everybody absent: it is left out, and said.
    const late = { accountIds: [first], days: ['2026-06-10'] };
    expect((await plan(d.office, { ...late, spans: [{ starts: '08:00', ends: '08:50' }] })).body).toMatchObject({ code: 'floor.turnsOver' }); // prettier-ignore
    expect((await plan(d.office, { ...late, spans: [{ starts: '08:00', ends: '08:50' }, { starts: '17:30', ends: '18:00' }] })).body).toEqual({ planned: 1, over: 1 }); // prettier-ignore
    const mine = (await list()).filter(({ accountId }) => accountId === first);
    expect(mine.map(({ starts }) => starts).sort()).toEqual(['09:00', '13:30', '17:30']);
    await app.call(d.office, ops.removeTurn, { params: { id: mine.find(({ starts }) => starts === '17:30')!.id! } });
    const morning = (await list()).filter(({ starts }) => starts === '09:00');
    expect(morning.map(({ accountId, mark }) => [accountId, mark])).toEqual([
      [first, 'present'],
      [second, 'lateAndEarly'],
      [third, 'absent'],
    ]);
    expect(morning[0]).toMatchObject({ thereMinutes: 180, breakMinutes: 10 });
    expect(morning[1]).toMatchObject({ lateMinutes: 20, earlyMinutes: 30 });
    const figures = await app.call(d.office, ops.readAttendance, { ...id(), query: day });
    for (const mark of ['absent', 'present', 'pending', 'lateAndEarly'] as const)
      expect(figures.all[mark], mark).toBe((await list({ mark })).length);
    expect(figures.people.length).toBe(3);
  });

  it('shows who is there without being planned', async () => {
    at('09:00', '2026-06-12');
    await app.call(d.clerks[0]!, hallContract.openWindow, { params: { id: d.windows[0]! } });
    const rows = await list({ from: '2026-06-12', to: '2026-06-12' });
    expect(rows.map(({ mark, starts }) => [mark, starts])).toEqual([['unplanned', null]]);
    await app.call(d.clerks[0]!, hallContract.leaveWindow, { body: { evenSo: true } });
    at('12:40');
  });

  it('is put right by a superior with the reason, never by oneself, and once', async () => {
    const absent = (await list({ mark: 'absent' }))[0]!;
    const body = { actionId: newId(), mark: 'leave' as const, reason: '送急病群众就医，已核实' };
    const params = { id: absent.id! };
    expect((await app.ask(d.clerks[0]!, ops.amendTurn, { params, body })).status).toBe(403);
    // The head of another department has nothing to say about the clerks of the hall.
    expect((await app.ask(d.head, ops.amendTurn, { params, body })).status).toBe(403);
    for (let times = 0; times < 2; times++) {
      const row = await app.call(d.office, ops.amendTurn, { params, body });
      expect(row).toMatchObject({ mark: 'leave', byRule: 'absent', amended: { by: '孙主任' } });
    }
    for (const said of [{ mark: 'present' as const }, { reason: '已核实' }])
      expect((await app.ask(d.office, ops.amendTurn, { params, body: { ...body, ...said } })).problem.code).toBe('floor.actRepeated'); // prettier-ignore
    const other = (await list({ mark: 'lateAndEarly' }))[0]!;
    const again = await app.ask(d.office, ops.amendTurn, { params: { id: other.id! }, body });
    expect(again.problem.code).toBe('floor.actRepeated');
    expect((await app.ask(d.office, ops.amendTurn, { params, body: { ...body, actionId: newId(), reason: ' ' } })).status).toBe(400); // prettier-ignore
    const mine = await app.call(d.clerks[2]!, ops.myAttendance, { query: day });
    expect(mine.rows.map(({ mark }) => mark)).toContain('leave');
    expect(mine.rows.every(({ accountId }) => accountId === d.clerks[2])).toBe(true);
  });

  it('is planned for people of the staff, from today on, without overlaps; what has begun stays', async () => {
    at('12:40', '2026-06-10');
    expect((await plan(d.office, { days: ['2026-06-09'] })).problem.code).toBe('floor.dayOver');
    expect((await plan(d.office, { spans: [{ starts: '12:00', ends: '09:00' }] })).problem.code).toBe(
      'floor.wrongSpan',
    );
    expect((await plan(d.office, { accountIds: [d.resident] })).problem.code).toBe('floor.noSuchStaff');
    expect((await plan(d.office, { spans: [{ starts: '11:00', ends: '14:00' }] })).problem.code).toBe(
      'floor.turnsOverlap',
    );
    expect((await plan(d.office, { windowId: newId() })).problem.code).toBe('floor.windowNotHere');
    const rows = await list();
    const gone = await app.ask(d.office, ops.removeTurn, { params: { id: rows.find(({ starts }) => starts === '09:00')!.id! } }); // prettier-ignore
    expect(gone.problem.code).toBe('floor.turnBegun');
    await app.call(d.office, ops.removeTurn, { params: { id: rows.find(({ starts }) => starts === '13:30')!.id! } });
    expect((await list()).length).toBe(5);
    expect((await app.ask(d.office, ops.readAttendance, { ...id(), query: { from: '2026-01-01', to: '2026-06-10' } })).problem.code).toBe('floor.spanTooLong'); // prettier-ignore
  });

  it('goes out as a file', async () => {
    const file = await app.http.inject({ url: `/api/floor/places/${d.hall}/attendance/file?from=2026-06-10&to=2026-06-10`, cookies: { [sessionCookie]: await openSession(app.ground, d.office, { secondFactor: true }) } }); // prettier-ignore
    expect(file.statusCode).toBe(200);
    expect(file.body).toContain('送急病群众就医');
  });
});
