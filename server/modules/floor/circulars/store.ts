/** SQL of circulars. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { FindingSource } from '../inspection/finding.ts';
import type { FindingRow } from '../inspection/store.ts';
import { floorProblems } from '../problems.ts';
import type { CircularData } from './circular.ts';

export interface CircularRow {
  id: string;
  year: number;
  serial: number;
  outletId: string;
  fromOn: string;
  toOn: string;
  templateVersion: number;
  data: CircularData;
  hash: string;
  madeAt: Date;
  madeBy: string;
  madeByName: string;
}
export type CircularCounts = Omit<CircularRow, 'data'> & { findings: number; closed: number };

ownConstraints({
  circular_pkey: () => floorProblems.actRepeated(),
  circular_number_unique: () => floorProblems.summedMeanwhile(),
  circular_finding_pkey: () => floorProblems.summedMeanwhile(),
});

const byId = prepared<CircularRow>('select * from floor.circular where id = $1');
const lastSerial = prepared<{ serial: number }>(
  'select coalesce(max(serial), 0)::int as serial from floor.circular where outlet_id = $1 and year = $2',
);

export const findCircular = (reader: Reader, id: string) => reader.maybe(byId(id));
export const serialBefore = async (reader: Reader, outletId: string, year: number): Promise<number> =>
  (await reader.one(lastSerial(outletId, year))).serial;

export interface Span {
  outletId: string;
  from: Date;
  until: Date;
}
/** Findings of these days that no circular names, the oldest first. */
export const findingsToSum = (reader: Reader, { outletId, from, until }: Span, sources: readonly FindingSource[], limit: number) =>
  reader.many(sql<FindingRow>`select f.* from floor.finding f
    where f.outlet_id = ${outletId} and f.raised_at >= ${from} and f.raised_at < ${until} and f.source = any(${[...sources]}::text[])
      and not exists (select 1 from floor.circular_finding l where l.finding_id = f.id)
    order by f.raised_at, f.id limit ${limit}`); // prettier-ignore
/** Rounds that ended in these days, and at how many points somebody looked on them. */
export const roundsToSum = (reader: Reader, { outletId, from, until }: Span, kinds: readonly string[]) =>
  reader.one(sql<{ patrols: number; checks: number; looked: number }>`
    select count(*) filter (where r.kind = 'patrol')::int as patrols, count(*) filter (where r.kind = 'check')::int as checks,
           coalesce(sum((select count(distinct m.point_id) from floor.round_mark m where m.round_id = r.id)), 0)::int as looked
      from floor.round r where r.outlet_id = ${outletId} and r.started_at >= ${from} and r.started_at < ${until}
       and r.ended_at is not null and r.kind = any(${[...kinds]}::text[])`);

export function insertCircular(tx: Tx, row: CircularRow, findingIds: readonly string[]): void {
  tx.write(sql`
    insert into floor.circular (id, year, serial, outlet_id, from_on, to_on, template_version, data, hash, made_at, made_by, made_by_name)
      values (${row.id}, ${row.year}, ${row.serial}, ${row.outletId}, ${row.fromOn}, ${row.toOn}, ${row.templateVersion}, ${JSON.stringify(row.data)}::jsonb,
        ${row.hash}, ${row.madeAt}, ${row.madeBy}, ${row.madeByName})`);
  tx.write(sql`insert into floor.circular_finding (finding_id, circular_id) select id, ${row.id}::uuid from unnest(${[...findingIds]}::uuid[]) as f(id)`);
} // prettier-ignore

/** A page, newest first, with how many there are and what they name, by the same conditions. */
export async function listCirculars(
  reader: Reader,
  filter: { outletId: string; id?: string; year?: number },
  limit: number,
  offset: number,
) {
  const all = [sql`c.outlet_id = ${filter.outletId}`];
  if (filter.id) all.push(sql`c.id = ${filter.id}`);
  if (filter.year) all.push(sql`c.year = ${filter.year}`);
  const where = sql.join(all, sql` and `);
  type Sum = { total: number; named: number; done: number };
  const found = await reader.many(sql<CircularCounts & Sum>`
    select n.*, p.*, coalesce(k.findings, 0)::int as findings, coalesce(k.closed, 0)::int as closed
      from (select count(distinct c.id) as total, count(f.id)::int as named, count(*) filter (where f.state = 'closed')::int as done
              from floor.circular c left join floor.circular_finding l on l.circular_id = c.id left join floor.finding f on f.id = l.finding_id
             where ${where}) n
      left join lateral (select c.id, c.year, c.serial, c.outlet_id, c.from_on, c.to_on, c.template_version, c.hash, c.made_at, c.made_by, c.made_by_name
                           from floor.circular c where ${where} order by c.made_at desc, c.id desc limit ${limit} offset ${offset}) p on true
      left join lateral (select count(*) as findings, count(*) filter (where f.state = 'closed') as closed
                           from floor.circular_finding l join floor.finding f on f.id = l.finding_id where l.circular_id = p.id) k on true
     order by p.made_at desc, p.id desc`);
  const { total, named, done } = found[0]!;
  const rows = found.flatMap(({ total: _, named: _named, done: _done, ...row }) => (row.id === null ? [] : [row]));
  return { rows, total, all: { circulars: total, findings: named, closed: done } };
} // prettier-ignore
