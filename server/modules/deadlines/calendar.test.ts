import { createRequire } from 'node:module';
import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import {
  dayKind,
  isWorkingDay,
  makeCalendar,
  publishedCalendar,
  publishedYears,
  sayFestival,
  unpublishedYears,
} from './calendar.ts';
import { addDays, weekdayOf } from './dates.ts';

const load = createRequire(import.meta.url);

/** Special days of the second, independent source. */
const second = new Map<string, string>();
for (let year = 2018; year <= 2026; year++) {
  const { dates } = load(`holiday-calendar/data/CN/${year}.json`) as { dates: { date: string; type: string }[] };
  for (const { date, type } of dates) second.set(date, type);
}
const worksBySecond = (day: string): boolean => {
  const type = second.get(day);
  return type === undefined ? weekdayOf(day) % 6 !== 0 : type === 'transfer_workday';
};

describe('the published calendar', () => {
  it('agrees day by day with two independent sources', () => {
    const disagreements: string[] = [];
    let days = 0;
    for (let day = '2018-09-23'; day <= '2026-12-31'; day = addDays(day, 1)) {
      const works = isWorkingDay(publishedCalendar, day);
      if (works !== chineseDays.isWorkday(day) || works !== worksBySecond(day)) disagreements.push(day);
      days++;
    }
    expect(disagreements).toEqual([]);
    expect(days).toBe(3022);
  });

  it('follows the notice for 2018 where the sources differ: two Saturdays that nobody worked', () => {
    // 端午节：6月18日放假，与周末连休. 中秋节：9月24日放假，与周末连休.
    for (const day of ['2018-06-16', '2018-09-22']) expect(isWorkingDay(publishedCalendar, day)).toBe(false);
    for (let day = '2018-01-01'; day <= '2018-09-22'; day = addDays(day, 1))
      expect(isWorkingDay(publishedCalendar, day), day).toBe(chineseDays.isWorkday(day));
  });

  it('holds the changes that came after the notices', () => {
    // 2019: Labour Day from one day to four; 2020: Spring Festival prolonged, so Saturday 1 February was not worked.
    expect(dayKind(publishedCalendar, '2019-05-03').kind).toBe('holiday');
    expect(dayKind(publishedCalendar, '2019-05-05').kind).toBe('makeUp');
    expect(dayKind(publishedCalendar, '2020-02-01').kind).toBe('holiday');
  });

  it('names kinds of days', () => {
    expect(dayKind(publishedCalendar, '2025-10-01')).toEqual({
      kind: 'holiday',
      name: '国庆节、中秋节',
      provisional: false,
    });
    expect(dayKind(publishedCalendar, '2026-02-14')).toEqual({ kind: 'makeUp', name: '春节', provisional: false });
    expect(dayKind(publishedCalendar, '2026-11-21')).toEqual({ kind: 'weekend', provisional: false });
    expect(dayKind(publishedCalendar, '2026-11-23')).toEqual({ kind: 'working', provisional: false });
    expect(sayFestival('国庆节、中秋节', 'en')).toBe('National Day and Mid-Autumn Festival');
  });

  it('never speaks of an unpublished year as if it were known', () => {
    expect(dayKind(publishedCalendar, '2027-01-01')).toEqual({ kind: 'holiday', name: '元旦', provisional: true });
    expect(dayKind(publishedCalendar, '2027-03-01')).toEqual({ kind: 'working', provisional: true });
    expect(dayKind(publishedCalendar, '2027-05-02')).toEqual({ kind: 'holiday', name: '劳动节', provisional: true });
    expect(dayKind(publishedCalendar, '2027-05-03')).toEqual({ kind: 'working', provisional: true });
    expect(dayKind(publishedCalendar, '2016-05-02').kind).toBe('working');
    expect(dayKind(publishedCalendar, '2006-05-03').kind).toBe('holiday');
    expect(unpublishedYears(publishedCalendar, '2026-12-31', '2028-01-01')).toEqual([2027, 2028]);
  });
});

describe('makeCalendar', () => {
  const festival = { name: '元旦', from: '2027-01-01', to: '2027-01-03', worked: [] as string[] };

  it('makes a new version and leaves the old one alone', () => {
    const next = makeCalendar('2027', [...publishedYears, { year: 2027, festivals: [festival] }]);
    expect(dayKind(next, '2027-01-01')).toEqual({ kind: 'holiday', name: '元旦', provisional: false });
    expect(dayKind(publishedCalendar, '2027-01-01').provisional).toBe(true);
  });

  it('takes days in the December before, even if that year is not published', () => {
    const worked = ['2026-12-26'];
    const early = makeCalendar('x', [{ year: 2027, festivals: [{ ...festival, from: '2026-12-31', worked }] }]);
    expect(dayKind(early, '2026-12-31')).toEqual({ kind: 'holiday', name: '元旦', provisional: false });
    expect(dayKind(early, '2026-12-26').kind).toBe('makeUp');
    expect(dayKind(early, '2026-12-30').provisional).toBe(true);
  });

  it.each([
    ['a range that runs backwards', { ...festival, to: '2026-12-31' }],
    ['a day of another year', { ...festival, from: '2028-01-01', to: '2028-01-02' }],
    ['a day that does not exist', { ...festival, worked: ['2027-02-30'] }],
    ['a day both off and worked', { ...festival, worked: ['2027-01-03'] }],
    ['a worked day that is worked anyway', { ...festival, worked: ['2027-01-05'] }],
  ])('refuses %s', (_, wrong) => {
    expect(() => makeCalendar('x', [{ year: 2027, festivals: [wrong] }])).toThrow(RangeError);
  });

  it('refuses a year that comes twice', () => {
    expect(() =>
      makeCalendar('x', [
        { year: 2027, festivals: [] },
        { year: 2027, festivals: [] },
      ]),
    ).toThrow(/twice/);
  });
});
