/**
 * Draws the application form of an item. `dense` for the workbench: everything on one page, in columns. `steps` for the
 * portal: one question on each page, then the steps that the feature adds (materials, delivery, signature), then the answers
 * once more to be checked. Both draw the same state (`useItemForm`).
 */
import './item-form.css';
import type { ReactNode } from 'react';
import { widgetOf, type Field, type Situation } from '#modules/catalogue/contract';
import { sayDay, sayMoney } from '../../words/dates.ts';
import { generalWords } from '../../words/general.ts';
import { pick, useLanguage, useWords } from '../../words/language.ts';
import type { Language } from '../../words/words.ts';
import { Wizard, type WizardStep } from '../wizard.tsx';
import { textOf } from './faults.ts';
import { FieldInput, SituationInput } from './field-input.tsx';
import type { ItemFormState } from './use-item-form.ts';

export { useItemForm, type ItemFormState } from './use-item-form.ts';

export type ItemFormProps =
  | { mode: 'dense'; of: ItemFormState }
  | {
      mode: 'steps';
      of: ItemFormState;
      /** The item's plain name, above each question. */
      caption: string;
      /** For whom. */
      before?: readonly WizardStep[];
      /** Materials, delivery, signature. */
      after?: readonly WizardStep[];
      /** Sends it all; every step has been checked. */
      onDone: () => void;
      sending?: boolean;
      /** What went wrong with sending, shown on the last page. */
      error?: unknown;
      /** The verb of the last button; 提交 unless said. */
      verb?: string;
      /** Where the way back of the first page leads. */
      back: string;
    };

export function ItemForm(props: ItemFormProps): ReactNode {
  return props.mode === 'dense' ? <Dense of={props.of} /> : <Stepped {...props} />;
}

function situationInput(state: ItemFormState, situation: Situation, titled: boolean): ReactNode {
  return (
    <SituationInput
      key={situation.id}
      situation={situation}
      value={state.answer(situation.id)}
      onChange={(value) => state.set(situation.id, value)}
      fault={state.faults[situation.id]}
      titled={titled}
    />
  );
}

type AskedField = ItemFormState['fields'][number];

function fieldInput(state: ItemFormState, { name, field, required }: AskedField, titled: boolean): ReactNode {
  return (
    <FieldInput
      key={name}
      name={name}
      field={field}
      value={state.answer(name)}
      onChange={(value) => state.set(name, value)}
      onLeave={() => state.left(name)}
      fault={state.faults[name]}
      required={required}
      filledIn={state.filledIn.has(name)}
      titled={titled}
    />
  );
}

function Dense(props: { of: ItemFormState }): ReactNode {
  const { of: state } = props;
  return (
    <div className="yc-form dense">
      {state.situations.map((situation) => situationInput(state, situation, false))}
      {state.fields.map((field) => fieldInput(state, field, false))}
    </div>
  );
}

/** An answer as it is read: choices in the reader's language, money in yuan. */
export function sayAnswer(field: Field, value: unknown, language: Language): string {
  const say = generalWords[language];
  if (value === undefined || value === null || value === '') return say.steps.notAnswered;
  const widget = widgetOf(field);
  if (typeof value === 'boolean') return value ? say.yes : say.no;
  if (widget === 'money' && typeof value === 'number') return sayMoney(value, language);
  if (widget === 'area') return `${textOf(value)} ${say.form.squareMetres}`;
  if (widget === 'date') return sayDay(textOf(value), language);
  const choices = field.enum ?? field.items?.enum;
  const named = (one: unknown): string => {
    const index = choices?.indexOf(String(one)) ?? -1;
    return pick(language, String(one), field['x-enumEn']?.[index]);
  };
  return Array.isArray(value) ? value.map(named).join(language === 'en' ? ', ' : '、') : named(value);
}

function Stepped(props: Extract<ItemFormProps, { mode: 'steps' }>): ReactNode {
  const { of: state, before = [], after = [] } = props;
  const say = useWords(generalWords);
  const language = useLanguage();

  const answerOf = ({ name, field }: AskedField) => ({
    title: pick(language, field.title, field.titleEn),
    value: sayAnswer(field, state.answer(name), language),
  });
  // What the record knows is looked through on one page; only what is new is asked one by one.
  const isKnown = ({ field }: AskedField): boolean => field['x-from'] !== undefined;
  const known = state.fields.filter(isKnown);
  const steps: WizardStep[] = [
    ...before,
    ...state.situations.map((situation): WizardStep => {
      const question = pick(language, situation.question, situation.questionEn);
      const chosen = situation.options.find(({ id }) => id === state.answer(situation.id));
      return {
        key: situation.id,
        title: question,
        draw: () => situationInput(state, situation, true),
        check: () => state.check([situation.id]),
        answers: [
          { title: question, value: chosen ? pick(language, chosen.label, chosen.labelEn) : say.steps.notAnswered },
        ],
      };
    }),
    ...(known.length > 0
      ? [
          {
            key: 'applicant',
            title: say.form.yourDetails,
            draw: () => <div className="yc-form">{known.map((field) => fieldInput(state, field, false))}</div>,
            check: () => state.check(known.map(({ name }) => name)),
            answers: known.map(answerOf),
          },
        ]
      : []),
    ...state.fields
      .filter((field) => !isKnown(field))
      .map((field): WizardStep => ({
        key: field.name,
        title: pick(language, field.field.title, field.field.titleEn),
        draw: () => fieldInput(state, field, true),
        check: () => state.check([field.name]),
        answers: [answerOf(field)],
      })),
    ...after,
  ];
  return (
    <Wizard
      caption={props.caption}
      steps={steps}
      onDone={props.onDone}
      sending={props.sending ?? false}
      error={props.error}
      verb={props.verb ?? say.actions.submit}
      back={props.back}
    />
  );
}
