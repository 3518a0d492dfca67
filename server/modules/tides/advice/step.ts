/** One act on an advice, with its line in the trail and its word to those who look. */
import { emit } from '#platform/events';
import type { Tx } from '#platform/db';
import { newId } from '#platform/ids';
import { adviceChanged } from '../events.ts';
import { tidesProblems } from '../problems.ts';
import { after, type AdviceAct, type AdviceState } from '../states.ts';
import { insertSteps, saveAdvice, type AdviceRow } from './advice-store.ts';

export interface By {
  /** Made by whoever acts; absent for what happens by itself. */
  actionId?: string;
  at: Date;
  accountId: string | null;
  said?: string;
}

/** Ends at once when the state says so. */
const ends = (state: AdviceState): boolean => state !== 'open' && state !== 'asked' && state !== 'running';

/** The advice after an act, stored with its line. Throws `tides.decidedAlready` when the act is not possible any more. */
export function step(
  tx: Tx,
  row: AdviceRow,
  act: Exclude<AdviceAct, 'make'>,
  by: By,
  change: Partial<AdviceRow> = {},
): AdviceRow {
  const state = after(row.state, act);
  if (!state) throw tidesProblems.decidedAlready();
  const now: AdviceRow = {
    ...row,
    ...(ends(state) ? { endedAt: by.at } : {}),
    ...change,
    state,
    seq: row.seq + 1,
  };
  saveAdvice(tx, now);
  insertSteps(tx, [
    {
      id: by.actionId ?? newId(),
      adviceId: row.id,
      seq: now.seq,
      act,
      state,
      at: by.at,
      accountId: by.accountId,
      said: by.said ?? '',
    },
  ]);
  emit(tx, adviceChanged, row.outletId, { outletId: row.outletId, everybody: true });
  return now;
}

export const minutesAfter = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
