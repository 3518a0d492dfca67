/** Windows: added to an outlet, written anew, taken out of service and back. */
import type { Static } from 'typebox';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { officesContract } from './contract.ts';
import { editorOf } from './edit.ts';
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

const windows = editorOf<Window>('window', { insert: insertWindows, update: updateWindow, get: getWindow });

export const createWindow = (ground: Ground, actor: Actor, fresh: New): Promise<Window> =>
  windows.create(ground, actor, fresh, async (tx) => {
    await checkOutlet(tx, fresh.outletId);
    await checkDepartment(tx, fresh);
  });

export const editWindow = (ground: Ground, actor: Actor, window: Window, edit: Edit): Promise<Window> =>
  windows.edit(ground, actor, window, edit, (tx) => checkDepartment(tx, edit));

export const retireWindow = (
  ground: Ground,
  actor: Actor,
  window: Window,
  wanted: { version: number; retired: boolean },
): Promise<Window> =>
  windows.retire(ground, actor, window, wanted, async (tx) => {
    if (!wanted.retired) await checkOutlet(tx, window.outletId);
  });
