/** A talk with a clerk keeps a kiosk open for ten minutes from the last touch, and no longer: whoever has gone leaves nothing behind. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lostSeconds, warningSeconds } from '#modules/kiosks/contract';
import { minutesKept, secondsLeft, talkSeconds } from './idle.ts';

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

test('what is promised while the server is out of reach is over before the server has ended it', () => {
  const kept = (now: number): number => minutesKept(90, { heard: 0, now: now * second });
  expect([0, 30, 31, 90, 91, 150, 151, 9_000].map(kept)).toEqual([2, 2, 1, 1, 0, 0, -1, -1]);
  fc.assert(
    fc.property(fc.integer({ min: 30, max: 600 }), fc.integer({ min: 0, max: 2_000 }), (idle, now) => {
      const minutes = minutesKept(idle, { heard: 0, now: now * second });
      if (minutes >= 0) expect(now + minutes * 60).toBeLessThanOrEqual(lostSeconds(idle));
    }),
  );
});
