/** A table of rules with its cells read: what is judged by, and what can be wrong in it. */
import { namesIn, type Tree, type UnaryTests } from '../feel/tree.ts';
import { fieldsIn, isUnread, readCell, readExpression } from './read-cell.ts';
import { facts } from './known-fields.ts';
import type { KnownField, Rule, RuleSet, RuleTable } from './rule-set.ts';

export interface ReadRuleTable {
  table: RuleTable;
  columns: readonly { expression: Tree; needs: readonly string[]; allowed: UnaryTests | undefined }[];
  rules: readonly { rule: Rule; cells: readonly UnaryTests[] }[];
}

/** What is wrong, and where: `/tables/0/rules/2/cells/1`. */
export interface SetFault {
  at: string;
  fault:
    | 'unreadable' // FEEL that cannot be read: `expected` and `column` say more
    | 'unknownField'
    | 'noColumns'
    | 'noRules'
    | 'wrongNumber' // not one cell for each column
    | 'twice' // two tables with one id
    | 'wordsMissing' // title, reason or article in one language or both
    | 'noTests'
    | 'tooMuch'; // it costs more steps than judging may
  /** Character from 0. */
  column?: number;
  expected?: string;
  name?: string;
}

/** Reads a whole set; `faults` is empty where it can be used. */
export function readRuleSet(
  set: RuleSet,
  fields: readonly KnownField[],
): { tables: ReadRuleTable[]; faults: SetFault[] } {
  const faults: SetFault[] = [];
  const known = [...fields, ...facts].map(({ name }) => name);
  const ids = new Set<string>();
  const tables = set.tables.map((table, index) => {
    const at = `/tables/${index}`;
    if (ids.has(table.id)) faults.push({ at: `${at}/id`, fault: 'twice', name: table.id });
    ids.add(table.id);
    return readTable(table, at, known, faults);
  });
  return { tables, faults };
}

function readTable(table: RuleTable, at: string, known: readonly string[], faults: SetFault[]): ReadRuleTable {
  if (!table.title.trim() || !table.titleEn.trim()) faults.push({ at: `${at}/title`, fault: 'wordsMissing' });
  if (table.columns.length === 0) faults.push({ at: `${at}/columns`, fault: 'noColumns' });
  if (table.rules.length === 0) faults.push({ at: `${at}/rules`, fault: 'noRules' });
  if (table.tests.length === 0) faults.push({ at: `${at}/tests`, fault: 'noTests' });
  const reading = <T extends object>(read: T | { column: number; expected: string }, where: string): T | undefined => {
    if (!isUnread(read)) return read;
    faults.push({ at: where, fault: 'unreadable', ...read });
    return undefined;
  };
  const columns = table.columns.map((column, index) => {
    const where = `${at}/columns/${index}`;
    const expression = reading(readExpression(column.expression, known), `${where}/expression`);
    const { fields, unknown } = expression ? fieldsIn(expression, known) : { fields: [], unknown: [] };
    for (const name of unknown) faults.push({ at: `${where}/expression`, fault: 'unknownField', name });
    const allowed = column.values.trim() ? reading(readCell(column.values), `${where}/values`) : undefined;
    return { expression: expression ?? { kind: 'null' as const }, needs: fields, allowed };
  });
  const rules = table.rules.map((rule, index) => {
    const where = `${at}/rules/${index}`;
    if (rule.cells.length !== table.columns.length) faults.push({ at: where, fault: 'wrongNumber' });
    const { reason, reasonEn, article } = rule;
    if ([reason, reasonEn, article].some((text) => !text.trim())) faults.push({ at: where, fault: 'wordsMissing' });
    const cells = rule.cells.map((text, column) => {
      const tests = reading(readCell(text), `${where}/cells/${column}`);
      for (const name of tests ? namesIn(tests.tests).filter((one) => one !== '?') : [])
        faults.push({ at: `${where}/cells/${column}`, fault: 'unknownField', name });
      return tests ?? { any: false, not: false, tests: [] };
    });
    return { rule, cells };
  });
  return { table, columns, rules };
}
