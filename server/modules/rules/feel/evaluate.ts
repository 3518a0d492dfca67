/** What an expression says in a scope. FEEL throws nothing: what makes no sense is null; what costs too much is a `FeelTooMuch`. */
import { calculate, negative } from './arithmetic.ts';
import { deeper, spend } from './budget.ts';
import { equal, lies, order } from './compare.ts';
import { decimal } from './decimal.ts';
import { loop, quantify } from './loops.ts';
import { propertyOf } from './properties.ts';
import { readAt } from './read-moments.ts';
import { scopeOf, scopeOfItem, withName, type Scope } from './scope.ts';
import { mentions, type Comparison, type Tree, type UnaryTests } from './tree.ts';
import { any, coerce, isInstance, typeFrom } from './types.ts';
import { FunctionValue, isList, isNumber, RangeValue, typeOf, type Value } from './values.ts';

export function evaluate(tree: Tree, scope: Scope): Value {
  spend(1);
  const say = (part: Tree): Value => evaluate(part, scope);
  switch (tree.kind) {
    case 'number':
      return decimal(tree.text);
    case 'string':
      return tree.text;
    case 'boolean':
      return tree.is;
    case 'null':
      return null;
    case 'at':
      return readAt(tree.text) ?? null;
    case 'name':
      return scope.find(tree.name) ?? null;
    case 'path':
      return propertyOf(say(tree.of), tree.name);
    case 'filter':
      return filter(say(tree.of), tree.by, scope);
    case 'call':
      return call(say(tree.what), tree.args.map(say), tree.names, scope);
    case 'arithmetic':
      return calculate(tree.by, say(tree.left), say(tree.right));
    case 'minus':
      return negative(say(tree.of));
    case 'and':
    case 'or':
      return logic(tree.kind === 'or', say(tree.left), say(tree.right));
    case 'compare':
      return compare(tree.by, say(tree.left), say(tree.right));
    case 'between':
      return logic(false, compare('>=', say(tree.of), say(tree.low)), compare('<=', say(tree.of), say(tree.high)));
    case 'in':
      return anyHolds(say(tree.of), tree.tests, scope);
    case 'instanceOf': {
      const type = typeFrom(tree.type, scope.named);
      return type ? isInstance(say(tree.of), type, scope.named) : null;
    }
    case 'if':
      return say(tree.when) === true ? say(tree.yes) : say(tree.no);
    case 'for':
      return loop(tree.iterators, scope, evaluate, (inner) => evaluate(tree.give, inner));
    case 'some':
    case 'every':
      return quantify(tree.kind, tree.iterators, scope, evaluate, (inner) => evaluate(tree.satisfies, inner));
    case 'list':
      return tree.items.map(say);
    case 'context':
      return contextOf(tree.entries, scope);
    case 'function':
      return defined(tree, scope);
    case 'range':
      return rangeOf(tree, scope);
    case 'test':
      return compare(tree.by, scope.find('?') ?? null, say(tree.with));
  }
}

export function compare(by: Comparison, a: Value, b: Value): boolean | null {
  if (by === '=') return equal(a, b);
  if (by === '!=') {
    const same = equal(a, b);
    return same === null ? null : !same;
  }
  const which = order(a, b);
  if (which === null) return null;
  return by === '<' ? which < 0 : by === '<=' ? which <= 0 : by === '>' ? which > 0 : which >= 0;
}

/** Three-valued: what decides is enough, whatever the other side is. */
function logic(decides: boolean, a: Value, b: Value): boolean | null {
  if (a === decides || b === decides) return decides;
  return a === !decides && b === !decides ? !decides : null;
}

