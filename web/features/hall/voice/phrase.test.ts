import { expect, test } from 'vitest';
import { en } from './en.ts';
import { numberPhrase, phraseOf, spokenIn } from './phrase.ts';
import { zh } from './zh.ts';

test('says a call as it is said at a window', () => {
  const call = { number: 'A1012', windowNumber: 'C05' };
  expect(phraseOf('zh', call).join(' ')).toBe('please A 1 0 1 2 number window C 0 5 end');
  expect(phraseOf('en', call).join(' ')).toBe('please A 1 0 1 2 number window C 0 5');
});

test('says a number alone', () => {
  expect(numberPhrase('zh', 'A1012').join(' ')).toBe('A 1 0 1 2 number');
  expect(numberPhrase('en', '17').join(' ')).toBe('please 1 7');
});

test('has a clip for every letter and digit in both languages, one after the other', () => {
  const signs = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].join('');
  for (const [language, at] of [
    ['zh', zh],
    ['en', en],
  ] as const) {
    for (const key of phraseOf(language, { number: signs, windowNumber: '1' })) expect(at[key], key).toBeDefined();
    const spans = Object.values(at).toSorted(([one], [other]) => one - other);
    // No clip reaches into another, none is a click and none a sentence.
    spans.forEach(([from, seconds], i) => {
      expect(from + seconds).toBeLessThanOrEqual(spans[i + 1]?.[0] ?? Infinity);
      expect(seconds).toBeGreaterThan(0.2);
      expect(seconds).toBeLessThan(2.5);
    });
  }
});

test('says both languages, Chinese first, where the hall wants both', () => {
  expect(spokenIn('both')).toEqual(['zh', 'en']);
  expect(spokenIn('en')).toEqual(['en']);
});
