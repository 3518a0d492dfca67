/** Which keys lie where. A row is twenty columns wide; a key of a letter takes two of them. Pure. */
import type { Language } from '../../../words/words.ts';

export type Layer = 'pinyin' | 'latin' | 'figures';

interface Rows {
  /** Signs of the rows above the last; the second row of letters is set in by half a key. */
  upper: readonly [string, string, string];
  /** Signs to the left and to the right of the blank. */
  beside: readonly [string, string] | undefined;
}

export const rows: Record<Layer, Rows> = {
  pinyin: { upper: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], beside: ['，', '。'] },
  latin: { upper: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'], beside: [',', '.'] },
  figures: { upper: ['1234567890', "-/#.,@&'()", '、，。：（）·X'], beside: undefined },
};

/** What an address goes on with after a name or a number. */
export const placeWords = ['市', '区', '县', '镇', '村', '组', '路', '街', '号', '栋', '单元', '室'];

/** The keys on which a field opens. */
export function firstLayer(kind: 'figures' | 'code' | 'latin' | 'words', language: Language): Layer {
  if (kind === 'figures' || kind === 'code') return 'figures';
  return kind === 'latin' || language === 'en' ? 'latin' : 'pinyin';
}

/**
 * Which candidates fit on a page: the index of the first one of each. `widths` and `room` in the same measure; a page has so many rows, and a
 * candidate that is wider than a row has one to itself.
 */
export function pagesOf(widths: readonly number[], room: number, rowsOfPage: number): number[] {
  const starts: number[] = [];
  let row = rowsOfPage;
  let left = 0;
  for (const [index, width] of widths.entries()) {
    if (width > left) {
      row += 1;
      left = room;
      if (row > rowsOfPage) {
        starts.push(index);
        row = 1;
      }
    }
    left -= width;
  }
  return starts;
}
