import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfAt, halfEnds } from './half-day.ts';
import { leftOf, resultAt, seenWithin, type Mark } from './round.ts';

const ok = (pointId: string): Mark => ({ pointId, result: 'ok', findingId: null });
const bad = (pointId: string): Mark => ({ pointId, result: 'finding', findingId: 'f' });

describe('a round', () => {
  it('has looked where something was said, and a finding is not talked away', () => {
    expect(resultAt('a', [])).toBeUndefined();
    expect(resultAt('a', [ok('a'), bad('a')])).toBe('finding');
    expect(resultAt('a', [bad('a'), ok('a')])).toBe('finding');
    expect(leftOf([{ id: 'a' }, { id: 'b' }], [ok('b')])).toEqual([{ id: 'a' }]);
  });

  it('takes no time from a telephone that is before its beginning or after now', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: -2e6, max: 3e6 }), (start, lasts, said) => {
        const [startedAt, now] = [new Date(start), new Date(start + lasts)];
        const at = seenWithin(startedAt, now, new Date(said)).getTime();
        expect(at >= startedAt.getTime() && at <= now.getTime()).toBe(true);
        if (said >= start && said <= start + lasts) expect(at).toBe(said);
      }),
    ); // prettier-ignore
    expect(seenWithin(new Date(1), new Date(9), undefined)).toEqual(new Date(9));
  });
});

it('a warden has the morning until half past twelve', () => {
  expect(halfAt(new Date('2026-06-10T12:29:59+08:00'))).toBe('morning');
  expect(halfAt(new Date('2026-06-10T12:30:00+08:00'))).toBe('afternoon');
  expect(halfEnds('2026-06-10', 'morning')).toEqual(new Date('2026-06-10T12:30:00+08:00'));
  expect(halfEnds('2026-06-10', 'afternoon')).toEqual(new Date('2026-06-11T00:00:00+08:00'));
});
