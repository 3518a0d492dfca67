/** How a word fits the letters that somebody has typed: in whole syllables, with the last one begun, or by initials. Pure. */
import type { Word } from './lexicon.ts';

export const divider = "'";

/** How well a word fits: as it is spelled; but for a syllable that is only begun; or by initials. */
export const fits = { whole: 0, begun: 1, initials: 2 } as const;
type Fit = (typeof fits)[keyof typeof fits];

export interface Match {
  fit: Fit;
  /** Where each syllable ends in the letters; the last is as far as the word reaches, with the dividers behind it. */
  ends: readonly number[];
}

/** Past the dividers that stand here. */
function afterDividers(letters: string, at: number): number {
  let next = at;
  while (letters[next] === divider) next += 1;
  return next;
}

/** `lüe` is typed with v or u: there is no other syllable that it could be taken for. */
const spellings = (syllable: string): readonly string[] =>
  syllable.endsWith('ve') ? [syllable, syllable.replace('v', 'u')] : [syllable];

/** `zh` is an initial, and so is its `z`. A syllable that has none is shortened to its vowel after another that was shortened. */
function initialAt(letters: string, at: number, syllable: string, before: Fit): number {
  if (letters[at] !== syllable[0]) return 0;
  if (/^[aeo]/.test(syllable)) return before === fits.initials ? 1 : 0;
  return /^[zcs]h/.test(syllable) && letters[at + 1] === 'h' ? 2 : 1;
}

const better = (one: Match | undefined, other: Match | undefined): Match | undefined => {
  if (!one || !other) return one ?? other;
  if (one.fit !== other.fit) return one.fit < other.fit ? one : other;
  return one.ends.at(-1)! >= other.ends.at(-1)! ? one : other;
};

/** 呒 and 嗯 are read m and ng, but who types a consonant alone is about to type more. */
const hasVowel = (syllable: string): boolean => /[aeiouv]/.test(syllable);

/** The best way in which the word fits from here on, by initials only where that is asked for; undefined when it does not. */
export function matchAt(word: Word, letters: string, from: number, byInitials: boolean): Match | undefined {
  const { syllables } = word;
  if (syllables.length > letters.length - from) return undefined;
  const go = (index: number, at: number, fit: Fit, ends: readonly number[]): Match | undefined => {
    if (index === syllables.length) return { fit, ends };
    const syllable = syllables[index]!;
    const on = (length: number, so: Fit): Match | undefined => {
      const end = afterDividers(letters, at + length);
      return go(index + 1, end, Math.max(fit, so) as Fit, [...ends, end]);
    };
    let best: Match | undefined;
    for (const spelling of spellings(syllable)) {
      if (letters.startsWith(spelling, at))
        best = better(best, on(spelling.length, hasVowel(spelling) ? fits.whole : fits.begun));
      const stop = letters.indexOf(divider, at);
      const rest = letters.slice(at, stop === -1 ? undefined : stop);
      // The last one is still being typed, or a divider says that it was meant to be short.
      if (rest.length > 0 && rest.length < spelling.length && spelling.startsWith(rest))
        best = better(best, on(rest.length, stop === -1 ? fits.begun : fits.initials));
    }
    if (best?.fit === fits.whole || !byInitials) return best;
    const initial = syllables.length > 1 ? initialAt(letters, at, syllable, fit) : 0;
    return initial > 0 ? better(best, on(initial, fits.initials)) : best;
  };
  return go(0, from, fits.whole, []);
}
