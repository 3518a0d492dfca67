/** Values drawn from a seed: what a schema asks for, more or less, and what nobody asks for. */

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export class Draw {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  /** A whole number from 0 up to, not including, `below`. */
  upTo(below: number): number {
    return Math.floor(this.next() * below);
  }
  chance(share: number): boolean {
    return this.next() < share;
  }
  of<T>(values: readonly T[]): T {
    return values[this.upTo(values.length)]!;
  }
}

/** A JSON Schema, as far as contracts use it. */
export interface Schema {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  patternProperties?: Record<string, Schema>;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  pattern?: string;
}

/** Words that get deeper than noise: ids and names that are there. */
export interface Known {
  /** By the last word of the key: `itemId` and `id` of an item ask for `item`. */
  ids: Record<string, readonly string[]>;
  texts: readonly string[];
}

const someDays = ['2026-06-10', '2026-06-11', '2026-01-01', '2025-12-31', '2024-02-29'];
const oddDays = [
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-13-01',
  '-2026-01-01',
  '+275760-09-13',
  '2026-6-1',
];
const someInstants = ['2026-06-10T01:30:00Z', '2026-06-10T09:30:00+08:00'];
const oddInstants = [
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '2026-06-10T24:00:00Z',
  '2026-06-10T09:30:00+99:99',
  '2026-06-10',
];

/** A value that the schema would take, most of the time: patterns and rules beyond the schema are not known here. */
export function fitting(draw: Draw, schema: Schema, known: Known, key = ''): unknown {
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fitting(draw, draw.of(options), known, key);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => fitting(draw, part, known, key)));
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return draw.of(schema.enum);
  switch (schema.type) {
    case 'object':
      return fittingObject(draw, schema, known);
    case 'array': {
      const many = (schema.minItems ?? 0) + draw.upTo(3);
      return Array.from({ length: Math.min(many, schema.maxItems ?? many) }, () =>
        fitting(draw, schema.items ?? {}, known, key.replace(/s$/, '')),
      );
    }
    case 'integer':
    case 'number': {
      const least = schema.minimum ?? 0;
      return least + draw.upTo(Math.max(1, Math.min(20, (schema.maximum ?? least + 20) - least + 1)));
    }
    case 'boolean':
      return draw.chance(0.5);
    case 'null':
      return null;
    case 'string':
      return fittingText(draw, schema, known, key);
    default:
      return draw.of<unknown>(['x', 1, true, null, {}, []]);
  }
}

function fittingObject(draw: Draw, schema: Schema, known: Known): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const required = new Set(schema.required ?? []);
  for (const [name, property] of Object.entries(schema.properties ?? {}))
    if (required.has(name) || draw.chance(0.5)) object[name] = fitting(draw, property, known, name);
  for (const property of Object.values(schema.patternProperties ?? {}))
    for (let i = draw.upTo(3); i > 0; i--) object[draw.of(known.texts)] = fitting(draw, property, known);
  return object;
}

function fittingText(draw: Draw, schema: Schema, known: Known, key: string): string {
  if (schema.format === 'uuid') {
    const kind = Object.keys(known.ids).find((name) => key.toLowerCase().includes(name));
    const ids = kind && draw.chance(0.8) ? known.ids[kind]! : Object.values(known.ids).flat();
    return draw.chance(0.9) ? draw.of(ids) : '00000000-0000-7000-8000-000000000000';
  }
  if (schema.format === 'date') return draw.chance(0.9) ? draw.of(someDays) : draw.of(oddDays);
  if (schema.format === 'date-time') return draw.chance(0.9) ? draw.of(someInstants) : draw.of(oddInstants);
  if (schema.format === 'email') return 'someone@example.test';
  const { pattern } = schema;
  const fits = pattern === undefined ? known.texts : known.texts.filter((text) => new RegExp(pattern, 'u').test(text));
  const text = draw.chance(0.15) || fits.length === 0 ? draw.of(oddTexts) : draw.of(fits);
  return text.slice(0, schema.maxLength ?? text.length).padEnd(schema.minLength ?? 0, 'x');
}

/** Texts that something somewhere takes for more than text. */
export const oddTexts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udfff\ud800',
  '\u202e文本',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧‍👦',
  '\ufeff',
  '𠮷野家',
  "' or 1=1 --",
  "'; drop table cases.action; --",
  '$1',
  '%s%n{0}${7*7}#{7*7}{{7*7}}',
  '<script>alert(1)</script>',
  '=cmd|"/c calc"!A1',
  '../../../etc/passwd',
  'C:\\Windows\\system32',
  '%00%0a%0d',
  'a\r\nSet-Cookie: x=1',
  '__proto__',
  'constructor',
  'toString',
  '\\',
  '%',
  '_',
  'NaN',
  '1e999',
  '9'.repeat(400),
  '(a+)+$'.repeat(20),
  ...oddDays,
  ...oddInstants,
];
const oddNumbers = [-1, 0, -0, 0.1, 1e308, -1e308, 2 ** 31, 2 ** 53, -(2 ** 63), 5e-324, 1e21];

/** Anything at all. */
export function odd(draw: Draw): unknown {
  switch (draw.upTo(9)) {
    case 0:
      return draw.of(oddNumbers);
    case 1:
      return draw.of([null, true, false]);
    case 2:
      return draw.of<unknown>([[], {}, [[]], [null], { '': '' }, { toString: 1, valueOf: null, at: 'x', length: -1 }]);
    case 3:
      return nested(draw.of([20, 200, 2000]), draw.chance(0.5));
    case 4:
      return withProto();
    case 5:
      return draw.chance(0.2) ? 'x'.repeat(draw.of([10_000, 200_000])) : draw.of(oddTexts);
    case 6:
      return Array.from({ length: draw.of([2, 50, 3000]) }, () => draw.of(oddTexts));
    default:
      return draw.of(oddTexts);
  }
}

/** Lists or objects, one in the other. */
function nested(levels: number, lists: boolean): unknown {
  let value: unknown = 'x';
  for (let i = 0; i < levels; i++) value = lists ? [value] : { a: value };
  return value;
}

/** Keys that mean something to JavaScript, as keys of their own: what a parser makes of a text with them in it. */
function withProto(): object {
  return JSON.parse(
    '{"__proto__": {"admin": true}, "constructor": {"prototype": {"admin": true}}, "hasOwnProperty": 1}',
  ) as object;
}

/** A copy in which one place, or a few, is not as it was. */
export function spoiled(draw: Draw, value: unknown): unknown {
  let copy = structuredClone(value);
  for (let i = draw.of([1, 1, 2, 3]); i > 0; i--) copy = spoilOne(draw, copy);
  return copy;
}

function spoilOne(draw: Draw, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return odd(draw);
  const keys = Object.keys(value);
  const holder = value as Record<string, unknown>;
  if (keys.length === 0 || draw.chance(0.1)) return odd(draw);
  if (!Array.isArray(value) && draw.chance(0.15)) {
    holder[draw.of(['unknown', 'id', 'role', 'constructor', '', '\0', 'a.b', '$where'])] = odd(draw);
    return value;
  }
  const key = draw.of(keys);
  if (draw.chance(0.15)) delete holder[key];
  else holder[key] = draw.chance(0.6) ? odd(draw) : spoilOne(draw, holder[key]);
  return value;
}
