/** What a column looks at, chosen by its name as forms and papers have it; whoever wants more writes an expression. */
import type { ReactNode } from 'react';
import { columnTypes, type Column, type ItemRules } from '#modules/rules/contract';
import { pick, useLanguage, useWords } from '#web/words/language.ts';
import { rulesWords } from './words.ts';

type Field = ItemRules['fields'][number];
const sources = ['answer', 'situation', 'document', 'fact'] as const satisfies Field['source'][];

/** A column that looks at a field and nothing else. */
export function columnOf(field: Field | undefined): Column {
  const values = field?.options && field.options.length <= 10 ? field.options.map((one) => JSON.stringify(one)).join(', ').slice(0, 300) : ''; // prettier-ignore
  return {
    label: field?.label.slice(0, 60) ?? '',
    labelEn: field?.labelEn.slice(0, 120) ?? '',
    expression: field?.name ?? '',
    type: columnTypes.find((one) => one === field?.type) ?? 'string',
    values,
  };
}

/** The fields by where they come from. */
export function FieldPicker(props: {
  fields: readonly Field[];
  /** The expression as it stands; one that is no field alone is shown as such. */
  value: string;
  label: string;
  onChange: (column: Column) => void;
}): ReactNode {
  const { fields, value, label, onChange } = props;
  const say = useWords(rulesWords);
  const language = useLanguage();
  return (
    <select
      className="rules-cell"
      aria-label={label}
      value={fields.some(({ name }) => name === value) ? value : ''}
      onChange={({ target }) => {
        const field = fields.find(({ name }) => name === target.value);
        if (field) onChange(columnOf(field));
      }}
    >
      <option value="">{say.ownExpression}</option>
      {sources.map((source) => {
        const own = fields.filter((field) => field.source === source);
        return own.length === 0 ? null : (
          <optgroup key={source} label={say.sources[source]}>
            {own.map((field) => (
              <option key={field.name} value={field.name}>
                {pick(language, field.label, field.labelEn)}
              </option>
            ))}
          </optgroup>
        );
      })}
    </select>
  );
}
