/** Built-in functions of numbers (DMN 1.5, 10.3.4.5). */
import { Decimal, finite } from '../decimal.ts';
import { DaysValue, MonthsValue } from '../moments.ts';
import type { Value } from '../values.ts';
import { builtin } from './signature.ts';

type Mode = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** To a number of places; negative ones are before the point. The standard allows as many as decimal128 has. */
const rounded =
  (mode: Mode) =>
  (n: Decimal, scale?: Decimal): Value => {
    const places = scale?.trunc().toNumber() ?? 0;
    if (places < -6111 || places > 6176) return null;
    const unit = new Decimal(10).pow(-places);
    return finite(n.div(unit).toDecimalPlaces(0, mode).times(unit));
  };

const round = (mode: Mode) => builtin(['n:number, scale?:number', rounded(mode)]);
const roundTo = (mode: Mode) => builtin(['n:number, scale:number', rounded(mode)]);
const one = (run: (n: Decimal) => Value) => builtin(['number:number', run]);

export const numberFunctions = {
  decimal: builtin(['n:number, scale:number', rounded(Decimal.ROUND_HALF_EVEN as Mode)]),
  floor: round(Decimal.ROUND_FLOOR as Mode),
  ceiling: round(Decimal.ROUND_CEIL as Mode),
  'round up': roundTo(Decimal.ROUND_UP as Mode),
  'round down': roundTo(Decimal.ROUND_DOWN as Mode),
  'round half up': roundTo(Decimal.ROUND_HALF_UP as Mode),
  'round half down': roundTo(Decimal.ROUND_HALF_DOWN as Mode),
  abs: builtin(
    ['n:number', (n: Decimal) => n.abs()],
    ['n:days and time duration', (n: DaysValue) => new DaysValue(n.seconds.abs())],
    ['n:years and months duration', (n: MonthsValue) => new MonthsValue(Math.abs(n.months))],
  ),
  // The remainder has the sign of the divisor.
  modulo: builtin([
    'dividend:number, divisor:number',
    (dividend: Decimal, divisor: Decimal) =>
      divisor.isZero() ? null : finite(dividend.minus(divisor.times(dividend.div(divisor).floor()))),
  ]),
  sqrt: one((n) => (n.isNeg() && !n.isZero() ? null : n.sqrt())),
  log: one((n) => (n.lte(0) ? null : n.ln())),
  exp: one((n) => finite(n.exp())),
  odd: one((n) => n.mod(2).abs().eq(1)),
  even: one((n) => n.mod(2).isZero()),
};
