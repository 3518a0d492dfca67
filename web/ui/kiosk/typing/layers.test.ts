import { describe, expect, it } from 'vitest';
import { firstLayer, pagesOf, rows } from './layers.ts';

describe('the layer on which a field opens', () => {
  it('is that of the language, or of what the field takes', () => {
    expect(firstLayer('words', 'zh-CN')).toBe('pinyin');
    expect(firstLayer('words', 'en')).toBe('latin');
    expect(firstLayer('latin', 'zh-CN')).toBe('latin');
    for (const language of ['zh-CN', 'en'] as const)
      expect([firstLayer('figures', language), firstLayer('code', language)]).toEqual(['figures', 'figures']);
  });

  it('fits on a row of twenty columns, with the keys beside the letters', () => {
    for (const { upper } of Object.values(rows))
      expect(upper.map((signs) => [...signs].length <= 10)).toEqual([true, true, true]);
    expect([...rows.figures.upper[2]].length * 2 + 4).toBe(20);
    expect([...rows.pinyin.upper[2]].length * 2 + 3 + 3).toBe(20);
  });
});

describe('pages of candidates', () => {
  it('have as many as fit in a row', () => {
    expect(pagesOf([3, 3, 3, 3, 3], 7, 1)).toEqual([0, 2, 4]);
    expect(pagesOf([7], 7, 1)).toEqual([0]);
    expect(pagesOf([], 7, 1)).toEqual([]);
  });

  it('have as many rows as there is room for', () => {
    expect(pagesOf([3, 3, 3, 3, 3, 3, 3], 7, 3)).toEqual([0, 6]);
    // What does not fit goes to the next row, also at the end of a page.
    expect(pagesOf([5, 5, 2, 5], 7, 2)).toEqual([0, 3]);
  });

  it('give a row to what is wider than one', () => {
    expect(pagesOf([9, 2, 9, 2, 2], 7, 1)).toEqual([0, 1, 2, 3]);
    expect(pagesOf([9, 9, 9], 7, 2)).toEqual([0, 2]);
  });
});
