/** Reading the figures: each set of cases once as a count of the counters and once as the condition of its list. */
import type { RawBuilder } from 'kysely';
import { sql, type Reader, type Tx } from '#platform/db';
import { noOutlet } from './case-day.ts';
import { counterDoors, onlineDoors, type SetId, type Totals } from './figures.ts';

export interface Wanted {
  from: string;
  to: string;
  /** Departments that the reader may see; undefined: all. */
  within: readonly string[] | undefined;
  departmentId?: string;
  itemId?: string;
  door?: string;
  /** The counter that took it; `noOutlet` for what came by none. */
  outletId?: string;
  /** A town with all below it: its counters. */
  outletIds?: readonly string[];
}

type Sql = RawBuilder<unknown>;
const online = sql`d.door = any(${[...onlineDoors]}::text[])`;
const inPerson = sql`d.door = any(${[...counterDoors]}::text[])`;
// Few outlets are a department's own counter: the view of them is read once for the statement.
const atShared = sql`(${inPerson} and d.outlet_id <> ${noOutlet}::uuid
  and d.outlet_id <> all(array(select id from published.outlet where kind = 'department')))`;

/** Sets of a period: what they add up to over `day_count d`, and which rows of `case_day d` they are. */
const periodSets: Record<Exclude<SetId, 'open' | 'overdue'>, { sum: Sql; day: string; where: Sql }> = {
  received: { sum: sql`sum(d.received)`, day: 'submitted_on', where: sql`true` },
  online: { sum: sql`sum(d.received) filter (where ${online})`, day: 'submitted_on', where: online },
  inPerson: { sum: sql`sum(d.received) filter (where ${inPerson})`, day: 'submitted_on', where: inPerson },
  atSharedCounter: { sum: sql`sum(d.received) filter (where ${atShared})`, day: 'submitted_on', where: atShared },
  accepted: { sum: sql`sum(d.accepted)`, day: 'accepted_on', where: sql`true` },
  decided: { sum: sql`sum(d.decided)`, day: 'decided_on', where: sql`true` },
  inTime: { sum: sql`sum(d.in_time)`, day: 'decided_on', where: sql`d.in_time` },
  late: { sum: sql`sum(d.decided - d.in_time)`, day: 'decided_on', where: sql`not d.in_time` },
  inPromise: { sum: sql`sum(d.in_promise)`, day: 'decided_on', where: sql`d.in_promise` },
  closed: { sum: sql`sum(d.ended)`, day: 'ended_on', where: sql`true` },
  rated: { sum: sql`sum(d.rated)`, day: 'ended_on', where: sql`d.rated` },
  withMaterials: { sum: sql`sum(d.with_materials)`, day: 'submitted_on', where: sql`d.required_materials > 0` },
};
const periodSums: Record<string, Sql> = {
  ...Object.fromEntries(Object.entries(periodSets).map(([id, { sum }]) => [id, sum])),
  promisedDays: sql`sum(d.promised_days)`,
  usedDays: sql`sum(d.used_days)`,
  statutoryDays: sql`sum(d.statutory_days)`,
  savedDays: sql`sum(d.statutory_days - d.promised_days)`,
  visits: sql`sum(d.visits)`,
  requiredMaterials: sql`sum(d.required_materials)`,
  sparedMaterials: sql`sum(d.spared_materials)`,
};
const sumColumns = sql.join(
  Object.entries(periodSums).map(([id, sum]) => sql`coalesce(${sum}, 0)::bigint as ${sql.ref(id)}`),
);

/** Sets as of now, over `published.case d`. What the applicant is being waited for is nobody's delay. */
const overdue = (today: string) => sql`d.fatal_on < ${today}::date and d.due_rule <> 'cure'`;
const isNow = (set: SetId): set is 'open' | 'overdue' => set === 'open' || set === 'overdue';

/** Conditions on department, item and door; written only where asked for, so that each has a plan of its own. */
function scopeOf({ within, departmentId, itemId, door, outletId, outletIds }: Wanted): Sql {
  const all: Sql[] = [sql`true`];
  if (within) all.push(sql`d.department_id = any(${[...within]}::uuid[])`);
  if (departmentId) all.push(sql`d.department_id = ${departmentId}`);
  if (itemId) all.push(sql`d.item_id = ${itemId}`);
  if (door) all.push(sql`d.door = ${door}`);
  if (outletId) all.push(sql`coalesce(d.outlet_id, ${noOutlet}::uuid) = ${outletId}::uuid`);
  if (outletIds) all.push(sql`coalesce(d.outlet_id, ${noOutlet}::uuid) = any(${[...outletIds]}::uuid[])`);
  return sql.join(all, sql` and `);
}
const during = (column: string, { from, to }: Wanted): Sql =>
  sql`${sql.ref(`d.${column}`)} between ${from}::date and ${to}::date`;

