/** The values of FEEL. Numbers have 34 decimal digits (IEEE 754 decimal128), so that amounts in fen and areas are exact. */
import { Decimal as Plain } from 'decimal.js';
import { DateValue, DateTimeValue, DaysValue, MonthsValue, TimeValue } from './moments.ts';
import type { Decimal } from './decimal.ts';
import type { TypeName } from './tree.ts';

export class RangeValue {
  readonly low: Value;
  readonly high: Value;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
  /** `< 5` has no lower end, which is not the same as one that is null; `= 5` was written as a point. */
  readonly open: 'low' | 'high' | 'point' | undefined;
  constructor(low: Value, high: Value, lowClosed: boolean, highClosed: boolean, open?: 'low' | 'high' | 'point') {
    this.low = low;
    this.high = high;
    this.lowClosed = lowClosed;
    this.highClosed = highClosed;
    this.open = open;
  }
}

export interface Param {
  name: string;
  type?: TypeName;
}

export class FunctionValue {
  readonly params: readonly Param[];
  /** What it gives, where that was written down. */
  readonly gives: TypeName | undefined;
  readonly run: (args: readonly Value[]) => Value;
  /** Built-in functions place named arguments themselves. */
  readonly runNamed: ((args: ReadonlyMap<string, Value>) => Value) | undefined;
  constructor(
    params: readonly Param[],
    run: (args: readonly Value[]) => Value,
    gives?: TypeName,
    runNamed?: (args: ReadonlyMap<string, Value>) => Value,
  ) {
    this.params = params;
    this.run = run;
    this.gives = gives;
    this.runNamed = runNamed;
  }
}

export type ContextValue = ReadonlyMap<string, Value>;
export type ListValue = readonly Value[];
export type Value =
  | null
  | boolean
  | string
  | Decimal
  | DateValue
  | TimeValue
  | DateTimeValue
  | DaysValue
  | MonthsValue
  | RangeValue
  | FunctionValue
  | ListValue
  | ContextValue;

export const isNumber = (value: unknown): value is Decimal => Plain.isDecimal(value);
export const isList = (value: unknown): value is ListValue => Array.isArray(value);
export const isContext = (value: unknown): value is ContextValue => value instanceof Map;
export const isString = (value: unknown): value is string => typeof value === 'string';

/** The name of the type of a value, as `instance of` says it. */
export function typeOf(value: Value): string {
  if (value === null) return 'Null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'string';
  if (isNumber(value)) return 'number';
  if (value instanceof DateValue) return 'date';
  if (value instanceof TimeValue) return 'time';
  if (value instanceof DateTimeValue) return 'date and time';
  if (value instanceof DaysValue) return 'days and time duration';
  if (value instanceof MonthsValue) return 'years and months duration';
  if (value instanceof RangeValue) return 'range';
  if (value instanceof FunctionValue) return 'function';
  return isList(value) ? 'list' : 'context';
}
