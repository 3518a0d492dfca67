/** The thread that reads pictures. It opens the networks once, is given bytes and answers plain facts. */
import { parentPort } from 'node:worker_threads';
import { theEnd, type Reply } from '#platform/worker-pool';
import type { ReadKind } from './kinds.ts';
import { openNetworks } from './ocr/models.ts';
import { decodePages } from './picture/decode.ts';
import { CannotDecode } from './picture/page.ts';
import { CannotRead, readPages } from './read-pages.ts';
import type { PictureReading } from './reading.ts';

/** A picture or PDF to read. `today` (YYYY-MM-DD): nobody is born after it. */
export interface ReadTask {
  bytes: Uint8Array;
  kind?: ReadKind | undefined;
  today: string;
}

async function read({ bytes, kind, today }: ReadTask): Promise<Reply<PictureReading>> {
  // One after the other: a thread that has answered may be ended, and must not be in the middle of opening a network.
  const pages = await decodePages(bytes);
  return { result: await readPages(await openNetworks(), pages, { kind, today }) };
}

parentPort!.on('message', (task: ReadTask | typeof theEnd) => {
  // Messages come between two calls of a network, never within one.
  if (task === theEnd) process.exit();
  void read(task).then(
    (reply) => parentPort!.postMessage(reply),
    (error: unknown) =>
      parentPort!.postMessage(
        error instanceof CannotDecode || error instanceof CannotRead
          ? ({ problem: error.code } satisfies Reply<PictureReading>)
          : ({ error: String((error as Error).stack ?? error) } satisfies Reply<PictureReading>),
      ),
  );
});
