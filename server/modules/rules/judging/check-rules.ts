/** Everything that has to be right before rules may judge: they can be read, no table has a gap or contradicts itself, test rows pass. */
import { analyse, type Analysis, type AnalysedTable } from '../analysis/analyse.ts';
import { FeelTooMuch, stepsOfChecking, within } from '../feel/budget.ts';
import { judge, saysOf, type Judgement } from './judge.ts';
import { readRuleSet, type ReadRuleTable, type SetFault } from './read-table.ts';
import type { FieldValue, KnownField, RuleSet, Verdict } from './rule-set.ts';

export interface TestResult {
  name: string;
  expected: Verdict;
  got: Verdict;
  passed: boolean;
  /** From 0; null where none counts. */
  rule: number | null;
  silence: Judgement['silence'];
}

export interface TableReport {
  tableId: string;
  analysis: Analysis;
  tests: TestResult[];
  /** Fields that its columns read, in the order in which they do. */
  fields: string[];
}

export interface RulesReport {
  faults: SetFault[];
  /** Empty while something cannot be read. */
  tables: TableReport[];
  /** Whether it may be published. */
  ready: boolean;
}

/** Checks a whole set. `now` is for rules that ask for the day. */
export function checkRules(set: RuleSet, fields: readonly KnownField[], now: Date): RulesReport {
  const { tables, faults } = readRuleSet(set, fields);
  const unreadable = faults.some(
    ({ fault }) => fault === 'unreadable' || fault === 'wrongNumber' || fault === 'noColumns',
  );
  const reports = unreadable ? [] : within(stepsOfChecking, () => tables.map((table) => reportOn(table, fields, now)));
  for (const [index, { tests }] of reports.entries())
    if (tests.some(({ silence }) => silence === 'tooMuch')) faults.push({ at: `/tables/${index}`, fault: 'tooMuch' });
  const ready = faults.length === 0 && reports.every(({ analysis, tests }) => isWhole(analysis) && tests.every(({ passed }) => passed)); // prettier-ignore
  return { faults, tables: reports, ready };
}

/** A table that cannot be looked at may be used: what no rule covers is "can't tell". A gap or a contradiction that is known may not. */
const isWhole = (analysis: Analysis): boolean =>
  !analysis.looked || (analysis.gaps.length === 0 && analysis.overlaps.every(({ contradictory }) => !contradictory));

function reportOn(read: ReadRuleTable, fields: readonly KnownField[], now: Date): TableReport {
  return {
    tableId: read.table.id,
    analysis: lookAt({
      hitPolicy: read.table.hitPolicy,
      columns: read.columns.map(({ allowed }, index) => ({ type: read.table.columns[index]!.type, allowed })),
      rules: read.rules.map(({ rule, cells }) => ({ cells, says: saysOf(rule) })),
    }),
    tests: read.table.tests.map(({ name, given, verdict }) => {
      const values = new Map(Object.entries(given).map(([key, value]) => [key, { value, source: 'answer' } satisfies FieldValue] as const)); // prettier-ignore
      const { verdict: got, rule, silence } = judge(read, values, fields, now);
      return { name, expected: verdict, got, passed: got === verdict, rule, silence };
    }),
    fields: [...new Set(read.columns.flatMap(({ needs }) => needs))],
  };
}

/** What would take too long to look at is not looked at, and says so. */
function lookAt(table: AnalysedTable): Analysis {
  try {
    return within(stepsOfChecking / 3, () => analyse(table));
  } catch (error) {
    if (error instanceof FeelTooMuch) return { looked: false, why: 'tooLarge', column: 0 };
    throw error;
  }
}
