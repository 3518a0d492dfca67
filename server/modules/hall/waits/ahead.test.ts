/** Who is before somebody: never more than wait before them, none for the first, and no more by more windows. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countAhead } from './ahead.ts';

const special = { open: true, errands: [1] };
const general = { open: true, errands: [0, 1] };
const any = (errand: number, forWindow = -1) => ({ errand, forWindow });

test('the special window calls its own next, whatever waits for the general ones', () => {
  const waiting = [any(0), any(0), any(0), any(1)];
  expect(countAhead({ waiting, windows: [general, special] }, 2, 4)).toEqual({
    ofWaiting: [0, 1, 2, 0],
    ofErrand: [4, 1],
  });
  expect(countAhead({ waiting, windows: [general] }, 2, 4)).toEqual({ ofWaiting: [0, 1, 2, 3], ofErrand: [4, 4] });
  // Nobody is there: those of the same errand.
  expect(countAhead({ waiting, windows: [{ ...general, open: false }] }, 2, 4).ofErrand).toEqual([3, 1]);
});

test('who is meant for one window waits for that one alone, and is in nobody’s way elsewhere', () => {
  const waiting = [any(0, 1), any(0, 1), any(0)];
  expect(countAhead({ waiting, windows: [general, general] }, 2, 3).ofWaiting).toEqual([0, 1, 0]);
});

test('whoever comes now is before those of a later appointment', () => {
  expect(countAhead({ waiting: [any(0), any(0)], windows: [general] }, 2, 1).ofErrand).toEqual([1, 1]);
});

const halls = fc.record({
  waiting: fc.array(fc.record({ errand: fc.integer({ min: 0, max: 3 }), forWindow: fc.integer({ min: -1, max: 2 }) }), {
    maxLength: 30,
  }),
  windows: fc.array(fc.record({ open: fc.boolean(), errands: fc.uniqueArray(fc.integer({ min: 0, max: 3 })) }), {
    minLength: 3,
    maxLength: 3,
  }),
});

test('is never more than all who wait before, and never more by one window more', () => {
  fc.assert(
    fc.property(halls, (hall) => {
      const found = countAhead(hall, 4, hall.waiting.length);
      for (const [i, ahead] of found.ofWaiting.entries()) expect(ahead).toBeLessThanOrEqual(i);
      const more = countAhead(
        { ...hall, windows: [...hall.windows, { open: true, errands: [0, 1, 2, 3] }] },
        4,
        hall.waiting.length,
      );
      const served = (errand: number): boolean =>
        hall.windows.some(({ open, errands }) => open && errands.includes(errand));
      for (const [errand, ahead] of found.ofErrand.entries())
        if (served(errand)) expect(more.ofErrand[errand]).toBeLessThanOrEqual(ahead);
    }),
  );
});
