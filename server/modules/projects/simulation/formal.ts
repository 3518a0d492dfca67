/**
 * A simulated approval becomes formal: the real case is opened with the real application, and decided by what was examined. What differs from
 * what was examined, or was missing then, has to be looked at; nothing else is done twice.
 */
import { acts, getCaseRow, lockDraft, prepareSubmission, submitIn } from '#modules/cases';
import { attachFiles } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import type { BodyOf } from '#platform/contract';
import type { Ground } from '#platform/ground';
import { hashOf } from '#platform/ids';
import { actOn, type Who } from '../act.ts';
import type { projectsContract } from '../contract.ts';
import { mustBeOpenable, submissionFor } from '../open-step.ts';
import { projectProblems } from '../problems.ts';
import { getProject, insertStepCase, stepsOfProjects } from '../store.ts';
import { tiesOfProject } from '../ties.ts';
import { pinsNow } from './begin.ts';
import { lockFor, stepOf } from './examine.ts';
import { afterAct } from './course.ts';
import { lookAgain, notLookedAt } from './pins.ts';
import { tellDepartment } from './tell-department.ts';
import { getSimulation, updateSimulation, type SimulationRow } from './store.ts';

type Asked = BodyOf<typeof projectsContract.makeFormal>;

/** Opens the formal case. Says which parts have to be looked at again. Throws what an application throws: nothing may be missing now. */
export async function makeFormal(ground: Ground, who: Who, id: string, asked: Asked): Promise<SimulationRow> {
  const before = await getSimulation(ground.db, id);
  const project = await getProject(ground.db, before.projectId);
  who.allow(await tiesOfProject(ground, project, who.actor));
  const step = (await stepsOfProjects(ground.db, [project.id])).find(({ key }) => key === before.stepKey)!;
  const submission = submissionFor(project, step, asked);
  return actOn(
    ground,
    who.actor,
    project.id,
    { actionId: asked.actionId, kind: 'makeFormal' },
    async (tx, _, now, { prepared, pins }) => {
      const row = await lockFor(tx, id, 'makeFormal', shanghaiDay(now));
      await mustBeOpenable(tx, step);
      const again = lookAgain(row.pins!, pins, row.missing);
      // All files lie with the simulated approval, those that are new now too, and are given to the case to read.
      const known = new Set(row.content.materials.flatMap(({ fileIds }) => fileIds));
      const fileIds = submission.materials.flatMap((material) => material.fileIds).filter((file) => !known.has(file));
      if (asked.draftId) lockDraft(tx, asked.draftId);
      if (fileIds.length > 0)
        await attachFiles(tx, { fileIds, ownerId: who.actor.accountId!, subjectKind: 'simulation', subjectId: id });
      const part = { ...prepared, isPart: true, partOf: '模拟审批转正式' };
      const opened = await submitIn(ground, tx, who.actor, submission, part);
      insertStepCase(tx, { caseId: opened.id, projectId: project.id, stepKey: step.key }, now);
      const formal: SimulationRow = { ...row, state: 'formal', again, nextAt: null, caseId: opened.id };
      updateSimulation(tx, formal);
      await tellDepartment(ground, tx, 'simulationFormal', project, step, row);
      const facts = { key: step.key, step: step.itemName, caseId: opened.id, number: opened.number, again };
      return { facts, reply: formal };
    },
    () => getSimulation(ground.db, id),
    async () => {
      if (!afterAct(before.state, 'makeFormal')) throw projectProblems.wrongAct({ state: before.state });
      await mustBeOpenable(ground.db, step);
      const prepared = await prepareSubmission(ground, who.actor, submission);
      const { situations, materials } = submission;
      const content = { answers: prepared.answers, situations, materials, itemVersion: prepared.item.version };
      return { prepared, pins: await pinsNow(ground, content) };
    },
  );
}

/** The id of a step of the case that is part of this act: the same for every retry. A UUID of version 8 (RFC 9562). */
function partOf(actionId: string, step: string): string {
  const hex = hashOf(`${actionId} ${step}`);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * Accepts, examines and grants the formal case by the opinion that was kept. Each is a step of the case with its own document, and each is
 * the same step when the act is sent again: what was interrupted goes on where it stopped. Throws `lookAgain` with what is still to be looked at.
 */
export async function decideFormal(
  ground: Ground,
  who: Who,
  before: SimulationRow,
  asked: BodyOf<typeof projectsContract.decideFormal>,
): Promise<SimulationRow> {
  if (before.state === 'formal') {
    const left = notLookedAt(before.again!, asked.looked);
    if (left.length > 0) throw projectProblems.lookAgain({ again: left });
    if (before.proposal !== 'grant') throw projectProblems.formalMoved();
    await decideCase(ground, who, before, asked);
  }
  return actOn(
    ground,
    who.actor,
    before.projectId,
    { actionId: asked.actionId, kind: 'decideFormal' },
    async (tx, _, now) => {
      const row = await lockFor(tx, before.id, 'decide', shanghaiDay(now));
      const decided: SimulationRow = { ...row, state: 'decided', nextAt: null, endedAt: now };
      updateSimulation(tx, decided);
      const step = await stepOf(tx, row);
      return { facts: { key: row.stepKey, step: step.itemName, looked: asked.looked }, reply: decided };
    },
    () => getSimulation(ground.db, before.id),
  );
}

async function decideCase(
  ground: Ground,
  who: Who,
  row: SimulationRow,
  asked: { actionId: string; looked: readonly string[] },
): Promise<void> {
  const caseId = row.caseId!;
  const act = (step: string) => ({ actionId: partOf(asked.actionId, step) });
  const looked = asked.looked.length > 0 ? `；已重新核对 ${asked.looked.length} 处变化` : '';
  const opinion = `${row.opinion!}（模拟审批意见书 ${row.documentNumber}，未变化的内容不再重复审查${looked}）`.slice(
    0,
    2000,
  );
  const isAt = async (): Promise<string> => (await getCaseRow(ground.db, caseId)).state;
  if ((await isAt()) === 'submitted') await acts.accept(ground, who, caseId, act('accept'));
  if ((await isAt()) === 'accepted')
    await acts.examine(ground, who, caseId, { ...act('examine'), opinion, proposal: 'grant' });
  if ((await isAt()) === 'examined')
    await acts.grant(ground, who, caseId, { ...act('grant'), opinion, ...(row.conditions ? { conditions: row.conditions } : {}) }); // prettier-ignore
  const { outcome } = await getCaseRow(ground.db, caseId);
  if (outcome !== 'granted') throw projectProblems.formalMoved();
}
