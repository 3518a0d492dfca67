/** A case as a part of a larger matter: checked, opened and ended in the transaction of the module that holds the whole. */
import { getVersion } from '#modules/catalogue';
import { cancelFee } from '#modules/payments';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { takeNumber } from '#platform/numbers';
import { nobody, type Actor } from '#platform/permissions';
import type { Problem } from '#platform/problems';
import { after, contentOf, type Content } from './case.ts';
import { planGrant } from './course/decision.ts';
import { lastOrder } from './course/fees.ts';
import { hearingHolds } from './hearing.ts';
import { hindrancesOf } from './hindrance.ts';
import type { Applicant } from './intake/applicant.ts';
import { prepare, submitIn, type Prepared } from './intake/submit-case.ts';
import { paper, remediesIn } from './papers.ts';
import type { Submission } from './shapes.ts';
import { caseProblems } from './problems.ts';
import { readActions, type CaseRow } from './store.ts';
import { stepIn } from './take-step.ts';
import { endDraftIn } from './intake/drafts.ts';
import { lockDraft } from './intake/draft-store.ts';
import { endUndertakings } from './undertakings/undertake.ts';

/** A part that was checked and is opened now or later: all that its case needs, as plain data. */
export interface Part {
  itemId: string;
  itemVersion: number;
  applicant: Applicant;
  answers: Record<string, unknown>;
  situations: Record<string, string>;
  materials: Submission['materials'];
  delivery: Submission['delivery'];
  signature: Submission['signature'];
  undertaking?: NonNullable<Submission['undertaking']>;
  atCounter: boolean;
  door: Prepared['stand']['door'];
  outletId: string | null;
}

/** Checks a part as an application by itself is checked. Throws what `submitCase` throws; nothing is stored. */
export async function checkPart(ground: Ground, actor: Actor, submission: Submission): Promise<Part> {
  const { item, applicant, answers, atCounter, stand } = await prepare(ground, actor, submission);
  const { itemId, situations, materials, delivery, signature, undertaking } = submission;
  return { ...(undertaking ? { undertaking } : {}), itemId, itemVersion: item.version, applicant, answers, situations, materials, delivery, signature, atCounter, ...stand }; // prettier-ignore
}

/**
 * Opens the case of a part, by the version that it was checked against. `actor` is who handed the whole in, or nobody when it is opened by
 * the rule. Its files belong to the matter and are given to the case to read.
 */
export async function openPart(ground: Ground, tx: Tx, actor: Actor, part: Part): Promise<CaseRow> {
  const { itemId, itemVersion, applicant, answers, situations, materials, delivery, signature, atCounter } = part;
  const year = shanghaiDay(ground.clock.now()).slice(0, 4);
  const [item, serial] = await Promise.all([
    getVersion(ground, itemId, itemVersion),
    takeNumber(ground.db, `case/${year}`),
  ]);
  const { undertaking } = part;
  const given = { answers, situations, materials, delivery, signature, ...(undertaking ? { undertaking } : {}) };
  const submission = { actionId: newId(), itemId, applicant: {}, ...given };
  return submitIn(ground, tx, actor, submission, {
    item,
    applicant,
    answers,
    atCounter,
    stand: { door: part.door, outletId: part.outletId },
    scope: 'decide',
    number: `${ground.district.code}-${year}-${String(serial).padStart(7, '0')}`,
    openLike: [],
    isPart: true,
  });
}

/**
 * Ends an undecided case because the matter that it is a part of ends: by the policy of the matter, or at the applicant's wish. The document
 * says why. Returns undefined for a case that was decided or has ended meanwhile: that stands.
 */
export async function endPart(
  ground: Ground,
  tx: Tx,
  row: CaseRow,
  why: { by: 'policy' | 'applicant'; reason: string; actor?: Actor },
): Promise<CaseRow | undefined> {
  if (!after(row.state, 'withdraw')) return undefined;
  const who = { actor: why.actor ?? nobody, allow: () => {} };
  return stepIn(ground, tx, who, row.id, 'withdraw', { actionId: newId() }, async (now, context) => {
    await paper(context, now, 'withdrawal', {
      submittedOn: shanghaiDay(now.submittedAt),
      cause: why.by === 'policy' ? 'other' : 'withdrawn',
      reason: why.reason,
      endedOn: shanghaiDay(context.now),
      ...(why.by === 'policy' ? remediesIn(ground) : {}),
    });
    await endUndertakings(context, now);
    const facts = { reason: why.reason, ...(why.by === 'policy' ? { byMatter: true } : {}) };
    if (now.feeState !== 'asked') return { facts };
    await cancelFee(tx, {
      orderId: await lastOrder(tx, now),
      accountId: context.actor.accountId,
      reason: why.reason,
      at: context.now,
    });
    return { facts: { ...facts, feeCancelled: true }, changes: { feeState: 'none' } };
  });
}

/**
 * What keeps a case from being granted now, as the problem that granting would be; `except` is the hindrance that the asker is itself.
 * Undefined when nothing does.
 */
export async function obstacleToGrant(
  ground: Ground,
  tx: Tx,
  row: CaseRow,
  except: string,
): Promise<Problem | undefined> {
  const hindered = (await hindrancesOf(tx, row.id)).find(({ grant, why }) => grant && why !== except);
  if (hindered) return caseProblems.decisionHindered({ why: hindered.why });
  return hearingHolds(row.hearing, shanghaiDay(ground.clock.now()))
    ? caseProblems.hearingPending({ askBy: row.hearing!.askBy })
    : undefined;
}

/** Grants a part in the transaction in which the whole is decided. Hindrances were asked before, by `obstacleToGrant`. */
export const grantPart = (
  ground: Ground,
  tx: Tx,
  actor: Actor,
  caseId: string,
  said: { opinion?: string; conditions?: string },
): Promise<CaseRow> =>
  stepIn(ground, tx, { actor, allow: () => {} }, caseId, 'grant', { actionId: newId() }, (row, context) =>
    planGrant(said)(row, context, []),
  );

/** What the applicant has said and handed in, after all supplements and corrections. */
export const contentOfCase = async (tx: Pick<Tx, 'many' | 'maybe' | 'one'>, caseId: string): Promise<Content> =>
  contentOf(await readActions(tx, caseId));

/** The draft that a matter was filled in as: locked before its files move on, ended after. */
export { lockDraft, endDraftIn };
/** Who hinders a decision; what a history shows; the usual steps by name. */
export { acts } from './acts.ts';
export { hinderDecisions } from './hindrance.ts';
export { actionsShown } from './read-case.ts';
