/** The composition root: puts the platform and the modules together. Nothing is loaded by magic; read it from top to bottom. */
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { actorOf } from '#modules/people';
import { Relay } from '#platform/events';
import type { Ground } from '#platform/ground';
import { createHttp, type HttpOptions } from '#platform/http';
import { startWorker, type Worker } from '#platform/jobs';
import { Live } from '#platform/live';
import type { SchemaSource } from '#platform/migrate';
import { describeApi } from '#platform/openapi';
import { observe, serveHealth } from '#platform/health';
import { modules } from './modules.ts';

const folderOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The migrations of the platform and of every module, in the order of the map. */
export const schemaSources: readonly SchemaSource[] = [
  { schema: 'platform', folder: folderOf('./platform/migrations') },
  ...modules.map(({ name }) => ({ schema: name, folder: folderOf(`./modules/${name}/migrations`) })),
];

export type AppOptions = Partial<Omit<HttpOptions, 'actorOf'>> & {
  /** More routes, such as the pages of the browser. */
  more?: (http: FastifyInstance) => Promise<void> | void;
};

/** The HTTP side with every module's routes, not yet listening. */
export async function buildHttp(
  ground: Ground,
  live: Live,
  relay: Relay,
  options: AppOptions = {},
): Promise<FastifyInstance> {
  const http = createHttp({ observe, ...options, actorOf: (request) => actorOf(ground, request) });
  await describeApi(http);
  for (const module of modules) module.routes?.(http, ground);
  live.serve(http);
  serveHealth(http, ground, relay);
  await options.more?.(http);
  return http;
}

/** The relay with every module's reactions. */
export function buildRelay(ground: Ground): Relay {
  const reactions = modules.flatMap((module) => module.reactions?.(ground) ?? []);
  return new Relay(ground.db, reactions, {
    onError: (reaction, error) => ground.log.error({ err: error, reaction }, 'a reaction failed'),
  });
}

/** The worker with every module's jobs and schedules. */
export function buildWorker(ground: Ground): Promise<Worker> {
  return startWorker(
    ground.db,
    modules.flatMap((module) => module.jobs?.(ground) ?? []),
    modules.flatMap((module) => module.schedules ?? []),
    (job, error) => ground.log.error({ err: error, job }, 'a job failed'),
  );
}
