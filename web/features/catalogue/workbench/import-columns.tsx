/** What each column of a list is taken for, and how to say that it is something else. */
import { Checkbox, Select } from 'antd';
import type { ReactNode } from 'react';
import type { ImportReport } from '#modules/catalogue/contract';
import { asProblem } from '#web/client/client.ts';
import { colon, oneByOne, useLanguage, useWords } from '#web/words/language.ts';
import { sayIgnored } from './import-reasons.ts';
import { importWords } from './import-words.ts';

/** What was said by hand: of a column by its header, and where the codes come from. */
export interface Said {
  columns: Readonly<Record<string, string>>;
  codeFromName: boolean;
}
export const nothingSaid: Said = { columns: {}, codeFromName: false };

/** The columns as the server took them. */
export interface Taken {
  columns: readonly { header: string; field: string }[];
  /** Sheets that were left out, with why. */
  sheets: readonly string[];
}

const isSheet = (ignored: string): boolean => ignored.startsWith('sheet "');
const serial = / \(only counts the rows\)$/;

export const takenIn = (report: ImportReport): Taken => ({
  columns: [
    ...report.columns,
    ...report.ignored.filter((one) => !isSheet(one)).map((one) => ({ header: one.replace(serial, ''), field: '-' })),
  ],
  sheets: report.ignored.filter(isSheet),
});

/** What a list that could not be read has above its columns; undefined when that is not what is wrong with it. */
export function takenOfRefusal(thrown: unknown): Taken | undefined {
  const { headers } = asProblem(thrown).facts as { headers?: string[] };
  return headers && { columns: headers.map((header) => ({ header, field: '-' })), sheets: [] };
}

/** The query of an import that says it. */
export const queryOf = ({ columns, codeFromName }: Said): { map?: string; codeFrom?: 'name' } => {
  const map = Object.entries(columns).map(([header, field]) => `${header}=${field}`);
  return { ...(map.length > 0 ? { map: map.join('\n') } : {}), ...(codeFromName ? { codeFrom: 'name' } : {}) };
};

export function ImportColumns(props: {
  taken: Taken;
  said: Said;
  disabled: boolean;
  onSay: (said: Said) => void;
}): ReactNode {
  const { taken, said } = props;
  const say = useWords(importWords);
  const language = useLanguage();
  const options = [
    { value: '-', label: say.unused },
    ...Object.entries(say.fields).map(([value, label]) => ({ value, label })),
  ];
  const fieldOf = ({ header, field }: { header: string; field: string }): string => said.columns[header] ?? field;
  const hasCodes = taken.columns.some((column) => fieldOf(column) === 'code');
  return (
    <section aria-labelledby="import-columns">
      <h2 id="import-columns">{say.mapping}</h2>
      <p className="yc-muted yc-small">{say.mappingWhat}</p>
      <div className="item-table import-columns" role="region" aria-labelledby="import-columns" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th>{say.column}</th>
              <th>{say.field}</th>
            </tr>
          </thead>
          <tbody>
            {taken.columns.map((column) => (
              <tr key={`${column.header}-${column.field}`}>
                <td>{column.header}</td>
                <td>
                  <Select
                    showSearch={{ optionFilterProp: 'label' }}
                    className="import-field"
                    aria-label={say.fieldOf(column.header)}
                    disabled={props.disabled}
                    options={options}
                    value={fieldOf(column)}
                    onChange={(field) => props.onSay({ ...said, columns: { ...said.columns, [column.header]: field } })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasCodes && !said.codeFromName ? null : (
        <Checkbox
          checked={said.codeFromName}
          disabled={props.disabled}
          onChange={({ target }) => props.onSay({ ...said, codeFromName: target.checked })}
        >
          {say.codeFromName}
        </Checkbox>
      )}
      {taken.sheets.length > 0 ? (
        <p className="yc-muted">
          {say.ignored}
          {colon()}
          {oneByOne(taken.sheets.map((one) => sayIgnored(one, language)))}
        </p>
      ) : null}
    </section>
  );
}
