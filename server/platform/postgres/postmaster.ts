/** One cluster on disk and the postgres that serves it: made, started, recognised, asked. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { commandFor, giveTo, keepOwner, type Home } from './account.ts';
import { environment, type Binaries } from './binaries.ts';
import { explain, StartProblem } from './problem.ts';
import { bornAt, end, gone, readPostmaster, signal, workersIn, worksIn } from './processes.ts';
import { settingsFor } from './settings.ts';

const run = promisify(execFile);
const name = 'yichuang';

/** A postgres that answers: our child, or one that an earlier process of ours left behind. */
export interface Running {
  readonly pid: number;
  readonly born: string;
  readonly port: number;
  readonly child: ChildProcess | undefined;
}

/** Where everything of one cluster is. */
export interface Site {
  readonly folder: string;
  readonly home: Home;
  readonly binaries: Binaries;
  readonly ephemeral: boolean;
  readonly log: (level: 'info' | 'warn' | 'error', line: string) => void;
}

const clusterOf = (site: Site): string => join(site.home.place, 'cluster');
/** What postgres itself has to say goes here. */
export const logOf = (site: Site): string => join(site.folder, 'postgres.log');
const problemOf = (site: Site, complaint: unknown): StartProblem => explain(complaint, site.folder, logOf(site));

/** The address of a cluster's database on a port, with its password. */
export function connectionString(site: Site, port: number): string {
  return `postgresql://${name}:${readFileSync(join(site.folder, 'password'), 'utf8').trim()}@127.0.0.1:${port}/${name}`;
}

/** Makes the cluster if there is none: all of it or nothing, whenever we are interrupted. */
export async function makeCluster(site: Site): Promise<void> {
  const { account } = site.home;
  const cluster = clusterOf(site);
  const password = join(site.folder, 'password');
  const made = existsSync(join(cluster, 'PG_VERSION'));
  if (made && existsSync(password)) return;
  const secret = randomBytes(24).toString('hex');
  if (made) return resetPassword(site, secret);
  const part = join(site.home.place, 'cluster.part');
  const secretForInitdb = join(site.home.place, 'password.part');
  rmSync(part, { recursive: true, force: true });
  writeDurably(secretForInitdb, secret);
  giveTo(account, secretForInitdb);
  // The account may not write the place itself, only what is given to it.
  if (account.kind === 'user') {
    mkdirSync(part, { mode: 0o700 });
    giveTo(account, part);
  }
  const command = commandFor(account, site.binaries.initdb, [
    `--pgdata=${part}`,
    `--username=${name}`,
    `--pwfile=${secretForInitdb}`,
    '--auth=scram-sha-256',
    // With the plain C locale pg_trgm takes no Chinese character for a letter and finds nothing.
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    ...(site.ephemeral ? ['--no-sync'] : []),
  ]);
  try {
    await run(command.file, command.args, { ...command.options, cwd: '/', env: environment(site.binaries) });
    writeDurably(password, secret);
    keepOwner(site.folder, password);
    // The link to a place elsewhere stays; what it points to is replaced.
    renameSync(part, existsSync(cluster) ? realpathSync(cluster) : cluster);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    throw problemOf(site, `${(error as Error).message}\n${(error as { stderr?: string }).stderr ?? ''}`);
  } finally {
    rmSync(secretForInitdb, { force: true });
  }
}

function writeDurably(path: string, text: string): void {
  const file = openSync(path, 'w', 0o600);
  writeFileSync(file, text);
  fsyncSync(file);
  closeSync(file);
}

/** Whoever can write the data folder owns the database, so a lost password file is no reason to lose the data. */
async function resetPassword(site: Site, secret: string): Promise<void> {
  const cluster = realpathSync(clusterOf(site));
  const left = readPostmaster(cluster);
  if (left && worksIn(left.pid, cluster)) await end(left.pid, 10_000);
  const command = commandFor(site.home.account, site.binaries.postgres, ['--single', '-D', cluster, 'postgres']);
  const done = run(command.file, command.args, { ...command.options, cwd: '/', env: environment(site.binaries) });
  done.child.stdin!.end(`alter role ${name} password '${secret}'\n`);
  await done.catch((error: unknown) => {
    throw problemOf(site, `${(error as Error).message}\n${(error as { stderr?: string }).stderr ?? ''}`);
  });
  writeDurably(join(site.folder, 'password'), secret);
  keepOwner(site.folder, join(site.folder, 'password'));
  site.log('warn', 'The file with the database password was gone; a new one was made.');
}

/** A postgres of this cluster that is there already and well, or undefined after what was left of one has been removed. */
export async function adopt(site: Site, shared: boolean, wanted?: number): Promise<Running | undefined> {
  const cluster = realpathSync(clusterOf(site));
  const left = readPostmaster(cluster);
  if (!left) return undefined;
  if (!worksIn(left.pid, cluster)) {
    // Another program got the number, or nobody collects dead orphans in this container; postgres would take either for
    // a rival. Should children of the old one still live, it recognises them by the shared memory that they hold.
    if (existsSync(`/proc/${left.pid}`)) rmSync(join(cluster, 'postmaster.pid'), { force: true });
    return undefined;
  }
  const { mark } = settingsFor(site.folder, site.binaries.version, site.ephemeral);
  for (let failures = 0; failures < 3; await sleep(200)) {
    const answer = await ask(site, left.port, `select current_setting('yichuang.settings', true) as mark`).catch(
      (error: { code?: string }) => error.code ?? 'silent',
    );
    if (bornAt(left.pid) === undefined) return undefined;
    if (Array.isArray(answer)) {
      // Under others' feet it is not restarted for a setting's sake.
      const suits = answer[0]?.['mark'] === mark && (wanted ?? left.port) === left.port;
      if (!shared && !suits) break;
      if (!shared) site.log('info', `Took over the PostgreSQL that was still running (process ${left.pid}).`);
      return { pid: left.pid, born: bornAt(left.pid) ?? '', port: left.port, child: undefined };
    }
    // 57P03: it recovers or shuts down. Stopping it would only make the recovery begin again.
    const busy = answer === '57P03' || readPostmaster(cluster)?.ready === false;
    if (!busy) failures++;
  }
  site.log('info', `Stopping the PostgreSQL of an earlier run (process ${left.pid}).`);
  await end(left.pid, 10_000);
  return undefined;
}

