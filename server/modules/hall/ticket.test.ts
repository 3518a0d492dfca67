import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  after,
  isAtWindow,
  isEnded,
  numberOf,
  ticketActs,
  ticketStates,
  type TicketAct,
  type TicketState,
} from './ticket.ts';

type Act = Exclude<TicketAct, 'take'>;
const acts = ticketActs.filter((act): act is Act => act !== 'take');

test('whatever is done, what has ended stays ended', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 40 }), (all) => {
      let state: TicketState = 'waiting';
      for (const act of all) {
        const next = after(state, act);
        if (isEnded(state)) expect(next).toBeUndefined();
        state = next ?? state;
      }
    }),
  );
});

test('from every state that has not ended there is an end, and midnight is one', () => {
  for (const state of ticketStates.filter((one) => !isEnded(one))) {
    expect(isEnded(after(state, 'lapse')!), state).toBe(true);
  }
});

test('nobody who is being served is taken away from the window by others', () => {
  for (const act of ['call', 'miss', 'release', 'cancel'] as const) expect(after('serving', act)).toBeUndefined();
});

test('who missed the call has a way back', () => {
  expect(after('missed', 'rejoin')).toBe('waiting');
  expect(after('missed', 'call')).toBe('called');
});

test('three states occupy a window', () => {
  expect(ticketStates.filter(isAtWindow)).toEqual(['called', 'coming', 'serving']);
});

test('numbers have three digits, and more when they need them', () => {
  expect([numberOf('A', 7), numberOf('B2', 999), numberOf('A', 1000)]).toEqual(['A007', 'B2999', 'A1000']);
});
