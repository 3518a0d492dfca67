/** All SQL of bulletins. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { general, ownConstraints } from '#platform/problems';
import type { BulletinData } from './bulletin.ts';
import { bulletinProblems } from './problems.ts';

/** An edition as it was made. */
export interface EditionRow {
  id: string;
  month: string;
  departmentId: string | null;
  edition: number;
  asOf: Date;
  madeBy: string | null;
  madeByName: string;
  templateVersion: number;
  data: BulletinData;
  hash: string;
  files: Record<string, string>;
}

ownConstraints({ edition_number: () => bulletinProblems.madeMeanwhile() });

const insert = prepared(
  `insert into bulletins.edition (id, month, department_id, edition, as_of, made_by, made_by_name, template_version, data, hash, files)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11::jsonb)`,
);
const byId = prepared<EditionRow>('select * from bulletins.edition where id = $1');
const last = prepared<EditionRow>(
  `select * from bulletins.edition where month = $1 and department_id is not distinct from $2::uuid order by edition desc limit 1`,
);

export const insertEdition = (tx: Tx, row: EditionRow): void =>
  tx.write(
    insert(row.id, row.month, row.departmentId, row.edition, row.asOf, row.madeBy, row.madeByName, row.templateVersion, JSON.stringify(row.data), row.hash, JSON.stringify(row.files)),
  ); // prettier-ignore
export const findEdition = (reader: Reader, id: string) => reader.maybe(byId(id));
export const findLastEdition = (reader: Reader, month: string, departmentId: string | null) =>
  reader.maybe(last(month, departmentId));
export async function getEdition(reader: Reader, id: string): Promise<EditionRow> {
  const row = await findEdition(reader, id);
  if (!row) throw general.notFound();
  return row;
}

/** A page of editions without their tables, with the count of the same read. */
export async function listEditions(
  reader: Reader,
  filter: { within: readonly string[] | undefined; departmentId?: string; month?: string },
  limit: number,
  offset: number,
) {
  const all = [sql`true`];
  if (filter.within) all.push(sql`e.department_id = any(${[...filter.within]}::uuid[])`);
  if (filter.departmentId) all.push(sql`e.department_id = ${filter.departmentId}`);
  if (filter.month) all.push(sql`e.month = ${filter.month}`);
  const where = sql.join(all, sql` and `);
  type Line = Omit<EditionRow, 'data' | 'files'> & { data: Pick<BulletinData, 'scope' | 'partial'> };
  const found = await reader.many(sql<Line & { total: number }>`
    select n.total, p.* from (select count(*) as total from bulletins.edition e where ${where}) n
      left join lateral (select e.id, e.month, e.department_id, e.edition, e.as_of, e.made_by, e.made_by_name, e.template_version, e.hash,
          jsonb_build_object('scope', e.data -> 'scope', 'partial', e.data -> 'partial') as data
        from bulletins.edition e where ${where}
        order by e.month desc, e.department_id nulls first, e.edition desc limit ${limit} offset ${offset}) p on true
      order by p.month desc, p.department_id nulls first, p.edition desc`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}
