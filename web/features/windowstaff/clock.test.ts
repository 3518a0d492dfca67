/** The clock of the district. */
import { expect, it } from 'vitest';
import { dayOf, instantOf, timeOf } from './clock.ts';

it('has the day of the district, which before eight in the morning is not that of the instant', () => {
  expect(dayOf('2026-06-09T23:30:00.000Z')).toBe('2026-06-10');
  expect(dayOf('2026-06-10T15:59:59.999Z')).toBe('2026-06-10');
  expect(dayOf('2026-06-10T16:00:00.000Z')).toBe('2026-06-11');
});

it('leads there and back', () => {
  for (const at of ['2026-06-09T23:30:00.000Z', '2026-06-10T16:00:00.000Z', '2025-12-31T15:59:00.000Z'])
    expect(instantOf(dayOf(at), timeOf(at))).toBe(at);
});