/** Everything that the figures are made of, from one statement. */
export const readTotals = (reader: Reader, wanted: Wanted, today: string): Promise<Totals> =>
  reader.one(sql<Totals>`
    select p.*, n.* from
      (select ${sumColumns} from insight.day_count d where ${during('day', wanted)} and ${scopeOf(wanted)}) p,
      (select count(*) as open, count(*) filter (where ${overdue(today)}) as overdue
         from published."case" d where d.ended_at is null and ${scopeOf(wanted)}) n`);

const groupKeys = {
  day: sql`d.day::text`,
  month: sql`to_char(d.day, 'YYYY-MM')`,
  department: sql`d.department_id::text`,
  item: sql`d.item_id::text`,
  door: sql`d.door`,
  outlet: sql`coalesce(d.outlet_id, ${noOutlet}::uuid)::text`,
};
export type GroupBy = keyof typeof groupKeys;
export type GroupRow = Omit<Totals, 'open' | 'overdue'> & { key: string };

/** The counts of the period in groups. */
export const readGroups = (reader: Reader, wanted: Wanted, by: GroupBy): Promise<GroupRow[]> =>
  reader.many(sql<GroupRow>`
    select ${groupKeys[by]} as key, ${sumColumns} from insight.day_count d
     where ${during('day', wanted)} and ${scopeOf(wanted)} group by 1 order by 1`);

/** What is open and overdue now, in groups. */
export const readOpenGroups = (reader: Reader, wanted: Wanted, by: Exclude<GroupBy, 'day' | 'month'>, today: string) =>
  reader.many(sql<{ key: string; open: number; overdue: number }>`
    select ${groupKeys[by]} as key, count(*) as open, count(*) filter (where ${overdue(today)}) as overdue
      from published."case" d where d.ended_at is null and ${scopeOf(wanted)} group by 1 order by 1`);

/** A case behind a figure. */
export interface CaseBehind {
  id: string;
  number: string;
  itemId: string;
  itemName: string;
  departmentId: string;
  door: string;
  applicantName: string;
  byOrganisation: boolean;
  state: string;
  outcome: string | null;
  submittedOn: string;
  acceptedOn: string | null;
  decidedOn: string | null;
  endedOn: string | null;
  fatalOn: string | null;
  promisedDays: number | null;
  usedDays: number | null;
  statutoryDays: number | null;
  visits: number | null;
  requiredMaterials: number | null;
  sparedMaterials: number | null;
  inTime: boolean | null;
  rated: boolean;
}

/** What is shown of a case, with its days; the names are those of `CaseBehind`, because a page comes as JSON. */
const shown = sql`p.id, p.number, p.item_id as "itemId", p.item_name as "itemName", p.department_id as "departmentId", p.door,
  p.applicant_name as "applicantName", p.by_organisation as "byOrganisation", p.state, p.outcome, p.rated, p.fatal_on as "fatalOn",
  (p.submitted_at at time zone 'Asia/Shanghai')::date as "submittedOn", (p.accepted_at at time zone 'Asia/Shanghai')::date as "acceptedOn",
  (p.decided_at at time zone 'Asia/Shanghai')::date as "decidedOn", (p.ended_at at time zone 'Asia/Shanghai')::date as "endedOn"`;

