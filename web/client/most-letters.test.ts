import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { closed, contract } from '#platform/contract';
import { mostLetters } from './most-letters.ts';

const things = contract({
  act: {
    method: 'POST',
    path: '/things',
    summary: 'Act',
    body: closed({ reason: Type.String({ maxLength: 300 }), text: Type.Optional(Type.String({ maxLength: 500 })), free: Type.String() }), // prettier-ignore
  },
});

it('a field takes as many letters as the contract says, needed or not', () => {
  expect(mostLetters(things.act, 'reason')).toBe(300);
  expect(mostLetters(things.act, 'text')).toBe(500);
  expect(() => mostLetters(things.act, 'free')).toThrow(/free/);
});
