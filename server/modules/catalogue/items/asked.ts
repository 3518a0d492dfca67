/**
 * What is asked, given the answers so far: situations, fields and materials. Pure and without Node: the browser draws by
 * these rules while the applicant types, and the server asks the same ones again.
 */
import type { Field, ItemBody, Material, Situation, When } from '../item.ts';

/** Answers to situations and form fields under one roof: their names never clash within an item. */
export type Answers = Readonly<Record<string, unknown>>;

/** An answer as the words that a `When` lists: booleans are `true` and `false`, numbers their digits. */
function saysOneOf(answer: unknown, wanted: readonly string[]): boolean {
  if (Array.isArray(answer)) return answer.some((one) => saysOneOf(one, wanted));
  if (typeof answer === 'string') return wanted.includes(answer);
  return (typeof answer === 'boolean' || typeof answer === 'number') && wanted.includes(String(answer));
}

/** Whether something with this condition is asked for: every named answer must be one of the listed ones. */
export const isAsked = (when: When | undefined, answers: Answers): boolean =>
  when === undefined || Object.entries(when).every(([key, wanted]) => saysOneOf(ownAnswer(answers, key), wanted));

/** Never an inherited one: a situation may be called `constructor`. */
const ownAnswer = (answers: Answers, key: string): unknown => (Object.hasOwn(answers, key) ? answers[key] : undefined);

/** The conditions of an item by the key whose answer they govern: situations first, then fields. */
export function conditionsOf(body: Pick<ItemBody, 'situations' | 'form'>): Map<string, When | undefined> {
  const conditions = new Map<string, When | undefined>();
  for (const situation of body.situations) conditions.set(situation.id, situation.when);
  for (const [name, field] of Object.entries(body.form.properties)) conditions.set(name, field['x-when']);
  return conditions;
}

/**
 * The answers that count: those to questions that are asked. An answer to a question that another answer has hidden
 * counts for nothing, also where third questions hang on it, so the hidden is dropped until nothing changes.
 */
export function countingAnswers(
  body: Pick<ItemBody, 'situations' | 'form'>,
  answers: Answers,
): Record<string, unknown> {
  const conditions = conditionsOf(body);
  // Without a prototype: a field called `constructor` has no answer that nobody gave.
  const counting = Object.create(null) as Record<string, unknown>;
  for (const key of conditions.keys()) {
    const answer = ownAnswer(answers, key);
    if (answer !== undefined) counting[key] = answer;
  }
  for (let dropped = true; dropped;) {
    dropped = false;
    for (const key of Object.keys(counting)) {
      if (isAsked(conditions.get(key), counting)) continue;
      delete counting[key];
      dropped = true;
    }
  }
  return counting;
}

/** The situations that are asked, in their order. */
export function askedSituations(body: Pick<ItemBody, 'situations' | 'form'>, answers: Answers): Situation[] {
  const counting = countingAnswers(body, answers);
  return body.situations.filter((situation) => isAsked(situation.when, counting));
}

/** The form fields that are shown, in their order, each with its name. */
export function askedFields(
  body: Pick<ItemBody, 'situations' | 'form'>,
  answers: Answers,
): { name: string; field: Field; required: boolean }[] {
  const counting = countingAnswers(body, answers);
  const required = new Set(body.form.required);
  return Object.entries(body.form.properties)
    .filter(([, field]) => isAsked(field['x-when'], counting))
    .map(([name, field]) => ({ name, field, required: required.has(name) }));
}

/** The materials that are asked for, in their order. `answers` holds those to situations and those of the form. */
export function askedMaterials(
  body: Pick<ItemBody, 'situations' | 'form' | 'materials'>,
  answers: Answers,
): Material[] {
  const counting = countingAnswers(body, answers);
  return body.materials.filter((material) => isAsked(material.when, counting));
}
