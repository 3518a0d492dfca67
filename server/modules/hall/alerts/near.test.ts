import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNear } from './near.ts';

describe('near', () => {
  it.each([
    // Few before it, in a slow hall.
    [0, 0, true],
    [3, 40, true],
    [4, 40, false],
    // Many before it, in a quick one.
    [12, 5, true],
    [12, 6, false],
    // Of one that no page counts, what is likely says it.
    [null, 5, true],
    [null, 6, false],
  ])('%s before it and %s minutes: %s', (ahead, likely, near) => {
    expect(isNear({ ahead, wait: { likely } })).toBe(near);
  });

  it('is nobody for whom no window is open', () => {
    expect(isNear({ ahead: 0, wait: null })).toBe(false);
  });

  it('stays so when fewer are before it and less is likely', () => {
    const few = fc.nat(20);
    fc.assert(
      fc.property(few, few, few, few, (ahead, likely, fewer, less) => {
        fc.pre(isNear({ ahead, wait: { likely } }));
        const later = { ahead: Math.max(0, ahead - fewer), wait: { likely: Math.max(0, likely - less) } };
        expect(isNear(later)).toBe(true);
      }),
    );
  });
});
