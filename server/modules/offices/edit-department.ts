/** Departments: added, written anew, taken out of service and back. */
import type { Static } from 'typebox';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { officesContract } from './contract.ts';
import { recordChange, wrote } from './edit.ts';
import { officesProblems } from './problems.ts';
import { countInService, getDepartment, insertDepartments, updateDepartment, type Department } from './store.ts';

type New = Static<typeof officesContract.createDepartment.body>;
type Edit = Static<typeof officesContract.updateDepartment.body>;

export const createDepartment = (ground: Ground, actor: Actor, fresh: New): Promise<Department> =>
  ground.db.transaction(async (tx) => {
    const row: Department = {
      id: newId(),
      ...fresh,
      version: 1,
      retiredAt: null,
      changedAt: ground.clock.now(),
      changedBy: actor.name,
    };
    insertDepartments(tx, [row]);
    recordChange(tx, actor, 'department', 'create', row);
    return row;
  });

/** Throws `offices.changedMeanwhile` with the department as somebody else wrote it. */
export const editDepartment = (ground: Ground, actor: Actor, department: Department, edit: Edit): Promise<Department> =>
  ground.db.transaction(async (tx) => {
    const next = { ...department, ...edit, changedAt: ground.clock.now(), changedBy: actor.name };
    const row = await wrote(updateDepartment(tx, next), () => getDepartment(tx, department.id));
    recordChange(tx, actor, 'department', 'update', row);
    return row;
  });

/** Only when nothing in service belongs to it: items and posts keep its name and may be moved later. */
export const retireDepartment = (
  ground: Ground,
  actor: Actor,
  department: Department,
  { version, retired }: { version: number; retired: boolean },
): Promise<Department> =>
  ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    if (retired) {
      const { n } = await countInService(tx, { departmentId: department.id });
      if (n > 0) throw officesProblems.departmentInUse({ count: n });
    }
    const next = { ...department, version, retiredAt: retired ? at : null, changedAt: at, changedBy: actor.name };
    const row = await wrote(updateDepartment(tx, next), () => getDepartment(tx, department.id));
    recordChange(tx, actor, 'department', retired ? 'retire' : 'restore', row);
    return row;
  });