/** The rows of a page of a set that lies in the period; only they are joined with what is shown. */
function periodPage(set: Exclude<SetId, 'open' | 'overdue'>, wanted: Wanted, limit: number, offset: number): Sql {
  const { day, sum, where } = periodSets[set];
  const scope = scopeOf(wanted);
  const counters = sql`insight.day_count d where ${during('day', wanted)} and ${scope}`;
  // From which day on the newest `offset + limit` cases lie, by the counters: a page of two years needs no look at two years. Mostly they lie
  // in the last two weeks, and then the counters of the years before are not looked at either.
  const recent = sql`greatest(${wanted.from}::date, ${wanted.to}::date - 13)`;
  const since = sql`case when (select coalesce(${sum}, 0) from ${counters} and d.day >= ${recent}) >= ${limit + offset} then ${recent}
    else (select min(day) from (select d.day, coalesce(${sum}, 0) as here, sum(coalesce(${sum}, 0)) over (order by d.day desc) - coalesce(${sum}, 0) as newer
      from ${counters} group by d.day) x where here > 0 and newer < ${limit + offset}) end`;
  // Cases of one item are strewn over all block ranges: there its own index is better, and the sum keeps the planner from the ranges.
  const column = wanted.itemId ? sql`(${sql.ref(`d.${day}`)} + 0)` : sql.ref(`d.${day}`);
  return sql`
    select ${shown}, b.promised_days as "promisedDays", b.used_days as "usedDays", b.statutory_days as "statutoryDays", b.visits, b.in_time as "inTime",
           b.required_materials as "requiredMaterials", b.spared_materials as "sparedMaterials"
      from (select d.case_id, ${sql.ref(`d.${day}`)} as day, d.promised_days, d.used_days, d.statutory_days, d.visits, d.in_time, d.required_materials, d.spared_materials from insight.case_day d
             where ${column} between ${wanted.from}::date and ${wanted.to}::date and ${column} >= (${since}) and ${where} and ${scope}
             order by day desc, d.case_id desc limit ${limit} offset ${offset}) b
      join published."case" p on p.id = b.case_id order by b.day desc, b.case_id desc`;
}

/** The same of a set as of now, the most urgent first, out of the cases that `found` has. */
const openPage = (limit: number, offset: number): Sql => sql`
  select ${shown}, null::int as "promisedDays", null::int as "usedDays", null::int as "statutoryDays", null::int as visits, null::boolean as "inTime",
         null::int as "requiredMaterials", null::int as "sparedMaterials"
    from (select * from found order by fatal_on nulls last, id limit ${limit} offset ${offset}) b
    join published."case" p on p.id = b.id order by b.fatal_on nulls last, b.id`;
const found = (set: SetId, wanted: Wanted, today: string): Sql => sql`
  found as materialized (select d.id, d.fatal_on from published."case" d
    where d.ended_at is null and ${set === 'overdue' ? overdue(today) : sql`true`} and ${scopeOf(wanted)})`;

/** A page of the set with the count of the same snapshot: as one row, so that a page beyond the end has its count as well. */
export async function readCases(
  reader: Reader,
  set: SetId,
  wanted: Wanted,
  today: string,
  limit: number,
  offset: number,
) {
  type Page = { total: number; rows: CaseBehind[] | null };
  const query = isNow(set)
    ? sql<Page>`with ${found(set, wanted, today)} select (select count(*) from found) as total,
        (select json_agg(to_json(x)) from (${openPage(limit, offset)}) x) as rows`
    : sql<Page>`
        select (select coalesce(${periodSets[set].sum}, 0)::bigint from insight.day_count d where ${during('day', wanted)} and ${scopeOf(wanted)}) as total,
               (select json_agg(to_json(x)) from (${periodPage(set, wanted, limit, offset)}) x) as rows`;
  const { total, rows } = await reader.one(query);
  return { total, rows: rows ?? [] };
}

/** All of the set, up to a limit, for a file. */
export const readAllCases = (reader: Reader, set: SetId, wanted: Wanted, today: string, limit: number) =>
  reader.many(
    isNow(set)
      ? sql<CaseBehind>`with ${found(set, wanted, today)} ${openPage(limit, 0)}`
      : (periodPage(set, wanted, limit, 0) as RawBuilder<CaseBehind>),
  );

export interface ExportLine {
  id: string;
  at: Date;
  accountId: string;
  format: 'csv' | 'xlsx';
  caseSet: SetId;
  filter: Record<string, unknown>;
  rows: number;
  masked: boolean;
}

/** A line of the trail of what was taken away. */
export const noteExport = (tx: Tx, line: ExportLine): void =>
  tx.write(sql`insert into insight.export (id, at, account_id, format, case_set, filter, rows, masked)
    values (${line.id}, ${line.at}, ${line.accountId}, ${line.format}, ${line.caseSet}, ${JSON.stringify(line.filter)}, ${line.rows}, ${line.masked})`);

export async function readExports(reader: Reader, limit: number, offset: number) {
  const { total, rows } = await reader.one(sql<{
    total: number;
    rows: (Omit<ExportLine, 'at'> & { at: string })[] | null;
  }>`
    select (select count(*) from insight.export) as total, (select json_agg(to_json(x)) from (
      select id, at, account_id as "accountId", format, case_set as "caseSet", filter, rows, masked
        from insight.export order by at desc, id desc limit ${limit} offset ${offset}) x) as rows`);
  return { total, rows: (rows ?? []).map((row) => ({ ...row, at: new Date(row.at) })) };
}
