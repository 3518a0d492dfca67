import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isStorable, unstorableAt } from './plain-text.ts';

describe('text that can be kept', () => {
  it('has no zero character and no half of a pair', () => {
    for (const good of ['好', '😀', String.raw`\u0000`, String.raw`\\ud800`, '', { 名: ['a'] }, null])
      expect(isStorable(good), JSON.stringify(good)).toBe(true);
    const zero = String.fromCharCode(0);
    for (const bad of [zero, `\\${zero}`, 'a\ud83d', { [zero]: 1 }, ['\udc00b']])
      expect(isStorable(bad), JSON.stringify(bad)).toBe(false);
  });

  it('is named where it cannot be', () => {
    expect(unstorableAt({ answers: { names: ['a', 'b\ud83d'] }, opinion: '\0' })).toBe('/answers/names/1');
    expect(unstorableAt({ answers: { ['\0']: 1 } })).toBe('/answers');
    expect(unstorableAt({ opinion: '好' })).toBeUndefined();
  });

  it('is not looked for deeper than anybody writes', () => {
    expect(isStorable(JSON.parse(`${'['.repeat(90)}${']'.repeat(90)}`))).toBe(true);
    expect(isStorable(JSON.parse(`${'['.repeat(500_000)}${']'.repeat(500_000)}`))).toBe(false);
  });

  it('is any well-formed text without zeros', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(isStorable(text)).toBe(text.isWellFormed() && !text.includes(String.fromCharCode(0)));
      }),
    );
  });
});
