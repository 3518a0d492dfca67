/** Appointments: times that are offered, kept for some minutes, confirmed, given back, and turned into a ticket on the day. */
import { addDays } from '#modules/deadlines';
import { findHours, findOutlet, planOn } from '#modules/offices';
import { isAsSaid } from '#platform/canonical';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { newCode } from '#platform/ids';
import { Problem } from '#platform/problems';
import {
  bookingsOf,
  findBooking,
  findBookingByCode,
  freeSlot,
  insertBooking,
  lapseHolds,
  lockBooking,
  lockSlotOf,
  openNumbers,
  saveBooking,
  takenIn,
  takenBetween,
  takeSlot,
  type Booking,
} from './booking-store.ts';
import { allDoneBy, dutiesAt, findErrand, getPlace, type Errand } from './place-store.ts';
import { closingOf } from './closing/carried.ts';
import { hallProblems } from './problems.ts';
import type { BookingSeen } from './shapes.ts';
import { earlyMinutes, slotsOf, type Time } from './slots.ts';
import { enterQueue, onceOnly, type Asked, type Taking } from './take-ticket.ts';
import { isEnded } from './ticket.ts';
import { findTicketById, type Ticket } from './ticket-store.ts';

const minutes = 60_000;

/** The times of a day that can still be asked for: within the days ahead, and not over. */
async function timesOf(ground: Ground, errand: Errand, day: string): Promise<{ times: Time[]; lastDay: string }> {
  if (errand.slotCapacity === 0) throw hallProblems.noSlots();
  const at = ground.clock.now();
  const { daysAhead } = await getPlace(ground.db, errand.outletId);
  const today = shanghaiDay(at);
  const lastDay = addDays(today, daysAhead);
  const [hours, duties] = await Promise.all([
    findHours(ground.db, [errand.outletId]).then((all) => all.get(errand.outletId)),
    dutiesAt(ground.db, errand.outletId),
  ]);
  // No time is promised for what no window does.
  const isDone = duties.some((duty) => allDoneBy(duty).includes(errand.id));
  if (!hours || !isDone || day < today || day > lastDay) return { times: [], lastDay };
  const { spans } = planOn(ground, hours, day);
  return { times: slotsOf(day, spans, errand.slotMinutes).filter(({ startsAt }) => startsAt > at), lastDay };
}

export async function listSlots(ground: Ground, errand: Errand, day: string) {
  const { times, lastDay } = await timesOf(ground, errand, day);
  const from = startOfDay(day);
  const to = startOfDay(addDays(day, 1));
  const taken = await takenBetween(ground.db, errand.id, from, to, ground.clock.now());
  // Times were longer or shorter when some of them were booked: whoever is there then takes a place of each that they overlap.
  const takenIn = ({ startsAt, endsAt }: Time): number =>
    taken.reduce((sum, one) => (one.startsAt < endsAt && one.endsAt > startsAt ? sum + one.taken : sum), 0);
  const slots = times.map((time) => ({
    startsAt: time.startsAt.toISOString(),
    endsAt: time.endsAt.toISOString(),
    left: Math.max(0, errand.slotCapacity - takenIn(time)),
  }));
  return { slots, lastDay };
}

export async function seeBooking(ground: Ground, booking: Booking): Promise<BookingSeen> {
  const [outlet, errand, { graceMinutes }] = await Promise.all([
    findOutlet(ground.db, booking.outletId),
    findErrand(ground.db, booking.errandId),
    getPlace(ground.db, booking.outletId),
  ]);
  const { id, code, outletId, errandId, day, party, state } = booking;
  return {
    id,
    code,
    outletId,
    outletName: outlet?.name ?? '',
    outletNameEn: outlet?.nameEn ?? '',
    errandId,
    errandName: errand?.name ?? '',
    errandNameEn: errand?.nameEn ?? '',
    day,
    startsAt: booking.startsAt.toISOString(),
    party,
    state,
    heldUntil: booking.heldUntil.toISOString(),
    graceMinutes,
  };
}

