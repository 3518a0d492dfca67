/** Which hall a page of window staff is about. */
import { expect, it } from 'vitest';
import { hallOf } from './choose-hall.ts';

const places = [
  { outletId: 'district', windows: 0 },
  { outletId: 'town', windows: 9 },
  { outletId: 'bank', windows: 2 },
];
const office = { outletId: null };

it('is the one that was chosen, before that of a post', () =>
  expect(hallOf(places, 'bank', [{ outletId: 'town' }])?.outletId).toBe('bank'));

it('is that of a post of one’s own', () =>
  expect(hallOf(places, 'gone', [office, { outletId: 'town' }])?.outletId).toBe('town'));

it('is the first one, however many windows are open in the others now', () => {
  expect(hallOf(places, undefined, [office])?.outletId).toBe('district');
  const later = places.map((one) => ({ ...one, windows: 9 - one.windows }));
  expect(hallOf(later, undefined, [{ outletId: 'elsewhere' }])?.outletId).toBe('district');
  expect(hallOf([], undefined, [])).toBeUndefined();
});
