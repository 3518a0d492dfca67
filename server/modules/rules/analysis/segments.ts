/**
 * The values of one column of a table, cut where its cells change their mind: within a segment every cell holds for all values or for
 * none. One sample then speaks for the whole segment.
 */
import { outermost } from '../feel/builtins/all.ts';
import { sayValue } from '../feel/builtins/contexts.ts';
import { equal, order } from '../feel/compare.ts';
import { decimal, type Decimal } from '../feel/decimal.ts';
import { cellHolds, evaluate } from '../feel/evaluate.ts';
import { dateOfDayNumber, DateValue, dayNumber } from '../feel/moments.ts';
import { withName } from '../feel/scope.ts';
import type { Tree, UnaryTests } from '../feel/tree.ts';
import { any } from '../feel/types.ts';
import { isList, isNumber, isString, RangeValue, type Value } from '../feel/values.ts';

export type ColumnType = 'integer' | 'number' | 'string' | 'boolean' | 'date';

export interface Segment {
  sample: Value;
  /** Where it begins and ends; undefined: without an end. Both the same: one value. */
  low?: Value | undefined;
  high?: Value | undefined;
  lowClosed?: boolean;
  highClosed?: boolean;
  /** Everything that no cell names. */
  others?: true;
}

const plain = outermost(() => any, new Date(0));

/** Whether a cell compares its input with constants alone, and which they are; undefined: it does something else. */
function constantsIn(tree: Tree): Value[] | undefined {
  const all = (...parts: readonly Tree[]): Value[] | undefined => {
    const found = parts.map(constantsIn);
    return found.some((one) => !one) ? undefined : (found as Value[][]).flat();
  };
  switch (tree.kind) {
    case 'test':
      return all(tree.with);
    case 'range':
      return all(...[tree.low, tree.high].filter((end) => end !== undefined));
    case 'list':
      return all(...tree.items);
    case 'and':
    case 'or':
    case 'compare':
      return all(tree.left, tree.right);
    case 'between':
      return all(tree.of, tree.low, tree.high);
    case 'in':
      return all(tree.of, ...tree.tests);
    case 'name':
      return tree.name === '?' ? [] : undefined;
    case 'number':
    case 'string':
    case 'boolean':
    case 'at':
      return [evaluate(tree, plain)];
    case 'minus':
      return tree.of.kind === 'number' ? [evaluate(tree, plain)] : undefined;
    case 'call':
      return tree.what.kind === 'name' && tree.what.name === 'date' && tree.args.every(({ kind }) => ['string', 'number'].includes(kind)) // prettier-ignore
        ? [evaluate(tree, plain)]
        : undefined;
    default:
      return undefined;
  }
}

