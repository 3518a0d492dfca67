/** The line that is left when somebody opens the content of a copy that a case keeps. */
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { insertUsage, type Usage } from './usage-store.ts';
import { whoIs } from './whose.ts';

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
