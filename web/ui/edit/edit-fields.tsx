/** Fields of an editor: label, hint, control, and the sentence that says what is wrong. */
import { Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { generalWords } from '../../words/general.ts';
import { useWords } from '../../words/language.ts';
import './edit.css';

interface Framed {
  label: string;
  hint?: ReactNode;
  fault?: string | undefined;
  /** May be left empty, and the label says so; `unsaid`: the label says it by its own words, or who asks knows. */
  optional?: boolean | 'unsaid';
  /** Takes the whole width of the form. */
  wide?: boolean;
}

/** What a control is given to be tied to its label, hint and fault. */
export interface ControlTies {
  id: string;
  status?: 'error';
  'aria-invalid'?: true;
  'aria-describedby'?: string;
  'aria-required'?: true;
}

/** The frame around any control. */
export function EditField(props: Framed & { children: (ties: ControlTies) => ReactNode }): ReactNode {
  const { optional: optionalWord } = useWords(generalWords);
  const id = useId();
  const { fault, hint } = props;
  const described = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim();
  return (
    <div className={`edit-field${props.wide ? ' wide' : ''}${fault ? ' faulty' : ''}`}>
      <label htmlFor={id}>
        {props.label}
        {props.optional === true ? <span className="yc-muted yc-small"> ({optionalWord})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="yc-muted yc-small">
          {hint}
        </p>
      ) : null}
      {props.children({
        id,
        ...(fault ? { status: 'error', 'aria-invalid': true } : {}),
        ...(described ? { 'aria-describedby': described } : {}),
        ...(props.optional ? {} : { 'aria-required': true }),
      })}
      {fault ? (
        <p id={`${id}-fault`} className="yc-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

/** A text; `rows` makes it several lines, `kind` a day, a number or a telephone. */
export function EditText(
  props: Framed & {
    value: string;
    onChange: (value: string) => void;
    kind?: 'text' | 'date' | 'time' | 'tel' | 'email' | 'number';
    rows?: number;
    maxLength?: number;
    focus?: boolean;
    disabled?: boolean;
    placeholder?: string;
    /** What a browser may fill in by itself, such as `tel`. */
    autoComplete?: string;
  },
): ReactNode {
  const { kind = 'text' } = props;
  return (
    <EditField {...props}>
      {(ties) => {
        const shared = {
          ...ties,
          value: props.value,
          autoFocus: props.focus ?? false,
          disabled: props.disabled ?? false,
          autoComplete: props.autoComplete ?? 'off',
          placeholder: props.placeholder ?? '',
          ...(props.maxLength ? { maxLength: props.maxLength } : {}),
          onChange: (event: { target: { value: string } }) => props.onChange(event.target.value),
        };
        if (props.rows) return <Input.TextArea {...shared} rows={props.rows} />;
        const numeric = kind === 'number';
        return (
          <Input
            {...shared}
            type={numeric ? 'text' : kind}
            {...(numeric ? { inputMode: 'decimal' as const } : {})}
            className={kind === 'text' || kind === 'email' || props.wide ? '' : 'edit-short'}
          />
        );
      }}
    </EditField>
  );
}

/** One of a list; with more than eight one can type to find it. */
export function EditSelect<V extends string>(
  props: Framed & {
    value: V | undefined;
    onChange: (value: V | undefined) => void;
    options: readonly { value: V; label: string; disabled?: boolean }[];
    placeholder?: string;
    disabled?: boolean;
  },
): ReactNode {
  const { form } = useWords(generalWords);
  return (
    <EditField {...props}>
      {(ties) => (
        <Select<V>
          {...ties}
          value={props.value ?? (null as never)}
          options={[...props.options]}
          allowClear={Boolean(props.optional)}
          disabled={props.disabled ?? false}
          placeholder={props.placeholder ?? form.choose}
          showSearch={props.options.length > 8 ? { optionFilterProp: 'label' } : false}
          onChange={(value) => props.onChange(value ?? undefined)}
        />
      )}
    </EditField>
  );
}