/** Whether the tree asks for the order of texts, which are cut by equality alone. */
const asksOrder = (tests: UnaryTests): boolean =>
  JSON.stringify(tests).match(/"by":"[<>]|"kind":"(?:range|between)"/) !== null;

/** Why a column cannot be looked at. */
export type NotLooked = 'expression' | 'mixed' | 'order';

/**
 * The segments of a column within the allowed values.
 * @param type `integer` and `date` have nothing between two neighbours.
 */
export function segmentsOf(
  cells: readonly UnaryTests[],
  type: ColumnType,
  allowed: UnaryTests | undefined,
): readonly Segment[] | NotLooked {
  const asked = [...cells, ...(allowed ? [allowed] : [])].filter((cell) => !cell.any);
  const constants: Value[] = [];
  for (const cell of asked)
    for (const test of cell.tests) {
      const found = constantsIn(test);
      if (!found) return 'expression';
      constants.push(...found);
    }
  if (constants.some((value) => value === null || isList(value) || !fitsType(value, type))) return 'mixed';
  const all = type === 'boolean' ? bools : type === 'string' ? texts(constants) : lines(constants, type);
  if (type === 'string' && asked.some(asksOrder)) return 'order';
  return allowed ? all.filter(({ sample }) => holds(allowed, sample)) : all;
}

function fitsType(value: Value, type: ColumnType): boolean {
  if (type === 'boolean') return typeof value === 'boolean';
  if (type === 'string') return isString(value);
  return type === 'date' ? value instanceof DateValue : isNumber(value);
}

/** Whether a cell holds for a value, by the evaluator itself. */
export const holds = (cell: UnaryTests, value: Value): boolean => cellHolds(value, cell, withName('?', value, plain));

const bools: Segment[] = [true, false].map((is) => ({
  sample: is,
  low: is,
  high: is,
  lowClosed: true,
  highClosed: true,
}));

function texts(constants: readonly Value[]): Segment[] {
  const known = [...new Set(constants.filter(isString))];
  let other = '其他';
  while (known.includes(other)) other += '…';
  return [
    ...known.map((text) => ({ sample: text, low: text, high: text, lowClosed: true, highClosed: true })),
    { sample: other, others: true },
  ];
}

/** A line cut at the constants: each of them by itself, and what lies between. */
function lines(constants: readonly Value[], type: ColumnType): Segment[] {
  const cuts = constants
    .filter((value, index) => constants.findIndex((one) => equal(one, value) === true) === index)
    .toSorted((a, b) => order(a, b) ?? 0);
  const segments: Segment[] = [];
  const ends: (Value | undefined)[] = [undefined, ...cuts, undefined];
  for (let index = 0; index < ends.length - 1; index += 1) {
    const [low, high] = [ends[index], ends[index + 1]];
    if (low !== undefined) segments.push({ sample: low, low, high: low, lowClosed: true, highClosed: true });
    const sample = between(low, high, type);
    if (sample !== undefined) segments.push({ sample, low, high, lowClosed: false, highClosed: false });
  }
  // A column of whole numbers knows no cut such as 59.5.
  return type === 'integer' ? segments.filter(({ sample }) => (sample as Decimal).isInteger()) : segments;
}

function between(low: Value | undefined, high: Value | undefined, type: ColumnType): Value | undefined {
  if (type === 'date') {
    const [from, to] = [low as DateValue | undefined, high as DateValue | undefined];
    const day = from ? dayNumber(from) + 1 : to ? dayNumber(to) - 1 : 20_000;
    return to && day >= dayNumber(to) ? undefined : dateOfDayNumber(day);
  }
  const [from, to] = [low as Decimal | undefined, high as Decimal | undefined];
  const whole = from ? from.floor().plus(1) : to ? to.ceil().minus(1) : decimal(0);
  if (!to || whole.lt(to)) return whole;
  return type === 'integer' ? undefined : from!.plus(to).div(2);
}

/** Neighbouring segments as one cell of FEEL that a person can read. */
export function sayCell(segments: readonly Segment[], all: readonly Segment[]): string {
  if (segments.length === all.length) return '-';
  const parts: string[] = [];
  for (let index = 0; index < segments.length; index += 1) {
    const first = segments[index]!;
    let last = first;
    while (
      segments[index + 1] &&
      all.indexOf(segments[index + 1]!) === all.indexOf(last) + 1 &&
      !first.others &&
      joins(last, segments[index + 1]!)
    )
      // prettier-ignore
      last = segments[(index += 1)]!;
    parts.push(sayRun(first, last, all));
  }
  return parts.join(', ');
}

/** Texts and truths stand side by side without being a range. */
const joins = (one: Segment, next: Segment): boolean =>
  !isString(one.sample) && typeof one.sample !== 'boolean' && !next.others;

function sayRun(first: Segment, last: Segment, all: readonly Segment[]): string {
  if (first.others) {
    const named = all.filter(({ others }) => !others).map(({ sample }) => sayEnd(sample));
    return named.length === 0 ? '-' : `not(${named.join(', ')})`;
  }
  if (first === last && first.lowClosed && equal(first.low ?? null, first.high ?? null) === true)
    return sayEnd(first.sample);
  if (first.low === undefined) return `${last.highClosed ? '<=' : '<'} ${sayEnd(last.high ?? null)}`;
  if (last.high === undefined) return `${first.lowClosed ? '>=' : '>'} ${sayEnd(first.low)}`;
  return `${first.lowClosed ? '[' : '('}${sayEnd(first.low)}..${sayEnd(last.high)}${last.highClosed ? ']' : ')'}`;
}

/** A constant as it is written in a cell. */
export const sayEnd = (value: Value): string =>
  value instanceof DateValue ? `date("${sayValue(value)}")` : value instanceof RangeValue ? '' : sayValue(value, true);
