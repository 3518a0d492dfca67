/** Patterns: what XPath means, and none that takes longer than its text. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAt, patternOf, replaceEach } from './patterns.ts';

const finds = (pattern: string, text: string, flags?: string) => patternOf(pattern, flags)?.test(text);

describe('a pattern', () => {
  it.each([
    ['[a-z]{3}', 'abc', undefined, true],
    ['^[a-z-[aeiou]]+$', 'xyz', undefined, true],
    ['^[a-z-[aeiou]]+$', 'xaz', undefined, false],
    ['^\\i\\c*$', '_name-1', undefined, true],
    ['^[\\i\\d]+$', '面积1', undefined, true],
    ['^\\D+$', '一二', undefined, true],
    ['^面积\\d+$', '面积60', undefined, true],
    ['A B', 'ab', 'ix', true],
    ['a.b', 'a\nb', 's', true],
    ['a.b', 'a\nb', undefined, false],
    ['a+b', 'xa+b', 'q', true],
    ['^b', 'a\nb', 'm', true],
  ])('%s on %j with %s: %s', (pattern, text, flags, expected) => expect(finds(pattern, text, flags)).toBe(expected));

  it.each([['(a)\\1'], ['('], ['[z-a]'], ['a{1,99999}'], ['[^\\C]']])('%s is none', (pattern) =>
    expect(patternOf(pattern)).toBeUndefined(),
  );
  it('has no other flags, and an end', () => {
    expect(patternOf('a', 'g')).toBeUndefined();
    expect(patternOf('a'.repeat(1_001))).toBeUndefined();
    expect(patternOf('((a{100}){100}){100}')).toBeUndefined();
  });

  // With an engine that goes back these would not end before the sun does: no clock is needed to see it.
  it.each([['^(a+)+$'], ['^(a|aa)+$'], ['^(a|a?)+$'], ['(.*a){20}$'], ['^([a-z]+)*$']])(
    '%s ends on a long text',
    (pattern) => {
      const text = `${'a'.repeat(5_000)}!`;
      expect(finds(pattern, text)).toBe(false);
      expect(cutAt(text, patternOf(pattern)!)).toEqual([text]);
    },
  );
});

describe('cutting and replacing', () => {
  it('keep what is between, also where it is nothing', () => {
    expect(cutAt('a,b,,c,', patternOf(',')!)).toEqual(['a', 'b', '', 'c', '']);
    expect(cutAt('abc', patternOf('')!)).toEqual(['a', 'b', 'c']);
    expect(cutAt('𠮷b𠮷', patternOf('b')!)).toEqual(['𠮷', '𠮷']);
    expect(replaceEach('banana', patternOf('(an)+')!, ([whole, last]) => `<${whole}:${last}>`)).toBe('b<anan:an>a');
  });
  it('lose nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ',', '𠮷', ' ') }), (text) => {
        expect(cutAt(text, patternOf(',')!).join(',')).toBe(text);
        expect(replaceEach(text, patternOf('[ab]+')!, ([whole]) => whole ?? '')).toBe(text);
      }),
    ));
});
