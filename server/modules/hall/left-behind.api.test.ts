/** Nobody is left behind: by a window that is left, closed, retired or forgotten, by hours that change, by limits that were not meant for them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { officesContract } from '#modules/offices/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { closeHalls } from './closing/close-halls.ts';
import { hallContract as ops } from './contract.ts';
import { anErrand, deskOf, openHall, openWindows, paper, usualPlace, type TestHall } from './hall-testing.ts';
import { returnsAtMost } from './ticket.ts';

let app: TestApp;
let hall: TestHall;
let one: string;
let two: string;
const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
const saveHours = (exceptions: { on: string; spans: []; note: string }[], version: number) =>
  app.call(hall.office, officesContract.saveHours, {
    params: { id: hall.hall },
    body: { weekly, exceptions, version },
  });
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 2);
  await saveHours([], 0);
  await openWindows(app, hall);
  [one, two] = hall.clerks as [string, string];
});
afterEach(() => app.close());

const { act, call, desk, look, minutes } = deskOf(() => app);
const leave = (clerk: string) => app.call(clerk, ops.leaveWindow, { body: { evenSo: true } });
const close = (i: number, body: object = {}) =>
  app.ask(hall.office, ops.closeWindow, { params: { id: hall.windows[i]! }, body });
const own = (errandId = hall.any) => app.call(hall.resident, ops.takeTicket, { body: { ...act(), errandId } });
const notices = async () =>
  (await app.call(hall.resident, noticesContract.myNotices, { query: {} })).rows.map(({ template }) => template);

/** Handed on to the first window, and called there. */
async function handedOn() {
  const ticket = await paper(app, hall);
  await call(two);
  await app.call(two, ops.transferTicket, {
    params: { id: ticket.id },
    body: { ...act(), windowId: hall.windows[0]! },
  });
  expect((await call(one)).current!.id).toBe(ticket.id);
  return ticket;
}

describe('who was handed on to one window', () => {
  it('is called by any other, should it have missed the call and the window be left', async () => {
    const ticket = await handedOn();
    await desk(one, ops.missTicket, ticket.id);
    await leave(one);
    await app.call(null, ops.rejoinQueue, { params: { code: ticket.code }, body: act() });
    expect((await call(two)).current!.id).toBe(ticket.id);
  });

  it('likewise when it was put aside', async () => {
    const ticket = await handedOn();
    await desk(one, ops.serveTicket, ticket.id);
    await desk(one, ops.parkTicket, ticket.id);
    await desk(one, ops.unparkTicket, ticket.id);
    await leave(one);
    expect((await call(two)).current!.id).toBe(ticket.id);
  });

  it('is not handed on to nowhere, nor to a window where nobody sits', async () => {
    const ticket = await paper(app, hall);
    await call(two);
    const hand = (body: object) =>
      app.ask(two, ops.transferTicket, { params: { id: ticket.id }, body: { ...act(), ...body } });
    expect((await hand({})).problem.code).toBe('hall.whereTo');
    await leave(one);
    expect((await hand({ windowId: hall.windows[0]! })).problem.code).toBe('hall.nobodyDoesIt');
    expect((await look(ticket.code)).state).toBe('called');
  });
});

describe('who holds two tickets', () => {
  it('is not handed on to what they wait for anyway: the clerk is told with which number', async () => {
    const [mine, other] = [await own(), await own(hall.property)];
    expect((await call(one)).current!.id).toBe(mine.id);
    const to = { params: { id: mine.id }, body: { ...act(), errandId: hall.property } };
    const { problem } = await app.ask(one, ops.transferTicket, to);
    expect([problem.code, problem.facts]).toEqual(['hall.holdsOther', { number: other.number }]);
    await desk(one, ops.serveTicket, mine.id);
    await desk(one, ops.finishTicket, mine.id);
    expect((await call(two)).current!.id).toBe(other.id);
  });
});

