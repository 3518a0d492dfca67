/** SQL of tickets: entering the queue, being called, and whatever is done with them. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { hallProblems } from './problems.ts';
import type { Priority } from './rank.ts';
import { returnsAtMost, type TicketAct, type TicketState, type WithdrawReason } from './ticket.ts';

export interface Ticket {
  id: string;
  code: string;
  visitId: string;
  outletId: string;
  day: string;
  number: string;
  errandId: string;
  personId: string | null;
  nth: number | null;
  priority: Priority | null;
  slotAt: Date | null;
  party: number;
  door: 'portal' | 'desk' | 'kiosk' | 'booking';
  state: TicketState;
  rank: number;
  seq: number;
  returns: number;
  windowId: string | null;
  forWindowId: string | null;
  takenAt: Date;
  enteredAt: Date;
  changedAt: Date;
}

/** Who acts, by which act, when: where that is earlier than the ticket is (a clock was set back), it is kept beside the instant of the segment. */
export interface Doing {
  actionId: string;
  segmentId: string;
  act: TicketAct;
  at: Date;
  accountId: string | null;
  /** Of a ticket that staff take back. */
  reason?: WithdrawReason;
}

ownConstraints({
  segment_action_unique: () => hallProblems.actRepeated(),
  ticket_at_window: () => hallProblems.windowBusy(),
  ticket_person_errand: () => hallProblems.haveTicket(),
  ticket_person_nth: () => hallProblems.ticketsUsedUp(),
});

const byCode = prepared<Ticket>('select * from hall.ticket where code = $1');
const byId = prepared<Ticket>('select * from hall.ticket where id = $1');
/** A ticket as it is now, with what an act did to it, and what it was for then. */
export type Done = Ticket & { doneAct: TicketAct; doneErrandId: string; doneReason: WithdrawReason | null };
const byAction = prepared<Done>(
  `select t.*, s.act as done_act, s.errand_id as done_errand_id, s.reason as done_reason from hall.segment s join hall.ticket t on t.id = s.ticket_id
    where s.action_id = $1`,
);
const lockedById = prepared<Ticket>('select * from hall.ticket where id = $1 for update');
const ofWindow = prepared<Ticket>(
  "select * from hall.ticket where window_id = $1 and state in ('called', 'coming', 'serving') for update",
);

/**
 * Calling as one statement. The shift is locked against the window being left meanwhile; a ticket that another window is calling in
 * this moment is passed over, so that no two wait for each other and none gets the same. A window that has somebody already calls nobody;
 * should it have called in the same moment, `ticket_at_window` refuses the second call, and that ticket stays where it was. The lock is the one that the
 * update needs and no stronger: a row that is written down for a ticket in this moment (what its holder was told) hides it from nobody.
 */
const callFirst = prepared<Ticket>(
  `with me as materialized (
     select d.errand_ids from hall.shift s join hall.duty d on d.window_id = s.window_id
      where s.id = $1 and s.state = 'open' for no key update of s),
   picked as materialized (
     select t.id from hall.ticket t
      where t.outlet_id = $2 and t.day = $3 and t.state = 'waiting' and exists (select from me)
        -- Asked again while somebody is there: nothing is held that another window could have.
        and not exists (select from hall.ticket h where h.window_id = $4 and h.state in ('called', 'coming', 'serving'))
        and (t.for_window_id = $4 or (t.for_window_id is null and t.errand_id = any ((select errand_ids from me)::uuid[])))
      order by t.rank, t.id limit 1 for no key update skip locked),
   moved as (
     update hall.ticket t set state = 'called', window_id = $4, for_window_id = null, seq = t.seq + 1, changed_at = greatest($5::timestamptz, t.changed_at)
       from picked where t.id = picked.id returning t.*),
   kept as (
     insert into hall.segment (id, action_id, ticket_id, seq, act, state, at, outlet_id, errand_id, window_id, account_id, said_at)
       select $6::uuid, $7::uuid, id, seq, 'call', state, changed_at, outlet_id, errand_id, window_id, $8::uuid,
              case when changed_at > $5 then $5::timestamptz end from moved)
   select * from moved`,
);
/**
 * Tickets are read in the order of `ticket_waiting_of_day` until one fits. With few rows in its statistics (each morning, and after a busy day) the planner takes
 * another index, reads all tickets of the day and sorts them: two thousand rows for one.
 */
