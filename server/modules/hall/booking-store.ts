/** SQL of appointments: times with their places, and who has them. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { hallProblems } from './problems.ts';
import type { Priority } from './rank.ts';

export interface Booking {
  id: string;
  code: string;
  outletId: string;
  errandId: string;
  startsAt: Date;
  day: string;
  personId: string;
  nth: number;
  party: number;
  priority: Priority | null;
  state: 'held' | 'confirmed' | 'arrived' | 'cancelled' | 'lapsed';
  heldUntil: Date;
  bookedAt: Date;
  changedAt: Date;
  ticketId: string | null;
}

ownConstraints({
  booking_pkey: () => hallProblems.actRepeated(),
  slot_not_overbooked: () => hallProblems.slotFull(),
  booking_person_errand_day: () => hallProblems.haveBooking(),
  booking_person_nth: () => hallProblems.bookingsUsedUp(),
});

/** In SQL: whether the appointment `b` is open at an instant, a parameter such as `$3`. A hold that is over is none. */
export const isOpenAt = (at: `$${number}`): string =>
  `(b.state = 'confirmed' or (b.state = 'held' and b.held_until > ${at}))`;

const byId = prepared<Booking>('select * from hall.booking where id = $1');
const byCode = prepared<Booking>('select * from hall.booking where code = $1');
const lockedById = prepared<Booking>('select * from hall.booking where id = $1 for update');
const slotsOfDay = prepared<{ startsAt: Date; endsAt: Date; taken: number }>(
  `select s.starts_at, s.ends_at, s.taken - coalesce((select sum(b.party) from hall.booking b
       where b.errand_id = s.errand_id and b.starts_at = s.starts_at and b.state = 'held' and b.held_until <= $4), 0) as taken
     from hall.slot s where s.errand_id = $1 and s.starts_at >= $2 and s.starts_at < $3 limit 500`,
);
// Also of other times that overlap this one, from when times were longer or shorter.
const placesIn = prepared<{ taken: number }>(
  `select coalesce(sum(b.party), 0) as taken from hall.slot s join hall.booking b on b.errand_id = s.errand_id and b.starts_at = s.starts_at
    where s.errand_id = $1 and s.starts_at < $3 and s.ends_at > $2 and s.starts_at > $2::timestamptz - interval '1 day'
      and ${isOpenAt('$4')}`,
);
// Locks the time against everybody else who wants it. How long it is follows what is set now, unless somebody has it for longer. A capacity that was lowered meanwhile takes nobody's place away.
const lockSlot = prepared(
  `insert into hall.slot as s (errand_id, starts_at, ends_at, capacity, taken) values ($1, $2, $3, $4, 0)
   on conflict (errand_id, starts_at) do update set capacity = greatest(excluded.capacity, s.taken),
     ends_at = case when s.taken = 0 then excluded.ends_at else greatest(excluded.ends_at, s.ends_at) end`,
);
const freeHolds = prepared(
  `with gone as (
     update hall.booking set state = 'lapsed', changed_at = $3
       where errand_id = $1 and starts_at = $2 and state = 'held' and held_until <= $3 returning party)
   update hall.slot set taken = taken - (select coalesce(sum(party), 0) from gone) where errand_id = $1 and starts_at = $2`,
);
const takePlaces = prepared('update hall.slot set taken = taken + $3 where errand_id = $1 and starts_at = $2');
const insertRow = prepared(
  `insert into hall.booking (id, code, outlet_id, errand_id, starts_at, day, person_id, nth, party, priority, state, held_until, booked_at, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
);
const openOf = prepared<{ nth: number }>(
  "select nth from hall.booking where person_id = $1 and state in ('held', 'confirmed')",
);
const ofPerson = prepared<Booking>(
  `select * from hall.booking where person_id = $1 and day >= $2 and state in ('held', 'confirmed', 'arrived') order by starts_at limit 50`,
);

const openFor = prepared<{ n: number }>(
  `select count(*) as n from hall.booking b where b.outlet_id = $1 and b.day >= $2 and b.errand_id = any ($3::uuid[]) and ${isOpenAt('$4')}`,
);

export const findBooking = (reader: Reader, id: string) => reader.maybe(byId(id));
export const findBookingByCode = (reader: Reader, code: string) => reader.maybe(byCode(code));
export const lockBooking = (tx: Tx, id: string) => tx.maybe(lockedById(id));
/** How many places of each time of a span are taken, places whose hold is over not counted. */
export const takenBetween = (reader: Reader, errandId: string, from: Date, to: Date, at: Date) =>
  reader.many(slotsOfDay(errandId, from, to, at));

/** How many places are taken of a time, by appointments for it and for others that overlap it. */
export const takenIn = async (
  tx: Tx,
  slot: { errandId: string; startsAt: Date; endsAt: Date },
  at: Date,
): Promise<number> => (await tx.one(placesIn(slot.errandId, slot.startsAt, slot.endsAt, at))).taken;

/** Takes places of a time, or fails on `slot_not_overbooked`. Holds that are over give theirs back first. */
export function takeSlot(
  tx: Tx,
  slot: { errandId: string; startsAt: Date; endsAt: Date; capacity: number },
  party: number,
  at: Date,
): void {
  tx.write(lockSlot(slot.errandId, slot.startsAt, slot.endsAt, slot.capacity));
  tx.write(freeHolds(slot.errandId, slot.startsAt, at));
  tx.write(takePlaces(slot.errandId, slot.startsAt, party));
}
/** Which open bookings a person has: the lowest number that is free is the next one's. */
export const openNumbers = async (tx: Tx, personId: string): Promise<number[]> =>
  (await tx.many(openOf(personId))).map(({ nth }) => nth);

export const insertBooking = (tx: Tx, b: Booking): void =>
  tx.write(
    insertRow(b.id, b.code, b.outletId, b.errandId, b.startsAt, b.day, b.personId, b.nth, b.party, b.priority, b.state, b.heldUntil, b.bookedAt, b.changedAt),
  ); // prettier-ignore

export const saveBooking = (
  tx: Tx,
  id: string,
  state: Booking['state'],
  at: Date,
  ticketId: string | null = null,
): void =>
  tx.write(sql`update hall.booking set state = ${state}, changed_at = ${at}, ticket_id = ${ticketId} where id = ${id}`);
/** The time of a booking under lock, before the booking itself: in the order in which `takeSlot` takes them. */
export const lockSlotOf = (tx: Tx, { errandId, startsAt }: Booking) =>
  tx.many(sql`select 1 from hall.slot where errand_id = ${errandId} and starts_at = ${startsAt} for update`);
/** Gives the places of a booking back. */
export const freeSlot = (tx: Tx, { errandId, startsAt, party }: Booking): void =>
  tx.write(takePlaces(errandId, startsAt, -party));
export const bookingsOf = (reader: Reader, personId: string, from: string) => reader.many(ofPerson(personId, from));

/** How many open appointments there are for errands of a hall from a day on; holds that are over are none. */
export const countBooked = async (
  reader: Reader,
  of: { outletId: string; day: string; errandIds: readonly string[]; at: Date },
): Promise<number> => (await reader.one(openFor(of.outletId, of.day, of.errandIds, of.at))).n;

/** What is kept or confirmed in a hall from an instant on, with its times, under lock: times first, in the order in which `takeSlot` takes them. */
export async function lockOpenOf(tx: Tx, outletId: string, from: Date): Promise<Booking[]> {
  await tx.many(sql`
    select 1 from hall.slot s where exists (select from hall.booking b where b.errand_id = s.errand_id and b.starts_at = s.starts_at
        and b.outlet_id = ${outletId} and b.starts_at >= ${from} and b.state in ('held', 'confirmed'))
      order by s.errand_id, s.starts_at for update`);
  return tx.many(sql<Booking>`
    select * from hall.booking where outlet_id = ${outletId} and starts_at >= ${from} and state in ('held', 'confirmed') for update`);
}

/** Appointments of days before to which nobody came: they ended with their day. */
export const lapseBookings = (tx: Tx, today: string): void =>
  tx.write(
    sql`update hall.booking set state = 'lapsed', changed_at = (day + 1)::timestamp at time zone 'Asia/Shanghai'
         where state in ('held', 'confirmed') and day < ${today}`,
  );

/** Holds that are over (of one person alone, if one is named), with their places; times are locked in one order, so that two sweeps do not wait for each other. */
export async function lapseHolds(tx: Tx, at: Date, personId: string | null = null): Promise<number> {
  const slots = await tx.many(sql<{ errandId: string; startsAt: Date }>`
    select s.errand_id, s.starts_at from hall.slot s
      where (s.errand_id, s.starts_at) in (select errand_id, starts_at from hall.booking where state = 'held' and held_until <= ${at}
                                            and (${personId}::uuid is null or person_id = ${personId}))
      order by s.errand_id, s.starts_at limit 200 for update`);
  for (const { errandId, startsAt } of slots) tx.write(freeHolds(errandId, startsAt, at));
  return slots.length;
}
