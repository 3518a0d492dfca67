/** A talk with a clerk keeps a kiosk open for ten minutes from the last touch, and no longer: whoever has gone leaves nothing behind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { warningSeconds } from '#modules/kiosks/contract';
import { secondsLeft, talkSeconds } from './idle.ts';

const second = 1000;

test('a touch counts from itself, a talk goes on for ten minutes, then the warning comes, then the end', () => {
  const left = (touched: number, stayed: number, now: number): number =>
    secondsLeft(90, { touched: touched * second, stayed: stayed * second, now: now * second });
  expect(left(0, 0, 0)).toBe(90 + warningSeconds);
  expect(left(0, 0, 90)).toBe(warningSeconds);
  expect(left(0, 300, 300)).toBe(90 + warningSeconds);
  expect(left(0, 600, 600)).toBe(90 + warningSeconds);
  expect(left(0, 690, 690)).toBe(warningSeconds);
  expect(left(0, 710, 710)).toBeLessThanOrEqual(0);
  expect(left(700, 710, 710)).toBe(90 + warningSeconds);
});

test('however often it is said that somebody is there: untouched, it ends', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 30, max: 600 }),
      fc.integer({ min: 0, max: 100_000 }),
      fc.integer({ min: 0, max: 5_000 }),
      (idle, touched, after) => {
        const now = touched + talkSeconds + idle + warningSeconds + after;
        expect(
          secondsLeft(idle, { touched: touched * second, stayed: now * second, now: now * second }),
        ).toBeLessThanOrEqual(0);
      },
    ),
  );
});
