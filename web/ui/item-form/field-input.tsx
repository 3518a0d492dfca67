/** One field of an application form with its label, hint and fault. */
import { Checkbox, Input, Radio, Select } from 'antd';
import { useId, type ReactNode, type RefObject } from 'react';
import { widgetOf, type Field, type Situation } from '#modules/catalogue/contract';
import { sayDay } from '../../words/dates.ts';
import { generalWords } from '../../words/general.ts';
import { pick, useLanguage, useWords } from '../../words/language.ts';
import { useSurface } from '../surface.tsx';
import { AmountInput, DayInput } from './figures.tsx';
import { textOf } from './faults.ts';
import { usePointedAt } from './mirrored.ts';

interface Drawn {
  value: unknown;
  onChange: (value: unknown) => void;
  onLeave?: () => void;
  fault?: string | undefined;
  /** The page's title asks already: the label is there only for those who do not see it. */
  titled?: boolean;
}

/** The frame: label, hint, control, fault. A group of choices is a fieldset, so that its question is read with it. */
function Framed(props: {
  id: string;
  name: string;
  title: string;
  hint?: ReactNode;
  note?: ReactNode;
  group: boolean;
  optional?: boolean;
  titled?: boolean | undefined;
  fault: string | undefined;
  wide?: boolean;
  children: ReactNode;
}): ReactNode {
  const say = useWords(generalWords);
  const { id, fault, group } = props;
  const title = (
    <>
      {props.title}
      {props.optional ? <span className="yc-muted yc-small"> ({say.optional})</span> : null}
    </>
  );
  const hidden = props.titled && !props.optional ? 'yc-hidden' : 'yc-field-title';
  const inner = (
    <>
      {group ? (
        <legend className={hidden}>{title}</legend>
      ) : (
        <label htmlFor={id} className={hidden}>
          {title}
        </label>
      )}
      {props.hint ? (
        <p id={`${id}-hint`} className="yc-muted yc-small yc-field-hint">
          {props.hint}
        </p>
      ) : null}
      {props.children}
      {props.note ? <p className="yc-muted yc-small">{props.note}</p> : null}
      {fault ? (
        <p id={`${id}-fault`} className="yc-fault" role="alert">
          {fault}
        </p>
      ) : null}
    </>
  );
  const { place, isPointed } = usePointedAt(props.name);
  const pointed = isPointed ? ' pointed' : '';
  const className = `yc-field${fault ? ' faulty' : ''}${props.wide ? ' wide' : ''}${pointed}`;
  const Frame = group ? 'fieldset' : 'div';
  return (
    <Frame ref={place as RefObject<never>} className={className}>
      {inner}
    </Frame>
  );
}

/** A situation: a question whose answer chooses materials and fields. */
export function SituationInput(props: Drawn & { situation: Situation }): ReactNode {
  const { situation, value, fault } = props;
  const language = useLanguage();
  const id = useId();
  return (
    <Framed
      id={id}
      name={situation.id}
      group
      wide
      title={pick(language, situation.question, situation.questionEn)}
      titled={props.titled}
      fault={fault}
    >
      <Radio.Group
        className="yc-choices"
        value={value ?? null}
        onChange={({ target }) => props.onChange(target.value)}
        options={situation.options.map((option) => ({
          value: option.id,
          label: pick(language, option.label, option.labelEn),
        }))}
        {...described(id, false, fault)}
      />
    </Framed>
  );
}

const described = (id: string, hint: boolean, fault: string | undefined): object => ({
  ...(hint || fault
    ? { 'aria-describedby': [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].join(' ').trim() }
    : {}),
  ...(fault ? { 'aria-invalid': true } : {}),
});

