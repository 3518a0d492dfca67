/** SQL of backups: what there is, and copying it out and in, always on a connection of the database's owner. */
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';
import { sealedUpTo } from '#modules/audit';
import type { CopiedTable, Manifest } from './manifest.ts';

/** The schema of the job queue, which makes its own tables. */
export const queueSchema = 'graphile_worker';

/** Made by migrations alone, so never copied. */
const derived = ['platform.migration', 'platform.append_only_table', `${queueSchema}.migrations`];

/** A connection of the owner, without limits of time. */
export async function connectOwner(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString,
    application_name: 'yichuang-backup',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  await client.connect();
  await client.query('set statement_timeout = 0');
  return client;
}

/** One instant of everything. It writes nothing, so it holds up neither acts nor reactions. */
export const freeze = (client: pg.Client): Promise<unknown> =>
  client.query('begin isolation level repeatable read read only');

export interface Table extends Omit<CopiedTable, 'rows'> {
  /** Bytes on the disk, to show how far it has come. */
  bytes: number;
}

/** All tables with rows of ours, by name. */
export async function listTables(client: pg.Client, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select format('%I.%I', n.nspname, c.relname) as name, pg_table_size(c.oid)::float8 as bytes,
            array(select a.attname::text from pg_attribute a
                   where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any($1) order by 1`,
    [[...schemas, queueSchema]],
  );
  return rows.filter(({ name }) => !derived.includes(name));
}

/**
 * Places in the stream of events are transaction numbers, which mean nothing to another server: there the next act may get a
 * smaller one, and no reaction would ever see it. So every event goes out as its rank in the stream, in a transaction that lies
 * before all others, and every place as the rank of the last event before it.
 */
const rank = (tx: string, id: string): string =>
  `(select count(*) from platform.event e where (e.tx, e.id) <= (${tx}, ${id}))`;
/** Before the first transaction of any server, which is number 3. */
export const restoredTx = '1';
const translated: Record<string, string> = {
  'platform.event': `select '${restoredTx}', row_number() over (order by tx, id), name, subject, facts, at from platform.event order by tx, id`,
  'platform.reaction': `select name, case when tx = '0' then '0' else '${restoredTx}' end, ${rank('r.tx', 'r.id')}, at from platform.reaction r`,
  'platform.stuck_event': `select reaction, '${restoredTx}', ${rank('s.tx', 's.id')}, name, subject, facts, at, attempts, last_error, next_at
     from platform.stuck_event s`,
};

const listed = (columns: readonly string[]): string => columns.map((name) => pg.escapeIdentifier(name)).join(', ');

/** The rows of a table in the text format of COPY, in pieces that end with a row. */
export async function* copyOut(client: pg.Client, { name, columns }: Table, piece: number): AsyncGenerator<Buffer> {
  const query = translated[name] ?? `select ${listed(columns)} from ${name}`;
  const stream = client.query(to(`copy (${query}) to stdout`));
  let parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const end = chunk.lastIndexOf(10) + 1;
    if (size + end < piece || end === 0) {
      parts.push(chunk);
      size += chunk.length;
      continue;
    }
    parts.push(chunk.subarray(0, end));
    yield Buffer.concat(parts);
    parts = [chunk.subarray(end)];
    size = chunk.length - end;
  }
  if (size > 0) yield Buffer.concat(parts);
}

/** Copies pieces into a table; returns how many rows came in. */
export async function copyIn(
  client: pg.Client,
  { name, columns }: Pick<CopiedTable, 'name' | 'columns'>,
  pieces: AsyncIterable<Buffer>,
): Promise<number> {
  const stream = client.query(from(`copy ${name} (${listed(columns)}) from stdin`));
  await pipeline(Readable.from(pieces, { objectMode: false }), stream);
  return stream.rowCount;
}

/** What the manifest says of the database, read in the frozen view. */
export async function describeDatabase(
  client: pg.Client,
  schemas: readonly string[],
): Promise<Pick<Manifest, 'postgres' | 'migrations' | 'queue' | 'sequences' | 'sealed'>> {
  const { rows: versions } = await client.query<{ postgres: number }>(
    `select current_setting('server_version_num')::int as postgres`,
  );
  const { rows: migrations } = await client.query<{ name: string; hash: string }>(
    `select schema_name || '/' || file_name as name, hash from platform.migration order by at, schema_name, file_name`,
  );
  const { rows: sequences } = await client.query<{ name: string; value: number }>(
    `select format('%I.%I', schemaname, sequencename) as name, last_value::float8 as value from pg_sequences
      where schemaname = any($1) and last_value is not null order by 1`,
    [[...schemas, queueSchema]],
  );
  const { rows: sealed } = await client.query<{ n: number }>(
    `select ${rank('p.to_tx', 'p.to_id')}::float8 as n from (${sealedUpTo}) p`,
  );
  return { ...versions[0]!, migrations, queue: await queueMigrations(client), sequences, sealed: sealed[0]?.n ?? 0 };
}

/** The number of the last seal that is seen; 0 when there is none. */
export async function lastSealOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ seq: number }>('select coalesce(max(seq), 0)::int as seq from audit.seal');
  return rows[0]!.seq;
}

export async function queueMigrations(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(`select id from ${queueSchema}.migrations order by id`);
  return rows.map(({ id }) => id);
}

/** Rules that stand in the way of copying in any order: foreign keys go, triggers rest. Returns what puts all of it back. */
export async function liftRules(client: pg.Client, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1)`,
    [tables],
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const table of tables) await client.query(`alter table ${table} disable trigger user`);
  return async () => {
    for (const table of tables) await client.query(`alter table ${table} enable trigger user`);
    // Each key is checked against all rows: a backup that does not fit together does not come in.
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
  };
}

/** What was counted goes on after the last number that was given. */
export async function setSequences(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, value } of manifest.sequences) await client.query('select setval($1, $2)', [name, value]);
  await client.query(
    `select setval(pg_get_serial_sequence('platform.event', 'id'), greatest((select max(id) from platform.event), 1))`,
  );
}

/** Jobs that were under way when the backup was taken are free again: whoever held them is not here. */
export async function freeJobs(client: pg.Client): Promise<void> {
  for (const table of ['_private_jobs', '_private_job_queues'])
    await client.query(
      `update ${queueSchema}.${table} set locked_at = null, locked_by = null where locked_at is not null`,
    );
}
