import { expect, it } from 'vitest';
import type { Nearby, WaitRange } from '#modules/hall/contract';
import { asksElsewhere, worthGoing } from './elsewhere.ts';

const wait = (likely: number): WaitRange => ({ low: likely - 1, likely, high: likely + 2, rough: false });
const town = (likely: number | null): Nearby => ({
  outletId: String(likely),
  name: '镇便民服务中心',
  nameEn: '',
  address: '',
  distance: 2_000,
  errandId: '1',
  waiting: 0,
  windows: 1,
  wait: likely === null ? null : wait(likely),
});

it('asks about other outlets when no ticket can be had, or the wait is long; not when the hall is closed', () => {
  expect(asksElsewhere({ takes: 'full', wait: wait(3) })).toBe(true);
  expect(asksElsewhere({ takes: 'yes', wait: wait(10) })).toBe(true);
  expect(asksElsewhere({ takes: 'yes', wait: wait(9) })).toBe(false);
  expect(asksElsewhere({ takes: 'yes', wait: null })).toBe(false);
  expect(asksElsewhere({ takes: 'closed', wait: wait(30) })).toBe(false);
});

it('sends nobody away for a few minutes, and all where nothing is left here', () => {
  const others = [town(3), town(12), town(null)];
  expect(worthGoing({ takes: 'yes', wait: wait(14) }, others).map(({ outletId }) => outletId)).toEqual(['3']);
  expect(worthGoing({ takes: 'full', wait: wait(14) }, others).map(({ outletId }) => outletId)).toEqual(['3', '12']);
});
