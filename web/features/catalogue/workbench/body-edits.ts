/** Changes of a body that touch several places at once: names that others refer to, ids, the order of things. Pure. */
import type { Field, ItemBody, When } from '#modules/catalogue/contract';

/** A list with one of its entries at another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [one] = next.splice(from, 1);
  if (one !== undefined) next.splice(Math.max(0, Math.min(list.length - 1, to)), 0, one);
  return next;
}

/** An id that nobody has: `m1`, `m2`, … */
export function freshId(prefix: string, taken: Iterable<string>): string {
  const known = new Set(taken);
  for (let n = 1; ; n += 1) if (!known.has(`${prefix}${n}`)) return `${prefix}${n}`;
}

/** Names under which situations and fields are answered: they share one roof. */
export const answerNames = (body: ItemBody): string[] => [
  ...body.situations.map(({ id }) => id),
  ...Object.keys(body.form.properties),
];

type Rewrite = (key: string, wanted: readonly string[]) => [key: string, wanted: string[]] | undefined;

/** Every condition of the body, rewritten; one without any part left is none. */
function withConditions(body: ItemBody, rewrite: Rewrite): ItemBody {
  const next = (when: When | undefined): When | undefined => {
    if (!when) return undefined;
    const parts = Object.entries(when).flatMap(([key, wanted]) => {
      const part = rewrite(key, wanted);
      return part && part[1].length > 0 ? [part] : [];
    });
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  };
  const put = <T extends object, K extends string>(one: T, key: K, when: When | undefined): T => {
    const { [key]: _, ...rest } = one as Record<string, unknown>;
    return (when ? { ...rest, [key]: when } : rest) as T;
  };
  return {
    ...body,
    situations: body.situations.map((one) => put(one, 'when', next(one.when))),
    materials: body.materials.map((one) => put(one, 'when', next(one.when))),
    form: {
      ...body.form,
      properties: Object.fromEntries(
        Object.entries(body.form.properties).map(([name, field]) => [
          name,
          put(field, 'x-when', next(field['x-when'])),
        ]),
      ),
    },
  };
}

/** Without a situation or field: conditions that hang on it go with it. */
const withoutKey = (body: ItemBody, gone: string): ItemBody =>
  withConditions(body, (key, wanted) => (key === gone ? undefined : [key, [...wanted]]));

/** Without one answer of a question. */
const withoutAnswer = (body: ItemBody, of: string, gone: string): ItemBody =>
  withConditions(body, (key, wanted) => [key, wanted.filter((one) => key !== of || one !== gone)]);

/** With another word for an answer: conditions follow it. */
const withAnswerRenamed = (body: ItemBody, of: string, before: string, after: string): ItemBody =>
  withConditions(body, (key, wanted) => [key, wanted.map((one) => (key === of && one === before ? after : one))]);

export function removeSituation(body: ItemBody, id: string): ItemBody {
  const next = withoutKey(body, id);
  return { ...next, situations: next.situations.filter((one) => one.id !== id) };
}

export function removeOption(body: ItemBody, situationId: string, optionId: string): ItemBody {
  const next = withoutAnswer(body, situationId, optionId);
  return {
    ...next,
    situations: next.situations.map((one) =>
      one.id === situationId ? { ...one, options: one.options.filter(({ id }) => id !== optionId) } : one,
    ),
  };
}

const withForm = (
  body: ItemBody,
  entries: readonly (readonly [string, Field])[],
  required: readonly string[],
): ItemBody => {
  const { required: _, ...form } = body.form;
  return {
    ...body,
    form: {
      ...form,
      properties: Object.fromEntries(entries),
      ...(required.length > 0 ? { required: [...required] } : {}),
    },
  };
};

/** Adds a field behind another one, or at the end. */
export function addField(body: ItemBody, name: string, field: Field, behind?: string): ItemBody {
  const entries = Object.entries(body.form.properties);
  const at = entries.findIndex(([one]) => one === behind);
  entries.splice(at < 0 ? entries.length : at + 1, 0, [name, field]);
  return withForm(body, entries, body.form.required ?? []);
}

export const setField = (body: ItemBody, name: string, field: Field): ItemBody => ({
  ...body,
  form: { ...body.form, properties: { ...body.form.properties, [name]: field } },
});

export const moveField = (body: ItemBody, from: number, to: number): ItemBody =>
  withForm(body, moved(Object.entries(body.form.properties), from, to), body.form.required ?? []);

export function removeField(body: ItemBody, name: string): ItemBody {
  const next = withoutKey(body, name);
  return withForm(
    next,
    Object.entries(next.form.properties).filter(([one]) => one !== name),
    (next.form.required ?? []).filter((one) => one !== name),
  );
}

/** Another key for a field: conditions and the list of required ones follow it. */
export function renameField(body: ItemBody, before: string, after: string): ItemBody {
  const next = withConditions(body, (key, wanted) => [key === before ? after : key, [...wanted]]);
  return withForm(
    next,
    Object.entries(next.form.properties).map(([one, field]) => [one === before ? after : one, field]),
    (next.form.required ?? []).map((one) => (one === before ? after : one)),
  );
}

export function setRequired(body: ItemBody, name: string, required: boolean): ItemBody {
  const others = (body.form.required ?? []).filter((one) => one !== name);
  return withForm(body, Object.entries(body.form.properties), required ? [...others, name] : others);
}

/** The options of a choice. A word that changed in its place is changed in the conditions, too; one that is gone is dropped. */
export function setOptions(
  body: ItemBody,
  name: string,
  options: readonly string[],
  english: readonly string[],
): ItemBody {
  const field = body.form.properties[name];
  if (!field) return body;
  const before = field.enum ?? field.items?.enum ?? [];
  let next = body;
  if (before.length === options.length)
    before.forEach((word, at) => {
      const now = options[at]!;
      if (word !== now && !options.includes(word)) next = withAnswerRenamed(next, name, word, now);
    });
  else for (const word of before) if (!options.includes(word)) next = withoutAnswer(next, name, word);
  const { 'x-enumEn': _, ...rest } = next.form.properties[name]!;
  const hasEnglish = english.some((word) => word !== '');
  const changed: Field = {
    ...rest,
    ...(field.type === 'array' ? { items: { type: 'string', enum: [...options] } } : { enum: [...options] }),
    // As many English words as Chinese ones: what nobody has translated yet stays Chinese.
    ...(hasEnglish ? { 'x-enumEn': options.map((word, at) => english[at] || word) } : {}),
  };
  return setField(next, name, changed);
}

/** A question on which something can hang, with its possible answers. */
export interface Question {
  key: string;
  title: string;
  answers: { value: string; label: string }[];
}

/** Situations and choices of the form, other than the one that hangs. */
export function questionsOf(body: ItemBody, except: string, yesNo: readonly [string, string]): Question[] {
  return [
    ...body.situations.map(({ id, question, options }) => ({
      key: id,
      title: question,
      answers: options.map((option) => ({ value: option.id, label: option.label })),
    })),
    ...Object.entries(body.form.properties).flatMap(([key, field]) => {
      if (field.type === 'boolean')
        return [
          {
            key,
            title: field.title,
            answers: [
              { value: 'true', label: yesNo[0] },
              { value: 'false', label: yesNo[1] },
            ],
          },
        ];
      const options = field.enum ?? field.items?.enum;
      return options ? [{ key, title: field.title, answers: options.map((value) => ({ value, label: value })) }] : [];
    }),
  ].filter(({ key }) => key !== except);
}
