/** A page as rows of glyphs: what templates look at. Pure. */
import type { Quad } from '../picture/homography.ts';

/** A letter in its place on the upright page; no spaces. */
export interface Glyph {
  text: string;
  /** How sure the recogniser is, 0 to 1. */
  p: number;
  x0: number;
  x1: number;
  y0: number;
  y1: number;
  /** Lines as the detection cut them; glyphs of one are one after the other. */
  line: number;
  page: number;
  /** Written in red: a seal's as a rule. */
  red: boolean;
}

/** A line as it comes from the recogniser, or as a test recorded it. */
export interface ReadLine {
  letters: readonly { text: string; p: number; from: number; to: number }[];
  quad: Quad;
  red?: boolean;
}

/** Glyphs at one height, from left to right. */
export interface Row {
  glyphs: Glyph[];
  page: number;
}

/** Rows of a page from above downwards. Lines that do not run level (seals, watermarks) are left out. */
export function rowsOf(lines: readonly ReadLine[], page: number): Row[] {
  const level = lines
    .map((line, i) => ({ line, glyphs: glyphsOf(line, i, page) }))
    .filter(({ line: { quad }, glyphs }) => glyphs.length > 0 && isLevel(quad))
    .map(({ glyphs }) => glyphs)
    .toSorted((a, b) => middleOf(a) - middleOf(b));
  const rows: Glyph[][][] = [];
  for (const glyphs of level) {
    const row = rows.findLast((parts) => belongs(parts, glyphs));
    if (row) row.push(glyphs);
    else rows.push([glyphs]);
  }
  return rows
    .map((parts) => ({ page, glyphs: withoutDoubles(parts.toSorted((a, b) => a[0]!.x0 - b[0]!.x0)) }))
    .toSorted((a, b) => middleOf(a.glyphs) - middleOf(b.glyphs));
}

/** Where two lines were cut through the same letter, both have a piece of it: the narrower one is none. */
function withoutDoubles(parts: readonly Glyph[][]): Glyph[] {
  const row: Glyph[] = [];
  for (const part of parts) {
    const own = [...part];
    while (row.length > 0 && own.length > 0) {
      const [last, first] = [row.at(-1)!, own[0]!];
      const [a, b] = [last.x1 - last.x0, first.x1 - first.x0];
      if (Math.min(last.x1, first.x1) - Math.max(last.x0, first.x0) < 0.45 * Math.min(a, b)) break;
      const dropLast = Math.abs(a - b) > 0.2 * Math.max(a, b) ? a < b : last.p < first.p;
      if (dropLast) row.pop();
      else own.shift();
    }
    row.push(...own);
  }
  return row;
}

function isLevel([a, b]: Quad): boolean {
  return Math.abs(b[1] - a[1]) < 0.3 * Math.abs(b[0] - a[0]);
}

export const middleOf = (glyphs: readonly Glyph[]): number => {
  const first = glyphs[0]!;
  const last = glyphs.at(-1)!;
  return (first.y0 + first.y1 + last.y0 + last.y1) / 4;
};
export const heightOf = ({ y0, y1 }: Glyph): number => y1 - y0;

/** A line stands in a row if it is at the height of the part that is nearest to it, and beside all of them. */
function belongs(parts: readonly Glyph[][], line: readonly Glyph[]): boolean {
  const [from, to] = [line[0]!.x0, line.at(-1)!.x1];
  let near: Glyph | undefined;
  let gap = Infinity;
  for (const part of parts) {
    const [start, end] = [part[0]!, part.at(-1)!];
    const overlap = Math.min(to, end.x1) - Math.max(from, start.x0);
    if (overlap > heightOf(start) * 0.7) return false;
    const away = start.x0 > from ? start.x0 - to : from - end.x1;
    if (away < gap) {
      gap = away;
      near = start.x0 > from ? start : end;
    }
  }
  if (!near) return false;
  const own = near.x0 > from ? line.at(-1)! : line[0]!;
  const low = Math.min(heightOf(near), heightOf(own));
  return Math.abs((near.y0 + near.y1) / 2 - (own.y0 + own.y1) / 2) < low * 0.45;
}

function glyphsOf({ letters, quad, red = false }: ReadLine, line: number, page: number): Glyph[] {
  const [a, b, c, d] = quad;
  const at = (p: readonly [number, number], q: readonly [number, number], share: number, axis: 0 | 1): number =>
    p[axis] + (q[axis] - p[axis]) * share;
  return (
    letters
      // The line that a blank is filled in on is read as a mark.
      .filter(({ text }) => text.trim() !== '' && text !== '_')
      .map(({ text, p, from, to }) => ({
        text: text.normalize('NFKC') === text ? text : text.normalize('NFKC'),
        p,
        x0: (at(a, b, from, 0) + at(d, c, from, 0)) / 2,
        x1: (at(a, b, to, 0) + at(d, c, to, 0)) / 2,
        y0: (at(a, b, from, 1) + at(a, b, to, 1)) / 2,
        y1: (at(d, c, from, 1) + at(d, c, to, 1)) / 2,
        line,
        page,
        red,
      }))
  );
}

/** The size of a letter: a line's box is drawn wider than its letters are high. */
export const emOf = (glyph: Glyph): number => heightOf(glyph) * 0.72;

export const textOf = (glyphs: readonly Glyph[]): string => glyphs.map(({ text }) => text).join('');

/**
 * Whether a letter may have been passed over: between two Han letters of one line is room for a third. A recogniser that
 * drops a letter says nothing of it, and is as sure of the others as ever.
 */
export function hasHole(glyphs: readonly Glyph[]): boolean {
  const pitches: number[] = [];
  // Between two lines of the detection there may be a letter that neither has.
  const breaks: number[] = [];
  for (const [i, glyph] of glyphs.entries()) {
    const before = glyphs[i - 1];
    if (!before || !isHan(glyph.text) || !isHan(before.text)) continue;
    const pitch = (glyph.x0 + glyph.x1 - before.x0 - before.x1) / 2;
    (before.line === glyph.line ? pitches : breaks).push(pitch);
  }
  if (pitches.length < 3) return false;
  const usual = pitches.toSorted((a, b) => a - b)[Math.floor(pitches.length / 2)]!;
  return pitches.some((pitch) => pitch > usual * 1.55) || breaks.some((pitch) => pitch > usual * 1.9);
}
const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);
