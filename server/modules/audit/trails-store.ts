/**
 * SQL over every other trail: whatever table a module has put into `platform.append_only_table` is sealed row by row, and nothing is
 * known here of what its rows mean. A row is hashed as JSON with its keys in order and without those that are null, so that a
 * migration may add a column that is null in what was there before.
 */
import type { Reader, Tx } from '#platform/db';
import { actionTrail } from './merkle.ts';
import { once, rowsOf } from './seal-store.ts';

/** A table that rows are only ever added to. */
export interface Trail {
  name: string;
  /** Its primary key as text, in SQL. */
  key: string;
  /** The column of the key when that is one UUID. */
  idColumn: string | null;
  /** Its columns that hold JSON themselves. */
  jsonColumns: string[];
}

/** Not sealed here: histories of cases, which have seals of their own; events, which say when to seal those; and what checking writes. */
const elsewhere = [actionTrail, 'platform.event', 'audit.seal', 'audit.verification', 'audit.search'];

export const readTrails = (reader: Reader): Promise<Trail[]> =>
  reader.many(
    once<Trail>(
      `select t.table_name as name, string_agg(format('r.%I::text', a.attname), $2 order by array_position(i.indkey::int2[], a.attnum)) as key,
              case when count(*) = 1 and min(a.atttypid) = 'uuid'::regtype then min(a.attname) end as id_column,
              array(select c.attname::text from pg_attribute c where c.attrelid = t.table_name::regclass and c.attnum > 0
                       and c.atttypid = 'jsonb'::regtype and not c.attisdropped order by c.attnum) as json_columns
         from platform.append_only_table t
         join pg_index i on i.indrelid = t.table_name::regclass and i.indisprimary
         join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
        where not t.may_update and t.table_name <> all ($1) group by t.table_name order by t.table_name`,
      elsewhere,
      ` || '/' || `,
    ),
  );

export interface TrailRow {
  key: string;
  name: string;
  leaf: Buffer;
}

/** What people call a row: its own number, or what it belongs to, and the case of which a document speaks. No personal data. */
const nameOfRow = `concat_ws(', case ', coalesce(x.j ->> 'number', x.j ->> 'case_number', x.j ->> 'document_id', x.j ->> 'order_id',
  x.j ->> 'movement_id', x.j ->> 'subject_id', ''), x.j -> 'data' ->> 'caseNumber')`;

/**
 * A row as JSON without the columns that are null. JSON within a column keeps its nulls: there they say something. The functions of
 * PostgreSQL that do this in one go take a third of the time of going over the keys.
 */
const rowAsJson = ({ jsonColumns }: Trail): string =>
  [
    `jsonb_strip_nulls(to_jsonb(r) - '{${jsonColumns.join(',')}}'::text[])`,
    ...jsonColumns.map(
      (column) => `case when r.${column} is null then '{}' else jsonb_build_object('${column}', r.${column}) end`,
    ),
  ].join(' || ');

/** The rows of a trail with their leaves (see merkle.ts: the same mark before a leaf). `offset 0`: the JSON is made once, not wherever it is used. */
const rowsQuery = (trail: Trail, from = trail.name, where = ''): string => `
  select ${trail.key} as key, replace(${nameOfRow}, ',', ' ·') as name,
         sha256('\\x00'::bytea || convert_to('${trail.name}/' || ${trail.key} || '/' || encode(sha256(convert_to(x.j::text, 'UTF8')), 'hex'), 'UTF8')) as leaf
    from ${from} r cross join lateral (select ${rowAsJson(trail)} as j offset 0) x ${where}`;

/**
 * What is read is compared with what is sealed by hash, whatever the planner knows of the two: while a table is new it knows nothing,
 * and would look through all the keys for each row.
 */
const asWhole = [once("set local timezone = 'UTC'"), once('set local enable_nestloop = off')];

/** The greatest key that is sealed of a trail; empty when there is no seal. */
export const findToKey = async (reader: Reader, trail: Trail): Promise<string> =>
  (
    await reader.one(
      once<{ key: string }>(`select coalesce(max(to_key), '') as key from audit.seal where trail = $1`, trail.name),
    )
  ).key;

/** Rows of a trail with keys behind `afterKey` that no seal holds. */
export function readFresh(tx: Tx, trail: Trail, afterKey: string, limit: number): Promise<TrailRow[]> {
  for (const setting of asWhole) tx.write(setting);
  return tx.many(
    once<TrailRow>(
      // What is sealed already goes first: making JSON of it would be most of the work.
      `with fresh as materialized (
         select r.* from ${trail.name} r where r.${trail.idColumn} > $2::uuid and not exists (
           select 1 from (select unnest(keys) as key from audit.seal where trail = $1 and to_key > $2::uuid::text) s where s.key = ${trail.key})
          order by r.${trail.idColumn} limit $3
       ) ${rowsQuery(trail, 'fresh')} order by 1`,
      trail.name,
      afterKey || '00000000-0000-0000-0000-000000000000',
      limit,
    ),
  );
}

/** All rows of a trail that no seal holds, from a frozen transaction in which the name is not taken. */
export const streamUnsealed = (tx: Tx, trail: Trail, name: string): AsyncGenerator<TrailRow> =>
  rowsOf<TrailRow>(
    tx,
    name,
    `${rowsQuery(
      trail,
      trail.name,
      `where not exists (
       select 1 from (select unnest(keys) as key from audit.seal where trail = '${trail.name}') s where s.key = ${trail.key})`,
    )} order by 1`,
  );

/** A row that is not as a seal says, or that no seal holds. */
export interface Differing {
  key: string;
  name: string;
  /** The seal that holds it; null for none. */
  seal: number | null;
  isThere: boolean;
}

/** All rows that differ from what is sealed, from a frozen transaction in which the name is not taken. The database compares. */
export const streamDiffering = (tx: Tx, trail: Trail, name: string): AsyncGenerator<Differing> =>
  rowsOf<Differing>(
    tx,
    name,
    `select coalesce(l.key, r.key) as key, coalesce(nullif(l.name, ''), r.name, '') as name, l.seal, r.key is not null as is_there
       from (select u.key, u.name, u.leaf, s.seq as seal from audit.seal s
               cross join lateral unnest(s.keys, s.names, s.leaves) as u (key, name, leaf) where s.trail = '${trail.name}') l
       full join (${rowsQuery(trail)}) r on l.key = r.key
      where l.key is null or r.key is null or l.leaf <> r.leaf order by l.seal, 1`,
  );

export const countRows = async (reader: Reader, trail: Trail): Promise<number> =>
  (await reader.one(once<{ count: number }>(`select count(*) as count from ${trail.name}`))).count;

/** What sealed rows were called, by key: for rows that only say to which other one they belong. */
export async function namesOfKeys(reader: Reader, keys: readonly string[]): Promise<Map<string, string>> {
  const rows = await reader.many(
    once<{ key: string; name: string }>(
      `select u.key, u.name from audit.seal s cross join lateral unnest(s.keys, s.names) as u (key, name)
        where u.key = any ($1) and u.name <> ''`,
      keys,
    ),
  );
  return new Map(rows.map(({ key, name }) => [key, name]));
}
