/** The stage: a durable PostgreSQL of its own, the product's server and the yardstick as processes beside it, people who act. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { saveItems } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { saveOffices } from '#modules/offices';
import { createAccount, createPerson, givePost, idCheckDigit, openSession, sessionCookie } from '#modules/people';
import { systemClock } from '#platform/clock';
import { demoDistrict } from '#platform/config';
import { Database } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { applicationRole } from '#platform/migrate';
import { startCluster } from '#platform/postgres/cluster';
import { prepareDatabase } from '#server/prepare';
import type { Cookies } from './arms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
  startOurs(port: number, env?: Record<string, string>): Promise<Served>;
  startYardstick(port: number): Promise<Served>;
  close(): Promise<void>;
}

export interface Served {
  process: ChildProcess;
  port: number;
  /** Seconds of CPU that the process has used so far, and its resident memory in bytes. */
  usage(): Promise<{ cpu: number; memory: number }>;
  stop(): Promise<void>;
}

const item: ItemBody = {
  name: '食品经营许可', plainName: '开饭店', synonyms: [], kind: 'licence', level: 'district', topics: [], immediate: false,
  statutoryLimit: { value: 20, unit: 'workingDay' }, promisedLimit: { value: 5, unit: 'workingDay' }, visits: 0,
  applicants: ['person', 'organisation'], conditions: [], situations: [],
  materials: [{ id: 'identity', name: '身份证明', form: 'electronic', copies: 0, source: 'shared', requirement: 'must' }],
  form: {
    type: 'object',
    properties: {
      shopName: { type: 'string', title: '店名', maxLength: 60 },
      area: { type: 'integer', title: '面积', minimum: 1, maximum: 100_000 },
      address: { type: 'string', title: '地址', maxLength: 200 },
      phone: { type: 'string', title: '电话', 'x-widget': 'phone' },
    },
    required: ['shopName', 'area', 'address', 'phone'],
  },
  fees: [], basis: [{ law: '中华人民共和国食品安全法', article: '第三十五条' }], procedure: [], verified: true,
  result: { name: '食品经营许可证', kind: 'certificate', deliveries: ['electronic'] },
}; // prettier-ignore

const residents = 400;
const staffEach = 200;

async function populate(ground: Ground): Promise<{ itemId: string; departmentId: string; cookies: Cookies }> {
  const at = ground.clock.now();
  const departmentId = newId();
  const accounts = { residents: [] as string[], clerk: [] as string[], head: [] as string[] };
  const itemId = await ground.db.transaction(async (tx) => {
    saveOffices(tx, at, {
      departments: [{ id: departmentId, key: 'market', name: '云溪区市场监督管理局', shortName: '云溪市监' }],
    });
    for (let i = 0; i < residents; i++) {
      const first17 = `33019919900307${String(i).padStart(3, '0')}`;
      const person = createPerson(tx, at, {
        idKind: 'residentCard',
        idNumber: first17 + idCheckDigit(first17),
        name: `居民${i}`,
        phone: '19900001234',
      });
      accounts.residents.push(
        createAccount(tx, at, { loginName: `resident${i}`, name: person.name, personId: person.id }),
      );
    }
    for (let i = 0; i < staffEach; i++) {
      for (const role of ['clerk', 'head'] as const) {
        const account = createAccount(tx, at, { loginName: `${role}${i}`, name: `${role}${i}`, staff: true });
        givePost(tx, at, account, { role, departmentId });
        accounts[role].push(account);
      }
    }
    const [saved] = await saveItems(
      tx,
      [{ code: '11330199MB0000001X-330131020000', departmentId, body: item, inForceFrom: '2024-01-01' }],
      { at, name: 'bench', source: 'bench' },
    );
    return saved!.itemId;
  });
  const cookiesOf = (ids: string[]) =>
    Promise.all(ids.map(async (id) => `${sessionCookie}=${await openSession(ground, id)}`));
  const cookies = {
    residents: await cookiesOf(accounts.residents),
    clerk: await cookiesOf(accounts.clerk),
    head: await cookiesOf(accounts.head),
  };
  return { itemId, departmentId, cookies };
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
  const people = await populate(ground);
  return {
    ground,
    connectionString,
    ...people,
    databaseCpu: () => cpuBelow(cluster.pid),
    owner: (text, values) => owner.query(text, values),
    startOurs: (port, env = {}) =>
      serve('server/main.ts', port, /ready at/, {
        DATABASE_URL: connectionString,
        YICHUANG_DATA: path.join(folder, 'data'),
        POOL_SIZE: '12',
        ...env,
      }),
    startYardstick: (port) =>
      serve('bench/cases/yardstick.ts', port, /ready/, { DATABASE_URL: connectionString, POOL_SIZE: '12' }),
    close: async () => {
      await db.close();
      await owner.end();
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
