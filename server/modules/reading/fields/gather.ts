/** From a label to the glyphs of its value: beside it, below it, on into the next lines, or around it in a table. Pure. */
import { emOf, heightOf, middleOf, type Glyph, type Row } from './glyphs.ts';
import { gapBetween, type Found } from './labels.ts';
import type { FieldTemplate } from './template.ts';

/** A stretch of a row without a label in it. */
interface Piece {
  row: number;
  glyphs: Glyph[];
}

/** A value's glyphs, line by line. */
export type Parts = Glyph[][];

const isMark = ({ text }: Glyph): boolean => /^[::;;|]$/.test(text);

/** The page as pieces of values between labels. */
export class Layout {
  readonly rows: readonly Row[];
  readonly found: readonly Found<string>[];
  #byRow = new Map<number, Found<string>[]>();

  constructor(rows: readonly Row[], found: readonly Found<string>[]) {
    this.rows = rows;
    this.found = found;
    for (const one of found) this.#byRow.set(one.row, [...(this.#byRow.get(one.row) ?? []), one]);
  }

  labelsIn(row: number): readonly Found<string>[] {
    return this.#byRow.get(row) ?? [];
  }

  /** What stands in a row from a glyph on, until the next label or a break that no value has. */
  piece(row: number, from: number, until?: number): Piece {
    const { glyphs } = this.rows[row]!;
    const next = this.labelsIn(row).find((label) => label.from >= from);
    const end = Math.min(next?.from ?? glyphs.length, until ?? glyphs.length);
    const taken: Glyph[] = [];
    for (let i = from; i < end; i++) {
      const glyph = glyphs[i]!;
      if (taken.length === 0 && isMark(glyph)) continue;
      const before = taken.at(-1);
      if (before) {
        const gap = gapBetween(before, glyph);
        const alike = Math.abs(heightOf(glyph) - heightOf(before)) < 0.35 * Math.max(heightOf(before), heightOf(glyph));
        if (gap > 4 || (gap > 2 && !alike)) break;
      }
      taken.push(glyph);
    }
    return { row, glyphs: taken };
  }
}

/** The value of a label; empty when there is none. A seal that stands in it is left out. */
export function gather(layout: Layout, label: Found<string>, field: FieldTemplate): Parts {
  const parts = gatherAll(layout, label, field);
  if (parts.every((part) => part.every(({ red }) => red))) return parts;
  return parts.map((part) => part.filter(({ red }) => !red)).filter((part) => part.length > 0);
}

/**
 * Whether the end of a line may be missing: where a value runs on, its lines are full, up to where others of their column end. A glare over the
 * end of a line leaves two halves that are read without any doubt.
 */
export function endsEarly({ rows }: Layout, parts: Parts): boolean {
  if (parts.length < 2) return false;
  const start = parts[0]![0]!;
  const em = emOf(start);
  const ends = rows.flatMap(({ glyphs, page }) => {
    const from = page === start.page ? glyphs.findIndex((glyph) => Math.abs(glyph.x0 - start.x0) < em * 0.8) : -1;
    if (from < 0) return [];
    let to = from;
    while (to + 1 < glyphs.length && gapBetween(glyphs[to]!, glyphs[to + 1]!) < 1) to++;
    return [glyphs[to]!.x1];
  });
  const right = Math.max(...ends, ...parts.map((part) => part.at(-1)!.x1));
  return parts.slice(0, -1).some((part) => !/[。;；.]/.test(part.at(-1)!.text) && right - part.at(-1)!.x1 > em * 3.2);
}

function gatherAll(layout: Layout, label: Found<string>, field: FieldTemplate): Parts {
  const where = field.where ?? 'right';
  if (where !== 'below') {
    const beside = layout.piece(label.row, label.to);
    // A value that begins far away belongs to another column.
    const own = layout.rows[label.row]!.glyphs[label.to - 1]!;
    if (beside.glyphs.length > 0 && gapBetween(own, beside.glyphs[0]!) < 14) {
      if (field.cell) return cell(layout, label, beside.glyphs);
      return field.lines ? runOn(layout, label, beside) : [beside.glyphs];
    }
    if (field.cell) {
      const around = cell(layout, label, []);
      if (around.length > 0) return around;
    }
    if (where === 'right') return [];
  }
  const under = below(layout, label);
  if (!under) return [];
  return field.lines ? runOn(layout, label, under) : [under.glyphs];
}

/** The nearest piece under a label that begins about where it does. */
function below(layout: Layout, label: Found<string>): Piece | undefined {
  const own = layout.rows[label.row]!.glyphs[label.from]!;
  const em = emOf(own);
  for (let row = label.row + 1; row < layout.rows.length; row++) {
    const { glyphs, page } = layout.rows[row]!;
    if (page !== own.page || middleOf(glyphs) - middleOf([own]) > heightOf(own) * 3) return undefined;
    const start = glyphs.findIndex(
      (glyph, i) => glyph.x1 > label.x0 - em && glyph.x0 < label.x1 && !inLabel(layout, row, i),
    );
    if (start < 0) continue;
    // Back to where this line begins.
    let from = start;
    while (from > 0 && glyphs[from - 1]!.line === glyphs[start]!.line && !inLabel(layout, row, from - 1)) from--;
    const piece = layout.piece(row, from);
    if (piece.glyphs.length > 0) return piece;
  }
  return undefined;
}

