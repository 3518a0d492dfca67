/** What ends a simulated approval by itself: its time is over, or its formal case came to another end. */
import { casesById } from '#modules/cases';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { logIn } from '../act.ts';
import type { LogKind } from '../steward/menu.ts';
import { lockProject, type ProjectRow } from '../store.ts';
import { afterAct, type SimulationAct } from './course.ts';
import { stepOf, tellCompany } from './examine.ts';
import { dueSimulations, formalOfCases, getSimulation, lockSimulation, updateSimulation, type SimulationRow } from './store.ts'; // prettier-ignore

/** A grant is left to the act that grants by the opinion for so long: it decides the case first and ends the simulated approval then. */
const patience = 5 * 60_000;

/** States of a case in which nothing is decided yet. */
export const undecided: ReadonlySet<string> = new Set(['submitted', 'supplementing', 'accepted', 'examined']);

/**
 * Looks at formal simulated approvals of cases that moved. One whose case was refused, taken back or has ended otherwise is overtaken at once,
 * so that the step can be tried again; one whose case was granted a little later, unless the act that granted it says so itself.
 */
export async function settleFormal(ground: Ground, tx: Tx, caseIds: readonly string[]): Promise<void> {
  const found = await formalOfCases(tx, caseIds);
  for (const { id, projectId, caseId } of found) {
    // The project before the simulation, as every act does: two who lock both never wait for each other.
    const project = await lockProject(tx, projectId);
    const row = await lockSimulation(tx, id);
    const theCase = (await casesById(tx, [caseId]))[0];
    if (row.state !== 'formal' || !theCase || undecided.has(theCase.state)) continue;
    const now = ground.clock.now();
    if (theCase.outcome === 'granted' && theCase.state !== 'revoked')
      updateSimulation(tx, { ...row, nextAt: new Date(now.getTime() + patience) });
    else await endIn(ground, tx, project, row, 'overtake');
  }
}

const kindOf = { lapse: 'lapseSimulation', overtake: 'overtakeSimulation' } as const satisfies Partial<
  Record<SimulationAct, LogKind>
>;

async function endIn(
  ground: Ground,
  tx: Tx,
  project: ProjectRow,
  row: SimulationRow,
  act: keyof typeof kindOf,
): Promise<void> {
  const now = ground.clock.now();
  const step = await stepOf(tx, row);
  updateSimulation(tx, { ...row, state: afterAct(row.state, act)!, nextAt: null, endedAt: now });
  const facts = { key: row.stepKey, step: step.itemName };
  logIn(tx, project, { id: newId(), kind: kindOf[act], at: now, accountId: null, facts });
  if (act === 'lapse') await tellCompany(ground, tx, project, step, 'simulationLapsed', row);
}

/**
 * Ends those whose conditions were not met in time, and those whose case was granted without them. Each in a transaction of its own, safe to
 * run twice; returns how many there were.
 */
export async function endDueSimulations(ground: Ground): Promise<number> {
  const found = await dueSimulations(ground.db, ground.clock.now());
  for (const { id } of found)
    await ground.db.transaction(async (tx) => {
      const project = await lockProject(tx, (await getSimulation(tx, id)).projectId);
      const row = await lockSimulation(tx, id);
      if (row.nextAt === null || row.nextAt > ground.clock.now()) return;
      const act = row.state === 'formal' ? 'overtake' : 'lapse';
      if (afterAct(row.state, act)) await endIn(ground, tx, project, row, act);
    });
  return found.length;
}