const inOrderOfRank = prepared('set local enable_sort = off');
const moveRow = prepared(
  `update hall.ticket set state = $2, errand_id = $3, rank = $4, seq = $5, returns = $6, window_id = $7, for_window_id = $8,
     entered_at = $9, changed_at = $10 where id = $1`,
);
const addSegment = prepared(
  `insert into hall.segment (id, action_id, ticket_id, seq, act, state, at, outlet_id, errand_id, window_id, account_id, reason, said_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
);
const insertRow = prepared(
  `insert into hall.ticket (id, code, visit_id, outlet_id, day, number, errand_id, person_id, nth, priority, slot_at, party, door, state, rank,
     seq, returns, window_id, for_window_id, taken_at, entered_at, changed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
);
const nextNumber = prepared<{ last: number }>(
  `insert into hall.day_number as n (outlet_id, day, prefix, last) values ($1, $2, $3, 1)
   on conflict (outlet_id, day, prefix) do update set last = n.last + 1 returning last`,
);
// The row of the visit is locked by this: two tickets of one person are taken one after the other.
const visitOfDay = prepared<{ id: string }>(
  `insert into hall.visit as v (id, outlet_id, day, person_id, began_at) values ($1, $2, $3, $4, $5)
   on conflict (outlet_id, day, person_id) where person_id is not null do update set began_at = v.began_at returning id`,
);
const takenToday = prepared<{ tickets: number; walkIns: number }>(
  `select count(*) as tickets, count(*) filter (where t.slot_at is null and t.state <> 'lapsed'
         and not exists (select from hall.carried c where c.next_id = t.id)) as walk_ins
     from hall.ticket t where t.outlet_id = $1 and t.day = $2 and t.person_id = $3`,
);
const heldFor = prepared<Ticket>(
  `select * from hall.ticket where outlet_id = $1 and day = $2 and person_id = $3 and errand_id = $4
      and state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed') limit 1`,
);

const usedUpOf = prepared<Ticket>(
  `select * from hall.ticket where outlet_id = $1 and day = $2 and person_id = $3 and errand_id = $4 and state = 'missed' and returns >= $5 for update`,
);
/** A person's ticket for an errand that has missed its call for the last time. */
export const lockUsedUp = (tx: Tx, of: { outletId: string; day: string; personId: string; errandId: string }) =>
  tx.maybe(usedUpOf(of.outletId, of.day, of.personId, of.errandId, returnsAtMost));
const withdrawnFor = prepared<{ reason: WithdrawReason }>(
  "select reason from hall.segment where ticket_id = $1 and act = 'withdraw'",
);
/** Why staff took a ticket back; undefined where they did not. */
export const whyWithdrawn = async (reader: Reader, ticketId: string): Promise<WithdrawReason | undefined> =>
  (await reader.maybe(withdrawnFor(ticketId)))?.reason;
export const findTicketByCode = (reader: Reader, code: string) => reader.maybe(byCode(code));
export const findTicketById = (reader: Reader, id: string) => reader.maybe(byId(id));
/** The ticket with which an act was done. */
export const findByAction = (reader: Reader, actionId: string) => reader.maybe(byAction(actionId));
export const lockTicket = (tx: Tx, id: string) => tx.maybe(lockedById(id));
export const lockTicketAt = (tx: Tx, windowId: string) => tx.maybe(ofWindow(windowId));

export const callWaiting = (
  tx: Tx,
  at: { shiftId: string; outletId: string; day: string; windowId: string },
  doing: Omit<Doing, 'act'>,
) => {
  tx.write(inOrderOfRank());
  return tx.maybe(
    callFirst(at.shiftId, at.outletId, at.day, at.windowId, doing.at, doing.segmentId, doing.actionId, doing.accountId),
  );
};

/** Stores the ticket as it is now, and the segment that begins with it. */
export function saveMove(tx: Tx, now: Ticket, doing: Doing): void {
  tx.write(
    moveRow(now.id, now.state, now.errandId, now.rank, now.seq, now.returns, now.windowId, now.forWindowId, now.enteredAt, now.changedAt),
  ); // prettier-ignore
  keepSegment(tx, now, doing);
}
const keepSegment = (tx: Tx, now: Ticket, { segmentId, actionId, act, at, accountId, reason = undefined }: Doing): void =>
  tx.write(
    addSegment(segmentId, actionId, now.id, now.seq, act, now.state, now.changedAt, now.outletId, now.errandId, now.windowId, accountId, reason ?? null,
      at < now.changedAt ? at : null),
  ); // prettier-ignore

export function insertTicket(tx: Tx, t: Ticket, doing: Doing): void {
  tx.write(
    insertRow(t.id, t.code, t.visitId, t.outletId, t.day, t.number, t.errandId, t.personId, t.nth, t.priority, t.slotAt, t.party, t.door,
      t.state, t.rank, t.seq, t.returns, t.windowId, t.forWindowId, t.takenAt, t.enteredAt, t.changedAt),
  ); // prettier-ignore
  keepSegment(tx, t, doing);
}
/** Whoever gives out what room the day of a hall still has does so one after the other. */
export const lockRoom = (tx: Tx, outletId: string): void =>
  tx.write(sql`select pg_advisory_xact_lock(hashtext('hall.room'), hashtext(${outletId}))`);
export const takeDayNumber = async (tx: Tx, outletId: string, day: string, prefix: string): Promise<number> =>
  (await tx.one(nextNumber(outletId, day, prefix))).last;

/** The ticket that a person holds for an errand on the day of another one of theirs. */
export const findHeld = (reader: Reader, { outletId, day, personId }: Ticket, errandId: string) =>
  reader.maybe(heldFor(outletId, day, personId, errandId));

/** The visit of a person on a day, under lock, with how many tickets it has, and how many of them nobody had promised before; a new one without a person. */
export async function visitOf(
  tx: Tx,
  visit: { id: string; outletId: string; day: string; personId: string | null; at: Date },
): Promise<{ id: string; tickets: number; walkIns: number }> {
  const { id } = await tx.one(visitOfDay(visit.id, visit.outletId, visit.day, visit.personId, visit.at));
  if (visit.personId === null) return { id, tickets: 0, walkIns: 0 };
  return { id, ...(await tx.one(takenToday(visit.outletId, visit.day, visit.personId))) };
}

/** Tickets of days before that have not ended, under lock. */
export const leftBefore = (tx: Tx, day: string, limit: number) =>
  tx.many(sql<Ticket>`
    select * from hall.ticket where state in ('waiting', 'called', 'coming', 'serving', 'parked', 'missed') and day < ${day}
      order by day limit ${limit} for update skip locked`);

/** Lets any window call tickets that were meant for one that is left, also those that were put aside and may come back. */
export const freeFromWindow = (tx: Tx, windowId: string): void =>
  tx.write(
    sql`update hall.ticket set for_window_id = null where for_window_id = ${windowId} and state in ('waiting', 'parked', 'missed')`,
  );
