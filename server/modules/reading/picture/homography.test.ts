import fc from 'fast-check';
import { expect, test } from 'vitest';
import { regionsOf } from '../ocr/regions.ts';
import { directionOf, levelling } from '../ocr/upright.ts';
import {
  apply,
  applyAll,
  compose,
  fromRectangle,
  invert,
  rectangle,
  turn,
  type Homography,
  type Point,
  type Quad,
} from './homography.ts';

const near = (a: Point, b: Point): void => {
  expect(a[0]).toBeCloseTo(b[0], 6);
  expect(a[1]).toBeCloseTo(b[1], 6);
};

test('the corners of a rectangle come to the corners of a quad, and back', () => {
  const move = fc.integer({ min: -20, max: 20 });
  fc.assert(
    fc.property(fc.array(move, { minLength: 8, maxLength: 8 }), (d) => {
      const base = rectangle(0, 0, 200, 100);
      const quad = base.map(([x, y], i): Point => [x + d[i * 2]!, y + d[i * 2 + 1]!]) as unknown as Quad;
      const map = fromRectangle(200, 100, quad);
      base.forEach((corner, i) => near(apply(map, corner), quad[i]!));
      near(apply(invert(map), apply(map, [37, 61])), [37, 61]);
    }),
  );
});

/** Lines of a page of 800 x 600, seen through a map. */
const linesThrough = (map: Homography) =>
  Array.from({ length: 12 }, (_, i) => rectangle(60 + (i % 3) * 40, 40 + i * 45, 560 + (i % 4) * 50, 64 + i * 45)).map(
    (line) => {
      const quad = applyAll(map, line);
      const long = Math.hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1]);
      return { quad, long, thick: Math.hypot(quad[3][0] - quad[0][0], quad[3][1] - quad[0][1]), score: 1 };
    },
  );

test('the direction of text is found whichever way the page lies', () => {
  for (const degrees of [-80, -45, -10, 0, 7, 33, 89]) {
    const found = directionOf(linesThrough(turn((degrees * Math.PI) / 180, [400, 300])));
    expect(Math.abs(Math.sin(found - (degrees * Math.PI) / 180))).toBeLessThan(0.01);
  }
});

test('lines that meet far away are laid level', () => {
  const tilted = fromRectangle(800, 600, [[40, 0], [770, 60], [790, 520], [0, 600]]); // prettier-ignore
  const seen = linesThrough(tilted);
  const level = compose(levelling(seen, 800, 600), [1, 0, 0, 0, 1, 0, 0, 0, 1]);
  for (const { quad } of seen) {
    const [a, b] = applyAll(level, quad);
    expect(Math.abs((b[1] - a[1]) / (b[0] - a[0]))).toBeLessThan(0.012);
  }
});

test('a slanted bar is found as a slanted rectangle, specks are not', () => {
  const map = new Float32Array(200 * 100);
  for (let x = 20; x < 150; x++) for (let y = 0; y < 8; y++) map[(30 + y + Math.round((x - 20) * 0.1)) * 200 + x] = 0.9;
  map[5 * 200 + 5] = 0.9;
  const [region, ...others] = regionsOf(map, 200, 100);
  expect(others).toEqual([]);
  const [a, b] = region!.quad;
  expect((b[1] - a[1]) / (b[0] - a[0])).toBeCloseTo(0.1, 1);
  expect(region!.long).toBeGreaterThan(130);
});
