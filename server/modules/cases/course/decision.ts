/** Examination and decision (行政许可法 art. 34, 38), the result and its delivery (art. 44). */
import type { Ground } from '#platform/ground';
import { documentsOf, recordService, type ListedDocument } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import type { Action } from '../case.ts';
import { hindrancesOf, mustBeFree, type Hindered } from '../hindrance.ts';
import { hearingHolds } from '../hearing.ts';
import { basisOf, paper, remediesIn } from '../papers.ts';
import { caseProblems } from '../problems.ts';
import type { CaseRow } from '../store.ts';
import { takeStep, type Deed, type Planner, type StepContext, type Who } from '../take-step.ts';
import { beginChecks, deliveryAfter, endUndertakings, mustNotBeWithheld } from '../undertakings/undertake.ts';

/** Examines and proposes. Who decides sees the proposal and is not bound by it. Throws `presidingExamined`. */
export const examine = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { opinion: string; proposal: 'grant' | 'refuse' },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'examine', deed, ({ hearing }) => {
    // Art. 48 (3), the other way round.
    const presides = hearing !== null && hearing.state !== 'off' && hearing.presidingAccountId === who.actor.accountId;
    if (presides) throw caseProblems.presidingExamined();
    return { facts: { opinion: deed.opinion, proposal: deed.proposal } };
  });

/**
 * The hearing by whose record is decided (art. 48), as the decision names it. Throws `hearingPending` while one can still be asked for or
 * is to be held.
 */
function heardBefore(row: CaseRow, now: Date): { hearingOn?: string } {
  const today = shanghaiDay(now);
  if (hearingHolds(row.hearing, today)) throw caseProblems.hearingPending({ askBy: row.hearing!.askBy });
  return row.hearing?.heldOn ? { hearingOn: row.hearing.heldOn } : {};
}

interface Granting extends Deed {
  opinion?: string;
  conditions?: string;
  /** The result is made out in the same act, as where the licence is printed with the decision. */
  issueNow?: boolean;
}

/** What granting does, whoever decides. Hindrances are asked here where they did not come with the lock. */
export const planGrant =
  ({ opinion, conditions, issueNow }: Omit<Granting, 'actionId'>): Planner<Hindered | undefined> =>
  async (row, context, hindered) => {
    mustBeFree(hindered ?? (await hindrancesOf(context.tx, row.id)), 'grant');
    const { result } = context.item.body;
    const delivery = await deliveryAfter(context, row);
    await paper(context, row, 'decisionGrant', {
      acceptedOn: shanghaiDay(row.acceptedAt ?? context.now),
      ...heardBefore(row, context.now),
      basis: basisOf(context),
      ...(result ? { resultName: result.name } : {}),
      ...(conditions ? { conditions: [conditions] } : {}),
      ...delivery.paper,
    });
    beginChecks(context, row);
    if (issueNow) {
      await mustNotBeWithheld(context, row);
      await resultPaper(context, row, {});
    }
    return {
      facts: { ...(opinion ? { opinion } : {}), ...(conditions ? { conditions } : {}), ...delivery.facts },
      changes: { decidedAt: context.now, outcome: 'granted' },
      ...(issueNow ? { followedBy: [{ kind: 'issue', facts: {} }] } : {}),
    };
  };

/** Grants what was applied for. */
export const grant = (ground: Ground, who: Who, caseId: string, deed: Granting): Promise<CaseRow> =>
  takeStep<Hindered | undefined>(ground, who, caseId, 'grant', deed, planGrant(deed), (tx) => hindrancesOf(tx, caseId));

/** Refuses, with the reasons to which the applicant has a right, and the remedies. */
export const refuse = (ground: Ground, who: Who, caseId: string, deed: Deed & { reason: string }): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'refuse', deed, async (row, context, hindered: Hindered) => {
    mustBeFree(hindered, 'refuse');
    await paper(context, row, 'decisionRefuse', {
      acceptedOn: shanghaiDay(row.acceptedAt ?? context.now),
      ...heardBefore(row, context.now),
      reasons: [deed.reason],
      basis: basisOf(context),
      ...remediesIn(ground),
    });
    await endUndertakings(context, row);
    return { facts: { reason: deed.reason }, changes: { decidedAt: context.now, outcome: 'refused' } };
  }, (tx) => hindrancesOf(tx, caseId)); // prettier-ignore

