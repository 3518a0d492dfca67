import { describe, expect, it } from 'vitest';
import { makeCalendar, publishedCalendar as calendar, publishedYears } from './calendar.ts';
import { type ClockEvent, ClockError } from './clock-events.ts';
import { explainClock, projectClock } from './clock.ts';
import { daysBetween } from './dates.ts';
import type { Period } from './due.ts';

const twenty: Period = { value: 20, unit: 'workingDay' };
const start = '2025-03-03'; // a Monday; without pauses 20 working days end on Monday 31 March
const article = { law: '行政许可法', article: '45' };

const started = (on = start): ClockEvent => ({ id: 'start', kind: 'started', on });
const paused = (id: string, on: string, plannedEnd?: string): ClockEvent => ({
  id,
  kind: 'paused',
  on,
  reason: '现场核查',
  ...article,
  ...(plannedEnd === undefined ? {} : { plannedEnd }),
});
const resumed = (pause: string, on: string): ClockEvent => ({ id: `${pause}-end`, kind: 'resumed', pause, on });
const extended = (id: string, days: number, on = start): ClockEvent => ({
  id,
  kind: 'extended',
  on,
  days,
  reason: '案情复杂',
  law: '行政许可法',
  article: '42',
  approvedBy: 'head',
});
const ended = (kind: 'met' | 'lapsed', on: string): ClockEvent => ({ id: kind, kind, on });
const pause = (id: string, from: string, to: string): ClockEvent[] => [paused(id, from), resumed(id, to)];

const clock = (events: ClockEvent[], limit: Period = twenty, today?: string) =>
  projectClock({ limit, calendar, events, ...(today === undefined ? {} : { today }) });

