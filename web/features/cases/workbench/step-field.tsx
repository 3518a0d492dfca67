/** A field of a step's dialog, and what every dialog's fields are given. */
import { Input } from 'antd';
import { useId, type ReactNode } from 'react';
import type { CaseWhole } from '#modules/cases/contract';
import type { ItemBody } from '#modules/catalogue/contract';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import type { StaffStep } from './next-step.ts';
import type { StepDraft } from './step-draft.ts';

export interface StepFieldsProps {
  kind: StaffStep;
  whole: CaseWhole;
  item: ItemBody | undefined;
  draft: StepDraft;
  set: (change: Partial<StepDraft>) => void;
  onBusy: (busy: boolean) => void;
}

/** A text with its label; several lines when `rows` is given. */
export function TextField(props: {
  label: string;
  hint?: string;
  value: string;
  onChange: (value: string) => void;
  rows?: number;
  optional?: boolean;
  focus?: boolean;
  type?: string;
  maxLength?: number;
  list?: readonly string[];
}): ReactNode {
  const { optional } = useWords(generalWords);
  const id = useId();
  const shared = {
    id,
    value: props.value,
    autoFocus: props.focus ?? false,
    maxLength: props.maxLength ?? 2000,
    onChange: (event: { target: { value: string } }) => props.onChange(event.target.value),
    ...(props.hint ? { 'aria-describedby': `${id}-hint` } : {}),
  };
  return (
    <div className="step-field">
      <label htmlFor={id}>
        {props.label}
        {props.optional ? <span className="yc-muted yc-small"> ({optional})</span> : null}
      </label>
      {props.hint ? (
        <p id={`${id}-hint`} className="yc-muted yc-small">
          {props.hint}
        </p>
      ) : null}
      {props.rows ? (
        <Input.TextArea {...shared} rows={props.rows} />
      ) : (
        <Input {...shared} type={props.type ?? 'text'} className={props.type === 'date' ? 'step-short' : ''} />
      )}
    </div>
  );
}