/** What a result says of the case by itself. */
const resultLines = ({ now }: StepContext, row: CaseRow) => [
  { label: '申请人', value: row.applicantName },
  { label: '办件编号', value: row.number },
  { label: '办结日期', value: shanghaiDay(row.decidedAt ?? now) },
];

interface ResultContent {
  /** Last day of validity. */
  validUntil?: string;
  /** What the document says, where the standard sentence does not fit. */
  content?: string;
}

/** Makes out the result for whom the row names. */
export function resultPaper(context: StepContext, row: CaseRow, { validUntil, content }: ResultContent): Promise<void> {
  const { result } = context.item.body;
  return paper(context, row, 'resultProof', {
    ...(result ? { title: result.name } : {}),
    ...(result?.nameEn ? { titleEn: result.nameEn } : {}),
    lines: resultLines(context, row),
    statement: content ?? `经审查，${row.applicantName}申请的“${row.itemName}”符合规定，特此证明。`,
    ...(validUntil ? { validUntil } : {}),
  });
}

/** What the result said beyond the case, when it was made out. */
export function contentOfResult(actions: readonly Pick<Action, 'kind' | 'facts'>[]): ResultContent {
  const { validUntil, content } = actions.findLast(({ kind }) => kind === 'issue')?.facts ?? {};
  return {
    ...(typeof validUntil === 'string' ? { validUntil } : {}),
    ...(typeof content === 'string' ? { content } : {}),
  };
}

/** Makes out the result document. */
export const issue = (ground: Ground, who: Who, caseId: string, deed: Deed & ResultContent): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'issue', deed, async (row, context) => {
    const { validUntil, content } = deed;
    await mustNotBeWithheld(context, row);
    await resultPaper(context, row, deed);
    return { facts: { ...(validUntil ? { validUntil } : {}), ...(content ? { content } : {}) } };
  });

/** Records for each document of the case how and when it was served, and makes out the acknowledgement of service. */
async function serveAll(
  context: StepContext,
  row: CaseRow,
  { way, to, proof, servedOn = shanghaiDay(context.now) }: Handing,
  documents: readonly ListedDocument[],
): Promise<void> {
  const unserved = documents.filter(({ services }) => services.length === 0);
  for (const { id, kind } of unserved) {
    recordService(context.tx, {
      documentId: id,
      kind,
      way,
      servedOn,
      accountId: context.actor.accountId,
      ...(to ? { receivedBy: to } : {}),
      ...(proof ? { proof } : {}),
      at: context.now,
    });
  }
  await paper(context, row, 'deliveryReceipt', {
    documents: unserved.map(({ title, number }) => ({ name: title, number })),
    way,
    servedOn,
    ...(to ? { receivedBy: to } : {}),
  });
}

interface Handing {
  way: 'collected' | 'posted' | 'electronic';
  /** Who took it. */
  to?: string;
  /** The postal number, or how it was acknowledged. */
  proof?: string;
  /** The day on which it reached them, as the post says it; today if nothing is said. */
  servedOn?: string;
}

/**
 * Hands the result over and closes the case. The way and the day of service are recorded for every document of the
 * case: from them the periods of review and action run.
 */
export const deliver = (ground: Ground, who: Who, caseId: string, deed: Deed & Handing): Promise<CaseRow> =>
  takeStep<ListedDocument[]>(
    ground,
    who,
    caseId,
    'deliver',
    deed,
    async (row, context, documents) => {
      // A refusal is served whatever is owed: its remedies run from there.
      if (row.feeState === 'asked' && row.state === 'issued') throw caseProblems.feeOutstanding();
      const { way, to, proof, servedOn } = deed;
      const today = shanghaiDay(context.now);
      if (servedOn && (servedOn > today || servedOn < shanghaiDay(row.decidedAt ?? context.now)))
        throw caseProblems.servedOnWrong();
      await serveAll(context, row, deed, documents);
      return {
        facts: { way, ...(to ? { to } : {}), ...(proof ? { proof } : {}), ...(servedOn ? { servedOn } : {}) },
        followedBy: [{ kind: 'close', facts: {} }],
      };
    },
    (tx) => documentsOf(tx, caseId),
  );
