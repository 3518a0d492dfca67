/** Text as the search sees it: one form for what can be written in many, cut into terms. */
import { Jieba } from '@node-rs/jieba';
import { dict, idf } from '@node-rs/jieba/dict.js';
import { pinyin } from 'pinyin-pro';
import { simplified } from './traditional.ts';

/** Plain width, small letters, simplified characters. Length may change; meaning may not. */
export function normalise(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  let out = '';
  for (const char of plain) out += simplified.get(char) ?? char;
  return out;
}

const han = /\p{Script=Han}+/gu;
/** Runs of Chinese characters in a normalised text. */
export const hanRuns = (text: string): string[] => text.match(han) ?? [];
/** Words of Latin letters and digits in a normalised text. */
export const latinWords = (text: string): string[] =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? []
  ).filter((word) => word.length < 40);

let jieba: Jieba | undefined;
/** Words of a run of characters; the dictionary takes a third of a second to load, so it waits until it is needed. */
export function wordsOf(run: string): string[] {
  jieba ??= Jieba.withDict(dict);
  return jieba.cutForSearch(run, true);
}

/** Teaches words of government that a general dictionary cuts apart. */
export function teach(words: readonly string[]): void {
  jieba ??= Jieba.withDict(dict);
  jieba.loadDict(Buffer.from(words.map((word) => `${word} 20000 n`).join('\n')));
}

let common: Map<string, number> | undefined;
/**
 * How telling a word is in the language as a whole, 0.4 to 1. Rare in the catalogue is not rare in what people say: 自己 and
 * 里 stand in few items and tell nothing.
 */
export function tellingOf(word: string): number {
  if (!common) {
    common = new Map();
    // Lines of word and rarity; only those that may be rare enough are cut out of six megabytes.
    for (const [, known, rarity] of Buffer.from(idf)
      .toString('utf8')
      .matchAll(/^(\S+) ([0-6]\.?\d*)$/gm))
      if (Number(rarity) < commonBelow) common.set(known!, Number(rarity));
  }
  const rarity = common.get(word);
  return rarity === undefined ? 1 : Math.max(0.4, rarity / commonBelow);
}
/** Inverse document frequency in general texts; 公司 has 3.5, 孩子 5.2, 户口 8.0. */
const commonBelow = 6.5;

/** Syllables as many people hear and type them: no tones, zh as z, ng as n. */
export const fuzzy = (syllable: string): string =>
  syllable
    .replace(/^(z|c|s)h/, '$1')
    .replace(/(a|e|i)ng$/, '$1n')
    .replace(/ü|v/g, 'u');

const syllables = new Map<string, string>();
/** One syllable for each character, without tone; readings by context for whole words would cost twenty times as much. */
export function syllablesOf(run: string): string[] {
  return [...run].map((char) => {
    let syllable = syllables.get(char);
    if (syllable === undefined) {
      syllable = readings.get(char) ?? pinyin(char, { toneType: 'none', v: true }).toLowerCase();
      syllables.set(char, syllable);
    }
    return syllable;
  });
}
/** Characters whose usual reading is another one in the words of this trade. */
const readings = new Map(
  Object.entries({
    行: 'xing',
    重: 'zhong',
    长: 'zhang',
    会: 'hui',
    还: 'huan',
    给: 'ji',
    率: 'lv',
    车: 'che',
    单: 'dan',
    地: 'di',
    的: 'de',
    种: 'zhong',
    调: 'diao',
    传: 'chuan',
    参: 'can',
    得: 'de',
  }),
);

/** First letters of the syllables, digits and Latin letters as they are: 营业执照 is yyzz. */
export function initialsOf(text: string): string {
  let out = '';
  for (const char of normalise(text)) {
    if (/[a-z0-9]/.test(char)) out += char;
    else if (/\p{Script=Han}/u.test(char)) out += syllablesOf(char)[0]![0] ?? '';
  }
  return out;
}

const stopWords = new Set(
  'a an the to of for in on at by with from and or how do does i my me we our you your can could where what which when is are be need want get have has it this that as into about if'.split(
    ' ',
  ),
);
/** English words with their endings taken off; small words left out. */
export const stems = (words: readonly string[]): string[] => words.filter((word) => !stopWords.has(word)).map(stem);

/** Enough to bring licence and license, child's and children, registering and registration together. */
export function stem(word: string): string {
  const irregular = irregulars.get(word);
  if (irregular) return irregular;
  let out = word
    .replace(/our$/, 'or')
    .replace(/isation/, 'ization')
    .replace(/ise$/, 'ize');
  out = out.replace(/ies$/, 'y').replace(/(ss|sh|ch|x)es$/, '$1');
  if (/[^s]s$/.test(out) && out.length > 3) out = out.slice(0, -1);
  if (out.length > 5) out = out.replace(/(ization|ation|ement|ment|ing|ion|al|ance|ence|ed|er|or)$/, '');
  return out.length > 3 ? out.replace(/[ey]$/, '').replace(/([^aeiou])\1$/, '$1') : out;
}
const irregulars = new Map(
  Object.entries({
    license: 'licenc',
    licence: 'licenc',
    licensed: 'licenc',
    licensing: 'licenc',
    children: 'child',
    kids: 'child',
    kid: 'child',
    baby: 'child',
    babies: 'child',
    newborn: 'child',
    married: 'marr',
    marry: 'marr',
    marriage: 'marr',
    wedding: 'marr',
    died: 'death',
    dies: 'death',
    dead: 'death',
    driver: 'driv',
    drivers: 'driv',
    driving: 'driv',
    drive: 'driv',
    birth: 'birth',
    born: 'birth',
    id: 'identit',
    flat: 'hous',
    apartment: 'hous',
    home: 'hous',
    house: 'hous',
    homes: 'hous',
    car: 'car',
    vehicle: 'car',
    automobile: 'car',
    firm: 'compan',
    business: 'business',
    businesses: 'business',
    firms: 'compan',
    money: 'benefit',
    jobless: 'unemploy',
    unemployed: 'unemploy',
    unemployment: 'unemploy',
    lost: 'replac',
    renewal: 'renew',
    renewing: 'renew',
    replacement: 'replac',
    sell: 'sell',
    selling: 'sell',
    sale: 'sell',
    sales: 'sell',
    seller: 'sell',
    doctor: 'doctor',
  }),
);