/** Keeps a time for some minutes. The id of the booking is the `actionId`: a retry finds it there. */
export async function holdSlot(
  ground: Ground,
  errand: Errand,
  asked: Asked & { startsAt: string },
  personId: string,
): Promise<Booking> {
  const at = ground.clock.now();
  const startsAt = new Date(asked.startsAt);
  const { times } = await timesOf(ground, errand, shanghaiDay(startsAt));
  const time = times.find((one) => one.startsAt.getTime() === startsAt.getTime());
  const same = await findBooking(ground.db, asked.actionId);
  if (same) return ownOf(same, asked, personId);
  if (!time) throw hallProblems.noSuchSlot();
  if ((asked.party ?? 1) > errand.slotCapacity) throw hallProblems.partyTooLarge({ most: errand.slotCapacity });
  const { bookingsPerPerson, holdMinutes } = await getPlace(ground.db, errand.outletId);
  const party = asked.party ?? 1;
  const booking: Booking = {
    id: asked.actionId,
    code: newCode(12),
    outletId: errand.outletId,
    errandId: errand.id,
    startsAt: time.startsAt,
    day: shanghaiDay(time.startsAt),
    personId,
    nth: 0,
    party,
    priority: asked.priority ?? null,
    state: 'held',
    heldUntil: new Date(at.getTime() + holdMinutes * minutes),
    bookedAt: at,
    changedAt: at,
    ticketId: null,
  };
  // What was kept before and is over stands in nobody's way, and least in its own person's.
  await ground.db.transaction((tx) => lapseHolds(tx, at, personId));
  try {
    await keep(ground, booking, { ...time, capacity: errand.slotCapacity }, bookingsPerPerson);
  } catch (error) {
    // Two of the same act at once: the second one meets the first, in whichever of its places.
    const first = error instanceof Problem ? await findBooking(ground.db, asked.actionId) : undefined;
    if (first) return ownOf(first, asked, personId);
    throw error;
  }
  return booking;
}

/** What was kept by the same act before; another one under its number is refused. */
function ownOf(booking: Booking, asked: Asked & { startsAt: string }, personId: string): Booking {
  const { errandId, startsAt, party, priority } = booking;
  const said = { personId, errandId: asked.errandId, startsAt: new Date(asked.startsAt), party: asked.party ?? 1, priority: asked.priority ?? null }; // prettier-ignore
  if (!isAsSaid({ personId: booking.personId, errandId, startsAt, party, priority }, said))
    throw hallProblems.actRepeated();
  return booking;
}

/** Takes the places and stores the booking with the lowest of the person's numbers that is free. */
async function keep(ground: Ground, booking: Booking, slot: Time & { capacity: number }, most: number): Promise<void> {
  const { errandId, personId, party, bookedAt: at } = booking;
  await ground.db.transaction(async (tx) => {
    takeSlot(tx, { errandId, ...slot }, party, at);
    if ((await takenIn(tx, { errandId, ...slot }, at)) + party > slot.capacity) throw hallProblems.slotFull();
    const open = await openNumbers(tx, personId);
    let nth = 1;
    while (open.includes(nth)) nth += 1;
    // Two that are kept in the same moment meet at the index of these numbers.
    if (nth > most) throw hallProblems.bookingsUsedUp({ most });
    booking.nth = nth;
    insertBooking(tx, booking);
  });
}

export async function getBooking(ground: Ground, id: string): Promise<Booking> {
  const booking = await findBooking(ground.db, id);
  if (!booking) throw hallProblems.noBooking();
  return booking;
}

/** Makes an appointment of what was kept. Once more changes nothing. */
export const confirmBooking = (ground: Ground, id: string): Promise<Booking> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const booking = await lockBooking(tx, id);
    if (!booking) throw hallProblems.noBooking();
    if (booking.state === 'confirmed') return booking;
    if (booking.state === 'held' && (booking.heldUntil <= at || booking.startsAt <= at)) throw hallProblems.holdOver();
    if (booking.state !== 'held')
      throw booking.state === 'lapsed' ? hallProblems.holdOver() : hallProblems.bookingOver();
    saveBooking(tx, id, 'confirmed', at);
    return { ...booking, state: 'confirmed' as const };
  });

