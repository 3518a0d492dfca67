/** `for`, `some` and `every`. */
import { spend } from './budget.ts';
import { order } from './compare.ts';
import { decimal } from './decimal.ts';
import { dateOfDayNumber, DateValue, dayNumber } from './moments.ts';
import { scopeOf, type Scope } from './scope.ts';
import type { Iterator, Tree } from './tree.ts';
import { isList, isNumber, RangeValue, type ListValue, type Value } from './values.ts';

type Evaluate = (tree: Tree, scope: Scope) => Value;

/** More turns than a decision needs; a loop over them is a mistake, and its result null. */
const mostTurns = 1_000_000;

/** What an iterator goes over; null if nothing can be gone over. */
function turnsOf({ over, to }: Iterator, scope: Scope, evaluate: Evaluate): ListValue | null {
  const from = evaluate(over, scope);
  if (to) return between(from, evaluate(to, scope));
  if (from instanceof RangeValue) {
    const all = between(from.low, from.high);
    if (!all || (order(from.low, from.high) ?? 1) > 0) return null;
    return all.filter(
      (value) => (from.lowClosed || order(value, from.low) !== 0) && (from.highClosed || order(value, from.high) !== 0),
    );
  }
  return isList(from) ? from : from === null ? null : [from];
}

/** Whole numbers or days from one to the other, up or down. */
function between(from: Value, to: Value): ListValue | null {
  if (isNumber(from) && isNumber(to)) {
    if (!from.isInteger() || !to.isInteger()) return null;
    return steps(from.toNumber(), to.toNumber(), (at) => decimal(at));
  }
  if (from instanceof DateValue && to instanceof DateValue) {
    return steps(dayNumber(from), dayNumber(to), dateOfDayNumber);
  }
  return null;
}

function steps(from: number, to: number, make: (at: number) => Value): ListValue | null {
  const count = Math.abs(to - from) + 1;
  if (!(count <= mostTurns)) return null;
  spend(count);
  const step = from <= to ? 1 : -1;
  return Array.from({ length: count }, (_, index) => make(from + index * step));
}

/** Calls `visit` for every combination; false stops. Returns null where an iterator has nothing to go over. */
function visitAll(
  iterators: readonly Iterator[],
  scope: Scope,
  evaluate: Evaluate,
  visit: (inner: Scope) => boolean,
): boolean | null {
  const [first, ...rest] = iterators;
  if (!first) return visit(scope);
  const turns = turnsOf(first, scope, evaluate);
  if (!turns) return null;
  for (const value of turns) {
    const inner = scopeOf(new Map([[first.name, value]]), scope);
    const going = visitAll(rest, inner, evaluate, visit);
    if (going !== true) return going;
  }
  return true;
}

function soFar(results: readonly Value[]): Value[] {
  spend(results.length);
  return [...results];
}

/** The results of a loop; the body sees those before it as `partial`. */
export function loop(
  iterators: readonly Iterator[],
  scope: Scope,
  evaluate: Evaluate,
  body: (inner: Scope) => Value,
): Value {
  const results: Value[] = [];
  const going = visitAll(iterators, scope, evaluate, (inner) => {
    // A copy is made only where the body reads it.
    results.push(body({ ...inner, find: (name) => (name === 'partial' ? soFar(results) : inner.find(name)) }));
    return results.length < mostTurns;
  });
  return going === true ? results : null;
}

/** True and false where that is certain, null where a condition is neither. */
export function quantify(
  kind: 'some' | 'every',
  iterators: readonly Iterator[],
  scope: Scope,
  evaluate: Evaluate,
  condition: (inner: Scope) => Value,
): Value {
  const decides = kind === 'some';
  let [found, unsure] = [false, false];
  const going = visitAll(iterators, scope, evaluate, (inner) => {
    const holds = condition(inner);
    if (holds === decides) found = true;
    else if (typeof holds !== 'boolean') unsure = true;
    return !found;
  });
  if (going === null) return null;
  return found ? decides : unsure ? null : !decides;
}
