/** From the bytes of a photo or a PDF to the pixels of its pages. */
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { readingLimits } from '../limits.ts';
import { pdfPages } from './pdf-pages.ts';
import { CannotDecode, type Page } from './page.ts';
import type { Pixels } from './pixels.ts';

// A picture is decoded once: a cache would only hold memory.
sharp.cache(false);

/** Formats that are taken; HEIC is turned into JPEG before it comes here. */
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff', 'image/gif', 'image/avif']);

/** Decodes all pages, upright as the file says. Throws `CannotDecode`. */
export async function decodePages(bytes: Uint8Array): Promise<Page[]> {
  const found = await fileTypeFromBuffer(bytes);
  if (found?.mime === 'application/pdf') return pdfPages(bytes);
  if (!found || !pictures.has(found.mime)) throw new CannotDecode('notAPicture');
  return [await decodePhoto(bytes)];
}

async function decodePhoto(bytes: Uint8Array): Promise<Page> {
  try {
    const photo = sharp(bytes, { limitInputPixels: readingLimits.pixels, failOn: 'error', pages: 1 });
    const { width, height } = (await photo.metadata()).autoOrient;
    if (width * height > readingLimits.pixels) throw new CannotDecode('tooManyPixels');
    if (Math.min(width, height) < readingLimits.shorterSide) throw new CannotDecode('tooSmall');
    const { data, info } = await photo
      .timeout({ seconds: 20 })
      .autoOrient()
      .resize({
        width: readingLimits.longerSide,
        height: readingLimits.longerSide,
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const pixels = info.channels === 3 ? { data, width: info.width, height: info.height } : spread(data, info);
    return { pixels, width, height };
  } catch (error) {
    if (error instanceof CannotDecode) throw error;
    throw new CannotDecode(/pixel limit/.test(String(error)) ? 'tooManyPixels' : 'damaged', error);
  }
}

/** Grey pictures have one channel. */
function spread(
  grey: Uint8Array,
  { width, height, channels }: { width: number; height: number; channels: number },
): Pixels {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0, from = 0; i < data.length; i += 3, from += channels) data.fill(grey[from]!, i, i + 3);
  return { data, width, height };
}
