/** What may be uploaded, told by content and never by name; and names as they are kept. No I/O. */
import { fileTypeFromBuffer } from 'file-type';
import type { MediaType } from '../file-store.ts';

/** What the content is: a photo or a PDF, `heic` a photo that has to be turned into JPEG, undefined anything else. */
export async function kindOfContent(bytes: Uint8Array): Promise<MediaType | 'heic' | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  switch (found?.mime) {
    case 'image/jpeg':
    case 'image/png':
    case 'image/webp':
    case 'application/pdf':
      return found.mime;
    // The name of the type depends on the brand in the first box; iPhones write `heic`, some Android phones `mif1`.
    case 'image/heic':
    case 'image/heif':
    case 'image/heic-sequence':
    case 'image/heif-sequence':
      return 'heic';
    default:
      return undefined;
  }
}

const endings: Record<MediaType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
};

/** The file ending of a type, without the dot. */
export const endingOf = (type: MediaType): string => endings[type];

/**
 * The name that a file came with, made harmless: no path, no control or direction-changing characters (which make
 * `exe.gpj` look like `jpg.exe`), not longer than people read, and with the ending that its content has.
 */
export function cleanName(name: string, type: MediaType): string {
  const last = name.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const harmless = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const stem = [...harmless.replace(/\.[A-Za-z0-9]{1,5}$/, '')].slice(0, 80).join('').trim();
  return `${stem || (type === 'application/pdf' ? '文件' : '照片')}.${endingOf(type)}`;
}
