import { describe, expect, it } from 'vitest';
import { monthEnd, periodOf } from './period.ts';

describe('the days that the list of requests is about', () => {
  it('what is asked for on 28 January for Saturday 1 February is among what waits to be decided', () => {
    expect(periodOf({}, '2025-01-28')).toEqual({ from: '2025-01-01', to: undefined });
    expect(periodOf({ from: '2025-01-20' }, '2025-01-28')).toEqual({ from: '2025-01-20', to: undefined });
  });

  it('a month that is over ends with itself, and what is chosen is what counts', () => {
    expect(periodOf({ from: '2024-12-01' }, '2025-01-28')).toEqual({ from: '2024-12-01', to: '2024-12-31' });
    expect(periodOf({ to: '2025-01-31' }, '2025-01-28')).toEqual({ from: '2025-01-01', to: '2025-01-31' });
    expect(monthEnd('2028-02-03')).toBe('2028-02-29');
  });
});
