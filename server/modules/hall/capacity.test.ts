import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { hasRoom, roughWait, workBefore, type Able } from './capacity.ts';

const open = (...errandIds: string[]): Able => ({ errandIds, open: true });
const shut = (...errandIds: string[]): Able => ({ errandIds, open: false });

describe('the work before somebody', () => {
  test('is what waits for the same windows', () => {
    const windows = [open('a'), open('a', 'b'), open('c')];
    const loads = new Map([
      ['a', 40],
      ['b', 10],
      ['c', 500],
    ]);
    expect(workBefore('a', windows, loads)).toBe(50);
    // Half of what waits for `a` goes to the other window.
    expect(workBefore('b', windows, loads)).toBe(30);
    expect([roughWait('a', windows, loads), roughWait('b', windows, loads)]).toEqual([25, 30]);
  });

  test('has no wait while no window is open', () => {
    expect(roughWait('a', [shut('a')], new Map([['a', 10]]))).toBeNull();
  });
});

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
