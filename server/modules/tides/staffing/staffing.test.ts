import { describe, expect, test } from 'vitest';
import { erlangWait, windowsFor } from '../erlang.ts';
import { staffingOf } from './staffing.ts';

const days = 4;
const zoneOf = new Map([
  ['a', 'A'],
  ['b', 'B'],
]);
/** In each quarter of an hour of ten to eleven so many came an hour, each kept a window so long and waited so long. */
const hour = (errandId: string, perHour: number, minutes: number, wait: number) =>
  [40, 41, 42, 43].map((part) => {
    const came = (perHour / 4) * days;
    return { part, errandId, came, called: came, waitedSeconds: came * wait * 60, served: came, keptSeconds: came * minutes * 60 }; // prettier-ignore
  });
const staff = (zone: string, windows: number) =>
  [40, 41, 42, 43].map((part) => ({ part, zone, staffedSeconds: windows * 900 * days, busySeconds: 0 }));

describe('staffing', () => {
  test('proposes windows where people wait longer than the aim, and never fewer there, however idle the others are', () => {
    // Ten windows at half use, and a quarter of an hour's wait: half of them cannot do what people come for.
    const { lines, zones } = staffingOf({ days, work: hour('a', 30, 10, 15), windows: staff('A', 10) }, zoneOf, 5);
    expect(lines).toMatchObject([{ zone: 'A', hour: 10, people: 30, minutes: 10, load: 5, windows: 10, wait: 15 }]);
    expect(lines[0]!.counts).toBeCloseTo(windowsFor(30, 10, 15), 5);
    expect(lines[0]!.change).toBeGreaterThanOrEqual(0);
    expect(zones.find(({ zone }) => zone === 'A')!.fewer).toBe(0);
  });

  test('proposes fewer where nobody waits, and says what that costs', () => {
    const { lines, zones } = staffingOf({ days, work: hour('b', 12, 10, 0), windows: staff('B', 8) }, zoneOf, 5);
    const [line] = lines;
    expect(line!.change).toBeLessThan(0);
    expect(line!.waitThen).toBeLessThanOrEqual(5);
    expect(zones.find(({ zone }) => zone === 'B')).toMatchObject({ more: 0, fewer: -line!.change });
    expect(zones.find(({ zone }) => zone === 'B')!.costs).toBeGreaterThan(0);
  });

  test('with the change people wait no longer than is aimed at, by the same formula', () => {
    for (const [perHour, wait] of [[20, 12], [40, 30], [60, 8], [90, 25]] as const) {
      const { lines } = staffingOf({ days, work: hour('a', perHour, 9, wait), windows: staff('A', 30) }, zoneOf, 5);
      const { counts, change, waitThen } = lines[0]!;
      // Whole windows only: up to one less than would be needed.
      expect(erlangWait(counts + change + 1, perHour, 9)).toBeLessThanOrEqual(5.01);
      expect(waitThen!).toBeLessThanOrEqual(wait + 0.01);
    }
  }); // prettier-ignore

  test('has the work of each errand, the largest first, and nothing without days', () => {
    const sums = { days, work: [...hour('a', 12, 5, 1), ...hour('b', 12, 20, 3)], windows: [] };
    const { errands } = staffingOf(sums, zoneOf, 5);
    expect(errands.map(({ errandId, people, hours }) => [errandId, people, hours])).toEqual([['b', 12, 4], ['a', 12, 1]]); // prettier-ignore
    expect(staffingOf({ days: 0, work: [], windows: [] }, zoneOf, 5)).toEqual({ lines: [], errands: [], zones: [] });
  });
});
