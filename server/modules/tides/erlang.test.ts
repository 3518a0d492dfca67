import { describe, expect, test } from 'vitest';
import { erlangB, erlangC, erlangWait, windowsFor } from './erlang.ts';

describe('Erlang', () => {
  // Traffic tables: 10 lines at 1 % carry 4.461 Erlang, 20 at 1 % 12.031, 5 at 5 % 2.218, 50 at 2 % 40.255.
  test.each([
    [10, 4.461, 0.01],
    [20, 12.031, 0.01],
    [5, 2.218, 0.05],
    [50, 40.255, 0.02],
  ])('blocks as the published table says: %i lines, %d Erlang', (lines, load, blocked) => {
    expect(erlangB(lines, load)).toBeCloseTo(blocked, 4);
  });

  test('one window is M/M/1: the share who wait is the load, the wait load / (1 - load) services', () => {
    expect(erlangC(1, 0.8)).toBeCloseTo(0.8, 12);
    expect(erlangWait(1, 4.8, 10)).toBeCloseTo(40, 9);
  });

  test('two windows: 2 load² / (1 + load) of those who come wait', () => {
    for (const use of [0.1, 0.5, 0.9]) expect(erlangC(2, 2 * use)).toBeCloseTo((2 * use * use) / (1 + use), 12);
  });

  test('fractions lie between whole numbers, and meet them', () => {
    for (const load of [0.7, 3, 8.3, 33]) {
      const whole = Math.ceil(load) + 1;
      const parts = [0, 0.25, 0.5, 0.75, 0.999_999].map((part) => erlangC(whole + part, load));
      expect(parts.toSorted((one, other) => other - one)).toEqual(parts);
      expect(parts[4]).toBeCloseTo(erlangC(whole + 1, load), 5);
    }
  });

  test('the windows that are enough, are just enough', () => {
    for (const perHour of [5, 57, 95]) {
      const windows = windowsFor(perHour, 9.7, 5.17);
      expect(erlangWait(windows, perHour, 9.7)).toBeCloseTo(5.17, 3);
    }
    expect(windowsFor(0, 9, 5)).toBe(0);
  });

  test('too much work is never done', () => {
    expect(erlangWait(5, 60, 5)).toBe(Infinity);
    expect(erlangC(4, 9)).toBe(1);
  });
});
