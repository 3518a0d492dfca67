/** Equality and order. Both answer null where values cannot be compared, and null is never true. */
import { spend, weightOf } from './budget.ts';
import { DateValue, DateTimeValue, DaysValue, dayNumber, instantOf, MonthsValue, secondsOfDay, TimeValue, type Zone } from './moments.ts'; // prettier-ignore
import type { Decimal } from './decimal.ts';
import { isContext, isList, isNumber, RangeValue, typeOf, type ContextValue, type ListValue, type Value } from './values.ts'; // prettier-ignore

/** Whether two values are equal; null where they are of different types. */
export function equal(a: Value, b: Value): boolean | null {
  spend(1 + weightOf(a));
  if (a === null || b === null) return a === b;
  if (typeOf(a) !== typeOf(b)) return null;
  if (isNumber(a)) return a.eq(b as Decimal);
  if (isList(a)) return equalLists(a, b as ListValue);
  if (isContext(a)) return equalContexts(a, b as ContextValue);
  if (a instanceof RangeValue) return equalRanges(a, b as RangeValue);
  if (a instanceof DateTimeValue || a instanceof TimeValue) return equalClocks(a, b as typeof a);
  if (typeof a === 'object' && !('run' in a)) return order(a, b) === 0;
  return a === b;
}

const zoned = (value: DateTimeValue | TimeValue): Zone | undefined =>
  value instanceof TimeValue ? value.zone : value.time.zone;

function equalClocks(a: DateTimeValue | TimeValue, b: DateTimeValue | TimeValue): boolean {
  if ((zoned(a) === undefined) !== (zoned(b) === undefined)) return false;
  return order(a, b) === 0;
}

function equalLists(a: ListValue, b: ListValue): boolean {
  return a.length === b.length && a.every((item, index) => equal(item, b[index]!) === true);
}

function equalContexts(a: ContextValue, b: ContextValue): boolean {
  return a.size === b.size && [...a].every(([key, value]) => b.has(key) && equal(value, b.get(key)!) === true);
}

function equalRanges(a: RangeValue, b: RangeValue): boolean {
  return (
    a.lowClosed === b.lowClosed &&
    a.highClosed === b.highClosed &&
    a.open === b.open &&
    equal(a.low, b.low) === true &&
    equal(a.high, b.high) === true
  );
}

/** Below zero: a comes first; null where there is no order. Strings by their code points. */
export function order(a: Value, b: Value): number | null {
  spend(1 + weightOf(a));
  if (isNumber(a) && isNumber(b)) return a.cmp(b);
  if (typeof a === 'string' && typeof b === 'string') return orderText(a, b);
  if (a instanceof DaysValue && b instanceof DaysValue) return a.seconds.cmp(b.seconds);
  if (a instanceof MonthsValue && b instanceof MonthsValue) return Math.sign(a.months - b.months);
  if (a instanceof DateValue && b instanceof DateValue) return Math.sign(dayNumber(a) - dayNumber(b));
  if (a instanceof DateTimeValue && b instanceof DateTimeValue) {
    return (zoned(a) === undefined) === (zoned(b) === undefined) ? instantOf(a).cmp(instantOf(b)) : null;
  }
  if (a instanceof TimeValue && b instanceof TimeValue) return orderTimes(a, b);
  return null;
}

function orderTimes(a: TimeValue, b: TimeValue): number | null {
  if ((a.zone === undefined) !== (b.zone === undefined)) return null;
  return utcOf(a).cmp(utcOf(b));
}

/** A time in Greenwich; a named zone as it stands on 1970-01-01. */
export function utcOf(time: TimeValue): Decimal {
  if (!time.zone) return secondsOfDay(time);
  return instantOf(new DateTimeValue(new DateValue(1970, 1, 1), time));
}

function orderText(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = left[index]!.codePointAt(0)! - right[index]!.codePointAt(0)!;
    if (difference !== 0) return Math.sign(difference);
  }
  return Math.sign(left.length - right.length);
}

/** Whether a value lies in a range; null where they cannot be compared. */
export function lies(value: Value, range: RangeValue): boolean | null {
  const low = range.open === 'low' ? 1 : order(value, range.low);
  const high = range.open === 'high' ? -1 : order(value, range.high);
  if (low === null || high === null) return null;
  return (range.lowClosed ? low >= 0 : low > 0) && (range.highClosed ? high <= 0 : high < 0);
}
