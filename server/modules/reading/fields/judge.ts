/** How far a field can be trusted: two readings, the recogniser's own doubts, and the rules of its type. Pure. */
import type { FieldState } from '../reading.ts';
import { lookAlike } from './look-alikes.ts';
import { bare, idFigures, isWord, meant, type Meaning, type ValueType } from './values.ts';

/** A text with the probability of its least sure letter. */
export interface Said {
  text: string;
  /** Of the least sure letter; punctuation does not count. */
  least: number;
  /** Mean over the letters. */
  mean: number;
  /** There is room for a letter that was not read. */
  hole?: boolean;
}

export interface Verdict {
  value: string;
  meaning: Meaning;
  confidence: number;
  state: FieldState;
  alternatives: string[];
}

const letter = /[\p{L}\p{N}]/u;

export function said(letters: readonly { text: string; p: number }[]): Said {
  const counted = letters.filter(({ text }) => letter.test(text));
  return {
    text: letters.map(({ text }) => text).join(''),
    least: counted.reduce((least, { p }) => Math.min(least, p), 1),
    mean: counted.length === 0 ? 0 : counted.reduce((sum, { p }) => sum + p, 0) / counted.length,
  };
}

/** From which confidence a field is sure. */
export const sureFrom = 0.8;

const rank = { passed: 2, none: 1, failed: 0 };

/**
 * Judges a field that was read twice; `word` is the likeliest of its list, where it has one. A value whose rule is broken is never sure, and neither is one that was read in two ways. No value is mended so that it fits its
 * rule: an altered number would be put right by that.
 */
export function judge(
  field: { type: ValueType; form?: RegExp | undefined; words?: readonly string[] | undefined },
  first: Said,
  second: Said | undefined,
  today: string,
  word?: string,
): Verdict {
  const { type, words } = field;
  const read = [first, second].filter((one) => one !== undefined);
  // The letters make no word of the list, and one of it is likely: it is offered with what was read, and a person looks.
  if (
    word !== undefined &&
    words &&
    !read.some(({ text }) => isWord(words, text)) &&
    read.some(({ text }) => asLong(word, text))
  )
    return {
      value: word,
      meaning: meant(field, word, today),
      confidence: Math.min(0.6, Math.round(first.mean * 60) / 100),
      state: 'unsure',
      alternatives: [...new Set(read.map(({ text }) => text))].filter((text) => bare(text) !== ''),
    };
  const one = meant(field, first.text, today);
  const other = second && meant(field, second.text, today);
  const same = Boolean(second && other) && alike(type, first.text, one, second!.text, other!);
  const takeOther = Boolean(second && other) && !same && (rank[other!.check] > rank[one.check] || (rank[other!.check] === rank[one.check] && second!.mean > first.mean + 0.02)); // prettier-ignore
  const [chosen, meaning] = takeOther ? [second!, other!] : [first, one];
  const rejected = takeOther ? first : second;
  const least = same ? (first.least + second!.least) / 2 : Math.min(first.least, second?.least ?? first.least);
  let confidence = 0.35 * chosen.mean + 0.65 * least;
  if (!same) confidence *= second ? 0.6 : 0.75;
  else if (meaning.check === 'passed' && strong.has(type)) confidence = 0.5 + confidence / 2;
  if (first.hole && !takeOther) confidence *= 0.75;
  if (meaning.check === 'failed') confidence = Math.min(confidence, 0.5);
  const mistakable = lookAlike(type, chosen.text);
  if (mistakable !== undefined) confidence = Math.min(confidence, 0.75);
  confidence = Math.round(Math.max(0, Math.min(0.99, confidence)) * 100) / 100;
  return {
    value: chosen.text,
    meaning,
    confidence,
    state: confidence >= sureFrom ? 'sure' : 'unsure',
    alternatives: [
      ...(rejected && !same && bare(rejected.text) !== '' ? [rejected.text] : []),
      ...(mistakable === undefined ? [] : [mistakable]),
    ],
  };
}

/** One letter more or less; otherwise something stands beside the word that belongs to the value. */
const asLong = (word: string, text: string): boolean => Math.abs(bare(word).length - bare(text).length) <= 1;

/** Types whose rule a misreading hardly ever keeps. */
const strong = new Set<ValueType>(['idNumber', 'creditCode', 'idOrCreditCode', 'ethnicity']);

function alike(type: ValueType, a: string, one: Meaning, b: string, other: Meaning): boolean {
  if (type === 'idNumber' || type === 'idOrCreditCode') return idFigures(a) === idFigures(b);
  if (one.normalised !== null && one.normalised === other.normalised) return type !== 'area' || bare(a) === bare(b);
  return bare(a) === bare(b) && bare(a) !== '';
}

/** A field in the judgement of the whole document. */
export interface Judged {
  name: string;
  type: ValueType;
  normalised: string | null;
  state: FieldState;
  confidence: number;
}

/** An identity number holds the day of birth and the sex: where the document says otherwise, both are left to a person. */
export function crossCheck(fields: readonly Judged[]): Set<string> {
  const doubted = new Set<string>();
  for (const suffix of ['', '1', '2']) {
    const number = fields.find(({ name }) => name === `number${suffix}`);
    if (!number?.normalised || !/^\d{17}[\dX]$/.test(number.normalised)) continue;
    const digits = number.normalised;
    const says: Record<string, string> = {
      [`bornOn${suffix}`]: `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`,
      [`sex${suffix}`]: Number(digits[16]) % 2 === 1 ? '男' : '女',
    };
    for (const [name, expected] of Object.entries(says)) {
      const field = fields.find((one) => one.name === name);
      if (field?.normalised && field.normalised !== expected) doubted.add(name).add(number.name);
    }
  }
  return doubted;
}
