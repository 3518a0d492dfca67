/** A case for a step: handed in here, or by itself and then found to belong to the step. */
import { casesById, casesOfCompany, getCaseRow, prepareSubmission, submitIn, type CaseRow } from '#modules/cases';
import type { Submission } from '#modules/cases/contract';
import type { BodyOf } from '#platform/contract';
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { nobody, type Actor } from '#platform/permissions';
import { actOn, getStep, logIn, type Who } from './act.ts';
import type { projectsContract } from './contract.ts';
import { projectProblems } from './problems.ts';
import { statesOf, type StepState } from './steps.ts';
import {
  casesOfProjects,
  getProject,
  insertStepCase,
  linkedAmong,
  lockProject,
  stepsOfProjects,
  stepsWaitingFor,
  type ProjectRow,
  type StepRow,
} from './store.ts';
import { tiesOfProject } from './ties.ts';

type Asked = BodyOf<typeof projectsContract.openStep>;

/** Where each step stands now, by its key. */
export async function stepStatesIn(reader: Reader, projectId: string): Promise<Map<string, StepState>> {
  const [steps, linked] = await Promise.all([
    stepsOfProjects(reader, [projectId]),
    casesOfProjects(reader, [projectId]),
  ]);
  const rows = new Map(
    (
      await casesById(
        reader,
        linked.map(({ caseId }) => caseId),
      )
    ).map((row) => [row.id, row]),
  );
  return statesOf(
    steps.map(({ key, stage, after }) => ({
      key,
      stage,
      after,
      cases: linked.flatMap(({ caseId, stepKey }) => (stepKey === key ? [rows.get(caseId)!] : [])),
    })),
  );
}

/** Throws unless a case can be handed in for the step now. */
export async function mustBeOpenable(reader: Reader, step: Pick<StepRow, 'projectId' | 'key'>): Promise<void> {
  const state = (await stepStatesIn(reader, step.projectId)).get(step.key);
  if (state === 'granted') throw projectProblems.stepDecided();
  if (state === 'open') throw projectProblems.stepUnderWay();
  if (state === 'waiting') throw projectProblems.stepNotOpen();
}

/** The application of a step as any other one: the company and the item are not asked twice. */
export const submissionFor = (project: ProjectRow, step: StepRow, asked: Asked): Submission => {
  const { actionId: _, ...rest } = asked;
  return { ...rest, actionId: newId(), itemId: step.itemId, applicant: { organisationId: project.organisationId } };
};

/** Opens the case of a step in one act. Throws what an application by itself throws. */
export async function openStep(
  ground: Ground,
  who: Who,
  projectId: string,
  key: string,
  asked: Asked,
): Promise<{ caseId: string; number: string }> {
  const project = await getProject(ground.db, projectId);
  who.allow(await tiesOfProject(ground, project, who.actor));
  const step = await getStep(ground, projectId, key);
  const submission = submissionFor(project, step, asked);
  return actOn(
    ground,
    who.actor,
    projectId,
    { actionId: asked.actionId, kind: 'openStep' },
    async (tx, row, now, prepared) => {
      await mustBeOpenable(tx, step);
      const opened = await submitIn(ground, tx, who.actor, submission, prepared);
      insertStepCase(tx, { caseId: opened.id, projectId: row.id, stepKey: key }, now);
      const facts = { key, step: step.itemName, caseId: opened.id, number: opened.number };
      return { facts, reply: { caseId: opened.id, number: opened.number } };
    },
    () => openedBefore(ground, projectId, key),
    async () => {
      await mustBeOpenable(ground.db, step);
      return prepareSubmission(ground, who.actor, submission);
    },
  );
}

async function openedBefore(ground: Ground, projectId: string, key: string) {
  const linked = await casesOfProjects(ground.db, [projectId]);
  const last = linked.findLast(({ stepKey }) => stepKey === key)!;
  const { id, number } = await getCaseRow(ground.db, last.caseId);
  return { caseId: id, number };
}

/** Says that a case of the company for the item of the step belongs to it. */
export async function linkCase(
  ground: Ground,
  actor: Actor,
  projectId: string,
  key: string,
  asked: { actionId: string; caseId: string },
): Promise<void> {
  const [step, theCase] = await Promise.all([getStep(ground, projectId, key), getCaseRow(ground.db, asked.caseId)]);
  await actOn(
    ground,
    actor,
    projectId,
    { actionId: asked.actionId, kind: 'linkStep' },
    (tx, row, now) => {
      if (theCase.organisationId !== row.organisationId || theCase.itemId !== step.itemId)
        throw projectProblems.wrongCase();
      insertStepCase(tx, { caseId: theCase.id, projectId, stepKey: key }, now);
      return { facts: linkFacts(step, theCase), reply: undefined };
    },
    () => undefined,
  );
}

/** Cases of the company for the item of the step that belong to no step yet. */
export async function linkableCases(ground: Ground, project: ProjectRow, key: string): Promise<CaseRow[]> {
  const step = await getStep(ground, project.id, key);
  const found = await casesOfCompany(ground.db, project.organisationId, step.itemId, 20);
  const linked = await linkedAmong(
    ground.db,
    found.map(({ id }) => id),
  );
  return found.filter(({ id }) => !linked.has(id));
}

const linkFacts = (step: StepRow, { id, number }: Pick<CaseRow, 'id' | 'number'>) => ({
  key: step.key,
  step: step.itemName,
  caseId: id,
  number,
});

/**
 * A company handed an application in by itself that one step, and only one, of its open projects waits for: it belongs there. Where there are
 * two such steps a person says which. Safe to run twice.
 */
export async function linkByRule(
  ground: Ground,
  tx: Tx,
  theCase: { id: string; number: string; organisationId: string; itemId: string; at: Date },
): Promise<void> {
  // Handed in for a step of whichever project: it belongs there, even if a step of another project waits for such a case.
  if ((await linkedAmong(tx, [theCase.id])).size > 0) return;
  const [found, another] = await stepsWaitingFor(tx, theCase.organisationId, theCase.itemId, theCase.at);
  if (!found || another) return;
  const row = await lockProject(tx, found.projectId);
  const linked = await casesOfProjects(tx, [row.id]);
  if (row.state !== 'open' || linked.some(({ stepKey }) => stepKey === found.key)) return;
  const step = (await stepsOfProjects(tx, [row.id])).find(({ key }) => key === found.key)!;
  const now = ground.clock.now();
  insertStepCase(tx, { caseId: theCase.id, projectId: row.id, stepKey: step.key }, now);
  logIn(tx, row, {
    id: newId(),
    kind: 'linkStep',
    at: now,
    accountId: nobody.accountId,
    facts: { ...linkFacts(step, theCase), byRule: true },
  });
}
