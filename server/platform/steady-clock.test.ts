/** A clock that jumps is seen, in both directions, and believed again after half an hour; one that goes wrong by seconds is not noticed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ClockWatch, steadyFor } from './steady-clock.ts';

const minute = 60_000;
function watched() {
  const now = { wall: Date.parse('2026-06-10T01:30:00Z'), count: 1000 };
  const watch = new ClockWatch({ wall: () => now.wall, count: () => now.count });
  const pass = (milliseconds: number): void => {
    now.wall += milliseconds;
    now.count += milliseconds;
  };
  return { now, watch, pass };
}

test.each([10 * 60, -60, 14 * 60, 24 * 60])(
  'a jump of %i minutes is seen at the next look, and for half an hour',
  (jump) => {
    const { now, watch, pass } = watched();
    pass(5 * minute);
    expect(watch.isSteady()).toBe(true);
    pass(2 * minute);
    now.wall += jump * minute;
    pass(3 * minute);
    expect(watch.isSteady()).toBe(false);
    pass(25 * minute);
    expect(watch.isSteady()).toBe(false);
    // Set right: that is a jump as well.
    now.wall -= jump * minute;
    expect(watch.isSteady()).toBe(false);
    pass(steadyFor);
    expect(watch.isSteady()).toBe(true);
  },
);

test('however long it goes and however often somebody looks, what moves by less than a second a minute is steady', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.double({ min: -0.9, max: 0.9, noNaN: true }))),
      (looks) => {
        const { now, watch, pass } = watched();
        for (const [after, off] of looks) {
          pass(after * minute);
          now.wall += off * 1000 * after;
          expect(watch.isSteady()).toBe(true);
        }
      },
    ),
  );
});
