/** The line that is left when somebody opens the content of a copy that a case keeps. */
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { insertUsage, type Usage } from './usage-store.ts';
import type { Entry } from './entry.ts';
import { lockerProblems } from './problems.ts';
import { getEntry } from './store.ts';
import { basisFor, blankUsage, whoIs, type ItemInHand } from './whose.ts';

/** Who works on the case, or oversees it, opened a file of it: the owner reads so. The first file stands for all of a copy. */
export async function noteOpening(ground: Ground, actor: Actor, copy: Usage): Promise<void> {
  const who = await whoIs(ground, actor, actor.posts.length > 0);
  const { personId, organisationId, itemId, itemName, caseId, caseNumber, entryId, materialId } = copy;
  const { kind, name, number, source, trust, validUntil, hash, fileIds, documentId } = copy;
  await ground.db.transaction(
    async (tx) =>
    insertUsage(tx, {
      ...who,
      id: newId(),
      how: 'open',
      at: ground.clock.now(),
      basis: 'case',
      consentId: null,
      personId, organisationId, itemId, itemName, caseId, caseNumber, entryId, materialId,
      kind, name, number, source, trust, validUntil, hash, fileIds, documentId,
    }), // prettier-ignore
  );
}

/**
 * A member of staff opens what is to be compared with the original on the table, by the consent for this item. Its first file leaves the
 * line. Throws `noSuchEntry`, `notConsented`.
 */
export async function lookAtOriginal(
  ground: Ground,
  actor: Actor,
  entryId: string,
  item: ItemInHand,
  n: number,
): Promise<Entry> {
  const entry = await getEntry(ground.db, entryId);
  const who = await whoIs(ground, actor, true);
  await ground.db.transaction(async (tx) => {
    const right = await basisFor(ground, tx, actor, { owner: entry, item, atCounter: true }, 'hold');
    if (!right) throw lockerProblems.notConsented();
    if (n > 0) return;
    const { personId, organisationId, kind, name } = entry;
    insertUsage(tx, { ...blankUsage, ...who, ...right, personId, organisationId, id: newId(), how: 'open', at: ground.clock.now(), itemId: item.id, itemName: item.name, entryId, kind, name }); // prettier-ignore
  });
  return entry;
}
