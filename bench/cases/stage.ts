/** The stage: a durable PostgreSQL of its own, the product's server and the yardstick as processes beside it, people who act. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { systemClock } from '#platform/clock';
import { demoDistrict } from '#platform/config';
import { Database } from '#platform/db';
import type { Ground } from '#platform/ground';
import { applicationRole } from '#platform/migrate';
import { startCluster } from '#platform/postgres/cluster';
import { prepareDatabase } from '#server/prepare';
import type { Cookies } from './arms.ts';
import { populate } from './people.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Each server that is started takes the next one. */
let nextPort = 18_080;

export interface Stage {
  ground: Ground;
  connectionString: string;
  itemId: string;
  departmentId: string;
  cookies: Cookies;
  /** Seconds of CPU that all processes of the database have used so far. */
  databaseCpu(): Promise<number>;
  /** Runs a statement as the owner of the database. */
  owner(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  /** On the next port, as is the yardstick. */
  startOurs(env?: Record<string, string>): Promise<Served>;
  startYardstick(): Promise<Served>;
  /** Ends the servers and the database and removes what they stored. */
  close(): Promise<void>;
}

export interface Served {
  process: ChildProcess;
  port: number;
  /** Seconds of CPU that the process has used so far, and its resident memory in bytes. */
  usage(): Promise<{ cpu: number; memory: number }>;
  stop(): Promise<void>;
}

/** CPU seconds of a process, its children, and the children that have ended. */
async function cpuBelow(parent: number): Promise<number> {
  let ticks = 0;
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const fields = stat.split(') ')[1]?.split(' ');
    if (!fields || (Number(fields[1]) !== parent && Number(name) !== parent)) continue;
    ticks +=
      Number(fields[11]) + Number(fields[12]) + (Number(name) === parent ? Number(fields[13]) + Number(fields[14]) : 0);
  }
  return ticks / 100;
}

/** Starts a process and waits until it says that it is ready. */
function serve(script: string, port: number, readyWhen: RegExp, env: Record<string, string>): Promise<Served> {
  const child = spawn(process.execPath, [path.join(root, script)], {
    cwd: root,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const served: Served = {
    process: child,
    port,
    usage: async () => {
      const stat = (await readFile(`/proc/${child.pid}/stat`, 'utf8')).split(') ')[1]!.split(' ');
      return { cpu: (Number(stat[11]) + Number(stat[12])) / 100, memory: Number(stat[21]) * 4096 };
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code} before it was ready`)));
    child.stdout!.on('data', (text: Buffer) => readyWhen.test(text.toString()) && resolve(served));
  });
}

export async function setStage(statements = false): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yichuang-bench-'));
  // Not the throw-away kind: commits are durable, as in production.
  const dataDir = path.join(folder, 'postgres');
  let cluster = await startCluster({ dataDir });
  if (statements) {
    // To see where the database's time goes; it costs a little itself.
    const client = new pg.Client({ connectionString: cluster.connectionString });
    await client.connect();
    await client.query('alter system set shared_preload_libraries = pg_stat_statements');
    await client.end();
    await cluster.stop();
    cluster = await startCluster({ dataDir });
  }
  const { connectionString } = cluster;
  await prepareDatabase(connectionString);
  const owner = new pg.Pool({ connectionString, max: 2 });
  owner.on('error', () => {}); // the database ends before the pool does when something failed
  if (statements) await owner.query('create extension pg_stat_statements');
  await owner.query(await readFile(new URL('yardstick.sql', import.meta.url), 'utf8'));
  const db = new Database({ connectionString, role: applicationRole, poolSize: 4 });
  const log = {
    info: () => {},
    warn: () => {},
    error: (facts: object, message: string) => console.error(message, facts),
  };
  const ground: Ground = {
    district: demoDistrict,
    db,
    clock: systemClock,
    log,
    dataFolder: folder,
    publicUrl: 'http://127.0.0.1',
    demo: false,
  };
  const serving: Served[] = [];
  const keep = async (starting: Promise<Served>): Promise<Served> => {
    const served = await starting;
    serving.push(served);
    return served;
  };
  const people = await populate(ground, { residents: 400, staff: 200 });
  return {
    ground,
    connectionString,
    ...people,
    databaseCpu: () => cpuBelow(cluster.pid),
    owner: (text, values) => owner.query(text, values),
    startOurs: async (env = {}) =>
      keep(
        serve('server/main.ts', nextPort++, /ready at/, {
          DATABASE_URL: connectionString,
          YICHUANG_DATA: path.join(folder, 'data'),
          POOL_SIZE: '12',
          ...env,
        }),
      ),
    startYardstick: async () =>
      keep(serve('bench/cases/yardstick.ts', nextPort++, /ready/, { DATABASE_URL: connectionString, POOL_SIZE: '12' })),
    close: async () => {
      await Promise.all(serving.map((served) => served.stop()));
      await db.close();
      await owner.end();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
