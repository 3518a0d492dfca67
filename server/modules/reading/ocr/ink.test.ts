import { expect, test } from 'vitest';
import type { Pixels } from '../picture/pixels.ts';
import { redShare, sealFrom, throughRed, touchedFrom } from './ink.ts';

const paper = [250, 240, 215] as const;
const black = [40, 38, 36] as const;
/** A seal's ink, half see-through on this paper. */
const red = [215, 90, 85] as const;

/** A picture of 10 x 10: rows of ink from above, the rest is paper; all in a light from 0 to 1. */
function picture(rows: readonly (readonly [number, number, number])[], light = 1): Pixels {
  const data = new Uint8Array(300);
  for (let i = 0; i < 100; i++)
    for (let c = 0; c < 3; c++) data[i * 3 + c] = (rows[Math.floor(i / 10)] ?? paper)[c]! * light;
  return { data, width: 10, height: 10 };
}

test.each([1, 0.4])('a seal is told from print on tinted paper, in light %s', (light) => {
  expect(redShare(picture([red, red], light))).toBeGreaterThan(sealFrom);
  expect(redShare(picture([black, black], light))).toBeLessThan(touchedFrom);
  const touched = redShare(picture([red, black, black], light));
  expect(touched).toBeGreaterThan(touchedFrom);
  expect(touched).toBeLessThan(sealFrom);
  expect(redShare(picture([]))).toBe(0);
});

test('a seal over print is taken away, and the print stays', () => {
  const { data } = throughRed(picture([red, black]));
  expect(data[0]).toBeGreaterThan(240);
  expect(data[10 * 3]).toBeLessThan(60);
  expect([data[0], data[1], data[2]]).toEqual([data[0], data[0], data[0]]);
});
