/** Types of projects: checked, published as versions. */
import { findItemByCode } from '#modules/catalogue';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { projectProblems } from './problems.ts';
import { faultsOf, stepsOf, type ProjectTypeBody } from './project-type.ts';
import { insertVersion, typesInForce, type TypeVersion } from './type-store.ts';

export const shownType = ({ id, code, version, inForceFrom, body }: TypeVersion) => ({
  id,
  code,
  version,
  inForceFrom,
  body,
});

/** Everything that is wrong with a type, among it items that do not exist. */
export async function checkType(ground: Ground, body: ProjectTypeBody) {
  const codes = [...new Set(stepsOf(body).map(({ itemCode }) => itemCode))];
  const found = await Promise.all(codes.map((code) => findItemByCode(ground.db, code)));
  const known = new Set(codes.filter((_, at) => found[at] !== undefined));
  return faultsOf(body, (code) => known.has(code));
}

/** Publishes the next version. Throws `typeFaulty` with the faults, `dayPassed`. */
export async function publishType(
  ground: Ground,
  actor: Actor,
  id: string,
  asked: { code: string; body: ProjectTypeBody; inForceFrom: string },
): Promise<TypeVersion> {
  const at = ground.clock.now();
  if (asked.inForceFrom < shanghaiDay(at)) throw projectProblems.dayPassed();
  const faults = await checkType(ground, asked.body);
  if (faults.length > 0) throw projectProblems.typeFaulty({ faults });
  return ground.db.transaction(async (tx) => {
    insertVersion(tx, { id, ...asked, at, accountId: actor.accountId });
    const found = (await typesInForce(tx, asked.inForceFrom)).find((type) => type.id === id);
    if (!found) throw projectProblems.noSuchType();
    return found;
  });
}
