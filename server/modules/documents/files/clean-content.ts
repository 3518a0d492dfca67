/** From the bytes that came to the bytes that are kept: checked by content, turned upright, without any metadata. */
import { availableParallelism } from 'node:os';
import sharp from 'sharp';
import type { MediaType } from '../file-store.ts';
import { fileLimits } from '../limits.ts';
import { documentProblems } from '../problems.ts';
import { WorkerPool } from '#platform/worker-pool';
import type { Inspected, Inspection } from './inspect-worker.ts';
import { kindOfContent } from './kinds.ts';

/** What is kept of an upload. */
export interface CleanContent {
  bytes: Uint8Array;
  mediaType: MediaType;
  width: number | null;
  height: number | null;
  pages: number | null;
}

// A photo is decoded once and never again: a cache would only hold memory.
sharp.cache(false);

const script = new URL('./inspect-worker.ts', import.meta.url);
/** A HEIC photo of 12 megapixels takes up to five seconds of a core and 200 MB: half of the cores, two at most. */
const decoders = new WorkerPool<Inspection, Inspected>(script, {
  size: Math.max(1, Math.min(2, Math.floor(availableParallelism() / 2))),
  timeout: 40_000,
  waiting: 16,
});
/** PDFs are looked through in milliseconds and do not wait behind photos. */
const readers = new WorkerPool<Inspection, Inspected>(script, { size: 1, timeout: 20_000, waiting: 32 });

/** Throws the problem that says why the content is not taken. */
export async function cleanContent(bytes: Uint8Array): Promise<CleanContent> {
  if (bytes.length === 0) throw documentProblems.fileEmpty();
  if (bytes.length > fileLimits.bytes) throw documentProblems.fileTooLarge();
  const kind = await kindOfContent(bytes);
  if (kind === undefined) throw documentProblems.fileType();
  if (kind === 'application/pdf') {
    const found = await inspect({ kind: 'pdf', bytes });
    return { bytes, mediaType: kind, width: null, height: null, pages: 'pages' in found ? found.pages : null };
  }
  if (kind === 'heic') {
    const found = await inspect({ kind: 'heic', bytes });
    if (!('jpeg' in found)) throw documentProblems.fileDamaged();
    return { bytes: found.jpeg, mediaType: 'image/jpeg', width: found.width, height: found.height, pages: null };
  }
  return cleanImage(bytes, kind);
}

async function inspect(task: Inspection): Promise<Inspected> {
  const reply = await (task.kind === 'heic' ? decoders : readers).run(task);
  if ('result' in reply) return reply.result;
  if ('error' in reply) throw documentProblems.fileDamaged({}, reply.error);
  if (reply.problem === 'timeout') throw documentProblems.tooSlow();
  const make = documentProblems[reply.problem as keyof typeof documentProblems] ?? documentProblems.fileDamaged;
  throw make();
}

/**
 * Draws the picture anew. That alone drops EXIF with its GPS position (个人信息保护法 art. 6: no more than needed), a second
 * file hidden behind the picture, and whatever a decoder in some browser might trip over.
 */
async function cleanImage(bytes: Uint8Array, mediaType: MediaType): Promise<CleanContent> {
  try {
    const picture = sharp(bytes, { limitInputPixels: fileLimits.pixels, failOn: 'error', pages: 1 })
      .timeout({ seconds: 20 })
      .autoOrient()
      .resize({ width: fileLimits.longerSide, height: fileLimits.longerSide, fit: 'inside', withoutEnlargement: true });
    const drawn =
      mediaType === 'image/png'
        ? picture.png({ compressionLevel: 7 })
        : mediaType === 'image/webp'
          ? picture.webp({ quality: 88 })
          : picture.jpeg({ quality: 88 });
    const { data, info } = await drawn.toBuffer({ resolveWithObject: true });
    return { bytes: data, mediaType, width: info.width, height: info.height, pages: null };
  } catch (error) {
    const message = String(error);
    if (/pixel limit/.test(message)) throw documentProblems.imageTooLarge({}, error);
    if (/timeout/.test(message)) throw documentProblems.tooSlow({}, error);
    throw documentProblems.fileDamaged({}, error);
  }
}
