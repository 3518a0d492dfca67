/** The thread that reads pictures. It opens the networks once, is given bytes and answers plain facts. */
import { parentPort } from 'node:worker_threads';
import type { Reply } from '#platform/worker-pool';
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
  const [pages, networks] = await Promise.all([decodePages(bytes), openNetworks()]);
  return { result: await readPages(networks, pages, { kind, today }) };
}

parentPort!.on('message', (task: ReadTask) => {
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
