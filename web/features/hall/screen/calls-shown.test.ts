/** However many are called at once, each comes to be seen: while it is said, and after that in its turn. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Announcement } from '#modules/hall/contract';
import { callsShown, mostCalls } from './calls-shown.ts';

const call = (n: number): Announcement => ({
  id: `c${n}`,
  number: `A${n}`,
  windowNumber: `${n}`,
  zone: 'A',
  at: '2026-06-10T09:30:00.000Z',
  again: false,
});
const calls = (count: number): Announcement[] => Array.from({ length: count }, (_, n) => call(count - n));
const numbers = (shown: readonly Announcement[]): string[] => shown.map(({ number }) => number);

test('what fits stands as it was called, the newest first, whichever is said', () => {
  expect(numbers(callsShown(calls(3), undefined, 5))).toEqual(['A3', 'A2', 'A1']);
  expect(numbers(callsShown(calls(6), call(1), 5))).toEqual(['A6', 'A5', 'A4', 'A3', 'A2', 'A1']);
});

test('the seventh and every further one is seen while it is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(60), fc.nat(100), (count, n, turn) => {
      // Also one that is served already, and no more among the calls.
      const shown = callsShown(calls(count), call(n), turn);
      expect(numbers(shown)).toContain(`A${n}`);
      expect(shown.length).toBeLessThanOrEqual(mostCalls);
      expect(new Set(numbers(shown)).size).toBe(shown.length);
    }),
  );
});

test('where nothing is said, all are seen one page after the other', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (count) => {
      const seen = new Set<string>();
      for (let turn = 0; turn < Math.ceil(count / (mostCalls - 1)); turn++) {
        const shown = numbers(callsShown(calls(count), undefined, turn));
        expect(shown[0]).toBe(`A${count}`);
        for (const number of shown) seen.add(number);
      }
      expect(seen.size).toBe(count);
    }),
  );
});
