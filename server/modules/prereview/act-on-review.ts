/** What the machine does on a review: nothing, acceptance, or the decision; always as the item's level and the switch allow at that moment. */
import { getVersion } from '#modules/catalogue';
import { getCaseRow, stepByMachine } from '#modules/cases';
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { demandMachine, findSetting, LeftToPerson } from './machine-store.ts';
import type { Level } from './level.ts';
import { isSampled, usual } from './sample.ts';
import { findReview, saveMachineAct, type ReviewRow } from './store.ts';

/** What the course of a case forbids is nobody's fault: it has moved, a hearing is pending, the result is withheld. It is left to a person. */
const forbids = ({ code, status }: Problem): boolean => code.startsWith('cases.') && status < 500;

/** How far the machine went: null where the case was left to a person. Safe to run twice. */
export async function actOnReview(ground: Ground, reviewId: string): Promise<'accept' | 'decide' | null> {
  const review = await findReview(ground.db, reviewId);
  if (!review || review.verdict !== 'pass' || review.judgements.some(({ verdict }) => verdict !== 'pass')) return null;
  const level: Level = (await findSetting(ground.db, review.itemId))?.level ?? usual.level;
  if (level === 'advise') return null;
  const row = await getCaseRow(ground.db, review.caseId);
  // Beside an immediate item nothing is decided by machine, whatever was set before the item changed.
  const { body } = await getVersion(ground, row.itemId, row.itemVersion);
  const decides = level === 'decide' && body.immediate;
  if (!(await step(ground, review, 'accept', review.caseSeq, decides))) return null;
  return decides && (await step(ground, review, 'grant', review.caseSeq + 1, true)) ? 'decide' : 'accept';
}

/** One step; false where it was left to a person. */
async function step(
  ground: Ground,
  review: ReviewRow,
  kind: 'accept' | 'grant',
  seenSeq: number,
  decides: boolean,
): Promise<boolean> {
  const actionId = kind === 'accept' ? review.acceptId : review.grantId;
  const level = decides ? 'decide' : 'accept';
  try {
    await stepByMachine(
      ground,
      review.caseId,
      kind,
      { actionId, seenSeq },
      { reviewId: review.id, rulesVersion: review.rulesVersion },
      async (tx, { undertakings }) => {
        // Whether something may follow later, or is taken on a promise, is for a person to say.
        if (undertakings) throw new LeftToPerson('undertakings');
        const share = await demandMachine(tx, review.itemId, review.departmentId, level);
        const { id: reviewId, caseId, caseNumber, itemId, departmentId } = review;
        saveMachineAct(tx, { reviewId, caseId, caseNumber, itemId, departmentId, kind: kind === 'accept' ? 'accept' : 'decide', at: ground.clock.now(), sampled: isSampled(caseId, share) }); // prettier-ignore
      },
    );
    return true;
  } catch (error) {
    if (error instanceof LeftToPerson || (error instanceof Problem && forbids(error))) return false;
    throw error;
  }
}
