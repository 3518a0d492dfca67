/**
 * How much a workbook unpacks to, before anything unpacks it: a file of 60 MB can hold 60 GB of blanks, and what its own directory says
 * of sizes is only what its maker wrote.
 */
import { createInflateRaw } from 'node:zlib';
import { UnreadableList } from './decode.ts';

/** A list of 20,000 items with all columns unpacks to about 60 MB. */
const mostBytes = 150_000_000;
const mostEntries = 5_000;
/** Deflate cannot do better than this. */
const bestRatio = 1032;

const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const localMark = 0x04034b50;
const [stored, deflated] = [0, 8];

const unreadable = (): UnreadableList =>
  new UnreadableList('The workbook cannot be read: save it again as .xlsx, without a password.');

/** Throws UnreadableList for an archive that is none, or that unpacks to more than a list can be. */
export async function refuseBomb(bytes: Buffer): Promise<void> {
  let left = mostBytes;
  for (const { method, data } of entriesOf(bytes)) {
    if (method !== stored && method !== deflated) throw unreadable();
    left -=
      method === stored || data.length * bestRatio <= left / mostEntries ? data.length : await unpackedSize(data, left);
    if (left < 0)
      throw new UnreadableList(
        `The workbook unpacks to more than ${mostBytes / 1_000_000} MB, which no list needs: save the sheet with the items as CSV.`,
      );
  }
}

function* entriesOf(bytes: Buffer): Generator<{ method: number; data: Buffer }> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endMark) throw unreadable();
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostEntries) throw unreadable();
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== entryMark) throw unreadable();
    const [size, from] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    if (from + 30 > bytes.length || bytes.readUInt32LE(from) !== localMark) throw unreadable();
    const begin = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
    if (begin + size > bytes.length) throw unreadable();
    yield { method: bytes.readUInt16LE(at + 10), data: bytes.subarray(begin, begin + size) };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** Counts without keeping; stops shortly after `most`. */
function unpackedSize(data: Buffer, most: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const inflate = createInflateRaw();
    inflate.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) return;
      inflate.destroy();
      resolve(size);
    });
    inflate.on('end', () => resolve(size));
    inflate.on('error', () => reject(unreadable()));
    inflate.end(data);
  });
}
