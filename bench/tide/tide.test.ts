import { describe, expect, test } from 'vitest';
import { measuresOf, type PlannedSpan } from '#modules/hall';
import { usualTerms } from '#modules/tides';
import { runPlan, runRule, runTides } from './arms.ts';
import { leastHours } from './bound.ts';
import { daysOf, readShapes, shapes } from './days.ts';
import { hoursAt, waitAt } from './figures.ts';
import { knownFrom, rounded, spansOf, zonesOf } from './plan.ts';

const small = { ...shapes[2]!, perDay: 1_500 };
const days = daysOf(small, 7);
const known = knownFrom(days);
const day = days.week[0]!;
const planFor = (minutes: number): PlannedSpan[] =>
  zonesOf(days.model).flatMap((zone) =>
    spansOf(days.model, zone, rounded(days.model, zone, known.erlang(day.weekday, zone, minutes))),
  );

describe('the bench of tides', () => {
  test('no way of running the hall needs less than the bound, and everybody is called in the end', () => {
    const least = leastHours(days.model, day, usualTerms.shortest);
    const results = [2, 40, 1_000].flatMap((minutes) => [
      runPlan(days.model, day, planFor(minutes)),
      runRule(days.model, day, planFor(minutes), () => 1),
      runTides(days.model, day, planFor(minutes), known, { ...usualTerms, price: 20, futures: 2 }, 1),
    ]);
    for (const { outcomes, spans } of results) {
      expect(measuresOf(outcomes, spans).staffHours).toBeGreaterThanOrEqual(least);
      expect(outcomes.filter(({ became }) => became === 'lapsed')).toEqual([]);
    }
  });

  test('the same seed gives the same day under the same rule', () => {
    const run = () => runTides(days.model, day, planFor(40), known, { ...usualTerms, futures: 2 }, 3);
    expect(run().outcomes).toEqual(run().outcomes);
  });

  test('ours opens windows for an hour at least', () => {
    const { spans } = runTides(days.model, day, planFor(40), known, { ...usualTerms, futures: 2 }, 3);
    const early = spans.filter(({ to }) => to < days.model.day.closes - 0.01);
    expect(Math.min(...early.map(({ from, to }) => to - from))).toBeGreaterThanOrEqual(60 - 1e-9);
  });

  test('what lies between two points of a sweep lies on the line', () => {
    const sweep = [
      { hours: 10, wait: 8 },
      { hours: 20, wait: 4 },
    ];
    expect(waitAt(15, sweep)).toBe(6);
    expect(waitAt(9, sweep)).toBeNull();
    expect(waitAt(30, sweep)).toBe(4);
    expect(hoursAt(5, sweep)).toBe(17.5);
    expect(hoursAt(3, sweep)).toBeNull();
  });

  test('a shape that is not whole is refused by its place', () => {
    expect(() => readShapes('[{"name":"x"}]')).toThrow('Shape 1 lacks');
  });
});
