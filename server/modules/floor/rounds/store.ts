/** SQL of rounds and of what was seen on them. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { floorProblems } from '../problems.ts';
import type { Half, Result, RoundKind, RoundPoint } from './round.ts';

export interface RoundRow {
  id: string;
  number: string;
  outletId: string;
  kind: RoundKind;
  zone: string;
  day: string;
  half: Half;
  accountId: string;
  byName: string;
  walkers: string[];
  points: RoundPoint[];
  startedAt: Date;
  endedAt: Date | null;
  note: string | null;
}
export interface MarkRow {
  id: string;
  roundId: string;
  pointId: string;
  result: Result;
  findingId: string | null;
  seenAt: Date;
  at: Date;
  accountId: string;
  byName: string;
}
export type RoundCounts = Omit<RoundRow, 'points'> & { points: number; marked: number; findings: number };

ownConstraints({
  round_pkey: () => floorProblems.actRepeated(),
  round_mark_pkey: () => floorProblems.actRepeated(),
  round_one_open: () => floorProblems.roundOpen(),
});

const byId = prepared<RoundRow>('select * from floor.round where id = $1');
const locked = prepared<RoundRow>('select * from floor.round where id = $1 for update');
const marks = prepared<MarkRow>('select * from floor.round_mark where round_id = $1 order by at, id');
const markById = prepared<MarkRow>('select * from floor.round_mark where id = $1');

export const findRound = (reader: Reader, id: string) => reader.maybe(byId(id));
export const lockRound = (tx: Tx, id: string) => tx.maybe(locked(id));
export const readMarks = (reader: Reader, roundId: string) => reader.many(marks(roundId));
export const findMark = (reader: Reader, id: string) => reader.maybe(markById(id));

export const insertRound = (tx: Tx, row: RoundRow): void =>
  tx.write(sql`
    insert into floor.round (id, number, outlet_id, kind, zone, day, half, account_id, by_name, walkers, points, started_at)
      values (${row.id}, ${row.number}, ${row.outletId}, ${row.kind}, ${row.zone}, ${row.day}, ${row.half}, ${row.accountId}, ${row.byName},
        ${row.walkers}::uuid[], ${JSON.stringify(row.points)}::jsonb, ${row.startedAt})`);
export const endRound = (tx: Tx, id: string, at: Date, note: string): void =>
  tx.write(sql`update floor.round set ended_at = ${at}, note = ${note} where id = ${id}`);
export const insertMark = (tx: Tx, row: MarkRow): void =>
  tx.write(sql`
    insert into floor.round_mark (id, round_id, point_id, result, finding_id, seen_at, at, account_id, by_name)
      values (${row.id}, ${row.roundId}, ${row.pointId}, ${row.result}, ${row.findingId}, ${row.seenAt}, ${row.at}, ${row.accountId}, ${row.byName})`);

export interface RoundFilter {
  outletId: string;
  /** Only those that this account walks. */
  walker?: string | undefined;
  kind?: RoundKind;
  open?: boolean;
}
/** A page, newest first, with the count of the same read. */
export async function listRounds(reader: Reader, filter: RoundFilter, limit: number, offset: number) {
  const all = [sql`r.outlet_id = ${filter.outletId}`];
  if (filter.walker) all.push(sql`r.walkers @> array[${filter.walker}]::uuid[]`);
  if (filter.kind) all.push(sql`r.kind = ${filter.kind}`);
  if (filter.open !== undefined) all.push(filter.open ? sql`r.ended_at is null` : sql`r.ended_at is not null`);
  const where = sql.join(all, sql` and `);
  const found = await reader.many(sql<RoundCounts & { total: number }>`
    select n.total, p.*, coalesce(m.marked, 0)::int as marked, coalesce(m.findings, 0)::int as findings
      from (select count(*) as total from floor.round r where ${where}) n
      left join lateral (select r.id, r.number, r.outlet_id, r.kind, r.zone, r.day, r.half, r.account_id, r.by_name, r.walkers,
          jsonb_array_length(r.points) as points, r.started_at, r.ended_at, r.note from floor.round r where ${where}
        order by r.started_at desc, r.id desc limit ${limit} offset ${offset}) p on true
      left join lateral (select count(distinct point_id) as marked, count(finding_id) as findings from floor.round_mark where round_id = p.id) m on true
      order by p.started_at desc, p.id desc`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
