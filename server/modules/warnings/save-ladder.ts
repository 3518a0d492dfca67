/** Saving a ladder, and how ladders stand. */
import { nameOfAccounts } from '#modules/people';
import { emit } from '#platform/events';
import type { Reader } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import type { LadderState } from './contract.ts';
import { ladderChanged } from './events.ts';
import { faultsOf, type Ladder } from './ladder.ts';
import { findLadders, findVersions, insertLadder, lookAgain, settleFaultsOf, type LadderRow } from './ladder-store.ts';
import { Ladders, type Followed } from './ladders.ts';
import { warningProblems } from './problems.ts';

/** Throws `warnings.ladderInvalid` with the faults by JSON pointer. */
export function demandValid(ladder: Ladder): void {
  const fields = faultsOf(ladder);
  if (Object.keys(fields).length > 0) throw warningProblems.ladderInvalid({ fields });
}

/** Whose ladder it is. */
export const sourceOf = ({ id, departmentId }: Followed, own: string | null): LadderState['source'] =>
  id === null ? 'usual' : departmentId === own ? 'own' : 'district';

function stateOf(departmentId: string | null, rows: readonly LadderRow[], names: Map<string, string>): LadderState {
  const ladders = new Ladders(rows);
  const row = rows.find((one) => one.departmentId === departmentId);
  const followed = departmentId === null ? ladders.district : ladders.of(departmentId);
  const { from, until, rungs } = followed.ladder;
  return {
    departmentId,
    ladder: { from, until, rungs: rungs.map((rung) => ({ ...rung, to: [...rung.to] })) },
    source: sourceOf(followed, departmentId),
    version: row?.version ?? 0,
    savedAt: row?.savedAt.toISOString() ?? null,
    savedBy: (row && names.get(row.savedBy)) ?? null,
    broken: ladders.faultOf(departmentId)?.detail ?? null,
  };
}

/** How the ladder of a department stands, or with null that of the district. */
export async function readLadderState(reader: Reader, departmentId: string | null): Promise<LadderState> {
  const rows = await findLadders(reader);
  const own = rows.find((one) => one.departmentId === departmentId);
  return stateOf(departmentId, rows, await nameOfAccounts(reader, own ? [own.savedBy] : []));
}

/** The district's, then those of departments that have one of their own. */
export async function readLadderStates(reader: Reader): Promise<LadderState[]> {
  const rows = await findLadders(reader);
  const names = await nameOfAccounts(
    reader,
    rows.map(({ savedBy }) => savedBy),
  );
  const own = rows.filter(({ departmentId, body }) => departmentId !== null && body !== null);
  return [null, ...own.map(({ departmentId }) => departmentId)].map((id) => stateOf(id, rows, names));
}

/** Stores a version. Throws `warnings.ladderInvalid`, `warnings.changedMeanwhile`, `warnings.noOwnLadder`. */
export async function saveLadder(
  ground: Ground,
  accountId: string,
  departmentId: string | null,
  { version, ladder }: { version: number; ladder: Ladder | null },
): Promise<LadderState> {
  if (ladder) demandValid(ladder);
  return ground.db.transaction(async (tx) => {
    const at = ground.clock.now();
    const [last] = await findVersions(tx, departmentId, 1);
    if ((last?.version ?? 0) !== version) throw warningProblems.changedMeanwhile({ version: last?.version ?? 0 });
    if (ladder === null && (last?.body ?? null) === null) throw warningProblems.noOwnLadder();
    const id = newId();
    insertLadder(tx, { id, departmentId, version: version + 1, body: ladder, savedAt: at, savedBy: accountId });
    settleFaultsOf(tx, departmentId, accountId, at);
    lookAgain(tx, departmentId, at);
    emit(tx, ladderChanged, id, { departmentId });
    return readLadderState(tx, departmentId);
  });
}
