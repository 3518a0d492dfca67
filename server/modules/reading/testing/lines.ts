/** Lines as the recogniser gives them, for tests of templates without it. */
import { isWide } from '../ocr/recognise.ts';
import { rectangle } from '../picture/homography.ts';
import { rowsOf, type ReadLine, type Row } from '../fields/glyphs.ts';

/** A line of letters of a size at a place; `gaps` in letters come from spaces. */
export function lineAt(x: number, y: number, size: number, text: string, p = 0.99): ReadLine {
  const letters: { text: string; p: number; from: number; to: number }[] = [];
  const wide = (letter: string): number => (isWide(letter) ? 1 : 0.55);
  const total = [...text].reduce((sum, letter) => sum + wide(letter), 0);
  let at = 0;
  for (const letter of text) {
    const to = at + wide(letter);
    if (letter !== ' ') letters.push({ text: letter, p, from: at / total, to: to / total });
    at = to;
  }
  // The detection draws its boxes wider than the letters are high.
  return { letters, quad: rectangle(x, y - size * 0.2, x + total * size, y + size * 1.2) };
}

/** A page of such lines: `[x, y, text]`, letters of 20 pixels unless a size is given. */
export const pageOf = (...lines: (readonly [number, number, string, number?])[]): Row[] =>
  rowsOf(lines.map(([x, y, text, size = 20]) => lineAt(x, y, size, text)), 0); // prettier-ignore
