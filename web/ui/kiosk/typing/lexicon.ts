/** The words that the keys of a kiosk know, read from the list that `word-list.ts` writes. Pure; nothing is learned from anybody. */
import { costOf } from './levels.ts';

export interface Word {
  text: string;
  /** A syllable for each character, without tones, `v` for ü. */
  syllables: readonly string[];
  /** How unlikely it is (`levels.ts`). */
  cost: number;
  /** The name of a place. */
  place: boolean;
}

export interface Lexicon {
  /** The words that begin with a syllable, the most likely ones first. */
  beginningWith: ReadonlyMap<string, readonly Word[]>;
  /** By the first letter, for words of which only initials are typed. */
  syllablesOf: ReadonlyMap<string, readonly string[]>;
}

/** Takes the list apart. Some 100,000 words and readings in a quarter of a second: once for each start of a kiosk. */
export function readLexicon(list: string): Lexicon {
  const lines = list.split('\n');
  const readings = new Map<string, string[]>();
  const words: Word[] = [];
  for (const line of lines) {
    const character = line[0]!;
    const end = line.indexOf(';');
    const own = line.slice(1, end === -1 ? undefined : end).split(' ');
    readings.set(
      character,
      own.map((reading) => reading.slice(0, -1)),
    );
    for (const reading of own)
      words.push({ text: character, syllables: [reading.slice(0, -1)], cost: costOf(reading.at(-1)!), place: false });
  }
  for (const line of lines)
    for (const part of line.split(';').slice(1)) {
      const place = part[1] === '+';
      for (const rest of part.slice(place ? 2 : 1).split(' '))
        words.push({ ...longer(line[0]! + rest, readings), cost: costOf(part[0]!), place });
    }
  words.sort((one, other) => one.cost - other.cost);
  const beginningWith = Map.groupBy(words, ({ syllables }) => syllables[0]!);
  return { beginningWith, syllablesOf: Map.groupBy(beginningWith.keys(), (syllable) => syllable[0]!) };
}

function longer(written: string, readings: ReadonlyMap<string, readonly string[]>): Pick<Word, 'text' | 'syllables'> {
  let text = '';
  const syllables: string[] = [];
  for (const sign of written)
    if (sign >= '1' && sign <= '9') syllables[text.length - 1] = readings.get(text.at(-1)!)![Number(sign) - 1]!;
    else {
      text += sign;
      syllables.push(readings.get(sign)![0]!);
    }
  return { text, syllables };
}
