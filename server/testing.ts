/**
 * Tests over the real thing: each test file gets a database of its own, cloned from a migrated template, and the whole
 * application on it, with a clock that the test moves.
 */
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { openSession, sessionCookie } from '#modules/people';
import { SteppedClock } from '#platform/clock';
import { demoDistrict } from '#platform/config';
import type { BodyOf, Operation, ParamsOf, ProblemBody, QueryOf, ReplyOf } from '#platform/contract';
import { Database } from '#platform/db';
import type { Relay } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newCode } from '#platform/ids';
import { Live } from '#platform/live';
import { applicationRole } from '#platform/migrate';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildHttp, buildRelay, type AppOptions } from './app.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection string of the test cluster, without a database. */
    cluster: string;
    template: string;
  }
}

/** The input of an operation: only the parts that its contract names. */
export type Input<O extends Operation> = (ParamsOf<O> extends undefined ? object : { params: ParamsOf<O> }) &
  (QueryOf<O> extends undefined ? object : { query?: QueryOf<O> }) &
  (BodyOf<O> extends undefined ? object : { body: BodyOf<O> });

export interface Answer<O extends Operation> {
  status: number;
  body: ReplyOf<O>;
  problem: ProblemBody;
  headers: Record<string, unknown>;
}

export interface TestApp {
  http: FastifyInstance;
  ground: Ground;
  clock: SteppedClock;
  relay: Relay;
  /** Not started: only who listens needs it. */
  live: Live;
  connectionString: string;
  /** Calls an operation as the account (null: not signed in) and returns the answer, whatever it is. */
  ask<O extends Operation>(accountId: string | null, operation: O, input: Input<O>): Promise<Answer<O>>;
  /** Calls an operation that must succeed. */
  call<O extends Operation>(accountId: string | null, operation: O, input: Input<O>): Promise<ReplyOf<O>>;
  close(): Promise<void>;
}

/** A Wednesday morning in the hall, in a year whose calendar is published. */
export const testStart = '2026-06-10T09:30:00+08:00';

export async function cloneDatabase(): Promise<{ connectionString: string; drop(): Promise<void> }> {
  const cluster = inject('cluster');
  const name = `test_${newCode(10)}`;
  const owner = new pg.Client({ connectionString: `${cluster}/postgres` });
  await owner.connect();
  await owner.query(`create database ${name} template ${inject('template')} strategy file_copy`);
  await owner.end();
  return {
    connectionString: `${cluster}/${name}`,
    drop: async () => {
      const client = new pg.Client({ connectionString: `${cluster}/postgres` });
      await client.connect();
      await client.query(`drop database if exists ${name} with (force)`);
      await client.end();
    },
  };
}

/** Fills `/outlets/:id` and the query string. */
export function addressOf(operation: Operation, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>;
  const filled = operation.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined) query.set(key, String(value));
  }
  return `/api${filled}${query.size > 0 ? `?${query}` : ''}`;
}

export async function openTestApp(options: AppOptions = {}): Promise<TestApp> {
  const { connectionString, drop } = await cloneDatabase();
  const clock = new SteppedClock(testStart);
  const db = new Database({ connectionString, role: applicationRole, poolSize: 6 });
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'yichuang-test-'));
  const ground: Ground = {
    district: demoDistrict,
    db,
    clock,
    log: { info: () => {}, warn: () => {}, error: (facts, message) => console.error(message, facts) },
    dataFolder,
    publicUrl: 'http://127.0.0.1:8080',
    demo: true,
  };
  const relay = buildRelay(ground);
  await relay.register();
  const live = new Live(db, (error) => console.error(error));
  const http = await buildHttp(ground, live, relay, {
    logLevel: process.env.LOG_LEVEL ?? 'error',
    checkReplies: true,
    ...options,
  });
  const cookies = new Map<string, { token: string; openedAt: number }>();

  const ask: TestApp['ask'] = async (accountId, operation, input) => {
    const { body } = input as { body?: unknown };
    const opened = accountId ? cookies.get(accountId) : undefined;
    // Sessions of staff end after half an hour without a sign of life; a test that moves the clock is not about that.
    if (accountId && (!opened || Math.abs(clock.now().getTime() - opened.openedAt) > 20 * 60_000)) {
      const token = await openSession(ground, accountId, { secondFactor: true });
      cookies.set(accountId, { token, openedAt: clock.now().getTime() });
    }
    const answer = await http.inject({
      method: operation.method,
      url: addressOf(operation, input as { params?: unknown; query?: unknown }),
      ...(accountId ? { cookies: { [sessionCookie]: cookies.get(accountId)!.token } } : {}),
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const parsed = answer.body && /json/.test(String(answer.headers['content-type'])) ? answer.json() : answer.body;
    return { status: answer.statusCode, body: parsed, problem: parsed, headers: answer.headers } as never;
  };
  return {
    http,
    ground,
    clock,
    relay,
    live,
    connectionString,
    ask,
    call: async (accountId, operation, input) => {
      const answer = await ask(accountId, operation, input);
      if (answer.status >= 300)
        throw new Error(`${operation.method} ${operation.path}: ${answer.status} ${JSON.stringify(answer.problem)}`);
      return answer.body;
    },
    close: async () => {
      await http.close();
      await db.close();
      await drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
