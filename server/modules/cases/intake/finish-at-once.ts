/** Immediate items (即办件): received, accepted, decided and made out in one act, on one screen. */
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { accept } from '../course/acceptance.ts';
import { grant, issue } from '../course/decision.ts';
import { caseProblems } from '../problems.ts';
import type { Submission } from '../shapes.ts';
import type { Who } from '../take-step.ts';
import { submitCase, type Submitted } from './submit-case.ts';

/**
 * Takes an immediate item through to its result. The clerk's one act becomes four in the history, so that it reads like any other; each
 * is durable before the next, and a retry with the same `actionId` goes on where the first one stopped.
 */
export async function finishAtOnce(
  ground: Ground,
  who: Who,
  submission: Submission & { opinion?: string },
): Promise<Submitted> {
  const { opinion, ...rest } = submission;
  const submitted = await submitCase(ground, who, rest, ({ item, scope }) => {
    if (!item.body.immediate) throw caseProblems.notImmediate();
    // Handed down for taking in only: the department decides.
    if (scope !== 'decide') throw caseProblems.notDecidedHere();
  });
  let row = submitted.row;
  // Whoever may finish at once may do so for any item: that is what the permission of this operation says.
  const any: Who = { actor: who.actor, allow: () => {} };
  if (row.state === 'submitted') row = await accept(ground, any, row.id, { actionId: newId(), seenSeq: row.seq });
  if (row.state === 'accepted')
    row = await grant(ground, any, row.id, {
      actionId: newId(),
      seenSeq: row.seq,
      issueNow: true,
      ...(opinion ? { opinion } : {}),
    });
  if (row.state === 'granted') row = await issue(ground, any, row.id, { actionId: newId(), seenSeq: row.seq });
  return { ...submitted, row };
}
