/** Windows: added to an outlet, written anew, taken out of service and back. */
import type { Static } from 'typebox';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { officesContract } from './contract.ts';
import { recordChange, wrote } from './edit.ts';
import { officesProblems } from './problems.ts';
import { findDepartment, findOutlet, getWindow, insertWindows, updateWindow, type Window } from './store.ts';

type New = Static<typeof officesContract.createWindow.body>;
type Edit = Static<typeof officesContract.updateWindow.body>;

/** A special window (专窗) is its department's; a general one (综窗) may be staffed by one department all the same. */
async function checkDepartment(tx: Tx, window: Pick<Window, 'kind' | 'departmentId'>): Promise<void> {
  if (window.departmentId === null) {
    if (window.kind === 'special') throw officesProblems.windowNeedsDepartment();
    return;
  }
  const department = await findDepartment(tx, window.departmentId);
  if (!department || department.retiredAt)
    throw officesProblems.wrongReference({ fields: { '/departmentId': 'not in service' } });
}

async function checkOutlet(tx: Tx, outletId: string): Promise<void> {
  const outlet = await findOutlet(tx, outletId);
  if (!outlet) throw officesProblems.wrongReference({ fields: { '/outletId': 'not there' } });
  if (outlet.retiredAt) throw officesProblems.outletRetired();
}

export const createWindow = (ground: Ground, actor: Actor, fresh: New): Promise<Window> =>
  ground.db.transaction(async (tx) => {
    await checkOutlet(tx, fresh.outletId);
    await checkDepartment(tx, fresh);
    const row: Window = {
      id: newId(),
      ...fresh,
      version: 1,
      retiredAt: null,
      changedAt: ground.clock.now(),
      changedBy: actor.name,
    };
    insertWindows(tx, [row]);
    recordChange(tx, actor, 'window', 'create', row);
    return row;
  });

/** Throws `offices.changedMeanwhile` with the window as somebody else wrote it. */
export const editWindow = (ground: Ground, actor: Actor, window: Window, edit: Edit): Promise<Window> =>
  ground.db.transaction(async (tx) => {
    await checkDepartment(tx, edit);
    const next = { ...window, ...edit, changedAt: ground.clock.now(), changedBy: actor.name };
    const row = await wrote(updateWindow(tx, next), () => getWindow(tx, window.id));
    recordChange(tx, actor, 'window', 'update', row);
    return row;
  });

export const retireWindow = (
  ground: Ground,
  actor: Actor,
  window: Window,
  { version, retired }: { version: number; retired: boolean },
): Promise<Window> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    if (!retired) await checkOutlet(tx, window.outletId);
    const next = { ...window, version, retiredAt: retired ? at : null, changedAt: at, changedBy: actor.name };
    const row = await wrote(updateWindow(tx, next), () => getWindow(tx, window.id));
    recordChange(tx, actor, 'window', retired ? 'retire' : 'restore', row);
    return row;
  });
