/** What the rules of an item are: tables that ask something of an application, each with rows that try it. The browser has this too. */
import { Type, type Static } from 'typebox';
import { closed, nullable, oneOf } from '#platform/contract';

const words = (maxLength: number) => Type.String({ maxLength });
const cell = words(300);

/** What a rule says: it is so, it is not so, or nobody can tell from what was handed in. */
export const verdicts = ['pass', 'fail', 'canNotTell'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Which rule counts: U exactly one holds, A all that hold say the same, F the first that holds, P the gravest (fail before canNotTell before pass).
 */
export const hitPolicies = ['U', 'A', 'F', 'P'] as const;
export const columnTypes = ['integer', 'string', 'boolean', 'date'] as const;

/** A column: an expression over fields of the application, and what it may give. */
export const Column = closed({
  label: words(60),
  labelEn: words(120),
  /** FEEL over the names of fields: `area`, or `years and months duration(birthDate, day).years`. */
  expression: cell,
  type: oneOf(...columnTypes),
  /** Allowed values as a cell; empty: any. */
  values: cell,
});

export const Rule = closed({
  /** One for each column. */
  cells: Type.Array(cell, { maxItems: 12 }),
  verdict: oneOf(...verdicts),
  /** Why, for the person who reads the result. */
  reason: words(300),
  reasonEn: words(400),
  /** What it rests on: a law and its article. */
  article: words(200),
});

/** What is known of a field in a test row; null: it is missing. */
const Given = Type.Record(Type.String({ maxLength: 80 }), nullable(Type.Union([Type.String({ maxLength: 300 }), Type.Integer(), Type.Boolean()]))); // prettier-ignore

export const TestRow = closed({ name: words(100), given: Given, verdict: oneOf(...verdicts) });

export const RuleTable = closed({
  id: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }),
  title: words(100),
  titleEn: words(200),
  hitPolicy: oneOf(...hitPolicies),
  columns: Type.Array(Column, { maxItems: 12 }),
  rules: Type.Array(Rule, { maxItems: 200 }),
  tests: Type.Array(TestRow, { maxItems: 100 }),
});
export const RuleSet = closed({ tables: Type.Array(RuleTable, { maxItems: 20 }) });

export type Column = Static<typeof Column>;
export type Rule = Static<typeof Rule>;
export type TestRow = Static<typeof TestRow>;
export type RuleTable = Static<typeof RuleTable>;
export type RuleSet = Static<typeof RuleSet>;

/** Where a value comes from. */
export const sources = ['answer', 'situation', 'document', 'fact'] as const;
export type Source = (typeof sources)[number];
export type FieldType = (typeof columnTypes)[number] | 'list';

/** A field that rules of an item may ask for. */
export interface KnownField {
  name: string;
  source: Source;
  type: FieldType;
  label: string;
  labelEn: string;
  /** Answers that the form offers. */
  options?: string[];
  /** Off which material it is read; `part` of a field that is a span of days. */
  read?: { materialId: string; kind: string; field: string; part?: 'from' | 'until' };
}

/** Where on a picture something was read: pixels of the page, from its upper left corner. */
export interface ReadBox {
  page: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A value that a case has for a field. */
export interface FieldValue {
  value: string | number | boolean | readonly string[] | null;
  source: Source;
  /** How sure a reading is, 0 to 1; what a person wrote has none. */
  confidence?: number;
  /** The file on which it was read, and where. */
  fileId?: string;
  box?: ReadBox;
  /** What other files of the same material say instead; then nothing is sure. */
  others?: readonly string[];
}
export type FieldValues = ReadonlyMap<string, FieldValue>;

/** Below this a reading is a guess: it is left to a person. */
export const sureFrom = 0.9;
