/** Fields of the account's own forms: label, hint, fault. */
import { Button, Input, Radio } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { idKinds, type IdKind } from '#modules/people/contract';
import { generalWords } from '#web/words/general.ts';
import { useWords } from '#web/words/language.ts';
import { peopleWords } from './words.ts';

interface Framed {
  label: string;
  hint?: ReactNode;
  fault?: string | undefined;
  optional?: boolean;
}

/** Ties hint and fault to the control, for those who hear the page. */
const described = (id: string, { hint, fault }: Framed): object => {
  const ids = [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim();
  return {
    ...(ids ? { 'aria-describedby': ids } : {}),
    ...(fault ? { 'aria-invalid': true, status: 'error' as const } : {}),
  };
};

function Frame(props: Framed & { id: string; children: ReactNode }): ReactNode {
  const say = useWords(generalWords);
  const { id, label, hint, fault, optional } = props;
  return (
    <div className={`yc-field${fault ? ' faulty' : ''}`}>
      <label htmlFor={id} className="yc-field-title">
        {label}
        {optional ? <span className="yc-muted yc-small"> ({say.optional})</span> : null}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="yc-muted yc-small">
          {hint}
        </p>
      ) : null}
      {props.children}
      {fault ? (
        <p id={`${id}-fault`} className="yc-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

/** A line of text. */
export function TextField(
  props: Framed & {
    value: string;
    onChange: (value: string) => void;
    type?: 'text' | 'tel' | 'email' | 'date';
    autoComplete?: string;
    inputMode?: 'numeric' | 'tel' | 'email';
    maxLength?: number;
    capitals?: boolean;
    onLeave?: () => void;
    short?: boolean;
  },
): ReactNode {
  const id = useId();
  const { type = 'text', autoComplete = 'off', inputMode, maxLength = 120, capitals, onLeave, short } = props;
  return (
    <Frame {...props} id={id}>
      <Input
        id={id}
        type={type}
        value={props.value}
        autoComplete={autoComplete}
        maxLength={maxLength}
        spellCheck={false}
        className={short ? 'yc-short' : ''}
        {...(inputMode ? { inputMode } : {})}
        {...(capitals ? { autoCapitalize: 'characters' } : { autoCapitalize: 'none' })}
        {...(onLeave ? { onBlur: onLeave } : {})}
        onChange={({ target }) => props.onChange(capitals ? target.value.toUpperCase() : target.value)}
        {...described(id, props)}
      />
    </Frame>
  );
}

/** A password, which can be looked at: typing blind on a phone is where most wrong tries come from. */
export function PasswordField(
  props: Framed & { value: string; onChange: (value: string) => void; fresh?: boolean },
): ReactNode {
  const say = useWords(peopleWords);
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Frame {...props} id={id}>
      <div className="people-password">
        <Input
          id={id}
          type={shown ? 'text' : 'password'}
          value={props.value}
          autoComplete={props.fresh ? 'new-password' : 'current-password'}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={128}
          onChange={({ target }) => props.onChange(target.value)}
          {...described(id, props)}
        />
        <Button
          onClick={() => setShown(!shown)}
          aria-pressed={shown}
          aria-label={`${shown ? say.hide : say.show} ${props.label}`}
        >
          {shown ? say.hide : say.show}
        </Button>
      </div>
    </Frame>
  );
}

/** A choice of a few, each as large as a thumb. */
export function ChoiceField<V extends string>(
  props: Framed & {
    value: V | undefined;
    options: readonly { value: V; label: ReactNode }[];
    onChange: (value: V) => void;
  },
): ReactNode {
  const id = useId();
  const { fault, hint } = props;
  return (
    <fieldset className={`yc-field${fault ? ' faulty' : ''}`}>
      <legend className="yc-field-title">{props.label}</legend>
      {hint ? (
        <p id={`${id}-hint`} className="yc-muted yc-small">
          {hint}
        </p>
      ) : null}
      <Radio.Group
        className="yc-choices people-choices"
        value={props.value ?? null}
        options={[...props.options]}
        onChange={({ target }) => props.onChange(target.value as V)}
      />
      {fault ? (
        <p className="yc-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}

/** The kinds of identity documents. */
export function IdKindField(props: { value: IdKind; onChange: (kind: IdKind) => void }): ReactNode {
  const say = useWords(peopleWords);
  return (
    <ChoiceField
      label={say.idKind}
      value={props.value}
      onChange={props.onChange}
      options={idKinds.map((kind) => ({ value: kind, label: say.idKinds[kind] }))}
    />
  );
}
