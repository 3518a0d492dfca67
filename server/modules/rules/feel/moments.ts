/** Days, times and durations of FEEL. Years reach from -999,999,999 to 999,999,999, which no calendar of the machine does. */
import { Decimal, decimal } from './decimal.ts';

/** Where a clock stands: seconds east of Greenwich, or the name of a zone. */
export type Zone = { offset: number } | { id: string };

export class DateValue {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  constructor(year: number, month: number, day: number) {
    this.year = year;
    this.month = month;
    this.day = day;
  }
}
export class TimeValue {
  readonly hour: number;
  readonly minute: number;
  /** With what is beyond the point. */
  readonly second: Decimal;
  readonly zone: Zone | undefined;
  constructor(hour: number, minute: number, second: Decimal, zone?: Zone) {
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.zone = zone;
  }
}
export class DateTimeValue {
  readonly date: DateValue;
  readonly time: TimeValue;
  constructor(date: DateValue, time: TimeValue) {
    this.date = date;
    this.time = time;
  }
}
export class DaysValue {
  readonly seconds: Decimal;
  constructor(seconds: Decimal) {
    this.seconds = seconds;
  }
}
export class MonthsValue {
  readonly months: number;
  constructor(months: number) {
    this.months = months;
  }
}

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber({ year, month, day }: DateValue): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

export function dateOfDayNumber(number: number): DateValue {
  const z = number + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return new DateValue(yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1);
}

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31; // prettier-ignore

/** A date, or undefined where the calendar has none. */
export const makeDate = (year: number, month: number, day: number): DateValue | undefined =>
  Number.isInteger(year) && Math.abs(year) <= 999_999_999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) // prettier-ignore
    ? new DateValue(year, month, day)
    : undefined;

/** The same day some months later, or the last one that the month has. */
export function plusMonths({ year, month, day }: DateValue, months: number): DateValue | undefined {
  const all = year * 12 + month - 1 + months;
  const y = Math.floor(all / 12);
  const m = all - y * 12 + 1;
  return makeDate(y, m, Math.min(day, daysInMonth(y, m)));
}

export const midnight = (zone?: Zone): TimeValue => new TimeValue(0, 0, decimal(0), zone);

/** Seconds since midnight by the clock on the wall. */
export const secondsOfDay = ({ hour, minute, second }: TimeValue): Decimal => second.plus(hour * 3600 + minute * 60);

export function timeOfSeconds(seconds: Decimal, zone?: Zone): TimeValue {
  const hour = seconds.div(3600).floor();
  const minute = seconds.minus(hour.times(3600)).div(60).floor();
  return new TimeValue(
    hour.toNumber(),
    minute.toNumber(),
    seconds.minus(hour.times(3600)).minus(minute.times(60)),
    zone,
  );
}

const wall = ({ date, time }: DateTimeValue): Decimal =>
  decimal(dayNumber(date)).times(86_400).plus(secondsOfDay(time));

/** Seconds since 1970 began in Greenwich; without a zone as if the clock stood there. */
export function instantOf(moment: DateTimeValue): Decimal {
  const offset = offsetAt(moment) ?? 0;
  return wall(moment).minus(offset);
}

/** How many seconds east of Greenwich a clock stands; undefined without a zone. */
export function offsetAt(moment: DateTimeValue): number | undefined {
  const { zone } = moment.time;
  if (!zone) return undefined;
  if ('offset' in zone) return zone.offset;
  const at = wall(moment).toNumber();
  const first = zoneOffset(zone.id, at);
  return zoneOffset(zone.id, at - first);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The offset of a named zone at an instant (seconds since 1970). */
function zoneOffset(id: string, seconds: number): number {
  let format = formats.get(id);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: id,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(id, format);
  }
  // Beyond what the machine's calendar reaches the rule of the last year holds.
  const whole = Math.floor(Math.max(-8.6e12, Math.min(8.6e12, seconds)));
  const parts = Object.fromEntries(format.formatToParts(whole * 1000).map(({ type, value }) => [type, value]));
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const day = dayNumber(new DateValue(year, Number(parts['month']), Number(parts['day'])));
  return day * 86_400 + Number(parts['hour']) * 3600 + Number(parts['minute']) * 60 + Number(parts['second']) - whole;
}

export function isZoneId(id: string): boolean {
  try {
    void new Intl.DateTimeFormat('en-US', { timeZone: id });
    return true;
  } catch {
    return false;
  }
}

/** A moment moved by seconds; its zone stays. Undefined beyond the calendar. */
export function plusSeconds({ date, time }: DateTimeValue, seconds: Decimal): DateTimeValue | undefined {
  const all = secondsOfDay(time).plus(seconds);
  const days = all.div(86_400).floor();
  const moved = dateOfDayNumber(dayNumber(date) + days.toNumber());
  if (Math.abs(moved.year) > 999_999_999) return undefined;
  return new DateTimeValue(moved, timeOfSeconds(all.minus(days.times(86_400)), time.zone));
}

/** A time moved by seconds, around midnight. */
export function turnClock(time: TimeValue, seconds: Decimal): TimeValue {
  const all = secondsOfDay(time).plus(seconds);
  return timeOfSeconds(all.minus(all.div(86_400).floor().times(86_400)), time.zone);
}

/** Monday is 1. */
export const weekday = (date: DateValue): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
