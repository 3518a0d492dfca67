/** A fee (缴费单) and the movements of money that make its state. All amounts are whole fen. No I/O. */

export const feeStates = ['asked', 'paid', 'waived', 'refunded', 'partlyRefunded', 'cancelled'] as const;
export type FeeState = (typeof feeStates)[number];
/**
 * What can happen to a fee. `surplus` is money that came although nothing was due: paid twice, or after the fee was waived. It
 * is `returned` at once; neither changes what the fee comes to.
 */
export const movementKinds = ['asked', 'paid', 'waived', 'cancelled', 'refunded', 'surplus', 'returned'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** One item of a fee with what it rests on: 《浙江省物价局关于…的通知》. */
export interface FeeItem {
  name: string;
  /** Whole fen, more than 0. */
  amountFen: number;
  basis: string;
}

export interface Movement {
  kind: MovementKind;
  amountFen: number;
}

/** What the movements come to. */
export interface FeeSums {
  state: FeeState;
  totalFen: number;
  paidFen: number;
  refundedFen: number;
}

/** The sum of the items. Throws a RangeError for what is no amount: fractions of a fen, nothing, too much to be true. */
export function totalOf(items: readonly FeeItem[]): number {
  let total = 0;
  for (const { name, amountFen } of items) {
    if (!Number.isSafeInteger(amountFen) || amountFen <= 0)
      throw new RangeError(`The fee "${name}" is ${amountFen} fen: use a whole number above 0.`);
    total += amountFen;
  }
  if (total <= 0 || total > largestFen) throw new RangeError(`A fee of ${total} fen cannot be asked.`);
  return total;
}

/** A hundred million yuan: beyond it is a slip of the finger. */
export const largestFen = 10_000_000_000;

/** Why a movement is not possible now. `notAsked`: a surplus while the fee is still due, which would be its payment. */
export type Refusal = 'notAsked' | 'settled' | 'notPaid' | 'moreThanPaid' | 'wrongAmount';

/** The sums after one more movement, or why it is not possible. The only place that knows the states. */
export function applyMovement(sums: FeeSums, movement: Movement): FeeSums | Refusal {
  const { kind, amountFen } = movement;
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0) return 'wrongAmount';
  switch (kind) {
    case 'asked':
      return 'settled';
    case 'paid':
      if (sums.state !== 'asked') return 'settled';
      return amountFen === sums.totalFen ? { ...sums, state: 'paid', paidFen: amountFen } : 'wrongAmount';
    case 'waived':
    case 'cancelled':
      if (sums.state !== 'asked') return 'settled';
      return amountFen === sums.totalFen ? { ...sums, state: kind } : 'wrongAmount';
    case 'surplus':
      return sums.state === 'asked' ? 'notAsked' : sums;
    case 'returned':
      return sums.state === 'asked' ? 'notPaid' : sums;
    case 'refunded': {
      if (sums.paidFen === 0) return 'notPaid';
      const refundedFen = sums.refundedFen + amountFen;
      if (refundedFen > sums.paidFen) return 'moreThanPaid';
      return { ...sums, refundedFen, state: refundedFen === sums.paidFen ? 'refunded' : 'partlyRefunded' };
    }
  }
}

/** The sums that a trail of movements comes to; the first must be `asked`. Throws an Error for a trail that cannot be. */
export function sumsOf(movements: readonly Movement[]): FeeSums {
  const [first, ...rest] = movements;
  if (first?.kind !== 'asked') throw new Error('The trail of a fee begins with its being asked');
  let sums: FeeSums = { state: 'asked', totalFen: first.amountFen, paidFen: 0, refundedFen: 0 };
  for (const movement of rest) {
    const next = applyMovement(sums, movement);
    if (typeof next === 'string') throw new Error(`The trail of a fee cannot be: ${movement.kind} is ${next}`);
    sums = next;
  }
  return sums;
}

/** Fen as yuan with two decimals, by whole numbers: 1234567 is 12,345.67. */
export function sayYuan(fen: number): string {
  const whole = Math.trunc(fen / 100).toString();
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${String(fen % 100).padStart(2, '0')}`;
}
