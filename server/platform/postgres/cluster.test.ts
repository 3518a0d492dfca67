import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startCluster, StartProblem, type Cluster } from './cluster.ts';
import { explain } from './problem.ts';
import { bornAt } from './processes.ts';

const clusterFile = new URL('./cluster.ts', import.meta.url).href;
let root: string;
let made: Cluster[] = [];
const children: ChildProcess[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yichuang-cluster-test-'));
});
afterEach(async () => {
  await Promise.all(made.map((cluster) => cluster.stop()));
  made = [];
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

async function begin(dataDir: string, lines: string[] = []): Promise<Cluster> {
  const cluster = await startCluster({ dataDir, log: (level, line) => lines.push(`${level}: ${line}`) });
  made.push(cluster);
  return cluster;
}

async function query(cluster: { connectionString: string }, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: cluster.connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    const results = [await client.query({ text, rowMode: 'array' })].flat();
    return results.at(-1)!.rows.flat();
  } finally {
    await client.end();
  }
}

/** A process of its own that starts the cluster, says what it got, and stops it when its input says so. */
async function elsewhere(options: object) {
  const script = `import { startCluster } from ${JSON.stringify(clusterFile)};
    const cluster = await startCluster(JSON.parse(process.argv[1]));
    console.log(JSON.stringify({ connectionString: cluster.connectionString, pid: cluster.pid, adopted: cluster.adopted }));
    process.stdin.once('data', () => cluster.stop().then(() => process.exit()));`;
  const args = ['--input-type=module', '-e', script, JSON.stringify(options)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const told = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (data: Buffer) => resolve(data.toString()));
    child.once('exit', () => reject(new Error('the process ended before it had a database')));
  });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return { child, exit, ...(JSON.parse(told) as { connectionString: string; pid: number; adopted: boolean }) };
}

async function until(what: () => unknown, ms = 10_000): Promise<void> {
  for (const deadline = Date.now() + ms; !(await what()); await sleep(20))
    if (Date.now() > deadline) throw new Error('waited in vain');
}

test('a cluster starts in a path with a space and Chinese characters, keeps its data, its address and its secrets', async () => {
  const dataDir = join(root, '数据 folder', '一窗');
  const first = await begin(dataDir);
  expect(first.adopted).toBe(false);
  await query(first, `create extension pg_trgm; create table item (name text); insert into item values ('出生登记')`);
  // The proof that the locale is one in which Chinese characters are letters.
  expect(await query(first, `select array_length(show_trgm(name), 1) from item`)).toEqual([5]);
  const settings = await query(first, `select current_setting('fsync') || current_setting('synchronous_commit')`);
  expect(settings).toEqual(['onon']);
  await first.stop();
  expect(bornAt(first.pid)).toBeUndefined();

  const second = await begin(dataDir);
  expect(second.connectionString).toBe(first.connectionString);
  expect(await query(second, 'select name from item')).toEqual(['出生登记']);
  expect(statSync(join(dataDir, 'password')).mode & 0o077).toBe(0);
  const wrong = second.connectionString.replace(/:\w+@/, ':wrong@');
  await expect(query({ connectionString: wrong }, 'select 1')).rejects.toThrow('password authentication failed');

  await second.stop();
  rmSync(join(dataDir, 'password'));
  const third = await begin(dataDir);
  expect(await query(third, 'select name from item')).toEqual(['出生登记']);
});

test('what a killed process left running is adopted, with the data it acknowledged', async () => {
  const dataDir = join(root, 'adopt');
  const killed = await elsewhere({ dataDir });
  await query(killed, 'create table act (number int); insert into act values (1)');
  killed.child.kill('SIGKILL');
  await killed.exit;
  expect(bornAt(killed.pid)).toBeDefined();
  const lines: string[] = [];
  const next = await begin(dataDir, lines);
  expect(next).toMatchObject({ adopted: true, pid: killed.pid, connectionString: killed.connectionString });
  expect(lines.join()).toContain('Took over');
  expect(await query(next, 'select number from act')).toEqual([1]);
  // It is no child of this process, and is still started again.
  process.kill(next.pid, 'SIGKILL');
  await until(() => next.pid !== killed.pid);
  expect(await query(next, 'select number from act')).toEqual([1]);
});

