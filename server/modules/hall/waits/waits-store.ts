/** SQL of waits: the hall as it stands, what its days leave behind, what people were told. */
import { prepared, type Reader, type Tx } from '#platform/db';
import type { TicketState } from '../ticket.ts';
import type { DaySummary } from './day-history.ts';

export interface InQueue {
  id: string;
  errandId: string;
  rank: number;
  party: number;
  state: TicketState;
  windowId: string | null;
  forWindowId: string | null;
  changedAt: Date;
}
export interface Turn {
  windowId: string;
  accountId: string;
  state: 'open' | 'break' | 'ended';
  at: Date;
}

const inQueue = prepared<InQueue>(
  `select id, errand_id, rank, party, state, window_id, for_window_id, changed_at from hall.ticket
    where outlet_id = $1 and day = $2 and state in ('waiting', 'called', 'coming', 'serving') order by rank, id limit 5000`,
);
const turnsOn = prepared<Turn>(
  `select s.window_id, s.account_id, p.state, p.at from hall.shift s join hall.shift_span p on p.shift_id = s.id
    where s.outlet_id = $1 and s.began_at >= $2 and s.began_at < $3 order by p.at, p.seq limit 20000`,
);
const cameOn = prepared<{ n: number }>('select count(*) as n from hall.ticket where outlet_id = $1 and day = $2');
const freedSince = prepared<{ windowId: string; at: Date }>(
  `select window_id, max(at) as at from hall.segment where outlet_id = $1 and at > $2 and at <= $3 and window_id is not null
    and act in ('finish', 'miss', 'park', 'transfer') group by window_id limit 1000`,
);
const summariesOf = prepared<{ summary: DaySummary }>(
  'select summary from hall.day_summary where outlet_id = $1 and day < $2 order by day desc limit 60',
);
const newestOf = prepared<{ mark: string | null }>(
  "select max(day)::text || ' ' || max(made_at)::text as mark from hall.day_summary where outlet_id = $1 and day < $2",
);
const missingDays = prepared<{ outletId: string; day: string }>(
  `select p.outlet_id, d.day::date::text as day from hall.place p cross join generate_series($1::date, $2::date, '1 day') as d(day)
     left join hall.day_summary m on m.outlet_id = p.outlet_id and m.day = d.day::date
    where (m.day is null or exists (select from hall.segment s where s.outlet_id = p.outlet_id
        and s.at >= greatest(m.made_at + interval '1 millisecond', d.day::date::timestamp at time zone 'Asia/Shanghai')
        and s.at < (d.day::date + 1)::timestamp at time zone 'Asia/Shanghai'))
      and exists (select from hall.ticket t where t.outlet_id = p.outlet_id and t.day = d.day::date) order by 2, 1 limit 500`,
);
export interface SegmentOfDay {
  ticketId: string;
  rank: number;
  takenAt: Date;
  errandId: string;
  act: string;
  at: Date;
  windowId: string | null;
  accountId: string | null;
}
const segmentsOn = prepared<SegmentOfDay>(
  `select s.ticket_id, t.rank, t.taken_at, s.errand_id, s.act, s.at, s.window_id, s.account_id from hall.ticket t
     join hall.segment s on s.ticket_id = t.id where t.outlet_id = $1 and t.day = $2 order by s.ticket_id, s.seq limit 200000`,
);
const insertSummary = prepared(
  `insert into hall.day_summary (outlet_id, day, summary, made_at) values ($1, $2, $3, $4)
   on conflict (outlet_id, day) do update set summary = excluded.summary, made_at = excluded.made_at`,
);
const insertTold = prepared(
  `insert into hall.told_wait (ticket_id, outlet_id, day, at, ahead, low, likely, high, raw_low, raw_likely, raw_high)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
   on conflict (ticket_id) do nothing`,
);
export interface ToldRow {
  ticketId: string;
  number: string;
  errandId: string;
  at: Date;
  ahead: number;
  low: number;
  likely: number;
  high: number;
  rawLow: number;
  rawLikely: number;
  rawHigh: number;
  calledAt: Date;
}
const toldSince = prepared<ToldRow>(
  `select w.ticket_id, t.number, t.errand_id, w.at, w.ahead, w.low, w.likely, w.high, w.raw_low, w.raw_likely, w.raw_high,
     c.called_at
     from hall.told_wait w join hall.ticket t on t.id = w.ticket_id
     join lateral (select s.at as called_at from hall.segment s where s.ticket_id = w.ticket_id and s.act = 'call' order by s.seq limit 1) c on true
    where w.outlet_id = $1 and w.at >= $2 and w.at < $3 order by w.at desc limit $4`,
);

