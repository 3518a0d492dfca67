import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasRoom, type Able } from './capacity.ts';

const open = (...errandIds: string[]): Able => ({ errandIds, open: true });
const shut = (...errandIds: string[]): Able => ({ errandIds, open: false });

describe('the cut-off of the day', () => {
  test('comes when the rest of the day is full', () => {
    const windows = [open('a'), open('a')];
    const room = (load: number, left: number | null) => hasRoom('a', windows, new Map([['a', load]]), 10, left);
    expect([room(50, 30), room(51, 30), room(51, null), room(0, 0)]).toEqual([true, false, true, false]);
  });

  test('counts on the windows of the errand before any is open, and knows when there is none', () => {
    expect(hasRoom('a', [shut('a')], new Map(), 10, 60)).toBe(true);
    expect(hasRoom('a', [shut('b')], new Map(), 10, 60)).toBe(false);
  });

  it('never comes back while more people wait', () => {
    const window = fc.record({ errandIds: fc.subarray(['a', 'b', 'c']), open: fc.boolean() });
    const load = fc.nat(300);
    fc.assert(
      fc.property(fc.array(window, { maxLength: 8 }), load, load, load, fc.nat(480), (windows, a, more, b, left) => {
        const room = (mine: number) => hasRoom('a', windows, new Map([['a', mine], ['b', b]]), 8, left); // prettier-ignore
        if (room(a + more)) expect(room(a)).toBe(true);
      }),
    );
  });
});
