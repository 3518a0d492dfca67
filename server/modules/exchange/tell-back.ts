/** Telling a district what became of the cases that it took in: each step that the applicant may see, with its documents. */
import { actionsShown, getCaseRow, type CaseFacts } from '#modules/cases';
import { documentsOf } from '#modules/documents';
import { canonical } from '#platform/canonical';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { enqueue } from '#platform/jobs';
import { deliver } from './job-types.ts';
import { insertOutgoing } from './message-store.ts';
import { receivedOf } from './store.ts';

/** Leaves a message for each step of a case that came from another district. Steps that are colleagues' business stay here. */
export async function tellBack(
  ground: Ground,
  tx: Tx,
  events: readonly { subject: string; facts: CaseFacts }[],
): Promise<void> {
  const afar = events.filter(({ facts }) => facts.door === 'exchange');
  if (afar.length === 0) return;
  const received = await receivedOf(tx, [...new Set(afar.map(({ subject }) => subject))]);
  const told = await Promise.all(
    received.map(async ({ caseId, applicationId, partnerId }) => {
      const row = await getCaseRow(ground.db, caseId);
      const [{ timeline }, documents] = await Promise.all([actionsShown(ground, row, false), documentsOf(tx, caseId)]);
      // Until a fee is settled the result is closed to its parties, here as there.
      const open = documents.filter(({ kind }) => kind !== 'resultProof' || row.feeState !== 'asked');
      const seqs = new Set(afar.filter(({ subject }) => subject === caseId).map(({ facts }) => facts.seq));
      return timeline
        .filter(({ seq }) => seqs.has(seq))
        .map(({ seq, kind, toState, at, note }) => ({
          id: newId(),
          partnerId,
          subject: applicationId,
          kind: 'step' as const,
          payload: canonical({
            applicationId,
            seq,
            kind,
            state: toState,
            at,
            note,
            documents: open.map(({ id, kind: what, title, titleEn, number }) => ({
              id,
              kind: what,
              title,
              titleEn,
              number,
            })),
          }),
        }));
    }),
  );
  const steps = told.flat();
  if (steps.length === 0) return;
  insertOutgoing(tx, steps, ground.clock.now());
  enqueue(tx, deliver, [{ payload: {}, key: deliver.name }]);
}
