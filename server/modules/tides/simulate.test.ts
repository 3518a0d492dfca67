import { describe, expect, test } from 'vitest';
import { allDay, usualHall } from '#modules/hall';
import { hoursOf, simulate } from './simulate.ts';

const model = usualHall();
const terms = { days: 3, seed: 5, aim: 5.17 };

describe('days of a hall acted out', () => {
  test('the same seed gives the same days, another one others', () => {
    const found = simulate(model, allDay(model), terms);
    expect(simulate(model, allDay(model), terms)).toEqual(found);
    expect(simulate(model, allDay(model), { ...terms, seed: 6 }).measures).not.toEqual(found.measures);
  });

  test('everybody is in one line of the staffing, and staff hours are those of the windows', () => {
    const { measures, staffing, use } = simulate(model, allDay(model), terms);
    expect(staffing.reduce((sum, { people }) => sum + people, 0)).toBeCloseTo(measures.people / 3, 6);
    expect(use).toBeGreaterThan(0.5);
    expect(use).toBeLessThan(0.9);
    expect(staffing.filter(({ from }) => from === 510).map(({ windows }) => windows)).toEqual([14, 13, 13, 14]);
  });

  test('proposes fewer people at noon and more where the work is more than the windows', () => {
    const noon = simulate(model, allDay(model), terms).staffing.filter(({ from }) => from === 720);
    for (const { change } of noon) expect(change).toBeLessThan(0);
    const few = new Set(model.windows.filter(({ id }) => Number(id.slice(-2)) <= 6).map(({ id }) => id));
    const lean = simulate(model, allDay(model).filter(({ windowId }) => few.has(windowId)), terms); // prettier-ignore
    for (const { change } of lean.staffing.filter(({ from }) => from === 600)) expect(change).toBeGreaterThan(0);
  });

  test('hours are cut off at opening and closing', () => {
    expect(hoursOf({ opens: 510, closes: 610 })).toEqual([
      { from: 510, to: 540 },
      { from: 540, to: 600 },
      { from: 600, to: 610 },
    ]);
    expect(hoursOf({ opens: 600, closes: 600 })).toEqual([]);
  });
});
