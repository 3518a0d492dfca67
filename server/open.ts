/** Opening the ground: the database (embedded or outside), its shape, and what every verb stands on. */
import { access, constants, mkdir, writeFile, rm } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { copyBeside, loadCalendars } from '#modules/deadlines';
import { systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { Database } from '#platform/db';
import type { Ground, Log } from '#platform/ground';
import { applicationRole } from '#platform/migrate';
import { startCluster, StartProblem, type Cluster } from '#platform/postgres/cluster';
import { refuseUnfinished } from './backup/data-folder.ts';
import { refuseUnfinishedDatabase } from './backup/target-store.ts';
import { prepareDatabase } from './prepare.ts';

export interface Opened {
  ground: Ground;
  /** The owner's connection string: for migrations, backups and checks, never for requests. */
  connectionString: string;
  applied: string[];
  close(): Promise<void>;
}

/** Says what is going on while it takes longer than a blink. */
export type Say = (line: string) => void;

/** Node says ENOENT for every folder that it cannot make on the way: the first one that is there knows why. */
async function reasonAt(folder: string, code: string | undefined): Promise<string | undefined> {
  if (code !== 'ENOENT') return code;
  const why = await access(folder, constants.W_OK).then(
    () => code,
    (error: NodeJS.ErrnoException) => error.code,
  );
  return why === 'ENOENT' && path.dirname(folder) !== folder ? reasonAt(path.dirname(folder), code) : why;
}

/** Makes sure that the data folder can be written, before anything is begun. */
async function checkFolder(folder: string): Promise<void> {
  // Making a folder there goes on for ever.
  if (/^\/(proc|sys|dev)(\/|$)/.test(folder))
    throw new StartProblem(`${folder} is no place for data: set YICHUANG_DATA to a folder on a disk.`);
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(probe, 'x');
  } catch (error) {
    const code = await reasonAt(folder, (error as NodeJS.ErrnoException).code);
    if (code === 'ENOSPC')
      throw new StartProblem(`There is no room left in ${folder}: free some, or set YICHUANG_DATA to another folder.`);
    if (code === 'EROFS')
      throw new StartProblem(
        `The data folder ${folder} is on a read-only file system: mount it writable, or set YICHUANG_DATA to another folder.`,
      );
    throw new StartProblem(
      `The data folder ${folder} cannot be written (${code}): give it to this user, or set YICHUANG_DATA to another folder.`,
    );
  } finally {
    await rm(probe, { force: true }).catch(() => {});
  }
}

/** Makes sure that the outside database lets us in; whatever stands in the way is one sentence. */
export async function checkConnection(url: string): Promise<void> {
  const where = URL.parse(url);
  const address = where ? `${where.hostname}:${where.port || 5432}` : 'DATABASE_URL';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await refuseUnfinishedDatabase(client);
  } catch (error) {
    if (error instanceof StartProblem) throw error;
    const { code, message } = error as { code?: string; message: string };
    if (code === '28P01' || code === '28000')
      throw new StartProblem(`PostgreSQL at ${address} refused the user or password: correct DATABASE_URL.`, error);
    if (code === '3D000')
      throw new StartProblem(
        `PostgreSQL at ${address} has no such database (${message}): create it with ENCODING 'UTF8', or correct DATABASE_URL.`,
        error,
      );
    if (code?.length === 5 && /^[0-9]/.test(code))
      throw new StartProblem(
        `PostgreSQL at ${address} does not let us in (${message}): see to that, then start again.`,
        error,
      );
    throw new StartProblem(
      `No PostgreSQL answers at ${address} (${message || code}): start it, or correct DATABASE_URL.`,
      error,
    );
  } finally {
    await client.end().catch(() => {});
  }
}

/** Opens everything. Throws StartProblem, ConfigProblem or MigrationProblem with a sentence for the operator. */
export async function open(config: Config, log: Log, say: Say = () => {}): Promise<Opened> {
  await checkFolder(config.dataFolder);
  await refuseUnfinished(config.dataFolder);
  if (config.databaseUrl) await checkConnection(config.databaseUrl);
  let cluster: Cluster | undefined;
  let connectionString = config.databaseUrl;
  if (!connectionString) {
    cluster = await startCluster({
      dataDir: path.join(config.dataFolder, 'postgres'),
      onStart: () => say('Starting PostgreSQL …'),
      log: (level, line) => log[level]({}, line),
    });
    connectionString = cluster.connectionString;
  }
  let db: Database | undefined;
  try {
    const applied = await prepareDatabase(connectionString);
    if (applied.length > 0) say(`Brought the database up to date (${applied.length} steps).`);
    db = new Database({
      connectionString,
      role: applicationRole,
      poolSize: config.poolSize,
      onIdleError: (error) => log.warn({ err: error }, 'a database connection ended'),
    });
    const ground: Ground = {
      district: config.district,
      db,
      clock: systemClock,
      log,
      dataFolder: config.dataFolder,
      publicUrl: config.publicUrl,
      demo: config.demo,
    };
    await loadCalendars(ground);
    await copyBeside(ground);
    return {
      ground,
      connectionString,
      applied,
      close: async () => {
        await db!.close();
        await cluster?.stop();
      },
    };
  } catch (error) {
    await db?.close().catch(() => {});
    await cluster?.stop();
    throw error;
  }
}
