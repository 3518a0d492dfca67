/** A ticket as an ESC/POS printer of 80 mm understands it. Pure. */
import iconv from 'iconv-lite';
import type { WaitRange } from '../shapes.ts';

/** What is on the slip. */
export interface Slip {
  outletName: string;
  outletNameEn: string;
  number: string;
  errandName: string;
  errandNameEn: string;
  zone: string;
  /** Empty where nobody has said what it is called in English. */
  zoneEn: string;
  ahead: number;
  /** In minutes; null where nobody does the errand now. */
  wait: WaitRange;
  /** Where the ticket can be followed on a phone; and its code for those who type it. */
  address: string;
  code: string;
  /** As it is said: 2026-06-10 09:31. */
  takenAt: string;
  /** Something with this number may be on paper already. */
  copy: boolean;
}

const esc = 0x1b;
const gs = 0x1d;
const fs = 0x1c;

/** Chinese characters in the printer's own set; what it does not know becomes a question mark. */
const text = (line: string): Uint8Array => iconv.encode(`${line}\n`, 'gb18030');
/** Width and height, 1 to 8 times; Chinese characters have a command of their own for twice the size. */
const size = (times: number): number[] => [gs, 0x21, ((times - 1) << 4) | (times - 1), fs, 0x57, times > 1 ? 1 : 0];
const feed = (lines: number): number[] => [esc, 0x64, lines];

/** A QR code, model 2, middle correction: GS ( k with functions 165, 167, 169, 180 and 181. */
export function qrCode(data: string, dots = 6): Uint8Array {
  const bytes = Buffer.from(data, 'utf8');
  const length = bytes.length + 3;
  return Buffer.concat([
    Buffer.from([gs, 0x28, 0x6b, 4, 0, 0x31, 0x41, 0x32, 0]),
    Buffer.from([gs, 0x28, 0x6b, 3, 0, 0x31, 0x43, dots]),
    Buffer.from([gs, 0x28, 0x6b, 3, 0, 0x31, 0x45, 0x31]),
    Buffer.from([gs, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30]),
    bytes,
    Buffer.from([gs, 0x28, 0x6b, 3, 0, 0x31, 0x51, 0x30]),
  ]);
}

/** When the slip was printed; both ends of the range are said, as on the screens. */
function waitLines({ ahead, wait }: Slip): string[] {
  const before = `前面 ${ahead} 人  ${ahead} before you`;
  if (wait === null) return [before];
  const { low, high } = wait;
  return [
    before,
    low === high ? `约 ${high} 分钟  about ${high} min` : `约 ${low} 至 ${high} 分钟  ${low} to ${high} min`,
  ];
}

/** All bytes of a slip, from the reset to the cut. */
export function slipBytes(slip: Slip): Uint8Array {
  const parts: (Uint8Array | number[])[] = [
    [esc, 0x40],
    // Two bytes a character, as the mainland's printers have them.
    [fs, 0x26],
    [esc, 0x61, 1],
    ...(slip.copy ? [size(2), text('副本 COPY'), size(1)] : []),
    text(slip.outletName),
    ...(slip.outletNameEn ? [text(slip.outletNameEn)] : []),
    size(4),
    text(slip.number),
    size(2),
    text(slip.errandName),
    size(1),
    ...(slip.errandNameEn ? [text(slip.errandNameEn)] : []),
    ...(slip.zone ? [text(slip.zone)] : []),
    ...(slip.zone && slip.zoneEn ? [text(slip.zoneEn)] : []),
    ...waitLines(slip).map(text),
    feed(1),
    qrCode(slip.address),
    text('扫码看还要等多久  Scan to follow'),
    text(`查询码 ${slip.code}`),
    text(slip.takenAt),
    [gs, 0x56, 66, 3],
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}

/** A page that shows whether a printer is set up: its set of characters, its sizes, a code, the cut. */
export function testBytes(page: { outletName: string; printerName: string; at: string }): Uint8Array {
  const parts: (Uint8Array | number[])[] = [
    [esc, 0x40],
    [fs, 0x26],
    [esc, 0x61, 1],
    text('打印测试  Test page'),
    text(page.outletName),
    text(page.printerName),
    size(4),
    text('A000'),
    size(1),
    text('这不是取号单  This is no ticket'),
    feed(1),
    qrCode(page.printerName),
    text(page.at),
    [gs, 0x56, 66, 3],
  ];
  return Buffer.concat(parts.map((part) => Buffer.from(part)));
}
