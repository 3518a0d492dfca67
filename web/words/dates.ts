/** Dates, times and amounts as people say them. Days and hours are those of the district, wherever the reader is. */
import { generalWords } from './general.ts';
import type { Language } from './words.ts';

const zone = 'Asia/Shanghai';
const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** Day and time of an instant in the district: `['2026-06-10', '09:30:00']`. */
function parts(at: Date | string): [day: string, time: string] {
  const [day = '', time = ''] = shanghai.format(typeof at === 'string' ? new Date(at) : at).split(' ');
  return [day, time];
}

/** The district's day today, YYYY-MM-DD. */
export const today = (now: Date = new Date()): string => parts(now)[0];

/** 20260610 and 2026-6-10 are 2026-06-10; undefined for nothing, and what was typed for what is no day. */
export function readDay(typed: string): string | undefined {
  const plain = typed.trim();
  if (plain === '') return undefined;
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain);
  return parts ? `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}` : typed;
}

const months = 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(',');
const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000);

/** 10月10日 周五 / Fri 10 Oct; with the year when it is not this one. */
export function sayDay(day: string, language: Language, now: Date = new Date()): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const weekday = generalWords[language].days.weekdays.split(',')[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  const sameYear = year === today(now).slice(0, 4);
  if (language === 'en') return `${weekday} ${Number(date)} ${months[Number(month) - 1]}${sameYear ? '' : ` ${year}`}`;
  return `${sameYear ? '' : `${Number(year)}年`}${Number(month)}月${Number(date)}日 ${weekday}`;
}

/** 10月10日 / 10 Oct, for lists with many dates in a row; 2025/10/10 / 10 Oct 2025 when it is not this year. The rest is on hover. */
export function sayShortDay(day: string, language: Language, now: Date = new Date()): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const sameYear = year === today(now).slice(0, 4);
  if (language === 'en') return `${Number(date)} ${months[Number(month) - 1]}${sameYear ? '' : ` ${year}`}`;
  return sameYear ? `${Number(month)}月${Number(date)}日` : `${year}/${Number(month)}/${Number(date)}`;
}

/** 今天, 明天, 昨天, otherwise the date. */
export function sayNearDay(day: string, language: Language, now: Date = new Date()): string {
  const say = generalWords[language].days;
  const distance = dayNumber(day) - dayNumber(today(now));
  if (distance === 0) return say.today;
  if (distance === 1) return say.tomorrow;
  if (distance === -1) return say.yesterday;
  return sayDay(day, language, now);
}

/** 今天 09:30, 10月10日 周五 14:05. */
export function sayInstant(at: Date | string, language: Language, now: Date = new Date()): string {
  const [day, time] = parts(at);
  return `${sayNearDay(day, language, now)} ${time.slice(0, 5)}`;
}

/** The hour and minute of an instant in the district: `09:30`. */
export const sayTime = (at: Date | string): string => parts(at)[1].slice(0, 5);

/** 2026-06-10 09:30:12, for the hover and for documents. */
export const exactInstant = (at: Date | string): string => parts(at).join(' ');

/** ¥1,234.50; nothing to pay is said in words. */
export function sayMoney(fen: number, language: Language): string {
  if (fen === 0) return generalWords[language].days.free;
  return `¥${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: fen % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 })}`;
}

/** 还剩 3 个工作日, 今天到期, 已逾期 2 个工作日. Negative: overdue by so many. */
export function sayRemaining(workingDays: number, overdue: boolean, language: Language): string {
  const say = generalWords[language].due;
  return overdue ? say.over(Math.abs(workingDays)) : say.left(workingDays);
}

/** 2.4 MB. */
export function saySize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${Number((bytes / 1024 / 1024).toFixed(1))} MB`;
}
