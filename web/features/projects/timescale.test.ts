import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  centred,
  dayOfNumber,
  gridOf,
  leastDays,
  moved,
  numberOfDay,
  placeOf,
  wholeSight,
  zoomed,
} from './timescale.ts';

const sight = fc.record({
  first: fc.integer({ min: 15_000, max: 25_000 }),
  days: fc.integer({ min: leastDays, max: 900 }),
});

test('days and numbers are each other', () => {
  expect(dayOfNumber(numberOfDay('2026-06-10'))).toBe('2026-06-10');
});

test('everything is in sight at first', () => {
  const whole = wholeSight(['2026-06-10', '2026-09-01']);
  expect(placeOf(whole, '2026-06-10')).toBeGreaterThan(0);
  expect(placeOf(whole, '2026-09-01', 1)).toBeLessThan(100);
});

test('zooming keeps the middle and ends at days', () => {
  fc.assert(
    fc.property(sight, fc.constantFrom(0.5, 2), (before, factor) => {
      const after = zoomed(before, factor, 1000);
      expect(after.days).toBeGreaterThanOrEqual(leastDays);
      expect(after.days).toBeLessThanOrEqual(1000);
      expect(Math.abs(after.first + after.days / 2 - (before.first + before.days / 2))).toBeLessThanOrEqual(1);
    }),
  );
});

test('moving goes there and back, and today can be brought to the middle', () => {
  fc.assert(
    fc.property(sight, (before) => {
      expect(moved(moved(before, 0.25), -0.25)).toEqual(before);
      expect(Math.abs(placeOf(centred(before, '2026-06-10'), '2026-06-10') - 50)).toBeLessThanOrEqual(
        100 / before.days,
      );
    }),
  );
});

test('lines lie in sight, few enough to be read, and every day when zoomed in', () => {
  fc.assert(
    fc.property(sight, (one) => {
      const { days } = gridOf(one);
      expect(days.length).toBeLessThanOrEqual(15);
      for (const day of days) {
        expect(placeOf(one, day)).toBeGreaterThanOrEqual(0);
        expect(placeOf(one, day)).toBeLessThan(100);
      }
    }),
  );
  expect(gridOf({ first: 20_000, days: 14 }).every).toBe(1);
});
