/** A simulated approval as somebody sees it. */
import { findFiles } from '#modules/documents';
import type { Ground } from '#platform/ground';
import { mayAct, type Actor, type Ties } from '#platform/permissions';
import { may } from '../may.ts';
import type { Simulation } from '../shapes.ts';
import type { StepRow } from '../store.ts';
import { afterAct } from './course.ts';
import type { SimulationRow } from './store.ts';

/** `ties` are those of the project: who examines and decides is the department of the step alone. */
export function shownSimulation(
  row: SimulationRow,
  step: StepRow,
  actor: Actor,
  ties: Ties,
  today: string,
): Simulation {
  const own = { ...ties, departments: [step.departmentId] };
  const inTime = today <= row.dueOn;
  const { id, stepKey, state, missing, opinion, proposal, conditions, documentNumber, dueOn, caseId, again, pins } =
    row;
  const possible = (act: Parameters<typeof afterAct>[1]): boolean => afterAct(state, act) !== undefined;
  return {
    id, stepKey, state, missing, opinion, proposal, conditions, documentNumber, dueOn, caseId, again,
    itemId: step.itemId,
    itemName: step.itemName,
    itemNameEn: step.itemNameEn,
    departmentId: step.departmentId,
    begunAt: row.begunAt.toISOString(),
    examinedAt: row.examinedAt?.toISOString() ?? null,
    kept: again && pins ? Object.keys(pins).filter((part) => !again.includes(part)).length : null,
    may: {
      examine: possible('examine') && inTime && mayAct(may.examineSimulation, actor, own),
      makeFormal: possible('makeFormal') && inTime && mayAct(may.makeFormal, actor, own),
      decide: possible('decide') && mayAct(may.decideFormal, actor, own),
      withdraw: possible('withdraw') && mayAct(may.withdrawSimulation, actor, own),
    },
  }; // prettier-ignore
}

/** With what was handed in, for whoever examines it or goes on with it. */
export async function readSimulation(
  ground: Ground,
  row: SimulationRow,
  step: StepRow,
  actor: Actor,
  ties: Ties,
  today: string,
) {
  const { answers, situations, materials } = row.content;
  const ids = materials.flatMap(({ fileIds }) => fileIds);
  const files = ids.length === 0 ? [] : await findFiles(ground.db, ids);
  return {
    simulation: shownSimulation(row, step, actor, ties, today),
    projectId: row.projectId,
    answers,
    situations,
    materials,
    files: files.map(({ id, name }) => ({ id, name })),
  };
}
