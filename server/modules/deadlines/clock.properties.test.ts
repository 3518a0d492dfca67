import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedCalendar as calendar } from './calendar.ts';
import type { ClockEvent } from './clock-events.ts';
import { explainClock, projectClock } from './clock.ts';
import { addDays, daysBetween } from './dates.ts';
import { type Period, dueOn } from './due.ts';

const article = { law: '行政许可法', article: '45' };
const started = (on: string): ClockEvent => ({ id: 'start', kind: 'started', on });
const paused = (id: string, on: string, plannedEnd: string): ClockEvent => ({
  id,
  kind: 'paused',
  on,
  reason: '现场核查',
  ...article,
  plannedEnd,
});
const pause = (id: string, from: string, to: string): ClockEvent[] => [
  paused(id, from, from),
  { id: `${id}-end`, kind: 'resumed', pause: id, on: to },
];
const extended = (id: string, days: number): ClockEvent => ({
  id,
  kind: 'extended',
  on: '2025-03-03',
  days,
  reason: '案情复杂',
  ...article,
  approvedBy: 'head',
});

describe('properties of every clock', () => {
  const from = fc.integer({ min: 0, max: 2_600 }).map((offset) => addDays('2018-01-01', offset));
  const limit: fc.Arbitrary<Period> = fc.oneof(
    fc.record({ value: fc.integer({ min: 0, max: 60 }), unit: fc.constantFrom('workingDay', 'calendarDay') }),
    fc.record({ value: fc.integer({ min: 0, max: 6 }), unit: fc.constant('month') }),
  );
  const span = fc.tuple(fc.integer({ min: -5, max: 80 }), fc.integer({ min: 0, max: 30 }));
  const spans = fc.array(span, { maxLength: 6 });
  const extra = fc.integer({ min: 0, max: 20 });
  const pausesOf = (begin: string, list: [number, number][]): ClockEvent[] =>
    list.flatMap(([offset, length], at) => pause(`p${at}`, addDays(begin, offset), addDays(begin, offset + length)));
  const due = (begin: string, period: Period, events: ClockEvent[]): string =>
    projectClock({ limit: period, calendar, events: [started(begin), ...events] }).dueOn!;

  it('without a pause ends where the limit ends', () => {
    fc.assert(
      fc.property(
        from,
        limit,
        (begin, period) => due(begin, period, []) === dueOn({ from: begin, limit: period, calendar }).date,
      ),
    );
  });

  it('one more pause, or a longer one, never brings the deadline nearer', () => {
    fc.assert(
      fc.property(from, limit, spans, span, fc.nat(10), (begin, period, list, [offset, length], longer) => {
        const without = due(begin, period, pausesOf(begin, list));
        const one = due(begin, period, pausesOf(begin, [...list, [offset, length]]));
        const more = due(begin, period, pausesOf(begin, [...list, [offset, length + longer]]));
        expect(without <= one && one <= more).toBe(true);
      }),
    );
  });

  it('no order of events and no repetition of them changes anything', () => {
    const shuffled = fc.tuple(from, limit, spans, extra).chain(([begin, period, list, days]) => {
      const events = [started(begin), ...pausesOf(begin, list), extended('x', days)];
      const order = fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 });
      return fc.tuple(fc.constant({ limit: period, calendar, events }), order);
    });
    fc.assert(
      fc.property(shuffled, ([input, order]) => {
        expect(projectClock({ ...input, events: order })).toEqual(projectClock(input));
        expect(projectClock(input)).toEqual(projectClock(input));
      }),
    );
  });

  it('a pause of a + b is the same as two in a row', () => {
    fc.assert(
      fc.property(from, limit, span, fc.nat(30), (begin, period, [offset, a], b) => {
        const whole = due(begin, period, pausesOf(begin, [[offset, a + b]]));
        expect(
          due(
            begin,
            period,
            pausesOf(begin, [
              [offset, a],
              [offset + a, b],
            ]),
          ),
        ).toBe(whole);
      }),
    );
  });

  it('overlapping pauses are their union', () => {
    fc.assert(
      fc.property(from, limit, span, fc.nat(30), fc.nat(30), (begin, period, [offset, a], within, b) => {
        const second = Math.min(within, a);
        const both = pausesOf(begin, [
          [offset, a],
          [offset + second, b],
        ]);
        expect(due(begin, period, both)).toBe(due(begin, period, pausesOf(begin, [[offset, Math.max(a, second + b)]])));
      }),
    );
  });

  it('extension then pause is pause then extension, and a cancelled extension leaves no trace', () => {
    fc.assert(
      fc.property(from, limit, spans, extra, (begin, period, list, days) => {
        const pauses = pausesOf(begin, list);
        const x = extended('x', days);
        const after = due(begin, period, [...pauses, x]);
        expect(due(begin, period, [x, ...pauses])).toBe(after);
        expect(after >= due(begin, period, pauses)).toBe(true);
        const cancelled: ClockEvent = { id: 'c', kind: 'cancelled', on: begin, cancels: 'x', because: '误录' };
        expect(due(begin, period, [...pauses, x, cancelled])).toBe(due(begin, period, pauses));
      }),
    );
  });

  it('moves the forecast by the plan as it moves the deadline by the real end', () => {
    fc.assert(
      fc.property(from, limit, span, extra, (begin, period, [offset, length], days) => {
        const [on, end] = [addDays(begin, offset), addDays(begin, offset + length)];
        const open = projectClock({
          limit: period,
          calendar,
          events: [started(begin), extended('x', days), paused('a', on, end)],
        });
        expect(open.forecastOn ?? open.dueOn).toBe(due(begin, period, [extended('x', days), ...pause('a', on, end)]));
      }),
    );
  });

  it('explains every day between start and deadline that did not count', () => {
    fc.assert(
      fc.property(from, spans, fc.integer({ min: 1, max: 40 }), (begin, list, value) => {
        const period: Period = { value, unit: 'workingDay' };
        const events = [started(begin), ...pausesOf(begin, list)];
        const { date, days } = explainClock({ limit: period, calendar, events })!;
        expect(date).toBe(due(begin, period, pausesOf(begin, list)));
        expect(days.length).toBe(daysBetween(begin, date) + 1 - value);
        expect(new Set(days.map((day) => day.date)).size).toBe(days.length);
      }),
    );
  });
});
