import { publishedCalendar } from '#modules/deadlines';
import type { PastSegment, PastSpan } from '#modules/hall';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { comparableDays, crowdOf } from './comparable.ts';
import { countDay, spreadOf } from './count-day.ts';
import { likelyArrivals, partsAround, usualArrivals, usualWait } from './usual.ts';

describe('days that are compared', () => {
  const all = Array.from({ length: 400 }, (_, i) => new Date(Date.UTC(2025, 4, 1 + i)).toISOString().slice(0, 10));

  test('are the same weekday of the weeks before, without holidays and their edges', () => {
    expect(comparableDays(publishedCalendar, '2026-05-20', all, 4)).toEqual({
      crowd: 'usual',
      // The 6th of May is the first day after the holidays.
      days: ['2026-05-13', '2026-04-29', '2026-04-22', '2026-04-15'],
      instead: false,
    });
  });

  test('at the edge of a holiday are its like', () => {
    expect(crowdOf(publishedCalendar, '2026-04-30')).toBe('beforeHoliday');
    expect(crowdOf(publishedCalendar, '2026-05-06')).toBe('afterHoliday');
    expect(crowdOf(publishedCalendar, '2026-05-01')).toBe('off');
    const { crowd, days, instead } = comparableDays(publishedCalendar, '2026-05-06', all, 4);
    expect({ crowd, instead }).toEqual({ crowd: 'afterHoliday', instead: false });
    expect(days.every((day) => crowdOf(publishedCalendar, day) === 'afterHoliday')).toBe(true);
    expect(days).toHaveLength(4);
  });

  test('are usual ones of the weekday where too few of their like are known, and it says so', () => {
    const few = all.filter((day) => day >= '2026-04-08');
    expect(comparableDays(publishedCalendar, '2026-05-06', few, 4)).toMatchObject({ instead: true, days: ['2026-04-29', '2026-04-22', '2026-04-15', '2026-04-08'] }); // prettier-ignore
  });

  test('are never the day itself or later, and never more than asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.integer({ min: 2, max: 12 }), fc.subarray(all), (day, weeks, counted) => {
        const { days } = comparableDays(publishedCalendar, day, counted, weeks);
        expect(days.length).toBeLessThanOrEqual(weeks);
        for (const one of days) expect(one < day && counted.includes(one)).toBe(true);
      }),
    );
  });
});

