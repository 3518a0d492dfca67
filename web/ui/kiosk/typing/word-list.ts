/**
 * The list of Chinese words for the keys of a kiosk, made while the pages are built from packages that are installed: words and how often
 * they are used from jieba, how they are read from pinyin-pro. Runs in Node alone; `lexicon.ts` reads in the browser what is written here.
 *
 * A line for each character: its readings, then the words that begin with it, by how much they are used (`levelOf`, a letter). So
 * `长changP zhangX;R城;R+寿;V2辈` has 长 with two readings, 长城 and the place 长寿 at R, 长辈 at V. In a word a character is read in its first way unless
 * the number of another follows. Words that begin alike stand together, which compresses to two thirds of a list by use.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pinyin } from 'pinyin-pro';
import { letterOf, levelOf, rareLevel } from './levels.ts';

/** Less common words are put together from shorter ones while somebody types. */
const leastUses = 25;
/** Names of places are what people fill in most at a kiosk: all of them, however seldom anybody writes about the place. */
const leastUsesOfPlaces = 3;
/** So are papers: what no book speaks of is asked for at a window every day. */
const leastUsesOfPapers = 2;
const isPaper = /..[证书照卡表]$/;

const isHan = /^[\u4e00-\u9fff]+$/;
const toneless = { toneType: 'none', type: 'array', v: true } as const;
const isReading = /^[a-z]+$/;

interface Counted {
  text: string;
  uses: number;
  place: boolean;
}

function countedWords(): Counted[] {
  const file = createRequire(import.meta.url).resolve('@node-rs/jieba/dict.txt');
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([text]) => isHan.test(text!))
    .map(([text, uses, kind]) => ({ text: text!, uses: Number(uses), place: kind === 'ns' }));
}

/** The 6,763 characters of GB 2312, which everybody writes. Others are in names of people and places, or are old forms. */
export function charactersOfGb2312(): Set<string> {
  const decoder = new TextDecoder('gbk');
  const found = new Set<string>();
  for (let row = 0xb0; row <= 0xf7; row++)
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const text = decoder.decode(new Uint8Array([row, cell]));
      if (text.length === 1 && isHan.test(text)) found.add(text);
    }
  return found;
}

/** How a character is read: each reading with how much it is used, by itself and in words. */
type Readings = Map<string, number>;

/** Every character of the block: whoever has a rare one in their name must be able to write it. */
function readCharacters(alone: Map<string, number>): Map<string, Readings> {
  const found = new Map<string, Readings>();
  for (let code = 0x4e00; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const readings = pinyin(character, { ...toneless, multiple: true }).filter((reading) => isReading.test(reading));
    const uses = alone.get(character) ?? 0;
    // By itself a character is nearly always read in its first way.
    if (readings.length > 0)
      found.set(character, new Map([...new Set(readings)].map((reading, i) => [reading, i === 0 ? uses : 0])));
  }
  return found;
}

/** Makes the list. It takes two seconds, mostly of finding out how 75,000 words are read. */
export function wordList(): string {
  const counted = countedWords();
  const alone = new Map(counted.filter(({ text }) => text.length === 1).map(({ text, uses }) => [text, uses]));
  const characters = readCharacters(alone);
  const words = counted
    .filter(({ text, uses, place }) => {
      const { length } = text;
      const least = place ? leastUsesOfPlaces : isPaper.test(text) ? leastUsesOfPapers : leastUses;
      return length >= 2 && length <= 4 && uses >= least;
    })
    .map((word) => ({ ...word, readings: pinyin(word.text, toneless) }))
    .filter(({ text, readings }) => readings.length === text.length && readings.every((one) => isReading.test(one)));
  for (const { text, uses, readings } of words)
    for (const [i, reading] of readings.entries()) {
      const all = characters.get(text[i]!)!;
      // A part of what a word is used speaks for the character by itself.
      all.set(reading, (all.get(reading) ?? 0) + uses / 20);
    }
  const everyday = charactersOfGb2312();
  const beginningWith = Map.groupBy(words, ({ text }) => text[0]!);
  return [...characters]
    .map(([character, readings]) => {
      const level = (uses: number): string => letterOf(everyday.has(character) ? levelOf(uses) : rareLevel(uses));
      const own = [...readings].map(([reading, uses]) => reading + level(uses)).join(' ');
      const alike = Map.groupBy(beginningWith.get(character) ?? [], ({ uses, place }) => letterOf(levelOf(uses)) + (place ? '+' : '')); // prettier-ignore
      const rest = [...alike]
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([head, all]) => `;${head}${all.map((word) => afterFirst(word, characters)).join(' ')}`);
      return character + own + rest.join('');
    })
    .join('\n');
}

/** A word without its first character, whose number stays. */
function afterFirst(word: { text: string; readings: string[] }, characters: Map<string, Readings>): string {
  const numbers = word.readings.map((reading, i) => [...characters.get(word.text[i]!)!.keys()].indexOf(reading) + 1);
  return numbers.map((number, i) => (i === 0 ? '' : word.text[i]!) + (number === 1 ? '' : String(number))).join('');
}
