/** Beginning and ending: Ctrl-C finishes what was begun, and what stands in the way is one sentence that says what to do. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startCluster, type Cluster } from '#platform/postgres/cluster';
import { Client } from '../bench/cases/client.ts';
import { mountSmall } from './small-disk.ts';
import { copyProduct, Program, setStage, type Ended, type Stage, programs } from './stage.ts';

/** It said one sentence, for people, and nothing was left running. */
function expectSentence(ended: Ended, words: RegExp): void {
  expect(ended.errors.trim().split('\n')).toHaveLength(1);
  expect(ended.errors).toMatch(words);
  expect(ended.errors).not.toMatch(/\bat .*\.ts:|Error:/);
  expect(ended.code).toBe(1);
}

/** It ended well, and said nothing but that its job runner waited for a connection and tried again, as on a machine that is busy. */
function expectQuiet({ code, errors }: Ended): void {
  expect(errors.split('\n').filter((line) => line && !line.includes('trying again'))).toEqual([]);
  expect(code).toBe(0);
}

const submission = (stage: Stage) => ({
  actionId: randomUUID(),
  itemId: stage.itemId,
  applicant: {},
  answers: { shopName: '小满面馆', area: 80, address: '文一路 1 号', phone: '19900001234' },
  situations: {},
  materials: [],
  delivery: { way: 'electronic' },
  signature: { way: 'confirmed' },
});

