/** The fields that rules of an item may ask for: its form, its situations, and facts that every case has. Pure. */
import type { ItemBody } from '#modules/catalogue/contract';
import type { FieldType, KnownField } from './rule-set.ts';

/** What is known of every case. */
export const facts: readonly KnownField[] = [
  { name: 'applicantKind', source: 'fact', type: 'string', label: '申请人类型', labelEn: 'Kind of applicant', options: ['person', 'organisation'] }, // prettier-ignore
  { name: 'day', source: 'fact', type: 'date', label: '提交日期', labelEn: 'Day of submission' },
  { name: 'hasAgent', source: 'fact', type: 'boolean', label: '由代理人提交', labelEn: 'Handed in by an agent' },
  { name: 'materialsComplete', source: 'fact', type: 'boolean', label: '必需材料齐全', labelEn: 'All required materials are there' }, // prettier-ignore
];

const typeOf = (field: { type: string; format?: string }): FieldType =>
  field.type === 'array'
    ? 'list'
    : field.format === 'date'
      ? 'date'
      : field.type === 'integer' || field.type === 'boolean'
        ? field.type
        : 'string';

/** In the order of the form; a situation or fact with the name of an answer gives way to it. */
export function knownFields(body: Pick<ItemBody, 'form' | 'situations'>): KnownField[] {
  const fields = new Map<string, KnownField>();
  for (const [name, field] of Object.entries(body.form.properties)) {
    fields.set(name, {
      name,
      source: 'answer',
      type: typeOf(field),
      label: field.title,
      labelEn: field.titleEn ?? field.title,
      ...(field.enum ? { options: [...field.enum] } : {}),
    });
  }
  for (const { id, question, questionEn, options } of body.situations) {
    if (fields.has(id)) continue;
    fields.set(id, { name: id, source: 'situation', type: 'string', label: question, labelEn: questionEn ?? question, options: options.map((one) => one.id) }); // prettier-ignore
  }
  for (const fact of facts) if (!fields.has(fact.name)) fields.set(fact.name, fact);
  return [...fields.values()];
}
