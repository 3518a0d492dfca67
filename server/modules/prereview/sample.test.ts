import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/ids';
import { errorRate, isSampled } from './sample.ts';

describe('the sample', () => {
  it('hangs on the case alone, and grows with the share', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.integer({ min: 1, max: 99 }), (id, share) => {
        expect(isSampled(id, share)).toBe(isSampled(id, share));
        if (isSampled(id, share)) expect(isSampled(id, share + 1)).toBe(true);
        expect(isSampled(id, 100)).toBe(true);
      }),
    );
  });

  it('is about as large as was asked for', () => {
    const found = Array.from({ length: 4000 }, newId).filter((id) => isSampled(id, 10)).length;
    // Ten standard deviations around 400.
    expect(found).toBeGreaterThan(210);
    expect(found).toBeLessThan(590);
  });

  it('gives no rate before anything was checked', () => {
    expect([errorRate(0, 0), errorRate(3, 0), errorRate(3, 1)]).toEqual([null, 0, 3333]);
  });
});
