/** Which kind of document a page is, by the words printed on it. Pure. */
import { layoutOf } from './extract.ts';
import { textOf, type Row } from './glyphs.ts';
import type { Template } from './template.ts';

export interface KindGuess {
  template: Template;
  /** Marks and labels that were found, by their weights. */
  score: number;
  /** 0 to 1: how far it is before the next one, and how much of it there is. */
  confidence: number;
}

/** Points below which nothing is said: a title and a label, or four labels. */
const least = 4;

/** The likeliest kind, or undefined when too little speaks for any. */
export function classify(templates: readonly Template[], rows: readonly Row[]): KindGuess | undefined {
  const text = rows.map(({ glyphs }) => textOf(glyphs)).join('\n');
  const scored = templates
    .map((template) => ({ template, score: scoreOf(template, rows, text) }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score < least) return undefined;
  const ahead = (first.score - Math.max(0, second?.score ?? 0)) / first.score;
  const enough = Math.min(1, first.score / 10);
  return { ...first, confidence: Math.round(Math.min(0.99, 0.35 + 0.4 * ahead + 0.3 * enough) * 100) / 100 };
}

export function scoreOf(template: Template, rows: readonly Row[], text: string): number {
  let score = 0;
  for (const { text: mark, weight } of template.marks)
    if (typeof mark === 'string' ? nearlyIn(text, mark) : mark.test(text)) score += weight;
  const labels = new Set(layoutOf(template, rows).found.map(({ tag }) => tag));
  for (const { labels: names } of template.fields) {
    const found = names.find((name) => labels.has(name));
    // Short labels such as 姓名 stand on many documents.
    if (found) score += found.length >= 4 ? 1 : 0.5;
  }
  return score;
}

/** Whether a word is in a text, with one letter in five misread. */
function nearlyIn(text: string, word: string): boolean {
  if (text.includes(word)) return true;
  const letters = [...word];
  const allowed = Math.floor(letters.length / 5);
  if (allowed === 0) return false;
  const all = [...text];
  for (let at = 0; at + letters.length <= all.length; at++) {
    let off = 0;
    for (let i = 0; i < letters.length && off <= allowed; i++) if (all[at + i] !== letters[i]) off++;
    if (off <= allowed) return true;
  }
  return false;
}
