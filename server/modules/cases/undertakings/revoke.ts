/** A decision that is taken back (行政许可法 art. 69): by the head, on a ground of the law, after the party was heard. */
import { documentsOf } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { basisOf, paper, remediesIn } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import { brokeUndertaking, revocationGrounds, type RevocationGround } from '../revocation.ts';
import type { CaseRow } from '../store.ts';
import { takeStep, type Deed, type Who } from '../take-step.ts';
import { consequencesOf } from './undertaking.ts';
import { moveUndertakings, undertakingsOf } from './undertaking-store.ts';

export interface Revoking extends Deed {
  ground: RevocationGround;
  /** The facts that were found. */
  reason: string;
  /** The day on which the party was heard, or its time to say something was over. */
  heardOn: string;
  /** What the party said to it, or that it said nothing. */
  statement: string;
}

/**
 * Takes back what was granted, with the ground, the facts, what the party said to them (art. 7) and the remedies. What was undertaken ends
 * with it. Throws `revocationUngrounded` for an undertaking that was not broken, and `heardOnWrong`.
 */
export const revoke = (ground: Ground, who: Who, caseId: string, deed: Revoking): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'revoke', deed, async (row, context) => {
    const { tx, now, item } = context;
    const { reason, heardOn, statement } = deed;
    const decidedOn = shanghaiDay(row.decidedAt ?? now);
    if (heardOn > shanghaiDay(now) || heardOn < decidedOn) throw caseProblems.heardOnWrong({ decidedOn });
    const undertakings = await undertakingsOf(tx, caseId);
    const shown = undertakings.map(({ state, kind }) => ({ state, consequences: consequencesOf(item.body, kind) }));
    if (deed.ground === 'undertaking' && !brokeUndertaking(shown)) throw caseProblems.revocationUngrounded();
    const result = (await documentsOf(tx, caseId)).findLast(({ kind }) => kind === 'resultProof');
    const { place, text, interests } = revocationGrounds[deed.ground];
    await paper(context, row, 'revocation', {
      decidedOn,
      reasons: [reason],
      basis: basisOf(context),
      ground: { place, text, interests },
      heard: { on: heardOn, statement },
      ...(result ? { resultNumber: result.number } : {}),
      ...remediesIn(ground),
    });
    const open = undertakings.filter(({ endedAt }) => endedAt === null);
    moveUndertakings(tx, open.map(({ id }) => id), { state: 'ended', endedAt: now }); // prettier-ignore
    return { facts: { ground: deed.ground, reason, heardOn, statement } };
  });
