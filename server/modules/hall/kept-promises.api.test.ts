/** What was promised for another day or another moment: appointments for what is done no more, tickets that are taken up, calls that were made. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCalendar } from '#modules/deadlines';
import { noticesContract } from '#modules/notices/contract';
import { officesContract } from '#modules/offices/contract';
import { createAccount, createPerson } from '#modules/people';
import { openTestApp, type TestApp } from '#server/testing';
import { closeHalls } from './closing/close-halls.ts';
import { hallContract as ops } from './contract.ts';
import { anErrand, deskOf, openHall, openWindows, paper, usualPlace, type TestHall } from './hall-testing.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 2);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  await app.call(hall.office, officesContract.saveHours, {
    params: { id: hall.hall },
    body: { weekly, exceptions: [], version: 0 },
  });
  await openWindows(app, hall);
});
afterEach(() => app.close());

const { act, call, desk, minutes } = deskOf(() => app);
const hold = (startsAt: string, errandId = hall.any) =>
  app.call(hall.resident, ops.holdSlot, { body: { ...act(), errandId, startsAt } });
const book = async (startsAt: string, errandId = hall.any) => {
  const { id, code } = await hold(startsAt, errandId);
  await app.call(hall.resident, ops.confirmBooking, { params: { id } });
  return code;
};
const saveErrand = (change: object) =>
  app.ask(hall.office, ops.saveErrand, { params: { id: hall.any }, body: anErrand(hall.hall, 'A', change) });
const setDuty = (i: number, errandIds: string[], more: object = {}) =>
  app.ask(hall.office, ops.setDuty, { params: { id: hall.windows[i]! }, body: { errandIds, ...more } });
const notices = async () =>
  (await app.call(hall.resident, noticesContract.myNotices, { query: {} })).rows.map(({ template, text }) => ({
    template,
    text,
  }));

describe('an appointment for what is done no more', () => {
  it('is said before it is retired, and is kept: a window goes on doing it, and calls its ticket', async () => {
    const code = await book('2026-06-11T10:00:00+08:00');
    expect((await saveErrand({ retired: true })).problem).toMatchObject({
      code: 'hall.errandWaitedFor',
      facts: { waiting: 0, booked: 1 },
    });
    expect((await saveErrand({ retired: true, evenSo: true })).status).toBe(200);
    const { errands } = await app.call(hall.office, ops.showSetup, { params: { id: hall.hall } });
    expect(errands.find(({ id }) => id === hall.any)).toMatchObject({ retired: true, booked: 1 });
    // The office changes what windows do: where it was done it may be done on, and the last window does not lose it unnoticed.
    expect((await setDuty(0, [hall.any])).status).toBe(204);
    expect((await setDuty(1, [hall.property])).status).toBe(204);
    expect((await setDuty(1, [hall.property, hall.any])).problem.code).toBe('hall.noErrand');
    expect((await setDuty(0, [hall.property])).problem).toMatchObject({
      code: 'hall.lastForBooked',
      facts: { booked: 1 },
    });
    app.clock.set('2026-06-11T09:40:00+08:00');
    await app.call(hall.clerks[0]!, ops.openWindow, { params: { id: hall.windows[0]! } });
    const ticket = await app.call(null, ops.checkIn, { body: { ...act(), code } });
    expect((await call(hall.clerks[0]!)).current!.id).toBe(ticket.id);
  });

  it('is called off, and its person told, when the last window that does it is meant to stop', async () => {
    await book('2026-06-11T10:00:00+08:00');
    await setDuty(0, [hall.property]);
    expect((await setDuty(1, [hall.property])).problem.code).toBe('hall.lastForBooked');
    expect((await setDuty(1, [hall.property], { evenSo: true })).status).toBe(204);
    expect((await app.call(hall.resident, ops.myHall, {})).bookings).toEqual([]);
    expect(await notices()).toEqual([
      { template: 'appointmentNotDone', text: expect.stringMatching(/业务A.*2026年6月11日.*10:00/) as string },
    ]);
  });

  it('was never made by whoever only looked at a time: they are not told of it', async () => {
    await hold('2026-06-11T10:00:00+08:00');
    await setDuty(0, [hall.property]);
    expect((await setDuty(1, [hall.property], { evenSo: true })).status).toBe(204);
    expect(await notices()).toEqual([]);
    await setDuty(1, [hall.property, hall.any]);
    const { slots } = await app.call(null, ops.listSlots, { params: { id: hall.any }, query: { day: '2026-06-11' } });
    expect(slots.find(({ startsAt }) => startsAt.startsWith('2026-06-11T02:00'))).toMatchObject({ left: 2 });
  });
});

describe('times for appointments that became shorter', () => {
  it('take no more people than before: a booking takes a place of each time that it overlaps', async () => {
    await book('2026-06-11T10:00:00+08:00');
    expect((await saveErrand({ slotMinutes: 20, slotCapacity: 1 })).status).toBe(200);
    const { slots } = await app.call(null, ops.listSlots, { params: { id: hall.any }, query: { day: '2026-06-11' } });
    const left = (time: string) => slots.find(({ startsAt }) => new Date(startsAt).toISOString().includes(time))!.left;
    expect([left('T01:40'), left('T02:00'), left('T02:20'), left('T02:40')]).toEqual([1, 0, 0, 1]);
    const other = await app.ask(hall.other, ops.holdSlot, {
      body: { ...act(), errandId: hall.any, startsAt: '2026-06-11T10:20:00+08:00' },
    });
    expect(other.problem.code).toBe('hall.slotFull');
    const free = await app.ask(hall.other, ops.holdSlot, {
      body: { ...act(), errandId: hall.any, startsAt: '2026-06-11T10:40:00+08:00' },
    });
    expect(free.status).toBe(200);
  });
});

describe('a time whose length was changed', () => {
  const ask = (account: string, startsAt: string) =>
    app.ask(account, ops.holdSlot, { body: { ...act(), errandId: hall.any, startsAt } });

  const third = () =>
    app.ground.db.transaction(async (tx) => {
      const at = app.clock.now();
      const person = createPerson(tx, at, { idKind: 'passport', idNumber: 'E87654321', name: 'Bo Berg', phone: '19900004321' });
      return createAccount(tx, at, { loginName: 'bo', name: 'Bo Berg', personId: person.id });
    }); // prettier-ignore

  it('has no more people than places, those of other times that overlap it counted with its own', async () => {
    await saveErrand({ slotMinutes: 60 });
    await book('2026-06-11T10:00:00+08:00');
    await saveErrand({ slotMinutes: 30 });
    expect((await ask(hall.other, '2026-06-11T10:30:00+08:00')).status).toBe(200);
    expect((await ask(await third(), '2026-06-11T10:30:00+08:00')).problem.code).toBe('hall.slotFull');
  });

  it('is as long as times are now, once nobody has it for longer', async () => {
    await saveErrand({ slotMinutes: 60, slotCapacity: 1 });
    const { id } = await hold('2026-06-11T10:00:00+08:00');
    await app.call(hall.resident, ops.cancelBooking, { params: { id } });
    await saveErrand({ slotMinutes: 30, slotCapacity: 1 });
    for (const [account, time] of [[hall.resident, '10:00'], [hall.other, '10:30']] as const)
      expect((await ask(account, `2026-06-11T${time}:00+08:00`)).status, time).toBe(200); // prettier-ignore
  });
});

describe('a day that a notice turns into a holiday', () => {
  it('has no times any more, and who had one is told', async () => {
    await app.call(hall.office, ops.savePlace, { params: { id: hall.hall }, body: { ...usualPlace, daysAhead: 60 } });
    app.clock.set('2026-12-20T10:00:00+08:00');
    await book('2027-01-04T10:00:00+08:00');
    const text = ['01', '02', '03', '04'].map((day) => `2027-01-${day},holiday,元旦`).join('\n');
    await importCalendar(app.ground, { text: `日期,类型,名称\n${text}\n2026-12-27,makeUp,元旦\n`, source: 'test.csv' });
    await app.relay.drain();
    expect((await notices()).map(({ template }) => template)).toEqual(['appointmentCalledOff']);
    const times = async (day: string) =>
      (await app.call(null, ops.listSlots, { params: { id: hall.any }, query: { day } })).slots.length;
    expect(await times('2027-01-04')).toBe(0);
    // A Sunday that is worked instead.
    expect(await times('2026-12-27')).toBeGreaterThan(0);
  });
});

describe('a ticket that is taken up again', () => {
  it('is good also for whoever has taken as many others as they may', async () => {
    await app.call(hall.office, ops.savePlace, {
      params: { id: hall.hall },
      body: { ...usualPlace, ticketsPerPerson: 1 },
    });
    const take = (errandId: string) => app.ask(hall.resident, ops.takeTicket, { body: { ...act(), errandId } });
    const { body: lapsed } = await take(hall.any);
    for (const clerk of hall.clerks) await app.call(clerk, ops.leaveWindow, { body: { evenSo: true } });
    app.clock.set('2026-06-10T17:10:00+08:00');
    expect(await closeHalls(app.ground)).toBe(1);
    app.clock.set('2026-06-11T09:30:00+08:00');
    await app.call(hall.clerks[0]!, ops.openWindow, { params: { id: hall.windows[0]! } });
    expect((await take(hall.property)).status).toBe(200);
    const up = await app.ask(null, ops.takeUpTicket, { params: { code: lapsed.code }, body: act() });
    expect(up.status).toBe(200);
    // It used nothing up, and gives nothing back.
    await app.call(null, ops.cancelTicket, { params: { code: up.body.code }, body: act() });
    expect((await take(hall.any)).problem.code).toBe('hall.ticketsUsedUp');
  });
});

describe('a call', () => {
  const screen = async (zone?: string) => {
    const query = zone === undefined ? {} : { zone };
    return app.call(null, ops.showScreen, { params: { id: hall.hall }, query });
  };

  it('is said when it is made, also after the clock was set back, and not once more when that time comes again', async () => {
    const { id, number } = await paper(app, hall);
    minutes(-10);
    await call(hall.clerks[0]!);
    expect((await screen()).announcements).toMatchObject([{ number, again: false }]);
    minutes(1.5);
    await desk(hall.clerks[0]!, ops.recallTicket, id);
    expect((await screen()).announcements).toMatchObject([{ number, again: true }]);
    await desk(hall.clerks[0]!, ops.serveTicket, id);
    await desk(hall.clerks[0]!, ops.finishTicket, id);
    for (let i = 0; i < 12; i++) {
      minutes(1);
      expect(
        (await screen()).announcements.filter(({ at }) => Date.parse(at) > app.clock.now().getTime() - 55_000),
      ).toEqual([]);
    }
  });

  it('that was missed is shown in its own zone, however many were missed in others', async () => {
    await app.call(hall.office, ops.saveErrand, {
      params: { id: hall.property },
      body: anErrand(hall.hall, 'C1', { zone: 'C 不动产', position: 2 }),
    });
    const miss = async (errandId: string): Promise<string> => {
      const { id, number } = await paper(app, hall, errandId);
      await call(hall.clerks[0]!);
      await desk(hall.clerks[0]!, ops.missTicket, id);
      minutes(0.1);
      return number;
    };
    const own = await miss(hall.property);
    for (let i = 0; i < 31; i++) await miss(hall.any);
    expect((await screen('C 不动产')).missed).toEqual([own]);
    expect((await screen('A 综合受理')).missed).toHaveLength(30);
  });
});
