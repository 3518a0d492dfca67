/**
 * What somebody may mean by the letters that they have typed: whole words first, then what fits only the beginning, so that the rest is
 * chosen next. What is no word is put together from words, the likeliest row of them. Pure; the order is the same for everybody.
 */
import type { Lexicon, Word } from './lexicon.ts';
import { placeWords } from './layers.ts';
import { fits, matchAt, type Match } from './match.ts';

export interface Candidate {
  text: string;
  /** So many letters it takes; the rest is still to be chosen. */
  used: number;
  /** Where its syllables end in the letters. */
  ends: readonly number[];
}

/** Of words by initials and of beginnings that are not spelled out: more than these nobody looks through. */
const mostLoose = 60;
/** Between two readings of the same letters the longer word is meant more often than its count says: `xian` is 西安 as well as 先. */
const perSyllable = 1.5;
/** What people write at a kiosk is addresses: after the name of a place, the word for what it is is meant that much more often. */
const afterPlace = 3;
const ofPlaces = new Set(placeWords);

interface Found extends Match {
  word: Word;
}
const usedBy = ({ ends }: Match): number => ends.at(-1)!;
const likeliest = (one: Found, other: Found): number => weight(one) - weight(other);
const weight = ({ word }: Found): number => word.cost - perSyllable * (word.syllables.length - 1);

/** Every word that fits the letters from here on. */
function wordsAt(lexicon: Lexicon, letters: string, from: number, byInitials: boolean): Found[] {
  const found: Found[] = [];
  for (const syllable of lexicon.syllablesOf.get(letters[from]!) ?? [])
    for (const word of lexicon.beginningWith.get(syllable)!) {
      const match = matchAt(word, letters, from, byInitials);
      if (match) found.push({ word, ...match });
    }
  return found;
}

/** All that the letters may mean, the likeliest first, each text once. */
export function candidatesFor(lexicon: Lexicon, letters: string): Candidate[] {
  if (letters === '') return [];
  const found = wordsAt(lexicon, letters, 0, true);
  const whole = (one: Found): boolean => usedBy(one) === letters.length;
  const of = (fit: number, all: boolean): Found[] => found.filter((one) => one.fit === fit && whole(one) === all);
  const spelled = of(fits.whole, true).toSorted(likeliest);
  const begun = of(fits.begun, true).toSorted(likeliest);
  const beginnings = of(fits.whole, false).toSorted(
    (one, other) => usedBy(other) - usedBy(one) || likeliest(one, other),
  );
  const short = of(fits.initials, true).toSorted(likeliest).slice(0, mostLoose);
  const shorter = of(fits.initials, false)
    .toSorted((one, other) => usedBy(other) - usedBy(one) || likeliest(one, other))
    .slice(0, mostLoose);
  // One word for all of it is better than several; a character that is only begun is none.
  const isWord = spelled.length > 0 || begun.some(({ word }) => word.syllables.length > 1);
  const row = isWord ? undefined : composed(lexicon, letters);
  const all = [...spelled, ...begun, ...short, ...beginnings, ...shorter].map(({ word, ends }): Candidate => ({
    text: word.text,
    used: ends.at(-1)!,
    ends,
  }));
  const seen = new Set<string>();
  return (row ? [row, ...all] : all).filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** The likeliest row of words for all of the letters; undefined where they are not spelled, or one word would do. */
function composed(lexicon: Lexicon, letters: string): Candidate | undefined {
  interface Way {
    cost: number;
    words: number;
    text: string;
    ends: readonly number[];
    place: boolean;
  }
  const best: (Way | undefined)[] = [{ cost: 0, words: 0, text: '', ends: [], place: false }];
  for (let at = 0; at < letters.length; at++) {
    const here = best[at];
    if (!here) continue;
    for (const found of wordsAt(lexicon, letters, at, false)) {
      const end = usedBy(found);
      const isOpen = found.fit === fits.begun && end === letters.length;
      if (found.fit !== fits.whole && !isOpen) continue;
      const { text, place } = found.word;
      const cost = here.cost + found.word.cost - (here.place && ofPlaces.has(text) ? afterPlace : 0);
      if (cost >= (best[end]?.cost ?? Infinity)) continue;
      best[end] = {
        cost,
        words: here.words + 1,
        text: here.text + text,
        ends: [...here.ends, ...found.ends],
        place,
      };
    }
  }
  const way = best[letters.length];
  return way && way.words > 1 ? { text: way.text, used: letters.length, ends: way.ends } : undefined;
}

/** The letters as they are understood, syllable by syllable. */
export function spelledOut(letters: string, first: Candidate | undefined): string {
  const ends = first?.ends ?? [];
  return [...ends, letters.length]
    .map((end, i) => letters.slice(i === 0 ? 0 : ends[i - 1], end).replaceAll("'", ''))
    .filter((part) => part !== '')
    .join(' ');
}
