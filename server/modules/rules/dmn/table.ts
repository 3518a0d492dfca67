/** Runs a decision table: which rules hit, and what they say under the hit policy (DMN 1.5, 8.2.8). */
import { calculate } from '../feel/arithmetic.ts';
import { equal, order } from '../feel/compare.ts';
import { decimal } from '../feel/decimal.ts';
import { cellHolds, evaluate } from '../feel/evaluate.ts';
import { withName, type Scope } from '../feel/scope.ts';
import type { Tree, UnaryTests } from '../feel/tree.ts';
import { isList, type Value } from '../feel/values.ts';
import type { HitPolicy } from './model.ts';

/** A table whose cells were read. */
export interface ReadTable {
  hitPolicy: HitPolicy;
  inputs: readonly { label: string; expression: Tree; allowed: UnaryTests | undefined }[];
  outputs: readonly { name: string | undefined; order: readonly Tree[]; allowed: UnaryTests | undefined; otherwise: Tree | undefined }[]; // prettier-ignore
  rules: readonly { id: string; inputs: readonly UnaryTests[]; outputs: readonly Tree[] }[];
  /** Makes an output fit the type of its column. */
  fit: (value: Value, column: number) => Value;
}

/** Why a table gives nothing. */
export type TableFault = 'notAllowed' | 'manyHit' | 'differentOutputs';

export interface TableResult {
  value: Value;
  /** Ids of the rules that hit, in the table's order. */
  hits: string[];
  inputs: Value[];
  fault?: TableFault;
}

type Row = readonly Value[];

export function runTable(table: ReadTable, scope: Scope): TableResult {
  const inputs = table.inputs.map(({ expression }) => evaluate(expression, scope));
  const wrong = table.inputs.some(({ allowed }, index) => allowed && !allowedHolds(inputs[index]!, allowed, scope));
  if (wrong) return { value: null, hits: [], inputs, fault: 'notAllowed' };
  const hit = table.rules.filter((rule) =>
    rule.inputs.every((cell, index) => cellHolds(inputs[index]!, cell, withName('?', inputs[index]!, scope))),
  );
  const hits = hit.map(({ id }) => id);
  const rows = hit.map((rule) => rule.outputs.map((cell, column) => table.fit(evaluate(cell, scope), column)));
  if (rows.length === 0) return { value: otherwise(table, scope), hits, inputs };
  const faulty = faultOf(table.hitPolicy, rows);
  return faulty ? { value: null, hits, inputs, fault: faulty } : { value: combined(table, rows, scope), hits, inputs };
}

/** A list is allowed when each of its values is. */
const allowedHolds = (value: Value, allowed: UnaryTests, scope: Scope): boolean =>
  cellHolds(value, allowed, scope) || (isList(value) && value.every((item) => cellHolds(item, allowed, scope)));

function faultOf(policy: HitPolicy, rows: readonly Row[]): TableFault | undefined {
  if (policy === 'U' && rows.length > 1) return 'manyHit';
  const same = (row: Row): boolean => row.every((value, index) => equal(value, rows[0]![index]!) === true);
  return policy === 'A' && !rows.every(same) ? 'differentOutputs' : undefined;
}

/** One output is a value, several are a context. */
function shaped(table: ReadTable, row: Row): Value {
  if (table.outputs.length === 1) return row[0]!;
  return new Map(table.outputs.map(({ name }, index) => [name ?? `output ${index + 1}`, row[index]!]));
}

function otherwise(table: ReadTable, scope: Scope): Value {
  if (table.hitPolicy === 'C#' && table.outputs.every((output) => !output.otherwise)) return decimal(0);
  if (table.outputs.every((output) => !output.otherwise)) return null;
  return shaped(
    table,
    table.outputs.map((output, index) =>
      output.otherwise ? table.fit(evaluate(output.otherwise, scope), index) : null,
    ),
  );
}

function combined(table: ReadTable, rows: readonly Row[], scope: Scope): Value {
  switch (table.hitPolicy) {
    case 'U':
    case 'A':
    case 'F':
      return shaped(table, rows[0]!);
    case 'P':
      return shaped(table, byPriority(table, rows, scope)[0]!);
    case 'O':
      return byPriority(table, rows, scope).map((row) => shaped(table, row));
    case 'R':
    case 'C':
      return rows.map((row) => shaped(table, row));
    case 'C#':
      return decimal(rows.length);
    default:
      return aggregated(table, rows);
  }
}

/** Sum, smallest and largest: of each output by itself. */
function aggregated(table: ReadTable, rows: readonly Row[]): Value {
  const columns = table.outputs.map((_, index) => {
    const values = rows.map((row) => row[index]!);
    if (table.hitPolicy === 'C+')
      return values.slice(1).reduce<Value>((sum, value) => calculate('+', sum, value), values[0]!);
    const sign = table.hitPolicy === 'C<' ? -1 : 1;
    return values.reduce((best, value) => ((order(value, best) ?? 0) * sign > 0 ? value : best));
  });
  return shaped(table, columns);
}

/** The order of the allowed outputs is that of their priority; the first column counts most. */
function byPriority(table: ReadTable, rows: readonly Row[], scope: Scope): readonly Row[] {
  const orders = table.outputs.map((output) => output.order.map((tree) => evaluate(tree, scope)));
  const place = (value: Value, column: number): number => {
    const at = orders[column]!.findIndex((one) => equal(one, value) === true);
    return at < 0 ? Infinity : at;
  };
  return rows.toSorted((a, b) => {
    for (const [column, all] of orders.entries()) {
      if (all.length === 0) continue;
      const difference = place(a[column]!, column) - place(b[column]!, column);
      if (difference !== 0 && !Number.isNaN(difference)) return difference;
    }
    return 0;
  });
}
