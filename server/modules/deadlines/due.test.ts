import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, makeCalendar, publishedCalendar as calendar, publishedYears } from './calendar.ts';
import { addDays, dayOf, numberOf } from './dates.ts';
import { dueOn, latestBefore } from './due.ts';
import { explainDue, sayCitation, sayUncountedDay } from './explain.ts';

const working = (value: number) => ({ value, unit: 'workingDay' }) as const;
const calendarDays = (value: number) => ({ value, unit: 'calendarDay' }) as const;
const months = (value: number) => ({ value, unit: 'month' }) as const;

describe('working days', () => {
  it.each([
    ['2025-09-26', 5, '2025-10-10'],
    ['2025-09-28', 5, '2025-10-11'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2025-01-24', 5, '2025-02-07'],
    ['2024-09-13', 3, '2024-09-19'],
    ['2023-12-29', 1, '2024-01-02'],
    ['2026-09-19', 20, '2026-10-22'],
    ['2025-04-30', 5, '2025-05-12'],
    ['2024-02-08', 20, '2024-03-13'],
  ])('golden: %s + %i = %s', (from, days, date) => {
    expect(dueOn({ from, limit: working(days), calendar })).toEqual({ date, provisional: false });
  });

  it.each([
    // Monday 2 to Monday 9 March 2026: a plain week.
    ['2026-03-02', 5, '2026-03-09'],
    // Begun on a Saturday: Monday is the first day that counts.
    ['2026-03-07', 1, '2026-03-09'],
    // Begun on a holiday (1 October): the 8th, 9th and the Saturday that is worked.
    ['2026-10-01', 3, '2026-10-10'],
    // The Sunday 4 January 2026 is worked.
    ['2025-12-31', 1, '2026-01-04'],
    ['2025-12-31', 2, '2026-01-05'],
    // 29 December 2018, a Saturday, was worked by the notice for 2019; 31 December was off.
    ['2018-12-28', 1, '2018-12-29'],
    ['2018-12-28', 2, '2019-01-02'],
    // Spring Festival 2020 was prolonged to Sunday 2 February.
    ['2020-01-23', 1, '2020-02-03'],
    // The last day that is published.
    ['2026-12-30', 1, '2026-12-31'],
  ])('by hand: %s + %i = %s', (from, days, date) => {
    expect(dueOn({ from, limit: working(days), calendar })).toEqual({ date, provisional: false });
  });

  it('is the same day for a limit of 0, on a day off too', () => {
    expect(dueOn({ from: '2026-10-03', limit: working(0), calendar })).toEqual({
      date: '2026-10-03',
      provisional: false,
    });
    expect(dueOn({ from: '2027-01-01', limit: calendarDays(0), calendar }).date).toBe('2027-01-01');
  });

  it('is provisional as soon as it counts a day of an unpublished year, and final once that is published', () => {
    expect(dueOn({ from: '2026-12-31', limit: working(1), calendar })).toEqual({
      date: '2027-01-04',
      provisional: true,
    });
    expect(dueOn({ from: '2017-12-29', limit: working(1), calendar }).provisional).toBe(true);
    expect(dueOn({ from: '2017-12-31', limit: working(1), calendar })).toEqual({
      date: '2018-01-02',
      provisional: false,
    });
    const festivals = [{ name: '元旦', from: '2027-01-01', to: '2027-01-03', worked: ['2027-01-09'] }];
    const next = makeCalendar('next', [...publishedYears, { year: 2027, festivals }]);
    expect(dueOn({ from: '2026-12-31', limit: working(6), calendar: next })).toEqual({
      date: '2027-01-09',
      provisional: false,
    });
  });

  it('agrees with counting day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 120 }), (offset, days) => {
        const from = addDays('2018-01-01', offset);
        let [date, left] = [from, days];
        while (left > 0) {
          date = addDays(date, 1);
          if (isWorkingDay(calendar, date)) left--;
        }
        expect(dueOn({ from, limit: working(days), calendar }).date).toBe(date);
      }),
      { numRuns: 500 },
    );
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d days', (days) => {
    expect(() => dueOn({ from: '2026-03-02', limit: working(days), calendar })).toThrow(RangeError);
  });

  it('says so outside of what it counts', () => {
    expect(() => dueOn({ from: '2099-12-31', limit: working(1), calendar })).toThrow(/2099/);
    expect(() => dueOn({ from: '1999-01-01', limit: working(1), calendar })).toThrow(/2000/);
  });
});

