/** Asking again for a document that did not come: it was not given, not whole, or nothing that can be handed out. */
import { canonical } from '#platform/canonical';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { deliver } from './job-types.ts';
import { insertOutgoing } from './message-store.ts';
import { exchangeProblems } from './problems.ts';
import type { TakenRow } from './store.ts';
import { lockDocument, saveDocumentFault } from './taken-store.ts';

/** Leaves the question once; one that is on its way already is not asked twice. Throws `notFound`. */
export async function askDocument(
  ground: Ground,
  { id, partnerId }: Pick<TakenRow, 'id' | 'partnerId'>,
  documentId: string,
): Promise<void> {
  await ground.db.transaction(async (tx) => {
    const line = await lockDocument(tx, id, documentId);
    if (!line) throw exchangeProblems.notFound();
    if (!line.fault) return;
    await saveDocumentFault(tx, id, documentId, null);
    const payload = canonical({ applicationId: id, documentId, part: 1 });
    insertOutgoing(tx, [{ id: newId(), partnerId, subject: documentId, kind: 'document', payload }], ground.clock.now()); // prettier-ignore
    enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
  });
}
