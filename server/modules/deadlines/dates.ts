/**
 * Civil dates as text, YYYY-MM-DD, and arithmetic on them. Everything is counted in whole days since 1970-01-01 in UTC,
 * so the time zone of the machine has no say. The only way from an instant to a day is `shanghaiDay`.
 */
export { shanghaiDay, startOfDay } from '#platform/clock';

/** A day of Asia/Shanghai, YYYY-MM-DD. Two days compare as text. */
export type Day = string;

/** A language of the interface. */
export type Language = 'zh-CN' | 'en';

const millisecondsPerDay = 86_400_000;
const form = /^\d{4}-\d{2}-\d{2}$/;

/** Texts of days that were asked for: making one costs ten times as much as the rest of a due date. */
const texts: (Day | undefined)[] = [];
const lastKept = Date.UTC(2100, 0, 1) / millisecondsPerDay;

/** The day with this number; 0 is 1970-01-01. */
export function dayOf(number: number): Day {
  const kept = texts[number];
  if (kept !== undefined) return kept;
  const text = new Date(number * millisecondsPerDay).toISOString().slice(0, 10);
  if (number >= 0 && number < lastKept) texts[number] = text;
  return text;
}

/** True for a day that exists, written as YYYY-MM-DD: 2025-02-30 does not. */
export const isDay = (text: string): boolean => !Number.isNaN(tryNumberOf(text));

/** Days since 1970-01-01. Throws a RangeError for what is not a day. */
export function numberOf(day: Day): number {
  const number = tryNumberOf(day);
  if (Number.isNaN(number)) throw new RangeError(`Not a day: ${JSON.stringify(day)}. Write it as 2025-09-26.`);
  return number;
}

function tryNumberOf(text: string): number {
  if (!form.test(text)) return Number.NaN;
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  // Date.UTC would take years below 100 for 19xx, and carry a 30th of February over into March.
  const exists = year >= 100 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
  return exists ? Date.UTC(year, month - 1, date) / millisecondsPerDay : Number.NaN;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The day so many days later, or earlier if negative. */
export const addDays = (day: Day, days: number): Day => dayOf(numberOf(day) + days);

/** How many days `to` is after `from`; negative if before. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/**
 * The corresponding day so many months later; where the month has none, its last day (civil code art. 202):
 * 2025-08-31 + 6 = 2026-02-28.
 */
export function addMonths(day: Day, months: number): Day {
  numberOf(day);
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  const date = Math.min(Number(day.slice(8)), daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

/** The year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The day of the week: 0 is Sunday, 6 Saturday. */
export const weekdayOf = (day: Day): number => (((numberOf(day) + 4) % 7) + 7) % 7;

const weekdays = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day in words: 10月10日 周五, Fri 10 Oct; with its year where that is not the year of `today`. */
export function sayDay(day: Day, language: Language, today: Day = day): string {
  const weekday = weekdays[language][weekdayOf(day)];
  const [year, month, date] = [yearOf(day), Number(day.slice(5, 7)), Number(day.slice(8))];
  const sameYear = year === yearOf(today);
  if (language === 'en') return `${weekday} ${date} ${months[month - 1]}${sameYear ? '' : ` ${year}`}`;
  return `${sameYear ? '' : `${year}年`}${month}月${date}日 ${weekday}`;
}