export interface TruthRow {
  hour: number;
  told: number;
  inside: number;
  sooner: number;
  later: number;
  width: number;
}
// Waits are compared as they were shown: in whole minutes, rounded outwards.
const truthSince = prepared<TruthRow>(
  `select hour, count(*) as told, count(*) filter (where waited between low and high) as inside, count(*) filter (where waited < low) as sooner,
     count(*) filter (where waited > high) as later, avg(high - low)::float8 as width
     from (select extract(hour from w.at at time zone 'Asia/Shanghai')::int as hour, w.low, w.high, extract(epoch from c.called_at - w.at) / 60 as waited
       from hall.told_wait w
       join lateral (select s.at as called_at from hall.segment s where s.ticket_id = w.ticket_id and s.act = 'call' order by s.seq limit 1) c on true
      where w.outlet_id = $1 and w.at >= $2) seen group by hour order by hour`,
);
const toldAtHour = prepared<ToldRow>(
  `select w.ticket_id, t.number, t.errand_id, w.at, w.ahead, w.low, w.likely, w.high, w.raw_low, w.raw_likely, w.raw_high, c.called_at
     from hall.told_wait w join hall.ticket t on t.id = w.ticket_id
     join lateral (select s.at as called_at from hall.segment s where s.ticket_id = w.ticket_id and s.act = 'call' order by s.seq limit 1) c on true
    where w.outlet_id = $1 and w.at >= $2 and ($3::int is null or extract(hour from w.at at time zone 'Asia/Shanghai') = $3)
    order by w.at desc, w.ticket_id limit $4 offset $5`,
);
/** How often the wait lay within what was told, by hour of the day; of those who were called. */
export const listTruth = (reader: Reader, outletId: string, since: Date) => reader.many(truthSince(outletId, since));
export const listToldAt = (
  reader: Reader,
  { outletId, since, hour }: { outletId: string; since: Date; hour: number | null },
  { limit, offset }: { limit: number; offset: number },
) => reader.many(toldAtHour(outletId, since, hour, limit, offset));

export const queueOf = (reader: Reader, outletId: string, day: string) => reader.many(inQueue(outletId, day));
/** Windows that opened, paused and closed in shifts that began in a span of time. */
export const turnsBetween = (reader: Reader, outletId: string, since: Date, until: Date) =>
  reader.many(turnsOn(outletId, since, until));
export const countCame = async (reader: Reader, outletId: string, day: string): Promise<number> =>
  (await reader.one(cameOn(outletId, day))).n;
export const listFreed = (reader: Reader, outletId: string, since: Date, until: Date) =>
  reader.many(freedSince(outletId, since, until));
/** The newest days first. */
export const listSummaries = async (reader: Reader, outletId: string, before: string): Promise<DaySummary[]> =>
  (await reader.many(summariesOf(outletId, before))).map(({ summary }) => summary);
/** Another one whenever a day is added up, or again. */
export const newestSummary = async (reader: Reader, outletId: string, before: string): Promise<string | null> =>
  (await reader.one(newestOf(outletId, before))).mark;
/** Days with tickets that nobody has added up yet, or on which something was done after what was added up. */
export const listMissingDays = (reader: Reader, from: string, to: string) => reader.many(missingDays(from, to));
export const listSegments = (reader: Reader, outletId: string, day: string) => reader.many(segmentsOn(outletId, day));
/** `at`: the newest of what was added up; by it is seen whether more has come since. */
export const saveSummary = (tx: Tx, outletId: string, summary: DaySummary, at: Date): void =>
  tx.write(insertSummary(outletId, summary.day, JSON.stringify(summary), at));
export const saveTold = (tx: Tx, row: Omit<ToldRow, 'number' | 'errandId' | 'calledAt'> & { outletId: string; day: string }): void =>
  tx.write(
    insertTold(row.ticketId, row.outletId, row.day, row.at, row.ahead, row.low, row.likely, row.high, row.rawLow, row.rawLikely, row.rawHigh),
  ); // prettier-ignore
/** Who was told a wait and was called, the newest first. */
export const listTold = (reader: Reader, outletId: string, since: Date, until: Date, limit: number) =>
  reader.many(toldSince(outletId, since, until, limit));