describe('a clerk who has gone', () => {
  it('leaves nobody at the window: who was being served is put aside when it is closed', async () => {
    const ticket = await paper(app, hall);
    await call(one);
    await desk(one, ops.serveTicket, ticket.id);
    expect((await close(0)).status).toBe(204);
    expect((await look(ticket.code)).state).toBe('parked');
    await app.call(two, ops.callTicket, { params: { id: ticket.id }, body: act() });
    expect((await look(ticket.code)).windowNumber).toBe('A02');
    expect((await close(0)).problem.code).toBe('hall.windowClosed');
  });

  it('is not the last one unnoticed: a colleague in a break calls nobody', async () => {
    await paper(app, hall);
    await app.call(two, ops.pauseWindow, { body: { on: true } });
    expect((await close(0)).problem).toMatchObject({ code: 'hall.lastForErrand', facts: { waiting: 1 } });
    expect((await close(0, { evenSo: true })).status).toBe(204);
  });

  it('has forgotten to sign out: half an hour after the doors have closed those who wait are told', async () => {
    await leave(two);
    const mine = await own();
    app.clock.set('2026-06-10T17:25:00+08:00');
    expect(await closeHalls(app.ground)).toBe(0);
    app.clock.set('2026-06-10T17:35:00+08:00');
    expect(await closeHalls(app.ground)).toBe(1);
    expect((await look(mine.code)).state).toBe('lapsed');
    expect(await notices()).toContain('hallClosed');
    expect((await app.call(one, ops.showDesk, {})).shift).toBeNull();
  });

  it('is there as long as somebody is served, and as long as anything is done', async () => {
    await leave(two);
    const [first, second] = [await paper(app, hall), await paper(app, hall)];
    app.clock.set('2026-06-10T16:55:00+08:00');
    await call(one);
    await desk(one, ops.serveTicket, first.id);
    app.clock.set('2026-06-10T18:40:00+08:00');
    expect(await closeHalls(app.ground)).toBe(0);
    await desk(one, ops.finishTicket, first.id);
    minutes(20);
    expect(await closeHalls(app.ground)).toBe(0);
    minutes(20);
    expect(await closeHalls(app.ground)).toBe(1);
    expect((await look(second.code)).state).toBe('lapsed');
  });
});

describe('a window that is taken out of service', () => {
  it('lets its people go, and calls nobody any more', async () => {
    const ticket = await paper(app, hall);
    await call(one);
    const [id] = hall.windows as [string];
    const { rows } = await app.call(hall.office, officesContract.listWindows, { query: { outletId: hall.hall } });
    const { version } = rows.find((window) => window.id === id)!;
    await app.call(hall.office, officesContract.retireWindow, { params: { id }, body: { version, retired: true } });
    await app.relay.drain();
    expect((await app.ask(one, ops.callNext, { body: act() })).problem.code).toBe('hall.noShift');
    expect((await call(two)).current!.id).toBe(ticket.id);
  });
});

