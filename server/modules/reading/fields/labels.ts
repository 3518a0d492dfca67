/** Finding the printed names of fields on a page, also spaced out (名 称), broken into several boxes, or with a letter misread. Pure. */
import { emOf, type Glyph, type Row } from './glyphs.ts';

/** Where a label stands: glyphs `from` to `to` (not included) of a row. */
export interface Found<Tag> {
  tag: Tag;
  row: number;
  from: number;
  to: number;
  x0: number;
  x1: number;
  /** Letters that differ. */
  off: number;
  /** Something sets it apart from what follows: a colon, a gap, the end of the line. */
  apart: boolean;
}

/** A label to look for; `tight`: it may follow a value without a gap, as on an identity card. */
export interface Label<Tag> {
  text: string;
  tag: Tag;
  tight?: boolean | undefined;
}

/** Letters that may differ in a label of this length. */
const tolerance = (length: number): number => (length >= 8 ? 2 : 1);

/** Finds labels, each glyph in one label at most: longer ones and those that fit better go first. */
export function findLabels<Tag>(rows: readonly Row[], labels: readonly Label<Tag>[]): Found<Tag>[] {
  const all: (Found<Tag> & { length: number })[] = [];
  for (const [r, { glyphs }] of rows.entries())
    for (const label of labels)
      for (let at = 0; at < glyphs.length; at++) {
        const found = matchAt(glyphs, at, label);
        if (found) all.push({ ...found, tag: label.tag, row: r, length: label.text.length });
      }
  // A short label with a letter misread is believed only where the label is not found anywhere else.
  const exact = new Set(all.filter(({ off }) => off === 0).map(({ tag }) => tag));
  const believed = all.filter(({ off, length, tag }) => off === 0 || length >= 4 || !exact.has(tag));
  believed.sort((a, b) => b.length - b.off * 2 - (a.length - a.off * 2) || Number(b.apart) - Number(a.apart));
  const taken = new Set<Glyph>();
  const kept: Found<Tag>[] = [];
  for (const found of believed) {
    const own = rows[found.row]!.glyphs.slice(found.from, found.to);
    if (own.some((glyph) => taken.has(glyph))) continue;
    for (const glyph of own) taken.add(glyph);
    kept.push(found);
  }
  return kept.toSorted((a, b) => a.row - b.row || a.from - b.from);
}

/** The distance between two glyphs of a row in letters. */
export const gapBetween = (left: Glyph, right: Glyph): number =>
  (right.x0 - left.x1) / Math.max(1, Math.min(emOf(left), emOf(right)));

const isSpeck = (glyph: Glyph | undefined): boolean => glyph !== undefined && /^[.,、·|)('\-_~]$/.test(glyph.text);
const mark = /^[::;;,,.。、|·*（(【]$/u;

function matchAt<Tag>(
  glyphs: readonly Glyph[],
  at: number,
  { text, tight }: Label<Tag>,
): Pick<Found<Tag>, 'from' | 'to' | 'x0' | 'x1' | 'off' | 'apart'> | undefined {
  const wanted = [...text];
  let off = 0;
  let to = at;
  for (const [i, letter] of wanted.entries()) {
    // A speck between letters is read as a mark.
    if (i > 0 && isSpeck(glyphs[to]) && glyphs[to]?.text !== letter && glyphs[to + 1]?.text === letter) to++;
    const glyph = glyphs[to];
    if (!glyph) return undefined;
    if (i > 0) {
      const gap = gapBetween(glyphs[to - 1]!, glyph);
      if (gap > 6 || (gap > 1.2 && wanted.length > 4)) return undefined;
    }
    if (glyph.text !== letter && ++off > tolerance(wanted.length)) return undefined;
    to++;
  }
  const [first, last] = [glyphs[at]!, glyphs[to - 1]!];
  const before = glyphs[at - 1];
  const after = glyphs[to];
  const begins =
    !before ||
    before.line !== first.line ||
    gapBetween(before, first) > 0.45 ||
    mark.test(before.text) ||
    before.text === ')';
  const apart = !after || after.line !== last.line || gapBetween(last, after) > 0.45 || mark.test(after.text);
  // In the middle of other words only what cannot be part of them.
  if (!begins && !(tight || (off === 0 && wanted.length >= 4 && apart))) return undefined;
  if (off > 0 && !(apart && begins)) return undefined;
  // Two letters of which one differs: only where they stand alone.
  if (off > 0 && wanted.length < 4 && (before?.line === first.line || after?.line === last.line)) return undefined;
  return { from: at, to, x0: first.x0, x1: last.x1, off, apart };
}