const inLabel = (layout: Layout, row: number, i: number): boolean =>
  layout.labelsIn(row).some(({ from, to }) => i >= from && i < to);

/** Pieces of a row within a column: they begin right of `left` and left of `right`. */
function piecesIn(layout: Layout, row: number, left: number, right: number): Piece | undefined {
  const { glyphs } = layout.rows[row]!;
  const start = glyphs.findIndex((glyph, i) => glyph.x0 >= left && glyph.x0 < right && !inLabel(layout, row, i));
  if (start < 0) return undefined;
  // A line that began left of the column goes through it: a title, or a number above a table.
  const before = glyphs[start - 1];
  if (before && before.line === glyphs[start]!.line && !inLabel(layout, row, start - 1) && !isMark(before) && gapBetween(before, glyphs[start]!) < 0.6) return undefined; // prettier-ignore
  let until = start;
  while (until < glyphs.length && glyphs[until]!.x0 < right) until++;
  const piece = layout.piece(row, start, until);
  return piece.glyphs.length > 0 ? piece : undefined;
}

/** Where the next column begins: at a label to the right in one of these rows. */
function columnEnd(layout: Layout, from: number, to: number, left: number): number {
  let end = Infinity;
  for (let row = from; row <= to && row < layout.rows.length; row++)
    for (const { x0 } of layout.labelsIn(row)) if (x0 > left) end = Math.min(end, x0);
  return end;
}

/** A value with the lines that follow it in its column. */
function runOn(layout: Layout, label: Found<string>, first: Piece): Parts {
  const parts: Parts = [first.glyphs];
  const start = first.glyphs[0]!;
  const em = emOf(start);
  let last = first.glyphs;
  const under = first.row !== label.row;
  for (let row = first.row + 1; row < layout.rows.length; row++) {
    const { glyphs, page } = layout.rows[row]!;
    const away = middleOf(glyphs) - middleOf(last);
    if (page !== start.page || away > heightOf(start) * 1.9) break;
    const right = columnEnd(layout, first.row, row, start.x0 + em);
    // A label in front of the column begins another value.
    const left = under ? start.x0 : Math.min(label.x1, start.x0);
    if (layout.labelsIn(row).some(({ x0, x1 }) => x0 < start.x0 && x1 > label.x0 - em * 6 && x0 < left + em)) break;
    const piece = piecesIn(layout, row, start.x0 - em * 1.6, right);
    if (!piece) continue;
    const ratio = heightOf(piece.glyphs[0]!) / heightOf(start);
    if (ratio < 0.7 || ratio > 1.4 || middleOf(piece.glyphs) - middleOf(last) > heightOf(start) * 1.9) break;
    parts.push(piece.glyphs);
    last = piece.glyphs;
  }
  return parts;
}

/**
 * A value in a table, whose label stands in the middle of its cell: lines that follow each other closely are one block, and a block belongs
 * to the label whose middle is nearest to its own.
 */
function cell(layout: Layout, label: Found<string>, beside: readonly Glyph[]): Parts {
  const own = layout.rows[label.row]!.glyphs[label.to - 1]!;
  const em = emOf(own);
  const height = middleOf([own]);
  const right = columnEnd(layout, label.row, label.row, label.x1);
  const left = beside[0] ? Math.min(beside[0].x0 - em * 1.6, label.x1 + em * 3) : label.x1;
  const pieces: Glyph[][] = [];
  for (const [row, { glyphs, page }] of layout.rows.entries()) {
    if (page !== own.page || Math.abs(middleOf(glyphs) - height) > heightOf(own) * 5) continue;
    const piece = piecesIn(layout, row, left, right);
    if (piece) pieces.push(piece.glyphs);
  }
  const rivals = layout.found.filter(({ x0, x1, row }) => row !== label.row && x1 > label.x0 - em * 2 && x0 < label.x1 + em * 2); // prettier-ignore
  const middles = rivals.map(({ row, to }) => middleOf([layout.rows[row]!.glyphs[to - 1]!]));
  return blocksOf(pieces, middles.concat(height))
    .filter((block) => {
      const middle = (middleOf(block[0]!) + middleOf(block.at(-1)!)) / 2;
      const away = Math.abs(middle - height);
      return away < heightOf(own) * 2.2 && middles.every((other) => Math.abs(middle - other) >= away);
    })
    .flat();
}

/** Lines that follow each other closely; a line at the height of a label of its own begins a new block. */
function blocksOf(pieces: readonly Glyph[][], labels: readonly number[]): Glyph[][][] {
  const blocks: Glyph[][][] = [];
  const labelOf = (glyphs: readonly Glyph[]): number | undefined =>
    labels.find((middle) => Math.abs(middle - middleOf(glyphs)) < heightOf(glyphs[0]!) * 0.33);
  for (const piece of pieces) {
    const before = blocks.at(-1)?.at(-1);
    const close = before && middleOf(piece) - middleOf(before) < heightOf(piece[0]!) * 1.25;
    const [own, other] = [labelOf(piece), before && labelOf(before)];
    if (close && (own === undefined || other === undefined || own === other)) blocks.at(-1)!.push(piece);
    else blocks.push([piece]);
  }
  return blocks;
}
