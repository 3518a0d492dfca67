/** All SQL of after-hours service. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Forget } from '#platform/forgetting';
import { readPage, storableDay } from '#platform/lists';
import { ownConstraints } from '#platform/problems';
import { waitedMinutes } from './credit.ts';
import { afterhoursProblems } from './problems.ts';
import type { Door, Kind, Period, State } from './request.ts';
import type { Offer } from './times.ts';

/** A request as it stands. */
export interface RequestRow {
  id: string;
  number: string;
  code: string;
  outletId: string;
  errandId: string;
  errandName: string;
  errandNameEn: string;
  departmentId: string | null;
  period: Period;
  day: string;
  beginsAt: Date;
  endsAt: Date;
  door: Door;
  ticketId: string | null;
  ticketNumber: string | null;
  personId: string | null;
  accountId: string | null;
  name: string;
  phone: string;
  wish: string;
  state: State;
  seq: number;
  askedAt: Date;
  changedAt: Date;
  reason: string;
  staffId: string | null;
  staffName: string | null;
  staffDepartmentId: string | null;
  windowId: string | null;
  windowNumber: string | null;
  startedAt: Date | null;
  endedAt: Date | null;
  matters: number | null;
  caseNumbers: string[];
  forgottenAt: Date | null;
}
export interface StepRow {
  id: string;
  requestId: string;
  seq: number;
  kind: Kind;
  state: State;
  at: Date;
  accountId: string | null;
  saidBy: string;
  body: string;
}
export interface OfferRow extends Offer {
  outletId: string;
}

ownConstraints({
  request_pkey: () => afterhoursProblems.actionReused(),
  step_pkey: () => afterhoursProblems.actionReused(),
  step_of_request: () => afterhoursProblems.wrongStep(),
  request_person_once: () => afterhoursProblems.haveRequest(),
  request_ticket_once: () => afterhoursProblems.ticketUsed(),
  offer_times_sane: () => afterhoursProblems.timesWrong(),
});

