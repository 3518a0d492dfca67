/** A thread of `bench:tide`: one week of one seed and shape after another. */
import { parentPort } from 'node:worker_threads';
import type { Reply } from '#platform/worker-pool';
import type { Shape } from './days.ts';
import { weekOf, type Week } from './week.ts';

export interface WeekTask {
  shape: Shape;
  seed: number;
  futures: number;
  brief: boolean;
}

parentPort!.on('message', ({ shape, seed, futures, brief }: WeekTask) => {
  const reply: Reply<Week> = { result: weekOf(shape, seed, futures, brief) };
  parentPort!.postMessage(reply);
});
