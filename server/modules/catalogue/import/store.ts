/** SQL of what sources said, and of the runs of imports. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { ItemFields } from './map-row.ts';

const rowsOfSource = prepared<{ code: string; fields: ItemFields }>(
  'select code, fields from catalogue.import_row where source = $1 order by code',
);
/** What the source said last, by code. */
export const findSaid = async (reader: Reader, source: string): Promise<Map<string, ItemFields>> =>
  new Map((await reader.many(rowsOfSource(source))).map(({ code, fields }) => [code, fields]));

const lastSources = prepared<{ code: string; source: string }>(
  `select distinct on (said.code) said.code, said.source
     from catalogue.import_row said join catalogue.import_run run on run.id = said.run_id
    where said.code = any($1) order by said.code, run.at desc`,
);
/** Which source last said something new of an item, by code. */
export const findLastSources = async (reader: Reader, codes: readonly string[]): Promise<Map<string, string>> =>
  new Map((await reader.many(lastSources(codes))).map(({ code, source }) => [code, source]));

/** Two imports of one source at the same time would both see the state before. Held until the end of the transaction. */
export const lockSource = (tx: Tx, source: string): void =>
  tx.write(sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue.import ${source}`}, 0))`);

export interface ImportRun {
  id: string;
  source: string;
  fileName: string;
  fileHash: string;
  at: Date;
  byName: string;
  added: number;
  changed: number;
  unchanged: number;
  vanished: number;
}

export function insertRun(tx: Tx, run: ImportRun): void {
  tx.write(
    sql`insert into catalogue.import_run (id, source, file_name, file_hash, at, by_name, added, changed, unchanged, vanished)
        values (${run.id}, ${run.source}, ${run.fileName}, ${run.fileHash}, ${run.at}, ${run.byName},
                ${run.added}, ${run.changed}, ${run.unchanged}, ${run.vanished})`,
  );
}

/** Remembers what the source says now, and forgets what it says no longer. */
export function replaceSaid(
  tx: Tx,
  source: string,
  runId: string,
  said: ReadonlyMap<string, ItemFields>,
  vanished: readonly string[],
): void {
  const rows = [...said].map(([code, fields]) => ({ code, fields }));
  tx.write(
    sql`insert into catalogue.import_row as known (source, code, fields, run_id)
        select ${source}, code, fields, ${runId}::uuid from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(code text, fields jsonb)
        on conflict (source, code) do update set fields = excluded.fields, run_id = excluded.run_id
          where known.fields <> excluded.fields`,
  );
  tx.write(sql`delete from catalogue.import_row where source = ${source} and code = any(${vanished}::text[])`);
}

export function updateBaseCodes(tx: Tx, rows: readonly { itemId: string; baseCode: string }[]): void {
  tx.write(
    sql`update catalogue.item i set base_code = r.base_code
          from unnest(${rows.map(({ itemId }) => itemId)}::uuid[], ${rows.map(({ baseCode }) => baseCode)}::text[]) as r(id, base_code)
         where i.id = r.id`,
  );
}

const runsOf = prepared<ImportRun>(
  `select id, source, file_name, file_hash, at, by_name, added, changed, unchanged, vanished
     from catalogue.import_run order by at desc limit 100`,
);
export const findRuns = (reader: Reader): Promise<ImportRun[]> => reader.many(runsOf());
