/**
 * Whether the answers of an application are what the form asks for. Pure and without Node; the browser uses it for its
 * messages, the server believes only its own run: unknown keys are refused, the hidden is absent, no type is bent.
 */
import type { Field, Form, ItemBody } from '../item.ts';
import { askedFields, askedSituations, countingAnswers } from './asked.ts';
import { patternReach } from './safe-pattern.ts';

/** What is wrong with one answer; the browser has words for each in both languages. */
export type AnswerFault =
  | 'unknown' // the form has no such field
  | 'required'
  | 'type'
  | 'option' // not one of the options
  | 'tooShort'
  | 'tooLong'
  | 'tooSmall'
  | 'tooLarge'
  | 'tooFew'
  | 'tooMany'
  | 'twice'
  | 'pattern'
  | 'date'
  | 'email'
  | 'phone'
  | 'idNumber'
  | 'creditCode';

/** Checks that the catalogue asks for and does not know itself; without one, the shape alone is checked. */
export interface AnswerChecks {
  /** True for a resident card number whose digits are right. */
  idNumber?: (text: string) => boolean;
  /** True for a unified social credit code whose digits are right. */
  creditCode?: (text: string) => boolean;
}

export type CheckedAnswers =
  | { ok: true; answers: Record<string, unknown>; situations: Record<string, string> }
  /** Keys are pointers into what was sent: `/answers/phone`, `/situations/kind`. */
  | { ok: false; fields: Record<string, AnswerFault> };

/** Without a limit of its own a text has this one; the schema's own largest is 5,000. */
const longestText = 2000;
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const shapes = {
  phone: /^\+?[0-9][0-9 -]{4,19}$/,
  email: /^[^\s@]{1,64}@[^\s@]{1,180}\.[^\s@.]{2,24}$/,
  idNumber: /^[0-9A-Za-z()（）-]{5,30}$/,
  creditCode: /^[0-9A-HJ-NPQRTUWXY]{18}$/i,
};
/** A resident card: 17 digits and a digit or X. Other documents are numbers of other countries, whose digits we do not know. */
const residentCard = /^\d{17}[\dXx]$/;

/**
 * Checks all answers at once. The clean answers hold only what is asked: hidden fields are absent, empty optional ones too.
 * `checks` are the check digits of numbers, given by the caller, who knows people.
 */
export function validateAnswers(
  item: { readonly body: ItemBody },
  sent: {
    readonly answers: Readonly<Record<string, unknown>>;
    readonly situations?: Readonly<Record<string, unknown>>;
  },
  checks: AnswerChecks = {},
): CheckedAnswers {
  const { body } = item;
  const fields: Record<string, AnswerFault> = {};
  const { properties } = body.form;
  const situationsSent = sent.situations ?? {};
  const known = new Set(body.situations.map(({ id }) => id));
  for (const key of Object.keys(sent.answers))
    if (!Object.hasOwn(properties, key)) fields[`/answers/${key}`] = 'unknown';
  for (const key of Object.keys(situationsSent)) if (!known.has(key)) fields[`/situations/${key}`] = 'unknown';

  const counting = countingAnswers(body, { ...withoutEmpty(sent.answers), ...situationsSent });
  const situations: Record<string, string> = {};
  for (const { id, options } of askedSituations(body, counting)) {
    const answer = counting[id];
    if (answer === undefined) fields[`/situations/${id}`] = 'required';
    else if (typeof answer !== 'string') fields[`/situations/${id}`] = 'type';
    else if (!options.some((option) => option.id === answer)) fields[`/situations/${id}`] = 'option';
    else situations[id] = answer;
  }
  const answers: Record<string, unknown> = {};
  for (const { name, field, required } of askedFields(body, counting)) {
    const answer = counting[name];
    if (answer === undefined) {
      if (required) fields[`/answers/${name}`] = 'required';
      continue;
    }
    const fault = faultOf(body.form, name, field, answer, checks);
    if (fault) fields[`/answers/${name}`] = fault;
    else answers[name] = answer;
  }
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, answers, situations };
}

/** An empty text or list is no answer: a browser sends it for a field that was left out. */
function withoutEmpty(answers: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(answers).filter(
      ([, answer]) =>
        answer !== null &&
        !(typeof answer === 'string' && answer.trim() === '') &&
        !(Array.isArray(answer) && answer.length === 0),
    ),
  );
}

function faultOf(
  form: Form,
  name: string,
  field: Field,
  answer: unknown,
  checks: AnswerChecks,
): AnswerFault | undefined {
  switch (field.type) {
    case 'string':
      return typeof answer === 'string' ? textFault(form, name, field, answer, checks) : 'type';
    case 'integer':
      if (typeof answer !== 'number' || !Number.isSafeInteger(answer)) return 'type';
      if (field.minimum !== undefined && answer < field.minimum) return 'tooSmall';
      return field.maximum !== undefined && answer > field.maximum ? 'tooLarge' : undefined;
    case 'boolean':
      return typeof answer === 'boolean' ? undefined : 'type';
    case 'array':
      return Array.isArray(answer) ? listFault(field, answer) : 'type';
  }
}

function textFault(
  form: Form,
  name: string,
  field: Field,
  text: string,
  checks: AnswerChecks,
): AnswerFault | undefined {
  if (field.enum) return field.enum.includes(text) ? undefined : 'option';
  // A null byte is refused by the database, other control characters spoil every document that quotes the answer.
  if (control.test(text)) return 'type';
  const length = [...text].length;
  if (length > (field.maxLength ?? longestText)) return 'tooLong';
  if (field.minLength !== undefined && length < field.minLength) return 'tooShort';
  if (field.pattern !== undefined) {
    if (length > patternReach) return 'tooLong';
    if (!patternOf(form, name, field.pattern).test(text)) return 'pattern';
  }
  if ((field.format === 'date' || field['x-widget'] === 'date') && !isDate(text)) return 'date';
  if ((field.format === 'email' || field['x-widget'] === 'email') && !shapes.email.test(text)) return 'email';
  switch (field['x-widget']) {
    case 'phone':
      return shapes.phone.test(text) ? undefined : 'phone';
    case 'idNumber':
      if (!shapes.idNumber.test(text)) return 'idNumber';
      return residentCard.test(text) && checks.idNumber && !checks.idNumber(text) ? 'idNumber' : undefined;
    case 'creditCode':
      if (!shapes.creditCode.test(text)) return 'creditCode';
      return checks.creditCode && !checks.creditCode(text) ? 'creditCode' : undefined;
    default:
      return undefined;
  }
}

function listFault(field: Field, list: readonly unknown[]): AnswerFault | undefined {
  if (!list.every((one) => typeof one === 'string')) return 'type';
  if (!list.every((one) => field.items?.enum.includes(one) ?? false)) return 'option';
  if (new Set(list).size !== list.length) return 'twice';
  if (field.minItems !== undefined && list.length < field.minItems) return 'tooFew';
  return field.maxItems !== undefined && list.length > field.maxItems ? 'tooMany' : undefined;
}

/** Patterns are compiled once for each form that is in memory: this runs for every application. */
const compiled = new WeakMap<Form, Map<string, RegExp>>();
function patternOf(form: Form, name: string, pattern: string): RegExp {
  let patterns = compiled.get(form);
  if (!patterns) compiled.set(form, (patterns = new Map()));
  let made = patterns.get(name);
  if (!made) patterns.set(name, (made = new RegExp(pattern, 'u')));
  return made;
}

/** A day that exists, written as YYYY-MM-DD. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
