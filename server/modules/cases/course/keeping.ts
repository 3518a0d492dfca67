/** What may happen at any station: who holds the case, corrections, withdrawal. */
import type { Ground } from '#platform/ground';
import { shanghaiDay } from '#platform/clock';
import { contentOf } from '../case.ts';
import { paper } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import { readActions, type CaseRow } from '../store.ts';
import { takeStep, type Deed, type Who } from '../take-step.ts';

/** Takes the case into one's own hands. From a colleague it is handed over, not taken. */
export const take = (ground: Ground, who: Who, caseId: string, deed: Deed): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'take', deed, (row, { actor }) => {
    const standsIn = actor.posts.some((post) => post.standsInFor !== undefined && post.standsInFor === row.holderId);
    if (row.holderId && row.holderId !== actor.accountId && !standsIn)
      throw caseProblems.heldByOther({ holderId: row.holderId });
    return { facts: { from: row.holderId }, changes: { holderId: actor.accountId } };
  });

/** Hands the case to a colleague, or back to the department's list. */
export const handOver = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { toAccountId: string | null; reason?: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'handOver', deed, (row) => ({
    facts: { from: row.holderId, to: deed.toAccountId, ...(deed.reason ? { reason: deed.reason } : {}) },
    changes: { holderId: deed.toAccountId },
  }));

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
    return { facts: deed.reason ? { reason: deed.reason } : {} };
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
    const before = contentOf(await readActions(context.tx, caseId)).answers;
    const titles = context.item.body.form.properties;
    const changes = Object.entries(answers ?? {}).map(([key, is]) => ({
      what: titles[key]?.title ?? key,
      was: String(before[key] ?? ''),
      is: String(is),
    }));
    if (applicantName) changes.unshift({ what: '申请人', was: row.applicantName, is: applicantName });
    await paper(context, row, 'correction', { changes, reason });
    return {
      facts: {
        reason,
        ...(answers ? { answers } : {}),
        ...(applicantName ? { was: row.applicantName, is: applicantName } : {}),
      },
      changes: applicantName ? { applicantName } : {},
    };
  });

/** A note for colleagues; the applicant does not see it. */
export const note = (ground: Ground, who: Who, caseId: string, deed: Deed & { text: string }): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'note', deed, () => ({ facts: { text: deed.text } }));
