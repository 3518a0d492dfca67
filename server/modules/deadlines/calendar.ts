/**
 * The working calendar: which days the State Council has published as days off and which weekends as worked
 * (调休), by year. A calendar is a value with a version; a notice in mid-year makes a new version, and never changes
 * an old one, because cases pin the version that they were counted by.
 */
import { type Day, type Language, dayOf, isDay, numberOf, weekdayOf, yearOf } from './dates.ts';
import published from './published-years.json' with { type: 'json' };

/** What one yearly notice says (国务院办公厅关于某年部分节假日安排的通知). It may reach back into December before. */
export interface PublishedYear {
  year: number;
  /** Number of the notice, and of one that changed it later. */
  notice?: string;
  changedBy?: string;
  /** Days off as ranges, both ends included, each with the weekends worked in exchange. */
  festivals: readonly { name: string; from: Day; to: Day; worked: readonly Day[] }[];
}

/** A version of the working calendar. */
export interface Calendar {
  version: string;
  publishedYears: ReadonlySet<number>;
  /** Published days off with the name of the festival. */
  daysOff: ReadonlyMap<Day, string>;
  /** Weekends that are worked, with the name of the festival that they make up for. */
  workedDays: ReadonlyMap<Day, string>;
}

/** What a day is. `provisional`: nobody has published its year, so only weekends and fixed holidays are known. */
export interface DayKind {
  kind: 'working' | 'weekend' | 'holiday' | 'makeUp';
  /** The festival, for `holiday` and `makeUp`. */
  name?: string;
  provisional: boolean;
}

const isWeekend = (day: Day): boolean => weekdayOf(day) % 6 === 0;

/** Builds a calendar out of yearly notices; throws a RangeError that names the day on which they make no sense. */
export function makeCalendar(version: string, years: readonly PublishedYear[]): Calendar {
  const publishedYears = new Set<number>();
  const daysOff = new Map<Day, string>();
  const workedDays = new Map<Day, string>();
  const mustBelong = (day: Day, year: number): void => {
    if (!isDay(day)) throw new RangeError(`${year}: not a day: ${day}`);
    const ownYear = yearOf(day) === year || (yearOf(day) === year - 1 && day.slice(5, 7) === '12');
    if (!ownYear) throw new RangeError(`${day} does not belong to the notice for ${year}`);
    if (daysOff.has(day) || workedDays.has(day)) throw new RangeError(`${day} is listed twice`);
  };
  for (const { year, festivals } of years) {
    if (publishedYears.has(year)) throw new RangeError(`${year} is published twice`);
    publishedYears.add(year);
    for (const { name, from, to, worked } of festivals) {
      if (to < from) throw new RangeError(`${name} ends on ${to}, before it begins on ${from}`);
      for (let day = from; day <= to; day = dayOf(numberOf(day) + 1)) {
        mustBelong(day, year);
        daysOff.set(day, name);
      }
      for (const day of worked) {
        mustBelong(day, year);
        if (!isWeekend(day)) throw new RangeError(`${day} is worked anyway: only a weekend can make up for a day off`);
        workedDays.set(day, name);
      }
    }
  }
  return { version, publishedYears, daysOff, workedDays };
}

/** The notices that come with the product, each as the State Council published it. */
export const publishedYears: readonly PublishedYear[] = published;

/** The calendar that comes with the product: 2018 to 2026. */
export const publishedCalendar: Calendar = makeCalendar('state-council-2018-2026', publishedYears);

/**
 * Holidays of all citizens with a fixed Gregorian date (全国年节及纪念日放假办法 art. 2), by the year from which each
 * revision holds: those of 1999, 2007, 2013 and 2024. The lunar ones are left out of a provisional answer.
 */
const fixedHolidays: readonly { fromYear: number; days: Readonly<Record<string, string>> }[] = [
  {
    fromYear: 2025,
    days: {
      '01-01': '元旦',
      '05-01': '劳动节',
      '05-02': '劳动节',
      '10-01': '国庆节',
      '10-02': '国庆节',
      '10-03': '国庆节',
    },
  },
  {
    fromYear: 2008,
    days: { '01-01': '元旦', '05-01': '劳动节', '10-01': '国庆节', '10-02': '国庆节', '10-03': '国庆节' },
  },
  {
    fromYear: 0,
    days: {
      '01-01': '元旦',
      '05-01': '劳动节',
      '05-02': '劳动节',
      '05-03': '劳动节',
      '10-01': '国庆节',
      '10-02': '国庆节',
      '10-03': '国庆节',
    },
  },
];

/** What kind of day it is, and whether that is published. */
export function dayKind(calendar: Calendar, day: Day): DayKind {
  const off = calendar.daysOff.get(day);
  if (off !== undefined) return { kind: 'holiday', name: off, provisional: false };
  const worked = calendar.workedDays.get(day);
  if (worked !== undefined) return { kind: 'makeUp', name: worked, provisional: false };
  const provisional = !calendar.publishedYears.has(yearOf(day));
  if (provisional) {
    const name = fixedHolidays.find(({ fromYear }) => yearOf(day) >= fromYear)?.days[day.slice(5)];
    if (name !== undefined) return { kind: 'holiday', name, provisional };
  }
  return { kind: isWeekend(day) ? 'weekend' : 'working', provisional };
}

/** True if offices work on this day, make-up working days included. In an unpublished year: as far as is known. */
export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  const { kind } = dayKind(calendar, day);
  return kind === 'working' || kind === 'makeUp';
}

/** The years from one day to another, both included, whose days off nobody has published. */
export function unpublishedYears(calendar: Calendar, from: Day, to: Day): number[] {
  const missing: number[] = [];
  for (let year = yearOf(from); year <= yearOf(to); year++) if (!calendar.publishedYears.has(year)) missing.push(year);
  return missing;
}

const englishFestivals: Readonly<Record<string, string>> = {
  元旦: "New Year's Day",
  春节: 'Spring Festival',
  清明节: 'Qingming Festival',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat Festival',
  中秋节: 'Mid-Autumn Festival',
  国庆节: 'National Day',
};

/** A festival's name; joint ones are written 国庆节、中秋节. One that is not known keeps its Chinese name. */
export const sayFestival = (name: string, language: Language): string =>
  language === 'en'
    ? name
        .split('、')
        .map((part) => englishFestivals[part] ?? part)
        .join(' and ')
    : name;
