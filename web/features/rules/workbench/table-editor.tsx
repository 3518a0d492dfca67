/** One table of rules: columns of conditions, rules as rows, and what each concludes. */
import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { columnTypes, hitPolicies, verdicts, type Column, type ItemRules, type Rule, type RuleSet } from '#modules/rules/contract'; // prettier-ignore
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { CellField, TextField } from './cell-field.tsx';
import { columnOf, FieldPicker } from './field-picker.tsx';
import { rulesWords } from './words.ts';

type Table = RuleSet['tables'][number];

/** A rule that nobody has written yet. */
const freshRule = (columns: number): Rule => ({ cells: Array.from({ length: columns }, () => '-'), verdict: 'canNotTell', reason: '', reasonEn: '', article: '' }); // prettier-ignore

export function TableEditor(props: {
  table: Table;
  fields: ItemRules['fields'];
  readOnly: boolean;
  onChange: (table: Table) => void;
}): ReactNode {
  const { table, fields, readOnly, onChange } = props;
  const say = useWords(rulesWords);
  const language = useLanguage();
  const known = fields.map(({ name }) => name);
  const set = (change: Partial<Table>): void => onChange({ ...table, ...change });
  const setColumn = (at: number, change: Partial<Column>): void =>
    set({ columns: table.columns.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  const setRule = (at: number, change: Partial<Rule>): void =>
    set({ rules: table.rules.map((one, index) => (index === at ? { ...one, ...change } : one)) });
  const addColumn = (): void => {
    const [field] = fields.filter(({ name }) => table.columns.every(({ expression }) => expression !== name));
    set({
      columns: [...table.columns, columnOf(field)],
      rules: table.rules.map((rule) => ({ ...rule, cells: [...rule.cells, '-'] })),
    });
  };
  const removeColumn = (at: number): void =>
    set({
      columns: table.columns.toSpliced(at, 1),
      rules: table.rules.map((rule) => ({ ...rule, cells: rule.cells.toSpliced(at, 1) })),
    });
  const labelOf = ({ label, labelEn, expression }: Column): string => pick(language, label, labelEn) || expression;
  return (
    <div className="yc-stack">
      <div className="rules-names">
        <label>
          <span>{say.name}</span>
          <TextField
            label={say.name}
            value={table.title}
            max={100}
            place="/title"
            readOnly={readOnly}
            onChange={(title) => set({ title })}
          />
        </label>
        <label>
          <span>{say.nameEn}</span>
          <TextField
            label={say.nameEn}
            value={table.titleEn}
            max={200}
            place="/titleEn"
            readOnly={readOnly}
            onChange={(titleEn) => set({ titleEn })}
          />
        </label>
        <label>
          <span>{say.hitPolicy}</span>
          <select
            className="rules-cell"
            value={table.hitPolicy}
            disabled={readOnly}
            onChange={({ target }) => set({ hitPolicy: hitPolicies.find((one) => one === target.value) ?? 'U' })}
          >
            {hitPolicies.map((policy) => (
              <option key={policy} value={policy}>
                {say.policies[policy]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div className="rules-scroll" tabIndex={0} role="region" aria-label={table.title || say.fresh}>
        <table className="rules-table">
          <thead>
            <tr>
              <th scope="col" className="rules-number">
                {table.hitPolicy}
              </th>
              {table.columns.map((column, at) => (
                <th key={at} scope="col" className="rules-column">
                  <div className="rules-head">
                    <TextField
                      label={say.columnTitle}
                      value={column.label}
                      max={60}
                      readOnly={readOnly}
                      onChange={(label) => setColumn(at, { label })}
                    />
                    {readOnly ? null : (
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined />}
                        aria-label={say.removeColumn(labelOf(column))}
                        onClick={() => removeColumn(at)}
                      />
                    )}
                  </div>
                  <TextField
                    label={say.columnTitleEn}
                    value={column.labelEn}
                    max={120}
                    readOnly={readOnly}
                    onChange={(labelEn) => setColumn(at, { labelEn })}
                  />
                  {readOnly ? null : (
                    <FieldPicker
                      fields={fields}
                      value={column.expression}
                      label={say.pickField(labelOf(column))}
                      onChange={(chosen) => setColumn(at, chosen)}
                    />
                  )}
                  <CellField
                    label={`${say.expression} ${labelOf(column)}`}
                    value={column.expression}
                    known={known}
                    place={`/columns/${at}/expression`}
                    readOnly={readOnly}
                    onChange={(expression) => setColumn(at, { expression })}
                  />
                  <select
                    className="rules-cell"
                    aria-label={`${say.type} ${labelOf(column)}`}
                    value={column.type}
                    disabled={readOnly}
                    onChange={({ target }) =>
                      setColumn(at, { type: columnTypes.find((one) => one === target.value) ?? 'string' })
                    }
                  >
                    {columnTypes.map((type) => (
                      <option key={type} value={type}>
                        {say.types[type]}
                      </option>
                    ))}
                  </select>
                  <div className="rules-only">
                    <span>{say.values}</span>
                    <CellField
                      label={`${say.values} ${labelOf(column)}`}
                      value={column.values}
                      place={`/columns/${at}/values`}
                      readOnly={readOnly}
                      onChange={(values) => setColumn(at, { values })}
                    />
                  </div>
                </th>
              ))}
              <th scope="col" className="rules-verdict">
                {say.verdict}
              </th>
              <th scope="col" className="rules-reason">
                {say.conclusion}
              </th>
              {readOnly ? null : <th aria-label={say.removeRule(0)} />}
            </tr>
          </thead>
          <tbody>
            {table.rules.map((rule, at) => (
              <tr key={at} className={`rules-row ${rule.verdict}`}>
                <th scope="row" className="rules-number yc-numbers">
                  <span className="yc-hidden">{say.rule(at + 1)}</span>
                  <span aria-hidden="true">{at + 1}</span>
                </th>
                {table.columns.map((column, index) => (
                  <td key={index}>
                    <CellField
                      label={say.cell(at + 1, labelOf(column))}
                      value={rule.cells[index] ?? ''}
                      place={`/rules/${at}/cells/${index}`}
                      readOnly={readOnly}
                      onChange={(cell) => setRule(at, { cells: rule.cells.with(index, cell) })}
                    />
                  </td>
                ))}
                <td>
                  <select
                    className="rules-cell"
                    aria-label={say.cell(at + 1, say.verdict)}
                    value={rule.verdict}
                    disabled={readOnly}
                    onChange={({ target }) =>
                      setRule(at, { verdict: verdicts.find((one) => one === target.value) ?? 'canNotTell' })
                    }
                  >
                    {verdicts.map((verdict) => (
                      <option key={verdict} value={verdict}>
                        {say.verdicts[verdict]}
                      </option>
                    ))}
                  </select>
                </td>
                <td className="rules-words">
                  <TextField
                    label={say.reason}
                    value={rule.reason}
                    place={`/rules/${at}/reason`}
                    max={300}
                    readOnly={readOnly}
                    onChange={(reason) => setRule(at, { reason })}
                  />
                  <TextField
                    label={say.reasonEn}
                    value={rule.reasonEn}
                    place={`/rules/${at}/reasonEn`}
                    max={400}
                    readOnly={readOnly}
                    onChange={(reasonEn) => setRule(at, { reasonEn })}
                  />
                  <TextField
                    label={say.article}
                    value={rule.article}
                    place={`/rules/${at}/article`}
                    max={200}
                    readOnly={readOnly}
                    onChange={(article) => setRule(at, { article })}
                  />
                </td>
                {readOnly ? null : (
                  <td className="rules-acts">
                    <Button
                      type="text"
                      size="small"
                      disabled={at === 0}
                      icon={<ArrowUpOutlined />}
                      aria-label={say.moveUp(at + 1)}
                      onClick={() => set({ rules: table.rules.with(at - 1, rule).with(at, table.rules[at - 1]!) })}
                    />
                    <Button
                      type="text"
                      size="small"
                      icon={<DeleteOutlined />}
                      aria-label={say.removeRule(at + 1)}
                      onClick={() => set({ rules: table.rules.toSpliced(at, 1) })}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {readOnly ? null : (
        <div className="yc-row">
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => set({ rules: [...table.rules, freshRule(table.columns.length)] })}
          >
            {say.addRule}
          </Button>
          <Button icon={<PlusOutlined aria-hidden="true" />} disabled={table.columns.length >= 12} onClick={addColumn}>
            {say.addColumn}
          </Button>
          <span className="yc-muted yc-small">{say.cellHelp}</span>
        </div>
      )}
    </div>
  );
}
