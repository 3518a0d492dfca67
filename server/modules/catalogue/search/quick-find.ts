/**
 * Choosing an item at a window from the keyboard: initials (yyzz for 营业执照), words, or a piece of the code. Looks through prepared
 * lines one after the other: 10,000 items take some milliseconds.
 */
import type { Searchable } from './index-of-items.ts';
import { initialsOf, normalise } from './text.ts';

interface Line {
  itemId: string;
  code: string;
  names: { text: string; plain: string; initials: string }[];
}
export interface QuickHit {
  itemId: string;
  /** The name that was met. */
  met: string;
  score: number;
}

const lines = new WeakMap<Searchable, Line>();
function lineOf(item: Searchable): Line {
  let line = lines.get(item);
  if (!line) {
    const { body } = item;
    const names = [body.plainName, body.name, ...body.synonyms, body.plainNameEn, body.nameEn].flatMap((text) =>
      text ? [{ text, plain: normalise(text), initials: /\p{Script=Han}/u.test(text) ? initialsOf(text) : '' }] : [],
    );
    lines.set(item, (line = { itemId: item.itemId, code: item.code.toLowerCase(), names }));
  }
  return line;
}

/** Prepares the lines, so that the first one who types does not wait. */
export const prepareQuickFind = (items: readonly Searchable[]): void => void items.map(lineOf);

/** Items whose names or code hold all the words typed, the best first. */
export function quickFind(items: readonly Searchable[], typed: string, limit = 12): QuickHit[] {
  const words = normalise(typed).trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits: QuickHit[] = [];
  for (const item of items) {
    const line = lineOf(item);
    let best: QuickHit | undefined;
    for (const name of line.names) {
      let score = 0;
      for (const word of words) {
        const one = scoreOf(name, word);
        if (one === 0) {
          score = 0;
          break;
        }
        score += one;
      }
      // Of two names that begin so, the shorter one is meant.
      score = score === 0 ? 0 : score + 4 / (name.plain.length + 2);
      if (score > 0 && (!best || score > best.score)) best = { itemId: line.itemId, met: name.text, score };
    }
    if (!best && words.length === 1 && words[0]!.length >= 4) {
      const at = line.code.indexOf(words[0]!);
      if (at >= 0) best = { itemId: line.itemId, met: item.code, score: at === 0 ? 2 : 1 };
    }
    if (best) hits.push(best);
  }
  return hits.sort((a, b) => b.score - a.score || (a.met < b.met ? -1 : 1)).slice(0, limit);
}

function scoreOf(name: Line['names'][number], word: string): number {
  const at = name.plain.indexOf(word);
  if (at >= 0) return at === 0 ? 6 : 4;
  if (name.initials === '' || !/^[a-z0-9]+$/.test(word)) return 0;
  const heard = name.initials.indexOf(word);
  return heard < 0 ? 0 : heard === 0 ? 5 : 3;
}
