/** Built-in functions of lists (10.3.4.4). */
import { spend } from '../budget.ts';
import { equal, order } from '../compare.ts';
import { decimal, finite, type Decimal } from '../decimal.ts';
import { MonthsValue, DaysValue } from '../moments.ts';
import { calculate } from '../arithmetic.ts';
import { FunctionValue, isList, isNumber, type ListValue, type Value } from '../values.ts';
import { builtin } from './signature.ts';

/** Takes a list or its values one by one. */
const ofAll = (run: (list: ListValue) => Value) =>
  builtin(['list:list', run], ['n.:Any', (...values: Value[]) => (values.length < 2 ? null : run(values))]);

function extreme(list: ListValue, sign: 1 | -1): Value {
  let best: Value = list[0] ?? null;
  for (const value of list) {
    const which = order(value, best);
    if (which === null) return null;
    if (which * sign > 0) best = value;
  }
  return best;
}

const numbers = (list: ListValue): readonly Decimal[] | undefined => (list.every(isNumber) ? list : undefined);
const sumOf = (list: readonly Decimal[]): Decimal => list.reduce((sum, value) => sum.plus(value), decimal(0));

function sum(list: ListValue): Value {
  const all = numbers(list);
  if (all) return all.length === 0 ? null : finite(sumOf(all));
  const durations =
    list.every((item) => item instanceof DaysValue) || list.every((item) => item instanceof MonthsValue);
  return durations
    ? list.reduce<Value>(
        (total, item) => calculate('+', total, item),
        list[0] instanceof DaysValue ? new DaysValue(decimal(0)) : new MonthsValue(0),
      )
    : null;
}

function mean(list: ListValue): Value {
  return list.length === 0 ? null : calculate('/', sum(list), decimal(list.length));
}

function logic(list: ListValue, decides: boolean): Value {
  if (list.some((item) => item !== null && typeof item !== 'boolean')) return null;
  if (list.includes(decides)) return decides;
  return list.every((item) => typeof item === 'boolean') ? !decides : null;
}

const has = (list: ListValue, element: Value): boolean => list.some((item) => equal(item, element) === true);
const distinct = (list: ListValue): Value[] => {
  const kept: Value[] = [];
  for (const item of list) if (!has(kept, item)) kept.push(item);
  return kept;
};
function flatten(list: ListValue): Value[] {
  spend(list.length);
  return list.flatMap((item) => (isList(item) ? flatten(item) : [item]));
}

/** A place counted from 1, or from the end below zero, as one counted from 0; -1 if it is none. */
function placeIn(list: ListValue, position: Decimal): number {
  if (!position.isInteger()) return -1;
  const at = position.toNumber();
  const index = at > 0 ? at - 1 : at < 0 ? list.length + at : -1;
  return index >= 0 && index < list.length ? index : -1;
}

function sublist(list: ListValue, start: Decimal, length?: Decimal): Value {
  const from = placeIn(list, start);
  const count = length?.toNumber() ?? list.length - from;
  if (from < 0 || count < 1 || from + count > list.length) return null;
  return list.slice(from, from + count);
}

function insertBefore(list: ListValue, position: Decimal, item: Value): Value {
  const at = placeIn(list, position);
  return at < 0 ? null : [...list.slice(0, at), item, ...list.slice(at)];
}

function remove(list: ListValue, position: Decimal): Value {
  const at = placeIn(list, position);
  return at < 0 ? null : list.toSpliced(at, 1);
}

function replacePosition(list: ListValue, position: Decimal, item: Value): Value {
  const at = placeIn(list, position);
  return at < 0 ? null : list.with(at, item);
}

function replaceMatching(list: ListValue, match: FunctionValue, item: Value): Value {
  if (match.params.length !== 2) return null;
  const answers = list.map((old) => match.run([old, item]));
  return answers.every((answer) => typeof answer === 'boolean')
    ? list.map((old, index) => (answers[index] === true ? item : old))
    : null;
}

const ascending = (list: readonly Decimal[]): Decimal[] => list.toSorted((a, b) => a.cmp(b));

function median(list: ListValue): Value {
  const all = numbers(list);
  if (!all || all.length === 0) return null;
  const sorted = ascending(all);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : sorted[middle - 1]!.plus(sorted[middle]!).div(2);
}

function deviation(list: ListValue): Value {
  const all = numbers(list);
  if (!all || all.length < 2) return null;
  const average = sumOf(all).div(all.length);
  return sumOf(all.map((value) => value.minus(average).pow(2)))
    .div(all.length - 1)
    .sqrt();
}

function mode(list: ListValue): Value {
  const all = numbers(list);
  if (!all) return null;
  const counts = new Map<string, number>();
  for (const value of all) counts.set(value.toString(), (counts.get(value.toString()) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return ascending([...counts].filter(([, count]) => count === most).map(([value]) => decimal(value)));
}

function product(list: ListValue): Value {
  const all = numbers(list);
  return all && all.length > 0 ? finite(all.reduce((total, value) => total.times(value))) : null;
}

function sort(list: ListValue, precedes?: FunctionValue): Value {
  if (!precedes) return list.toSorted((a, b) => order(a, b) ?? 0);
  if (precedes.params.length !== 2) return null;
  const before = (a: Value, b: Value): boolean => precedes.run([a, b]) === true;
  return list.toSorted((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
}

export const listFunctions = {
  'list contains': builtin(['list:list, element:Any', has]),
  count: builtin(['list:list', (list: ListValue) => decimal(list.length)]),
  min: ofAll((list) => extreme(list, -1)),
  max: ofAll((list) => extreme(list, 1)),
  sum: ofAll(sum),
  mean: ofAll(mean),
  all: ofAll((list) => logic(list, false)),
  any: ofAll((list) => logic(list, true)),
  sublist: builtin(['list:list, start position:number, length?:number', sublist]),
  append: builtin(['list:list, item.:Any', (list: ListValue, ...items: Value[]) => [...list, ...items]]),
  concatenate: builtin(['list.:list', (...lists: ListValue[]) => lists.flat(1) as Value[]]),
  'insert before': builtin(['list:list, position:number, newItem:Any', insertBefore]),
  remove: builtin(['list:list, position:number', remove]),
  reverse: builtin(['list:list', (list: ListValue) => list.toReversed()]),
  'index of': builtin([
    'list:list, match:Any',
    (list: ListValue, match: Value) => list.flatMap((item, index) => (equal(item, match) === true ? [decimal(index + 1)] : [])), // prettier-ignore
  ]),
  union: builtin(['list.:list', (...lists: ListValue[]) => distinct(lists.flat(1) as Value[])]),
  'distinct values': builtin(['list:list', distinct]),
  flatten: builtin(['list:list', flatten]),
  product: ofAll(product),
  median: ofAll(median),
  stddev: ofAll(deviation),
  mode: ofAll(mode),
  'list replace': builtin(
    ['list:list, position:number, newItem:Any', replacePosition],
    ['list:list, match:function, newItem:Any', replaceMatching],
  ),
  sort: builtin(['list:list, precedes?:function', sort]),
};
