import { expect, it } from 'vitest';
import { backTo } from './back-to.ts';

it('the way back from a round leads to the rounds of its hall', () => {
  expect(backTo('/hall/rounds', 'town', 'Patrols')).toEqual({ to: '/hall/rounds?hall=town', say: 'Patrols' });
});
