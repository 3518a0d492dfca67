import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLikelihood, wordIn, type Posteriors } from './words.ts';

/** Probabilities of each step, as the network gives them. */
const said = (...steps: number[][]): Posteriors => ({
  data: Float32Array.from(steps.flat()),
  base: 0,
  steps: steps.length,
  classes: steps[0]!.length,
});
const classOf = new Map([...'已未婚离'].map((letter, i) => [letter, i + 1]));

describe('a word of a list', () => {
  it('is the one that all ways of writing it make likeliest', () => {
    // The first letter is read as neither clearly: 未 a little rather than 已.
    const line = said([0.5, 0.15, 0.3, 0.01, 0.04], [0.3, 0.1, 0.5, 0.02, 0.08], [0.05, 0.01, 0.02, 0.9, 0.02]);
    expect(wordIn(line, ['已婚', '未婚', '离婚'], classOf)).toMatchObject({ text: '未婚' });
  });

  it('is none where its letters are not there, nor where the network does not know them', () => {
    const line = said([0.999, 0.0001, 0.0003, 0.0003, 0.0003], [0.999, 0.0001, 0.0003, 0.0003, 0.0003]);
    expect(wordIn(line, ['已婚', '未婚'], classOf)).toBeUndefined();
    expect(wordIn(line, ['初婚'], classOf)).toBeUndefined();
  });

  it('has the probabilities of all words together come to one at most, by enumeration of all paths', () => {
    const step = fc
      .array(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 })
      .map((parts) => parts.map((part) => part / parts.reduce((sum, one) => sum + one, 0)));
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 5 }), (steps) => {
        const byPath = new Map<string, number>();
        const walk = (at: number, word: number[], before: number, p: number): void => {
          if (at === steps.length) return void byPath.set(word.join(), (byPath.get(word.join()) ?? 0) + p);
          for (const letter of [0, 1, 2])
            walk(at + 1, letter !== 0 && letter !== before ? [...word, letter] : word, letter, p * steps[at]![letter]!);
        };
        walk(0, [], 0, 1);
        for (const [word, p] of byPath) {
          const letters = word === '' ? [] : word.split(',').map(Number);
          expect(Math.exp(logLikelihood(said(...steps), letters))).toBeCloseTo(p, 5);
        }
      }),
    );
  });
});
