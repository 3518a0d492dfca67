/**
 * Judges by tables of rules. What is missing or was read unsurely makes the result "can't tell" wherever another value could have
 * changed it: it never becomes a pass (`judge.test.ts` tries that).
 */
import { FeelTooMuch, stepsOfJudging, within } from '../feel/budget.ts';
import { outermost } from '../feel/builtins/all.ts';
import { sayValue } from '../feel/builtins/contexts.ts';
import { decimal } from '../feel/decimal.ts';
import { cellHolds, evaluate } from '../feel/evaluate.ts';
import { readDate } from '../feel/read-moments.ts';
import { scopeOf, withName, type Scope } from '../feel/scope.ts';
import { any } from '../feel/types.ts';
import type { Value } from '../feel/values.ts';
import type { ReadRuleTable } from './read-table.ts';
import { sureFrom, type FieldType, type FieldValue, type FieldValues, type KnownField, type Verdict } from './rule-set.ts'; // prettier-ignore

/** A field that the result rests on. */
export interface UsedField extends FieldValue {
  name: string;
  /** As forms and papers call it. */
  label?: string;
  labelEn?: string;
  /** It was not there, or read too unsurely to count. */
  state: 'used' | 'missing' | 'unsure';
}

/** Why nothing could be told, where no rule says it. */
export type Silence = 'missing' | 'unsure' | 'noRule' | 'notAllowed' | 'contradiction' | 'tooMuch';

/** What one table says of a case. */
export interface Judgement {
  tableId: string;
  title: string;
  titleEn: string;
  verdict: Verdict;
  /** Place of the rule that counts, from 0; null where none does. */
  rule: number | null;
  reason: string;
  reasonEn: string;
  article: string;
  /** Set where the verdict is canNotTell and no rule said so. */
  silence: Silence | null;
  /** What each column came to, as text; null where it is not known. */
  columns: { label: string; labelEn: string; value: string | null }[];
  fields: UsedField[];
}

export const gravest: readonly Verdict[] = ['fail', 'canNotTell', 'pass'];

/** What all tables together say: one fail is a fail, one doubt a doubt; no table at all tells nothing. */
export function together(judgements: readonly Pick<Judgement, 'verdict'>[]): Verdict {
  if (judgements.length === 0) return 'canNotTell';
  return gravest.find((verdict) => judgements.some((one) => one.verdict === verdict))!;
}

function feelOf(value: FieldValue['value'], type: FieldType): Value {
  if (value === null) return null;
  if (Array.isArray(value)) return [...value];
  if (typeof value === 'number') return decimal(value);
  if (type === 'date') return typeof value === 'string' ? (readDate(value) ?? null) : null;
  if (type === 'integer') return typeof value === 'string' && /^-?\d+$/.test(value) ? decimal(value) : null;
  return value as string | boolean;
}

/** Whether a value may be relied on. */
const stateOf = (given: FieldValue | undefined): UsedField['state'] =>
  !given || given.value === null ? 'missing' : given.confidence !== undefined && given.confidence < sureFrom ? 'unsure' : 'used'; // prettier-ignore

/** What a column came to: a value, or that it is not known and why. */
type Cell = { known: true; value: Value } | { known: false; why: 'missing' | 'unsure' };

/** @param now What `now()` and `today()` say; a case is judged as of its submission. */
export function judge(read: ReadRuleTable, values: FieldValues, fields: readonly KnownField[], now: Date): Judgement {
  const types = new Map(fields.map(({ name, type }) => [name, type]));
  const used = [...new Set(read.columns.flatMap(({ needs }) => needs))].map((name): UsedField => {
    const given = values.get(name);
    const field = fields.find((one) => one.name === name);
    const source = given?.source ?? field?.source ?? 'answer';
    const words = field ? { label: field.label, labelEn: field.labelEn } : {};
    return { ...(given ?? { value: null }), source, name, ...words, state: stateOf(given) };
  });
  const scope = scopeOf(
    new Map(used.map(({ name, value }) => [name, feelOf(value, types.get(name) ?? 'string')])),
    outermost(() => any, now),
  );
  const { table } = read;
  const { found, said } = run(read, used, scope);
  const base = {
    tableId: table.id,
    title: table.title,
    titleEn: table.titleEn,
    columns: table.columns.map(({ label, labelEn }, index) => ({ label, labelEn, value: said[index] ?? null })),
    fields: used,
  };
  if (typeof found === 'string') return { ...base, verdict: 'canNotTell', rule: null, reason: '', reasonEn: '', article: '', silence: found }; // prettier-ignore
  const { verdict, reason, reasonEn, article } = table.rules[found]!;
  return { ...base, verdict, rule: found, reason, reasonEn, article, silence: null };
}

