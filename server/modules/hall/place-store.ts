/** SQL of halls: their rule of fairness, what tickets are taken for, what windows do, who sits where. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { hallProblems } from './problems.ts';
import type { Fairness } from './rank.ts';

export interface Place extends Fairness {
  outletId: string;
  remote: boolean;
  ticketsPerPerson: number;
  bookingsPerPerson: number;
  holdMinutes: number;
  daysAhead: number;
  byName: boolean;
}

export interface Errand {
  id: string;
  outletId: string;
  prefix: string;
  name: string;
  nameEn: string;
  zone: string;
  departmentId: string | null;
  minutes: number;
  slotMinutes: number;
  slotCapacity: number;
  position: number;
  retiredAt: Date | null;
}

export interface Shift {
  id: string;
  windowId: string;
  outletId: string;
  accountId: string;
  clerkName: string;
  state: 'open' | 'break' | 'ended';
  beganAt: Date;
}

/** What a window does; `open` when somebody is signed in there, `paused` in a break. */
export interface Duty {
  windowId: string;
  errandIds: string[];
  /** What it does again when a switch ends; null while it does what it usually does. */
  usualIds: string[] | null;
  open: boolean;
  paused: boolean;
}
/** Everything that a window does, now or again after a switch: what can be promised for another day. */
export const allDoneBy = ({ errandIds, usualIds }: Pick<Duty, 'errandIds' | 'usualIds'>): string[] => [
  ...new Set([...errandIds, ...(usualIds ?? [])]),
];

ownConstraints({
  errand_prefix_unique: () => hallProblems.prefixTaken(),
  shift_window_once: () => hallProblems.windowTaken(),
  shift_account_once: () => hallProblems.shiftElsewhere(),
});

const placeById = prepared<Place>('select * from hall.place where outlet_id = $1');
const errandById = prepared<Errand>('select * from hall.errand where id = $1');
const errandsOf = prepared<Errand>(
  'select * from hall.errand where outlet_id = $1 and retired_at is null order by position, prefix limit 500',
);
const retiredWaitedFor = prepared<Errand>(
  `select e.* from hall.errand e where e.outlet_id = $1 and e.retired_at is not null and (exists (
     select from hall.ticket t where t.outlet_id = e.outlet_id and t.day = $2 and t.errand_id = e.id
        and t.state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed')) or exists (
     select from hall.booking b where b.outlet_id = e.outlet_id and b.day >= $2 and b.errand_id = e.id and b.state in ('held', 'confirmed')))
   order by e.position, e.prefix limit 100`,
);
const shiftOf = prepared<Shift>('select * from hall.shift where account_id = $1 and ended_at is null');
const shiftAt = prepared<Shift>('select * from hall.shift where window_id = $1 and ended_at is null');
const heldShift = prepared<Shift>('select * from hall.shift where window_id = $1 and ended_at is null for key share');
const lockedShift = prepared<Shift>('select * from hall.shift where id = $1 and ended_at is null for update');
const dutiesOf = prepared<Duty>(
  `select d.window_id, d.errand_ids, d.usual_ids, s.id is not null as open, coalesce(s.state = 'break', false) as paused from hall.duty d
     left join hall.shift s on s.window_id = d.window_id and s.ended_at is null where d.outlet_id = $1`,
);

export const findPlace = (reader: Reader, outletId: string) => reader.maybe(placeById(outletId));
export async function getPlace(reader: Reader, outletId: string): Promise<Place> {
  const place = await findPlace(reader, outletId);
  if (!place) throw hallProblems.noPlace();
  return place;
}
export const listPlaceRows = (reader: Reader) => reader.many(sql<Place>`select * from hall.place limit 500`);
export const findErrand = (reader: Reader, id: string) => reader.maybe(errandById(id));
/** The errands of a hall in their order, those that are done no more left out. */
export const errandsAt = (reader: Reader, outletId: string) => reader.many(errandsOf(outletId));
/** Errands that are done no more, with people who took a ticket or made an appointment before: they are served to the end. */
export const retiredErrandsAt = (reader: Reader, outletId: string, day: string) =>
  reader.many(retiredWaitedFor(outletId, day));
/** What each window of a hall does, and whether somebody is signed in there, or in a break. */
export const dutiesAt = (reader: Reader, outletId: string) => reader.many(dutiesOf(outletId));

