/** Built-in functions of days, times and durations (10.3.4.1, 10.3.4.7), and conversions to them. */
import { monthsBetween } from '../arithmetic.ts';
import { equal } from '../compare.ts';
import { decimal, type Decimal } from '../decimal.ts';
import { DateValue, DateTimeValue, dayNumber, DaysValue, isZoneId, makeDate, midnight, TimeValue, weekday, type Zone } from '../moments.ts'; // prettier-ignore
import { readDate, readDateTime, readDuration, readTime } from '../read-moments.ts';
import { typeOf, type Value } from '../values.ts';
import { builtin } from './signature.ts';

type Day = DateValue | DateTimeValue;
const dateOf = (day: Day): DateValue => (day instanceof DateTimeValue ? day.date : day);

const dateFromNumbers = (year: Decimal, month: Decimal, day: Decimal): Value =>
  makeDate(year.toNumber(), month.toNumber(), day.toNumber()) ?? null;

function timeFromNumbers(hour: Decimal, minute: Decimal, second: Decimal, offset?: Value): Value {
  const whole = [hour, minute].every((part) => part.isInteger() && !part.isNeg());
  if (!whole || hour.gt(23) || minute.gt(59) || second.isNeg() || second.gte(60)) return null;
  if (offset !== undefined && offset !== null && !(offset instanceof DaysValue)) return null;
  const zone = offset instanceof DaysValue ? { offset: offset.seconds.toNumber() } : undefined;
  if (zone && Math.abs(zone.offset) > 18 * 3600) return null;
  return new TimeValue(hour.toNumber(), minute.toNumber(), second, zone);
}

const timeOf = (from: Value): Value =>
  typeof from === 'string'
    ? (readTime(from) ?? null)
    : from instanceof DateTimeValue
      ? from.time
      : from instanceof DateValue
        ? midnight({ offset: 0 })
        : from instanceof TimeValue
          ? from
          : null;

function momentOf(from: Value): Value {
  if (typeof from === 'string') return readDateTime(from) ?? null;
  if (from instanceof DateTimeValue) return from;
  return from instanceof DateValue ? new DateTimeValue(from, midnight()) : null;
}

function momentFromNumbers(...parts: readonly (Decimal | Value | undefined)[]): Value {
  const [year, month, day, hour, minute, second, where] = parts;
  const date = dateFromNumbers(year as Decimal, month as Decimal, day as Decimal);
  const offset = typeof where === 'string' ? undefined : where;
  const time = timeFromNumbers(hour as Decimal, minute as Decimal, second as Decimal, offset);
  if (!(date instanceof DateValue) || !(time instanceof TimeValue)) return null;
  if (typeof where !== 'string') return new DateTimeValue(date, time);
  if (!isZoneId(where)) return null;
  const zone: Zone = { id: where };
  return new DateTimeValue(date, new TimeValue(time.hour, time.minute, time.second, zone));
}

/** The week of ISO 8601: the one with the year's first Thursday is the first. */
function weekOfYear(day: Day): Value {
  const date = dateOf(day);
  const thursday = dayNumber(date) - weekday(date) + 4;
  let year = date.year + 1;
  while (dayNumber(new DateValue(year, 1, 1)) > thursday) year -= 1;
  return decimal(Math.floor((thursday - dayNumber(new DateValue(year, 1, 1))) / 7) + 1);
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore

const zoneOf = (value: Value): Zone | undefined =>
  value instanceof DateTimeValue ? value.time.zone : value instanceof TimeValue ? value.zone : undefined;

/** Equal in everything, the way in which the zone is written as well. */
function is(a: Value, b: Value): Value {
  if (a === null || b === null) return a === b;
  if (typeOf(a) !== typeOf(b)) return false;
  const [left, right] = [zoneOf(a), zoneOf(b)];
  const same =
    left === undefined || right === undefined ? left === right : JSON.stringify(left) === JSON.stringify(right);
  return same && equal(a, b) === true;
}

const day = (run: (day: Day) => Value) => builtin(['date:datelike', run]);
const six = 'year:number, month:number, day:number, hour:number, minute:number, second:number';

export const momentFunctions = {
  date: builtin(
    ['from:string', (from: string) => readDate(from) ?? null],
    ['from:datelike', dateOf],
    ['year:number, month:number, day:number', dateFromNumbers],
  ),
  time: builtin(
    ['from:Any', timeOf],
    ['hour:number, minute:number, second:number, offset?~:days and time duration', timeFromNumbers],
  ),
  'date and time': builtin(
    ['from:Any', momentOf],
    ['date:datelike, time:time', (date: Day, time: TimeValue) => new DateTimeValue(dateOf(date), time)],
    ['date:datelike, timezone:string', inZone],
    [six, momentFromNumbers],
    [`${six}, offset:days and time duration`, momentFromNumbers],
    [`${six}, timezone:string`, momentFromNumbers],
  ),
  duration: builtin(['from:string', (from: string) => readDuration(from) ?? null]),
  'years and months duration': builtin([
    'from:datelike, to:datelike',
    (from: Day, to: Day) => monthsBetween(dateOf(from), dateOf(to)),
  ]),
  is: builtin(['value1:Any, value2:Any', is]),
  'day of year': day((of) => decimal(dayNumber(dateOf(of)) - dayNumber(new DateValue(dateOf(of).year, 1, 1)) + 1)),
  'day of week': day((of) => weekdays[weekday(dateOf(of)) - 1]!),
  'month of year': day((of) => months[dateOf(of).month - 1]!),
  'week of year': day(weekOfYear),
};

function inZone(moment: Day, id: string): Value {
  if (!(moment instanceof DateTimeValue) || !isZoneId(id)) return null;
  const { time, date } = moment;
  return new DateTimeValue(date, new TimeValue(time.hour, time.minute, time.second, { id }));
}
