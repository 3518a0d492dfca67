/** What is wrong with a table as a whole: values for which no rule holds, for which several do, and rules that never count. */
import { parseUnaryTests } from '../feel/parse.ts';
import type { UnaryTests } from '../feel/tree.ts';
import type { Value } from '../feel/values.ts';
import { sayCell, sayEnd, segmentsOf, holds, type ColumnType, type NotLooked, type Segment } from './segments.ts';

export interface AnalysedTable {
  hitPolicy: string;
  columns: readonly { type: ColumnType; allowed: UnaryTests | undefined }[];
  /** Cells in the order of the columns; what a rule says as one text, the same for the same outputs. */
  rules: readonly { cells: readonly UnaryTests[]; says: string }[];
}

/** A part of the table's space: a cell for each column, and one value out of each. */
export interface Place {
  cells: string[];
  example: string[];
  /** For programs. */
  sample: Value[];
}
export interface Overlap extends Place {
  /** Places of the rules in the table, from 0. */
  rules: number[];
  /** They say different things, and the hit policy does not say which counts. */
  contradictory: boolean;
}
export type Analysis =
  | { looked: true; gaps: Place[]; overlaps: Overlap[]; never: number[]; more: boolean }
  | { looked: false; why: NotLooked | 'tooLarge'; column: number };

/** As many gaps and overlaps as a person reads. */
const most = 20;
/** Steps of the search: tables of a dozen columns and a hundred rules stay far below. */
const mostSteps = 200_000;

/** Splits the space of a table column by column; parts in which the same rules are left are looked at once. */
export function analyse(table: AnalysedTable): Analysis {
  const columns: Segment[][] = [];
  for (const [index, { type, allowed }] of table.columns.entries()) {
    const found = segmentsOf(table.rules.map(({ cells }) => cells[index]!), type, allowed); // prettier-ignore
    if (typeof found === 'string') return { looked: false, why: found, column: index };
    columns.push([...found]);
  }
  const gaps: Place[] = [];
  const overlaps: Overlap[] = [];
  const counts = new Set<number>();
  const seenPairs = new Set<string>();
  const done = new Set<string>();
  let [steps, more] = [0, false];

  const placeOf = (path: readonly (readonly Segment[])[]): Place => {
    const whole = columns.map((all, index) => path[index] ?? all);
    return {
      cells: whole.map((segments, index) => sayCell(segments, columns[index]!)),
      example: whole.map((segments) => sayEnd(segments[0]?.sample ?? null)),
      sample: whole.map((segments) => segments[0]?.sample ?? null),
    };
  };
  const keep = <T>(list: T[], one: T): void => {
    if (list.length < most) list.push(one);
    else more = true;
  };

  const walk = (column: number, left: readonly number[], path: readonly (readonly Segment[])[]): boolean => {
    steps += 1;
    if (steps > mostSteps) return false;
    if (left.length === 0) {
      keep(gaps, placeOf(path));
      return true;
    }
    const key = `${column}:${left.join(',')}`;
    // The same rules were left in another part: what can be found from here was found. A gap is told once for each way into it.
    if (done.has(key)) return true;
    done.add(key);
    if (column === columns.length) {
      found(left, path);
      return true;
    }
    const groups = new Map<string, { left: number[]; segments: Segment[] }>();
    for (const segment of columns[column]!) {
      const still = left.filter((rule) => holds(table.rules[rule]!.cells[column]!, segment.sample));
      const group = groups.get(still.join(',')) ?? { left: still, segments: [] };
      group.segments.push(segment);
      groups.set(still.join(','), group);
    }
    for (const group of groups.values()) if (!walk(column + 1, group.left, [...path, group.segments])) return false;
    return true;
  };

  const found = (left: readonly number[], path: readonly (readonly Segment[])[]): void => {
    const first = left[0]!;
    if (table.hitPolicy === 'F') counts.add(first);
    else for (const rule of left) counts.add(rule);
    if (left.length < 2 || table.hitPolicy === 'F') return;
    const differ = left.some((rule) => table.rules[rule]!.says !== table.rules[first]!.says);
    if (table.hitPolicy === 'A' && !differ) return;
    if (seenPairs.has(left.join(','))) return;
    seenPairs.add(left.join(','));
    keep(overlaps, {
      ...placeOf(path),
      rules: [...left],
      // Unique means one: also two that say the same leave a case without an answer (`judge`).
      contradictory: table.hitPolicy === 'U' || (differ && table.hitPolicy === 'A'),
    });
  };

  const all = table.rules.map((_, index) => index);
  if (!walk(0, all, [])) return { looked: false, why: 'tooLarge', column: 0 };
  return { looked: true, gaps, overlaps, never: all.filter((rule) => !counts.has(rule)), more };
}

/** The cells of a table as text, read. @throws FeelFault */
export const readCells = (texts: readonly string[]): UnaryTests[] => texts.map((text) => parseUnaryTests(text));
