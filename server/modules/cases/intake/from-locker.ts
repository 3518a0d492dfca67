/** Materials that the applicant has handed in once: used out of the locker, and frozen in the act. */
import { inHand, isAtCounter, useEntries } from '#modules/lockers';
import type { HandedIn } from '../case.ts';
import type { CaseRow } from '../store.ts';
import type { StepContext } from '../take-step.ts';

/**
 * The materials with the copies that the case keeps. Throws the problem of the first entry that does not serve, such as
 * `lockers.expired`, `lockers.notTheirs` or `lockers.notConsented`; then nothing of the act is stored. Nothing is asked where nothing
 * comes out of a locker.
 */
export async function withCopies(
  { ground, tx, item, actor }: Pick<StepContext, 'ground' | 'tx' | 'item' | 'actor'>,
  row: CaseRow,
  materials: readonly HandedIn[],
): Promise<HandedIn[]> {
  const known = new Map(item.body.materials.map((material) => [material.id, material]));
  const wanted = materials.flatMap(({ materialId, how, entryId }) => {
    const { name = materialId, metBy } = known.get(materialId) ?? {};
    return how === 'locker' && entryId ? [{ materialId, materialName: name, metBy, entryId }] : [];
  });
  if (wanted.length === 0) return [...materials];
  const owner = { personId: row.personId, organisationId: row.organisationId };
  const copies = await useEntries(
    ground,
    tx,
    {
      owner,
      actor,
      // A member of staff may be here for their own company.
      atCounter: isAtCounter(actor, owner) && (actor.personId === null || actor.personId !== row.agentId),
      // Whoever decides the case now uses it, also after it was sent on.
      item: { ...inHand(item), departmentId: row.departmentId },
      caseId: row.id,
      caseNumber: row.number,
    },
    wanted,
  );
  return materials.map((handed) => {
    const copy = copies.get(handed.materialId);
    // Its files are opened by the copy: they are not this case's own.
    return copy ? { ...handed, fileIds: [], copy } : handed;
  });
}
