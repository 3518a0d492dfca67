import { describe, expect, it } from 'vitest';
import {
  exactInstant,
  readDay,
  sayDay,
  sayInstant,
  sayMoney,
  sayNearDay,
  sayRemaining,
  saySize,
  sayShortDay,
  today,
} from './dates.ts';

// Half past midnight in the district is still the day before in Greenwich.
const now = new Date('2026-06-09T16:30:00Z');

describe('dates as people say them', () => {
  it('are days of the district', () => {
    expect(today(now)).toBe('2026-06-10');
    expect(exactInstant('2026-06-09T16:30:05Z')).toBe('2026-06-10 00:30:05');
  });
  it('have the weekday, and the year only when it is another one', () => {
    expect(sayDay('2026-10-10', 'zh-CN', now)).toBe('10月10日 周六');
    expect(sayDay('2025-10-10', 'zh-CN', now)).toBe('2025年10月10日 周五');
    expect(sayDay('2026-10-10', 'en', now)).toBe('Sat 10 Oct');
    expect(sayDay('2025-10-10', 'en', now)).toBe('Fri 10 Oct 2025');
  });
  it('are read from figures alone, and from figures with something between', () => {
    for (const typed of ['20260610', '2026-6-10', ' 2026/06/10 ', '2026.6.10'])
      expect(readDay(typed)).toBe('2026-06-10');
    expect(readDay('  ')).toBeUndefined();
    // Not finished, or no day at all: stays as it was typed.
    for (const typed of ['2026061', '202606100', '2026-610', '六月十日']) expect(readDay(typed)).toBe(typed);
  });
  it('are short in lists', () => {
    expect(sayShortDay('2026-10-10', 'zh-CN', now)).toBe('10月10日');
    expect(sayShortDay('2026-10-01', 'en', now)).toBe('1 Oct');
    expect(sayShortDay('2025-06-30', 'zh-CN', now)).toBe('2025/6/30');
    expect(sayShortDay('2025-06-30', 'en', now)).toBe('30 Jun 2025');
  });
  it('are near where they are near', () => {
    expect(sayNearDay('2026-06-11', 'zh-CN', now)).toBe('明天');
    expect(sayNearDay('2026-06-09', 'en', now)).toBe('yesterday');
    expect(sayInstant('2026-06-10T01:05:00Z', 'zh-CN', now)).toBe('今天 09:05');
  });
});

describe('amounts', () => {
  it('are whole where they are whole, and nothing is said in words', () => {
    expect(sayMoney(123_450, 'zh-CN')).toBe('¥1,234.50');
    expect(sayMoney(20_000, 'en')).toBe('¥200');
    expect(sayMoney(0, 'zh-CN')).toBe('不收费');
  });
  it('of days and bytes', () => {
    expect(sayRemaining(0, false, 'zh-CN')).toBe('今天到期');
    expect(sayRemaining(-2, true, 'zh-CN')).toBe('已逾期 2 个工作日');
    expect(sayRemaining(1, false, 'en')).toBe('1 working day left');
    expect(saySize(20 * 1024 * 1024)).toBe('20 MB');
  });
});
