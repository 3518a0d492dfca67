/** Rating the service of a case. */
import { markRated, type CaseRow } from '#modules/cases';
import { shanghaiDay } from '#platform/clock';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { ratingGiven } from './events.ts';
import { ratingProblems } from './problems.ts';
import { faultOf, isBad, type Said } from './rating.ts';
import { beginHandling, findRating, findRatingOfCase, insertRating, type Rating } from './store.ts';

/**
 * Stores what was said, once for each case. The same `actionId` gives the same answer; another one finds the case rated and
 * changes nothing.
 */
export async function rateCase(
  ground: Ground,
  row: CaseRow,
  via: { via: 'account'; accountId: string } | { via: 'code'; accountId: null },
  said: Said & { actionId: string },
): Promise<Rating> {
  const fault = faultOf(said);
  if (fault) throw ratingProblems[fault]();
  // A case that did not end in a result can be rated as well: being turned away is a service too.
  if (!row.endedAt) throw ratingProblems.notEnded({ state: row.state });
  const at = ground.clock.now();
  const rating: Rating = {
    id: said.actionId,
    caseId: row.id,
    caseNumber: row.number,
    itemId: row.itemId,
    itemName: row.itemName,
    departmentId: row.departmentId,
    outletId: row.outletId,
    door: row.door,
    level: said.level,
    reasons: [...(said.reasons ?? [])],
    comment: said.comment?.trim() ?? '',
    ...via,
    at,
    onDay: shanghaiDay(at),
  };
  try {
    await ground.db.transaction(async (tx) => {
      insertRating(tx, rating);
      if (isBad(rating.level)) beginHandling(tx, rating.id, at);
      markRated(tx, row.id);
      emit(tx, ratingGiven, row.id, {
        ratingId: rating.id,
        level: rating.level,
        bad: isBad(rating.level),
        itemId: row.itemId,
        departmentId: row.departmentId,
        outletId: row.outletId,
        ownerId: row.agentId ?? row.personId,
      });
    });
    return rating;
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('ratings.')) throw error;
    return afterwards(ground, rating);
  }
}

/** What a rating that met another one is answered with: itself, when it was the same. */
async function afterwards(ground: Ground, rating: Rating): Promise<Rating> {
  const same = await findRating(ground.db, rating.id);
  if (same && same.caseId !== rating.caseId) throw ratingProblems.actionReused();
  if (same) return same;
  const other = await findRatingOfCase(ground.db, rating.caseId);
  throw ratingProblems.alreadyRated(other ? { level: other.level } : {});
}
