import { expect, it } from 'vitest';
import { daysOf, mostDays } from './days.ts';

it('days are those from the first to the last, with or without weekends', () => {
  expect(daysOf({ from: '2026-06-12', to: '2026-06-15', noWeekend: false })).toHaveLength(4);
  expect(daysOf({ from: '2026-06-12', to: '2026-06-15', noWeekend: true })).toEqual(['2026-06-12', '2026-06-15']);
  expect(daysOf({ from: '2026-06-15', to: '2026-06-12', noWeekend: false })).toEqual([]);
});

it('a span of more days than are planned at once does not look like one of just as many', () => {
  expect(daysOf({ from: '2026-07-01', to: '2026-07-31', noWeekend: false })).toHaveLength(mostDays);
  for (const to of ['2026-08-01', '2026-09-30', '9999-12-31'])
    expect(daysOf({ from: '2026-07-01', to, noWeekend: false }).length).toBeGreaterThan(mostDays);
});
