/** Applying for a simulated approval: what is missing is named, the rest is checked as if it were an application. */
import { checkPart, endDraftIn, lockDraft, type Part } from '#modules/cases';
import { getVersionInForce } from '#modules/catalogue';
import { calendarsOf, dueOn, overdueFrom } from '#modules/deadlines';
import { attachFiles, findFiles } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import type { BodyOf } from '#platform/contract';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { actOn, getStep, type Who } from '../act.ts';
import type { projectsContract } from '../contract.ts';
import { stepStatesIn, submissionFor } from '../open-step.ts';
import { projectProblems } from '../problems.ts';
import { getProject, type ProjectRow, type StepRow } from '../store.ts';
import { tiesOfProject } from '../ties.ts';
import { getTypeVersion } from '../type-store.ts';
import { pinsOf, type Examinable, type Missing, type Pins } from './pins.ts';
import { tellDepartment } from './tell-department.ts';
import { insertSimulation, simulationsOf, type SimulationRow } from './store.ts';

type Asked = BodyOf<typeof projectsContract.simulate>;

/** The pins of an application: by the bytes of its files, not by their names. */
export async function pinsNow(ground: Ground, part: Examinable): Promise<Pins> {
  const ids = part.materials.flatMap(({ fileIds }) => fileIds);
  const files = ids.length === 0 ? [] : await findFiles(ground.db, ids);
  const sha256 = new Map(files.map((file) => [file.id, file.sha256]));
  return pinsOf(part, (id) => sha256.get(id));
}

/**
 * Checks the application as if what is missing were there. Throws what an application throws, `nothingMissing`, and `noSuchMaterial` for a
 * material that the item does not ask for.
 */
async function checkIncomplete(
  ground: Ground,
  actor: Actor,
  project: ProjectRow,
  step: StepRow,
  asked: Asked,
): Promise<Part> {
  if (asked.missing.length === 0) throw projectProblems.nothingMissing();
  const item = await getVersionInForce(ground, step.itemId, shanghaiDay(ground.clock.now()));
  const named = asked.missing.flatMap(({ materialId }) => (materialId ? [materialId] : []));
  const unknown = named.filter((id) => !item?.body.materials.some((material) => material.id === id));
  if (unknown.length > 0) throw projectProblems.noSuchMaterial({ materials: unknown });
  const { missing: _, ...application } = asked;
  const there = application.materials.filter(({ materialId }) => !named.includes(materialId));
  const part = await checkPart(ground, actor, {
    ...submissionFor(project, step, application),
    materials: [...there, ...named.map((materialId) => ({ materialId, how: 'paper' as const, fileIds: [] }))],
  });
  return { ...part, materials: there };
}

/** Begins a simulated approval of a step. Nothing of it is a case: it has no number of one, no clock of the law, no legal effect. */
export async function simulate(
  ground: Ground,
  who: Who,
  projectId: string,
  key: string,
  asked: Asked,
): Promise<SimulationRow> {
  const project = await getProject(ground.db, projectId);
  who.allow(await tiesOfProject(ground, project, who.actor));
  const [step, type] = await Promise.all([
    getStep(ground, projectId, key),
    getTypeVersion(ground.db, project.typeId, project.typeVersion),
  ]);
  return actOn(
    ground,
    who.actor,
    projectId,
    { actionId: asked.actionId, kind: 'simulate' },
    async (tx, _, now, content) => {
      const state = (await stepStatesIn(tx, projectId)).get(key);
      if (state === 'granted') throw projectProblems.stepDecided();
      if (state === 'open') throw projectProblems.stepUnderWay();
      const limit = { value: type.body.simulationDays, unit: type.body.unit };
      const { date } = dueOn({ from: shanghaiDay(now), limit, calendar: calendarsOf(ground).latest.calendar });
      const row: SimulationRow = {
        id: newId(),
        projectId,
        stepKey: key,
        state: 'begun',
        missing: asked.missing as Missing[],
        content,
        pins: null,
        again: null,
        opinion: null,
        proposal: null,
        conditions: null,
        documentNumber: null,
        begunAt: now,
        begunBy: who.actor.accountId,
        examinedAt: null,
        examinedBy: null,
        dueOn: date,
        nextAt: overdueFrom(date),
        caseId: null,
        endedAt: null,
      };
      if (asked.draftId) lockDraft(tx, asked.draftId);
      const fileIds = content.materials.flatMap((material) => material.fileIds);
      if (fileIds.length > 0)
        await attachFiles(tx, { fileIds, ownerId: who.actor.accountId!, subjectKind: 'simulation', subjectId: row.id });
      insertSimulation(tx, row);
      await tellDepartment(ground, tx, 'simulationArrived', project, step, row);
      if (asked.draftId) endDraftIn(tx, asked.draftId, who.actor.accountId!, now);
      return { facts: { key, step: step.itemName, missing: asked.missing.map(({ what }) => what) }, reply: row };
    },
    async () => (await simulationsOf(ground.db, projectId)).find(({ stepKey }) => stepKey === key)!,
    () => checkIncomplete(ground, who.actor, project, step, asked),
  );
}
