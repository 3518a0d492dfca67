/** SQL of searching the trail. */
import { addDays } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import { sql, type Reader, type Tx } from '#platform/db';
import type { TrailFilter, TrailLine } from './contract.ts';

/** A line without the name of who acted. */
type Row = Omit<TrailLine, 'at' | 'accountName'> & { at: Date };

/** A page of the trail with the count of the same read, the last act first. */
export async function searchActions(reader: Reader, filter: TrailFilter, limit: number, offset: number) {
  const { number, accountId, kind, from, to } = filter;
  const all = [sql`true`];
  // By the number first: the case's own key then leads to its few actions.
  if (number) all.push(sql`a.case_id = (select id from published."case" where number = ${number})`);
  if (accountId) all.push(sql`a.account_id = ${accountId}`);
  if (kind) all.push(sql`a.kind = ${kind}`);
  if (from) all.push(sql`a.at >= ${startOfDay(from)}`);
  if (to) all.push(sql`a.at < ${startOfDay(addDays(to, 1))}`);
  const where = sql.join(all, sql` and `);
  const rows = await reader.many(sql<Row & { total: number }>`
    select b.*, c.number as case_number, c.item_name from (
      select a.case_id, a.seq, a.kind, a.from_state, a.to_state, a.at, a.account_id, a.role, a.place_id, a.hash, count(*) over () as total
        from published.case_action a where ${where} order by a.at desc, a.case_id desc, a.seq desc limit ${limit} offset ${offset}) b
      left join published."case" c on c.id = b.case_id order by b.at desc, b.case_id desc, b.seq desc`);
  const total =
    rows[0]?.total ??
    (offset === 0
      ? 0
      : (await reader.one(sql<{ total: number }>`select count(*) as total from published.case_action a where ${where}`))
          .total);
  return { rows: rows.map(({ total: _, ...row }): Row => row), total };
}

export interface SearchLine {
  id: string;
  at: Date;
  accountId: string;
  filter: Record<string, unknown>;
  found: number;
}

export const noteSearch = (tx: Tx, line: SearchLine): void =>
  tx.write(sql`insert into audit.search (id, at, account_id, filter, found)
    values (${line.id}, ${line.at}, ${line.accountId}, ${JSON.stringify(line.filter)}, ${line.found})`);

/** Searches, the last one first. */
export async function readSearches(reader: Reader, limit: number, offset: number) {
  const rows = await reader.many(sql<SearchLine & { total: number }>`
    select s.*, count(*) over () as total from audit.search s order by at desc, id desc limit ${limit} offset ${offset}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
