import { describe, expect, test } from 'vitest';
import { bestFactor, byPeople, errorOf, foretell, type OfficeHour } from './office-hours.ts';

const hours: OfficeHour[] = ['2016-03-01', '2016-03-02', '2016-03-03'].flatMap((day, d) =>
  [9, 10, 11, 12].map((hour, i) => ({
    day,
    hour,
    people: 5 + i,
    waited: 120 - 25 * i + 3 * d,
    estimated: 200 - 30 * i,
  })),
);

describe('hours of an office', () => {
  test('are foretold without a look at themselves or at later ones', () => {
    for (const strict of [true, false])
      for (const i of hours.keys()) {
        const changed = hours.map((one, k) => (k < i ? one : { ...one, waited: one.waited * 7 + 50 }));
        const inputs = { estimate: true, strict };
        expect(foretell([], changed, inputs).slice(0, i + 1)).toEqual(foretell([], hours, inputs).slice(0, i + 1));
      }
  });

  test('the best factor of an estimate is the best there is', () => {
    const factor = bestFactor(hours, byPeople);
    const error = (by: number) => errorOf(hours, hours.map(({ estimated }) => estimated * by), byPeople); // prettier-ignore
    for (const by of [0.3, 0.5, 0.55, 0.58, 0.6, 0.62, 0.65, 0.9]) expect(error(factor)).toBeLessThanOrEqual(error(by));
  });
});