describe('what was promised', () => {
  const hold = async (startsAt: string) => {
    const { id, code } = await app.call(hall.resident, ops.holdSlot, {
      body: { ...act(), errandId: hall.property, startsAt },
    });
    await app.call(hall.resident, ops.confirmBooking, { params: { id } });
    return { id, code };
  };

  it('an appointment is called off by the hall that will be closed, and its person is told; another one stays', async () => {
    const gone = await hold('2026-06-12T02:00:00Z');
    const stays = await app.call(hall.resident, ops.holdSlot, {
      body: { ...act(), errandId: hall.any, startsAt: '2026-06-11T02:00:00Z' },
    });
    await saveHours([{ on: '2026-06-12', spans: [], note: '停电' }], 1);
    await app.relay.drain();
    const { bookings } = await app.call(hall.resident, ops.myHall, {});
    expect(bookings.map(({ id }) => id)).toEqual([stays.id]);
    expect((await app.ask(hall.resident, ops.confirmBooking, { params: { id: gone.id } })).problem.code).toBe(
      'hall.bookingOver',
    );
    expect(await notices()).toEqual(['appointmentCalledOff']);
    const free = await app.call(null, ops.listSlots, { params: { id: hall.property }, query: { day: '2026-06-12' } });
    expect(free.slots).toEqual([]);
  });

  it('an appointment is checked in however many tickets were taken before', async () => {
    const { code } = await hold('2026-06-10T02:00:00Z');
    for (let i = 0; i < usualPlace.ticketsPerPerson; i++) {
      const ticket = await own();
      await app.call(null, ops.cancelTicket, { params: { code: ticket.code }, body: act() });
    }
    expect(
      (await app.ask(hall.resident, ops.takeTicket, { body: { ...act(), errandId: hall.any } })).problem.code,
    ).toBe('hall.ticketsUsedUp');
    expect((await app.ask(null, ops.checkIn, { body: { ...act(), code } })).status).toBe(200);
  });

  it('a ticket that missed its call for the last time keeps nobody from a new one', async () => {
    const ticket = await own();
    for (let i = 0; ; i++) {
      await call(one);
      await desk(one, ops.missTicket, ticket.id);
      if (i === returnsAtMost) break;
      await app.call(null, ops.rejoinQueue, { params: { code: ticket.code }, body: act() });
    }
    expect((await look(ticket.code)).returnMinutes).toBeNull();
    expect((await own()).state).toBe('waiting');
    expect((await look(ticket.code)).state).toBe('cancelled');
  });

  it('a ticket that the desk gives after the doors have closed is good for service after hours', async () => {
    for (const clerk of [one, two]) await leave(clerk);
    app.clock.set('2026-06-10T17:57:00+08:00');
    const late = await paper(app, hall, hall.any, { evenSo: true });
    app.clock.set('2026-06-10T18:00:00+08:00');
    expect(await closeHalls(app.ground)).toBe(0);
    await app.call(one, ops.openWindow, { params: { id: hall.windows[0]! } });
    expect((await call(one)).current!.id).toBe(late.id);
  });

  it('“you are next” is said only of who is: others before whom the same windows call count', async () => {
    for (let i = 0; i < 3; i++) await paper(app, hall, hall.property);
    minutes(1);
    const mine = await paper(app, hall);
    expect((await look(mine.code)).ahead).toBe(3);
  });
});

describe('the same act once more', () => {
  it('is the same only when it is: another act under its number is refused', async () => {
    const ticket = await paper(app, hall);
    await call(one);
    const body = act();
    await app.call(one, ops.serveTicket, { params: { id: ticket.id }, body });
    expect((await app.ask(one, ops.serveTicket, { params: { id: ticket.id }, body })).status).toBe(200);
    const finish = await app.ask(one, ops.finishTicket, { params: { id: ticket.id }, body });
    expect(finish.problem.code).toBe('hall.actRepeated');
    expect((await look(ticket.code)).state).toBe('serving');
    const taken = act();
    await app.call(hall.resident, ops.takeTicket, { body: { ...taken, errandId: hall.any } });
    const other = await app.ask(hall.resident, ops.takeTicket, { body: { ...taken, errandId: hall.property } });
    expect(other.problem.code).toBe('hall.actRepeated');
  });
});

describe('setting up', () => {
  it('refuses letters whose numbers would look like those of another errand, departments and zones that are not there', async () => {
    const save = (body: object) =>
      app.ask(hall.office, ops.saveErrand, { params: { id: newId() }, body: anErrand(hall.hall, 'B', body) });
    expect((await save({ prefix: 'A1' })).problem).toMatchObject({ code: 'hall.prefixLike', facts: { prefix: 'A' } });
    expect((await save({ prefix: 'C' })).problem.code).toBe('hall.prefixLike');
    expect((await save({ prefix: 'AB' })).status).toBe(200);
    expect((await save({ departmentId: newId() })).status).toBe(404);
    const screen = { name: '大屏', shows: 'zone', zone: 'nowhere', windowId: null, sound: true } as const;
    expect((await app.ask(hall.office, ops.addScreen, { params: { id: hall.hall }, body: screen })).problem.code).toBe(
      'hall.noZone',
    );
    const blank = { zone: 'A 综合受理', nameEn: '  A Any matter ' };
    await app.call(hall.office, ops.nameZone, { params: { id: hall.hall }, body: blank });
    expect((await app.call(null, ops.listZones, { params: { id: hall.hall } }))[0]!.nameEn).toBe('A Any matter');
    expect(
      (await app.ask(hall.office, ops.nameZone, { params: { id: hall.hall }, body: { ...blank, nameEn: 'A\u202e' } }))
        .status,
    ).toBe(400);
  });
});
