import { describe, expect, test } from 'vitest';
import { readShapes } from './days.ts';
import { atEveryPrice, pointAt, sweep, type Rung } from './figures.ts';

describe('figures of the bench of tides', () => {
  test('what lies between two points of a sweep lies on the line', () => {
    const points = [
      { hours: 10, wait: 8, p95: 30, alarms: 0 },
      { hours: 20, wait: 4, p95: 10, alarms: 10 },
    ];
    expect(pointAt({ hours: 15 }, points)).toEqual({ hours: 15, wait: 6, p95: 20, alarms: 5 });
    expect(pointAt({ hours: 9 }, points)).toBeNull();
    expect(pointAt({ hours: 30 }, points)?.wait).toBe(4);
    expect(pointAt({ wait: 5 }, points)?.hours).toBe(17.5);
    expect(pointAt({ wait: 3 }, points)).toBeNull();
    expect(pointAt({ wait: 9 }, points)?.hours).toBe(10);
  });

  test('a sweep goes on until what is wanted lies between two prices, and ends where prices do', () => {
    const tried: number[] = [];
    const run = ({ price }: Rung) => {
      tried.push(price);
      return { hours: 100 - Math.min(price, 50), wait: Math.min(price, 50), p95: 0, alarms: 0 };
    };
    const rungs = atEveryPrice(5);
    expect(sweep({ wait: 5 }, rungs, 6, run)).toHaveLength(3);
    expect(tried.splice(0)).toEqual([16, 8, 4]);
    sweep({ hours: 90 }, rungs, 3, run);
    expect(tried.splice(0)).toEqual([2, 4, 8, 16]);
    sweep({ wait: 0 }, rungs, 2, run);
    expect(tried.splice(0)).toEqual([1, 0.5, 0.25]);
    sweep({ hours: 1 }, rungs, 6, run);
    expect(tried).toEqual([16, 32, Infinity]);
  });

  test('a shape that is not whole is refused by its place', () => {
    expect(() => readShapes('[{"name":"x"}]')).toThrow('Shape 1 lacks');
  });
});
