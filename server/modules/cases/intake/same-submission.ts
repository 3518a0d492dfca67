/** Whether an application that comes again with an act that was done is the one of before. */
import { getVersion, validateAnswers } from '#modules/catalogue';
import { isAsSaid } from '#platform/canonical';
import type { Ground } from '#platform/ground';
import { isStaff, type Actor } from '#platform/permissions';
import type { HandedIn } from '../case.ts';
import type { Submission } from '../shapes.ts';
import { readActions, type CaseRow } from '../store.ts';

/**
 * Compares with what was stored: who applies for what, the answers that count, what was handed in. Signatures are left out: they stand under
 * all of that, and may have been drawn anew.
 */
export async function isSameSubmission(
  ground: Ground,
  actor: Actor,
  submission: Submission,
  row: CaseRow,
): Promise<boolean> {
  const [made] = await readActions(ground.db, row.id);
  const item = await getVersion(ground, row.itemId, row.itemVersion);
  const counting = validateAnswers(item, submission);
  if (!made || !counting.ok) return false;
  const { itemId, situations, delivery, keepMaterials = false } = submission;
  const { organisationId = null, personId: named } = submission.applicant;
  const personId = organisationId ? null : (named ?? actor.personId);
  const acting = isStaff(actor) && Object.keys(submission.applicant).length > 0 ? (submission.agentId ?? null) : actor.personId; // prettier-ignore
  // What comes out of a locker is kept as a copy, which opens its files.
  const materials = submission.materials.map((handed) => (isFromLocker(handed) ? { ...handed, fileIds: [] } : handed));
  const { keepMaterials: kept = false, ...facts } = made.facts;
  const stored = ((facts.materials ?? []) as HandedIn[]).map(({ copy: _, ...handed }) => handed);
  return (
    isAsSaid(row, { itemId, personId, organisationId, agentId: acting === personId ? null : acting }) &&
    isAsSaid(made, { kind: 'submit', accountId: actor.accountId }) &&
    isAsSaid({ ...facts, kept, materials: stored }, { answers: counting.answers, situations, delivery, kept: keepMaterials, materials }) // prettier-ignore
  );
}

const isFromLocker = ({ how, entryId }: HandedIn): boolean => how === 'locker' && entryId !== undefined;