/** What the columns came to and which rule counts, at a bounded cost: what needs more steps than that tells nothing. */
function run(
  read: ReadRuleTable,
  used: readonly UsedField[],
  scope: Scope,
): { found: number | Silence; said: readonly (string | null)[] } {
  const cellOf = (column: ReadRuleTable['columns'][number]): Cell => {
    const states = column.needs.map((name) => used.find((one) => one.name === name)!.state);
    const why = states.find((state) => state !== 'used');
    if (why) return { known: false, why: why === 'unsure' ? 'unsure' : 'missing' };
    const value = evaluate(column.expression, scope);
    // What makes no sense is not known either: a date that is none, a division by nothing.
    return value === null ? { known: false, why: 'missing' } : { known: true, value };
  };
  try {
    return within(stepsOfJudging, () => {
      const cells = read.columns.map(cellOf);
      const said = cells.map((cell) => (cell.known ? sayValue(cell.value) : null));
      return { found: decide(read, cells, scope), said };
    });
  } catch (error) {
    if (error instanceof FeelTooMuch) return { found: 'tooMuch', said: [] };
    throw error;
  }
}

/** The rule that counts whatever the unknown values are; else why nothing can be told. */
function decide(read: ReadRuleTable, cells: readonly Cell[], scope: Scope): number | Silence {
  const notAllowed = read.columns.some(({ allowed }, index) => {
    const cell = cells[index]!;
    return allowed !== undefined && cell.known && !cellHolds(cell.value, allowed, scope);
  });
  if (notAllowed) return 'notAllowed';
  const sure: number[] = [];
  const possible: number[] = [];
  for (const [index, { cells: tests }] of read.rules.entries()) {
    let state: 'holds' | 'may' | 'not' = 'holds';
    for (const [column, test] of tests.entries()) {
      const cell = cells[column]!;
      if (!cell.known) state = state === 'holds' && !test.any ? 'may' : state;
      else if (!cellHolds(cell.value, test, withName('?', cell.value, scope))) state = 'not';
      if (state === 'not') break;
    }
    if (state === 'holds') sure.push(index);
    else if (state === 'may') possible.push(index);
  }
  const unknown = cells.find((cell) => !cell.known);
  const doubt: Silence = unknown && !unknown.known ? unknown.why : 'noRule';
  switch (read.table.hitPolicy) {
    case 'F': {
      const first = Math.min(...sure, ...possible);
      return sure.includes(first) ? first : possible.length > 0 ? doubt : 'noRule';
    }
    case 'P': {
      const rank = (rule: number): number => gravest.indexOf(read.table.rules[rule]!.verdict);
      const best = sure.toSorted((a, b) => rank(a) - rank(b) || a - b)[0];
      if (best === undefined) return possible.length > 0 ? doubt : 'noRule';
      return possible.some((rule) => rank(rule) < rank(best)) ? doubt : best;
    }
    default: {
      if (sure.length > 1 && (read.table.hitPolicy === 'U' || sure.some((rule) => differs(read, rule, sure[0]!)))) return 'contradiction'; // prettier-ignore
      if (sure.length === 0) return possible.length > 0 ? doubt : 'noRule';
      // A second rule that could hold as well would contradict it, or say something else.
      const other = possible.some((rule) => read.table.hitPolicy === 'U' || differs(read, rule, sure[0]!));
      return other ? doubt : sure[0]!;
    }
  }
}

/** Whether two rules say different things; cells are not what they say. */
export function differs(read: Pick<ReadRuleTable, 'table'>, one: number, other: number): boolean {
  return saysOf(read.table.rules[one]!) !== saysOf(read.table.rules[other]!);
}
export const saysOf = ({ verdict, reason, reasonEn, article }: ReadRuleTable['rules'][number]['rule']): string =>
  JSON.stringify([verdict, reason, reasonEn, article]);
