/** Outlets: added, written anew, taken out of service with their windows, and back. */
import type { Static } from 'typebox';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { officesContract } from './contract.ts';
import { editorOf, recordChange } from './edit.ts';
import { officesProblems } from './problems.ts';
import {
  countInService,
  findDepartment,
  findOutlet,
  getOutlet,
  insertOutlets,
  retireWindowsOf,
  standsAbove,
  updateOutlet,
  type Outlet,
} from './store.ts';

type New = Static<typeof officesContract.createOutlet.body>;
type Edit = Static<typeof officesContract.updateOutlet.body>;

/** A point is whole, and what is named is in service. Throws `offices.wrongReference`. */
async function checkReferences(tx: Tx, outlet: Pick<Outlet, 'parentId' | 'departmentId' | 'longitude' | 'latitude'>) {
  const fields: Record<string, string> = {};
  if ((outlet.longitude === null) !== (outlet.latitude === null)) fields['/latitude'] = 'both or neither';
  if (outlet.parentId !== null) {
    const parent = await findOutlet(tx, outlet.parentId);
    if (!parent || parent.retiredAt) fields['/parentId'] = 'not in service';
  }
  if (outlet.departmentId !== null) {
    const department = await findDepartment(tx, outlet.departmentId);
    if (!department || department.retiredAt) fields['/departmentId'] = 'not in service';
  }
  if (Object.keys(fields).length > 0) throw officesProblems.wrongReference({ fields });
}

const outlets = editorOf<Outlet>('outlet', { insert: insertOutlets, update: updateOutlet, get: getOutlet });

export const createOutlet = (ground: Ground, actor: Actor, fresh: New): Promise<Outlet> =>
  outlets.create(ground, actor, fresh, (tx) => checkReferences(tx, fresh));

export const editOutlet = (ground: Ground, actor: Actor, outlet: Outlet, edit: Edit): Promise<Outlet> =>
  outlets.edit(ground, actor, outlet, edit, async (tx) => {
    await checkReferences(tx, edit);
    if (edit.parentId !== null && (await standsAbove(tx, outlet.id, edit.parentId)))
      throw officesProblems.parentCycle({ fields: { '/parentId': 'stands under this outlet' } });
  });

export const retireOutlet = (
  ground: Ground,
  actor: Actor,
  outlet: Outlet,
  wanted: { version: number; retired: boolean },
): Promise<Outlet> =>
  outlets.retire(
    ground,
    actor,
    outlet,
    wanted,
    async (tx) => {
      if (!wanted.retired) return checkReferences(tx, outlet);
      const { n } = await countInService(tx, { parentId: outlet.id });
      if (n > 0) throw officesProblems.outletHasChildren({ count: n });
    },
    async (tx, at) => {
      // A window cannot be served in a place that is closed; coming back, each window is a decision of its own.
      if (wanted.retired)
        for (const window of await retireWindowsOf(tx, outlet.id, at, actor.name))
          recordChange(tx, actor, 'window', 'retire', window);
    },
  );
