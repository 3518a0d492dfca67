import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyMovement, movementKinds, sayYuan, sumsOf, totalOf, type FeeSums, type Movement } from './fee-order.ts';
import { isSignedBy, signReport, type PaymentReport } from './provider.ts';

const total = 10_000;
const trail = fc.array(
  fc.record({
    kind: fc.constantFrom(...movementKinds),
    amountFen: fc.oneof(fc.constant(total), fc.integer({ min: -5, max: total + 5 })),
  }),
  { maxLength: 12 },
);

test('whatever is tried, the movements that were taken sum to the state', () => {
  fc.assert(
    fc.property(trail, (tries) => {
      let sums: FeeSums = { state: 'asked', totalFen: total, paidFen: 0, refundedFen: 0 };
      const taken: Movement[] = [{ kind: 'asked', amountFen: total }];
      for (const movement of tries) {
        const next = applyMovement(sums, movement);
        if (typeof next === 'string') continue;
        sums = next;
        taken.push(movement);
      }
      const sum = (kind: Movement['kind']) =>
        taken.filter((movement) => movement.kind === kind).reduce((all, { amountFen }) => all + amountFen, 0);
      expect(sumsOf(taken)).toEqual(sums);
      expect(sums.paidFen).toBe(sum('paid'));
      expect(sums.refundedFen).toBe(sum('refunded'));
      expect([0, total]).toContain(sums.paidFen);
      expect(sums.refundedFen).toBeLessThanOrEqual(sums.paidFen);
      expect(sums.state).toBe(
        sum('waived') > 0
          ? 'waived'
          : sum('cancelled') > 0
            ? 'cancelled'
            : sums.paidFen === 0
              ? 'asked'
              : sums.refundedFen === 0
                ? 'paid'
                : sums.refundedFen < total
                  ? 'partlyRefunded'
                  : 'refunded',
      );
    }),
    { numRuns: 2000 },
  );
});

test('a trail that cannot be is refused', () => {
  expect(() => sumsOf([])).toThrow('begins');
  expect(() => sumsOf([{ kind: 'paid', amountFen: 1 }])).toThrow('begins');
  expect(() =>
    sumsOf([
      { kind: 'asked', amountFen: 5 },
      { kind: 'refunded', amountFen: 5 },
    ]),
  ).toThrow('notPaid');
});

test('amounts are whole fen above zero', () => {
  const item = (amountFen: number) => ({ name: '工本费', amountFen, basis: '' });
  expect(totalOf([item(1), item(999)])).toBe(1000);
  for (const amountFen of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    expect(() => totalOf([item(amountFen)])).toThrow(RangeError);
  expect(() => totalOf([])).toThrow(RangeError);
  expect(() => totalOf([item(9_000_000_000), item(9_000_000_000)])).toThrow(RangeError);
});

test('fen are said as yuan without rounding', () => {
  expect([1, 10, 100, 123_456_789].map(sayYuan)).toEqual(['0.01', '0.10', '1.00', '1,234,567.89']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
      expect(Number(sayYuan(fen).replace(/[,.]/g, ''))).toBe(fen);
    }),
  );
});

test('a signature covers every field, and fields cannot run into each other', () => {
  const report: PaymentReport = { orderId: 'a1', ref: 'b', amountFen: 12, outcome: 'paid', at: '2026-06-10T00:00:00Z' };
  const signature = signReport('secret', report);
  expect(isSignedBy('secret', report, signature)).toBe(true);
  const forged: [string, PaymentReport, string][] = [
    ['other', report, signature],
    ['secret', { ...report, orderId: 'a', ref: '1b' }, signature],
    ['secret', { ...report, amountFen: 1 }, signature],
    ['secret', { ...report, outcome: 'failed' }, signature],
    ['secret', { ...report, at: '2026-06-11T00:00:00Z' }, signature],
    ['secret', report, ''],
    ['secret', report, signature.slice(2)],
    ['secret', report, 'zz'.repeat(32)],
  ];
  for (const [secret, claimed, given] of forged) expect(isSignedBy(secret, claimed, given)).toBe(false);
});
