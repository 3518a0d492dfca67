/** Built-in functions of contexts, and conversions between kinds of values (10.3.4.1, 10.3.4.9). */
import { spend, weightOf } from '../budget.ts';
import { decimal } from '../decimal.ts';
import { DateTimeValue, DateValue, DaysValue, MonthsValue, TimeValue } from '../moments.ts';
import { sayDate, sayDateTime, sayDays, sayMonths, sayTime } from '../read-moments.ts';
import { FunctionValue, isContext, isList, isNumber, RangeValue, type ContextValue, type ListValue, type Value } from '../values.ts'; // prettier-ignore
import { builtin } from './signature.ts';

/** A value as text: what `string()` says; texts within others are in quotes. */
export function sayValue(value: Value, inside = false): string {
  spend(1 + weightOf(value));
  if (value === null) return 'null';
  if (typeof value === 'string') return inside ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : value;
  if (typeof value === 'boolean') return String(value);
  if (isNumber(value)) return value.toFixed();
  if (value instanceof DateValue) return sayDate(value);
  if (value instanceof TimeValue) return sayTime(value);
  if (value instanceof DateTimeValue) return sayDateTime(value);
  if (value instanceof DaysValue) return sayDays(value);
  if (value instanceof MonthsValue) return sayMonths(value);
  if (value instanceof FunctionValue) return `function(${value.params.map(({ name }) => name).join(', ')})`;
  if (value instanceof RangeValue) return sayRange(value);
  if (isList(value)) return `[${value.map((item) => sayValue(item, true)).join(', ')}]`;
  return `{${[...value].map(([key, item]) => `${/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) ? key : JSON.stringify(key)}: ${sayValue(item, true)}`).join(', ')}}`; // prettier-ignore
}

function sayRange(range: RangeValue): string {
  if (range.open === 'low') return `${range.highClosed ? '<=' : '<'} ${sayValue(range.high, true)}`;
  if (range.open === 'high') return `${range.lowClosed ? '>=' : '>'} ${sayValue(range.low, true)}`;
  return `${range.lowClosed ? '[' : '('}${sayValue(range.low, true)}..${sayValue(range.high, true)}${range.highClosed ? ']' : ')'}`;
}

function toNumber(from: string, grouping?: string | null, point?: string | null): Value {
  if (grouping && ![' ', ',', '.'].includes(grouping)) return null;
  if (point && !['.', ','].includes(point)) return null;
  if (grouping && grouping === point) return null;
  let text = from;
  if (grouping) text = text.replaceAll(grouping, '');
  if (point) text = text.replaceAll(point, '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? decimal(text.replace(/^\+/, '')) : null;
}

const keyOf = (entry: Value): string | undefined => {
  const key = isContext(entry) ? entry.get('key') : undefined;
  return typeof key === 'string' ? key : undefined;
};

function context(entries: ListValue): Value {
  const made = new Map<string, Value>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === undefined || made.has(key) || !(entry as ContextValue).has('value')) return null;
    made.set(key, (entry as ContextValue).get('value')!);
  }
  return made;
}

function put(into: ContextValue, key: string, value: Value): Value {
  return new Map([...into, [key, value]]);
}

/** Along a way of keys; every one but the last has to lead to a context. */
function putDeep(into: ContextValue, keys: ListValue, value: Value): Value {
  const [first, ...rest] = keys;
  if (typeof first !== 'string') return null;
  if (rest.length === 0) return put(into, first, value);
  const inner = into.get(first);
  if (!isContext(inner)) return null;
  const changed = putDeep(inner, rest, value);
  return changed === null ? null : put(into, first, changed);
}

function merge(contexts: ListValue): Value {
  return contexts.every(isContext) ? new Map(contexts.flatMap((one) => [...one])) : null;
}

export const contextFunctions = {
  not: builtin(['negand:boolean', (value: boolean) => !value]),
  number: builtin(['from:string, grouping separator?~:string, decimal separator?~:string', toNumber]),
  string: builtin(['from:Any', (from: Value) => (from === null ? null : sayValue(from))]),
  context: builtin(['entries:list', context]),
  'get value': builtin(['m:context, key:string', (of: ContextValue, key: string) => of.get(key) ?? null]),
  'get entries': builtin([
    'm:context',
    (of: ContextValue) => [...of].map(([key, value]) => new Map<string, Value>([['key', key], ['value', value]])), // prettier-ignore
  ]),
  'context put': builtin(
    ['context:context, key:string, value:Any', put],
    ['context:context, keys:list, value:Any', putDeep],
  ),
  'context merge': builtin(['contexts:list', merge]),
};
