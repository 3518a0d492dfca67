/**
 * SQL of what was and what is, for those who make figures of it: who waited when, whom a window kept for how long, who sat where. All from
 * segments and spans; each of one hall and a span of time.
 */
import { addDays } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import { prepared, type Reader } from '#platform/db';
import type { TicketAct, TicketState } from './ticket.ts';

/** A line of what was done with a ticket. */
export interface PastSegment {
  ticketId: string;
  errandId: string;
  act: TicketAct;
  state: TicketState;
  at: Date;
  windowId: string | null;
  accountId: string | null;
}
/** A window was open, in a break, or left from then on. */
export interface PastSpan {
  shiftId: string;
  windowId: string;
  accountId: string;
  clerkName: string;
  state: 'open' | 'break' | 'ended';
  at: Date;
}
/** A ticket that waits or is at a window. `since`: when it began to wait, or was called. */
export interface LiveTicket {
  errandId: string;
  windowId: string | null;
  waiting: boolean;
  since: Date;
}

const between = prepared<PastSegment>(
  `select ticket_id, errand_id, act, state, at, window_id, account_id from hall.segment
    where outlet_id = $1 and at >= $2 and at < $3 order by ticket_id, seq limit 300000`,
);
const spans = prepared<PastSpan>(
  `select s.id as shift_id, s.window_id, s.account_id, s.clerk_name, p.state, p.at from hall.shift s join hall.shift_span p on p.shift_id = s.id
    where s.outlet_id = $1 and s.began_at >= $2 and s.began_at < $3 order by s.id, p.seq limit 20000`,
);
const live = prepared<LiveTicket>(
  `select t.errand_id, t.window_id, t.state = 'waiting' as waiting,
     case when t.state = 'waiting' then t.changed_at else coalesce(c.at, t.changed_at) end as since
     from hall.ticket t left join lateral (select max(s.at) as at from hall.segment s where s.ticket_id = t.id and s.act = 'call') c on t.state <> 'waiting'
    where t.outlet_id = $1 and t.day = $2 and t.state in ('waiting', 'called', 'coming', 'serving') order by t.rank, t.id limit 5000`,
);
const waits = prepared<{ errandId: string; called: number; seconds: number }>(
  `select s.errand_id, count(*) as called, sum(extract(epoch from s.at - p.at))::float8 as seconds
     from hall.segment s join hall.segment p on p.ticket_id = s.ticket_id and p.seq = s.seq - 1
    where s.outlet_id = $1 and s.act = 'call' and s.at > $2 and s.at <= $3 and p.state = 'waiting' group by s.errand_id`,
);
const takes = prepared<{ errandId: string; part: number; came: number }>(
  `select errand_id, floor(extract(epoch from at - $2) / $4)::int as part, count(*) as came from hall.segment
    where outlet_id = $1 and at >= $2 and at < $3 and act = 'take' group by 1, 2`,
);
const newest = prepared<{ at: Date | null }>(
  'select max(at) as at from hall.segment where outlet_id = $1 and at >= $2 and at < $3',
);
const ofDay = prepared<{ outletId: string; newestAt: Date | null }>(
  `select p.outlet_id, n.at as newest_at from hall.place p
     left join lateral (select max(s.at) as at from hall.segment s where s.outlet_id = p.outlet_id and s.at >= $2 and s.at < $3) n on true
    where exists (select from hall.ticket t where t.outlet_id = p.outlet_id and t.day = $1) order by 1 limit 2000`,
);

/** What was done with tickets in a span of time, each ticket's lines in their order. */
export const segmentsBetween = (reader: Reader, outletId: string, from: Date, until: Date) =>
  reader.many(between(outletId, from, until));
/** Who sat where in shifts that began in a span of time, each shift's lines in their order. */
export const spansBetween = (reader: Reader, outletId: string, from: Date, until: Date) =>
  reader.many(spans(outletId, from, until));
/** The instant at which anything was done with a ticket last in a span of time; null for nothing. */
export const newestBetween = async (reader: Reader, outletId: string, from: Date, until: Date): Promise<Date | null> =>
  (await reader.one(newest(outletId, from, until))).at;
/** Who waits, in the order of being called, and who is at a window. */
export const liveTickets = (reader: Reader, outletId: string, day: string) => reader.many(live(outletId, day));
/** Those who were called in a span of time after waiting, and the seconds that they had waited, by errand. */
export const waitsBetween = (reader: Reader, outletId: string, after: Date, until: Date) =>
  reader.many(waits(outletId, after, until));
/** How many took a ticket, by errand and part of the time since `from`, in parts of so many seconds. */
export const takesBetween = (reader: Reader, outletId: string, from: Date, until: Date, seconds: number) =>
  reader.many(takes(outletId, from, until, seconds));
/** Halls in which a ticket was taken on a day, with the instant at which anything was done on it last. */
export const hallsWithTickets = (reader: Reader, day: string) =>
  reader.many(ofDay(day, startOfDay(day), startOfDay(addDays(day, 1))));
