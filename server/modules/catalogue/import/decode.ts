/** Bytes of a list as text, in whatever encoding a spreadsheet wrote them. Pure. */
import { TextDecoder } from 'node:util';

/**
 * Byte order marks say it; else UTF-8 if it is valid or nearly so, else UTF-16 without a mark, else GB18030 (GBK, GB2312), Big5 or
 * what Windows writes in Europe. In a nearly valid one the broken characters stay visible, and their rows are rejected.
 */
export const decode = (bytes: Buffer): string => new TextDecoder(encodingOf(bytes)).decode(bytes);

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const utf16 = unmarkedUtf16(bytes);
  if (utf16) return utf16;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    if (isNearlyUtf8(bytes)) return 'utf-8';
    if (standAlone(bytes)) return 'windows-1252';
    return telling(bytes, 'big5') > 1.5 * telling(bytes, 'gb18030') ? 'big5' : 'gb18030';
  }
}

/** Commas and line breaks of UTF-16 are bytes beside zeros. */
function unmarkedUtf16(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, 4000);
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2]! += 1;
  const least = Math.max(4, head.length / 40);
  // A file with zeros in both places is no text at all.
  if (zeros[1]! > least && zeros[0]! * 20 < zeros[1]!) return 'utf-16le';
  if (zeros[0]! > least && zeros[1]! * 20 < zeros[0]!) return 'utf-16be';
  return undefined;
}

/** One letter in fifty may be broken, as after a cut at the wrong byte. Text in another encoding breaks almost everywhere. */
function isNearlyUtf8(bytes: Buffer): boolean {
  let broken = 0;
  let beyond = 0;
  for (const char of new TextDecoder('utf-8').decode(bytes)) {
    if (char === '\ufffd') broken += 1;
    if (char > '\u007f') beyond += 1;
  }
  return broken * 50 < beyond;
}

/** In Chinese text bytes beyond ASCII come in pairs; in a European one they stand alone among letters. */
function standAlone(bytes: Buffer): boolean {
  let high = 0;
  let alone = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    high += 1;
    if ((bytes[i - 1] ?? 0) < 0x80 && (bytes[i + 1] ?? 0) < 0x80) alone += 1;
  }
  return alone * 2 > high;
}

const usual = new Set(
  '的登记證证申請请辦办理部門门名稱称項项目務务服機机構构編编號号代碼码市縣县區区政府局處处民許许可補补助費费及人公司車车業业執执照設设立變变更',
);
/** How much of a text, read in this encoding, is what such lists are full of. */
function telling(bytes: Buffer, encoding: string): number {
  let count = 0;
  for (const char of new TextDecoder(encoding).decode(bytes.subarray(0, 20_000))) if (usual.has(char)) count += 1;
  return count;
}

/** The file is no list that can be read; the message says what to do. */
export class UnreadableList extends Error {
  readonly line: number;
  /** Whether the fault is on that line, and not in the file as a whole. */
  readonly onLine: boolean;
  /** The words above the columns, where it is them that say too little: somebody can say what each is. */
  readonly headers: readonly string[];
  constructor(message: string, line?: number, headers: readonly string[] = []) {
    super(message);
    this.line = line ?? 1;
    this.onLine = line !== undefined;
    this.headers = headers;
  }
}
