/** How a project is tied to the company, its steward and the departments. */
import { mayActFor, organisationsOf } from '#modules/people';
import { getItem } from '#modules/catalogue';
import type { Ground } from '#platform/ground';
import type { Actor, Ties } from '#platform/permissions';
import { stepsOfProjects, type ProjectRow, type StepRow } from './store.ts';

/**
 * It is the company's: of whoever may act for it in every item of the project on this day. It is held by its steward; departments that have
 * a step are tied to it. An authority that was taken back ends at once.
 */
export async function tiesOfProject(ground: Ground, row: ProjectRow, actor: Actor, steps?: StepRow[]): Promise<Ties> {
  const all = steps ?? (await stepsOfProjects(ground.db, [row.id]));
  const owns = actor.personId !== null && (await actsFor(ground, row, all, actor.personId));
  return {
    owners: [owns ? actor.personId : null],
    holder: row.stewardId,
    departments: [...new Set(all.map(({ departmentId }) => departmentId))],
  };
}

async function actsFor(ground: Ground, row: ProjectRow, steps: readonly StepRow[], personId: string): Promise<boolean> {
  const at = ground.clock.now();
  // Whoever may act in all matters need not be asked item by item.
  if ((await organisationsOf(ground.db, personId, at)).includes(row.organisationId)) return true;
  const itemIds = [...new Set(steps.map(({ itemId }) => itemId))];
  const authorities = await Promise.all(
    itemIds.map(async (itemId) => {
      const { code, baseCode } = await getItem(ground.db, itemId);
      return mayActFor(ground.db, personId, {
        organisationId: row.organisationId,
        itemCode: code,
        baseCode,
        at,
      });
    }),
  );
  return authorities.length > 0 && authorities.every((authority) => authority !== undefined);
}
