/** Preparing the next version of an item while the present one is in force. */
import { getDepartment } from '#modules/offices';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import type { ItemBody } from '../item.ts';
import { catalogueProblems } from '../problems.ts';
import {
  deleteDraft,
  findDraft,
  insertItems,
  lockItem,
  saveDraftRow,
  type Draft,
  type Item,
  type Stamp,
} from './store.ts';

export const stampOf = (ground: Ground, actor: Actor, note = ''): Stamp => ({
  at: ground.clock.now(),
  name: actor.name,
  accountId: actor.accountId,
  note,
});

/** A department in service; throws `departmentUnknown`. */
async function demandDepartment(ground: Ground, departmentId: string): Promise<void> {
  const department = await getDepartment(ground.db, departmentId).catch(() => undefined);
  if (!department || department.retiredAt !== null) throw catalogueProblems.departmentUnknown();
}

/** A new item with its first draft; nothing is in force before it is published. Throws `codeTaken`, `departmentUnknown`. */
export async function createItem(
  ground: Ground,
  actor: Actor,
  fresh: { code: string; baseCode: string; departmentId: string; body: ItemBody },
): Promise<Draft> {
  await demandDepartment(ground, fresh.departmentId);
  const { body, departmentId } = fresh;
  const itemId = newId();
  const stamp = stampOf(ground, actor);
  return ground.db.transaction(async (tx) => {
    insertItems(tx, [{ id: itemId, source: 'editor', ...fresh }], stamp.at);
    return (await saveDraftRow(tx, { itemId, departmentId, body, basedOn: 0, revision: 0 }, stamp))!;
  });
}

/**
 * Saves the draft. `revision` is the one that was read (0: there was none); another one means that somebody else saved meanwhile:
 * `changedMeanwhile` with who and what.
 */
export async function saveDraft(
  ground: Ground,
  actor: Actor,
  item: Item,
  draft: Pick<Draft, 'departmentId' | 'body' | 'basedOn' | 'revision'>,
): Promise<Draft> {
  if (draft.departmentId !== item.departmentId) await demandDepartment(ground, draft.departmentId);
  return ground.db.transaction(async (tx) => {
    await lockItem(tx, item.id);
    const saved = await saveDraftRow(tx, { ...draft, itemId: item.id }, stampOf(ground, actor));
    // A new row goes in whatever revision was named: then the draft that was read is gone.
    if (saved && saved.revision === draft.revision + 1) return saved;
    const there = await findDraft(tx, item.id);
    throw catalogueProblems.changedMeanwhile(
      there && !saved ? { revision: there.revision, by: there.changedBy, at: there.changedAt.toISOString() } : {},
    );
  });
}

/** Throws the draft away. Throws `noDraft`. */
export const dropDraft = (ground: Ground, itemId: string): Promise<void> =>
  ground.db.transaction(async (tx) => {
    await lockItem(tx, itemId);
    if (!(await findDraft(tx, itemId))) throw catalogueProblems.noDraft();
    deleteDraft(tx, itemId);
  });
