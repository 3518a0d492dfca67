/** What stands behind the point: entries of contexts, parts of days, times, durations and ranges. */
import { decimal } from './decimal.ts';
import { DateValue, DateTimeValue, DaysValue, MonthsValue, offsetAt, TimeValue, weekday, type Zone } from './moments.ts'; // prettier-ignore
import { isContext, isList, RangeValue, type Value } from './values.ts';

/** Of a list: that of each of its values. Null where there is none. */
export function propertyOf(value: Value, name: string): Value {
  if (isList(value)) return value.map((item) => propertyOf(item, name));
  if (isContext(value)) return value.get(name) ?? null;
  if (value instanceof DateValue) return ofDate(value, name);
  if (value instanceof TimeValue) return ofTime(value, name, undefined);
  if (value instanceof DateTimeValue) {
    const part = ofDate(value.date, name);
    return part ?? ofTime(value.time, name, value);
  }
  if (value instanceof MonthsValue) return ofMonths(value, name);
  if (value instanceof DaysValue) return ofDays(value, name);
  return value instanceof RangeValue ? ofRange(value, name) : null;
}

function ofDate(date: DateValue, name: string): Value {
  if (name === 'year') return decimal(date.year);
  if (name === 'month') return decimal(date.month);
  if (name === 'day') return decimal(date.day);
  return name === 'weekday' ? decimal(weekday(date)) : null;
}

const nameOf = (zone: Zone | undefined): Value => (zone && 'id' in zone ? zone.id : null);

function ofTime(time: TimeValue, name: string, moment: DateTimeValue | undefined): Value {
  if (name === 'hour') return decimal(time.hour);
  if (name === 'minute') return decimal(time.minute);
  if (name === 'second') return time.second;
  if (name === 'timezone') return nameOf(time.zone);
  if (name !== 'time offset') return null;
  const offset = offsetAt(moment ?? new DateTimeValue(new DateValue(1970, 1, 1), time));
  return offset === undefined ? null : new DaysValue(decimal(offset));
}

function ofMonths({ months }: MonthsValue, name: string): Value {
  if (name === 'years') return decimal(Math.trunc(months / 12));
  return name === 'months' ? decimal(months % 12) : null;
}

function ofDays({ seconds }: DaysValue, name: string): Value {
  if (name === 'days') return seconds.div(86_400).trunc();
  if (name === 'hours') return seconds.mod(86_400).div(3600).trunc();
  if (name === 'minutes') return seconds.mod(3600).div(60).trunc();
  return name === 'seconds' ? seconds.mod(60) : null;
}

function ofRange(range: RangeValue, name: string): Value {
  if (name === 'start') return range.low;
  if (name === 'end') return range.high;
  if (name === 'start included') return range.lowClosed;
  return name === 'end included' ? range.highClosed : null;
}
