/** Types: what a value is, and how it is made to fit where the standard converts it by itself (DMN 1.5, 10.3.2.9.4). */
import { spend } from './budget.ts';
import { DateValue, DateTimeValue, midnight } from './moments.ts';
import type { TypeName } from './tree.ts';
import { FunctionValue, isContext, isList, RangeValue, typeOf, type Value } from './values.ts';

export type Type = (
  | { kind: 'any' }
  | { kind: 'simple'; name: string }
  | { kind: 'list'; of: Type }
  | { kind: 'context'; entries: readonly (readonly [string, Type])[] }
  | { kind: 'function'; params: readonly Type[] | undefined; gives: Type }
  | { kind: 'range'; of: Type }
) & {
  /** Allowed values: whether one is. */
  allows?: (value: Value) => boolean;
};

export const any: Type = { kind: 'any' };

const simple: Record<string, string> = {
  number: 'number',
  string: 'string',
  boolean: 'boolean',
  date: 'date',
  time: 'time',
  Null: 'Null',
  'date and time': 'date and time',
  dateTime: 'date and time',
  'days and time duration': 'days and time duration',
  dayTimeDuration: 'days and time duration',
  'years and months duration': 'years and months duration',
  yearMonthDuration: 'years and months duration',
};

/** Finds types that a model defines. */
export type Named = (name: string) => Type | undefined;

/** What a written type means; undefined if nothing has that name. */
export function typeFrom({ name, of, entries, gives }: TypeName, named: Named): Type | undefined {
  const first = of[0] ? typeFrom(of[0], named) : any;
  if (!first) return undefined;
  const plain = name.replace(/^feel[:.]/, '');
  if (simple[plain]) return { kind: 'simple', name: simple[plain] };
  switch (plain) {
    case 'Any':
      return any;
    case 'list':
      return { kind: 'list', of: first };
    case 'range':
      return { kind: 'range', of: first };
    case 'context': {
      const all = (entries ?? []).map(([key, type]) => [key, typeFrom(type, named)] as const);
      return all.every(([, type]) => type) ? { kind: 'context', entries: all as [string, Type][] } : undefined;
    }
    case 'function': {
      const params = of.map((type) => typeFrom(type, named));
      const given = gives ? typeFrom(gives, named) : any;
      if (!given || params.some((type) => !type)) return undefined;
      return { kind: 'function', params: gives ? (params as Type[]) : undefined, gives: given };
    }
    default:
      return named(name);
  }
}

/** What `instance of` says: the shape alone. Null is of no type but its own; a function says what it takes and gives. */
export const isInstance = (value: Value, type: Type, named: Named): boolean => shapeFits(value, type, named, true);

/** Whether a value fits a type with its allowed values; null does everywhere. */
const fits = (value: Value, type: Type, named: Named): boolean =>
  value === null || (shapeFits(value, type, named, false) && (type.allows?.(value) ?? true));

function shapeFits(value: Value, type: Type, named: Named, strictly: boolean): boolean {
  spend(1);
  if (value === null) return type.kind === 'simple' && type.name === 'Null';
  const within = (part: Value, of: Type): boolean =>
    strictly ? part === null || shapeFits(part, of, named, true) : fits(part, of, named);
  switch (type.kind) {
    case 'any':
      return true;
    case 'simple':
      return typeOf(value) === type.name;
    case 'list':
      return isList(value) && value.every((item) => within(item, type.of));
    case 'context':
      return isContext(value) && type.entries.every(([key, of]) => value.has(key) && within(value.get(key)!, of));
    case 'function':
      return value instanceof FunctionValue && functionFits(value, type, named, strictly);
    case 'range':
      return value instanceof RangeValue && [value.low, value.high].every((end) => within(end, type.of)); // prettier-ignore
  }
}

function functionFits(
  value: FunctionValue,
  type: Type & { kind: 'function' },
  named: Named,
  strictly: boolean,
): boolean {
  if (!type.params) return true;
  // Built-in functions have several forms.
  if (!strictly && value.runNamed) return true;
  if (value.params.length !== type.params.length) return false;
  const known = (name: TypeName | undefined): Type => (name && typeFrom(name, named)) ?? any;
  // Parameters may be wider than asked, results narrower.
  return (
    type.params.every((param, index) => narrower(param, known(value.params[index]!.type))) &&
    (narrower(known(value.gives), type.gives) || (!strictly && value.gives === undefined))
  );
}

/** Whether every value of the one type is one of the other. */
export function narrower(one: Type, other: Type): boolean {
  if (other.kind === 'any') return true;
  if (one.kind === 'simple' && other.kind === 'simple') return one.name === other.name;
  if (one.kind === 'list' && other.kind === 'list') return narrower(one.of, other.of);
  if (one.kind === 'range' && other.kind === 'range') return narrower(one.of, other.of);
  if (one.kind === 'context' && other.kind === 'context') {
    return other.entries.every(([key, of]) => one.entries.some(([name, type]) => name === key && narrower(type, of)));
  }
  return one.kind === 'function' && other.kind === 'function';
}

/**
 * The value as the type has it: one value for a list of one and the other way round, a date as its midnight in Greenwich. Null if
 * it does not fit.
 */
export function coerce(value: Value, type: Type, named: Named): Value {
  if (fits(value, type, named)) return value;
  if (type.kind === 'list' && !isList(value)) return fits([value], type, named) ? [value] : null;
  if (isList(value) && value.length === 1 && type.kind !== 'list')
    return fits(value[0]!, type, named) ? value[0]! : null;
  if (value instanceof DateValue && type.kind === 'simple' && type.name === 'date and time') {
    return new DateTimeValue(value, midnight({ offset: 0 }));
  }
  return null;
}
