/** The fields that rules of an item may ask for: its form, its situations, what is read off its materials, and facts that every case has. Pure. */
import type { ItemBody } from '#modules/catalogue/contract';
import { fieldsOfKind, isReadKind } from '#modules/reading';
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

const sexes = ['男', '女'];

/**
 * What is read off the materials of an item: `idCardFront_number`, and `idCardFront2_number` off a second material of the same kind. A span
 * of days is two fields: `idCardBack_validity_from` and `idCardBack_validity_until`.
 */
export function fieldsRead(materials: ItemBody['materials']): KnownField[] {
  const seen = new Map<string, number>();
  return materials.flatMap(({ id: materialId, name, nameEn, reads }): KnownField[] => {
    if (!reads || !isReadKind(reads.kind)) return [];
    const { kind } = reads;
    const which = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, which);
    const prefix = `${kind}${which === 1 ? '' : which}`;
    return fieldsOfKind(kind).flatMap(({ name: field, zh, en, holds }): KnownField[] => {
      const label = `${name}上的${zh}`;
      const labelEn = `${en} on the ${nameEn ?? name}`;
      const read = { materialId, kind, field };
      const made = { name: `${prefix}_${field}`, source: 'document' as const, label, labelEn };
      if (holds === 'interval')
        return [
          { ...made, name: `${made.name}_from`, type: 'date', label: `${label}（起）`, labelEn: `${labelEn} (from)`, read: { ...read, part: 'from' } },
          { ...made, name: `${made.name}_until`, type: 'date', label: `${label}（止）`, labelEn: `${labelEn} (until)`, read: { ...read, part: 'until' } },
        ]; // prettier-ignore
      return [{ ...made, type: holds, read, ...(field.startsWith('sex') ? { options: sexes } : {}) }];
    });
  });
}

/** In the order of the form; what else has the name of an answer gives way to it. */
export function knownFields(body: Pick<ItemBody, 'form' | 'situations' | 'materials'>): KnownField[] {
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
  for (const field of fieldsRead(body.materials)) if (!fields.has(field.name)) fields.set(field.name, field);
  for (const fact of facts) if (!fields.has(fact.name)) fields.set(fact.name, fact);
  return [...fields.values()];
}
