import { expect, it } from 'vitest';
import { askingAgain } from './again.ts';

it('another time is asked for at the hall of the request, or with the ticket it was asked for with', () => {
  expect(askingAgain('town', undefined)).toEqual({ to: '/after-hours', search: { hall: 'town' } });
  expect(askingAgain('town', 'abc')).toEqual({ to: '/after-hours', search: { ticket: 'abc' } });
});
