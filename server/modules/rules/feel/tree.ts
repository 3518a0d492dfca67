/** What a FEEL expression (DMN 1.5, chapter 10) is once it has been read: a tree. Nothing here knows values. */

/** A type as it is written: `number`, `list<string>`, the name of an item definition. */
export interface TypeName {
  name: string;
  /** Types in angle brackets. */
  of: readonly TypeName[];
  /** Entries of `context<a: number>`. */
  entries?: readonly (readonly [string, TypeName])[];
  /** What a function gives. */
  gives?: TypeName;
}

export interface Iterator {
  name: string;
  over: Tree;
  /** Upper end of `for i in 1..3`. */
  to?: Tree;
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | '/' | '**';

export type Tree =
  | { kind: 'number'; text: string }
  | { kind: 'string'; text: string }
  | { kind: 'boolean'; is: boolean }
  | { kind: 'null' }
  /** `@"2026-06-10"` */
  | { kind: 'at'; text: string }
  | { kind: 'name'; name: string }
  | { kind: 'path'; of: Tree; name: string }
  | { kind: 'filter'; of: Tree; by: Tree }
  | { kind: 'call'; what: Tree; args: readonly Tree[]; names?: readonly string[] }
  | { kind: 'arithmetic'; by: Arithmetic; left: Tree; right: Tree }
  | { kind: 'minus'; of: Tree }
  | { kind: 'and' | 'or'; left: Tree; right: Tree }
  | { kind: 'compare'; by: Comparison; left: Tree; right: Tree }
  | { kind: 'between'; of: Tree; low: Tree; high: Tree }
  | { kind: 'in'; of: Tree; tests: readonly Tree[] }
  | { kind: 'instanceOf'; of: Tree; type: TypeName }
  | { kind: 'if'; when: Tree; yes: Tree; no: Tree }
  | { kind: 'for'; iterators: readonly Iterator[]; give: Tree }
  | { kind: 'some' | 'every'; iterators: readonly Iterator[]; satisfies: Tree }
  | { kind: 'list'; items: readonly Tree[] }
  | { kind: 'context'; entries: readonly (readonly [string, Tree])[] }
  | { kind: 'function'; params: readonly { name: string; type?: TypeName }[]; body: Tree; external: boolean }
  | {
      kind: 'range';
      low: Tree | undefined;
      high: Tree | undefined;
      lowClosed: boolean;
      highClosed: boolean;
      point?: true;
    }
  /** A test that compares the input: `< 5`. */
  | { kind: 'test'; by: Comparison; with: Tree };

/** The cell of a decision table: `-` is any value, otherwise one of the tests has to hold (or none, with `not`). */
export interface UnaryTests {
  any: boolean;
  not: boolean;
  tests: readonly Tree[];
}

/** Whether a tree reads the name anywhere. `?` is the value that a cell tests. */
export function mentions(tree: unknown, name: string): boolean {
  if (Array.isArray(tree)) return tree.some((part) => mentions(part, name));
  if (typeof tree !== 'object' || tree === null) return false;
  if ('kind' in tree && tree.kind === 'name' && 'name' in tree && tree.name === name) return true;
  return Object.values(tree).some((part) => mentions(part, name));
}

/** The free names that a tree reads; what is bound within, and functions that are called, are none. */
export function namesIn(tree: unknown, bound: readonly string[] = []): string[] {
  if (Array.isArray(tree)) return tree.flatMap((part) => namesIn(part, bound));
  if (typeof tree !== 'object' || tree === null) return [];
  const node = tree as Tree;
  switch (node.kind) {
    case 'name':
      return bound.includes(node.name) ? [] : [node.name];
    case 'call':
      return [...(node.what.kind === 'name' ? [] : namesIn(node.what, bound)), ...namesIn(node.args, bound)];
    case 'for':
    case 'some':
    case 'every': {
      const inner = [...bound, ...node.iterators.map(({ name }) => name), 'partial'];
      return node.iterators.flatMap(({ over, to }, index) => namesIn([over, to], inner.slice(0, bound.length + index))).concat(namesIn(node.kind === 'for' ? node.give : node.satisfies, inner)); // prettier-ignore
    }
    case 'function':
      return namesIn(node.body, [...bound, ...node.params.map(({ name }) => name)]);
    case 'filter':
      return [...namesIn(node.of, bound), ...namesIn(node.by, [...bound, 'item'])];
    case 'context':
      return node.entries.flatMap(([, entry], index) => namesIn(entry, [...bound, ...node.entries.slice(0, index).map(([key]) => key)])); // prettier-ignore
    case 'instanceOf':
      return namesIn(node.of, bound);
    default:
      return Object.values(node).flatMap((part) => namesIn(part, bound));
  }
}
