/** What a value means by its type, and whether that holds: check digits, days, dictionaries. Pure. */
import { checkCreditCode, checkIdNumber } from '#modules/people/contract';
import { daysIn, intervalIn } from './dates.ts';
import { fenIn } from './money.ts';
import { peoples } from './word-lists.ts';

export const valueTypes = [
  'text', 'name', 'organisation', 'address', 'idNumber', 'creditCode', 'idOrCreditCode', 'date', 'interval', 'money', 'area', 'sex', 'ethnicity', 'code', 'birthCode',
] as const; // prettier-ignore
export type ValueType = (typeof valueTypes)[number];

/** A value as it is compared; `check` says whether a rule that most misreadings break was kept. */
export interface Meaning {
  normalised: string | null;
  check: 'passed' | 'failed' | 'none';
}

const knownPeoples = new Set(peoples);

/** Letters that a number of figures cannot hold, as what they were. */
const figureFor = new Map<string, string>();
for (const [figure, letters] of Object.entries({ 0: 'OoDQ', 1: 'Il|!', 2: 'Zz', 5: 'Ss', 8: 'B' }))
  for (const letter of letters) figureFor.set(letter, figure);
/** The credit code has no I, O, S, V, Z, so that they are not mixed up with figures (GB 32100-2015). */
const creditFor = new Map([['O', '0'], ['I', '1'], ['S', '5'], ['Z', '2']]); // prettier-ignore

const narrow = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
const none = (normalised: string | null): Meaning => ({ normalised, check: 'none' });
const checked = (normalised: string | null, good: boolean): Meaning => ({
  normalised,
  check: good ? 'passed' : 'failed',
});

/** The 18 characters of an identity number, with letters that cannot be in it read as figures. */
export const idFigures = (text: string): string =>
  [...narrow(text).replace(/[^0-9A-Za-z|!]/g, '')].map((l, i) => (i === 17 && /[xX×]/.test(l) ? 'X' : (figureFor.get(l) ?? l))).join('').toUpperCase(); // prettier-ignore
/** Small letters are capitals or figures that were misread: a code has none. */
const smallFor = new Map([...'oqgbl'].map((letter, i) => [letter, '09961'[i]!]));
/** The characters of a credit code, with letters that cannot be in it read as what they look like. */
export const creditLetters = (text: string): string =>
  [...narrow(text).replace(/[^0-9A-Za-z]/g, '')]
    .map((letter) => (smallFor.get(letter) ?? letter).toUpperCase())
    .map((letter) => creditFor.get(letter) ?? letter)
    .join('');

/** Punctuation at the ends that belongs to the form and not to the value. */
export const trimmed = (text: string): string =>
  text.replace(/^[\s:：;；,，.。、_—\-|]+/u, '').replace(/[\s:：;；,，。、_—|]+$/u, '');

const punctuation: Record<string, string> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？' };
/** As Chinese text is printed: no spaces, its own punctuation, so that two readings of the same are the same. */
export const asPrinted = (text: string): string => trimmed(withChineseMarks(narrow(text)));

/** Text with Chinese in it has Chinese punctuation. */
export const withChineseMarks = (text: string): string =>
  /\p{Script=Han}/u.test(text) ? text.replace(/[,;:()?]/g, (mark) => punctuation[mark]!) : text;

/** Letters and figures alone, so that a dot more or less is no difference. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a text is one of the words of a list. */
export const isWord = (words: readonly string[], text: string): boolean =>
  words.some((word) => bare(word) === bare(text));

/** What a value means as a field of a document: by its type, and by the form that this field has. */
export function meant(
  field: { type: ValueType; form?: RegExp | undefined; words?: readonly string[] | undefined },
  text: string,
  today: string,
): Meaning {
  const meaning = meaningOf(field.type, text, today);
  if (field.words && meaning.check === 'none' && isWord(field.words, text)) return { ...meaning, check: 'passed' };
  if (!field.form || meaning.check !== 'none') return meaning;
  return { ...meaning, check: field.form.test(meaning.normalised ?? '') ? 'passed' : 'failed' };
}

/** `today` (YYYY-MM-DD): nobody is born after it. */
export function meaningOf(type: ValueType, text: string, today: string): Meaning {
  switch (type) {
    case 'idNumber': {
      const number = idFigures(text);
      const found = checkIdNumber('residentCard', number, today);
      return checked(number || null, found.ok);
    }
    case 'creditCode': {
      const code = creditLetters(text);
      return checked(code || null, checkCreditCode(code).ok);
    }
    case 'idOrCreditCode': {
      const asCode = meaningOf('creditCode', text, today);
      return asCode.check === 'passed' ? asCode : meaningOf('idNumber', text, today).check === 'passed' ? meaningOf('idNumber', text, today) : asCode; // prettier-ignore
    }
    case 'date': {
      const days = daysIn(text);
      return days.length === 1 && days[0] ? checked(days[0], true) : checked(null, false);
    }
    case 'interval': {
      const interval = intervalIn(text);
      return interval ? checked(interval, true) : checked(null, false);
    }
    case 'money': {
      const fen = fenIn(text);
      return fen === undefined ? checked(null, false) : none(String(fen));
    }
    case 'area': {
      const plain = narrow(text).replaceAll(',', '');
      // A property certificate gives the ground as well as the building.
      const found = /建筑面积[::]?(\d+(?:\.\d{1,4})?)/.exec(plain) ?? /(\d+(?:\.\d{1,4})?)/.exec(plain);
      return found ? none(String(Number(found[1]))) : checked(null, false);
    }
    case 'sex': {
      const found = /[男女]/.exec(text);
      return checked(found?.[0] ?? null, found !== null && narrow(text).length <= 2);
    }
    case 'ethnicity': {
      const people = narrow(text).replace(/族$/, '');
      return checked(people || null, knownPeoples.has(people));
    }
    case 'code': {
      const code = narrow(text).replace(/^(NO|No|N0|№)[.:°]?/i, '').replace(/[^0-9A-Za-z]/g, '').toUpperCase(); // prettier-ignore
      return none(code || null);
    }
    case 'birthCode': {
      // One capital letter and nine figures; the letter O is printed like a nought.
      const code = narrow(text).toUpperCase().replace(/^0/, 'O');
      return checked(code || null, /^[A-Z]\d{9}$/.test(code));
    }
    case 'name': {
      const name = narrow(text).replace(/[^\p{Script=Han}·A-Za-z]/gu, '');
      return /^[\p{Script=Han}·]{2,15}$/u.test(name) ? none(name) : checked(name || null, false);
    }
    default:
      return none(asPrinted(text) || null);
  }
}
