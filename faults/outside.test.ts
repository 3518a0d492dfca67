/** An outside database: it goes away and comes back, several servers work on it at once, and it is brought up to a newer release under load. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server as Listener, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/db';
import { startCluster, type Cluster } from '#platform/postgres/cluster';
import { Client } from '../bench/cases/client.ts';
import { expectActsOnce, expectAllOnce, expectCaughtUp, expectChains, expectToldOnce } from './audit.ts';
import { Load, type Act } from './load.ts';
import { copyProduct, long, placeAt, Program, setStage, type Stage, programs } from './stage.ts';

/** What stands between a server and its database; shut, nobody answers there. */
class Door {
  readonly #to: number;
  #listener: Listener | undefined;
  #sockets = new Set<Socket>();
  port = 0;

  constructor(to: number) {
    this.#to = to;
  }

  async open(): Promise<void> {
    this.#listener = createServer((socket) => {
      const behind = connect(this.#to, '127.0.0.1');
      for (const [one, other] of [
        [socket, behind],
        [behind, socket],
      ] as const) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => (this.#sockets.delete(one), other.destroy()));
        one.pipe(other);
      }
    }).listen(this.port, '127.0.0.1');
    await new Promise((resolve) => this.#listener!.once('listening', resolve));
    this.port = (this.#listener.address() as AddressInfo).port;
  }

  shut(): void {
    this.#listener?.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

let cluster: Cluster;
let folder: string;
let door: Door;
let stage: Stage;
const acts: Act[] = [];
/** Cases that a test has begun by itself. */
const begun: Pick<Act, 'actionId'>[] = [];

beforeAll(async () => {
  cluster = await startCluster({ ephemeral: true });
  folder = await mkdtemp(path.join(tmpdir(), 'yichuang 故障 '));
  stage = await setStage({ databaseUrl: cluster.connectionString });
  door = new Door(Number(new URL(cluster.connectionString).port));
  await door.open();
});
afterAll(async () => {
  await stage.close();
  door.shut();
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The database's address by way of the door. */
const throughDoor = (): NodeJS.ProcessEnv => {
  const url = new URL(cluster.connectionString);
  url.port = String(door.port);
  return { DATABASE_URL: url.href };
};

test(
  'the database is gone for ten seconds: come again, and then on without anybody’s help',
  { timeout: 180_000 },
  async () => {
    const server = await stage.start(throughDoor());
    const load = new Load(stage, server);
    load.begin(8);
    await load.reaches(60);
    for (let round = 0; round < (long ? 5 : 1); round++) {
      door.shut();
      await sleep(10_000);
      const client = new Client(server.port, 1);
      const reply = await client.send('GET', '/api/ready', undefined);
      expect(reply).toMatchObject({ status: 503, body: { code: 'general.unavailable' } });
      expect(Number(reply.retryAfter)).toBeGreaterThanOrEqual(1);
      expect((await client.send('GET', '/api/health', undefined)).status).toBe(200);
      client.close();
      await door.open();
      await load.reaches(load.acknowledged + 60);
    }
    await load.finish();
    expect(load.unexpected, server.errors.slice(-3000)).toEqual([]);
    expect(load.told.length).toBeGreaterThan(0);
    expect(load.told.every((seconds) => Number(seconds) >= 1)).toBe(true);
    await stage.look((db) => expectAllOnce(db, load.acts));
    // Jobs too: those that ended while it was away were noted, and new ones are taken.
    await stage.look(async (db) => {
      await db.many(sql`select graphile_worker.add_job('documents.sweepFiles', '{}'::json)`);
      for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
        const { n } = await db.one<{ n: number }>(
          sql`select count(*) as n from graphile_worker._private_jobs where locked_at is not null or run_at <= now()`,
        );
        if (n === 0) break;
        if (Date.now() > deadline) throw new Error(`${n} jobs are not done: ${server.errors.slice(-2000)}`);
      }
    });
    expect(await server.stop()).toMatchObject({ code: 0 });
    acts.push(...load.acts);
  },
);

test('two servers that start at once on an empty database bring it up once, and both serve', async () => {
  await stage.look((db) => db.many(sql`create database fresh`));
  const url = cluster.connectionString.replace(/\w+$/, 'fresh');
  const places = ['one', 'two'].map((name) => placeAt(stage, path.join(folder, name), url));
  const servers = await Promise.all(places.map((place) => place.start()));
  for (const { port } of servers) {
    const client = new Client(port, 1);
    expect((await client.send('GET', '/api/ready', undefined)).status).toBe(200);
    client.close();
  }
  for (const server of servers) expect(await server.stop()).toMatchObject({ code: 0, errors: '' });
  for (const place of places) await place.close();
});

test('--http and --worker as processes of their own, two of each, work together', async () => {
  const split = (only: string) => {
    const program = stage.run([programs.server, only]);
    return program
      .says(/ready at https?:\/\/\S*?:(\d+)/)
      .then((port) => Object.assign(program, { port: Number(port) }));
  };
  const [http, second, ...workers] = await Promise.all(['--http', '--http', '--worker', '--worker'].map(split));
  const loads = [http!, second!].map((server) => new Load(stage, server));
  for (const load of loads) load.begin(4);
  for (const load of loads) await load.reaches(30);
  for (const load of loads) await load.finish();
  expect(loads.flatMap(({ unexpected }) => unexpected)).toEqual([]);
  acts.push(...loads.flatMap((load) => load.acts));
  await stage.look((db) => expectAllOnce(db, acts));
  for (const program of [http!, second!, ...workers]) expect(await program.stop()).toMatchObject({ code: 0 });
});

test('what fell due while nothing ran is done once, however many begin to work', async () => {
  const server = await stage.start();
  const client = new Client(server.port, 4);
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    const actionId = randomUUID();
    begun.push({ actionId });
    const { body } = await client.send('POST', '/api/cases', stage.cookies.residents[i], {
      actionId,
      itemId: stage.itemId,
      applicant: {},
      answers: { shopName: '小满面馆', area: 80, address: '文一路 1 号', phone: '19900001234' },
      situations: {},
      materials: [],
      delivery: { way: 'electronic' },
      signature: { way: 'confirmed' },
    });
    ids.push(body.id as string);
    const asked = await client.send('POST', `/api/cases/${ids.at(-1)}/ask-supplement`, stage.cookies.clerk[0], {
      actionId: randomUUID(),
      wanted: [{ what: '补平面图' }],
    });
    expect(asked.status).toBe(200);
  }
  client.close();
  await stage.look((db) => expectCaughtUp(db));
  expect(await server.stop()).toMatchObject({ code: 0 });
  // A day and a half later: their last day is over, and the clock of schedules stood still meanwhile.
  await stage.look(async (db) => {
    await db.many(sql`update cases."case" set next_at = now() - interval '1 hour' where id = any(${ids})`);
    await db.many(
      sql`update graphile_worker._private_known_crontabs set last_execution = now() - interval '6 hours', known_since = now() - interval '2 days'`,
    );
  });
  const programs = await Promise.all([0, 1].map(() => stage.start()));
  await stage.look(async (db) => {
    const lapses = async () =>
      (
        await db.many<{ n: number }>(sql`
        select count(*) filter (where a.kind = 'lapse') as n from cases.action a where case_id = any(${ids}) group by case_id`)
      ).map(({ n }) => n);
    for (const deadline = Date.now() + 60_000; (await lapses()).some((n) => n === 0); await sleep(100))
      if (Date.now() > deadline) throw new Error(`not done: ${programs[0]!.errors.slice(-2000)}`);
    await expectCaughtUp(db);
    expect(await lapses()).toEqual([1, 1, 1, 1, 1]);
    await expectChains(db);
  });
  for (const program of programs) expect(await program.stop()).toMatchObject({ code: 0 });
});

test('a newer release brings the database up while the older one works on it', async () => {
  const older = await stage.start();
  const load = new Load(stage, older);
  load.begin(4);
  await load.reaches(20);
  const product = path.join(folder, 'newer 一窗');
  await copyProduct(product);
  await writeFile(
    path.join(product, 'server/modules/cases/migrations/9000-of-a-newer-release.sql'),
    `alter table cases."case" add column remark text not null default 'none';
     update cases."case" set remark = 'old';
     create index case_remark on cases."case" (remark);`,
  );
  const newer = new Program([programs.server], stage.env, product);
  const port = Number(await newer.says(/ready at https?:\/\/\S*?:(\d+)/));
  expect(newer.output).toMatch(/Brought the database up to date \(1 steps?\)/);
  const more = new Load(stage, { port });
  more.begin(4);
  await more.reaches(20);
  await load.reaches(load.acknowledged + 20);
  await load.finish();
  await more.finish();
  expect([...load.unexpected, ...more.unexpected]).toEqual([]);
  await stage.look(async (db) => {
    await expectActsOnce(db, [...load.acts, ...more.acts], [...acts, ...load.acts, ...more.acts, ...begun]);
    await expectChains(db);
    await expectCaughtUp(db);
    await expectToldOnce(db);
    const { n } = await db.one<{ n: number }>(sql`select count(*) as n from cases."case" where remark = 'old'`);
    expect(n).toBeGreaterThan(0);
  });
  expect(await older.stop()).toMatchObject({ code: 0 });
  expect(await newer.stop()).toMatchObject({ code: 0 });
  // The older release knows what it does not know, and leaves it alone.
  const again = await stage.start();
  expect(await again.stop()).toMatchObject({ code: 0 });
});
