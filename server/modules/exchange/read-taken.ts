/** What was taken in for another district, whole: what was handed in, and what came of it. */
import { filesOf } from '#modules/documents';
import type { Ground } from '#platform/ground';
import type { TakenRow } from './store.ts';
import { listDocuments, listSteps, listSupplements } from './taken-store.ts';
import type { Application, SentMaterial } from './wire.ts';

/** Personal data of the applicant stay in the message; the screen has the name in its line. */
export async function readTaken(ground: Ground, row: TakenRow) {
  const { answers, situations, materials } = JSON.parse(row.content) as Application;
  const [steps, documents, supplements, files] = await ground.db.together((reader) =>
    Promise.all([
      listSteps(reader, row.id),
      listDocuments(reader, row.id),
      listSupplements(reader, row.id),
      filesOf(reader, row.id),
    ]),
  );
  const names = new Map(files.map(({ id, name }) => [id, name]));
  const shown = ({ materialId, how, files: sent }: SentMaterial) => ({
    materialId,
    how,
    files: sent.map(({ id, name }) => ({ id, name: names.get(id) ?? name })),
  });
  return {
    partnerCode: row.partnerCode,
    itemVersion: row.itemVersion,
    answers,
    situations,
    materials: materials.map(shown),
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })),
    documents,
    supplements: supplements.map(({ id, at, answeredAt, refusal }) => ({
      id,
      at: at.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
      refusal,
    })),
  };
}
