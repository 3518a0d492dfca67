/** SQL of searching the trail. */
import { addDays } from '#modules/deadlines';
import { startOfDay } from '#platform/clock';
import { sql, type Reader, type Tx } from '#platform/db';
import type { TrailFilter, TrailLine } from './contract.ts';

/** A line without the name of who acted. */
type Row = Omit<TrailLine, 'at' | 'accountName'> & { at: Date };

/** How many acts are counted at most. */
export const countedAtMost = 10_000;

/** Days before the last one in which a page is looked for, one after the other: acts lie in the order of their instants. */
const looks = [0, 3, 31];

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
  const counted = (day: string | undefined, most: number) =>
    reader.one(sql<{ n: number }>`
      select count(*) as n from (select 1 from published.case_action a where ${since(day)} limit ${most}) x`);
  const { n } = await counted(from, countedAtMost + 1);
  let first = from;
  if (from && to && n > offset + limit)
    for (const days of looks) {
      first = [addDays(to, -days), from].toSorted().at(-1)!;
      if (first === from || (await counted(first, offset + limit)).n >= offset + limit) break;
    }
  const rows = await reader.many(sql<Row>`
    select b.*, c.number as case_number, c.item_name from (
      select a.case_id, a.seq, a.kind, a.from_state, a.to_state, a.at, a.account_id, a.role, a.place_id, a.hash
        from published.case_action a where ${since(first)} order by a.at desc, a.case_id desc, a.seq desc limit ${limit} offset ${offset}) b
      left join published."case" c on c.id = b.case_id order by b.at desc, b.case_id desc, b.seq desc`);
  return { rows, total: Math.min(n, countedAtMost), more: n > countedAtMost };
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
