/** Whether an application is complete and well formed. Pure: the server asks the same as the browser did, and believes nothing. */
import { askedMaterials, type Material, type ItemBody } from '#modules/catalogue/contract';
import type { HandedIn } from '../case.ts';
import { mayUndertake, wayOf } from '../undertakings/undertaking.ts';

/** Where it is handed in decides what counts: paper only comes across a counter. */
export type At = 'counter' | 'distance';

export interface MaterialFault {
  materialId: string;
  name: string;
  fault: 'missing' | 'noFile' | 'notShared' | 'notAsked' | 'paperFromAfar' | 'notFromLocker' | 'twice' | 'notTolerable';
}

/** A material that is needed before the case can be accepted; `tolerable` and `byPromise` ones need an undertaking to be left out. */
const isNeeded = (material: Material): boolean => material.requirement !== 'optional';

/** Undertaken where the item does not allow it. */
function isRefused(material: Material, handed: HandedIn): boolean {
  const way = wayOf(handed);
  return way !== undefined && !mayUndertake(material, way);
}

/** Every fault at once (一次性告知); an empty list means that the materials are complete. */
export function faultsOf(
  item: ItemBody,
  answers: Record<string, unknown>,
  situations: Record<string, string>,
  handedIn: readonly HandedIn[],
  at: At,
): MaterialFault[] {
  const asked = askedMaterials(item, { ...answers, ...situations });
  const faults: MaterialFault[] = [];
  const seen = new Set<string>();
  for (const handed of handedIn) {
    const material = asked.find(({ id }) => id === handed.materialId);
    const name = material?.name ?? handed.materialId;
    const fault = (why: MaterialFault['fault']) => faults.push({ materialId: handed.materialId, name, fault: why });
    if (!material) fault('notAsked');
    else if (seen.has(handed.materialId)) fault('twice');
    else if (handed.how === 'upload' && handed.fileIds.length === 0) fault('noFile');
    else if (handed.how === 'shared' && material.source !== 'shared' && material.source !== 'government')
      fault('notShared');
    else if (handed.how === 'locker' ? !material.metBy || !handed.entryId : handed.entryId !== undefined)
      fault('notFromLocker');
    else if (handed.how === 'paper' && at === 'distance' && material.form === 'electronic') fault('paperFromAfar');
    else if (handed.how === 'missing' && isNeeded(material)) fault('missing');
    else if (isRefused(material, handed)) fault('notTolerable');
    seen.add(handed.materialId);
  }
  for (const material of asked) {
    // What the office fetches itself need not be mentioned, nor the form (申请表) that is drawn from the answers.
    const comesByItself = material.source === 'shared' || material.id === 'form';
    if (!seen.has(material.id) && isNeeded(material) && !comesByItself) {
      faults.push({ materialId: material.id, name: material.name, fault: 'missing' });
    }
  }
  return faults;
}
