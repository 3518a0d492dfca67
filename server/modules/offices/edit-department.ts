/** Departments: added, written anew, taken out of service and back. */
import type { Static } from 'typebox';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import type { officesContract } from './contract.ts';
import { editorOf } from './edit.ts';
import { officesProblems } from './problems.ts';
import { countInService, getDepartment, insertDepartments, updateDepartment, type Department } from './store.ts';

type New = Static<typeof officesContract.createDepartment.body>;
type Edit = Static<typeof officesContract.updateDepartment.body>;

const departments = editorOf<Department>('department', {
  insert: insertDepartments,
  update: updateDepartment,
  get: getDepartment,
});

export const createDepartment = (ground: Ground, actor: Actor, fresh: New): Promise<Department> =>
  departments.create(ground, actor, fresh);

export const editDepartment = (ground: Ground, actor: Actor, department: Department, edit: Edit): Promise<Department> =>
  departments.edit(ground, actor, department, edit);

/** Only when nothing in service belongs to it: items and posts keep its name and may be moved later. */
export const retireDepartment = (
  ground: Ground,
  actor: Actor,
  department: Department,
  wanted: { version: number; retired: boolean },
): Promise<Department> =>
  departments.retire(ground, actor, department, wanted, async (tx) => {
    if (!wanted.retired) return;
    const { n } = await countInService(tx, { departmentId: department.id });
    if (n > 0) throw officesProblems.departmentInUse({ count: n });
  });
