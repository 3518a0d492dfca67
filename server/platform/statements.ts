/**
 * Statements: what Kysely compiled or what was written by hand, prepared under a name made of its text. How rows come back is
 * said in `flight.ts`: columns in camelCase, `jsonb` values as they are, days as text, counts as numbers.
 */
import { createHash } from 'node:crypto';
import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type RawBuilder,
} from 'kysely';
import type { Statement } from './flight.ts';

type Builder<Row> = { compile(): CompiledQuery<Row> };
type Raw<Row> = RawBuilder<Row>;
/** Whatever can be run: a builder's query, a `sql` template, a prepared statement. */
export type Runnable<Row> = Builder<Row> | Raw<Row> | Prepared<Row>;

/** A statement for the hot path: its text is fixed, so nothing is compiled when it runs. */
export interface Prepared<Row> extends Statement {
  readonly __row?: Row;
}

const camel = new CamelCasePlugin({ maintainNestedObjectKeys: true });
const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [camel],
});

/** Typed access to a module's own tables: another module's table is a type error. Columns are camelCase here, snake_case there. */
export const tablesOf = <Tables>(): Kysely<Tables> => compiler as unknown as Kysely<Tables>;

const names = new Map<string, string>();
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url');
    // Lists with a varying number of parameters would otherwise grow this map, and the server's memory, without bound.
    if (names.size < 2000) names.set(text, name);
    else return '';
  }
  return name;
}

/** Declares a hot statement: `const find = prepared<Row>('select ... where id = $1')`, then `tx.maybe(find(id))`. */
export function prepared<Row = never>(text: string): (...values: unknown[]) => Prepared<Row> {
  const name = nameOf(text);
  return (...values) => ({ name, text, values });
}

/** A row to be inserted, or a row to be moved. What a transaction gathers of them travels as one statement. */
export interface Change {
  readonly to: Target;
  readonly row: readonly unknown[];
}

/** A table with the columns that are given, in order. Updates have no more than one row each. */
interface Target {
  readonly id: number;
  readonly table: string;
  /** The statement for so many rows, whose parameters begin after `from`. */
  text(rows: number, from: number): string;
  readonly mergeable: boolean;
}

let targets = 0;
const parameters = (count: number, from: number): string[] =>
  Array.from({ length: count }, (_, i) => `$${from + i + 1}`);

/** Declares inserts on the hot path: `const add = inserting('cases.action', ['case_id', ...])`, then `tx.write(add([id, ...]))`. */
export function inserting(table: string, columns: readonly string[]): (row: readonly unknown[]) => Change {
  const head = `insert into ${table} (${columns.join(', ')}) values `;
  const width = columns.length;
  const to: Target = {
    id: targets++,
    table,
    mergeable: true,
    text: (rows, from) =>
      head + Array.from({ length: rows }, (_, r) => `(${parameters(width, from + r * width).join(', ')})`).join(', '),
  };
  return (row) => ({ to, row });
}

/**
 * Declares the update of one row by its key on the hot path; a row of it is the key and then the columns' values. It
 * travels with the other changes of its act, but not with any of its own table, which it could not see.
 */
export function updating(table: string, key: string, columns: readonly string[]): (row: readonly unknown[]) => Change {
  const to: Target = {
    id: targets++,
    table,
    mergeable: false,
    text: (_, from) =>
      `update ${table} set ${columns.map((column, i) => `${column} = $${from + i + 2}`).join(', ')} where ${key} = $${from + 1}`,
  };
  return (row) => ({ to, row });
}

const changeTexts = new Map<string, Prepared<never>>();

/**
 * One statement for all changes, in which each part sees the database as it was before: sending, binding and starting a
 * statement costs as much as the row that it stores.
 */
export function changeAll(changes: readonly Change[]): Prepared<never> {
  const groups: { to: Target; rows: (readonly unknown[])[] }[] = [];
  for (const { to, row } of changes) {
    const group = to.mergeable ? groups.find((known) => known.to === to) : undefined;
    if (group) group.rows.push(row);
    else groups.push({ to, rows: [row] });
  }
  const shape = groups.map(({ to, rows }) => `${to.id}*${rows.length}`).join(' ');
  let known = changeTexts.get(shape);
  if (!known) {
    let from = 0;
    const texts = groups.map(({ to, rows }) => {
      const text = to.text(rows.length, from);
      from += rows.length * rows[0]!.length;
      return text;
    });
    const last = texts.pop()!;
    const others = texts.map((text, i) => `change${i} as (${text})`);
    known = prepared(others.length > 0 ? `with ${others.join(', ')} ${last}` : last)();
    if (changeTexts.size < 500) changeTexts.set(shape, known);
  }
  return { ...known, values: groups.flatMap(({ rows }) => rows.flat()) };
}

/** The statement that a query compiles to, with the name under which it is prepared. */
export function statementOf<Row>(query: Runnable<Row>): Statement {
  if ('text' in query && 'values' in query) return query;
  const { sql: text, parameters } = (query as Raw<Row>).compile(compiler);
  return { name: nameOf(text), text, values: parameters };
}
