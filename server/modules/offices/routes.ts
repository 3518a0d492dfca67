/** A handler for each operation: read, call, shape the reply. Everything here goes by role alone. */
import type { FastifyInstance } from 'fastify';
import type { Ground } from '#platform/ground';
import { serve } from '#platform/http';
import {
  officesContract,
  type Department as DepartmentReply,
  type Hours as HoursReply,
  type Outlet as OutletReply,
  type OutletRow,
  type Window as WindowReply,
} from './contract.ts';
import { nearest } from './distance.ts';
import { createDepartment, editDepartment, retireDepartment } from './edit-department.ts';
import { hoursOf, openingOf, saveHours } from './edit-hours.ts';
import { createOutlet, editOutlet, retireOutlet } from './edit-outlet.ts';
import { createWindow, editWindow, retireWindow } from './edit-window.ts';
import { may } from './may.ts';
import {
  findHours,
  getDepartment,
  getOutlet,
  getWindow,
  listChanges,
  listDepartments,
  listOutlets,
  listWindows,
  type Department,
  type Hours,
  type Outlet,
  type Window,
} from './store.ts';

const instants = (row: { retiredAt: Date | null; changedAt: Date }) => ({
  retiredAt: row.retiredAt?.toISOString() ?? null,
  changedAt: row.changedAt.toISOString(),
});
const department = (row: Department): DepartmentReply => ({ ...row, ...instants(row) });
const outlet = (row: Outlet): OutletReply => ({ ...row, ...instants(row) });
const window = (row: Window): WindowReply => ({ ...row, ...instants(row) });
const hours = (row: Hours): HoursReply => ({ ...row, changedAt: row.changedAt?.toISOString() ?? null });

/** Cuts a page out of a list that was read whole, so that count and rows are of the same read. */
const page = <Row>(rows: readonly Row[], query: { limit?: number; offset?: number }) => {
  const offset = query.offset ?? 0;
  return { rows: rows.slice(offset, offset + (query.limit ?? 500)), total: rows.length };
};

export function routes(app: FastifyInstance, ground: Ground): void {
  const { db } = ground;

  async function withOpening(rows: readonly (Outlet & { distance: number | null })[]): Promise<OutletRow[]> {
    const known = await findHours(
      db,
      rows.map(({ id }) => id),
    );
    const at = ground.clock.now();
    return rows.map((row) => ({
      ...outlet(row),
      distance: row.distance,
      opening: row.retiredAt ? null : openingOf(ground, known.get(row.id), at),
    }));
  }

  serve(app, 'offices', officesContract, may, {
    listDepartments: async ({ query }) => page((await listDepartments(db, query)).map(department), query),
    getDepartment: async ({ params }) => department(await getDepartment(db, params.id)),
    createDepartment: async ({ body, actor }) => department(await createDepartment(ground, actor, body)),
    updateDepartment: async ({ params, body, actor }) =>
      department(await editDepartment(ground, actor, await getDepartment(db, params.id), body)),
    retireDepartment: async ({ params, body, actor }) =>
      department(await retireDepartment(ground, actor, await getDepartment(db, params.id), body)),

    listOutlets: async ({ query }) => {
      const rows = await listOutlets(db, query);
      const { longitude, latitude } = query;
      const placed =
        longitude !== undefined && latitude !== undefined
          ? nearest(rows, { longitude, latitude })
          : rows.map((row) => ({ ...row, distance: null }));
      const cut = page(placed, query);
      return { rows: await withOpening(cut.rows), total: cut.total };
    },
    getOutlet: async ({ params }) => (await withOpening([{ ...(await getOutlet(db, params.id)), distance: null }]))[0]!,
    createOutlet: async ({ body, actor }) => outlet(await createOutlet(ground, actor, body)),
    updateOutlet: async ({ params, body, actor }) =>
      outlet(await editOutlet(ground, actor, await getOutlet(db, params.id), body)),
    retireOutlet: async ({ params, body, actor }) =>
      outlet(await retireOutlet(ground, actor, await getOutlet(db, params.id), body)),

    listWindows: async ({ query }) => page((await listWindows(db, query)).map(window), query),
    createWindow: async ({ body, actor }) => window(await createWindow(ground, actor, body)),
    updateWindow: async ({ params, body, actor }) =>
      window(await editWindow(ground, actor, await getWindow(db, params.id), body)),
    retireWindow: async ({ params, body, actor }) =>
      window(await retireWindow(ground, actor, await getWindow(db, params.id), body)),

    getHours: async ({ params }) => hours(await hoursOf(db, (await getOutlet(db, params.id)).id)),
    saveHours: async ({ params, body, actor }) =>
      hours(await saveHours(ground, actor, await getOutlet(db, params.id), body)),
    listChanges: async ({ params, query }) => {
      const { rows, total } = await listChanges(db, params.id, query.limit ?? 50, query.offset ?? 0);
      return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total };
    },
  });
}
