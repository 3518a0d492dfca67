/** The rows that try a table: what was filled in, what has to come out, and what does. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { verdicts, type ItemRules, type Report, type RuleSet, type TestRow } from '#modules/rules/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { TextField } from './cell-field.tsx';
import { rulesWords } from './words.ts';

type Table = RuleSet['tables'][number];
type Field = ItemRules['fields'][number];
type Given = TestRow['given'][string];

export function TestRows(props: {
  table: Table;
  /** Fields that the columns read. */
  fields: readonly Field[];
  results: Report['tables'][number]['tests'] | undefined;
  readOnly: boolean;
  onChange: (tests: Table['tests']) => void;
}): ReactNode {
  const { table, fields, results, readOnly, onChange } = props;
  const say = useWords(rulesWords);
  const language = useLanguage();
  const set = (at: number, change: Partial<TestRow>): void =>
    onChange(table.tests.map((one, index) => (index === at ? { ...one, ...change } : one)));
  return (
    <section className="yc-stack" aria-label={say.tests}>
      <div>
        <h2>{say.tests}</h2>
        <p className="yc-muted">{say.testsWhat}</p>
      </div>
      {table.tests.length === 0 ? null : (
        <div className="rules-scroll" tabIndex={0} role="region" aria-label={say.tests}>
          <table className="rules-table">
            <thead>
              <tr>
                <th scope="col">{say.testName}</th>
                {fields.map((field) => (
                  <th key={field.name} scope="col">
                    {pick(language, field.label, field.labelEn)}
                    <div className="yc-muted yc-small">{field.name}</div>
                  </th>
                ))}
                <th scope="col">{say.expectedVerdict}</th>
                <th scope="col">{say.gotVerdict}</th>
                {readOnly ? null : <th aria-label={say.removeTest(0)} />}
              </tr>
            </thead>
            <tbody>
              {table.tests.map((test, at) => (
                <tr key={at}>
                  <td className="rules-test-name">
                    <TextField
                      label={say.testName}
                      value={test.name}
                      max={100}
                      place={`/tests/${at}/name`}
                      readOnly={readOnly}
                      onChange={(name) => set(at, { name })}
                    />
                  </td>
                  {fields.map((field) => (
                    <td key={field.name} className="rules-given">
                      <GivenField
                        field={field}
                        label={`${test.name} ${pick(language, field.label, field.labelEn)}`}
                        value={test.given[field.name] ?? null}
                        readOnly={readOnly}
                        onChange={(value) => set(at, { given: { ...test.given, [field.name]: value } })}
                      />
                    </td>
                  ))}
                  <td className="rules-expected">
                    <select
                      className="rules-cell"
                      aria-label={`${test.name} ${say.expectedVerdict}`}
                      value={test.verdict}
                      disabled={readOnly}
                      onChange={({ target }) =>
                        set(at, { verdict: verdicts.find((one) => one === target.value) ?? 'canNotTell' })
                      }
                    >
                      {verdicts.map((verdict) => (
                        <option key={verdict} value={verdict}>
                          {say.verdicts[verdict]}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="rules-result">
                    <Result result={results?.[at]} />
                  </td>
                  {readOnly ? null : (
                    <td>
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined />}
                        aria-label={say.removeTest(at + 1)}
                        onClick={() => onChange(table.tests.toSpliced(at, 1))}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {readOnly ? null : (
        <div>
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() =>
              onChange([...table.tests, { name: `${table.tests.length + 1}`, given: {}, verdict: 'pass' }])
            }
          >
            {say.addTest}
          </Button>
        </div>
      )}
    </section>
  );
}

function Result({ result }: { result: Report['tables'][number]['tests'][number] | undefined }): ReactNode {
  const say = useWords(rulesWords);
  if (!result) return <span className="yc-muted">…</span>;
  return (
    <span className={result.passed ? 'rules-good' : 'rules-bad'}>
      <span aria-hidden="true">{result.passed ? '✓' : '×'}</span> {result.passed ? say.passed : say.failed}
      <span className="yc-muted yc-small">
        {' '}
        {say.verdicts[result.got]}
        {result.rule === null
          ? result.silence
            ? ` · ${say.silences[result.silence]}`
            : ''
          : ` ${say.byRule(result.rule + 1)}`}
      </span>
    </span>
  );
}

/** A value of a field as the form would have it; empty is missing. */
function GivenField(props: {
  field: Field;
  label: string;
  value: Given;
  readOnly: boolean;
  onChange: (value: Given) => void;
}): ReactNode {
  const { field, label, value, readOnly, onChange } = props;
  const say = useWords(rulesWords);
  const options = field.type === 'boolean' ? ['true', 'false'] : field.options;
  if (options) {
    return (
      <select
        className="rules-cell"
        aria-label={label}
        value={value === null ? '' : String(value)}
        disabled={readOnly}
        onChange={({ target }) => onChange(target.value === '' ? null : field.type === 'boolean' ? target.value === 'true' : target.value)} // prettier-ignore
      >
        <option value="">{say.missing}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {field.type === 'boolean' ? (option === 'true' ? say.yes : say.no) : option}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      className="rules-cell"
      aria-label={label}
      placeholder={say.missing}
      type={field.type === 'date' ? 'date' : field.type === 'integer' ? 'number' : 'text'}
      step={1}
      value={value === null ? '' : String(value)}
      readOnly={readOnly}
      onChange={({ target }) => {
        const number = Number(target.value);
        if (target.value === '') onChange(null);
        else if (field.type !== 'integer') onChange(target.value);
        else if (Number.isSafeInteger(number)) onChange(number);
      }}
    />
  );
}