/** Starts postgres and waits until it answers, however long its recovery takes. */
export async function start(site: Site, wanted: number | undefined): Promise<Running> {
  const cluster = realpathSync(clusterOf(site));
  const { text, mark } = settingsFor(site.folder, site.binaries.version, site.ephemeral);
  for (let tries = 0; ; tries++) {
    const port = wanted ?? (await freePort(site, tries > 0));
    let complaint: string;
    try {
      // Copied or unpacked folders come with rights that postgres refuses.
      chmodSync(cluster, 0o700);
      writeFileSync(join(cluster, 'postgresql.conf'), text, { mode: 0o600 });
      giveTo(site.home.account, join(cluster, 'postgresql.conf'));
      const outcome = await launch(site, cluster, port, mark);
      if (typeof outcome !== 'string') return outcome;
      complaint = outcome;
    } catch (error) {
      throw problemOf(site, error);
    }
    if (/could not bind|could not create any TCP/.test(complaint)) {
      if (wanted !== undefined && tries >= 3)
        throw new StartProblem(
          `Port ${port}, which the database needs, is taken by another program: end that, or remove ${join(site.folder, 'port')}.`,
        );
      if (tries < 20) continue;
    }
    // The children of a postgres that was killed end by themselves, but not before their statement does.
    if (/pre-existing shared memory|lock file .* already exists/.test(complaint) && tries < 20) {
      if (tries > 2) for (const pid of workersIn(cluster)) signal(pid, tries > 8 ? 'SIGKILL' : 'SIGQUIT');
      await sleep(200);
      continue;
    }
    throw problemOf(site, complaint);
  }
}

async function launch(site: Site, cluster: string, port: number, mark: string): Promise<Running | string> {
  const logFile = logOf(site);
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  keepOwner(site.folder, logFile);
  const before = statSync(logFile).size;
  const args = ['-D', cluster, '-p', String(port), '-c', `yichuang.settings=${mark}`];
  const { file, args: all, options } = commandFor(site.home.account, site.binaries.postgres, args);
  // Detached: Ctrl-C goes to the whole process group, and postgres must outlive our own draining.
  const env = environment(site.binaries);
  const child = spawn(file, all, { ...options, cwd: '/', env, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  let failure: Error | undefined;
  let ended = false;
  child.once('error', (error) => (failure = error)).once('exit', () => (ended = true));
  child.unref();
  for (let waited = 0; failure === undefined && !ended; waited += 10) {
    const state = readPostmaster(cluster);
    if (state?.pid === child.pid && state?.ready) {
      writeFileSync(join(site.folder, 'port'), String(port), { mode: 0o600 });
      keepOwner(site.folder, join(site.folder, 'port'));
      return { pid: child.pid!, born: bornAt(child.pid!) ?? '', port, child };
    }
    if (waited > 0 && waited % 5000 === 0)
      site.log('info', 'PostgreSQL is recovering what was written before it was ended.');
    await sleep(10);
  }
  return failure?.message ?? readFileSync(logFile).subarray(before).toString('utf8');
}

/** The port of last time if it is still free, so that what remembers the address stays right. */
async function freePort(site: Site, fresh: boolean): Promise<number> {
  const remembered = Number(existsSync(join(site.folder, 'port')) && readFileSync(join(site.folder, 'port'), 'utf8'));
  if (!fresh && remembered > 0 && (await isFree(remembered))) return remembered;
  for (;;) {
    // Below the range from which outgoing connections take theirs, or one of these could sit on it at a restart.
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

async function ask(site: Site, port: number, query: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
  const address = connectionString(site, port).replace(/\w+$/, database);
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000, query_timeout: 30_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(query)).rows;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the database on the first start. */
export async function makeDatabase(site: Site, port: number): Promise<void> {
  try {
    const found = await ask(site, port, `select 1 from pg_database where datname = '${name}'`);
    if (found.length === 0) await ask(site, port, `create database ${name}`);
  } catch (error) {
    if ((error as { code?: string }).code === '28P01')
      throw new StartProblem(
        `The password in ${join(site.folder, 'password')} does not open the database: remove that file, and a new one is made.`,
        error,
      );
    throw problemOf(site, error);
  }
}

/** Stops postgres as it should be stopped; at once when nothing of it is to be kept. */
export async function stop(site: Site, running: Running): Promise<void> {
  if (!isAlive(running)) return;
  if (!site.ephemeral) return end(running.pid, 60_000);
  signal(running.pid, 'SIGQUIT');
  if (!(await gone(running.pid, 5000))) await end(running.pid, 0);
}

/** Whether that very process still lives. */
export const isAlive = (running: Running): boolean => bornAt(running.pid) === running.born;
