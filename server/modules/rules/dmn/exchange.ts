/** Rules as a DMN 1.5 model, and decision tables of any model as rules. */
import { parseExpression } from '../feel/parse.ts';
import { columnTypes, hitPolicies, verdicts, type Rule, type RuleSet, type RuleTable } from '../judging/rule-set.ts';
import type { Decision, Model, Table } from './model.ts';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
const quoted = (text: string): string => JSON.stringify(text);
const text = (said: string): string => `<text>${escaped(said)}</text>`;

const policyNames = { U: 'UNIQUE', A: 'ANY', F: 'FIRST', P: 'PRIORITY' } as const;
const outputs = ['verdict', 'reason', 'reasonEn', 'article'] as const;
const feelType = { integer: 'number', string: 'string', boolean: 'boolean', date: 'date' } as const;

/** One decision for each table; each field that a column reads is an input. */
export function writeModel(set: RuleSet, name: string, fieldsOf: (table: RuleTable) => readonly string[]): string {
  const fields = [...new Set(set.tables.flatMap(fieldsOf))];
  const idOf = (field: string): string => `input_${fields.indexOf(field) + 1}`;
  const inputs = fields.map(
    (field) =>
      `  <inputData id="${idOf(field)}" name="${escaped(field)}"><variable name="${escaped(field)}"/></inputData>`,
  );
  const decisions = set.tables.map((table) =>
    [
      `  <decision id="decision_${table.id}" name="${escaped(table.title)}">`,
      ...(table.titleEn ? [`    <description>${escaped(table.titleEn)}</description>`] : []),
      `    <variable name="${escaped(table.title)}"/>`,
      ...fieldsOf(table).map((field) => `    <informationRequirement><requiredInput href="#${idOf(field)}"/></informationRequirement>`), // prettier-ignore
      `    <decisionTable id="table_${table.id}" hitPolicy="${policyNames[table.hitPolicy]}">`,
      ...table.columns.map(
        ({ label, expression, type, values }) =>
          `      <input label="${escaped(label)}"><inputExpression typeRef="${feelType[type]}">${text(expression)}</inputExpression>${values ? `<inputValues>${text(values)}</inputValues>` : ''}</input>`,
      ),
      ...outputs.map(
        (output) =>
          `      <output name="${output}" typeRef="string">${output === 'verdict' ? `<outputValues>${text('"fail", "canNotTell", "pass"')}</outputValues>` : ''}</output>`,
      ),
      ...table.rules.map(
        (rule) =>
          `      <rule>${rule.cells.map((cell) => `<inputEntry>${text(cell)}</inputEntry>`).join('')}${outputs.map((output) => `<outputEntry>${text(quoted(rule[output]))}</outputEntry>`).join('')}</rule>`,
      ),
      '    </decisionTable>',
      '  </decision>',
    ].join('\n'),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="rules" name="${escaped(name)}" namespace="urn:yichuang:rules">`,
    ...inputs,
    ...decisions,
    '</definitions>',
    '',
  ].join('\n');
}

/** What an output says, where it is one text. */
function said(cell: string | undefined): string | undefined {
  try {
    const tree = parseExpression(cell ?? '');
    return tree.kind === 'string' ? tree.text : undefined;
  } catch {
    return undefined;
  }
}

/** The tables that judge, and the names of those that do not. */
export function rulesOfModel(model: Model): { body: RuleSet; notTaken: string[] } {
  const tables: RuleTable[] = [];
  const notTaken: string[] = [];
  for (const decision of model.decisions) {
    const made = decision.box?.kind === 'table' ? tableOf(decision, decision.box.table, tables.length) : undefined;
    if (made) tables.push(made);
    else notTaken.push(decision.name);
  }
  return { body: { tables }, notTaken };
}

function tableOf(decision: Decision, table: Table, index: number): RuleTable | undefined {
  const hitPolicy = hitPolicies.find((one) => one === table.hitPolicy);
  const at = (name: string): number =>
    table.outputs.findIndex((output) => (output.name ?? (table.outputs.length === 1 ? 'verdict' : '')) === name);
  if (!hitPolicy || at('verdict') < 0 || table.inputs.length > 12 || table.rules.length > 200) return undefined;
  const rules: Rule[] = [];
  for (const rule of table.rules) {
    const verdict = verdicts.find((one) => one === said(rule.outputs[at('verdict')]));
    if (!verdict) return undefined;
    const word = (name: string): string => said(rule.outputs[at(name)]) ?? '';
    rules.push({ cells: rule.inputs.map((cell) => cell.slice(0, 300) || '-'), verdict, reason: word('reason').slice(0, 300), reasonEn: word('reasonEn').slice(0, 400), article: word('article').slice(0, 200) }); // prettier-ignore
  }
  const id = decision.id.replace(/^decision_/, '');
  return {
    id: /^[a-z][a-zA-Z0-9]{0,39}$/.test(id) ? id : `table${index + 1}`,
    title: decision.name.slice(0, 100),
    titleEn: decision.description?.slice(0, 200) ?? '',
    hitPolicy,
    columns: table.inputs.map(({ label, expression, type, values }) => ({
      label: label.slice(0, 60),
      labelEn: '',
      expression: expression.slice(0, 300),
      type: type === 'number' ? 'integer' : (columnTypes.find((one) => one === type) ?? 'string'),
      values: values?.slice(0, 300) ?? '',
    })),
    rules,
    tests: [],
  };
}
