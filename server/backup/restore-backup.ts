/**
 * Restoring a backup into an empty place. The archive is read and checked as a whole before anything is made; then a mark stands in
 * the data folder and in the database until the last row is there, and nothing of ours takes a marked place for a whole one.
 */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { moveSeals } from '#modules/audit';
import { systemClock } from '#platform/clock';
import { Database } from '#platform/db';
import { migrateJobs } from '#platform/jobs';
import { applicationRole, migrate, type SchemaSource } from '#platform/migrate';
import { startCluster } from '#platform/postgres/cluster';
import { checkArchive, members } from './archive.ts';
import { connectOwner, copyIn, freeJobs, liftRules, listTables, queueMigrations, restoredTx, setSequences } from './backup-store.ts'; // prettier-ignore
import { dataPath, emptyFolder, markFinished, markUnfinished, putDataFile, refuseFull } from './data-folder.ts';
import { manifestName, readManifest, type CopiedTable, type Manifest } from './manifest.ts';
import { BackupProblem } from './problem.ts';
import { clearDatabase, markDatabase, refuseFullDatabase, unmarkDatabase } from './target-store.ts';

export interface RestoreOptions {
  file: string;
  dataFolder: string;
  /** An outside database; the embedded one without it. */
  databaseUrl: string | undefined;
  sources: readonly SchemaSource[];
  /** Bytes of the archive that are done; it is read twice. */
  onProgress?: (done: number, of: number) => void;
}

export interface Restored {
  takenAt: string;
  tables: number;
  rows: number;
  files: number;
  bucket: string | null;
}

/** Restores. Throws a BackupProblem, and then the place is as empty as it was. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { dataFolder, databaseUrl, sources } = options;
  const file = path.resolve(options.file);
  const of = 2 * ((await stat(file).catch(() => undefined))?.size ?? 0);
  let read = 0;
  const onBytes = (bytes: number): void => options.onProgress?.((read += bytes), of);
  const manifest = readManifest(await checkArchive(file, manifestName, onBytes), file);
  await refuseOtherShape(manifest, sources);
  await refuseFull(dataFolder);
  const schemas = sources.map(({ schema }) => schema);
  if (databaseUrl) await refuseFullDatabase(databaseUrl, schemas);
  await markUnfinished(dataFolder);
  let url = databaseUrl;
  let cluster: { stop(): Promise<void> } | undefined;
  try {
    if (!url) {
      const started = await startCluster({ dataDir: path.join(dataFolder, 'postgres') });
      cluster = started;
      url = started.connectionString;
    } else await markDatabase(url);
    const rows = await fill(url, { file, dataFolder, sources, manifest, onBytes });
    if (databaseUrl) await unmarkDatabase(url);
    await cluster?.stop();
    cluster = undefined;
    await markFinished(dataFolder);
    const { takenAt, tables, files, bucket } = manifest;
    return { takenAt, tables: tables.length, rows, files, bucket };
  } catch (error) {
    await cluster?.stop();
    if (databaseUrl) await clearDatabase(databaseUrl, schemas);
    await emptyFolder(dataFolder);
    throw error;
  }
}

/** Every migration that made the database must be known here, word for word: rows are copied into the shape that they had. */
async function refuseOtherShape(manifest: Manifest, sources: readonly SchemaSource[]): Promise<void> {
  for (const { name, hash } of manifest.migrations) {
    const [schema, file] = name.split('/') as [string, string];
    const folder = sources.find((source) => source.schema === schema)?.folder;
    const text = folder && (await readFile(path.join(folder, path.basename(file)), 'utf8').catch(() => undefined));
    if (text === undefined)
      throw new BackupProblem(
        `The backup is of a later release (it has ${name}): install that release, and restore with it.`,
      );
    if (createHash('sha256').update(text).digest('hex') !== hash)
      throw new BackupProblem(`The backup was taken with another ${name}: restore it with the release that took it.`);
  }
}

interface Filling {
  file: string;
  dataFolder: string;
  sources: readonly SchemaSource[];
  manifest: Manifest;
  onBytes: (bytes: number) => void;
}

/** Makes the shape that the backup had, puts everything in, and only then brings it up to this release. Returns the number of rows. */
async function fill(url: string, filling: Filling): Promise<number> {
  const { manifest, sources, dataFolder } = filling;
  await migrate(url, sources, new Set(manifest.migrations.map(({ name }) => name)));
  await migrateJobs(url, applicationRole);
  const client = await connectOwner(url);
  let rows: number;
  try {
    await refuseOtherQueue(client, manifest);
    await client.query('begin');
    rows = await copyAll(client, filling);
    await setSequences(client, manifest);
    await freeJobs(client);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
  await migrate(url, sources);
  const db = new Database({ connectionString: url, role: applicationRole, poolSize: 2 });
  try {
    if (manifest.sealed > 0) await moveSeals({ db, dataFolder, clock: systemClock }, restoredTx, manifest.sealed);
  } finally {
    await db.close();
  }
  return rows;
}

async function refuseOtherQueue(client: pg.Client, manifest: Manifest): Promise<void> {
  const here = await queueMigrations(client);
  if (here.join() !== manifest.queue.join())
    throw new BackupProblem(
      'The backup was taken with another version of the job queue: restore it with the release that took it, then install this one.',
    );
}

/** All members in their order: rows into their tables, files into the data folder. */
async function copyAll(client: pg.Client, { file, dataFolder, manifest, sources, onBytes }: Filling): Promise<number> {
  const tables = new Map(manifest.tables.map((table) => [table.name.replaceAll('"', ''), table]));
  const here = await listTables(
    client,
    sources.map(({ schema }) => schema),
  );
  const names = here.map(({ name }) => name);
  const missing = manifest.tables.find(({ name }) => !names.includes(name));
  if (missing) throw new BackupProblem(`The backup has a table ${missing.name}, for which there is no place here.`);
  const putBack = await liftRules(client, names);
  await client.query(`truncate ${names.join(', ')}`);
  const counts = new Map<CopiedTable, number>();
  for await (const { name, content } of members(file, onBytes)) {
    const [, tableName] = /^tables\/([^/]+)\/\d+\.gz$/.exec(name) ?? [];
    const relative = dataPath(name);
    if (tableName) {
      const table = tables.get(tableName);
      if (!table) throw new BackupProblem(`The backup holds rows of ${tableName}, which it does not list.`);
      const came = await copyIn(client, table, content.pipe(createGunzip()) as AsyncIterable<Buffer>);
      counts.set(table, (counts.get(table) ?? 0) + came);
    } else if (relative) await putDataFile(dataFolder, relative, content);
    else await drain(content);
  }
  for (const table of manifest.tables)
    if ((counts.get(table) ?? 0) !== table.rows)
      throw new BackupProblem(`Of ${table.rows} rows of ${table.name} ${counts.get(table) ?? 0} came in.`);
  await putBack();
  return manifest.tables.reduce((sum, { rows }) => sum + rows, 0);
}

async function drain(content: Readable): Promise<void> {
  for await (const _ of content) {
    // Read by somebody else.
  }
}
