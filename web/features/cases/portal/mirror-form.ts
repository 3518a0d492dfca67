/** An application as somebody who helps may see it. */
import { widgetOf, type Field } from '#modules/catalogue/contract';
import { sayAnswer, type ItemFormState } from '#web/ui/item-form/item-form.tsx';
import { useMirror } from '#web/ui/item-form/mirrored.ts';
import { pick } from '#web/words/language.ts';
import type { Language } from '#web/words/words.ts';

const theirs = ['idNumber', 'creditCode', 'phone', 'email', 'address'];
/** What the record knew, and numbers and addresses that are somebody's: hidden until the person shows it. */
const isSensitive = (field: Field): boolean => field['x-from'] !== undefined || theirs.includes(widgetOf(field));

/** A suggestion as the field takes it; undefined when it does not. The form checks it again like anything typed. */
function valueFor(field: Field, text: string): unknown {
  const choices = field.enum ?? field.items?.enum;
  if (field.type === 'boolean') return { 是: true, 否: false, yes: true, no: false }[text.toLowerCase()];
  if (field.type === 'integer') {
    const number = Number(text) * (widgetOf(field) === 'money' ? 100 : 1);
    return text.trim() !== '' && Number.isFinite(number) ? Math.round(number) : undefined;
  }
  if (field.type === 'array') {
    const chosen = text.split(/[,，、]/).map((one) => one.trim());
    return chosen.every((one) => choices?.includes(one)) ? chosen : undefined;
  }
  return choices && !choices.includes(text) ? undefined : text;
}

export function useMirrorOf(
  form: ItemFormState,
  of: { itemId: string; title: string; at: string; language: Language },
): void {
  const { language } = of;
  const filled = (name: string): boolean => ![undefined, null, ''].includes(form.answer(name) as undefined);
  useMirror({
    itemId: of.itemId,
    title: of.title,
    at: of.at,
    fields: [
      ...form.situations.map(({ id, question, questionEn, options }) => {
        const chosen = options.find((option) => option.id === form.answer(id));
        return {
          name: id,
          title: pick(language, question, questionEn),
          said: chosen ? pick(language, chosen.label, chosen.labelEn) : '',
          fault: form.faults[id] ?? '',
          sensitive: false,
        };
      }),
      ...form.fields.map(({ name, field }) => ({
        name,
        title: pick(language, field.title, field.titleEn),
        said: filled(name) ? sayAnswer(field, form.answer(name), language) : '',
        fault: form.faults[name] ?? '',
        sensitive: isSensitive(field),
      })),
    ],
    take: (name, text) => {
      const situation = form.situations.find(({ id }) => id === name);
      const option = situation?.options.find(({ label, labelEn }) => label === text || labelEn === text);
      const field = form.fields.find((one) => one.name === name)?.field;
      const value = situation ? option?.id : field && valueFor(field, text);
      if (value === undefined) return false;
      form.set(name, value);
      return true;
    },
  });
}
