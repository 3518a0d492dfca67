import { describe, expect, test } from 'vitest';
import { measuresOf, type Person } from '#modules/hall';
import { runPlan } from './arms.ts';
import { leastWait } from './bound.ts';
import { daysOf, shapes } from './days.ts';

const { model } = daysOf(shapes[0]!, 1);
const person = (at: number, workMinutes: number): Person => ({
  id: String(at),
  at,
  errandId: 'A1',
  priority: null,
  slotAt: null,
  workMinutes,
  comingMinutes: 0,
  backAfter: [],
  givesUp: false,
  patience: Infinity,
});
const oneWindow = { ...model, windows: model.windows.slice(0, 1) };

describe('the least wait', () => {
  test('is what one window needs for the shortest first', () => {
    const people = [person(600, 12), person(600, 4), person(600, 8)];
    // 4 begins at once, 8 after 4, 12 after 12.
    expect(leastWait(oneWindow, { weekday: 0, people })).toBeCloseTo((0 + 4 + 12) / 3, 9);
  });

  test('is nothing where nobody meets anybody', () => {
    const people = [person(600, 10), person(640, 10), person(700, 10)];
    expect(leastWait(oneWindow, { weekday: 0, people })).toBeCloseTo(0, 9);
    expect(leastWait(model, { weekday: 0, people: people.slice(0, 1) })).toBe(0);
  });

  test('is below what every window open and lent waits, and much on a day with more work than windows', () => {
    const all = model.day.errands.map(({ id }) => id);
    const wide = { ...model, windows: model.windows.map((window) => ({ ...window, errandIds: all })) };
    const every = model.windows.map(({ id }) => ({ windowId: id, from: model.day.opens, to: model.day.closes }));
    const leasts = [1_900, 3_600].map((perDay) => {
      const day = daysOf({ ...shapes[1]!, perDay }, 3).week[0]!;
      const { outcomes, spans } = runPlan(wide, day, every);
      const least = leastWait(model, day);
      expect(least).toBeLessThanOrEqual(measuresOf(outcomes, spans).meanWait);
      return least;
    });
    expect(leasts[1]).toBeGreaterThan(5.17);
  });
});
