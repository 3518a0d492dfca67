import { describe, expect, test } from 'vitest';
import { measuresOf, type PlannedSpan } from '#modules/hall';
import { usualRule, usualTerms } from '#modules/tides';
import { runPlan, runRule, runTides } from './arms.ts';
import { leastHours } from './bound.ts';
import { daysOf, shapes } from './days.ts';
import { knownFrom, rounded, spansOf, zonesOf } from './plan.ts';
import { searched } from './search.ts';
import { countedOf, runWatch } from './watched.ts';

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

  test('the watch neither knows who comes later nor asks for more than the house wants', () => {
    const work = countedOf(days, () => planFor(5))(day.weekday);
    const run = (people: typeof day.people, dailyMost = 40) =>
      runWatch(days.model, { ...day, people }, planFor(5), known, work, { ...usualRule, dailyMost, fewer: 2 });
    const [noon, whole] = [720, run(day.people)];
    const before = whole.asked.filter(({ at }) => at <= noon);
    expect(before.some(({ zone }) => zone !== null) && before.some(({ zone }) => zone === null)).toBe(true);
    expect(run(day.people.filter(({ at }) => at < noon)).asked.filter(({ at }) => at <= noon)).toEqual(before);
    expect(run(day.people, 3).asked).toEqual(whole.asked.slice(0, 3));
    const unheard = runWatch(days.model, day, planFor(5), known, work, { ...usualRule, fewer: 2 }, () => false);
    const alone = runPlan(days.model, day, planFor(5));
    // Nobody answers: the day goes as it was planned, and the watch leaves a zone in peace for 35 minutes each time.
    expect(unheard.outcomes).toEqual(alone.outcomes);
    expect(unheard.asked.length).toBeGreaterThan(0);
    expect(unheard.asked.length).toBeLessThanOrEqual((4 * (days.model.day.closes - days.model.day.opens)) / 35 + 4);
    expect(whole.outcomes.filter(({ became }) => became === 'lapsed')).toEqual([]);
    expect(measuresOf(whole.outcomes, whole.spans).staffHours).toBeGreaterThanOrEqual(
      leastHours(days.model, day, usualTerms.shortest),
    );
  });

  test('ours opens windows for an hour at least', () => {
    const { spans } = runTides(days.model, day, planFor(40), known, { ...usualTerms, futures: 2 }, 3);
    const early = spans.filter(({ to }) => to < days.model.day.closes - 0.01);
    expect(Math.min(...early.map(({ from, to }) => to - from))).toBeGreaterThanOrEqual(60 - 1e-9);
  });

  test('ours knows nothing of those who have not come yet', () => {
    const noon = 720;
    const later = day.people.map((person) => (person.at < noon ? person : { ...person, workMinutes: 90 }));
    const asked = (people: typeof day.people) =>
      runTides(days.model, { ...day, people }, planFor(40), known, { ...usualTerms, futures: 2 }, 3).asked.filter(
        ({ at }) => at <= noon,
      );
    const before = asked(day.people);
    expect(before.length).toBeGreaterThan(0);
    expect(asked(later)).toEqual(before);
    expect(asked(day.people.filter(({ at }) => at < noon))).toEqual(before);
  });

  test('only a general window serves another zone: from five minutes after the asking, and for an hour at least', () => {
    const { outcomes, spans, asked } = runTides(days.model, day, planFor(40), known, { ...usualTerms, futures: 2 }, 3);
    const lent = asked.filter(({ zone }) => zone !== null);
    expect(lent.length).toBeGreaterThan(0);
    for (const { at, from, windowId } of lent) {
      expect(days.model.windows.find(({ id }) => id === windowId)!.errandIds).toHaveLength(3);
      expect(from).toBe(at + 5);
      expect(spans.some((span) => span.windowId === windowId && span.from <= from && span.to >= from + 60)).toBe(true);
    }
    const guests = outcomes.filter(({ windowId, errandId }) => windowId && windowId[0] !== errandId[0]);
    expect(guests.length).toBeGreaterThan(0);
    for (const { windowId, errandId, calledAt } of guests)
      expect(
        lent.some((one) => one.windowId === windowId && one.zone === errandId[0] && one.from <= calledAt!),
        `${errandId} at ${windowId}`,
      ).toBe(true);
  });

  test('a search that knows everything finds a day above the bound that waits no longer than it may', () => {
    const found = searched(days.model, day, planFor(5), 12, 150, 1);
    expect(found!.wait).toBeLessThanOrEqual(12);
    expect(found!.hours).toBeGreaterThanOrEqual(leastHours(days.model, day, usualTerms.shortest));
    expect(searched(days.model, day, planFor(5), -1, 5, 1)).toBeNull();
  });
});