/** A field of the form, drawn as its type and `x-widget` say. */
export function FieldInput(
  props: Drawn & { name: string; field: Field; required: boolean; filledIn?: boolean },
): ReactNode {
  const { name, field, value, fault, onChange } = props;
  const say = useWords(generalWords);
  const language = useLanguage();
  const { touched } = useSurface();
  const id = useId();
  const widget = widgetOf(field);
  const hint = pick(language, field.description ?? '', field.descriptionEn);
  const title = pick(language, field.title, field.titleEn);
  const option = (text: string, index: number) => ({
    value: text,
    label: pick(language, text, field['x-enumEn']?.[index]),
  });
  const options = (field.enum ?? field.items?.enum ?? []).map(option);
  const group = ['radio', 'checkboxes', 'yesNo'].includes(widget);
  const status = fault ? { status: 'error' as const } : {};
  const aria = { ...described(id, hint !== '', fault), ...(props.required ? { 'aria-required': true } : {}) };
  const text = textOf(value);
  const input = { id, name, ...status, ...aria, ...(props.onLeave ? { onBlur: props.onLeave } : {}) };
  const typed = (event: { target: { value: string } }): void => onChange(event.target.value || undefined);

  const control = (): ReactNode => {
    switch (widget) {
      case 'radio':
        return (
          <Radio.Group
            className="yc-choices"
            name={name}
            value={value ?? null}
            options={options}
            onChange={({ target }) => onChange(target.value)}
            {...aria}
          />
        );
      case 'yesNo':
        return (
          <Radio.Group
            className="yc-choices"
            name={name}
            value={value ?? null}
            options={[
              { value: true, label: say.yes },
              { value: false, label: say.no },
            ]}
            onChange={({ target }) => onChange(target.value)}
            {...aria}
          />
        );
      case 'checkboxes':
        return (
          <Checkbox.Group
            className="yc-choices"
            name={name}
            value={(value as string[] | undefined) ?? []}
            options={options}
            onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
            {...described(id, hint !== '', fault)}
          />
        );
      case 'select':
        return (
          <Select
            id={id}
            value={value ?? null}
            options={options}
            placeholder={say.form.choose}
            allowClear={!props.required}
            showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
            onChange={(chosen: unknown) => onChange(chosen ?? undefined)}
            {...status}
            {...aria}
          />
        );
      case 'textarea':
        return <Input.TextArea {...input} value={text} rows={4} {...limited(field.maxLength)} onChange={typed} />;
      case 'date':
        if (touched) return <DayInput {...input} value={text} onChange={onChange} />;
        return <Input {...input} type="date" value={text} onChange={typed} className="yc-short" />;
      case 'money':
        return <AmountInput {...input} value={value} onChange={onChange} suffix={say.form.yuan} scale={100} />;
      case 'area':
        return <AmountInput {...input} value={value} onChange={onChange} suffix={say.form.squareMetres} scale={1} />;
      case 'number':
        return <AmountInput {...input} value={value} onChange={onChange} scale={1} />;
      case 'phone':
        return (
          <Input
            {...input}
            type="tel"
            autoComplete="tel"
            inputMode="tel"
            value={text}
            onChange={typed}
            className="yc-short"
          />
        );
      case 'email':
        return <Input {...input} type="email" autoComplete="email" value={text} onChange={typed} />;
      case 'idNumber':
      case 'creditCode':
        return (
          <Input
            {...input}
            value={text}
            maxLength={24}
            autoCapitalize="characters"
            spellCheck={false}
            className="yc-code"
            onChange={(event) => onChange(event.target.value.replace(/\s/g, '').toUpperCase() || undefined)}
          />
        );
      case 'address':
        return (
          <Input {...input} autoComplete="street-address" value={text} {...limited(field.maxLength)} onChange={typed} />
        );
      case 'text':
        return <Input {...input} value={text} {...limited(field.maxLength)} onChange={typed} />;
    }
  };
  return (
    <Framed
      id={id}
      name={name}
      group={group}
      title={title}
      hint={hint}
      // Months as numbers are easily mistaken: the date is said once more in words.
      note={
        widget === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)
          ? sayDay(text, language)
          : props.filledIn
            ? say.form.filledIn
            : null
      }
      optional={!props.required}
      titled={props.titled}
      fault={fault}
      wide={group || widget === 'textarea' || widget === 'address'}
    >
      {control()}
    </Framed>
  );
}

const limited = (most: number | undefined): object => (most === undefined ? {} : { maxLength: most });
