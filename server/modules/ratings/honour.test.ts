import fc from 'fast-check';
import { expect, it } from 'vitest';
import { honoured, monthBefore, sureShare, type Served } from './honour.ts';

const a = (accountId: string, good: number, rated: number): Served => ({
  accountId,
  clerkName: accountId,
  good,
  rated,
});

it('names those who agree, with enough ratings, the surest first', () => {
  const served = [
    a('few', 19, 19),
    a('some', 20, 20),
    a('many', 200, 201),
    a('silent', 300, 300),
    a('worse', 170, 200),
  ];
  const agrees = new Set(['few', 'some', 'many', 'worse']);
  expect(honoured(served, agrees).map(({ accountId }) => accountId)).toEqual(['many', 'some']);
  expect(honoured(served, new Set())).toEqual([]);
});

it('never names anybody who did not agree, nor more than fit', () => {
  const one = fc.record({ accountId: fc.uuid(), clerkName: fc.string(), rated: fc.nat(500), good: fc.nat(500) });
  fc.assert(
    fc.property(fc.array(one), (served) => {
      const agrees = new Set(served.filter((_, i) => i % 2 === 0).map(({ accountId }) => accountId));
      const named = honoured(served, agrees);
      expect(named.length).toBeLessThanOrEqual(5);
      expect(named.every(({ accountId }) => agrees.has(accountId))).toBe(true);
    }),
  );
});

it('trusts a share more the more it stands on', () => {
  expect(sureShare(0, 0)).toBe(0);
  expect(sureShare(200, 201)).toBeGreaterThan(sureShare(20, 20));
  expect(sureShare(20, 20)).toBeCloseTo(0.839, 3);
});

it('counts the whole month before, over the turn of the year and leap days too', () => {
  expect(monthBefore('2026-06-10')).toEqual({ from: '2026-05-01', to: '2026-05-31' });
  expect(monthBefore('2026-01-01')).toEqual({ from: '2025-12-01', to: '2025-12-31' });
  expect(monthBefore('2028-03-31')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
});
