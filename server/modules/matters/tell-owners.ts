/** Messages about the whole; those about each part are the cases' own. */
import { representativesOf } from '#modules/people';
import { getDepartment } from '#modules/offices';
import { tell } from '#modules/notices';
import { shanghaiDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { MatterRow } from './store.ts';

/** Tells the applicant, whoever represents it, and who acted for it; each once. */
export async function tellOwners(
  ground: Ground,
  tx: Tx,
  row: MatterRow,
  template: 'matterReceived' | 'matterDecided',
): Promise<void> {
  const day = shanghaiDay(ground.clock.now());
  const [department, representatives] = await Promise.all([
    getDepartment(ground.db, row.leadDepartmentId),
    row.organisationId ? representativesOf(ground.db, row.organisationId, day) : [],
  ]);
  const people = new Set([row.personId, row.agentId, ...representatives].filter((id) => id !== null));
  const facts = { caseNumber: row.number, itemName: row.eventName, departmentName: department.name };
  tell(
    ground,
    tx,
    [...people].map((personId) => ({ personId, subjectId: null, template, facts })),
  );
}
