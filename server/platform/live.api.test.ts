/** The streams of what changed, over real connections: who hears what, and that they take nobody's place. */
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
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
