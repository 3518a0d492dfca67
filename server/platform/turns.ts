/** Work that takes memory or a core: a few pieces of it at a time, and no endless line before them. */
import pLimit from 'p-limit';
import { general, type Problem } from './problems.ts';

export interface TurnOptions {
  /** Pieces of work that run at the same time. */
  atOnce: number;
  /** Pieces that may wait; whoever comes after them is refused. */
  waiting: number;
  /** What the refused are told; without it that the server is busy, and to come again in three seconds. */
  refuse?: () => Problem;
}

/** Runs one piece of work when it is its turn, and passes on its result or what it throws. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function takeTurns({ atOnce, waiting, refuse = () => general.busy().after(3) }: TurnOptions): InTurn {
  const limit = pLimit(atOnce);
  return async (work) => {
    // What runs and what waits are counted together: the library counts the first ones as waiting until the next tick.
    if (limit.activeCount + limit.pendingCount >= atOnce + waiting) throw refuse();
    return await limit(work);
  };
}
