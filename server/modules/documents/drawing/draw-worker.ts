/** The thread that draws documents. Opening its fonts takes a moment, so it stays for a while. */
import { parentPort } from 'node:worker_threads';
import type { Reply } from '../worker-pool.ts';
import { draw, type PaperSize } from './draw.ts';
import type { Drawable } from './write-paper.ts';

export interface Drawing {
  doc: Drawable;
  size: PaperSize;
}

parentPort!.on('message', ({ doc, size }: Drawing) => {
  void draw(doc, size).then(
    (result) => parentPort!.postMessage({ result } satisfies Reply<Uint8Array>),
    (error: unknown) => parentPort!.postMessage({ error: String((error as Error).stack) } satisfies Reply<Uint8Array>),
  );
});
