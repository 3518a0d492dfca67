/** The first station (行政许可法 art. 32): accept, tell everything missing at once, or say in writing why not. */
import type { Ground } from '#platform/ground';
import { caseProblems } from '../problems.ts';
import { shanghaiDay } from '#platform/clock';
import { boundedBy, dueAfter } from '../clocks.ts';
import { basisOf, departmentOf, paper, remediesIn } from '../papers.ts';
import { readActions, type CaseRow } from '../store.ts';
import { takeStep, type Deed, type Planner, type StepContext, type Who } from '../take-step.ts';
import { undertake } from '../undertakings/undertake.ts';

/** What acceptance does, whoever accepts. */
export const planAcceptance: Planner = async (row, context) => {
  // A renewal is decided before the licence ends (art. 50).
  const due = boundedBy(row.expiresOn, dueAfter(row, 'accepted', context.now, context.item.body, context.calendar));
  await paper(context, row, 'acceptanceNotice', {
    acceptedOn: shanghaiDay(context.now),
    ...(due.fatalOn ? { dueOn: due.fatalOn } : {}),
    ...(due.targetOn ? { promisedOn: due.targetOn } : {}),
    provisional: due.dueProvisional,
  });
  return {
    facts: { ...(await undertake(context, row, shanghaiDay(context.now))) },
    changes: { acceptedAt: context.now, holderId: row.holderId ?? context.actor.accountId },
  };
};

/** Accepts the case; the clock for the decision begins. */
export const accept = (ground: Ground, who: Who, caseId: string, deed: Deed): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'accept', deed, planAcceptance);

export interface Wanted {
  /** Id of the material, or absent for anything else that is to be put right. */
  materialId?: string;
  what: string;
}

/**
 * Everything is told at once (一次性告知): a second request may come back to what was asked for before and did not suffice, and to nothing
 * else. Throws `askedAlready`.
 */
async function mustBeAskedBefore({ tx }: StepContext, caseId: string, wanted: readonly Wanted[]): Promise<void> {
  const asked = (await readActions(tx, caseId)).filter(({ kind }) => kind === 'askSupplement');
  if (asked.length === 0) return;
  const before = new Set(
    asked.flatMap(({ facts }) => (facts.wanted as Wanted[]).map(({ materialId = '' }) => materialId)),
  );
  if (wanted.some(({ materialId = '' }) => !before.has(materialId))) throw caseProblems.askedAlready();
}

/** Asks for all that is missing, in one notice. The applicant's time to supplement begins. */
export const askSupplement = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Deed & { wanted: Wanted[] },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'askSupplement', deed, async (row, context) => {
    const due = dueAfter(row, 'supplementing', context.now, context.item.body, context.calendar);
    await mustBeAskedBefore(context, caseId, deed.wanted);
    const names = new Map(context.item.body.materials.map(({ id, name }) => [id, name]));
    await paper(context, row, 'supplementNotice', {
      submittedOn: shanghaiDay(row.submittedAt),
      items: deed.wanted.map(({ materialId, what }) => ({
        material: (materialId && names.get(materialId)) || '',
        what,
      })),
      ...(due.fatalOn ? { until: due.fatalOn } : {}),
      provisional: due.dueProvisional,
    });
    return { facts: { wanted: deed.wanted } };
  });

interface Reasoned extends Deed {
  reason: string;
}

/** Refuses acceptance in writing, with the reasons and the remedies. */
export const refuseAcceptance = (ground: Ground, who: Who, caseId: string, deed: Reasoned): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'refuseAcceptance', deed, async (row, context) => {
    await paper(context, row, 'nonAcceptance', {
      submittedOn: shanghaiDay(row.submittedAt),
      reasons: [deed.reason],
      basis: basisOf(context),
      ...remediesIn(ground),
    });
    return { facts: { reason: deed.reason } };
  });

/** Says that no licence is needed. */
export const sayNotNeeded = (ground: Ground, who: Who, caseId: string, deed: Reasoned): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'sayNotNeeded', deed, async (row, context) => {
    await paper(context, row, 'noLicenceNeeded', {
      submittedOn: shanghaiDay(row.submittedAt),
      reasons: [deed.reason],
      basis: basisOf(context),
      ...remediesIn(ground),
    });
    return { facts: { reason: deed.reason } };
  });

/**
 * Sends the case on to the right department of the district. The applicant came to the right door, so the clock goes on from
 * the day on which the materials came in; nobody holds the case until the new department takes it.
 */
export const sendOn = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Reasoned & { departmentId: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'sendOn', deed, async (row, context) => {
    if (deed.departmentId === row.departmentId)
      throw caseProblems.wrongStep({ state: row.state, step: 'sendOn', same: true });
    const department = await departmentOf(ground, deed.departmentId);
    await paper(context, row, 'referral', {
      submittedOn: shanghaiDay(row.submittedAt),
      reasons: [deed.reason],
      basis: basisOf(context),
      ...remediesIn(ground),
      toName: department.name,
      toTelephone: department.telephone,
      sentOn: true,
    });
    return {
      facts: { reason: deed.reason, from: row.departmentId, to: deed.departmentId },
      changes: { departmentId: deed.departmentId, holderId: null },
    };
  });

/** Names the right office outside the district; the case ends here. */
export const referOut = (
  ground: Ground,
  who: Who,
  caseId: string,
  deed: Reasoned & { office: string },
): Promise<CaseRow> =>
  takeStep(ground, who, caseId, 'referOut', deed, async (row, context) => {
    await paper(context, row, 'referral', {
      submittedOn: shanghaiDay(row.submittedAt),
      reasons: [deed.reason],
      basis: basisOf(context),
      ...remediesIn(ground),
      toName: deed.office,
      sentOn: false,
    });
    return { facts: { reason: deed.reason, office: deed.office } };
  });
