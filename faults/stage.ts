/**
 * The stage of the fault tests: a data folder with a small district in it, and the real server as a process of its own that can
 * be asked, interrupted and killed. The folder's name has a space and Chinese characters in it, as people's folders have.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { systemClock } from '#platform/clock';
import { demoDistrict } from '#platform/config';
import { Database } from '#platform/db';
import type { Ground } from '#platform/ground';
import { applicationRole } from '#platform/migrate';
import { startCluster } from '#platform/postgres/cluster';
import { prepareDatabase } from '#server/prepare';
import { populate, type People } from '../bench/cases/people.ts';

/** The folder of the product. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** As `npm start` and `npm run yichuang` have it: the second process begins in half the time of the first. */
const withCompileCache = ['--import', new URL('../scripts/compile-cache.mjs', import.meta.url).href];
/** What users start, as `npm run build` makes it: from the folder of the product. */
export const programs = { server: 'dist/server/main.js', yichuang: 'dist/server/yichuang.js' };
if (!existsSync(path.join(root, programs.server))) throw new Error('There is no server to start: npm run build');
/** Another installation of the product, which may be changed; the packages and the pages are those of this one. */
export async function copyProduct(folder: string): Promise<void> {
  await mkdir(path.join(folder, 'dist'), { recursive: true });
  for (const name of ['server', 'data', 'package.json', 'dist/server'])
    await cp(path.join(root, name), path.join(folder, name), { recursive: true });
  for (const name of ['dist/web', 'node_modules']) await symlink(path.join(root, name), path.join(folder, name));
}
/** True for `npm run faults:long`; `npm test` runs a short form of each. */
export const long = process.env.FAULTS === 'long';

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  output: string;
  errors: string;
}

/** A process of ours, with what it has said so far. */
export class Program {
  readonly process: ChildProcess;
  readonly env: NodeJS.ProcessEnv;
  readonly ended: Promise<Ended>;
  #output = '';
  #errors = '';

