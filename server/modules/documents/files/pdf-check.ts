/**
 * Looks through an uploaded PDF for what does not belong into one: scripts, programs to launch, attached programs, a second
 * file hidden behind it, contents that unpack without end. No I/O; it can take a while, so it runs in a thread.
 */
import { constants, inflateSync } from 'node:zlib';

/** Why a PDF is not taken: codes of `problems.ts`. */
export type PdfFault = 'fileType' | 'fileDamaged' | 'pdfActive' | 'pdfLocked' | 'pdfDense';

/** Bytes that the streams of a PDF may unpack to in all, and one by itself. */
const unpackedAtMost = 256 * 1024 * 1024;
const streamAtMost = 64 * 1024 * 1024;

/** Names that make a reader act by itself or leave the document. Long enough not to turn up in packed bytes by chance. */
const active = /\/(?:JavaScript|Launch|RichMedia|SubmitForm|ImportData|Rendition|GoToE)(?![A-Za-z0-9])/;
/** XFA forms carry scripts of their own. Only asked outside packed bytes, because three letters turn up anywhere. */
const activeShort = /\/XFA(?![A-Za-z0-9])/;
/** Programs and archives by their first bytes: Windows, Linux, macOS, scripts, zip. */
const program = /^(?:MZ|.ELF|\xcf\xfa\xed\xfe|\xfe\xed\xfa|#!|PK|Rar!|7z\xbc\xaf)/;

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
/** Names may hide letters as #4a. */
const unescaped = (text: string): string =>
  text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** Says what is wrong with a PDF, or how many pages it has. */
export function checkPdf(bytes: Uint8Array): { fault: PdfFault } | { pages: number } {
  const text = latin1(bytes);
  if (!text.startsWith('%PDF-')) return { fault: 'fileType' };
  const end = text.lastIndexOf('%%EOF');
  if (end < 0 || !text.includes('startxref')) return { fault: 'fileDamaged' };
  // Nothing may follow but blanks: an archive or a program behind the end is a second file in disguise.
  if (/[^\s\0]/.test(text.slice(end + 5))) return { fault: 'fileType' };
  if (/\/Encrypt[\s/<\d]/.test(text.slice(Math.max(0, text.lastIndexOf('trailer'))))) return { fault: 'pdfLocked' };
  if (active.test(unescaped(text))) return { fault: 'pdfActive' };

  let outside = '';
  let inside = '';
  let unpacked = 0;
  let from = 0;
  for (const found of text.matchAll(/>>\s*stream(?:\r\n|\n|\r)/g)) {
    const start = found.index + found[0].length;
    const stop = text.indexOf('endstream', start);
    if (stop < 0) return { fault: 'fileDamaged' };
    // What looks like a stream inside a stream is looked at as well: the outer one may be a trick in a comment or a string.
    if (found.index >= from) {
      outside += text.slice(from, found.index + 2);
      from = stop;
    }
    const dictionary = unescaped(text.slice(Math.max(0, found.index - 2000), found.index + 2));
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (/\/Type\s*\/XRef/.test(own) && /\/Encrypt[\s/<\d]/.test(own)) return { fault: 'pdfLocked' };
    // Pixels are not looked at, unless they also say that they hold objects.
    if (/\/Subtype\s*\/Image/.test(own) && !/\/ObjStm|\/First/.test(own)) continue;
    const content = unpack(bytes.subarray(start, stop), own);
    if (content === 'tooMuch' || (unpacked += content.length) > unpackedAtMost) return { fault: 'pdfDense' };
    const body = latin1(content);
    if (/\/EmbeddedFile/.test(own) && program.test(body)) return { fault: 'pdfActive' };
    if (/\/ObjStm|\/First/.test(own)) {
      // Objects that we cannot read may be anything; no program that people print from writes them so.
      if (content.length === 0 || /\/Predictor\s*(?:[2-9]|1\d)/.test(own)) return { fault: 'pdfActive' };
      inside += `${unescaped(body)}\n`;
    } else if (active.test(body.slice(0, 5_000_000))) return { fault: 'pdfActive' };
  }
  outside += text.slice(from);
  const objects = `${unescaped(outside)}\n${inside}`;
  if (active.test(objects) || activeShort.test(objects)) return { fault: 'pdfActive' };
  const pages = objects.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  return pages === 0 ? { fault: 'fileDamaged' } : { pages };
}

/** The content of a stream; empty when it is packed in a way that we cannot open, `tooMuch` when there is no end to it. */
function unpack(packed: Uint8Array, dictionary: string): Uint8Array | 'tooMuch' {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1];
  if (filter === undefined) return packed;
  const names = filter.match(/\/\w+/g) ?? [];
  if (names.length !== 1 || names[0] !== '/FlateDecode') return new Uint8Array();
  try {
    // Sync flush: a stream without its checksum is still read by every reader, so it must not go by unseen.
    return inflateSync(packed, { maxOutputLength: streamAtMost, finishFlush: constants.Z_SYNC_FLUSH });
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooMuch' : new Uint8Array();
  }
}