function filter(value: Value, by: Tree, scope: Scope): Value {
  const list = isList(value) ? value : value === null ? [] : [value];
  const answers = list.map((item) => evaluate(by, scopeOfItem(item, scope)));
  const index = list.length > 0 ? answers[0]! : evaluate(by, scope);
  if (isNumber(index)) {
    if (!index.isInteger()) return null;
    const at = index.toNumber();
    return (at > 0 ? list[at - 1] : at < 0 ? list[list.length + at] : null) ?? null;
  }
  if (list.length > 0 && !answers.every((answer) => typeof answer === 'boolean' || answer === null)) return null;
  return list.filter((_, position) => answers[position] === true);
}

/** Calls a function with what it is given, converted as its parameters say. */
export function call(what: Value, args: readonly Value[], names: readonly string[] | undefined, scope: Scope): Value {
  if (!(what instanceof FunctionValue)) return null;
  if (names && what.runNamed) return what.runNamed(new Map(names.map((name, index) => [name, args[index]!])));
  if (what.runNamed) return what.run(args);
  if (args.length !== what.params.length) return null;
  const placed = names ? what.params.map(({ name }) => args[names.indexOf(name)]) : args;
  if (placed.some((arg) => arg === undefined)) return null;
  const fitted = what.params.map(({ type }, index) => {
    const given = placed[index]!;
    const known = type ? typeFrom(type, scope.named) : any;
    const value = known ? coerce(given, known, scope.named) : null;
    return value === null && given !== null ? undefined : value;
  });
  // What does not fit a parameter makes the whole call null.
  return fitted.includes(undefined) ? null : what.run(fitted as Value[]);
}

function contextOf(entries: readonly (readonly [string, Tree])[], scope: Scope): Value {
  const values = new Map<string, Value>();
  const inner = scopeOf(values, scope);
  for (const [key, tree] of entries) {
    if (values.has(key)) return null;
    values.set(key, evaluate(tree, inner));
  }
  return values;
}

function defined(tree: Tree & { kind: 'function' }, scope: Scope): Value {
  // Java and PMML belong to other machines.
  if (tree.external) return null;
  return new FunctionValue(
    tree.params,
    (args) =>
    deeper(() => evaluate(tree.body, scopeOf(new Map(tree.params.map(({ name }, index) => [name, args[index]!])), scope))), // prettier-ignore
  );
}

/** A range of values that have an order; null if they have none or stand the wrong way round. */
export function rangeOf(tree: Tree & { kind: 'range' }, scope: Scope): Value {
  const low = tree.low ? evaluate(tree.low, scope) : null;
  const high = tree.high ? evaluate(tree.high, scope) : null;
  const open = tree.point ? 'point' : !tree.low ? 'low' : !tree.high ? 'high' : undefined;
  if (!open && low !== null && high !== null && typeOf(low) !== typeOf(high)) return null;
  return new RangeValue(low, high, tree.lowClosed, tree.highClosed, open);
}

/** Whether a value passes one of the tests. */
export function anyHolds(value: Value, tests: readonly Tree[], scope: Scope): boolean | null {
  const inner = withName('?', value, scope);
  let unknown = false;
  for (const test of tests) {
    const holds = holdsFor(value, test, inner);
    if (holds === true) return true;
    if (holds === null) unknown = true;
  }
  return unknown ? null : false;
}

function holdsFor(value: Value, test: Tree, scope: Scope): boolean | null {
  if (test.kind === 'test') return compare(test.by, value, evaluate(test.with, scope));
  const said = evaluate(test, scope);
  if (mentions(test, '?')) return said === true;
  if (said instanceof RangeValue && !(value instanceof RangeValue)) return lies(value, said);
  if (isList(said)) {
    if (isList(value) && equal(value, said) === true) return true;
    return said.some((item) => (item instanceof RangeValue ? lies(value, item) === true : equal(value, item) === true));
  }
  if (typeof said === 'boolean' && typeof value !== 'boolean') return said;
  return equal(value, said);
}

/** Whether the cell of a table holds for its input. */
export function cellHolds(value: Value, { any: whatever, not, tests }: UnaryTests, scope: Scope): boolean {
  if (whatever) return true;
  const holds = anyHolds(value, tests, scope);
  return not ? holds === false : holds === true;
}
