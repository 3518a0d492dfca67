/** SQL of searching the trail. */
import { addDays } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import { sql, type Reader, type Tx } from '#platform/db';
import type { TrailFilter, TrailLine } from './contract.ts';

/** A line without the name of who acted. */
type Row = Omit<TrailLine, 'at' | 'accountName'> & { at: Date };

/** How many acts are counted at most. */
export const countedAtMost = 10_000;

/** A page of the trail, the last act first, with how many there are; `more` when counting stopped. */
export async function searchActions(reader: Reader, filter: TrailFilter, limit: number, offset: number) {
  const { number, accountId, kind, from, to } = filter;
  const all = [sql`true`];
  // By the number first: the case's own key then leads to its few actions.
  if (number) all.push(sql`a.case_id = (select id from published."case" where number = ${number})`);
  if (accountId) all.push(sql`a.account_id = ${accountId}`);
  if (kind) all.push(sql`a.kind = ${kind}`);
  if (to) all.push(sql`a.at < ${startOfDay(addDays(to, 1))}`);
  const since = (day: string | undefined) =>
    sql.join(day ? [...all, sql`a.at >= ${startOfDay(day)}`] : all, sql` and `);
  const pageSince = (day: string | undefined) =>
    reader.many(sql<Row & { found: number }>`
      with found as materialized (select a.case_id, a.seq, a.at from published.case_action a where ${since(day)})
      select n.found, a.case_id, a.seq, a.kind, a.from_state, a.to_state, a.at, a.account_id, a.role, a.place_id, a.hash,
             c.number as case_number, c.item_name
        from (select count(*) as found from found) n
        left join lateral (select * from found order by at desc, case_id desc, seq desc limit ${limit} offset ${offset}) b on true
        left join published.case_action a on a.case_id = b.case_id and a.seq = b.seq
        left join published."case" c on c.id = b.case_id order by b.at desc, b.case_id desc, b.seq desc`);
  const answer = (rows: (Row & { found: number })[], total: number, more: boolean) => ({
    // A page beyond the end is one row that says the count and nothing else.
    rows: rows.flatMap(({ found: _, ...row }): Row[] => (row.caseId === null ? [] : [row])),
    total,
    more,
  });
  // Acts lie in the order of their instants: of many days the last one mostly has the whole page, and counting may stop early.
  if (from && to && from < to) {
    const rows = await pageSince(to);
    if (rows[0]!.found >= offset + limit) {
      const { n } = await reader.one(sql<{ n: number }>`
        select count(*) as n from (select 1 from published.case_action a where ${since(from)} limit ${countedAtMost + 1}) x`);
      return answer(rows, Math.min(n, countedAtMost), n > countedAtMost);
    }
  }
  const rows = await pageSince(from);
  return answer(rows, rows[0]!.found, false);
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
