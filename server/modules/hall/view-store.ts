/** SQL of what is shown of the queue: to the hall, to a window, to whoever waits. All of one day. */
import { prepared, type Reader } from '#platform/db';
import type { Announcement } from './shapes.ts';
import type { Ticket } from './ticket-store.ts';

/** What waits for an errand. */
export interface ErrandLoad {
  errandId: string;
  waiting: number;
  /** Planned minutes that are still to be worked: of who waits, is called or was put aside, and half of who is being served. Each party counts for its people. */
  load: number;
  longestSince: Date | null;
}

const loadsOf = prepared<ErrandLoad>(
  `select t.errand_id, count(*) filter (where t.state = 'waiting') as waiting,
       sum(t.party * e.minutes * case when t.state = 'serving' then 0.5 else 1 end)::float8 as load,
       min(t.entered_at) filter (where t.state = 'waiting') as longest_since
     from hall.ticket t join hall.errand e on e.id = t.errand_id
    where t.outlet_id = $1 and t.day = $2 and t.state in ('waiting', 'called', 'coming', 'serving', 'parked') group by t.errand_id`,
);
const bookedOf = prepared<{ errandId: string; load: number }>(
  `select b.errand_id, sum(b.party * e.minutes) as load from hall.booking b join hall.errand e on e.id = b.errand_id
    where b.outlet_id = $1 and b.day = $2 and b.state = 'confirmed' and b.starts_at > $3 group by b.errand_id`,
);
const countsOf = prepared<{ outletId: string; waiting: number; windows: number }>(
  `select p.outlet_id,
     (select count(*) from hall.ticket t where t.outlet_id = p.outlet_id and t.day = $1 and t.state = 'waiting') as waiting,
     (select count(*) from hall.shift s join hall.duty d on d.window_id = s.window_id where s.outlet_id = p.outlet_id and s.state = 'open' and s.ended_at is null) as windows
   from hall.place p limit 500`,
);
const callable = `from hall.ticket where outlet_id = $1 and day = $2 and state = 'waiting'
      and (for_window_id = $3 or (for_window_id is null and errand_id = any ($4::uuid[])))`;
const waitingFor = prepared<Ticket>(`select * ${callable} order by rank, id limit $5`);
const waitingByErrand = prepared<Omit<ErrandLoad, 'load'>>(
  `select errand_id, count(*) as waiting, min(entered_at) as longest_since ${callable} group by errand_id`,
);
const waitingOf = prepared<Ticket>(
  `select * from hall.ticket where outlet_id = $1 and day = $2 and state in ('waiting', 'parked', 'missed')
      and ($3::uuid is null or errand_id = $3) order by state = 'waiting' desc, rank, id limit 500`,
);
const asideFor = prepared<Ticket>(
  `select * from hall.ticket where outlet_id = $1 and day = $2 and state = $3 and (window_id = $4 or errand_id = any ($5::uuid[]))
    order by changed_at desc limit 50`,
);
const currentAt = prepared<Ticket>(
  "select * from hall.ticket where window_id = $1 and state in ('called', 'coming', 'serving')",
);
const atWindows = prepared<Ticket>(
  "select * from hall.ticket where outlet_id = $1 and day = $2 and state in ('called', 'coming', 'serving') limit 1000",
);
const shiftsNow = prepared<{ windowId: string; clerkName: string; state: 'open' | 'break' }>(
  'select window_id, clerk_name, state from hall.shift where outlet_id = $1 and ended_at is null limit 1000',
);
const finishedAt = prepared<{ n: number }>(
  `select count(*) as n from hall.segment where outlet_id = $1 and at >= $2 and window_id = $3 and account_id = $4 and act = 'finish'`,
);
const callsSince = prepared<Omit<Announcement, 'at' | 'windowNumber' | 'zone'> & { at: Date; windowId: string }>(
  `select s.id, t.number, s.window_id, coalesce(s.said_at, s.at) as at, s.act = 'recall' as again
     from hall.segment s join hall.ticket t on t.id = s.ticket_id
    where s.outlet_id = $1 and s.act in ('call', 'recall')
      and (s.said_at is null and s.at > $2 and s.at <= $3 or s.said_at > $2 and s.said_at <= $3) order by 4, s.id limit 200`,
);
const missedNow = prepared<{ number: string }>(
  `select t.number from hall.ticket t join hall.errand e on e.id = t.errand_id
    where t.outlet_id = $1 and t.day = $2 and t.state = 'missed' and ($3::text is null or e.zone = $3) order by t.changed_at desc limit 30`,
);
const ofPerson = prepared<Ticket>(
  `select * from hall.ticket where person_id = $1 and (day = $2 or (day between $2::date - 31 and $2 and state = 'lapsed'))
    order by taken_at desc limit 50`,
);

/** What waits by errand, and what is under way. */
export const loadsAt = (reader: Reader, outletId: string, day: string) => reader.many(loadsOf(outletId, day));
/** Planned minutes of appointments of the rest of the day. */
export const bookedAt = (reader: Reader, outletId: string, day: string, at: Date) =>
  reader.many(bookedOf(outletId, day, at));
export const countsAtAll = (reader: Reader, day: string) => reader.many(countsOf(day));
/** The next ones for a window, in the order in which it would call them. */
export const waitingAt = (
  reader: Reader,
  at: { outletId: string; day: string; windowId: string; errandIds: readonly string[] },
  limit: number,
) => reader.many(waitingFor(at.outletId, at.day, at.windowId, at.errandIds, limit));
/** All whom a window would call, by errand: nobody who was handed on to another window alone. */
export const countWaitingAt = (
  reader: Reader,
  at: { outletId: string; day: string; windowId: string; errandIds: readonly string[] },
) => reader.many(waitingByErrand(at.outletId, at.day, at.windowId, at.errandIds));
/** All who wait in a hall, or for one errand, then those who were put aside. */
export const listWaiting = (reader: Reader, outletId: string, day: string, errandId: string | null) =>
  reader.many(waitingOf(outletId, day, errandId));
export const asideAt = (
  reader: Reader,
  at: { outletId: string; day: string; windowId: string; errandIds: readonly string[] },
  state: 'parked' | 'missed',
) => reader.many(asideFor(at.outletId, at.day, state, at.windowId, at.errandIds));
export const findCurrent = (reader: Reader, windowId: string) => reader.maybe(currentAt(windowId));
export const listAtWindows = (reader: Reader, outletId: string, day: string) => reader.many(atWindows(outletId, day));
export const listShifts = (reader: Reader, outletId: string) => reader.many(shiftsNow(outletId));
export const countFinished = async (
  reader: Reader,
  at: { outletId: string; since: Date; windowId: string; accountId: string },
): Promise<number> => (await reader.one(finishedAt(at.outletId, at.since, at.windowId, at.accountId))).n;
/** Calls and their repetitions in a span of time, in their order; none from the future. */
export const listCalls = (reader: Reader, outletId: string, since: Date, until: Date) =>
  reader.many(callsSince(outletId, since, until));
/** Numbers that missed their call, the newest first, in the whole hall or in one zone. */
export const listMissed = (reader: Reader, outletId: string, day: string, zone: string | null) =>
  reader.many(missedNow(outletId, day, zone));
/** Of the day; and those of the last month that lapsed, which may still be good for something. */
export const ticketsOf = (reader: Reader, personId: string, day: string) => reader.many(ofPerson(personId, day));
