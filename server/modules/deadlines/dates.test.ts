import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { addDays, addMonths, dayOf, daysBetween, isDay, numberOf, sayDay, shanghaiDay, weekdayOf } from './dates.ts';

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('days', () => {
  it.each([
    '2025-02-29',
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '20250101',
    '0099-01-01',
    '',
    ' 2025-01-01',
  ])('%s is not a day', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => numberOf(text)).toThrow(RangeError);
  });

  it('goes there and back', () => {
    const days = fc.integer({ min: 0, max: 60_000 });
    fc.assert(
      fc.property(days, (number) => {
        expect(numberOf(dayOf(number))).toBe(number);
        expect(isDay(dayOf(number))).toBe(true);
        expect(dayOf(number) < dayOf(number + 1)).toBe(true);
      }),
    );
  });

  it('adds over the ends of months, years and leap days', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
    expect(addMonths('2025-12-15', 1)).toBe('2026-01-15');
    expect(addMonths('2025-01-15', -1)).toBe('2024-12-15');
  });

  it('knows weekdays', () => {
    expect(weekdayOf('2025-10-10')).toBe(5);
    expect(weekdayOf('2026-09-20')).toBe(0);
    expect(weekdayOf('1969-12-31')).toBe(3);
  });

  it.each(['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'has the same day wherever: %s',
    (place) => {
      process.env['TZ'] = place;
      // 16:00 in UTC is midnight in Shanghai: what happens at 23:59 there still belongs to the old day.
      expect(shanghaiDay(new Date('2025-10-09T15:59:59.999Z'))).toBe('2025-10-09');
      expect(shanghaiDay(new Date('2025-10-09T16:00:00Z'))).toBe('2025-10-10');
      expect(addDays('2025-03-09', 1)).toBe('2025-03-10');
      expect(weekdayOf('2025-10-10')).toBe(5);
    },
  );

  it('is said in both languages, with its year where that is another', () => {
    expect(sayDay('2025-10-10', 'zh-CN')).toBe('10月10日 周五');
    expect(sayDay('2025-10-10', 'en')).toBe('Fri 10 Oct');
    expect(sayDay('2026-01-04', 'zh-CN', '2025-12-30')).toBe('2026年1月4日 周日');
    expect(sayDay('2026-01-04', 'en', '2025-12-30')).toBe('Sun 4 Jan 2026');
  });
});
