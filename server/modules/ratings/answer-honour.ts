/** Somebody agrees to be named on the wall of honour, or no more. */
import type { Ground } from '#platform/ground';
import { Problem } from '#platform/problems';
import { agreeingAmong, keepAnswer } from './honour-store.ts';

/** Kept as a further answer; the same `actionId` once more changes nothing. */
export async function answerHonour(
  ground: Ground,
  accountId: string,
  { actionId, agrees }: { actionId: string; agrees: boolean },
): Promise<{ agrees: boolean }> {
  try {
    await ground.db.transaction(async (tx) => keepAnswer(tx, actionId, accountId, agrees, ground.clock.now()));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'ratings.actionReused') throw error;
  }
  return { agrees: (await agreeingAmong(ground.db, [accountId])).size > 0 };
}
