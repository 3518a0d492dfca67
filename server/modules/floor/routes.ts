/** HTTP for the floor of a hall: each part has its own routes. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import { attendanceRoutes } from './attendance/routes.ts';
import { checkRoutes } from './checks/routes.ts';
import { circularRoutes } from './circulars/routes.ts';
import { inspectionRoutes } from './inspection/routes.ts';
import { roundRoutes } from './rounds/routes.ts';
import { floorContract } from './contract.ts';
import { may } from './may.ts';

export function routes(app: FastifyInstance, ground: Ground): void {
  serve(app, 'floor', floorContract, may, {
    ...attendanceRoutes(ground),
    ...inspectionRoutes(ground),
    ...roundRoutes(ground),
    ...checkRoutes(ground),
    ...circularRoutes(ground),
  });
}