describe('calendar days and months', () => {
  it.each([
    // Wednesday, a working day.
    ['2026-03-01', calendarDays(10), '2026-03-11'],
    // Ends on Saturday 14 March: Monday.
    ['2026-03-04', calendarDays(10), '2026-03-16'],
    // Ends on Saturday 28 February 2026, which is worked: stays.
    ['2026-02-18', calendarDays(10), '2026-02-28'],
    // Ends on the eve of the Spring Festival: the first working day after it.
    ['2026-02-05', calendarDays(10), '2026-02-24'],
    // Review, 60 days from 2 December 2025: Saturday 31 January, so Monday.
    ['2025-12-02', calendarDays(60), '2026-02-02'],
    // Action, 6 months: no 31 February, so the 28th, a Saturday that is worked.
    ['2025-08-31', months(6), '2026-02-28'],
    // 1 October, so the first working day after the holidays.
    ['2026-04-01', months(6), '2026-10-08'],
    ['2025-09-24', months(6), '2026-03-24'],
  ])('%s + %o = %s', (from, limit, date) => {
    expect(dueOn({ from, limit, calendar })).toEqual({ date, provisional: false });
  });

  it('asks only about the days at the end', () => {
    expect(dueOn({ from: '2017-12-20', limit: calendarDays(20), calendar }).provisional).toBe(false);
    expect(dueOn({ from: '2026-11-02', limit: calendarDays(60), calendar })).toEqual({
      date: '2027-01-04',
      provisional: true,
    });
  });
});

describe('latestBefore', () => {
  it('counts back, the day itself excluded, and never moves to a later day', () => {
    // 31 May 2026 is a Sunday.
    expect(latestBefore({ before: '2026-06-30', limit: calendarDays(30), calendar }).date).toBe('2026-05-31');
    // A hearing on Monday 12 October 2026: the 10th (worked), 9th, 8th, three days of September, and before the
    // Mid-Autumn Festival the 24th.
    expect(latestBefore({ before: '2026-10-12', limit: working(7), calendar })).toEqual({
      date: '2026-09-24',
      provisional: false,
    });
    expect(latestBefore({ before: '2027-01-11', limit: working(1), calendar }).provisional).toBe(true);
    expect(latestBefore({ before: '2027-01-01', limit: working(1), calendar })).toEqual({
      date: '2026-12-31',
      provisional: false,
    });
  });
});

describe('why this date', () => {
  it('has a line for each day that did not count, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_900 }), fc.integer({ min: 1, max: 60 }), (offset, days) => {
        const from = addDays('2018-01-01', offset);
        const explained = explainDue({ from, limit: working(days), calendar });
        expect(explained).toMatchObject(dueOn({ from, limit: working(days), calendar }));
        const span = numberOf(explained.date) - numberOf(from);
        expect(explained.days.length).toBe(span - days + 1);
        for (const { date, why } of explained.days.slice(1)) {
          expect(isWorkingDay(calendar, date)).toBe(false);
          expect(['weekend', 'holiday']).toContain(why);
        }
      }),
    );
  });

  it('names holiday and article', () => {
    const { days } = explainDue({ from: '2025-09-26', limit: working(5), calendar });
    expect(days.map(({ date }) => date)).toEqual([
      '2025-09-26',
      '2025-09-27',
      ...Array.from({ length: 8 }, (_, at) => dayOf(numberOf('2025-10-01') + at)),
    ]);
    expect(sayUncountedDay(days[0]!, 'zh-CN')).toBe('2025-09-26 周五  起算日不计入  《民法典》第二百零一条');
    expect(sayUncountedDay(days[2]!, 'zh-CN')).toBe('2025-10-01 周三  国庆节、中秋节放假  《行政许可法》第八十二条');
    expect(sayUncountedDay(days[1]!, 'en')).toBe('2025-09-27 Sat  weekend  Administrative Licensing Law art. 82');
  });

  it('explains the end of a period in calendar days by article 203', () => {
    const { date, days } = explainDue({ from: '2026-02-05', limit: calendarDays(10), calendar });
    expect(date).toBe('2026-02-24');
    expect(days.length).toBe(1 + 9);
    expect(days.at(-1)).toEqual({
      date: '2026-02-23',
      why: 'holiday',
      name: '春节',
      provisional: false,
      law: '民法典',
      article: '203',
    });
  });

  it('marks lines that may change', () => {
    const { days } = explainDue({ from: '2026-12-31', limit: working(1), calendar });
    expect(days.map(({ provisional }) => provisional)).toEqual([false, true, true, true]);
    expect(sayUncountedDay(days[1]!, 'zh-CN')).toContain('（暂定）');
  });

  it('writes articles as the law does', () => {
    const said = (article: string) => sayCitation({ law: '民法典', article }, 'zh-CN');
    expect(said('203')).toBe('《民法典》第二百零三条');
    expect(said('10')).toBe('《民法典》第十条');
    expect(said('12')).toBe('《民法典》第十二条');
    expect(said('110')).toBe('《民法典》第一百一十条');
    expect(said('1001')).toBe('《民法典》第一千零一条');
    expect(said('20')).toBe('《民法典》第二十条');
  });
});
