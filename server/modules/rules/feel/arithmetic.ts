/** The arithmetic of numbers, texts, days and durations (DMN 1.5, table 57). Null where there is none. */
import { spend, weightOf } from './budget.ts';
import { decimal, finite } from './decimal.ts';
import { DateValue, DateTimeValue, DaysValue, instantOf, midnight, MonthsValue, plusMonths, plusSeconds, TimeValue, turnClock } from './moments.ts'; // prettier-ignore
import { utcOf } from './compare.ts';
import type { Arithmetic } from './tree.ts';
import { isNumber, type Value } from './values.ts';

export function calculate(by: Arithmetic, a: Value, b: Value): Value {
  if (a === null || b === null) return null;
  switch (by) {
    case '+':
      return plus(a, b);
    case '-':
      return minus(a, b);
    case '*':
      return times(a, b);
    case '/':
      return over(a, b);
    case '**':
      return isNumber(a) && isNumber(b) ? finite(a.pow(b)) : null;
  }
}

export function negative(value: Value): Value {
  if (isNumber(value)) return value.negated();
  if (value instanceof DaysValue) return new DaysValue(value.seconds.negated());
  return value instanceof MonthsValue ? new MonthsValue(value.months === 0 ? 0 : -value.months) : null;
}

function plus(a: Value, b: Value): Value {
  if (isNumber(a) && isNumber(b)) return finite(a.plus(b));
  if (typeof a === 'string' && typeof b === 'string') {
    spend(weightOf(a) + weightOf(b));
    return a + b;
  }
  if (a instanceof DaysValue && b instanceof DaysValue) return new DaysValue(a.seconds.plus(b.seconds));
  if (a instanceof MonthsValue && b instanceof MonthsValue) return new MonthsValue(a.months + b.months);
  return moved(a, b) ?? moved(b, a) ?? null;
}

/** A day or time moved by a duration. */
function moved(from: Value, by: Value): Value | undefined {
  if (by instanceof MonthsValue) {
    if (from instanceof DateValue) return plusMonths(from, by.months) ?? null;
    if (!(from instanceof DateTimeValue)) return undefined;
    const date = plusMonths(from.date, by.months);
    return date ? new DateTimeValue(date, from.time) : null;
  }
  if (!(by instanceof DaysValue)) return undefined;
  if (from instanceof DateTimeValue) return plusSeconds(from, by.seconds) ?? null;
  if (from instanceof TimeValue) return turnClock(from, by.seconds);
  // What is less than a day carries no date forward, but takes it back to the evening before.
  return from instanceof DateValue
    ? (plusSeconds(new DateTimeValue(from, midnight()), by.seconds)?.date ?? null)
    : undefined;
}

function minus(a: Value, b: Value): Value {
  if (isNumber(a) && isNumber(b)) return finite(a.minus(b));
  if (a instanceof DaysValue && b instanceof DaysValue) return new DaysValue(a.seconds.minus(b.seconds));
  if (a instanceof MonthsValue && b instanceof MonthsValue) return new MonthsValue(a.months - b.months);
  if (a instanceof TimeValue && b instanceof TimeValue) {
    return (a.zone === undefined) === (b.zone === undefined) ? new DaysValue(utcOf(a).minus(utcOf(b))) : null;
  }
  const [left, right] = [asMoment(a), asMoment(b)];
  if (left && right) {
    return (left.time.zone === undefined) === (right.time.zone === undefined)
      ? new DaysValue(instantOf(left).minus(instantOf(right)))
      : null;
  }
  return b instanceof DaysValue || b instanceof MonthsValue ? (moved(a, negative(b)) ?? null) : null;
}

const asMoment = (value: Value): DateTimeValue | undefined =>
  value instanceof DateTimeValue
    ? value
    : value instanceof DateValue
      ? new DateTimeValue(value, midnight({ offset: 0 }))
      : undefined;

function times(a: Value, b: Value): Value {
  if (isNumber(a) && isNumber(b)) return finite(a.times(b));
  if (isNumber(a)) return isNumber(b) ? null : times(b, a);
  if (!isNumber(b)) return null;
  if (a instanceof DaysValue) return new DaysValue(a.seconds.times(b));
  return a instanceof MonthsValue ? new MonthsValue(decimal(a.months).times(b).trunc().toNumber()) : null;
}

function over(a: Value, b: Value): Value {
  if (isNumber(b)) {
    if (b.isZero()) return null;
    if (isNumber(a)) return finite(a.div(b));
    if (a instanceof DaysValue) return new DaysValue(a.seconds.div(b));
    return a instanceof MonthsValue ? new MonthsValue(decimal(a.months).div(b).trunc().toNumber()) : null;
  }
  if (a instanceof DaysValue && b instanceof DaysValue) return b.seconds.isZero() ? null : a.seconds.div(b.seconds);
  if (a instanceof MonthsValue && b instanceof MonthsValue) return b.months === 0 ? null : decimal(a.months).div(b.months); // prettier-ignore
  return null;
}

/** The span from one day to another in whole months. */
export function monthsBetween(from: DateValue, to: DateValue): MonthsValue {
  let months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) months -= 1;
  if (months < 0 && to.day > from.day) months += 1;
  return new MonthsValue(months);
}
