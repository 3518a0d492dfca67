/** Every row of a long list comes to be seen on a wall, whole, once in a turn, whatever the heights. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pagesOf } from './pages.ts';

test('each row stands on one page, whole, and no page is higher than the room has it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 20, max: 90 })), fc.integer({ min: 120, max: 1000 }), (rows, room) => {
      const pages = pagesOf(rows, room);
      expect(pages.length).toBeGreaterThan(0);
      let top = 0;
      for (const row of rows) {
        const on = pages.filter(({ from, height }) => top >= from && top + row <= from + height);
        expect(on).toHaveLength(1);
        top += row;
      }
      for (const { height } of pages) expect(height).toBeLessThanOrEqual(pages.length === 1 ? room + 1 : room - 28);
    }),
  );
});

test('what fits is one page, also when it fits to the pixel', () => {
  expect(pagesOf([100, 100], 200)).toEqual([{ from: 0, height: 200 }]);
  expect(pagesOf([100, 100, 40], 200)).toEqual([
    { from: 0, height: 100 },
    { from: 100, height: 140 },
  ]);
  expect(pagesOf([], 0)).toEqual([{ from: 0, height: 0 }]);
});
