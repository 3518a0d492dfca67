/** Decimal numbers of 34 digits, rounded half to even, as DMN asks for. */
import { Decimal as Plain } from 'decimal.js';

export type Decimal = Plain;
export const Decimal = Plain.clone({ precision: 34, rounding: Plain.ROUND_HALF_EVEN, toExpNeg: -7000, toExpPos: 7000 });

/** A number, or undefined if it is none that FEEL knows: neither infinite nor beyond the exponents of decimal128. */
export function finite(value: Decimal): Decimal | null {
  return value.isFinite() && value.e <= 6144 ? value : null;
}
export const decimal = (value: number | string | bigint): Decimal => new Decimal(value);
