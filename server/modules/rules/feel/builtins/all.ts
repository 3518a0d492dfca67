/** All built-in functions, and the outermost scope that has them. */
import { parseExpression } from '../parse.ts';
import { compare, rangeOf } from '../evaluate.ts';
import { DateTimeValue, DateValue } from '../moments.ts';
import { readDate, readTime } from '../read-moments.ts';
import type { Scope } from '../scope.ts';
import type { Tree } from '../tree.ts';
import { any, type Named } from '../types.ts';
import { FunctionValue, RangeValue, type Value } from '../values.ts';
import { contextFunctions } from './contexts.ts';
import { listFunctions } from './lists.ts';
import { momentFunctions } from './moments.ts';
import { numberFunctions } from './numbers.ts';
import { rangeFunctions } from './ranges.ts';
import { builtin } from './signature.ts';
import { stringFunctions } from './strings.ts';

/** Ends of a range out of text: literals, and the functions that make days and times out of literals. */
const plainEnd = (tree: Tree | undefined): boolean =>
  tree !== undefined &&
  (['number', 'string', 'at', 'null'].includes(tree.kind) ||
    (tree.kind === 'minus' && tree.of.kind === 'number') ||
    (tree.kind === 'call' && tree.what.kind === 'name' && tree.args.every((arg) => arg.kind === 'string')));

function rangeFrom(from: string): Value {
  try {
    const tree = parseExpression(from);
    if (tree.kind !== 'range' || !plainEnd(tree.low) || !plainEnd(tree.high)) return null;
    const made = rangeOf(tree, plainScope);
    if (!(made instanceof RangeValue) || (made.low === null && made.high === null)) return null;
    return made.low === null || made.high === null || compare('<=', made.low, made.high) === true ? made : null;
  } catch {
    return null;
  }
}

const functions = new Map<string, FunctionValue>(
  Object.entries({
    ...numberFunctions,
    ...stringFunctions,
    ...listFunctions,
    ...momentFunctions,
    ...rangeFunctions,
    ...contextFunctions,
    range: builtin(['from:string', rangeFrom]),
  }),
);

const plainScope: Scope = { find: (name) => functions.get(name), named: () => any, now: new Date(0) };

const shanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** `now()` and `today()` by the clock of Shanghai, as it stood when the evaluation began. */
function ofNow(now: Date): Record<'now' | 'today', FunctionValue> {
  const [day, clock] = shanghai.format(now).split(' ') as [string, string];
  const date = readDate(day) as DateValue;
  return {
    now: builtin(['', () => new DateTimeValue(date, readTime(`${clock}+08:00`)!)]),
    today: builtin(['', () => date]),
  };
}

/** The outermost scope: built-in functions, the types of a model, and what time it is. */
export function outermost(named: Named, now: Date): Scope {
  const clock = ofNow(now);
  return { find: (name) => functions.get(name) ?? (name === 'now' || name === 'today' ? clock[name] : undefined), named, now }; // prettier-ignore
}
