/** Making the figures again from the histories of all cases, and saying where they were not the same. */
import type { Ground } from '#platform/ground';
import { movesOf, sourceOfActions } from './case-day.ts';
import {
  countStrays,
  countWrongCounters,
  dropStrays,
  lockCounting,
  readActionsOf,
  readDays,
  readSourcesAfter,
  remakeCounters,
  saveCounts,
} from './count-store.ts';
import { changesOf, daysOf } from './keep-count.ts';

export interface Rebuilt {
  cases: number;
  /** Cases whose days were not what their actions say. */
  differing: number;
  /** Rows of cases that are no more. */
  strays: number;
  /** Counters that were not what the rows add up to. */
  wrongCounters: number;
}

const firstId = '00000000-0000-0000-0000-000000000000';
const chunk = 1_000;

/**
 * Goes through all cases, a thousand in a transaction, so that a running service goes on counting meanwhile. `checkOnly` compares and
 * changes nothing.
 */
export async function rebuild(
  ground: Ground,
  options: { checkOnly?: boolean; onProgress?: (cases: number) => void } = {},
): Promise<Rebuilt> {
  const found: Rebuilt = { cases: 0, differing: 0, strays: 0, wrongCounters: 0 };
  let after = firstId;
  for (;;) {
    const last = await ground.db.transaction(async (tx) => {
      lockCounting(tx);
      const rows = await readSourcesAfter(tx, after, chunk);
      if (rows.length === 0) return undefined;
      const ids = rows.map(({ id }) => id);
      const [actions, stored] = await Promise.all([readActionsOf(tx, ids), readDays(tx, ids)]);
      const histories = Map.groupBy(actions, ({ caseId }) => caseId);
      const days = await daysOf(
        ground,
        rows.map((row) => sourceOfActions(row, histories.get(row.id) ?? [])),
        actions.filter(({ kind }) => kind === 'submit'),
        actions,
      );
      const changes = changesOf(days, stored);
      found.cases += rows.length;
      found.differing += changes.length;
      if (!options.checkOnly)
        saveCounts(
          tx,
          changes.map(({ after }) => after),
          movesOf(changes),
        );
      return rows.at(-1)!.id;
    });
    if (last === undefined) break;
    after = last;
    options.onProgress?.(found.cases);
  }
  await ground.db.transaction(async (tx) => {
    lockCounting(tx);
    found.strays = await countStrays(tx);
    if (found.strays > 0 && !options.checkOnly) dropStrays(tx);
    found.wrongCounters = await countWrongCounters(tx);
    if (found.wrongCounters > 0 && !options.checkOnly) remakeCounters(tx);
  });
  return found;
}
