/** Telling a department that a simulated approval has come to it, or that one that it examined has become formal. */
import { tell } from '#modules/notices';
import { postHolders } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { ProjectRow, StepRow } from '../store.ts';
import type { SimulationRow } from './store.ts';

/** Whose turn it is: its examiners give the opinion, its heads decide. Where a department has no examiner its head hears. */
const turnOf = { simulationArrived: 'examiner', simulationFormal: 'head' } as const;

/** In the inbox of their posts; whoever stands in for somebody away is told instead. In the transaction of the act, so once. */
export async function tellDepartment(
  ground: Ground,
  tx: Tx,
  template: keyof typeof turnOf,
  project: ProjectRow,
  step: StepRow,
  { dueOn }: Pick<SimulationRow, 'dueOn'>,
): Promise<void> {
  const roster = (await postHolders(tx, [step.departmentId], [], shanghaiDay(ground.clock.now()))).filter(
    ({ departmentId }) => departmentId === step.departmentId,
  );
  const inRole = (role: string) => roster.filter((one) => one.role === role);
  const inTurn = inRole(turnOf[template]);
  const told = inTurn.length > 0 ? inTurn : inRole('head');
  const accounts = new Set(told.map(({ accountId, standInId }) => standInId ?? accountId));
  const facts = {
    caseNumber: project.number,
    itemName: step.itemName,
    ...(step.itemNameEn ? { itemNameEn: step.itemNameEn } : {}),
    toName: project.organisationName,
    until: dueOn,
  };
  tell(
    ground,
    tx,
    [...accounts].map((accountId) => ({ accountId, subjectId: null, template, facts })),
  );
}
