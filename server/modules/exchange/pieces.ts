/** Files in pieces: cut for the way, and put together again. */
import { hashOf } from '#platform/ids';
import { pieceSize } from './wire.ts';

/** In how many pieces so many bytes go; at least one. */
export const partsOf = (size: number): number => Math.max(1, Math.ceil(size / pieceSize));

/** A piece, the first being 1, in base64. */
export const cut = (bytes: Uint8Array, part: number): string =>
  Buffer.from(bytes.subarray((part - 1) * pieceSize, part * pieceSize)).toString('base64');

/** The bytes when every piece is there and the whole is what was announced; undefined otherwise. */
export function join(
  pieces: readonly { part: number; data: Uint8Array }[],
  whole: { parts: number; sha256: string },
): Buffer | undefined {
  const inOrder = pieces.toSorted((a, b) => a.part - b.part);
  if (inOrder.length !== whole.parts || inOrder.some(({ part }, at) => part !== at + 1)) return undefined;
  const bytes = Buffer.concat(inOrder.map(({ data }) => data));
  return hashOf(bytes) === whole.sha256 ? bytes : undefined;
}
