/** HTTP for the floor of a hall: each part has its own routes. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { attendanceRoutes } from './attendance/routes.ts';
import { inspectionRoutes } from './inspection/routes.ts';
import { floorContract } from './contract.ts';
import { may } from './may.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  serve(app, 'floor', floorContract, may, { ...attendanceRoutes(ground), ...inspectionRoutes(ground) });
}
