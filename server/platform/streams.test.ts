import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Streams } from './streams.ts';

let http: FastifyInstance;
let streams: Streams<{ name: string }>;
let known: PromiseWithResolvers<void>;
let asked: PromiseWithResolvers<void>;
beforeEach(async () => {
  http = fastify();
  streams = new Streams(1000);
  [known, asked] = [Promise.withResolvers(), Promise.withResolvers()];
  streams.endWith(http, () => {});
  http.get('/at-once', (_, reply) => void streams.open(reply, { name: 'first' }));
  http.get('/asked', async (_, reply) => {
    asked.resolve();
    await known.promise;
    streams.open(reply, { name: 'second' });
  });
  await http.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => http.close());

const listen = (path: string) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const { port } = http.server.address() as AddressInfo;
    get({ port, host: '127.0.0.1', path, agent: false }, resolve).on('error', reject);
  });

it('says things until its end, and nothing after it', async () => {
  const stream = await listen('/at-once');
  const [listener] = streams;
  streams.say(listener!, 'data: 1\n\n');
  streams.beat();
  streams.end(listener!);
  streams.say(listener!, 'data: 2\n\n');
  expect(streams.size).toBe(0);
  expect(await text(stream)).toBe('retry: 1000\n\ndata: 1\n\n: still here\n\n');
});

it('forgets who went away', async () => {
  const stream = await listen('/at-once');
  expect([...streams].map(({ name }) => name)).toEqual(['first']);
  stream.destroy();
  await expect.poll(() => streams.size, { timeout: 30_000 }).toBe(0);
});

it('ends with the server, also for whoever was still being asked who they are when the end began', async () => {
  const [first, second] = [await listen('/at-once'), listen('/asked')];
  await asked.promise;
  const ended = http.close();
  // What is open already has been ended by then.
  expect(await text(first)).toBe('retry: 1000\n\n');
  known.resolve();
  expect(await text(await second)).toBe('retry: 1000\n\n');
  await ended;
});