describe('with a database of its own', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  });
  afterAll(async () => {
    await stage.close();
  });

  test('Ctrl-C finishes the request that was begun, refuses new ones, stops PostgreSQL and ends with 0', async () => {
    const server = await stage.start();
    const client = new Client(server.port, 4);
    const { body } = await client.send('POST', '/api/cases', stage.cookies.residents[0], submission(stage));
    const id = body.id as string;
    await stage.look(async (db) => {
      const accepting = await db.transaction(async (tx) => {
        // Whoever acts on the case now waits for us: a request that is under way when the interrupt comes.
        await tx.many({ name: '', text: 'select 1 from cases."case" where id = $1 for update', values: [id] });
        const accept = client.send('POST', `/api/cases/${id}/accept`, stage.cookies.clerk[0], {
          actionId: randomUUID(),
        });
        await sleep(300);
        server.interrupt();
        await server.says(/Finishing what was begun/);
        await sleep(300);
        const late = new Client(server.port, 1).send('GET', '/api/health', undefined).then(
          (reply) => reply.status,
          () => 'refused',
        );
        expect(['refused', 503]).toContain(await late);
        return { accept };
      });
      expect(await accepting.accept).toMatchObject({ status: 200, body: { state: 'accepted' } });
    });
    expectQuiet(await server.ended);
    expect(stage.postmaster()).toBeUndefined();
    client.close();
  });

  test('PORT=0 takes a free port and says which; a browser that listens and an idle connection do not keep it', async () => {
    const server = await stage.start({ PORT: '0' });
    expect(server.output).toMatch(new RegExp(`Yichuang is ready at http://127\\.0\\.0\\.1:${server.port}\n`));
    const client = new Client(server.port, 4);
    expect((await client.send('GET', '/api/ready', undefined)).status).toBe(200);
    const live = client.send('GET', '/api/live', stage.cookies.clerk[0]);
    await sleep(300);
    server.interrupt();
    // It ends by itself: one that had to be broken off says so, and with another code.
    expectQuiet(await server.ended);
    await live;
    client.close();
  });

  test('a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as { port: number };
    expectSentence(await stage.fail({ PORT: String(port) }), new RegExp(`Port ${port} is in use: .*PORT`));
    other.close();
    expect(stage.postmaster()).toBeUndefined();
  });

  test.each([
    [{ HOST: '203.0.113.7', YICHUANG_DEMO: 'off' }, /no address 203\.0\.113\.7: correct HOST/],
    [{ HOST: '0.0.0.0', YICHUANG_DEMO: 'on' }, /HOST is 0\.0\.0\.0, but the demo .*YICHUANG_DEMO=off/],
    [{ TLS_KEY: '/nowhere/key.pem', TLS_CERT: '/nowhere/cert.pem' }, /\/nowhere\/key\.pem.*TLS_KEY/],
  ] as [NodeJS.ProcessEnv, RegExp][])('a wrong setting: %o', async (env, words) => {
    expectSentence(await stage.fail(env), words);
    expect(stage.postmaster()).toBeUndefined();
  });

  test('an argument that there is not, such as --port', async () => {
    expectSentence(await stage.run(['scripts/start.ts', '--port', '8090']).ended, /--port.*PORT=8090 npm start/);
  });

  test('a file where the data folder should be', async () => {
    const file = path.join(stage.data, 'a file');
    await writeFile(file, '');
    expectSentence(await stage.fail({ YICHUANG_DATA: file }), /a file.*YICHUANG_DATA/);
  });

  test('a data folder that cannot be written', async ({ skip }) => {
    const disk = await mountSmall('8m');
    if (!disk) return skip('only root can mount a file system for this');
    try {
      execFileSync('mount', ['-o', 'remount,ro', disk.folder]);
      expectSentence(await stage.fail({ YICHUANG_DATA: disk.folder }), /read-only.*YICHUANG_DATA/);
      expectSentence(await stage.fail({ YICHUANG_DATA: path.join(disk.folder, 'new') }), /read-only.*YICHUANG_DATA/);
    } finally {
      await disk.remove();
    }
  });

  test('a data folder without room', async ({ skip }) => {
    const disk = await mountSmall('8m');
    if (!disk) return skip('only root can mount a file system for this');
    try {
      expectSentence(await stage.fail({ YICHUANG_DATA: disk.folder }), /full.*free at least.*YICHUANG_DATA/);
    } finally {
      await disk.remove();
    }
  });

  test('the product itself in a folder with a space and Chinese characters', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), '一窗 product '));
    try {
      await copyProduct(folder);
      const program = new Program([programs.server], stage.env, folder);
      const port = Number(await program.says(/ready at http:\/\/127\.0\.0\.1:(\d+)/));
      const client = new Client(port, 1);
      const made = await client.send('POST', '/api/cases', stage.cookies.residents[1], submission(stage));
      expect(made.status).toBe(200);
      client.close();
      expect(await program.stop()).toMatchObject({ code: 0 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe('with an outside database', () => {
  let cluster: Cluster;
  let folder: string;
  beforeAll(async () => {
    cluster = await startCluster({ ephemeral: true });
    folder = await mkdtemp(path.join(tmpdir(), 'yichuang 故障 '));
  });
  afterAll(async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const fail = (DATABASE_URL: string, env: NodeJS.ProcessEnv = {}) =>
    new Program([programs.server], {
      PATH: process.env.PATH,
      YICHUANG_DATA: path.join(folder, 'data'),
      PORT: '0',
      DATABASE_URL,
      ...env,
    }).ended;

  test.each([
    ['nobody listens', () => 'postgres://a:b@127.0.0.1:9/c', /No PostgreSQL answers at 127\.0\.0\.1:9 .*DATABASE_URL/],
    [
      'no such machine',
      () => 'postgres://a:b@no-such-host.invalid/c',
      /No PostgreSQL answers at no-such-host\.invalid/,
    ],
    [
      'a wrong password',
      () => cluster.connectionString.replace(/:\w+@/, ':wrong@'),
      /refused the user or password: correct DATABASE_URL/,
    ],
    ['no such database', () => cluster.connectionString.replace(/\w+$/, 'nothing'), /has no such database/],
  ] as [string, () => string, RegExp][])('%s', async (_, url, words) => {
    expectSentence(await fail(url()), words);
  });

  test('a database that takes no answer, or answers like something else', async () => {
    const deaf = createServer(() => {}).listen(0, '127.0.0.1');
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')).listen(0, '127.0.0.1');
    await Promise.all([deaf, web].map((server) => new Promise((resolve) => server.once('listening', resolve))));
    const url = (server: typeof deaf) => `postgres://a:b@127.0.0.1:${(server.address() as { port: number }).port}/c`;
    const [first, second] = await Promise.all([fail(url(deaf)), fail(url(web))]);
    expectSentence(first, /No PostgreSQL answers at .*DATABASE_URL/);
    expectSentence(second, /No PostgreSQL answers at .*DATABASE_URL/);
    for (const server of [deaf, web]) server.close();
  });
});
