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
        const found = matchAt(glyphs, at, label) ?? matchCut(glyphs, at, label, labels);
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

/**
 * A label of which the detection has lost a letter at an edge, where the letters stand far apart (姓 … 名): the rest stands at the edge of a
 * line of its own. Of two letters the one that is left has to belong to one label alone.
 */
function matchCut<Tag>(
  glyphs: readonly Glyph[],
  at: number,
  { text }: Label<Tag>,
  labels: readonly Label<Tag>[],
): ReturnType<typeof matchAt> {
  const letters = [...text];
  const first = glyphs[at]!;
  if (glyphs[at - 1]?.line === first.line || letters.length > 6) return undefined;
  for (const rest of [letters.slice(1), letters.slice(0, -1)]) {
    const to = at + rest.length;
    const last = glyphs[to - 1];
    const after = glyphs[to];
    if (!last || rest.some((letter, i) => glyphs[at + i]!.text !== letter || glyphs[at + i]!.line !== first.line))
      continue;
    const alone = after?.line !== last.line;
    if (!alone && !(rest[0] === letters[1] && after && /^[::]$/.test(after.text))) continue;
    if (rest.length === 1 && labels.filter((other) => [...other.text].length === 2 && other.text.includes(rest[0]!)).length > 1) continue; // prettier-ignore
    return { from: at, to, x0: first.x0, x1: last.x1, off: 1, apart: true };
  }
  return undefined;
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

/**
 * Adds labels of a column that were not legible: between two that were found, as many rows have something in the column and something beside
 * it as labels are missing. What stands in the column there is the label, whatever was made of it.
 */
export function withLost(
  rows: readonly Row[],
  found: readonly Found<string>[],
  column: readonly string[],
): Found<string>[] {
  const known = column.flatMap((tag, place) => found.filter((one) => one.tag === tag).slice(0, 1).map((one) => ({ ...one, place }))); // prettier-ignore
  if (known.length < 2) return [...found];
  const left = Math.min(...known.map(({ x0 }) => x0));
  const right = Math.max(...known.map(({ x1 }) => x1));
  const lost: Found<string>[] = [];
  for (const [i, upper] of known.entries()) {
    const lower = known[i + 1];
    const missing = lower ? column.slice(upper.place + 1, lower.place) : [];
    if (!lower || missing.length === 0 || lower.row <= upper.row) continue;
    const between: Omit<Found<string>, 'tag'>[] = [];
    for (let row = upper.row + 1; row < lower.row; row++) {
      const { glyphs } = rows[row]!;
      if (found.some((one) => one.row === row && one.x0 < right)) continue;
      const own = glyphs.flatMap((glyph, at) => ((glyph.x0 + glyph.x1) / 2 < right && glyph.x1 > left ? [at] : []));
      const [from, last] = [own[0], own.at(-1)];
      if (from === undefined || last === undefined || !glyphs[last + 1]) continue;
      between.push({ row, from, to: last + 1, x0: glyphs[from]!.x0, x1: glyphs[last]!.x1, off: last + 1 - from, apart: true }); // prettier-ignore
    }
    if (between.length === missing.length) lost.push(...between.map((one, at) => ({ ...one, tag: missing[at]! })));
  }
  return [...found, ...lost].toSorted((a, b) => a.row - b.row || a.from - b.from);
}