/** Gives the time back for others. Once more changes nothing. */
export const cancelBooking = (ground: Ground, found: Booking): Promise<Booking> =>
  ground.db.transaction(async (tx) => {
    await lockSlotOf(tx, found);
    const booking = (await lockBooking(tx, found.id))!;
    if (booking.state === 'cancelled') return booking;
    if (booking.state !== 'held' && booking.state !== 'confirmed') throw hallProblems.bookingOver();
    saveBooking(tx, booking.id, 'cancelled', ground.clock.now());
    freeSlot(tx, booking);
    return { ...booking, state: 'cancelled' as const };
  });

/**
 * Whether a ticket can be had for it on its day. One that ended with its day counts again when the day is not over after all: a clock
 * that ran ahead and was set back takes nobody's appointment.
 */
const isGood = ({ state, day, changedAt }: Booking): boolean =>
  state === 'confirmed' || (state === 'lapsed' && changedAt.getTime() === startOfDay(addDays(day, 1)).getTime());

/** Whether the hours of a hall are over for today. */
async function isOver(ground: Ground, outletId: string, at: Date): Promise<boolean> {
  const hours = (await findHours(ground.db, [outletId])).get(outletId);
  const day = shanghaiDay(at);
  const closedAt = hours && closingOf(day, planOn(ground, hours, day).spans);
  return closedAt !== undefined && closedAt <= at;
}

/**
 * Turns an appointment into a ticket on its day; also late, then without its place. Whoever asks once more, in whatever act, gets the same
 * ticket as long as it is good for something. `also` happens in the same transaction as the ticket, and once.
 */
export async function checkIn(
  ground: Ground,
  code: string,
  actionId: string,
  accountId: string | null,
  also?: Taking['also'],
): Promise<Ticket> {
  const found = await findBookingByCode(ground.db, code.trim().toLowerCase());
  if (!found) throw hallProblems.noBooking();
  const at = ground.clock.now();
  return onceOnly(
    ground,
    actionId,
    (done) =>
      done.doneAct === 'take' &&
      (done.id === found.ticketId ||
        (done.personId === found.personId && done.doneErrandId === found.errandId && done.slotAt?.getTime() === found.startsAt.getTime())), // prettier-ignore
    async () => {
      const errand = await findErrand(ground.db, found.errandId);
      const place = await getPlace(ground.db, found.outletId);
      if (found.day !== shanghaiDay(at)) throw hallProblems.notToday({ day: found.day });
      if (found.startsAt.getTime() - at.getTime() > earlyMinutes * minutes) throw hallProblems.tooEarly();
      // After hours nobody calls any more; at the desk somebody decides it.
      if (accountId === null && (await isOver(ground, found.outletId, at))) throw hallProblems.notOpen();
      return ground.db.transaction(async (tx) => {
        const booking = (await lockBooking(tx, found.id))!;
        const had = booking.ticketId === null ? undefined : await findTicketById(tx, booking.ticketId);
        if (had && !isEnded(had.state)) return had;
        if (booking.state === 'held')
          throw booking.heldUntil > at ? hallProblems.notConfirmed() : hallProblems.holdOver();
        if (!isGood(booking)) throw hallProblems.bookingOver();
        const { party, priority, startsAt, personId, errandId } = booking;
        const asked = {
          actionId,
          errandId,
          party,
          ...(priority ? { priority } : {}),
          slotAt: startsAt,
          at,
          promised: true,
        };
        const ticket = await enterQueue(tx, place, errand!, asked, { personId, accountId, door: 'booking' });
        saveBooking(tx, booking.id, 'arrived', at, ticket.id);
        also?.(tx, ticket);
        return ticket;
      });
    },
  );
}

/** Open appointments of a person from today on. */
export const ownBookings = (ground: Ground, personId: string): Promise<Booking[]> =>
  bookingsOf(ground.db, personId, shanghaiDay(ground.clock.now()));
