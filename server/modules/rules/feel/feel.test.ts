import { describe, expect, it } from 'vitest';
import { outermost } from './builtins/all.ts';
import { sayValue } from './builtins/contexts.ts';
import { decimal } from './decimal.ts';
import { cellHolds, evaluate } from './evaluate.ts';
import { parseExpression, parseUnaryTests } from './parse.ts';
import { FeelFault } from './scanner.ts';
import { scopeOf } from './scope.ts';
import { any } from './types.ts';
import type { Value } from './values.ts';

const noon = new Date('2026-06-10T04:00:00Z');
const plain = outermost(() => any, noon);
const say = (text: string, values: Record<string, Value> = {}): string =>
  sayValue(evaluate(parseExpression(text, { names: Object.keys(values) }), scopeOf(new Map(Object.entries(values)), plain)), true); // prettier-ignore
const holds = (cell: string, value: Value): boolean => cellHolds(value, parseUnaryTests(cell), plain);

describe('numbers', () => {
  it('are decimal: amounts in fen come out to the last one', () => {
    expect(say('0.1 + 0.2 = 0.3')).toBe('true');
    expect(say('sum([1999, 1, 0.05])')).toBe('2000.05');
    expect(say('12345678901234567890 * 3')).toBe('37037036703703703670');
    expect(say('1 / 0')).toBe('null');
    expect(say('round half up(2.5, 0)')).toBe('3');
  });
});

describe('names', () => {
  it('may hold spaces and operators', () => {
    expect(say('monthly income * 12', { 'monthly income': decimal(100) })).toBe('1200');
    expect(say('pre-tax - tax', { 'pre-tax': decimal(9), tax: decimal(2) })).toBe('7');
    expect(say('面积 >= 60', { 面积: decimal(80) })).toBe('true');
    expect(say('date and time("2026-06-10T09:00:00").hour')).toBe('9');
  });
});

describe('days', () => {
  it('go by the calendar', () => {
    expect(say('date("2026-01-31") + duration("P1M")')).toBe('2026-02-28');
    expect(say('years and months duration(date("1946-06-11"), date("2026-06-10")).years')).toBe('79');
    expect(say('date("2026-06-10") - date("2026-06-01")')).toBe('P9D');
    expect(say('today()')).toBe('2026-06-10');
    expect(say('date("2025-02-29")')).toBe('null');
  });
});

describe('cells', () => {
  it.each([
    ['-', null, true],
    ['>= 60', decimal(60), true],
    ['[60..80)', decimal(80), false],
    ['"a", "b"', 'b', true],
    ['not("a", "b")', 'b', false],
    ['true', false, false],
    ['? > 5 and ? < 8', decimal(6), true],
    ['null', null, true],
    // What is missing is in no range and in no negation of one.
    ['>= 60', null, false],
    ['not(>= 60)', null, false],
  ] as const)('%s of %s', (cell, value, expected) => expect(holds(cell, value)).toBe(expected));
});

describe('what cannot be read', () => {
  it.each([
    ['1 +', 3],
    ['if a then 1', 11],
    ['"abc', 0],
    ['[1, 2', 5],
    ['a b', 2],
    ['f(1', 3],
    ['{a: 1', 5],
    ['', 0],
  ])('%s says where', (text, at) => {
    const fault = (() => {
      try {
        parseExpression(text);
      } catch (error) {
        return error;
      }
    })();
    expect(fault).toBeInstanceOf(FeelFault);
    expect((fault as FeelFault).at).toBe(at);
  });
});