describe('a clock', () => {
  it('runs from its start to its end', () => {
    expect(clock([])).toMatchObject({ state: 'notStarted', provisional: false });
    expect(clock([started()])).toEqual({
      state: 'running',
      startedOn: start,
      dueOn: '2025-03-31',
      provisional: false,
      extendedBy: 0,
      calendarVersion: calendar.version,
    });
    expect(clock([started(), ended('met', '2025-03-31')])).toMatchObject({ state: 'met', inTime: true });
    expect(clock([started(), ended('met', '2025-04-01')])).toMatchObject({ state: 'met', inTime: false });
    expect(clock([started(), ended('lapsed', '2025-04-01')])).toMatchObject({ state: 'lapsed', endedOn: '2025-04-01' });
    expect(clock([started(), ended('lapsed', '2025-04-01'), ended('met', '2025-04-01')]).state).toBe('met');
  });

  it('does not count the day on which a pause begins, and counts the day on which it is resumed', () => {
    // Monday 10 to Wednesday 12 March: two working days.
    expect(clock([started(), ...pause('a', '2025-03-10', '2025-03-12')]).dueOn).toBe('2025-04-02');
    // Begun on a Saturday, ended on a Sunday; begun and ended on one day: nothing.
    expect(clock([started(), ...pause('a', '2025-03-08', '2025-03-09')]).dueOn).toBe('2025-03-31');
    expect(clock([started(), ...pause('a', '2025-03-10', '2025-03-10')]).dueOn).toBe('2025-03-31');
    // Over the Qingming Festival, which would not have counted anyway: 31 March to 3 April, then 7 April is the last.
    expect(clock([started(), ...pause('a', '2025-03-31', '2025-04-07')]).dueOn).toBe('2025-04-07');
  });

  it('keeps a pause that begins on the last day from being missed, and forgives nothing after it', () => {
    expect(clock([started(), paused('a', '2025-03-31')])).toMatchObject({ state: 'paused', remainingDays: 1 });
    expect(clock([started(), ...pause('a', '2025-03-31', '2025-04-02')]).dueOn).toBe('2025-04-02');
    expect(clock([started(), paused('a', '2025-04-01')])).toMatchObject({
      state: 'paused',
      dueOn: '2025-03-31',
      remainingDays: 0,
    });
  });

  it('stands still without a deadline, with what is left and with a forecast if there is a plan', () => {
    const open = clock([started(), paused('a', '2025-03-10')]);
    // 4 to 7 March counted: 16 are left.
    expect(open).toMatchObject({ state: 'paused', pausedSince: '2025-03-10', remainingDays: 16 });
    expect(open.dueOn).toBeUndefined();
    expect(open.forecastOn).toBeUndefined();
    const planned = [started(), paused('a', '2025-03-10', '2025-03-12')];
    expect(clock(planned)).toMatchObject({ state: 'paused', forecastOn: '2025-04-02' });
    // The plan has passed: the forecast moves on with the days.
    expect(clock(planned, twenty, '2025-03-14')).toMatchObject({ forecastOn: '2025-04-07' });
    expect(clock(planned, twenty, '2025-03-14').dueOn).toBeUndefined();
    // Two at once, one without a plan: nobody can say.
    expect(clock([...planned, paused('b', '2025-03-11')]).forecastOn).toBeUndefined();
  });

  it('stands still while any pause is open, since the first of those that touch', () => {
    const events = [started(), ...pause('a', '2025-03-10', '2025-03-12'), paused('b', '2025-03-12')];
    expect(clock(events)).toMatchObject({ state: 'paused', pausedSince: '2025-03-10', remainingDays: 16 });
    expect(clock([...events, resumed('b', '2025-03-14')])).toMatchObject({ state: 'running', dueOn: '2025-04-07' });
  });

  it('ends open pauses when it is met', () => {
    const met = clock([started(), paused('a', '2025-03-10'), ended('met', '2025-03-12')]);
    expect(met).toMatchObject({ state: 'met', inTime: true, dueOn: '2025-04-02' });
  });

  it('extends from the origin, and takes an extension back without a trace', () => {
    const events = [started(), ...pause('a', '2025-03-10', '2025-03-12'), extended('x', 10, '2025-03-20')];
    expect(clock(events)).toMatchObject({ dueOn: '2025-04-17', extendedBy: 10 });
    const because = '误录';
    const cancelled: ClockEvent = { id: 'c', kind: 'cancelled', on: '2025-03-21', cancels: 'x', because };
    expect(clock([...events, cancelled])).toEqual(clock(events.slice(0, 3)));
    const noPause: ClockEvent = { id: 'c', kind: 'cancelled', on: '2025-03-21', cancels: 'a', because };
    expect(clock([...events, noPause])).toEqual(clock([started(), extended('x', 10)]));
  });

  it('counts calendar days and months too, and ends them on a working day on which it runs', () => {
    const ten: Period = { value: 10, unit: 'calendarDay' };
    // Ends on Thursday 13 March; with two days paused on Saturday 15, so on Monday.
    expect(clock([started()], ten).dueOn).toBe('2025-03-13');
    expect(clock([started(), ...pause('a', '2025-03-05', '2025-03-07')], ten).dueOn).toBe('2025-03-17');
    // It stands still on that Monday and Tuesday as well.
    const twice = [...pause('a', '2025-03-05', '2025-03-07'), ...pause('b', '2025-03-17', '2025-03-19')];
    expect(clock([started(), ...twice], ten).dueOn).toBe('2025-03-19');
    expect(clock([started(), ...pause('a', '2025-03-05', '2025-03-07')], { value: 6, unit: 'month' }).dueOn).toBe(
      '2025-09-05',
    );
  });

  it('waits to the end of a pause over the start, with a limit of 0 as well', () => {
    const zero: Period = { value: 0, unit: 'workingDay' };
    expect(clock([started()], zero).dueOn).toBe(start);
    expect(clock([started(), ...pause('a', start, '2025-03-05')], zero).dueOn).toBe('2025-03-05');
    expect(clock([started(), paused('a', start)], zero)).toMatchObject({ state: 'paused', remainingDays: 0 });
  });

  it('is provisional into an unpublished year, and another date once that is published', () => {
    const events = [started('2026-12-21')];
    expect(clock(events)).toMatchObject({ dueOn: '2027-01-19', provisional: true });
    const festivals = [{ name: '元旦', from: '2027-01-01', to: '2027-01-03', worked: ['2027-01-09'] }];
    const next = makeCalendar('next', [...publishedYears, { year: 2027, festivals }]);
    expect(projectClock({ limit: twenty, calendar: next, events })).toMatchObject({
      dueOn: '2027-01-18',
      provisional: false,
      calendarVersion: 'next',
    });
  });

  const fault = (events: ClockEvent[]): string => {
    try {
      clock(events);
      return 'none';
    } catch (error) {
      if (error instanceof ClockError) return error.fault;
      throw error;
    }
  };

  it('refuses a history that makes no sense', () => {
    expect(fault([started(), { ...started(), id: 'again' }])).toBe('startedTwice');
    expect(fault([started(), resumed('a', start)])).toBe('unknownEvent');
    expect(fault([started(), paused('a', '2025-03-10'), resumed('a', '2025-03-09')])).toBe('resumedBeforePause');
    expect(fault([...pause('a', start, start), { ...resumed('a', start), id: 'b' }])).toBe('resumedTwice');
    expect(fault([paused('a', '2025-03-10', '2025-03-09')])).toBe('plannedEndBeforePause');
    expect(fault([extended('x', -1)])).toBe('notDays');
    expect(fault([{ ...started(), recordedOn: '2025-03-04' }])).toBe('backDatedWithoutReason');
    expect(fault([{ ...started(), recordedOn: '2025-03-04', because: '窗口断网' }])).toBe('none');
    expect(fault([{ id: 'c', kind: 'cancelled', on: start, cancels: 'c', because: '误录' }])).toBe('unknownEvent');
  });
});

describe('why this date, for a clock', () => {
  it('has a line for each day that did not count, paused ones with reason and article', () => {
    const events = [started(), ...pause('a', '2025-03-10', '2025-03-12'), extended('x', 1)];
    const explained = explainClock({ limit: twenty, calendar, events })!;
    expect(explained.date).toBe('2025-04-03');
    expect(explained.days.filter(({ why }) => why === 'paused')).toEqual([
      { date: '2025-03-10', why: 'paused', name: '现场核查', provisional: false, ...article },
      { date: '2025-03-11', why: 'paused', name: '现场核查', provisional: false, ...article },
    ]);
    expect(explained.days.length).toBe(daysBetween(start, '2025-04-03') + 1 - 21);
  });

  it('explains the forecast while the clock stands still, and nothing where nothing is known', () => {
    const planned = [started(), paused('a', '2025-03-10', '2025-03-12')];
    expect(explainClock({ limit: twenty, calendar, events: planned })?.date).toBe('2025-04-02');
    expect(explainClock({ limit: twenty, calendar, events: [started(), paused('a', start)] })).toBeUndefined();
    expect(explainClock({ limit: twenty, calendar, events: [] })).toBeUndefined();
  });
});
