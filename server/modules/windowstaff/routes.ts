/** All of window staff over HTTP: files, then training and exams, each in a table of its own. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { examRoutes } from './exam-routes.ts';
import { memberRoutes } from './member-routes.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  memberRoutes(app, ground);
  examRoutes(app, ground);
}
