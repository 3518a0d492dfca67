/** Types of projects: checked, published as versions. */
import { findItemByCode, getVersionInForce } from '#modules/catalogue';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { projectProblems } from './problems.ts';
import { faultsOf, stepsOf, type ProjectTypeBody } from './project-type.ts';
import { insertVersion, newestTypes, type TypeVersion } from './type-store.ts';

export const shownType = ({ id, code, version, inForceFrom, body }: TypeVersion) => ({
  id,
  code,
  version,
  inForceFrom,
  body,
});

/** The newest versions, with the names of their items: one look-up per item that any of them names. */
export async function typesToEdit(ground: Ground) {
  const rows = await newestTypes(ground.db);
  const codes = [...new Set(rows.flatMap(({ body }) => stepsOf(body).map(({ itemCode }) => itemCode)))];
  const day = shanghaiDay(ground.clock.now());
  const names = await Promise.all(
    codes.map(async (code) => {
      const item = await findItemByCode(ground.db, code);
      const version = item && (await getVersionInForce(ground, item.id, day));
      return [code, version?.body.name ?? code] as const;
    }),
  );
  const nameOf = new Map(names);
  return rows.map((row) => ({
    ...shownType(row),
    itemNames: Object.fromEntries(stepsOf(row.body).map(({ itemCode }) => [itemCode, nameOf.get(itemCode)!])),
  }));
}

/** Everything that is wrong with a type, among it items that do not exist. */
export async function checkType(ground: Ground, body: ProjectTypeBody) {
  const codes = [...new Set(stepsOf(body).map(({ itemCode }) => itemCode))];
  const found = await Promise.all(codes.map((code) => findItemByCode(ground.db, code)));
  const known = new Set(codes.filter((_, at) => found[at] !== undefined));
  return faultsOf(body, (code) => known.has(code));
}

/**
 * Publishes the next version. `version` is the newest one that was read (0: the type is new). Throws `typeFaulty` with the faults,
 * `dayPassed`, `changedMeanwhile` where somebody else has published another one since, `codeTaken`.
 */
export async function publishType(
  ground: Ground,
  actor: Actor,
  id: string,
  asked: { code: string; version: number; body: ProjectTypeBody; inForceFrom: string },
): Promise<TypeVersion> {
  const at = ground.clock.now();
  if (asked.inForceFrom < shanghaiDay(at)) throw projectProblems.dayPassed();
  const faults = await checkType(ground, asked.body);
  if (faults.length > 0) throw projectProblems.typeFaulty({ faults });
  return ground.db.transaction(async (tx) => {
    const before = (await newestTypes(tx)).find((type) => type.id === id);
    if ((before?.version ?? 0) !== asked.version) throw projectProblems.changedMeanwhile();
    // The code is the type's for good: it is what other documents name it by.
    const row = {
      id,
      code: before?.code ?? asked.code,
      version: asked.version + 1,
      inForceFrom: asked.inForceFrom,
      body: asked.body,
    };
    insertVersion(tx, { ...row, at, accountId: actor.accountId });
    return row;
  });
}
