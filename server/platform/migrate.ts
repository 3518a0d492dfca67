/**
 * Brings the database to the shape of this version: plain SQL files, forward only, each in a transaction of its own, under
 * one lock so that two servers that start together do it once.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { hashOf } from './ids.ts';

/** The role under which the application works: no update or delete on trails. */
export const applicationRole = 'yichuang_app';

/** A folder of migrations and the schema that it owns. */
export interface SchemaSource {
  schema: string;
  folder: string;
}

export class MigrationProblem extends Error {}

/** Held while anything changes the shape of the database or who may use it. */
export const migrationLock = 727_201_001;

/**
 * Applies what is missing and sets the grants. Returns the names of what was applied. With `only`, nothing but the migrations of these
 * names (`cases/0001-cases.sql`): the shape of an earlier release, for rows that were copied from one.
 */
export async function migrate(
  connectionString: string,
  sources: readonly SchemaSource[],
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const client = new pg.Client({
    connectionString,
    application_name: 'yichuang-migrate',
    connectionTimeoutMillis: 10_000,
  });
  // A connection that ends says so to whoever asks on it; nobody asking, that is no reason to end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await checkDatabase(client);
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        schema_name text not null, file_name text not null, hash text not null, at timestamptz not null default now(),
        constraint migration_pkey primary key (schema_name, file_name));`);
    const done = await client.query<{ schema_name: string; file_name: string; hash: string }>(
      'select * from platform.migration',
    );
    const hashes = new Map(done.rows.map((row) => [`${row.schema_name}/${row.file_name}`, row.hash]));
    const applied: string[] = [];
    for (const { schema, folder } of sources) {
      const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.sql')).sort();
      for (const file of files) {
        const key = `${schema}/${file}`;
        if (only && !only.has(key)) continue;
        const text = await readFile(path.join(folder, file), 'utf8');
        const known = hashes.get(key);
        if (known === hashOf(text)) continue;
        if (known !== undefined)
          throw new MigrationProblem(`The migration ${key} was changed after it had been applied: write a new one.`);
        await applyOne(client, schema, file, text);
        applied.push(key);
      }
    }
    if (applied.length > 0)
      await grant(
        client,
        sources.map((source) => source.schema),
      );
    return applied;
  } finally {
    await client.end();
  }
}

/** Whether the user of this connection may `set role` to the application's; before version 16 every member may. */
const mayActAsApplication = `exists (select from pg_roles where rolname = '${applicationRole}' and pg_has_role(oid,
  case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end))`;

async function checkDatabase(client: pg.Client): Promise<void> {
  // Whoever makes a role may administer it, but since version 16 not act under it without having granted it to themselves.
  const { rows } = await client.query<{ version: number; encoding: string; owner: string; takes_role: boolean }>(`
    select current_setting('server_version_num')::int as version, pg_encoding_to_char(encoding) as encoding, current_user as owner,
           case when (select rolsuper from pg_roles where rolname = current_user) then true
                when not exists (select from pg_roles where rolname = '${applicationRole}')
                  then (select rolcreaterole from pg_roles where rolname = current_user)
                else ${mayActAsApplication} or pg_has_role('${applicationRole}', 'member with admin option') end as takes_role
      from pg_database where datname = current_database()`);
  const found = rows[0]!;
  if (found.version < 150_000) throw new MigrationProblem('This PostgreSQL is older than 15: use version 15 or newer.');
  if (found.encoding !== 'UTF8')
    throw new MigrationProblem(`The database is encoded in ${found.encoding}: create it with ENCODING 'UTF8'.`);
  if (!found.takes_role) {
    throw new MigrationProblem(
      `The database user may not act under the role ${applicationRole}: run "create role ${applicationRole}" (unless it is there) and "grant ${applicationRole} to ${pg.escapeIdentifier(found.owner)}" as a superuser once.`,
    );
  }
  await client.query('create extension if not exists pg_trgm');
  const trigrams = await client.query<{ n: number }>(`select cardinality(show_trgm('户口')) as n`);
  if (trigrams.rows[0]!.n === 0) {
    throw new MigrationProblem(
      "The database's locale does not know Chinese letters: create it with LC_CTYPE 'C.UTF-8' or 'zh_CN.UTF-8'.",
    );
  }
}

async function applyOne(client: pg.Client, schema: string, file: string, text: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(`create schema if not exists ${pg.escapeIdentifier(schema)}`);
    await client.query(text);
    await client.query('insert into platform.migration (schema_name, file_name, hash) values ($1, $2, $3)', [
      schema,
      file,
      hashOf(text),
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationProblem(`The migration ${schema}/${file} failed: ${(error as Error).message}`, { cause: error });
  }
}

/** Everything to the application's role, except changing trails. */
async function grant(client: pg.Client, schemas: readonly string[]): Promise<void> {
  await client.query(`
    do $$ begin
      if not exists (select 1 from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole}; end if;
      if not ${mayActAsApplication} then grant ${applicationRole} to current_user; end if;
    end $$`);
  for (const schema of schemas) {
    const name = pg.escapeIdentifier(schema);
    await client.query(`
      create schema if not exists ${name};
      grant usage on schema ${name} to ${applicationRole};
      grant select, insert, update, delete on all tables in schema ${name} to ${applicationRole};
      grant usage, select on all sequences in schema ${name} to ${applicationRole};
      grant execute on all functions in schema ${name} to ${applicationRole};`);
  }
  // What modules promise to readers such as `insight`: views, never written through.
  await client.query(`
    create schema if not exists published;
    grant usage on schema published to ${applicationRole};
    grant select on all tables in schema published to ${applicationRole};`);
  const trails = await client.query<{ table_name: string; may_update: boolean }>(
    'select * from platform.append_only_table',
  );
  for (const { table_name, may_update } of trails.rows) {
    await client.query(
      `revoke delete, truncate${may_update ? '' : ', update'} on ${table_name} from ${applicationRole}`,
    );
  }
  await client.query(
    `revoke insert, update, delete on platform.migration, platform.append_only_table from ${applicationRole}`,
  );
}
