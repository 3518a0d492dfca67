/** Fields of the item editor, each at its place in the body: texts, choices, limits, amounts. */
import { Input, Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { ItemBody } from '#modules/catalogue/contract';
import { EditField, EditSelect, EditText } from '#web/ui/edit/edit-fields.tsx';
import { useWords } from '#web/words/language.ts';
import { editorWords } from './editor-words.ts';
import { Place, useFaults } from './faults.tsx';
import type { Change } from './use-item-draft.ts';

export interface SectionProps {
  body: ItemBody;
  set: (change: Change) => void;
}

/** A text at a place. */
export function TextAt(props: {
  path: string;
  label: string;
  value: string | undefined;
  onChange: (value: string) => void;
  hint?: string;
  optional?: boolean;
  wide?: boolean;
  rows?: number;
  maxLength: number;
  kind?: 'text' | 'tel';
}): ReactNode {
  const { at } = useFaults();
  const { path, value, ...rest } = props;
  return (
    <Place path={path} wide={props.wide ?? false}>
      <EditText {...rest} value={value ?? ''} fault={at(path)} />
    </Place>
  );
}

/** One of a list at a place. */
export function ChoiceAt<V extends string>(props: {
  path: string;
  label: string;
  value: V | undefined;
  options: readonly { value: V; label: string }[];
  onChange: (value: V | undefined) => void;
  optional?: boolean;
  hint?: string;
}): ReactNode {
  const { at } = useFaults();
  const { path, ...rest } = props;
  return (
    <Place path={path}>
      <EditSelect {...rest} fault={at(path)} />
    </Place>
  );
}

/** A whole number that may be absent. What is no number stays visible and changes nothing. */
export function NumberAt(props: {
  path: string;
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  hint?: string;
  placeholder?: string;
  least?: number;
  most?: number;
}): ReactNode {
  const { at } = useFaults();
  const { path, value, onChange, least = 0, most = Number.MAX_SAFE_INTEGER } = props;
  const [text, setText] = useState(value === undefined ? '' : String(value));
  useEffect(() => {
    if (Number(text) !== value || (text === '') !== (value === undefined))
      setText(value === undefined ? '' : String(value));
  }, [value]);
  return (
    <Place path={path}>
      <EditText
        label={props.label}
        {...(props.hint ? { hint: props.hint } : {})}
        optional
        kind="number"
        placeholder={props.placeholder ?? ''}
        value={text}
        maxLength={12}
        fault={at(path)}
        onChange={(typed) => {
          const digits = typed.replace(/\D/g, '');
          setText(digits);
          if (digits === '') onChange(undefined);
          else onChange(Math.min(most, Math.max(least, Number(digits))));
        }}
      />
    </Place>
  );
}

/** An amount: typed in yuan, kept in fen. */
export function AmountAt(props: {
  path: string;
  label: string;
  /** What an empty amount means. */
  placeholder: string;
  fen: number | undefined;
  onChange: (fen: number | undefined) => void;
}): ReactNode {
  const { fee: say } = useWords(editorWords);
  const { fen } = props;
  const written = fen === undefined ? '' : fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
  const [text, setText] = useState(written);
  const read = (typed: string): number | undefined | null => {
    if (typed.trim() === '') return undefined;
    const parts = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typed.replace(/[,，\s]/g, ''));
    return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null;
  };
  useEffect(() => {
    if (read(text) !== null && read(text) !== fen) setText(written);
  }, [fen]);
  return (
    <Place path={props.path}>
      <EditText
        label={props.label}
        placeholder={props.placeholder}
        optional
        kind="number"
        value={text}
        maxLength={14}
        fault={read(text) === null ? say.wrong : undefined}
        onChange={(typed) => {
          setText(typed);
          const next = read(typed);
          if (next !== null) props.onChange(next);
        }}
      />
    </Place>
  );
}

type Limit = NonNullable<ItemBody['promisedLimit']>;

/** A limit of time: a number and what is counted; empty means that there is none. */
export function LimitAt(props: {
  path: string;
  label: string;
  value: Limit | undefined;
  onChange: (value: Limit | undefined) => void;
}): ReactNode {
  const say = useWords(editorWords);
  const { at } = useFaults();
  const { value, path, onChange } = props;
  const [unit, setUnit] = useState(value?.unit ?? 'workingDay');
  useEffect(() => {
    if (value) setUnit(value.unit);
  }, [value?.unit]);
  return (
    <Place path={path}>
      <EditField label={props.label} optional fault={at(path)}>
        {(ties) => (
          <div className="limit">
            <Input
              {...ties}
              inputMode="numeric"
              autoComplete="off"
              maxLength={3}
              placeholder={say.fields.noLimit}
              value={value ? String(value.value) : ''}
              onChange={({ target }) => {
                const digits = target.value.replace(/\D/g, '');
                onChange(digits === '' ? undefined : { value: Math.min(400, Number(digits)), unit });
              }}
            />
            <Select<Limit['unit']>
              aria-label={`${props.label}: ${say.unit}`}
              value={unit}
              options={[
                { value: 'workingDay', label: say.units.workingDay },
                { value: 'calendarDay', label: say.units.calendarDay },
              ]}
              onChange={(next) => {
                setUnit(next);
                if (value) onChange({ ...value, unit: next });
              }}
            />
          </div>
        )}
      </EditField>
    </Place>
  );
}

/** Words, several of them; Enter after each. With options they are chosen. */
export function WordsAt(props: {
  path: string;
  label: string;
  hint?: string;
  value: readonly string[];
  options?: readonly { value: string; label: string }[];
  most: number;
  maxLength: number;
  onChange: (value: string[]) => void;
}): ReactNode {
  const { at } = useFaults();
  const { path } = props;
  return (
    <Place path={path} wide>
      <EditField label={props.label} hint={props.hint} optional wide fault={at(path)}>
        {(ties) => (
          <Select
            {...ties}
            mode={props.options ? 'multiple' : 'tags'}
            value={[...props.value]}
            tokenSeparators={[',', '，', '、', ';', '；']}
            maxCount={props.most}
            {...(props.options
              ? { options: [...props.options], showSearch: { optionFilterProp: 'label' } }
              : { open: false, suffixIcon: null })}
            onChange={(value: string[]) =>
              props.onChange([...new Set(value.map((one) => one.trim().slice(0, props.maxLength)).filter(Boolean))])
            }
          />
        )}
      </EditField>
    </Place>
  );
}