const byId = prepared<RequestRow>('select * from afterhours.request where id = $1');
const byCode = prepared<RequestRow>('select * from afterhours.request where code = $1');
const locked = prepared<RequestRow>('select * from afterhours.request where id = $1 for update');
const steps = prepared<StepRow>('select * from afterhours.step where request_id = $1 order by seq limit 200');
const stepById = prepared<StepRow>('select * from afterhours.step where id = $1');
const offersOf = prepared<OfferRow>('select * from afterhours.offer where outlet_id = $1 order by opens, period');
const insert = prepared(
  `insert into afterhours.request (id, number, code, outlet_id, errand_id, errand_name, errand_name_en, department_id, period, day, begins_at,
     ends_at, door, ticket_id, ticket_number, person_id, account_id, name, phone, wish, state, seq, asked_at, changed_at, reason, case_numbers)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 'asked', 1, $21, $21, '', '{}')`,
);
const move = prepared(
  `update afterhours.request set state = $2, seq = $3, changed_at = $4, reason = $5, staff_id = $6, staff_name = $7, staff_department_id = $8,
     window_id = $9, window_number = $10, started_at = $11, ended_at = $12, matters = $13, case_numbers = $14 where id = $1`,
);
const insertLine = prepared(
  `insert into afterhours.step (id, request_id, seq, kind, state, at, account_id, said_by, body) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const findRequest = (reader: Reader, id: string) => reader.maybe(byId(id));
export const findStep = (reader: Reader, id: string) => reader.maybe(stepById(id));
export const readSteps = (reader: Reader, id: string) => reader.many(steps(id));
export const offersAt = (reader: Reader, outletId: string) => reader.many(offersOf(outletId));

async function surely(found: Promise<RequestRow | undefined>): Promise<RequestRow> {
  const row = await found;
  if (!row) throw afterhoursProblems.notFound();
  return row;
}
/** These throw `afterhours.notFound`. */
export const getRequest = (reader: Reader, id: string) => surely(findRequest(reader, id));
export const getByCode = (reader: Reader, code: string) => surely(reader.maybe(byCode(code.trim().toLowerCase())));
export const lockRequest = (tx: Tx, id: string) => surely(tx.maybe(locked(id)));

export const insertRequest = (tx: Tx, r: RequestRow): void =>
  tx.write(
    insert(r.id, r.number, r.code, r.outletId, r.errandId, r.errandName, r.errandNameEn, r.departmentId, r.period, r.day, r.beginsAt, r.endsAt, r.door, r.ticketId, r.ticketNumber, r.personId, r.accountId, r.name, r.phone, r.wish, r.askedAt),
  ); // prettier-ignore
export const saveMove = (tx: Tx, r: RequestRow): void =>
  tx.write(
    move(r.id, r.state, r.seq, r.changedAt, r.reason, r.staffId, r.staffName, r.staffDepartmentId, r.windowId, r.windowNumber, r.startedAt, r.endedAt, r.matters, r.caseNumbers),
  ); // prettier-ignore
export const insertStep = (tx: Tx, s: StepRow): void =>
  tx.write(insertLine(s.id, s.requestId, s.seq, s.kind, s.state, s.at, s.accountId, s.saidBy, s.body));

export const saveOfferRow = (tx: Tx, row: OfferRow, at: Date, by: string): void =>
  tx.write(sql`
    insert into afterhours.offer (outlet_id, period, opens, closes, places, days_ahead, notice_minutes, changed_at, changed_by)
      values (${row.outletId}, ${row.period}, ${row.opens}, ${row.closes}, ${row.places}, ${row.daysAhead}, ${row.noticeMinutes}, ${at}, ${by})
    on conflict (outlet_id, period) do update set opens = excluded.opens, closes = excluded.closes, places = excluded.places,
      days_ahead = excluded.days_ahead, notice_minutes = excluded.notice_minutes, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/** Keeps grants of a day apart until the first is done: of two, the second sees whom the first has taken. */
export const lockDay = (tx: Tx, day: string): void =>
  tx.write(sql`select pg_advisory_xact_lock(hashtext(${`afterhours.day/${day}`}))`);

/** How many have a place, by day and period. */
export const takenAt = (reader: Reader, outletId: string, from: string) =>
  reader.many(sql<{ day: string; period: Period; taken: number }>`
    select day, period, count(*) as taken from afterhours.request
      where outlet_id = ${outletId} and day >= ${from}::date and state in ('granted', 'started', 'done') group by day, period limit 500`);

/** Who stays where on a day: at this hall, and these colleagues at any. */
export const staysOn = (reader: Reader, day: string, outletId: string, staffIds: readonly string[]) =>
  reader.many(sql<{
    id: string;
    staffId: string;
    windowId: string;
    windowNumber: string;
    beginsAt: Date;
    endsAt: Date;
  }>`
    select id, staff_id, window_id, window_number, begins_at, ends_at from afterhours.request
      where day = ${day}::date and state in ('granted', 'started') and (outlet_id = ${outletId} or staff_id = any(${[...staffIds]}::uuid[]))
      limit 2000`);

/** Requests whose time has begun and that nobody has decided. */
export const undecidedBefore = (tx: Tx, at: Date, limit: number) =>
  tx.many(
    sql<RequestRow>`select * from afterhours.request where state = 'asked' and begins_at <= ${at} order by begins_at limit ${limit} for update skip locked`,
  );

/**
 * Takes away whatever leads to who asked from what ended before, or from that whose time was over before and that nobody closed: the ticket and the cases name them too. The account of a colleague who asked for
 * somebody at the desk stays.
 */
export const emptyAskers: Forget = async (tx, before, at, limit) =>
  (
    await tx.many(sql`
      update afterhours.request set name = '', phone = '', person_id = null, account_id = case when door = 'desk' then account_id end,
          ticket_id = null, ticket_number = null, wish = '', case_numbers = '{}', forgotten_at = ${at}
        where id in (
          select id from afterhours.request
            where forgotten_at is null and changed_at < ${before}
              and (state not in ('asked', 'granted', 'started') or ends_at < ${before})
            order by changed_at limit ${limit} for update skip locked) returning id`)
  ).length;

export interface RequestFilter {
  /** Departments whose requests the reader may see; undefined: all. */
  within?: readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  outletId?: string | undefined;
  departmentId?: string | undefined;
  staffId?: string | undefined;
  personId?: string | undefined;
  state?: State | undefined;
}

function conditionsOf(f: RequestFilter) {
  const all = [sql`true`];
  if (f.within) all.push(sql`r.department_id = any(${[...f.within]}::uuid[])`);
  if (f.from) all.push(sql`r.day >= ${storableDay(f.from)}::date`);
  if (f.to) all.push(sql`r.day <= ${storableDay(f.to)}::date`);
  if (f.outletId) all.push(sql`r.outlet_id = ${f.outletId}`);
  if (f.departmentId) all.push(sql`r.department_id = ${f.departmentId}`);
  if (f.staffId) all.push(sql`r.staff_id = ${f.staffId}`);
  if (f.personId) all.push(sql`r.person_id = ${f.personId}`);
  if (f.state) all.push(sql`r.state = ${f.state}`);
  return sql.join(all, sql` and `);
}

/** A page by day, the latest first, with the count of the same read. */
export async function listRequests(reader: Reader, filter: RequestFilter, limit: number, offset: number) {
  const where = conditionsOf(filter);
  return readPage<RequestRow>(reader, {
    table: 'afterhours.request',
    as: 'r',
    where,
    order: sql`r.day desc, r.id desc`,
    limit,
    offset,
  });
}

export const countStates = (reader: Reader, filter: RequestFilter) =>
  reader.many(sql<{ state: State; count: number }>`
    select r.state, count(*) as count from afterhours.request r where ${conditionsOf(filter)} group by r.state`);

/** What each person did: services, matters, and the seconds that are credited, as in `credit.ts`. */
export const sumsOfPeople = (reader: Reader, filter: RequestFilter) =>
  reader.many(sql<{
    staffId: string;
    staffName: string;
    departmentId: string | null;
    services: number;
    missed: number;
    matters: number;
    seconds: number;
  }>`
    select p.staff_id, p.staff_name, p.department_id, p.services, p.missed, p.matters,
           (select coalesce(sum(extract(epoch from upper(s) - lower(s))), 0)::float8 from unnest(p.spans) s) as seconds
      from (select r.staff_id, max(r.staff_name) as staff_name, r.staff_department_id as department_id,
                   count(*) filter (where r.state = 'done') as services, count(*) filter (where r.state = 'missed') as missed,
                   coalesce(sum(r.matters), 0) as matters,
                   range_agg(tstzrange(r.begins_at, greatest(r.begins_at, case r.state when 'done' then r.ended_at
                     else least(r.changed_at, r.begins_at + make_interval(mins => ${waitedMinutes}::int)) end))) as spans
              from afterhours.request r where ${conditionsOf(filter)} and r.state in ('done', 'missed')
             group by r.staff_id, r.staff_department_id) p
     order by p.department_id, p.staff_name, p.staff_id limit 2000`);
