/** The types that a model and its imports define. */
import { cellHolds } from '../feel/evaluate.ts';
import { parseType, parseUnaryTests } from '../feel/parse.ts';
import type { Scope } from '../feel/scope.ts';
import type { Tree, TypeName, UnaryTests } from '../feel/tree.ts';
import { any, typeFrom, type Named, type Type } from '../feel/types.ts';
import { isList } from '../feel/values.ts';
import type { ItemDefinition } from './model.ts';

/** Item definitions by name; those of an import behind its name and a point. */
export type Definitions = ReadonlyMap<string, ItemDefinition>;

export interface ModelTypes {
  named: Named;
  /** Names of all types that are defined. */
  known: readonly string[];
  /** A type as a file writes it; undefined if it is not written or unknown. */
  of: (text: string | undefined) => Type | undefined;
  nameOf: (text: string | undefined) => TypeName | undefined;
  /** Allowed values of a type in their order, for tables that go by priority. */
  orderOf: (text: string | undefined) => readonly Tree[];
}

export function typesOf(definitions: Definitions, scope: (named: Named) => Scope): ModelTypes {
  const made = new Map<string, Type>();
  const known = { types: [...definitions.keys()] };
  const open = new Set<string>();

  const named: Named = (name) => {
    const done = made.get(name);
    if (done) return done;
    const definition = definitions.get(name);
    // A type that is made of itself says nothing.
    if (!definition || open.has(name)) return open.has(name) ? any : undefined;
    open.add(name);
    const type = fromDefinition(definition);
    open.delete(name);
    made.set(name, type);
    return type;
  };

  const nameOf = (text: string | undefined): TypeName | undefined => {
    if (!text) return undefined;
    try {
      return parseType(text, known);
    } catch {
      return undefined;
    }
  };
  const of = (text: string | undefined): Type | undefined => {
    const name = nameOf(text);
    return name && typeFrom(name, named);
  };

  function fromDefinition(definition: ItemDefinition): Type {
    const one = withAllowed(shapeOf(definition), testsOf(definition.allowed));
    return definition.isList ? { kind: 'list', of: one } : one;
  }
  function shapeOf({ type, components, function: called }: ItemDefinition): Type {
    if (called) return { kind: 'function', params: called.params.map((name) => of(name) ?? any), gives: of(called.gives) ?? any }; // prettier-ignore
    if (components.length === 0) return of(type) ?? any;
    return { kind: 'context', entries: components.map((component) => [component.name, fromDefinition(component)]) };
  }
  function withAllowed(type: Type, tests: UnaryTests | undefined): Type {
    if (!tests) return type;
    const before = type.allows;
    return {
      ...type,
      allows: (value) =>
        (before?.(value) ?? true) &&
        (cellHolds(value, tests, scope(named)) ||
          (isList(value) && value.every((item) => cellHolds(item, tests, scope(named))))),
    };
  }

  const orderOf = (text: string | undefined): readonly Tree[] => {
    const definition = text ? definitions.get(text) : undefined;
    return testsOf(definition?.allowed)?.tests ?? [];
  };
  return { named, known: known.types, of, nameOf, orderOf };
}

function testsOf(text: string | undefined): UnaryTests | undefined {
  if (!text) return undefined;
  try {
    return parseUnaryTests(text);
  } catch {
    return undefined;
  }
}
