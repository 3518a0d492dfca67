/** What the system knows of processes, read from /proc: who lives, whose postgres it is, and who else uses a cluster. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from './problem.ts';

/** When a living process began, in clock ticks; undefined when it is gone or a zombie. Tells it from a later one with its number. */
export function bornAt(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, in brackets, may hold anything; the fields begin after the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

/** What postgres wrote about itself in its folder. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** Reads `postmaster.pid`, which may well be left over from a postgres that was killed. */
export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    return pid > 0 ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a process works in that cluster: postgres, and each of its children, makes the data folder its own. */
export function worksIn(pid: number, cluster: string): boolean {
  if (bornAt(pid) === undefined) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false;
  }
}

/** All processes that work in that cluster, also those whose postmaster has been killed. */
export function workersIn(cluster: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && worksIn(pid, cluster) && nameOf(pid) === 'postgres');
}

function nameOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  } catch {
    return '';
  }
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until a process is gone, `ms` at most; says whether it is. */
export async function gone(pid: number, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; bornAt(pid) !== undefined; await sleep(10)) if (Date.now() > end) return false;
  return true;
}

/** Ends a postgres: at once but orderly, then without ado. Either way the next start recovers everything that was committed. */
export async function end(pid: number, ms: number): Promise<void> {
  for (const [name, patience] of [
    ['SIGINT', ms],
    ['SIGQUIT', 5000],
    ['SIGKILL', 5000],
  ] as const) {
    signal(pid, name);
    if (await gone(pid, patience)) return;
  }
  throw new StartProblem(`PostgreSQL (process ${pid}) cannot be stopped: end it, or restart this machine.`);
}

/** Runs `act` while no other process does so for the same folder. */
export async function withLock<T>(folder: string, act: () => Promise<T>): Promise<T> {
  // A name in the kernel, not a file: it goes away with its owner, however that ends, so there is never a stale lock.
  const path = `\0yichuang-${createHash('sha256').update(folder).digest('hex').slice(0, 32)}`;
  let server: Server;
  for (const deadline = Date.now() + 600_000; ; await sleep(30)) {
    server = createServer((socket) => socket.destroy());
    const code = await new Promise<string | undefined>((resolve) => {
      server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      server.listen({ path }, () => resolve(undefined));
    });
    // A sandbox may forbid such names; postgres itself still refuses a second server in its folder.
    if (code !== 'EADDRINUSE') break;
    if (Date.now() > deadline)
      throw new StartProblem(`Another Yichuang has been starting in ${folder} for ten minutes: end it and try again.`);
  }
  server.unref();
  try {
    return await act();
  } finally {
    if (server.listening) await new Promise((resolve) => server.close(resolve));
  }
}

/** Who uses a cluster: the server, and commands beside it. The last to leave stops it. */
export class Users {
  readonly #folder: string;
  readonly #mine = `${process.pid}-${randomUUID().slice(0, 8)}`;

  constructor(folder: string) {
    this.#folder = join(folder, 'users');
  }

  join(): void {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(this.#folder, this.#mine), bornAt(process.pid) ?? '');
  }

  leave(): void {
    rmSync(join(this.#folder, this.#mine), { force: true });
  }

  /** How many others there are; forgets the dead. */
  others(): number {
    let count = 0;
    for (const name of readdirSync(this.#folder)) {
      if (name === this.#mine) continue;
      const path = join(this.#folder, name);
      if (readFileSync(path, 'utf8') === bornAt(Number.parseInt(name, 10))) count++;
      else rmSync(path, { force: true });
    }
    return count;
  }
}
