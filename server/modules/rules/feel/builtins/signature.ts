/** How a built-in function is declared: its parameters as text, and what it does once they fit. */
import { spend, weightOf } from '../budget.ts';
import { coerce, type Type } from '../types.ts';
import { typeFrom } from '../types.ts';
import { FunctionValue, type Param, type Value } from '../values.ts';

interface Parameter {
  name: string;
  type: Type;
  optional: boolean;
  /** Null is a value to it. */
  nullable: boolean;
  many: boolean;
}

interface Form {
  params: readonly Parameter[];
  run: (...args: never[]) => Value;
}

const none = (): undefined => undefined;

/** Types of parameters that are more than one name. */
const moment: Record<string, readonly string[]> = {
  any: ['Any'],
  datelike: ['date', 'date and time'],
};

function parameterOf(text: string): Parameter {
  const [name, rest] = text.split(':') as [string, string];
  const marks = /[?~.]*$/.exec(name)![0];
  const plain = name.slice(0, name.length - marks.length).trim();
  const known = moment[rest.trim()];
  const type: Type = known
    ? { kind: 'any', ...(known.length > 1 ? { allows: (value) => known.some((of) => fitsSimple(value, of)) } : {}) }
    : typeFrom({ name: rest.trim(), of: [] }, none)!;
  return {
    name: plain,
    type,
    optional: marks.includes('?'),
    nullable: marks.includes('~') || rest.trim() === 'Any',
    many: marks.includes('.'),
  };
}

const fitsSimple = (value: Value, name: string): boolean =>
  value !== null && coerce(value, { kind: 'simple', name }, none) === value;

/** Puts the arguments in their places; undefined if they do not fit. */
function place(form: Form, args: readonly (Value | undefined)[]): (Value | undefined)[] | undefined {
  const placed: (Value | undefined)[] = [];
  const last = form.params.at(-1);
  if (args.length > form.params.length && !last?.many) return undefined;
  for (const [index, parameter] of form.params.entries()) {
    if (parameter.many) {
      const rest = args.slice(index).map((arg) => fit(parameter, arg));
      if (rest.some((arg) => arg === refused)) return undefined;
      placed.push(...(rest as Value[]));
      break;
    }
    const fitted = fit(parameter, args[index]);
    if (fitted === refused) return undefined;
    placed.push(fitted);
  }
  return placed;
}

const refused = Symbol('refused');

function fit(parameter: Parameter, given: Value | undefined): Value | undefined | typeof refused {
  if (given === undefined) return parameter.optional || parameter.many ? undefined : refused;
  if (given === null) return parameter.nullable ? null : refused;
  const value = coerce(given, parameter.type, none);
  return value === null ? refused : value;
}

/**
 * A built-in function with one or more forms: `'string:string, start position:number, length?:number'`. `?` may be left out, `~`
 * may be null, `.` takes all that follow.
 */
export function builtin(...forms: readonly (readonly [string, (...args: never[]) => Value])[]): FunctionValue {
  const known: Form[] = forms.map(([signature, run]) => ({
    params: signature ? signature.split(',').map(parameterOf) : [],
    run,
  }));
  const first = (candidates: Iterable<readonly [Form, readonly (Value | undefined)[]]>): Value => {
    for (const [form, args] of candidates) {
      const placed = place(form, args);
      if (!placed) continue;
      spend(placed.reduce<number>((sum, arg) => sum + weightOf(arg), 1));
      const made = (form.run as (...all: (Value | undefined)[]) => Value)(...placed);
      spend(weightOf(made));
      return made;
    }
    return null;
  };
  const params: Param[] = known[0]!.params.map(({ name }) => ({ name }));
  return new FunctionValue(
    params,
    (args) => first(known.map((form) => [form, args] as const)),
    undefined,
    (named) =>
      first(
        known
          .filter(({ params: all }) =>
            [...named.keys()].every((name) => all.some((parameter) => parameter.name === name)),
          )
          .map((form) => [form, form.params.map(({ name }) => named.get(name))] as const),
      ),
  );
}
