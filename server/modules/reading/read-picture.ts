/** Reading a picture or PDF: in threads of their own, because it takes seconds of a core. */
import { cleanContent } from '#modules/documents';
import { shanghaiDay } from '#platform/clock';
import { readingThreads } from '#platform/config';
import { WorkerPool } from '#platform/worker-pool';
import type { ReadKind } from './kinds.ts';
import { readingLimits } from './limits.ts';
import { readingProblems } from './problems.ts';
import type { ReadTask } from './read-worker.ts';
import type { PictureReading } from './reading.ts';

let pool: WorkerPool<ReadTask, PictureReading> | undefined;

/** Threads start with the first picture and are let go after two minutes without one. */
const threads = (): WorkerPool<ReadTask, PictureReading> =>
  (pool ??= new WorkerPool(new URL('./read-worker.ts', import.meta.url), {
    size: readingThreads(process.env),
    timeout: readingLimits.time,
    waiting: 64,
    farewell: readingLimits.farewell,
  }));

/**
 * Reads a document out of a JPEG, PNG, WebP, TIFF, HEIC or PDF. `kind` says what it should be; without it the kind is told from what is printed.
 * Throws a problem of `reading` that says what to do, or `general.busy` when too many wait.
 */
export async function readPicture(
  bytes: Uint8Array,
  { kind, now = new Date() }: { kind?: ReadKind | undefined; now?: Date } = {},
): Promise<PictureReading> {
  // Phones write HEIC, which only the cleaning of uploads can decode.
  const taken = isHeic(bytes) ? (await cleanContent(bytes)).bytes : bytes;
  const reply = await threads().run({ bytes: taken, kind, today: shanghaiDay(now) });
  if ('result' in reply) return reply.result;
  if ('error' in reply) throw readingProblems.failed({}, reply.error);
  if (reply.problem === 'timeout') throw readingProblems.tooSlow();
  const make = readingProblems[reply.problem as keyof typeof readingProblems] ?? readingProblems.failed;
  throw make({}, reply.problem);
}

/** An ISO base media file whose first brand is one of HEIF's. */
const isHeic = (bytes: Uint8Array): boolean =>
  /^ftyp(hei|hev|mif1|msf1)/.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'));

/** Ends the threads; what they were reading fails at once. Resolves when they have ended, which takes as long as a network looks at a page. */
export async function closeReading(): Promise<void> {
  const closing = pool;
  pool = undefined;
  await closing?.close();
}
