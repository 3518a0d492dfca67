/** Dates, times and durations as text (ISO 8601 as XML Schema has it, and zones by name), and back. */
import { decimal, type Decimal } from './decimal.ts';
import { DateTimeValue, DaysValue, isZoneId, makeDate, midnight, MonthsValue, plusSeconds, TimeValue, type DateValue, type Zone } from './moments.ts'; // prettier-ignore

/** "2026-06-10"; years beyond 9999 without a plus sign. */
export function readDate(text: string): DateValue | undefined {
  const found = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d\d)-(\d\d)$/.exec(text);
  if (!found) return undefined;
  return makeDate(Number(found[2]) * (found[1] ? -1 : 1), Number(found[3]), Number(found[4]));
}

function readZone(text: string | undefined): Zone | null | undefined {
  if (!text) return undefined;
  if (text === 'Z' || text === 'z') return { offset: 0 };
  if (text.startsWith('@')) return isZoneId(text.slice(1)) ? { id: text.slice(1) } : null;
  const found = /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text);
  if (!found) return null;
  const [hours, minutes, seconds] = [Number(found[2]), Number(found[3]), Number(found[4] ?? 0)];
  const offset = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || offset > 18 * 3600) return null;
  return { offset: found[1] === '-' ? -offset : offset };
}

/** "09:30:00", with "Z", "+08:00" or "@Asia/Shanghai". */
export function readTime(text: string): TimeValue | undefined {
  const found = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(Z|z|[+-].+|@.+)?$/.exec(text);
  if (!found) return undefined;
  const zone = readZone(found[4]);
  const [hour, minute, second] = [Number(found[1]), Number(found[2]), decimal(found[3]!)];
  if (zone === null || hour > 23 || minute > 59 || second.gte(60)) return undefined;
  return new TimeValue(hour, minute, second, zone);
}

/** "2026-06-10T09:30:00"; a date alone is its midnight. */
export function readDateTime(text: string): DateTimeValue | undefined {
  const at = text.indexOf('T');
  const date = readDate(at < 0 ? text : text.slice(0, at));
  // 24:00:00 is the midnight that begins the next day.
  const clock = text.slice(at + 1);
  if (date && at >= 0 && clock.startsWith('24:00:00')) {
    const time = readTime(clock.replace('24', '00'));
    return time && plusSeconds(new DateTimeValue(date, time), decimal(86_400));
  }
  const time = at < 0 ? midnight() : readTime(clock);
  return date && time ? new DateTimeValue(date, time) : undefined;
}

const days = /^(-?)P(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d*)?)S)?)?$/;
const months = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?$/;

/** "P1DT2H" or "P1Y2M". */
export function readDuration(text: string): DaysValue | MonthsValue | undefined {
  if (!/\d/.test(text)) return undefined;
  const ofMonths = months.exec(text);
  if (ofMonths) {
    const count = Number(ofMonths[2] ?? 0) * 12 + Number(ofMonths[3] ?? 0);
    return Number.isSafeInteger(count) ? new MonthsValue(ofMonths[1] && count ? -count : count) : undefined;
  }
  const found = days.exec(text);
  if (!found) return undefined;
  const [day, hour, minute, second] = found.slice(2).map((part) => decimal(part?.replace(/\.$/, '') ?? 0)) as [Decimal, Decimal, Decimal, Decimal]; // prettier-ignore
  const seconds = day.times(86_400).plus(hour.times(3600)).plus(minute.times(60)).plus(second);
  return new DaysValue(found[1] ? seconds.negated() : seconds);
}

/** What `@"…"` says. */
export const readAt = (text: string) => readDate(text) ?? readDateTime(text) ?? readTime(text) ?? readDuration(text);

const two = (value: number): string => String(value).padStart(2, '0');

export const sayDate = ({ year, month, day }: DateValue): string =>
  `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`;

function sayZone(zone: Zone | undefined): string {
  if (!zone) return '';
  if ('id' in zone) return `@${zone.id}`;
  if (zone.offset === 0) return 'Z';
  const size = Math.abs(zone.offset);
  const seconds = size % 60 ? `:${two(size % 60)}` : '';
  return `${zone.offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor((size % 3600) / 60))}${seconds}`;
}

export function sayTime({ hour, minute, second, zone }: TimeValue): string {
  const [whole, rest] = second.toFixed().split('.');
  return `${two(hour)}:${two(minute)}:${whole!.padStart(2, '0')}${rest ? `.${rest}` : ''}${sayZone(zone)}`;
}

export const sayDateTime = ({ date, time }: DateTimeValue): string => `${sayDate(date)}T${sayTime(time)}`;

export function sayMonths({ months: count }: MonthsValue): string {
  const [years, rest] = [Math.floor(Math.abs(count) / 12), Math.abs(count) % 12];
  return `${count < 0 ? '-' : ''}P${years ? `${years}Y` : ''}${rest || !years ? `${rest}M` : ''}`;
}

export function sayDays({ seconds }: DaysValue): string {
  if (seconds.isZero()) return 'PT0S';
  const size = seconds.abs();
  const day = size.div(86_400).floor();
  const hour = size.minus(day.times(86_400)).div(3600).floor();
  const minute = size.minus(day.times(86_400)).minus(hour.times(3600)).div(60).floor();
  const second = size.minus(day.times(86_400)).minus(hour.times(3600)).minus(minute.times(60));
  const part = (value: Decimal, unit: string): string => (value.isZero() ? '' : `${value.toFixed()}${unit}`);
  const clock = part(hour, 'H') + part(minute, 'M') + part(second, 'S');
  return `${seconds.isNeg() ? '-' : ''}P${part(day, 'D')}${clock ? `T${clock}` : ''}`;
}
