/** "Why this date?" (为什么是这一天): every day that did not count, with the reason and the article. Slow is allowed here. */
import type { Citation, DueExplanation, UncountedDay } from './contract.ts';
import { type Calendar, dayKind, sayFestival } from './calendar.ts';
import { type Day, type Language, dayOf, numberOf, sayDay } from './dates.ts';
import { type Gap, type Period, dueDate, mustEnd, settle } from './due.ts';

/** Civil code art. 201: the day on which a period begins does not count. */
export const startExcluded: Citation = { law: '民法典', article: '201' };
/** Civil code art. 203: a period that ends on a day off ends on the next working day. */
export const movedFromDayOff: Citation = { law: '民法典', article: '203' };
/** 行政许可法 art. 82: the office's periods are working days, public holidays not included. */
export const workingDaysOnly: Citation = { law: '行政许可法', article: '82' };

/** A gap with what is to be said about its days. */
export interface NamedGap extends Gap, Citation {
  reason: string;
}

/**
 * The due date with one line for each day that did not count. `daysOffBy` is the rule by which working days are
 * counted, where that is not 行政许可法 art. 82.
 */
export function explainDue(asked: {
  from: Day;
  limit: Period;
  calendar: Calendar;
  daysOffBy?: Citation;
}): DueExplanation {
  return explain({ ...asked, extra: 0, gaps: [], named: [] });
}

/** The same for a clock: `gaps` as merged for counting, `named` as they were recorded, for the reasons. */
export function explain(asked: {
  from: Day;
  limit: Period;
  calendar: Calendar;
  daysOffBy?: Citation;
  extra: number;
  gaps: readonly Gap[];
  named: readonly NamedGap[];
}): DueExplanation {
  const { from, limit, calendar, extra, gaps, named, daysOffBy = workingDaysOnly } = asked;
  const start = numberOf(from);
  const settled = mustEnd(settle(calendar, start, limit, extra, gaps));
  const days: UncountedDay[] = [];
  if (settled.number > start) days.push({ date: from, why: 'start', provisional: false, ...startExcluded });
  for (let number = start + 1; number < settled.number; number++) {
    const day = dayOf(number);
    const off = limit.unit === 'workingDay' ? daysOffBy : number >= settled.end ? movedFromDayOff : undefined;
    const line = (off && dayOffLine(calendar, day, off)) ?? pausedLine(day, number, named);
    if (line) days.push(line);
  }
  return { ...dueDate(calendar, from, limit, settled), days };
}

function dayOffLine(calendar: Calendar, date: Day, by: Citation): UncountedDay | undefined {
  const { kind, name, provisional } = dayKind(calendar, date);
  if (kind !== 'weekend' && kind !== 'holiday') return undefined;
  return { date, why: kind, ...(name === undefined ? {} : { name }), provisional, ...by };
}

function pausedLine(date: Day, number: number, named: readonly NamedGap[]): UncountedDay | undefined {
  const gap = named.find(({ from, to }) => from <= number && number < to);
  if (!gap) return undefined;
  return { date, why: 'paused', name: gap.reason, provisional: false, law: gap.law, article: gap.article };
}

const englishLaws: Readonly<Record<string, string>> = {
  行政许可法: 'Administrative Licensing Law',
  民法典: 'Civil Code',
  行政复议法: 'Administrative Reconsideration Law',
  行政诉讼法: 'Administrative Litigation Law',
};

/** A citation in words: 《民法典》第二百零三条, Civil Code art. 203. Articles that are not a plain number are kept. */
export function sayCitation({ law, article }: Citation, language: Language): string {
  if (language === 'en') return `${englishLaws[law] ?? law}${article === '' ? '' : ` art. ${article}`}`;
  if (article === '') return `《${law}》`;
  return `《${law}》第${/^[1-9]\d{0,3}$/.test(article) ? chineseNumber(Number(article)) : article}条`;
}

function chineseNumber(number: number): string {
  const digits = '零一二三四五六七八九';
  const units = ['', '十', '百', '千'];
  const text = String(number)
    .split('')
    .map((digit, at, all) => (digit === '0' ? '零' : digits[Number(digit)]! + units[all.length - 1 - at]!))
    .join('');
  // 零零 is said once, never at the end; 一十二 is said 十二.
  return text.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}

const reasons = {
  'zh-CN': { start: '起算日不计入', weekend: '周末', holiday: '放假', paused: '停表' },
  en: { start: 'the day on which the period begins', weekend: 'weekend', holiday: 'holiday', paused: 'stood still' },
};

/** One line about a day that did not count: `2025-10-01 周三 国庆节、中秋节放假 《行政许可法》第八十二条`. */
export function sayUncountedDay(day: UncountedDay, language: Language): string {
  const reason = reasons[language][day.why];
  const name = day.name === undefined ? '' : day.why === 'holiday' ? sayFestival(day.name, language) : day.name;
  const chinese = language === 'zh-CN';
  const why =
    name === ''
      ? reason
      : day.why === 'holiday' && chinese
        ? `${name}${reason}`
        : `${reason}${chinese ? '：' : ': '}${name}`;
  const note = day.provisional ? (chinese ? '（暂定）' : ' (provisional)') : '';
  const weekday = sayDay(day.date, language).split(' ')[chinese ? 1 : 0]!;
  return `${day.date} ${weekday}  ${why}${note}  ${sayCitation(day, language)}`;
}
