/** The end of the day: at 00:00 Asia/Shanghai what is left of the day before ends, and nothing is lost without a line. */
import { addDays } from '#modules/deadlines';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { move } from './move-ticket.ts';
import { lapseBookings, lapseHolds } from './booking-store.ts';
import { lockShift, moveShift, shiftsBefore, type Shift } from './place-store.ts';
import { leftBefore, lockTicketAt } from './ticket-store.ts';

const atOnce = 200;
/** The midnight that ends a day. */
const endOf = (day: string): Date => startOfDay(addDays(day, 1));

/**
 * Ends tickets, shifts and appointments of days before today, each at its own midnight, whenever it is run; safe to run twice and
 * beside itself. Returns how many tickets and shifts ended.
 */
export async function endDay(ground: Ground): Promise<{ tickets: number; shifts: number }> {
  const today = shanghaiDay(ground.clock.now());
  const ended = { tickets: 0, shifts: 0 };
  for (let more = true; more;) {
    const count = await ground.db.transaction(async (tx) => {
      const left = await leftBefore(tx, today, atOnce);
      for (const ticket of left) {
        const at = endOf(ticket.day);
        move(tx, ticket, 'lapse', { actionId: newId(), at, accountId: null });
      }
      return left.length;
    });
    ended.tickets += count;
    more = count === atOnce;
  }
  for (let more = true; more;) {
    const count = await ground.db.transaction(async (tx) => {
      const left = await shiftsBefore(tx, startOfDay(today), atOnce);
      for (const { id, beganAt } of left)
        moveShift(tx, { id, state: 'ended' }, { id: newId(), at: endOf(shanghaiDay(beganAt)), accountId: null });
      return left.length;
    });
    ended.shifts += count;
    more = count === atOnce;
  }
  await ground.db.transaction(async (tx) => lapseBookings(tx, today));
  return ended;
}

/**
 * Ends one shift of a day before, with whoever is left at its window, for somebody who wants to sit there now. Nothing else ends by a request: by a clock
 * that runs ahead everybody in all halls would be sent home.
 */
export const endShiftLeft = (ground: Ground, { id, windowId, beganAt }: Shift): Promise<void> =>
  ground.db.transaction(async (tx) => {
    if (!(await lockShift(tx, id))) return;
    const day = shanghaiDay(beganAt);
    const by = { at: endOf(day), accountId: null };
    const ticket = await lockTicketAt(tx, windowId);
    if (ticket && ticket.day <= day) move(tx, ticket, 'lapse', { actionId: newId(), ...by });
    moveShift(tx, { id, state: 'ended' }, { id: newId(), ...by });
  });

/** Gives back places that were kept and never confirmed. */
export const sweepHolds = (ground: Ground): Promise<number> =>
  ground.db.transaction((tx) => lapseHolds(tx, ground.clock.now()));
