/** The state of an application form: what is asked, what is answered, what is wrong. */
import { useMemo, useState } from 'react';
import {
  askedFields,
  askedSituations,
  validateAnswers,
  type AnswerFault,
  type Field,
  type Form,
  type ItemBody,
  type Situation,
} from '#modules/catalogue/contract';
import { asProblem } from '../../client/problem-error.ts';
import { pick, useLanguage } from '../../words/language.ts';
import { checkDigits, sayFault } from './faults.ts';

type Values = Record<string, unknown>;

export interface ItemFormState {
  /** What is asked now, given the answers so far. */
  situations: readonly Situation[];
  fields: readonly { name: string; field: Field; required: boolean }[];
  /** The answer to a situation or field that is asked. */
  answer: (name: string) => unknown;
  /** Names of fields that were filled in from the applicant's record and not changed since. */
  filledIn: ReadonlySet<string>;
  set: (name: string, value: unknown) => void;
  /** What to show at the field or situation: nothing before it was left or checked. */
  faults: Readonly<Record<string, string>>;
  /** Checks the named ones, or all; shows what is wrong; true when nothing is. */
  check: (names?: readonly string[]) => boolean;
  /** The field was left: from now on its faults are shown. */
  left: (name: string) => void;
  /** Shows at the fields what the server refused; true when there was anything to show. */
  refuse: (error: unknown) => boolean;
  /** What to send: situations and fields apart, hidden ones absent. */
  values(): { situations: Record<string, string>; answers: Values };
  /** Grows with each change: time to store the draft. */
  changes: number;
}

export interface ItemFormOptions {
  form: Form;
  situations: readonly Situation[];
  /** The applicant's record, by the words of `x-from`: name, idNumber, phone, address, organisationName, creditCode. */
  known?: Readonly<Record<string, string | null | undefined>>;
  /** A draft: answers to situations and fields under one roof. */
  initial?: Values;
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

export function useItemForm(options: ItemFormOptions): ItemFormState {
  const { form, situations, known, initial } = options;
  const language = useLanguage();
  const fromRecord = useMemo(() => {
    const found: Values = {};
    for (const [name, field] of Object.entries(form.properties)) {
      const value = field['x-from'] ? known?.[field['x-from']] : undefined;
      if (value) found[name] = value;
    }
    return found;
  }, [form, known]);
  // What somebody typed counts more than the record, even when the record arrives later; null: cleared on purpose.
  const [typed, setTyped] = useState<Values>(initial ?? {});
  const [changes, setChanges] = useState(0);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});

  const body = useMemo(() => ({ form, situations: [...situations] }) as ItemBody, [form, situations]);
  const given = Object.fromEntries(
    Object.entries({ ...fromRecord, ...typed })
      .filter(([, value]) => !isEmpty(value))
      .map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]),
  );
  const asked = askedSituations(body, given);
  const fields = askedFields(body, given);
  const partOf = (names: readonly string[]): Values =>
    Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));
  const values = {
    situations: partOf(asked.map(({ id }) => id)) as Record<string, string>,
    answers: partOf(fields.map(({ name }) => name)),
  };

  const titleOf = (name: string): string => {
    const situation = asked.find(({ id }) => id === name);
    if (situation) return pick(language, situation.question, situation.questionEn);
    const field = form.properties[name];
    return field ? pick(language, field.title, field.titleEn) : name;
  };
  const checked = validateAnswers({ body }, values, checkDigits);
  const wrong = new Map<string, string>();
  if (!checked.ok) {
    for (const [pointer, fault] of Object.entries(checked.fields)) {
      const name = pointer.split('/')[2] ?? '';
      wrong.set(name, sayFault(fault, titleOf(name), form.properties[name], language));
    }
  }

  return {
    situations: asked,
    fields,
    changes,
    // As typed, with the blank that is being typed behind a word.
    answer: (name) => ({ ...fromRecord, ...typed })[name] ?? undefined,
    filledIn: new Set(Object.keys(fromRecord).filter((name) => typed[name] === undefined)),
    faults: { ...refused, ...Object.fromEntries([...wrong].filter(([name]) => shown.has(name))) },
    set: (name, value) => {
      setTyped((before) => ({ ...before, [name]: value ?? null }));
      setRefused((before) => Object.fromEntries(Object.entries(before).filter(([one]) => one !== name)));
      setChanges((before) => before + 1);
    },
    left: (name) => {
      // Leaving an empty field says nothing yet: perhaps it was only passed on the way.
      if (given[name] !== undefined) setShown((before) => new Set([...before, name]));
    },
    check: (names) => {
      const all = names ?? [...asked.map(({ id }) => id), ...fields.map(({ name }) => name)];
      setShown((before) => new Set([...before, ...all]));
      return all.every((name) => !wrong.has(name));
    },
    refuse: (error) => {
      const found: Record<string, string> = {};
      for (const [pointer, fault] of Object.entries(asProblem(error).fields)) {
        const [, part, name = ''] = pointer.split('/');
        if (part !== 'answers' && part !== 'situations') continue;
        found[name] = sayFault(fault as AnswerFault, titleOf(name), form.properties[name], language) ?? fault;
      }
      setRefused(found);
      return Object.keys(found).length > 0;
    },
    values: () => values,
  };
}
