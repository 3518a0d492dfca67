/** What may happen at any station: who holds the case, corrections, withdrawal. */
import type { Ground } from '#platform/ground';
import { shanghaiDay } from '#platform/clock';
import { documentsOf } from '#modules/documents';
import { cancelFee } from '#modules/payments';
import { postsNow } from '#modules/people';
import { contentOf } from '../case.ts';
import { checkAnswers, givenOf } from '../intake/check-answers.ts';
import { renewalUntil } from '../intake/renewal.ts';
import { may } from '../may.ts';
import { paper } from '../papers.ts';
import { contentOfResult, resultPaper } from './decision.ts';
import { lastOrder } from './fees.ts';
import { caseProblems } from '../problems.ts';
import { readActions, type CaseRow } from '../store.ts';
import { endUndertakings } from '../undertakings/undertake.ts';
import { takeStep, type Deed, type Who } from '../take-step.ts';

/** Takes the case into one's own hands. From a colleague it is handed over, not taken. */
export const take = (ground: Ground, who: Who, caseId: string, deed: Deed): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'take', deed, (row, { actor }) => {
    const standsIn = actor.posts.some((post) => post.standsInFor !== undefined && post.standsInFor === row.holderId);
    if (row.holderId && row.holderId !== actor.accountId && !standsIn)
      throw caseProblems.heldByOther({ holderId: row.holderId });
    return { facts: { from: row.holderId }, changes: { holderId: actor.accountId } };
  });

/** Hands the case to a colleague who can work on it, or back to the department's list. Throws `noSuchColleague`. */
export const handOver = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { toAccountId: string | null; reason?: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'handOver', deed, async (row, { tx, now }) => {
    const { toAccountId, reason } = deed;
    if (toAccountId !== null) {
      const posts = await postsNow(tx, toAccountId, now);
      const reaches = posts.some(
        (post) =>
          may.take[post.role as keyof typeof may.take] !== undefined &&
          (post.departmentId === row.departmentId || (post.outletId !== null && post.outletId === row.outletId)),
      );
      if (!reaches) throw caseProblems.noSuchColleague();
    }
    return {
      facts: { from: row.holderId, to: toAccountId, ...(reason ? { reason } : {}) },
      changes: { holderId: toAccountId },
    };
  });

/** The applicant takes the application back, at any time before the decision. */
export const withdraw = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { reason?: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'withdraw', deed, async (row, context) => {
    await paper(context, row, 'withdrawal', {
      submittedOn: shanghaiDay(row.submittedAt),
      cause: 'withdrawn',
      ...(deed.reason ? { reason: deed.reason } : {}),
      endedOn: shanghaiDay(context.now),
    });
    await endUndertakings(context, row);
    const reason = deed.reason ? { reason: deed.reason } : {};
    if (row.feeState !== 'asked') return { facts: reason };
    // What was asked for a decision that will not come is not owed any more.
    const { tx, now, actor } = context;
    await cancelFee(tx, {
      orderId: await lastOrder(tx, row),
      accountId: actor.accountId,
      reason: deed.reason ?? '申请人撤回申请',
      at: now,
    });
    return { facts: { ...reason, feeCancelled: true }, changes: { feeState: 'none' } };
  });

/** Puts a mistake right as an act of its own: what stood there before stays in the history. */
export const correct = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { answers?: Record<string, unknown>; applicantName?: string; reason: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'correct', deed, async (row, context) => {
    const { answers, applicantName, reason } = deed;
    const { tx, item, now } = context;
    const content = contentOf(await readActions(tx, caseId));
    const before = content.answers;
    const counting = checkAnswers(item, { ...content, answers: { ...before, ...answers } }, shanghaiDay(now));
    const given = givenOf(counting, answers);
    const titles = context.item.body.form.properties;
    const changes = Object.entries(given).map(([key, is]) => ({
      what: titles[key]?.title ?? key,
      was: String(before[key] ?? ''),
      is: String(is),
    }));
    if (applicantName) changes.unshift({ what: '申请人', was: row.applicantName, is: applicantName });
    // The result that names somebody wrongly is made out once more; the notice says which one it takes the place of.
    const results = (await documentsOf(tx, caseId)).filter(({ kind }) => kind === 'resultProof');
    const wrong = applicantName ? results.at(-1) : undefined;
    await paper(context, row, 'correction', { ...(wrong ? { ofNumber: wrong.number } : {}), changes, reason });
    if (wrong && applicantName)
      await resultPaper(context, { ...row, applicantName }, contentOfResult(await readActions(tx, caseId)));
    return {
      facts: {
        reason,
        ...(answers ? { answers: given } : {}),
        ...(answers && item.body.renewal
          ? { expiresOn: renewalUntil(item.body, counting, shanghaiDay(row.submittedAt), context.calendar) }
          : {}),
        ...(applicantName ? { was: row.applicantName, is: applicantName } : {}),
      },
      changes: applicantName ? { applicantName } : {},
    };
  });

/** A note for colleagues; the applicant does not see it. */
export const note = (ground: Ground, who: Who, caseId: string, deed: Deed & { text: string }): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'note', deed, () => ({ facts: { text: deed.text } }));
