/**
 * The embedded PostgreSQL: one call makes it, starts it or takes over the one that still runs, and keeps it running.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, truncateSync } from 'node:fs';
import { readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseHome, inheritOwner, keepOwner } from './account.ts';
import { findBinaries, runnableBy } from './binaries.ts';
import { adopt, connectionString, isAlive, logOf, makeCluster, makeDatabase, start, stop } from './postmaster.ts';
import type { Running, Site } from './postmaster.ts';
import { explain } from './problem.ts';
import { Users, withLock } from './processes.ts';

export { noRoom, StartProblem } from './problem.ts';

/** Tells the operator what happens to the database. */
export type ClusterLog = (level: 'info' | 'warn' | 'error', line: string) => void;

export type ClusterOptions = {
  /** A port of the caller's choice; otherwise a free one, kept from start to start. */
  port?: number;
  log?: ClusterLog;
  /** Called when it does not run yet and is started now. */
  onStart?: () => void;
} & (
  | {
      /** The folder of the database, made if it is not there. */
      dataDir: string;
      ephemeral?: false;
    }
  /** For tests: forgets everything at stop, also when this process is killed, and trades durability for speed. */
  | { ephemeral: true }
);

/** What is told when postgres ended without having been asked to. It is being started again at that moment. */
export interface ClusterExit {
  readonly pid: number;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Cluster {
  /** Stays the same for as long as this object lives, also when postgres had to be started again. */
  readonly connectionString: string;
  /** The process id of the postmaster at this moment. */
  readonly pid: number;
  /** Whether this call found the server running, left by an earlier process or in use by another one. */
  readonly adopted: boolean;
  /** Stops postgres in an orderly way and waits for it; leaves it running while other processes of ours use it. */
  stop(): Promise<void>;
  /** Calls back each time postgres ends unasked; returns what ends that. */
  onExit(callback: (exit: ClusterExit) => void): () => void;
}

/** Starts or adopts the cluster. Whatever stands in the way is thrown as a StartProblem. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const log: ClusterLog = options.log ?? (() => {});
  const ephemeral = options.ephemeral === true;
  const wanted = ephemeral
    ? mkdtempSync(join(tmpdir(), 'yichuang-postgres-'))
    : resolve((options as { dataDir: string }).dataDir);
  const release = ephemeral ? removeWhenWeDie(wanted) : () => {};
  try {
    const folder = prepareFolder(wanted);
    const users = new Users(folder);
    return await withLock(folder, async () => {
      const site = await survey(folder, ephemeral, log);
      const shared = users.others() > 0;
      const found = await adopt(site, shared, options.port);
      if (!found) options.onStart?.();
      const running = found ?? (await start(site, options.port));
      try {
        await makeDatabase(site, running.port);
        users.join();
      } catch (error) {
        if (!shared) await stop(site, running);
        throw explain(error, folder, logOf(site));
      }
      return new KeptCluster(site, users, running, found !== undefined, release);
    });
  } catch (error) {
    release();
    if (ephemeral) rmSync(wanted, { recursive: true, force: true });
    throw explain(error, wanted, join(wanted, 'postgres.log'));
  }
}

async function survey(folder: string, ephemeral: boolean, log: ClusterLog): Promise<Site> {
  const home = await chooseHome(folder, (line) => log('info', line));
  const binaries = await runnableBy(home.account, findBinaries(folder), home.place);
  const site: Site = { folder, home, binaries, ephemeral, log };
  await makeCluster(site);
  return site;
}

function prepareFolder(wanted: string): string {
  try {
    const made = mkdirSync(wanted, { recursive: true, mode: 0o700 });
    if (made) inheritOwner(made, wanted);
    const folder = realpathSync(wanted);
    // Names the trouble before anything is half made. Listing shows a folder that may be written but not read.
    readdirSync(folder);
    mkdirSync(join(folder, 'users'), { recursive: true, mode: 0o700 });
    keepOwner(folder, join(folder, 'users'));
    const probe = join(folder, 'users', `probe-${process.pid}`);
    writeFileSync(probe, 'can this folder be written?');
    rmSync(probe, { force: true });
    return folder;
  } catch (error) {
    throw explain(error, wanted, join(wanted, 'postgres.log'));
  }
}

/** Nothing of ours runs after SIGKILL, so a shell waits for the end of a pipe that only we hold. */
function removeWhenWeDie(folder: string): () => void {
  const script = `read -r word; [ "$word" = done ] && exit
    pid=$(head -n 1 "$0/cluster/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid" 2>/dev/null
    for i in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$pid" 2>/dev/null || break; sleep 0.2; done
    rm -rf -- "$0"`;
  const shell = spawn('/bin/sh', ['-c', script, folder], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  shell.on('error', () => {});
  shell.stdin.on('error', () => {});
  (shell.stdin as unknown as { unref(): void }).unref();
  return () => shell.stdin.end('done\n');
}

class KeptCluster implements Cluster {
  readonly connectionString: string;
  readonly adopted: boolean;
  readonly #site: Site;
  readonly #users: Users;
  readonly #release: () => void;
  readonly #callbacks = new Set<(exit: ClusterExit) => void>();
  readonly #watch: NodeJS.Timeout;
  #running: Running;
  #since = Date.now();
  #attempts = 0;
  #reviving: Promise<void> | undefined;
  #stopped: Promise<void> | undefined;
  #ticks = 0;

  constructor(site: Site, users: Users, running: Running, adopted: boolean, release: () => void) {
    this.#site = site;
    this.#users = users;
    this.#running = running;
    this.#release = release;
    this.adopted = adopted;
    this.connectionString = connectionString(site, running.port);
    // An adopted server is not our child and tells us nothing when it ends.
    this.#watch = setInterval(() => this.#look(), 250).unref();
    this.#attend(running);
  }

  get pid(): number {
    return this.#running.pid;
  }

  onExit(callback: (exit: ClusterExit) => void): () => void {
    this.#callbacks.add(callback);
    return () => this.#callbacks.delete(callback);
  }

  stop(): Promise<void> {
    return (this.#stopped ??= this.#stop());
  }

  async #stop(): Promise<void> {
    clearInterval(this.#watch);
    await this.#reviving;
    await withLock(this.#site.folder, async () => {
      this.#users.leave();
      if (this.#users.others() > 0) this.#site.log('info', 'PostgreSQL goes on: another process of Yichuang uses it.');
      else await stop(this.#site, this.#running);
    });
    this.#release();
    if (this.#site.ephemeral) rmSync(this.#site.folder, { recursive: true, force: true });
  }

  #attend(running: Running): void {
    running.child?.once('exit', (code, signal) => this.#ended(running, code, signal));
    if (running.child && (running.child.exitCode !== null || running.child.signalCode !== null)) this.#look();
  }

  #look(): void {
    if (!isAlive(this.#running)) this.#ended(this.#running, null, null);
    if (++this.#ticks % 240 === 0) trim(logOf(this.#site));
  }

  #ended(running: Running, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#stopped || this.#reviving || running !== this.#running) return;
    this.#site.log(
      'warn',
      `PostgreSQL (process ${running.pid}) ended: ${signal ?? code ?? 'killed'}. Starting it again.`,
    );
    if (Date.now() - this.#since > 60_000) this.#attempts = 0;
    this.#reviving = this.#revive().finally(() => (this.#reviving = undefined));
    for (const callback of this.#callbacks) callback({ pid: running.pid, code, signal });
  }

  async #revive(): Promise<void> {
    const { folder, log } = this.#site;
    for (; !this.#stopped; this.#attempts++) {
      if (this.#attempts > 0) await this.#pause(Math.min(10_000, 100 * 2 ** this.#attempts));
      if (this.#stopped) return;
      try {
        // Another process that uses the cluster may have been quicker; then it is only adopted.
        this.#running = await withLock(
          folder,
          async () => (await adopt(this.#site, true)) ?? (await start(this.#site, this.#running.port)),
        );
        this.#since = Date.now();
        this.#attempts++;
        log('info', `PostgreSQL runs again (process ${this.#running.pid}).`);
        this.#attend(this.#running);
        return;
      } catch (error) {
        log('error', explain(error, folder, logOf(this.#site)).message);
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    for (const until = Date.now() + ms; Date.now() < until && !this.#stopped;)
      await sleep(50, undefined, { ref: false });
  }
}

/** Postgres keeps its log file open, so a log grown too large is copied aside and emptied where it is. */
function trim(file: string): void {
  try {
    if (statSync(file).size < 50_000_000) return;
    copyFileSync(file, `${file}.1`);
    truncateSync(file);
  } catch {
    // A full disk forbids the copy; the log is then the lesser worry.
  }
}
