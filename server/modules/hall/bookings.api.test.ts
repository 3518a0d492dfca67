/** Appointments over HTTP, on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from './contract.ts';
import { openHall, openWindows, paper, usualPlace, type TestHall } from './hall-testing.ts';
import { endDay, sweepHolds } from './index.ts';

let app: TestApp;
let hall: TestHall;
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '12:00' }));
  const body = { weekly, exceptions: [], version: 0 };
  await app.call(hall.office, officesContract.saveHours, { params: { id: hall.hall }, body });
});
afterEach(() => app.close());

const today = '2026-06-10';
const at = (time: string, day = today): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const slots = (day = today) => app.call(null, ops.listSlots, { params: { id: hall.any }, query: { day } });
const leftAt = async (time: string) =>
  (await slots()).slots.find(({ startsAt }) => startsAt === at(time))?.left ?? 'none';
const hold = (account: string, startsAt: string, more: object = {}) =>
  app.ask(account, ops.holdSlot, { body: { actionId: newId(), errandId: hall.any, startsAt, ...more } });
const confirm = (account: string, id: string) => app.ask(account, ops.confirmBooking, { params: { id } });
const checkIn = (code: string) => app.ask(null, ops.checkIn, { body: { actionId: newId(), code } });

describe('times', () => {
  it('are those of the opening hours that are still to come', async () => {
    const { slots: found, lastDay } = await slots();
    expect(found.map(({ startsAt }) => startsAt)).toEqual(['10:00', '10:30', '11:00', '11:30'].map((time) => at(time)));
    expect(lastDay).toBe('2026-06-24');
    for (const day of ['2026-06-13', '2026-06-09', '2026-06-25']) expect((await slots(day)).slots).toEqual([]);
    expect((await hold(hall.resident, at('10:10'))).problem.code).toBe('hall.noSuchSlot');
    expect((await hold(hall.resident, at('09:00', '2026-06-25'))).problem.code).toBe('hall.noSuchSlot');
  });

  it('are never given to more people than fit, whoever asks at the same time', async () => {
    const people = [hall.resident, hall.other, hall.clerk, hall.head, hall.examiner, hall.auditor];
    const answers = await Promise.all(people.map((account) => hold(account, at('10:00'))));
    const codes = answers.map(({ status, problem }) => (status === 200 ? 'held' : problem.code));
    expect(codes.toSorted()).toEqual([...Array.from({ length: 4 }, () => 'hall.slotFull'), 'held', 'held']);
    expect(await leftAt('10:00')).toBe(0);
    const kept = await app.ground.db.many(sql`select id from hall.booking`);
    expect(kept).toHaveLength(2);
  });

  it('are kept for ten minutes, then free again', async () => {
    const first = await hold(hall.resident, at('10:00'), { party: 2 });
    expect(await leftAt('10:00')).toBe(0);
    expect((await hold(hall.other, at('10:00'))).problem.code).toBe('hall.slotFull');
    app.clock.advance(10 * 60_000);
    expect(await leftAt('10:00')).toBe(2);
    expect((await confirm(hall.resident, first.body.id)).problem.code).toBe('hall.holdOver');
    // Without waiting for the sweep: who asks next frees it.
    const second = await hold(hall.other, at('10:00'), { party: 2 });
    expect(second.status).toBe(200);
    expect((await confirm(hall.other, second.body.id)).body.state).toBe('confirmed');
    expect((await confirm(hall.other, second.body.id)).body.state).toBe('confirmed');
    await hold(hall.resident, at('10:30'));
    app.clock.advance(11 * 60_000);
    expect([await sweepHolds(app.ground), await sweepHolds(app.ground)]).toEqual([1, 0]);
    const rows = await app.ground.db.many(sql`select taken from hall.slot order by starts_at`);
    expect(rows).toEqual([{ taken: 2 }, { taken: 0 }]);
  });

  it('are limited for each person, and given back', async () => {
    const first = await hold(hall.resident, at('10:00'));
    expect((await hold(hall.resident, at('10:30'))).problem.code).toBe('hall.haveBooking');
    const second = await hold(hall.resident, at('09:00', '2026-06-11'));
    expect(second.status).toBe(200);
    expect((await hold(hall.resident, at('09:00', '2026-06-12'))).problem).toMatchObject({
      code: 'hall.bookingsUsedUp',
      facts: { most: 2 },
    });
    const cancel = (account: string) => app.ask(account, ops.cancelBooking, { params: { id: first.body.id } });
    expect((await cancel(hall.other)).status).toBe(403);
    expect([(await cancel(hall.resident)).body.state, (await cancel(hall.resident)).body.state]).toEqual([
      'cancelled',
      'cancelled',
    ]);
    expect(await leftAt('10:00')).toBe(2);
    expect((await hold(hall.resident, at('09:00', '2026-06-12'))).status).toBe(200);
  });

  it('are held once for each act, however often it is sent', async () => {
    const body = { actionId: newId(), errandId: hall.any, startsAt: at('10:00') };
    const answers = await Promise.all([1, 2, 3].map(() => app.ask(hall.resident, ops.holdSlot, { body })));
    expect(answers.map((answer) => answer.body.id)).toEqual([1, 2, 3].map(() => body.actionId));
    expect((await app.ask(hall.other, ops.holdSlot, { body })).problem.code).toBe('hall.actRepeated');
    expect((await app.ask(hall.resident, ops.holdSlot, { body })).body.id).toBe(body.actionId);
    expect(await leftAt('10:00')).toBe(1);
  });
});

describe('on the day', () => {
  const booked = async (account: string, time: string): Promise<string> => {
    const { body } = await hold(account, at(time));
    await confirm(account, body.id);
    return body.code;
  };

  it('somebody with an appointment is called in its time, though others came before', async () => {
    await openWindows(app, hall);
    const code = await booked(hall.resident, '10:00');
    const early = await paper(app, hall);
    app.clock.set(at('09:58'));
    const late = await paper(app, hall);
    app.clock.set(at('10:05'));
    const ticket = await checkIn(code);
    expect(ticket.body).toMatchObject({ state: 'waiting', slotAt: at('10:00'), ahead: 0 });
    const order: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { ticket: called } = await app.call(hall.clerks[0]!, ops.callNext, { body: { actionId: newId() } });
      order.push(called!.number);
      await app.call(hall.clerks[0]!, ops.missTicket, { params: { id: called!.id }, body: { actionId: newId() } });
    }
    expect(order).toEqual([ticket.body.number, early.number, late.number]);
  });

  it('comes too late for the place, and is served all the same', async () => {
    const code = await booked(hall.resident, '10:00');
    const early = await paper(app, hall);
    app.clock.set(at('10:16'));
    const ticket = (await checkIn(code)).body;
    expect(ticket.ahead).toBe(1);
    // Whoever asks again has forgotten the number, and gets no second one; once the ticket is over, so is the appointment.
    expect((await checkIn(code)).body.number).toBe(ticket.number);
    await app.call(null, ops.cancelTicket, { params: { code: ticket.code }, body: { actionId: newId() } });
    expect((await checkIn(code)).problem.code).toBe('hall.bookingOver');
    expect(early.number).toBe('A001');
  });

  it('is not lost to a clock that ran past midnight and was set back; what was never confirmed is', async () => {
    const kept = await hold(hall.resident, at('10:00'));
    await confirm(hall.resident, kept.body.id);
    const held = await hold(hall.other, at('10:00'));
    app.clock.advance(86_400_000);
    await sweepHolds(app.ground);
    await endDay(app.ground);
    app.clock.advance(-86_400_000);
    expect(await checkIn(kept.body.code)).toMatchObject({ status: 200 });
    expect((await checkIn(held.body.code)).problem.code).toBe('hall.bookingOver');
  });

  it('is not turned into a ticket for an empty hall: after its hours it is refused, and the desk decides', async () => {
    const { body: held } = await hold(hall.resident, at('10:30'));
    expect((await checkIn(held.code)).problem.code).toBe('hall.notConfirmed');
    await confirm(hall.resident, held.id);
    app.clock.set('2026-06-10T12:00:05+08:00');
    expect((await checkIn(held.code)).problem.code).toBe('hall.notOpen');
    const byDesk = await app.ask(hall.clerk, ops.checkIn, { body: { actionId: newId(), code: held.code } });
    expect(byDesk.body).toMatchObject({ state: 'waiting' });
  });

  it('counts among the appointments, not among the tickets that one may take', async () => {
    const { body: held } = await hold(hall.resident, at('10:00'));
    await confirm(hall.resident, held.id);
    expect((await checkIn(held.code)).status).toBe(200);
    await app.call(hall.office, ops.savePlace, { params: { id: hall.hall }, body: { ...usualPlace, ticketsPerPerson: 1 } }); // prettier-ignore
    await openWindows(app, hall);
    const take = (errandId: string) =>
      app.ask(hall.resident, ops.takeTicket, { body: { actionId: newId(), errandId } });
    expect((await take(hall.property)).status).toBe(200);
    expect((await app.call(hall.resident, ops.myHall, {})).tickets).toHaveLength(2);
  });

  it('is neither too early, nor another day, nor unconfirmed', async () => {
    const { body } = await hold(hall.resident, at('11:30'));
    app.clock.set(at('10:35'));
    expect((await checkIn(body.code)).problem.code).toBe('hall.holdOver');
    const early = await booked(hall.other, '11:30');
    app.clock.set(at('10:00'));
    expect((await checkIn(early)).problem.code).toBe('hall.tooEarly');
    app.clock.set(at('09:00', '2026-06-11'));
    expect((await checkIn(early)).problem.code).toBe('hall.notToday');
    await endDay(app.ground);
    const mine = await app.call(hall.other, ops.myHall, {});
    expect(mine).toEqual({ tickets: [], bookings: [] });
  });
});
