import { expect, test } from 'vitest';
import { doubles, overtakings, type Call } from './check.ts';

const tickets = new Map(
  [
    ['a', 1],
    ['b', 2],
    ['c', 3],
  ].map(([id, rank]) => [
    id as string,
    { id: id as string, errandId: id === 'b' ? 'other' : 'one', rank: rank as number },
  ]),
);
const duties = new Map([
  ['all', new Set(['one', 'other'])],
  ['one', new Set(['one'])],
]);
const call = (ticketId: string, began: number, ended: number, duty = 'all'): Call => ({ ticketId, began, ended, duty });
const found = (...calls: Call[]): number => overtakings(calls, tickets, duties);

test('finds who was passed over', () => {
  expect(found(call('a', 0, 1), call('b', 2, 3), call('c', 4, 5))).toBe(0);
  expect(found(call('c', 0, 1), call('a', 2, 3), call('b', 4, 5))).toBe(2);
});

test('lets calls that overlap alone, and windows that could not have called', () => {
  expect(found(call('c', 0, 3), call('a', 2, 4))).toBe(0);
  expect(found(call('c', 0, 1, 'one'), call('b', 2, 3))).toBe(0);
  expect(found(call('c', 0, 1, 'one'), call('a', 2, 3))).toBe(1);
});

test('finds a ticket that was given twice', () => {
  expect(doubles([call('a', 0, 1), call('b', 0, 1), call('a', 2, 3)])).toBe(1);
});
