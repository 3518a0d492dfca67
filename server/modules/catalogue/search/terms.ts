/** What a text is found by: its words, pairs of characters, pairs of syllables, concepts, English stems. */
import { conceptsIn, englishConceptsIn, ownWords } from './concepts.ts';
import { fuzzy, hanRuns, latinWords, normalise, stems, syllablesOf, teach, tellingOf, wordsOf } from './text.ts';
import { noise } from './thesaurus/actions.ts';

let taught = false;
const words = (run: string): string[] => {
  if (!taught) {
    teach(ownWords);
    taught = true;
  }
  return wordsOf(run);
};

/** Syllable pairs of a run, fuzzy: `p:sen fen`. */
function syllablePairs(syllables: readonly string[]): string[] {
  const heard = syllables.map(fuzzy);
  return heard.slice(1).map((syllable, i) => `p:${heard[i]} ${syllable}`);
}

/** Distinct terms of a text of the catalogue. Syllables only where `spoken`: for names, not for long texts. */
export function termsOf(text: string, spoken: boolean): Set<string> {
  const plain = normalise(text);
  const terms = new Set<string>();
  for (const run of hanRuns(plain)) {
    const chars = [...run];
    for (const char of chars) terms.add(char);
    for (let i = 1; i < chars.length; i++) terms.add(chars[i - 1]! + chars[i]!);
    for (const word of words(run)) if (word.length > 2) terms.add(word);
    if (spoken) for (const pair of syllablePairs(syllablesOf(run))) terms.add(pair);
  }
  const latin = latinWords(plain);
  for (const word of stems(latin)) terms.add(`e:${word}`);
  for (const { concept } of conceptsIn(plain, false)) terms.add(concept);
  for (const { concept } of englishConceptsIn(latin, false)) terms.add(concept);
  return terms;
}

/** A term that a request looks for; of the terms with one `group` only the best counts in a text. */
export interface Wanted {
  term: string;
  weight: number;
  /** The words of the request that stand behind it, for the explanation. */
  words: string;
}

/** What a request looks for. `knows` says which terms the catalogue has. */
export function wantedOf(request: string, knows: (term: string) => boolean): Wanted[] {
  const wanted = new Map<string, Wanted>();
  const want = (term: string, weight: number, words: string): void => {
    const before = wanted.get(term);
    if (knows(term) && (!before || before.weight < weight)) wanted.set(term, { term, weight, words });
  };
  const plain = normalise(request).slice(0, 200);
  const content = plain.replace(noise, ' ');
  // A request of nothing but small words is taken as it stands.
  const text = /[\p{L}\p{N}]/u.test(content) ? content : plain;
  for (const run of hanRuns(text)) wantRun(run, want, knows);
  const latin = latinWords(text);
  for (const word of latin) {
    const [stemmed] = stems([word]);
    if (stemmed && knows(`e:${stemmed}`)) want(`e:${stemmed}`, 1, word);
    else if (stemmed) wantTyped(word, want);
  }
  // Concepts are looked for in the whole request: 怎么办理 is noise, 过不下去 is none.
  const found = [...conceptsIn(plain, true), ...englishConceptsIn(latin, true)];
  for (const { concept, words } of found) want(concept, concept.startsWith('action.') ? 0.5 : 0.9, words);
  return [...wanted.values()];
}

type Want = (term: string, weight: number, words: string) => void;

function wantRun(run: string, want: Want, knows: (term: string) => boolean): void {
  const chars = [...run];
  const isWord = new Set(words(run));
  for (const char of chars) want(char, (chars.length === 1 || isWord.has(char) ? 0.35 : 0.12) * tellingOf(char), char);
  const heard = syllablesOf(run).map(fuzzy);
  for (let i = 1; i < chars.length; i++) {
    const pair = chars[i - 1]! + chars[i]!;
    want(pair, isWord.has(pair) ? tellingOf(pair) : 0.5, pair);
    // Written otherwise than the catalogue does, it may sound the same: 生分证, 抵保.
    const unknown = !knows(pair) || !knows(chars[i - 1]!) || !knows(chars[i]!);
    want(`p:${heard[i - 1]} ${heard[i]}`, unknown ? 0.6 : 0.15, pair);
  }
  for (const word of isWord) if (word.length > 2) want(word, 0.8 * tellingOf(word), word);
}

/** Letters that are no English word of the catalogue: syllables typed without marks. */
function wantTyped(word: string, want: Want): void {
  const syllables = splitSyllables(word);
  if (!syllables) return;
  for (const pair of syllablePairs(syllables)) want(pair, 1, word);
}

const initials = 'zh ch sh b p m f d t n l g k h j q x r z c s y w'.split(' ');
const finals =
  'iang iong uang ang eng ing ong ian iao uai uan ai ei ao ou an en in un ia ie iu ua uo ui ue ve er a o e i u v'.split(
    ' ',
  );
/** shiyejin as shi ye jin; undefined when the letters are no syllables. The longest syllable that leaves a rest that works. */
export function splitSyllables(letters: string): string[] | undefined {
  if (letters.length > 60) return undefined;
  const dead = new Set<number>();
  const from = (at: number): string[] | undefined => {
    if (at === letters.length) return [];
    if (dead.has(at)) return undefined;
    const initial = initials.find((one) => letters.startsWith(one, at)) ?? '';
    for (const final of finals) {
      const end = at + initial.length + final.length;
      if (!letters.startsWith(final, at + initial.length)) continue;
      const rest = from(end);
      if (rest) return [letters.slice(at, end), ...rest];
    }
    dead.add(at);
    return undefined;
  };
  return from(0);
}