  constructor(args: readonly string[], env: NodeJS.ProcessEnv, cwd = root, input = '') {
    this.env = env;
    // A group of its own, so that an interrupt can be sent to it as a terminal would.
    this.process = spawn(process.execPath, [...withCompileCache, ...args], {
      cwd,
      env,
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.process.stdin!.on('error', () => {});
    this.process.stdin!.end(input);
    this.process.stdout!.on('data', (text: Buffer) => (this.#output += text.toString()));
    this.process.stderr!.on('data', (text: Buffer) => (this.#errors += text.toString()));
    this.ended = new Promise((resolve) =>
      this.process.once('close', (code, signal) =>
        resolve({ code, signal, output: this.#output, errors: this.#errors }),
      ),
    );
    started.add(this);
  }

  get output(): string {
    return this.#output;
  }

  get errors(): string {
    return this.#errors;
  }

  /** Waits for words in what it says; throws when it ends without them. */
  async says(words: RegExp, ms = 60_000): Promise<string> {
    let over: Ended | undefined;
    void this.ended.then((ended) => (over = ended));
    for (const deadline = Date.now() + ms; ; await sleep(10)) {
      const found = words.exec(this.#output) ?? words.exec(this.#errors);
      if (found) return found[1] ?? found[0];
      if (over) throw new Error(`the process ended with ${over.code ?? over.signal} and said: ${this.#errors}`);
      if (Date.now() > deadline) throw new Error(`waited in vain for ${words}: ${this.#output}${this.#errors}`);
    }
  }

  /** What Ctrl-C in a terminal does: the signal goes to the whole group. */
  interrupt(): void {
    process.kill(-this.process.pid!, 'SIGINT');
  }

  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  async stop(): Promise<Ended> {
    this.process.kill('SIGTERM');
    return this.ended;
  }
}

const started = new Set<Program>();

/** Runs `yichuang …` to its end. */
export async function command(env: NodeJS.ProcessEnv, args: readonly string[], input = ''): Promise<Ended> {
  const program = new Program([programs.yichuang, ...args], env, root, input);
  const ended = await program.ended;
  started.delete(program);
  return ended;
}

/** The server, when it is ready. */
export interface Server extends Program {
  port: number;
}

/** A data folder, and what can be done with it. */
export interface Place {
  data: string;
  env: NodeJS.ProcessEnv;
  /** Starts a program of ours with this place's settings. */
  run(args: readonly string[], env?: NodeJS.ProcessEnv): Program;
  /** Starts a server and waits until it is ready. */
  start(env?: NodeJS.ProcessEnv): Promise<Server>;
  /** Runs a server that is expected to end by itself. */
  fail(env?: NodeJS.ProcessEnv): Promise<Ended>;
  /** The address of the embedded database, for its owner. */
  connectionString(): string;
  /** The process of the embedded database, if there is one. */
  postmaster(): number | undefined;
  /** Works on the database as its owner, beside the server. */
  look<T>(act: (db: Database) => Promise<T>): Promise<T>;
  /** Ends what is running here, and leaves nothing. */
  close(): Promise<void>;
}

export interface Stage extends Place, People {}

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

/** What the tests of a database without a server stand on. */
export const groundOn = (db: Database, dataFolder: string): Ground => ({
  district: demoDistrict,
  db,
  clock: systemClock,
  log: quiet,
  dataFolder,
  publicUrl: 'http://127.0.0.1',
  demo: false,
});

export interface StageOptions {
  /** A folder of the caller's, such as a file system of its own. */
  folder?: string;
  /** An outside database, which the caller starts and stops. */
  databaseUrl?: string;
}

export async function setStage({ folder, databaseUrl }: StageOptions = {}): Promise<Stage> {
  const own = folder ?? (await mkdtemp(path.join(tmpdir(), 'yichuang 故障 ')));
  const data = path.join(own, '数据 folder');
  const home = path.join(data, 'postgres');
  const cluster = databaseUrl ? undefined : await startCluster({ dataDir: home });
  const url = databaseUrl ?? cluster!.connectionString;
  await prepareDatabase(url);
  const db = new Database({ connectionString: url, role: applicationRole, poolSize: 4 });
  const people = await populate(groundOn(db, data), { residents: 100, staff: 20 });
  await db.close();
  await cluster?.stop();
  const place = placeAt({ env: {} }, data, databaseUrl);
  return {
    ...people,
    ...place,
    close: async () => {
      await place.close();
      if (!folder) await rm(own, { recursive: true, force: true });
    },
  };
}

/** Another place with the settings of `like`: a data folder that may be empty, and an outside database if there is one. */
export function placeAt(like: { env: NodeJS.ProcessEnv }, data: string, databaseUrl?: string): Place {
  const home = path.join(data, 'postgres');
  const { DATABASE_URL: _, ...rest } = like.env;
  const env: NodeJS.ProcessEnv = {
    ...rest,
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    YICHUANG_DATA: data,
    YICHUANG_DEMO: 'off',
    PORT: '0',
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const run = (args: readonly string[], more: NodeJS.ProcessEnv = {}) => new Program(args, { ...env, ...more });
  const place: Place = {
    data,
    env,
    run,
    start: async (more = {}) => {
      const server = run([programs.server], more);
      const port = Number(await server.says(/ready at https?:\/\/\S*?:(\d+)/));
      return Object.assign(server, { port });
    },
    fail: (more = {}) => run([programs.server], more).ended,
    connectionString: () => {
      if (databaseUrl) return databaseUrl;
      const read = (name: string) => readFileSync(path.join(home, name), 'utf8').trim();
      return `postgresql://yichuang:${read('password')}@127.0.0.1:${read('port')}/yichuang`;
    },
    postmaster: () => {
      const file = path.join(home, 'cluster', 'postmaster.pid');
      return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : undefined;
    },
    look: async (act) => {
      const eyes = new Database({ connectionString: place.connectionString(), poolSize: 2 });
      try {
        return await act(eyes);
      } finally {
        await eyes.close();
      }
    },
    close: async () => {
      for (const program of started)
        if (program.process.exitCode === null && program.env.YICHUANG_DATA === data) await program.kill();
      // A database that a killed server has left behind is taken over, so that it can be stopped.
      if (!databaseUrl && place.postmaster() !== undefined) await (await startCluster({ dataDir: home })).stop();
      // What a killed process had started (initdb) may still write for a moment.
      await rm(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
  return place;
}