test('a killed postgres is started again at the same address, and a waiting statement does not keep it down', async () => {
  const lines: string[] = [];
  const cluster = await begin(join(root, 'revive'), lines);
  await query(cluster, 'create table act (number int); insert into act values (1)');
  const exits: unknown[] = [];
  cluster.onExit((exit) => exits.push(exit));
  const busy = query(cluster, 'select pg_sleep(60)').catch((error: Error) => error.message);
  await sleep(100);
  const { pid } = cluster;
  process.kill(pid, 'SIGKILL');
  await until(() => cluster.pid !== pid);
  expect(exits).toEqual([{ pid, code: null, signal: 'SIGKILL' }]);
  expect(await busy).toMatch(/terminat|reset/);
  expect(await query(cluster, 'select number from act')).toEqual([1]);
  expect(lines.join('\n')).toMatch(/Starting it again[^]*runs again/);
});

test('a process file left behind, even with the number of a living stranger, does not keep us from starting', async () => {
  const dataDir = join(root, 'stale');
  await (await begin(dataDir)).stop();
  for (const pid of [process.pid, 4_000_000]) {
    writeFileSync(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${pid}\n${dataDir}/cluster\n1700000000\n5432\n\n127.0.0.1\n\nready\n`,
    );
    const cluster = await begin(dataDir);
    expect(await query(cluster, 'select 1')).toEqual([1]);
    await cluster.stop();
  }
});

test('several processes share one postgres, and the last one stops it', async () => {
  const dataDir = join(root, 'shared');
  const [mine, other] = await Promise.all([begin(dataDir), elsewhere({ dataDir })]);
  expect(other.pid).toBe(mine.pid);
  expect([mine.adopted, other.adopted].sort()).toEqual([false, true]);
  await mine.stop();
  expect(await query(other, 'select 1')).toEqual([1]);
  other.child.stdin!.write('stop\n');
  await other.exit;
  expect(bornAt(other.pid)).toBeUndefined();
});

test('an ephemeral cluster leaves nothing behind, even when its process is killed', async () => {
  const killed = await elsewhere({ ephemeral: true });
  const [folder] = (await query(killed, 'show data_directory')) as [string];
  killed.child.kill('SIGKILL');
  await until(() => bornAt(killed.pid) === undefined && !existsSync(join(folder, '..')));
  const cluster = await startCluster({ ephemeral: true });
  const [kept] = (await query(cluster, 'show data_directory')) as [string];
  await cluster.stop();
  expect(existsSync(join(kept, '..'))).toBe(false);
});

test('whatever stands in the way is said in one sentence with a remedy', async () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  const problem = await startCluster({ dataDir: join(file, 'data') }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(StartProblem);
  expect((problem as Error).message).toMatch(/no folder: move that away, or set YICHUANG_DATA to another folder\.$/);

  const taken = await begin(join(root, 'taken'));
  const port = Number(new URL(taken.connectionString).port);
  await expect(startCluster({ dataDir: join(root, 'wants'), port })).rejects.toThrow(
    `Port ${port}, which the database needs`,
  );

  const old = join(root, 'old');
  await (await begin(old)).stop();
  writeFileSync(join(old, 'cluster', 'PG_VERSION'), '15\n');
  await expect(startCluster({ dataDir: old })).rejects.toThrow('made by another version of PostgreSQL');

  for (const [complaint, remedy] of [
    ['initdb: error: could not write file: No space left on device', 'free at least 500 MB'],
    ['EROFS: read-only file system, mkdir', 'mount it writable'],
    ['FATAL:  could not map anonymous shared memory: Cannot allocate memory', 'not enough free memory'],
  ] as const)
    expect(explain(complaint, '/data', '/data/postgres.log').message).toContain(remedy);
});

test('a read-only and a full disk are named', async ({ skip }) => {
  const [full, bare] = [join(root, 'full'), join(root, 'bare')];
  for (const folder of [full, bare]) mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', full]).status === 0;
  if (!mounted) return skip('mounting needs root');
  try {
    await expect(startCluster({ dataDir: join(full, 'data') })).rejects.toThrow('is full: free at least 500 MB');
    expect(existsSync(join(full, 'data', 'cluster.part'))).toBe(false);
    spawnSync('mount', ['-o', 'remount,ro', full]);
    await expect(startCluster({ dataDir: join(full, 'data') })).rejects.toThrow(
      'read-only file system: mount it writable',
    );
  } finally {
    spawnSync('umount', [full]);
  }
});

test('the log holds neither statements nor what citizens wrote', async () => {
  const dataDir = join(root, 'silent');
  const cluster = await begin(dataDir);
  await query(
    cluster,
    `create table person (number text primary key); insert into person values ('310101199001011234')`,
  );
  await expect(query(cluster, `insert into person values ('310101199001011234')`)).rejects.toThrow('duplicate key');
  await until(() => readFileSync(join(dataDir, 'postgres.log'), 'utf8').includes('person_pkey'));
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).not.toContain('310101199001011234');
});
