import { describe, expect, test } from 'vitest';
import { erlangWait, windowsFor } from '../erlang.ts';
import { bySameHours } from './same-hours.ts';
import { staffingOf } from './staffing.ts';

const days = 4;
const isOpen = (): boolean => true;
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

describe('days with other hours', () => {
  const spans = (closes: string) => [{ opens: '09:00', closes }];

  test('are apart, each with its own; closed ones are left out, and without hours all counts', () => {
    const groups = bySameHours(['d1', 'd2', 'd3', 'd4'], (day) => (day === 'd2' ? spans('12:00') : day === 'd4' ? [] : spans('17:00'))); // prettier-ignore
    expect(groups.map((group) => group.days)).toEqual([['d1', 'd3'], ['d2']]);
    const open = (part: number) => groups.map((group) => group.isOpen(part));
    expect([open(35), open(36), open(47), open(48), open(68)]).toEqual([[false, false], [true, true], [true, true], [true, false], [false, false]]); // prettier-ignore
    const [all] = bySameHours(['d1', 'd2'], () => null);
    expect([all!.days, all!.isOpen(0)]).toEqual([['d1', 'd2'], true]);
  });

  test('do not thin out the hours that they did not have', () => {
    const long = { days, isOpen, work: hour('a', 30, 10, 15), windows: staff('A', 10) };
    const alone = staffingOf([long], zoneOf, 5).lines;
    const early = { days: 1, isOpen: (part: number) => part < 40, work: hour('a', 99, 10, 15), windows: [] };
    expect(staffingOf([long, early], zoneOf, 5).lines).toEqual(alone);
  });
});

describe('staffing', () => {
  test('proposes windows where people wait longer than the aim, and never fewer there, however idle the others are', () => {
    // Ten windows at half use, and a quarter of an hour's wait: half of them cannot do what people come for.
    const { lines, zones } = staffingOf(
      [{ days, isOpen, work: hour('a', 30, 10, 15), windows: staff('A', 10) }],
      zoneOf,
      5,
    );
    expect(lines).toMatchObject([{ zone: 'A', hour: 10, people: 30, minutes: 10, load: 5, windows: 10, wait: 15 }]);
    expect(lines[0]!.counts).toBeCloseTo(windowsFor(30, 10, 15), 5);
    expect(lines[0]!.change).toBeGreaterThanOrEqual(0);
    expect(zones.find(({ zone }) => zone === 'A')!.fewer).toBe(0);
  });

  test('proposes fewer where nobody waits, and says what that costs', () => {
    const { lines, zones } = staffingOf(
      [{ days, isOpen, work: hour('b', 12, 10, 0), windows: staff('B', 8) }],
      zoneOf,
      5,
    );
    const [line] = lines;
    expect(line!.change).toBeLessThan(0);
    expect(line!.waitThen).toBeLessThanOrEqual(5);
    expect(zones.find(({ zone }) => zone === 'B')).toMatchObject({ more: 0, fewer: -line!.change });
    expect(zones.find(({ zone }) => zone === 'B')!.costs).toBeGreaterThan(0);
  });

  test('with the change people wait no longer than is aimed at, by the same formula', () => {
    for (const [perHour, wait] of [[20, 12], [40, 30], [60, 8], [90, 25]] as const) {
      const { lines } = staffingOf([{ days, isOpen, work: hour('a', perHour, 9, wait), windows: staff('A', 30) }], zoneOf, 5);
      const { counts, change, waitThen } = lines[0]!;
      // Whole windows only: up to one less than would be needed.
      expect(erlangWait(counts + change + 1, perHour, 9)).toBeLessThanOrEqual(5.01);
      expect(waitThen!).toBeLessThanOrEqual(wait + 0.01);
    }
  }); // prettier-ignore

  test('has the work of each errand, the largest first, and nothing without days', () => {
    const sums = { days, isOpen, work: [...hour('a', 12, 5, 1), ...hour('b', 12, 20, 3)], windows: [] };
    const { errands } = staffingOf([sums], zoneOf, 5);
    expect(errands.map(({ errandId, people, hours }) => [errandId, people, hours])).toEqual([['b', 12, 4], ['a', 12, 1]]); // prettier-ignore
    expect(staffingOf([], zoneOf, 5)).toEqual({ lines: [], errands: [], zones: [] });
  });
});
