/** What only real connections show: streams of what changed, and that neither they nor who went away take anybody's place. */
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '#server/testing';
import { defineEvent, emit } from './events.ts';
import { newId } from './ids.ts';

const happened = defineEvent<{ publicAt?: string; everybody?: boolean }>('test.happened');
let app: TestApp;
let port: number;
let open: IncomingMessage[];
beforeEach(async () => {
  open = [];
  app = await openTestApp({ maxInFlight: 2 });
  await app.http.listen({ host: '127.0.0.1', port: 0 });
  port = (app.http.server.address() as AddressInfo).port;
  app.live.start(20);
});
afterEach(async () => {
  for (const answer of open) answer.destroy();
  await app.close();
});

/** Opens a stream; gives what it has said so far. */
const listen = (address: string) =>
  new Promise<{ status: number; said: () => string }>((resolve, reject) => {
    get({ port, host: '127.0.0.1', path: address, agent: false }, (answer) => {
      open.push(answer);
      let said = '';
      answer.on('error', () => {});
      answer.on('data', (chunk: Buffer) => (said += chunk.toString()));
      resolve({ status: answer.statusCode!, said: () => said });
    }).on('error', reject);
  });
/** Patient: the machine may have other things to do. */
const soon = (read: () => string) => expect.poll(read, { timeout: 30_000 });
const tell = (subject: string, facts: { publicAt?: string; everybody?: boolean }) =>
  app.ground.db.transaction(async (tx) => emit(tx, happened, subject, facts));

it('tells whoever listens to a place what is public there, and nothing else', async () => {
  const [here, elsewhere, other, staff, mine] = [newId(), newId(), newId(), newId(), newId()];
  const stream = await listen(`/api/live/public?at=${here}`);
  await soon(stream.said).toContain('event: ready');
  await tell(other, { publicAt: elsewhere });
  await tell(staff, { everybody: true });
  await tell(mine, { publicAt: here });
  await soon(stream.said).toContain(mine);
  expect(stream.said()).not.toContain(other);
  expect(stream.said()).not.toContain(staff);
  expect((await listen('/api/live/public?at=no')).status).toBe(400);
});

it('holds no place of those who are worked for, however many listen', async () => {
  const streams = await Promise.all(Array.from({ length: 2 }, () => listen(`/api/live/public?at=${newId()}`)));
  const third = await listen(`/api/live/public?at=${newId()}`);
  expect([...streams, third].map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await app.http.inject('/api/hall/places')).statusCode).toBe(200);
});

it('gives the place of who went away before the answer to the next', async () => {
  const owner = new pg.Client({ connectionString: app.connectionString });
  await owner.connect();
  await owner.query('begin; lock table hall.place in access exclusive mode');
  const ask = () => get({ port, host: '127.0.0.1', path: '/api/hall/places', agent: false }).on('error', () => {});
  for (let i = 0; i < 4; i++) {
    const asked = ask();
    // It waits for the table by then.
    await expect
      .poll(async () => (await owner.query('select from pg_locks where not granted')).rowCount, { timeout: 30_000 })
      .toBeGreaterThan(i < 2 ? i : 0);
    asked.destroy();
    await expect.poll(() => asked.socket?.destroyed, { timeout: 30_000 }).toBe(true);
  }
  await owner.query('rollback');
  await owner.end();
  await expect.poll(async () => (await app.http.inject('/api/hall/places')).statusCode, { timeout: 10_000 }).toBe(200);
});
