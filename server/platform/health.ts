/** Whether the service is well, for operators and their machines: /api/health, /api/ready, /metrics (Prometheus). */
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { prepared } from './db.ts';
import type { Relay } from './events.ts';
import type { Ground } from './ground.ts';

const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'yichuang_' });
const duration = new Histogram({
  name: 'yichuang_http_seconds',
  help: 'Seconds from request to answer, by operation and class of status',
  labelNames: ['operation', 'status'] as const,
  buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
  registers: [registry],
});
const behind = new Gauge({
  name: 'yichuang_events_behind',
  help: 'Events that the slowest reaction has yet to handle',
  registers: [registry],
});
const stuck = new Gauge({
  name: 'yichuang_events_stuck',
  help: 'Events set aside after their reaction failed',
  registers: [registry],
});
const waiting = new Gauge({
  name: 'yichuang_pool_waiting',
  help: 'Requests waiting for a database connection',
  registers: [registry],
});

export const observe = (operation: string, status: number, seconds: number): void =>
  duration.observe({ operation, status: `${Math.floor(status / 100)}xx` }, seconds);

const state = prepared<{ behind: number; stuck: number }>(
  `select (select count(*) from (select 1 from platform.event e where (e.tx, e.id) > (select r.tx, r.id from platform.reaction r order by r.tx, r.id limit 1) limit 100000) x)::int as behind,
          (select count(*)::int from platform.stuck_event) as stuck`,
);

export function serveHealth(http: FastifyInstance, ground: Ground, relay: Relay): void {
  http.get('/api/health', { schema: { hide: true } }, async () => ({ status: 'alive' }));
  http.get('/api/ready', { schema: { hide: true } }, async () => {
    await ground.db.one(state());
    return { status: 'ready', relay: relay.running };
  });
  http.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    // Figures of operation are nobody's business outside; a scraper on the same machine or behind the proxy reads them.
    if (!/^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '')) return reply.status(403).send();
    const now = await ground.db.maybe(state()).catch(() => undefined);
    if (now) {
      behind.set(now.behind);
      stuck.set(now.stuck);
    }
    waiting.set(ground.db.pool.waitingCount);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
