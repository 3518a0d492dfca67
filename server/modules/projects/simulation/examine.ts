/** Examining a simulated approval, and taking it back. */
import { freezeDocument, nextDocumentNumber } from '#modules/documents';
import { tell } from '#modules/notices';
import { getDepartment } from '#modules/offices';
import { representativesOf } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { actOn } from '../act.ts';
import { projectProblems } from '../problems.ts';
import { stepsOfProjects, type ProjectRow, type StepRow } from '../store.ts';
import { afterAct, type SimulationAct } from './course.ts';
import { pinsNow } from './begin.ts';
import { getSimulation, lockSimulation, updateSimulation, type SimulationRow } from './store.ts';

/** The simulated approval under lock, if the act is possible. Throws `wrongAct`, `simulationOver`. */
export async function lockFor(tx: Tx, id: string, act: SimulationAct, today: string): Promise<SimulationRow> {
  const row = await lockSimulation(tx, id);
  const state = afterAct(row.state, act);
  if (!state) throw projectProblems.wrongAct({ state: row.state });
  if ((act === 'examine' || act === 'makeFormal') && today > row.dueOn)
    throw projectProblems.simulationOver({ dueOn: row.dueOn });
  return row;
}

export const stepOf = async (tx: Tx, { projectId, stepKey }: SimulationRow): Promise<StepRow> =>
  (await stepsOfProjects(tx, [projectId])).find(({ key }) => key === stepKey)!;

/** Keeps opinion and draft decision, pins what was looked at, and makes out the opinion that says on its face that it has no legal effect. */
export async function examineSimulation(
  ground: Ground,
  actor: Actor,
  before: SimulationRow,
  asked: { actionId: string; opinion: string; proposal: 'grant' | 'refuse'; conditions?: string },
): Promise<SimulationRow> {
  const pins = await pinsNow(ground, before.content);
  return actOn(
    ground,
    actor,
    before.projectId,
    { actionId: asked.actionId, kind: 'examineSimulation' },
    async (tx, project, now) => {
      const row = await lockFor(tx, before.id, 'examine', shanghaiDay(now));
      const step = await stepOf(tx, row);
      const documentNumber = await opinionPaper(ground, tx, project, step, row, asked);
      const examined: SimulationRow = {
        ...row,
        state: 'examined',
        pins,
        opinion: asked.opinion,
        proposal: asked.proposal,
        conditions: asked.conditions ?? null,
        documentNumber,
        examinedAt: now,
        examinedBy: actor.accountId,
      };
      updateSimulation(tx, examined);
      await tellCompany(ground, tx, project, step, 'simulationExamined', row);
      return { facts: { key: row.stepKey, step: step.itemName, proposal: asked.proposal }, reply: examined };
    },
    () => getSimulation(ground.db, before.id),
  );
}

/** 模拟审批意见书, in the name of the department. Returns its number. */
async function opinionPaper(
  ground: Ground,
  tx: Tx,
  project: ProjectRow,
  step: StepRow,
  row: SimulationRow,
  asked: { opinion: string; proposal: 'grant' | 'refuse'; conditions?: string },
): Promise<string> {
  const now = ground.clock.now();
  const { name, nameEn, shortName, telephone } = await getDepartment(ground.db, step.departmentId);
  const year = Number(shanghaiDay(now).slice(0, 4));
  const number = await nextDocumentNumber(ground, { kind: 'simulatedOpinion', shortName, year });
  freezeDocument(tx, {
    kind: 'simulatedOpinion',
    number,
    departmentId: step.departmentId,
    subjectKind: 'simulation',
    subjectId: row.id,
    recipientId: project.organisationId,
    issuedAt: now,
    data: {
      departmentName: name,
      ...(nameEn ? { departmentNameEn: nameEn } : {}),
      ...(telephone ? { telephone } : {}),
      caseNumber: project.number,
      itemName: step.itemName,
      recipientName: project.organisationName,
      projectName: project.name,
      begunOn: shanghaiDay(row.begunAt),
      missing: row.missing.map(({ what }) => what),
      opinion: asked.opinion,
      proposal: asked.proposal,
      ...(asked.conditions ? { conditions: asked.conditions } : {}),
      metBy: row.dueOn,
    },
  });
  return number;
}

/** Tells whoever represents the company; each once. */
export async function tellCompany(
  ground: Ground,
  tx: Tx,
  project: ProjectRow,
  step: StepRow,
  template: 'simulationExamined' | 'simulationLapsed',
  { dueOn }: Pick<SimulationRow, 'dueOn'>,
): Promise<void> {
  const people = await representativesOf(tx, project.organisationId, shanghaiDay(ground.clock.now()));
  const facts = { caseNumber: project.number, itemName: step.itemName, until: dueOn };
  tell(
    ground,
    tx,
    people.map((personId) => ({ personId, subjectId: null, template, facts })),
  );
}

/** The company takes it back. */
export const withdrawSimulation = (
  ground: Ground,
  actor: Actor,
  before: SimulationRow,
  actionId: string,
): Promise<SimulationRow> =>
  actOn(
    ground,
    actor,
    before.projectId,
    { actionId, kind: 'withdrawSimulation' },
    async (tx, _, now) => {
      const row = await lockFor(tx, before.id, 'withdraw', shanghaiDay(now));
      const ended: SimulationRow = { ...row, state: 'withdrawn', nextAt: null, endedAt: now };
      updateSimulation(tx, ended);
      return { facts: { key: row.stepKey, step: (await stepOf(tx, row)).itemName }, reply: ended };
    },
    () => getSimulation(ground.db, before.id),
  );
