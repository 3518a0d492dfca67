/** Prints booklets in a thread of their own, one at a time: thousands of pages must not hold up those at the counter. */
import { PassThrough, type Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { general } from '#platform/problems';
import type { Booklet } from './content.ts';
import type { Said } from './thread.ts';

const waitingAtMost = 4;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * The PDF as a stream, when its turn has come. Throws `general.busy` when several wait already. `progress` is told how many guides
 * of how many are drawn. A reader that goes away ends the thread.
 */
export async function printBooklet(
  booklet: Booklet,
  progress: (done: number, of: number) => void = () => {},
): Promise<Readable> {
  if (waiting >= waitingAtMost) throw general.busy().after(30);
  waiting += 1;
  const turn = last;
  let finish = (): void => {};
  last = new Promise<void>((resolve) => (finish = resolve));
  await turn;
  const out = new PassThrough({ highWaterMark: 1 << 20 });
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: booklet });
  let over = false;
  const end = (): void => {
    if (over) return;
    over = true;
    waiting -= 1;
    finish();
    void worker.terminate();
  };
  worker.on('message', (said: Said) => {
    if ('bytes' in said) out.write(said.bytes);
    else if ('done' in said) progress(said.done, said.of);
    else {
      out.end();
      end();
    }
  });
  worker.on('error', (error) => {
    out.destroy(error);
    end();
  });
  worker.on('exit', () => {
    if (!over) out.destroy(new Error('the thread that draws booklets ended early'));
    end();
  });
  out.on('close', end);
  return out;
}
