/** Taking a backup beside a running service: the database as it is at one instant, then the data folder. */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import { ArchiveWriter } from './archive.ts';
import { connectOwner, copyOut, describeDatabase, freeze, lastSealOf, listTables, type Table } from './backup-store.ts';
import { addDataFile, listFolder } from './data-folder.ts';
import { manifestName, newManifest, type CopiedTable } from './manifest.ts';
import { BackupProblem, failing } from './problem.ts';

const compress = promisify(gzip);

/** Rows are compressed in pieces of this many bytes, each of which can be read by itself. */
const piece = 8_000_000;

export interface BackupOptions {
  connectionString: string;
  dataFolder: string;
  /** The schemas that are ours. */
  schemas: readonly string[];
  /** A file that is not there yet, or a folder in which one is made. */
  target: string;
  at: Date;
  /** Bytes that are done, of about so many. */
  onProgress?: (done: number, of: number) => void;
}

export interface Backup {
  file: string;
  bytes: number;
  tables: number;
  rows: number;
  files: number;
}

/** `yichuang-20260610-093000.tar`, by the clock of Shanghai, in a folder; a file as it was named. */
async function fileFor(target: string, at: Date): Promise<string> {
  const found = await stat(target).catch(() => undefined);
  if (found && !found.isDirectory())
    throw new BackupProblem(`${target} is there already: give another name, or move it away.`);
  if (!found) return target;
  const digits = new Date(at.getTime() + 8 * 3_600_000).toISOString().replace(/\D/g, '');
  return path.join(target, `yichuang-${digits.slice(0, 8)}-${digits.slice(8, 14)}.tar`);
}

/** Takes a backup. Acts that were acknowledged before it was called are in it. Throws a BackupProblem; then there is no file. */
export async function takeBackup(options: BackupOptions): Promise<Backup> {
  const file = path.resolve(await fileFor(options.target, options.at));
  const client = await connectOwner(options.connectionString);
  try {
    await freeze(client);
    const tables = await listTables(client, options.schemas);
    const archive = new ArchiveWriter(file, options.at);
    try {
      return await write(options, client, tables, archive, file);
    } catch (error) {
      await archive.abandon();
      throw failing(error, file);
    }
  } finally {
    await client.end();
  }
}

async function write(
  { dataFolder, schemas, at, onProgress = () => {} }: BackupOptions,
  client: pg.Client,
  tables: readonly Table[],
  archive: ArchiveWriter,
  file: string,
): Promise<Backup> {
  const facts = await describeDatabase(client, schemas);
  const lastSeal = await lastSealOf(client);
  const before = await listFolder(dataFolder, [file, archive.part]);
  const of = [...tables.map(({ bytes }) => bytes), ...before.map(({ size }) => size)].reduce((a, b) => a + b, 1);
  let done = 0;
  const copied: CopiedTable[] = [];
  for (const table of tables) {
    const rows = await copyTable(client, table, archive, (bytes) =>
      onProgress(done + Math.min(bytes, table.bytes), of),
    );
    copied.push({ name: table.name, columns: table.columns, rows });
    onProgress((done += table.bytes), of);
  }
  // Only now: a file is durable before the row that speaks of it, so each that the rows know is there. What went since had no row.
  let files = 0;
  for (const { path: relative, size } of await listFolder(dataFolder, [file, archive.part])) {
    if (await addDataFile(archive, dataFolder, relative, lastSeal)) files += 1;
    onProgress((done = Math.min(done + size, of)), of);
  }
  const bucket = process.env.S3_BUCKET || null;
  const manifest = newManifest({ takenAt: at.toISOString(), ...facts, tables: copied, files, bucket });
  await archive.add(manifestName, manifest);
  const bytes = await archive.finish();
  return { file, bytes, tables: copied.length, rows: copied.reduce((sum, { rows }) => sum + rows, 0), files };
}

/** One table, piece by piece: while one is compressed the next one is read. Returns how many rows it has. */
async function copyTable(
  client: pg.Client,
  table: Table,
  archive: ArchiveWriter,
  onBytes: (bytes: number) => void,
): Promise<number> {
  let [rows, bytes, number] = [0, 0, 0];
  let adding: Promise<void> = Promise.resolve();
  for await (const text of copyOut(client, table, piece)) {
    for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) rows += 1;
    bytes += text.length;
    await adding;
    const name = `tables/${table.name.replaceAll('"', '')}/${String((number += 1)).padStart(6, '0')}.gz`;
    adding = compress(text, { level: 3 }).then((packed) => archive.add(name, packed));
    adding.catch(() => {});
    onBytes(bytes);
  }
  await adding;
  return rows;
}