describe('a day counted', () => {
  const at = (time: string): Date => new Date(`2026-06-10T${time}:00+08:00`);
  const segment = (ticketId: string, act: PastSegment['act'], state: PastSegment['state'], time: string, more: Partial<PastSegment> = {}): PastSegment => ({
    ticketId, errandId: 'e', act, state, at: at(time), windowId: act === 'take' ? null : 'w', accountId: 'clerk', ...more,
  }); // prettier-ignore
  const zones = { ofWindow: new Map([['w', 'A']]), ofErrand: new Map([['e', 'A']]) };

  test('has who came, who was called after how long, and how long the window was kept', () => {
    const segments = [
      segment('1', 'take', 'waiting', '09:00'),
      segment('1', 'call', 'called', '09:10'),
      segment('1', 'serve', 'serving', '09:11'),
      segment('1', 'finish', 'finished', '09:20'),
      // Missed, comes back, is called again: waits twice.
      segment('2', 'take', 'waiting', '09:05'),
      segment('2', 'call', 'called', '09:20'),
      segment('2', 'miss', 'missed', '09:22'),
      segment('2', 'rejoin', 'waiting', '09:30'),
      segment('2', 'call', 'called', '09:40'),
      segment('2', 'finish', 'finished', '09:50'),
      segment('3', 'take', 'waiting', '09:50'),
      segment('3', 'cancel', 'cancelled', '09:55'),
    ];
    const { work, practice, spreads } = countDay('2026-06-10', segments, [], zones);
    expect(work).toEqual([
      { part: 36, errandId: 'e', came: 2, called: 1, waitedSeconds: 600, served: 1, keptSeconds: 600 },
      { part: 37, errandId: 'e', came: 0, called: 1, waitedSeconds: 900, served: 0, keptSeconds: 120 },
      { part: 38, errandId: 'e', came: 0, called: 1, waitedSeconds: 600, served: 1, keptSeconds: 600 },
      { part: 39, errandId: 'e', came: 1, called: 0, waitedSeconds: 0, served: 0, keptSeconds: 0 },
    ]);
    expect(practice).toEqual([{ accountId: 'clerk', errandId: 'e' }]);
    expect(spreads[0]!.seconds).toEqual(Array.from({ length: 20 }, () => 600));
  });

  test('a call that the hall took back is no new beginning of waiting', () => {
    const segments = [
      segment('1', 'take', 'waiting', '09:00'),
      segment('1', 'call', 'called', '09:10'),
      segment('1', 'release', 'waiting', '09:12'),
      segment('1', 'call', 'called', '09:14'),
    ];
    expect(countDay('2026-06-10', segments, [], zones).work[0]).toMatchObject({ called: 2, waitedSeconds: 600 + 840 });
  });

  test('has the windows of each quarter of an hour: staffed without breaks, busy', () => {
    const span = (state: PastSpan['state'], time: string): PastSpan => ({ shiftId: 's', windowId: 'w', accountId: 'c', clerkName: '', state, at: at(time) }); // prettier-ignore
    const segments = [segment('1', 'take', 'waiting', '09:00'), segment('1', 'call', 'called', '09:10'), segment('1', 'finish', 'finished', '09:20')]; // prettier-ignore
    const spans = [span('open', '09:05'), span('break', '09:25'), span('open', '09:28'), span('ended', '09:31')];
    expect(countDay('2026-06-10', segments, spans, zones).windows).toEqual([
      { part: 36, zone: 'A', staffedSeconds: 600, busySeconds: 300 },
      { part: 37, zone: 'A', staffedSeconds: 720, busySeconds: 300 },
      { part: 38, zone: 'A', staffedSeconds: 60, busySeconds: 0 },
    ]);
  });

  test('twenty values stand for any number of them', () => {
    expect(spreadOf([])).toEqual([]);
    expect(spreadOf([7])).toEqual(Array.from({ length: 20 }, () => 7));
    const many = spreadOf(Array.from({ length: 1_000 }, (_, i) => 1_000 - i));
    expect(many).toHaveLength(20);
    expect(many).toEqual(many.toSorted((one, other) => one - other));
    expect(many.reduce((sum, one) => sum + one, 0) / 20).toBeCloseTo(500.5, -1);
  });
});

describe('what is usual', () => {
  const row = (part: number, came: number, waitMinutes: number) => ({ part, errandId: 'e', came, called: came, waitedSeconds: came * waitMinutes * 60, served: came, keptSeconds: 0 }); // prettier-ignore
  const work = Array.from({ length: 96 }, (_, part) => row(part, part >= 34 && part < 68 ? 8 : 0, part === 40 ? 9 : 5));

  test('is the mean over an hour around, weighted by people; unknown with one day alone', () => {
    expect(partsAround(600, 630)).toEqual({ from: 39, to: 42 });
    expect(usualWait({ days: 4, work }, 600, 630)).toBe(6);
    expect(usualWait({ days: 1, work }, 600, 630)).toBeNull();
    expect(usualWait({ days: 4, work }, 0, 30)).toBeNull();
  });

  test('as many come in the five minutes as on a usual day, more on a day that is busier', () => {
    const usual = usualArrivals({ days: 4, work });
    expect(usual).toHaveLength(288);
    expect(usual.reduce((sum, one) => sum + one, 0)).toBeCloseTo((34 * 8) / 4);
    const seen = (each: number) => new Map(Array.from({ length: 18 }, (_, i) => [102 + i, each]));
    const sum = (each: number) => likelyArrivals(usual, seen(each), 600).arrivals.reduce((all, one) => all + one, 0);
    expect(sum(2)).toBeGreaterThan(sum(0.67));
    expect(sum(0)).toBeLessThan(sum(0.67));
    expect(sum(0.667) / 16).toBeCloseTo(1, 1);
  });
});