export const savePlaceRow = (tx: Tx, row: Place, at: Date, by: string): void =>
  tx.write(sql`
    insert into hall.place (outlet_id, priority_minutes, appointment_minutes, grace_minutes, return_minutes, remote,
        tickets_per_person, bookings_per_person, hold_minutes, days_ahead, by_name, changed_at, changed_by)
      values (${row.outletId}, ${row.priorityMinutes}, ${row.appointmentMinutes}, ${row.graceMinutes}, ${row.returnMinutes}, ${row.remote},
        ${row.ticketsPerPerson}, ${row.bookingsPerPerson}, ${row.holdMinutes}, ${row.daysAhead}, ${row.byName}, ${at}, ${by})
    on conflict (outlet_id) do update set priority_minutes = excluded.priority_minutes,
      appointment_minutes = excluded.appointment_minutes, grace_minutes = excluded.grace_minutes,
      return_minutes = excluded.return_minutes, remote = excluded.remote, tickets_per_person = excluded.tickets_per_person,
      bookings_per_person = excluded.bookings_per_person, hold_minutes = excluded.hold_minutes, days_ahead = excluded.days_ahead, by_name = excluded.by_name,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

export const saveErrandRow = (tx: Tx, row: Errand, at: Date, by: string): void =>
  tx.write(sql`
    insert into hall.errand (id, outlet_id, prefix, name, name_en, zone, department_id, minutes, slot_minutes, slot_capacity, position,
        retired_at, changed_at, changed_by)
      values (${row.id}, ${row.outletId}, ${row.prefix}, ${row.name}, ${row.nameEn}, ${row.zone}, ${row.departmentId}, ${row.minutes},
        ${row.slotMinutes}, ${row.slotCapacity}, ${row.position}, ${row.retiredAt}, ${at}, ${by})
    on conflict (id) do update set prefix = excluded.prefix, name = excluded.name, name_en = excluded.name_en, zone = excluded.zone,
      department_id = excluded.department_id, minutes = excluded.minutes, slot_minutes = excluded.slot_minutes,
      slot_capacity = excluded.slot_capacity, position = excluded.position, retired_at = excluded.retired_at,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/** What a window does from now on, with its line in the trail; `usualIds` while that is a switch, which ends. */
export function saveDuty(
  tx: Tx,
  row: { windowId: string; outletId: string; errandIds: readonly string[]; usualIds?: readonly string[] },
  change: { id: string; at: Date; accountId: string | null },
): void {
  const errandIds = [...row.errandIds];
  const usualIds = row.usualIds ? [...row.usualIds] : null;
  tx.write(sql`
    insert into hall.duty (window_id, outlet_id, errand_ids, usual_ids, changed_at)
      values (${row.windowId}, ${row.outletId}, ${errandIds}::uuid[], ${usualIds}::uuid[], ${change.at})
    on conflict (window_id) do update set errand_ids = excluded.errand_ids, usual_ids = excluded.usual_ids, outlet_id = excluded.outlet_id, changed_at = excluded.changed_at`);
  tx.write(sql`insert into hall.duty_change (id, window_id, errand_ids, at, account_id)
    values (${change.id}, ${row.windowId}, ${errandIds}::uuid[], ${change.at}, ${change.accountId})`);
}

export const findShift = (reader: Reader, accountId: string) => reader.maybe(shiftOf(accountId));
export const findShiftAt = (reader: Reader, windowId: string) => reader.maybe(shiftAt(windowId));
/** Under lock: no call of this window goes on meanwhile. */
export const lockShift = (tx: Tx, id: string) => tx.maybe(lockedShift(id));

/** Whoever sits at a window, who does not leave it until this transaction is over; its calls go on. */
export const holdShift = (tx: Tx, windowId: string) => tx.maybe(heldShift(windowId));

/**
 * Whoever changes which windows do what in a hall, or leaves one, or sends somebody to those that do it, does so one after the other: of two that leave at
 * once, each would still see the other there. Taken before any shift or ticket is locked; calling does without it.
 */
export const lockDuties = (tx: Tx, outletId: string): void =>
  tx.write(sql`select pg_advisory_xact_lock(hashtext('hall.duties'), hashtext(${outletId}))`);

export const insertShift = (tx: Tx, row: Shift): void =>
  tx.write(sql`insert into hall.shift (id, window_id, outlet_id, account_id, clerk_name, state, began_at)
    values (${row.id}, ${row.windowId}, ${row.outletId}, ${row.accountId}, ${row.clerkName}, ${row.state}, ${row.beganAt})`);

/** The next span of a shift; `accountId` is who made it so. */
export function moveShift(
  tx: Tx,
  shift: { id: string; state: Shift['state'] },
  span: { id: string; at: Date; accountId: string | null },
): void {
  tx.write(
    sql`update hall.shift set state = ${shift.state}, ended_at = ${shift.state === 'ended' ? span.at : null} where id = ${shift.id}`,
  );
  addSpan(tx, shift, span);
}
export const addSpan = (
  tx: Tx,
  shift: { id: string; state: Shift['state'] },
  span: { id: string; at: Date; accountId: string | null },
): void =>
  tx.write(sql`insert into hall.shift_span (id, shift_id, seq, state, at, account_id)
    select ${span.id}::uuid, ${shift.id}::uuid, coalesce(max(seq), 0) + 1, ${shift.state}, ${span.at}::timestamptz, ${span.accountId}::uuid
      from hall.shift_span where shift_id = ${shift.id}`);

/** Shifts that began before the instant and go on. */
export const shiftsBefore = (tx: Tx, at: Date, limit: number) =>
  tx.many(
    sql<Shift>`select * from hall.shift where ended_at is null and began_at < ${at} order by began_at limit ${limit} for update`,
  );
