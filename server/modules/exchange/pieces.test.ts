/** A file that goes over in pieces is the same file, or none. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hashOf } from '#platform/ids';
import { cut, join, partsOf } from './pieces.ts';
import { pieceSize } from './wire.ts';

const file = (size: number): Buffer => Buffer.alloc(size, 'yichuang');
const piecesOf = (bytes: Buffer) =>
  Array.from({ length: partsOf(bytes.length) }, (_, at) => ({
    part: at + 1,
    data: Buffer.from(cut(bytes, at + 1), 'base64'),
  }));

it.each([1, 100, pieceSize - 1, pieceSize, pieceSize + 1, 3 * pieceSize])('%i bytes come whole', (size) => {
  const bytes = file(size);
  const whole = { parts: partsOf(size), sha256: hashOf(bytes) };
  expect(join(piecesOf(bytes).reverse(), whole)?.equals(bytes)).toBe(true);
  expect(join(piecesOf(bytes).slice(1), whole)).toBeUndefined();
});

it('is none with any byte changed', () =>
  fc.assert(
    fc.property(fc.nat(2 * pieceSize - 1), fc.integer({ min: 1, max: 255 }), (place, by) => {
      const bytes = file(2 * pieceSize);
      const whole = { parts: 2, sha256: hashOf(bytes) };
      bytes[place]! ^= by;
      return join(piecesOf(bytes), whole) === undefined;
    }),
    { numRuns: 30 },
  ));
