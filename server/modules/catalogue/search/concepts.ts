/** Concepts: words that mean the same, found in requests and in items by walking a tree of their letters. Pure. */
import { fuzzy, normalise, stem, syllablesOf } from './text.ts';
import { actionWords } from './thesaurus/actions.ts';
import { businessWords } from './thesaurus/business.ts';
import { lifeWords } from './thesaurus/life.ts';

/** A concept found in a text, with the words that showed it. */
export interface Found {
  /** `c12` or `action.close`. */
  concept: string;
  words: string;
  start: number;
  end: number;
}

interface Node {
  next: Map<string, Node>;
  /** Concepts whose words end here; those in `asks` count in requests alone. */
  says: string[];
  asks: string[];
}
const node = (): Node => ({ next: new Map(), says: [], asks: [] });
const root = node();
/** English words as stems: they have borders, where Chinese ones have none. */
const english = new Map<string, { says: string[]; asks: string[] }>();
/** Concepts by how their words sound: `hu kou`. */
const heard = new Map<string, Set<string>>();
let longestHeard = 2;
/** Chinese words of the thesaurus, for the dictionary that cuts text into words. */
export const ownWords: string[] = [];
let longestEnglish = 1;

function add(phrase: string, concept: string, where: 'says' | 'asks'): void {
  const text = normalise(phrase.replaceAll('_', ' '));
  if (/^[a-z0-9 -]+$/.test(text)) {
    const stemmed = text.split(/[ -]/).map(stem);
    longestEnglish = Math.max(longestEnglish, stemmed.length);
    const key = stemmed.join(' ');
    const known = english.get(key) ?? { says: [], asks: [] };
    known[where].push(concept);
    english.set(key, known);
    return;
  }
  if (where === 'says') ownWords.push(text);
  const sound = soundOf(text);
  if (sound.length > 1) {
    longestHeard = Math.max(longestHeard, sound.length);
    const key = sound.join(' ');
    heard.set(key, (heard.get(key) ?? new Set()).add(concept));
  }
  let at = root;
  for (const char of text) {
    let next = at.next.get(char);
    if (!next) at.next.set(char, (next = node()));
    at = next;
  }
  at[where].push(concept);
}

const soundOf = (text: string): string[] => (/^\p{Script=Han}+$/u.test(text) ? syllablesOf(text).map(fuzzy) : []);

function addLine(line: string, concept: string): void {
  const [says = '', asks = ''] = line.split('>');
  for (const word of says.split(' ').filter(Boolean)) add(word, concept, 'says');
  for (const word of asks.split(' ').filter(Boolean)) add(word, concept, 'asks');
}
[...lifeWords.split('\n'), ...businessWords.split('\n')].forEach((line, i) => addLine(line, `c${i}`));
for (const [name, line] of Object.entries(actionWords)) addLine(line, `action.${name}`);

/** Concepts in the Chinese part of a normalised text; overlapping ones all, because 小学 in 上小学 says both. */
export function conceptsIn(text: string, isRequest: boolean): Found[] {
  const chars = [...text];
  const found: Found[] = [];
  for (let start = 0; start < chars.length; start++) {
    let at = root.next.get(chars[start]!);
    for (let end = start + 1; at; end++) {
      for (const concept of isRequest ? [...at.says, ...at.asks] : at.says)
        found.push({ concept, words: chars.slice(start, end).join(''), start, end });
      at = end < chars.length ? at.next.get(chars[end]!) : undefined;
    }
  }
  return found;
}

/** Concepts in English words, as they were written. */
export function englishConceptsIn(words: readonly string[], isRequest: boolean): { concept: string; words: string }[] {
  const stemmed = words.map(stem);
  const found: { concept: string; words: string }[] = [];
  for (let start = 0; start < stemmed.length; start++) {
    for (let length = 1; length <= longestEnglish && start + length <= stemmed.length; length++) {
      const known = english.get(stemmed.slice(start, start + length).join(' '));
      if (!known) continue;
      for (const concept of isRequest ? [...known.says, ...known.asks] : known.says)
        found.push({ concept, words: words.slice(start, start + length).join(' ') });
    }
  }
  return found;
}

/** Concepts in syllables without marks (`fuzzy`); those whose sound is that of several are not sure. */
export function conceptsHeard(syllables: readonly string[]): { concept: string; words: string; isSure: boolean }[] {
  const found: { concept: string; words: string; isSure: boolean }[] = [];
  for (let start = 0; start < syllables.length; start++) {
    for (let length = 2; length <= longestHeard && start + length <= syllables.length; length++) {
      const words = syllables.slice(start, start + length).join(' ');
      const concepts = heard.get(words) ?? [];
      for (const concept of concepts)
        found.push({ concept, words, isSure: length > 2 || heard.get(words)!.size === 1 });
    }
  }
  return found;
}
