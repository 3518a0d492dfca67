/** Runs an expression in its box (DMN 1.5, 10.2). What cannot be read is null, as FEEL has it. */
import { call, evaluate } from '../feel/evaluate.ts';
import { parseExpression, parseUnaryTests } from '../feel/parse.ts';
import { scopeOf, scopeOfItem, type Scope } from '../feel/scope.ts';
import type { Tree, UnaryTests } from '../feel/tree.ts';
import { coerce } from '../feel/types.ts';
import { FunctionValue, isList, RangeValue, type Value } from '../feel/values.ts';
import type { Box, Table } from './model.ts';
import { runTable, type ReadTable } from './table.ts';
import type { ModelTypes } from './types-of-model.ts';

/** Where a box stands: values and names in scope. */
export interface Boxes {
  scope: Scope;
  names: readonly string[];
  properties: Set<string>;
  types: ModelTypes;
}

const trees = new WeakMap<object, Tree | null>();
const tables = new WeakMap<object, ReadTable | null>();

const knownIn = ({ names, properties, types }: Boxes) => ({ names, properties, types: types.known });

/** Reads once what is run many times. */
function treeOf(box: Box & { kind: 'literal' }, at: Boxes): Tree | null {
  const done = trees.get(box);
  if (done !== undefined) return done;
  const tree = quietly(() => parseExpression(box.text, knownIn(at)));
  trees.set(box, tree);
  return tree;
}

function quietly<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const inner = (at: Boxes, values: ReadonlyMap<string, Value>): Boxes => ({
  ...at,
  scope: scopeOf(values, at.scope),
  names: [...at.names, ...values.keys()],
});

const typed = (value: Value, type: string | undefined, at: Boxes): Value => {
  const known = at.types.of(type);
  return known ? coerce(value, known, at.types.named) : value;
};

export function runBox(box: Box | undefined, at: Boxes): Value {
  if (!box) return null;
  switch (box.kind) {
    case 'literal': {
      const tree = treeOf(box, at);
      return tree ? typed(evaluate(tree, at.scope), box.type, at) : null;
    }
    case 'table': {
      const table = readTable(box.table, at);
      return table ? runTable(table, at.scope).value : null;
    }
    case 'context':
      return runContext(box, at);
    case 'invocation': {
      const args = box.bindings.map(({ box: bound, type }) => typed(runBox(bound, at), type, at));
      return call(runBox(box.what, at), args, box.bindings.map(({ name }) => name), at.scope); // prettier-ignore
    }
    case 'list':
      return box.items.map((item) => runBox(item, at));
    case 'relation':
      return box.rows.map((row) => new Map(box.columns.map((name, index) => [name, runBox(row[index], at)])));
    case 'function':
      return definedBy(box, at);
    case 'conditional': {
      const when = runBox(box.when, at);
      if (when !== null && typeof when !== 'boolean') return null;
      return runBox(when === true ? box.yes : box.no, at);
    }
    case 'filter': {
      const over = runBox(box.over, at);
      if (over === null) return [];
      return (isList(over) ? over : [over]).filter((item) => runBox(box.match, itemOf(item, at)) === true);
    }
    case 'for':
    case 'some':
    case 'every':
      return runTurns(box, at);
    case 'unknown':
      return null;
  }
}

const itemOf = (item: Value, at: Boxes): Boxes => ({
  ...at,
  scope: scopeOfItem(item, at.scope),
  names: [...at.names, ...at.properties],
});

function runContext(box: Box & { kind: 'context' }, at: Boxes): Value {
  const values = new Map<string, Value>();
  for (const { name, type, box: entry } of box.entries) {
    const value = typed(runBox(entry, inner(at, values)), type, at);
    // The last box without a name is what the whole says.
    if (name === undefined || name === '') return value;
    values.set(name, value);
  }
  return values;
}

function definedBy(box: Box & { kind: 'function' }, at: Boxes): Value {
  if (box.external) return null;
  const params = box.params.map(({ name, type }) => {
    const known = at.types.nameOf(type);
    return known ? { name, type: known } : { name };
  });
  return new FunctionValue(params, (args) =>
    runBox(box.body, inner(at, new Map(params.map(({ name }, index) => [name, args[index]!])))),
  );
}

function runTurns(box: Box & { kind: 'for' | 'some' | 'every' }, at: Boxes): Value {
  const over = runBox(box.over, at);
  const turns =
    over instanceof RangeValue ? evaluateRange(over, at) : isList(over) ? over : over === null ? null : [over];
  if (!turns) return null;
  const results: Value[] = [];
  for (const turn of turns) {
    const values = new Map<string, Value>([[box.name, turn]]);
    if (box.kind === 'for') values.set('partial', [...results]);
    results.push(runBox(box.body, inner(at, values)));
  }
  if (box.kind === 'for') return results;
  if (results.some((result) => result === (box.kind === 'some'))) return box.kind === 'some';
  return results.every((result) => typeof result === 'boolean') ? box.kind === 'every' : null;
}

/** The values of a range, as `for` goes over them. */
function evaluateRange(range: RangeValue, at: Boxes): readonly Value[] | null {
  const tree = parseExpression('for i in range of this return i', { names: ['range of this'] });
  const value = evaluate(tree, scopeOf(new Map([['range of this', range]]), at.scope));
  return isList(value) ? value : null;
}

/** A table whose cells were read; null if one cannot be. */
function readTable(table: Table, at: Boxes): ReadTable | null {
  const done = tables.get(table);
  if (done !== undefined) return done;
  const known = knownIn(at);
  const tests = (text: string | undefined): UnaryTests | undefined => (text ? parseUnaryTests(text, known) : undefined);
  const cell = (text: string): Tree => (text === '' || text === '-' ? { kind: 'null' } : parseExpression(text, known));
  const read = quietly((): ReadTable => ({
    hitPolicy: table.hitPolicy,
    inputs: table.inputs.map(({ label, expression, values }) => ({
      label,
      expression: parseExpression(expression || label, known),
      allowed: tests(values),
    })),
    outputs: table.outputs.map(({ name, type, values, otherwise }) => ({
      name,
      order: tests(values)?.tests ?? at.types.orderOf(type),
      allowed: tests(values),
      otherwise: otherwise ? cell(otherwise) : undefined,
    })),
    rules: table.rules.map(({ id, inputs, outputs }) => ({
      id,
      inputs: inputs.map((text) => parseUnaryTests(text, known)),
      outputs: outputs.map(cell),
    })),
    fit: (value, column) => typed(value, table.outputs[column]?.type, at),
  }));
  tables.set(table, read);
  return read;
}
