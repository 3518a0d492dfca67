/** What a text is found by: its words, pairs of characters, pairs of syllables, concepts, English stems. */
import { conceptsHeard, conceptsIn, englishConceptsIn, ownWords } from './concepts.ts';
import { meantBy } from './meant.ts';
import { fuzzy, hanRuns, latinWords, normalise, stems, syllablesOf, teach, tellingOf, wordsOf } from './text.ts';
import { noise } from './thesaurus/actions.ts';
import { splitSyllables } from './typed-pinyin.ts';

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

/** A normalised request without the words of asking; one of nothing but small words is taken as it stands. */
export function contentOf(plain: string): string {
  const content = plain.replace(noise, ' ');
  return /[\p{L}\p{N}]/u.test(content) ? content : plain;
}

/** What a request looks for. `knows` says which terms the catalogue has. */
export function wantedOf(request: string, knows: (term: string) => boolean): Wanted[] {
  const wanted = new Map<string, Wanted>();
  const want = (term: string, weight: number, words: string): void => {
    const before = wanted.get(term);
    if (knows(term) && (!before || before.weight < weight)) wanted.set(term, { term, weight, words });
  };
  const plain = normalise(request).slice(0, 200);
  const text = contentOf(plain);
  for (const run of hanRuns(text)) wantRun(run, want, knows);
  const latin = latinWords(text);
  wantLatin(latin, want, knows);
  // Concepts are looked for in the whole request: 怎么办理 is noise, 过不下去 is none.
  const found = [...conceptsIn(plain, true), ...englishConceptsIn(latin, true)];
  for (const { concept, words } of found) want(concept, concept.startsWith('action.') ? 0.5 : 0.9, words);
  for (const { official, words } of meantBy(plain)) {
    const terms = [...termsOf(official, false)].filter((term) => term.length > 1 && knows(term));
    // A saying is worth about the same, however long the official words are.
    const share = Math.min(1, sayingTerms / terms.length);
    for (const term of terms) want(term, (/^(c\d|action\.)/.test(term) ? 1.1 : 0.7) * share, words);
  }
  return [...wanted.values()];
}

/** So many terms of a saying count in full. */
const sayingTerms = 14;

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
    if (unknown) for (const { concept } of conceptsHeard([heard[i - 1]!, heard[i]!])) want(concept, 0.35, pair);
  }
  for (const word of isWord) if (word.length > 2) want(word, 0.8 * tellingOf(word), word);
}

/** Words in Latin letters: English words that the catalogue has, and runs of others as syllables typed without marks. */
function wantLatin(latin: readonly string[], want: Want, knows: (term: string) => boolean): void {
  let run: string[] = [];
  const flush = (): void => {
    if (run.length > 0) wantTyped(run, want, knows);
    run = [];
  };
  for (const word of latin) {
    const [stemmed] = stems([word]);
    if (stemmed && knows(`e:${stemmed}`)) {
      flush();
      want(`e:${stemmed}`, 1, word);
    } else run.push(word);
  }
  flush();
}

/** Letters that are no English word of the catalogue: syllables, cut where most of their pairs are known. */
function wantTyped(run: readonly string[], want: Want, knows: (term: string) => boolean): void {
  const cuts = run.map(splitSyllables).filter((ways) => ways.length > 0);
  if (cuts.length === 0) return;
  const count = (syllables: readonly string[]): number => {
    const pairs = syllablePairs(syllables).filter(knows).length;
    // Of two ways that are known as well, the one with fewer and longer syllables.
    return pairs / Math.max(1, syllables.length - 1) - syllables.length / 100;
  };
  const cut = cuts.map((ways) => ways.toSorted((a, b) => count(b) - count(a))[0]!);
  const best = cut.flat();
  const typed = run.join(' ');
  for (const syllables of cut) for (const pair of syllablePairs(syllables)) want(pair, 1, typed);
  // A blank stands between syllables (hu kou) or between words (yibao baoxiao): there it parts what does not belong together.
  for (let i = 1; i < cut.length; i++) {
    const isWithin = cut[i - 1]!.length === 1 || cut[i]!.length === 1;
    for (const pair of syllablePairs([cut[i - 1]!.at(-1)!, cut[i]![0]!])) want(pair, isWithin ? 1 : 0.3, typed);
  }
  for (const { concept, words, isSure } of conceptsHeard(best.map(fuzzy)))
    want(concept, (concept.startsWith('action.') ? 0.5 : 0.9) * (isSure ? 1 : 0.4), words);
}
