import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar as calendar } from './calendar.ts';
import { addDays, shanghaiDay } from './dates.ts';
import { legalLimit, legalLimits } from './rules.ts';
import { overdueFrom, trafficLight, workingDaysBetween, yellowFrom } from './traffic.ts';

const light = (dueOn: string | undefined, today: string, warnDays = 2) =>
  trafficLight({ dueOn, today, warnDays, calendar });

describe('traffic lights', () => {
  it('turns with the working days that remain', () => {
    // Due on Friday 10 October 2025, after the holidays.
    expect(light('2025-10-10', '2025-09-29')).toEqual({ light: 'green', remaining: 3, overdue: false });
    expect(light('2025-10-10', '2025-09-30')).toEqual({ light: 'yellow', remaining: 2, overdue: false });
    expect(light('2025-10-10', '2025-10-05')).toEqual({ light: 'yellow', remaining: 2, overdue: false });
    expect(light('2025-10-10', '2025-10-10')).toEqual({ light: 'yellow', remaining: 0, overdue: false });
    expect(light('2025-10-10', '2025-10-11')).toEqual({ light: 'red', remaining: -1, overdue: true });
    expect(light('2025-10-11', '2025-10-12')).toEqual({ light: 'red', remaining: 0, overdue: true });
  });

  it('is yellow on the last day whatever the setting', () => {
    expect(light('2025-10-10', '2025-10-09', 0).light).toBe('green');
    expect(light('2025-10-10', '2025-10-10', 0).light).toBe('yellow');
  });

  it('is overdue only after the end of the day in Shanghai', () => {
    const today = (instant: string) => light('2025-10-10', shanghaiDay(new Date(instant))).overdue;
    expect(today('2025-10-10T15:59:59.999Z')).toBe(false);
    expect(today('2025-10-10T16:00:00Z')).toBe(true);
    expect(overdueFrom('2025-10-10').toISOString()).toBe('2025-10-10T16:00:00.000Z');
  });

  it('has no light without a deadline or after the end, and none of its own while paused', () => {
    const asked = { today: '2025-10-10', warnDays: 2, calendar };
    expect(light(undefined, '2025-10-10')).toEqual({ light: 'none', overdue: false });
    expect(trafficLight({ ...asked, state: 'met', dueOn: '2025-10-01' }).light).toBe('none');
    expect(trafficLight({ ...asked, state: 'paused' })).toEqual({ light: 'paused', overdue: false });
    // A pause does not heal what was overdue before it.
    expect(trafficLight({ ...asked, state: 'paused', dueOn: '2025-09-26' }).light).toBe('red');
  });

  it('turns yellow on the day that a list can compare with', () => {
    const offset = fc.integer({ min: 100, max: 3_000 });
    fc.assert(
      fc.property(offset, fc.integer({ min: 0, max: 10 }), fc.integer({ min: -30, max: 0 }), (at, warnDays, back) => {
        const dueOn = addDays('2018-01-01', at);
        const today = addDays(dueOn, back);
        const yellow = trafficLight({ dueOn, today, warnDays, calendar }).light === 'yellow';
        expect(yellow).toBe(today >= yellowFrom(dueOn, warnDays, calendar));
      }),
    );
  });

  it('counts working days both ways', () => {
    expect(workingDaysBetween(calendar, '2025-09-26', '2025-10-10')).toBe(5);
    expect(workingDaysBetween(calendar, '2025-10-10', '2025-09-26')).toBe(-5);
  });
});

describe('limits of the law', () => {
  it('are those of the articles', () => {
    const said = (id: Parameters<typeof legalLimit>[0]) => {
      const { law, article, value, unit } = legalLimit(id, '2026-03-02');
      return `${law} ${article}: ${value} ${unit}`;
    };
    expect(said('tellAll')).toBe('行政许可法 32: 5 workingDay');
    expect(said('decide')).toBe('行政许可法 42: 20 workingDay');
    expect(said('extendDecision')).toBe('行政许可法 42: 10 workingDay');
    expect(said('decideJointly')).toBe('行政许可法 42: 45 workingDay');
    expect(said('extendJointDecision')).toBe('行政许可法 42: 15 workingDay');
    expect(said('reviewBelow')).toBe('行政许可法 43: 20 workingDay');
    expect(said('deliver')).toBe('行政许可法 44: 10 workingDay');
    expect(said('askForHearing')).toBe('行政许可法 47: 5 workingDay');
    expect(said('holdHearing')).toBe('行政许可法 47: 20 workingDay');
    expect(said('renew')).toBe('行政许可法 50: 30 calendarDay');
    expect(said('askForReview')).toBe('行政复议法 20: 60 calendarDay');
    expect(said('bringAction')).toBe('行政诉讼法 46: 6 month');
  });

  it('are taken by the day on which they are applied', () => {
    expect(legalLimit('askForReview', '2023-12-31').article).toBe('9');
    expect(legalLimit('askForReview', '2024-01-01').article).toBe('20');
    expect(() => legalLimit('decide', '2004-06-30')).toThrow(RangeError);
  });

  it('never overlap', () => {
    for (const one of legalLimits)
      for (const other of legalLimits)
        if (one !== other && one.id === other.id && one.validFrom <= other.validFrom)
          expect(one.validTo! < other.validFrom).toBe(true);
  });
});
