import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inParts, Joined } from './parts.ts';

const heard = (parts: readonly string[], joined = new Joined()) => parts.map((part) => joined.hear(part)).filter((text) => text !== undefined); // prettier-ignore
const form = (said: string) => JSON.stringify({ kind: 'form', form: { fields: [{ said }] } });

describe('a message over the server', () => {
  it('arrives as it was said, however long, and no part is too long or cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 0, max: 600 }), (word, times) => {
        const text = form(word.repeat(times).slice(0, 90_000));
        const parts = inParts(text);
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(16_000);
          expect(part.isWellFormed()).toBe(true);
        }
        expect(heard(parts)).toEqual([text]);
      }),
      { numRuns: 20 },
    );
  });

  it('of which a part was lost is not heard, and the next one is', () => {
    const text = form('长'.repeat(40_000));
    const [first, second, third] = inParts(text);
    const joined = new Joined();
    expect(heard([first!, third!], joined)).toEqual([]);
    expect(heard([second!, first!, second!, third!], joined)).toEqual([text]);
    expect(heard([first!, form('短'), second!, third!], joined)).toEqual([form('短'), text]);
  });
});
