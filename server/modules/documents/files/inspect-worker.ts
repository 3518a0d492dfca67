/** The thread that looks through PDFs and decodes HEIC photos. It is given bytes and answers plain facts. */
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { Reply } from '#platform/worker-pool';
import { fileLimits } from '../limits.ts';
import { checkPdf } from './pdf-check.ts';

/** A task: the content, and what it is. */
export type Inspection = { kind: 'pdf' | 'heic'; bytes: Uint8Array };
/** Pages of a PDF; or the JPEG made of a HEIC photo with its size in pixels. */
export type Inspected = { pages: number } | { jpeg: Uint8Array; width: number; height: number };

/** The part of libheif's interface that we use; its own types describe the bare WebAssembly. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(
    target: { data: Uint8ClampedArray; width: number; height: number },
    done: (shown: { data: Uint8ClampedArray } | null) => void,
  ): void;
  free(): void;
}
interface Heif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}
let heif: Heif | undefined;

async function decodeHeic(bytes: Uint8Array): Promise<Reply<Inspected>> {
  heif ??= createRequire(import.meta.url)('libheif-js/wasm-bundle') as Heif;
  const [image, ...others] = new heif.HeifDecoder().decode(bytes);
  for (const other of others) other.free();
  if (!image) return { problem: 'fileDamaged' };
  const width = image.get_width();
  const height = image.get_height();
  if (width * height > fileLimits.pixels) return { problem: 'imageTooLarge' };
  // libheif turns the picture as its file says; the EXIF orientation beside it must not be applied again, and is dropped here.
  const pixels = await new Promise<Uint8ClampedArray | undefined>((resolve) => {
    image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) => resolve(shown?.data));
  });
  image.free();
  if (!pixels) return { problem: 'fileDamaged' };
  const { data, info } = await sharp(pixels, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .resize({ width: fileLimits.longerSide, height: fileLimits.longerSide, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 88 })
    .toBuffer({ resolveWithObject: true });
  return { result: { jpeg: data, width: info.width, height: info.height } };
}

async function inspect({ kind, bytes }: Inspection): Promise<Reply<Inspected>> {
  if (kind === 'heic') return decodeHeic(bytes);
  const checked = checkPdf(bytes);
  return 'fault' in checked ? { problem: checked.fault } : { result: { pages: checked.pages } };
}

parentPort!.on('message', (task: Inspection) => {
  void inspect(task).then(
    (reply) => parentPort!.postMessage(reply),
    // Whatever a decoder throws at us, it is the file that is at fault.
    () => parentPort!.postMessage({ problem: 'fileDamaged' } satisfies Reply<Inspected>),
  );
});
