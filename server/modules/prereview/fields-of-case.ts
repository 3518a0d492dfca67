/** What a case has for the fields that rules ask for. Pure. */
import { askedMaterials, type ItemVersion } from '#modules/catalogue';
import type { CaseRow } from '#modules/cases';
import { forGood, isReadKind } from '#modules/reading';
import { fieldsRead, type FieldValue } from '#modules/rules';
import { shanghaiDay } from '#platform/clock';
import { readValue, type ReadDocument } from './document-tables.ts';

interface Content {
  answers: Record<string, unknown>;
  situations: Record<string, string>;
  materials: readonly { materialId: string; how: string }[];
}

/** A form's answer as a field may hold it; anything else is not there. */
function plain(answer: unknown): FieldValue['value'] {
  if (typeof answer === 'string' || typeof answer === 'boolean') return answer;
  if (typeof answer === 'number' && Number.isSafeInteger(answer)) return answer;
  return Array.isArray(answer) && answer.every((one) => typeof one === 'string') ? answer : null;
}

/** An amount, an area or a day as rules count with it; what has no such meaning is not there. */
function typed({ value, ...where }: FieldValue, type: string, part: 'from' | 'until' | undefined): FieldValue {
  if (typeof value !== 'string') return { ...where, value };
  const [from = '', until = from] = value.split('/');
  const said = part === 'from' ? from : part === 'until' ? (until === '..' ? forGood : until) : value;
  if (type === 'date') return { ...where, value: /^\d{4}-\d{2}-\d{2}$/.test(said) ? said : null };
  if (type !== 'integer') return { ...where, value: said };
  const number = Number(said);
  return { ...where, value: Number.isFinite(number) ? number : null };
}

/**
 * What was read off the materials, by the names that rules have for it: texts as they are printed, days, amounts and areas as they are
 * counted with. What was handed in on paper, was not read or is none of this kind is not there, and rules then cannot tell.
 */
export function readFields(
  materials: ItemVersion['body']['materials'],
  documents: readonly ReadDocument[],
  today: string,
): Map<string, FieldValue> {
  const values = new Map<string, FieldValue>();
  for (const { name, type, read } of fieldsRead(materials)) {
    const document = documents.find(({ materialId }) => materialId === read!.materialId);
    if (!document || !isReadKind(read!.kind)) continue;
    const held = readValue(document, read!.field, today);
    const own = document.reading?.fields.find((one) => one.name === read!.field);
    // Signs around letters are left out where two texts are compared; a rule sees what is printed.
    const text = own && own.value !== null ? (own.normalised ?? own.value).trim() : null;
    values.set(name, type === 'string' ? { ...held, value: text || null } : typed(held, type, read!.part));
  }
  return values;
}

/** Answers and situations as they were handed in, what was read, and the facts that every case has. What was not asked is not there. */
export function fieldsOfCase(
  item: Pick<ItemVersion, 'body'>,
  row: Pick<CaseRow, 'organisationId' | 'agentId' | 'submittedAt'>,
  { answers, situations, materials }: Content,
  documents: readonly ReadDocument[] = [],
): Map<string, FieldValue> {
  const handed = new Set(materials.filter(({ how }) => how !== 'missing').map(({ materialId }) => materialId));
  const wanted = askedMaterials(item.body, { ...answers, ...situations }).filter(
    ({ id, requirement, source }) => requirement === 'must' && source !== 'shared' && id !== 'form',
  );
  const facts: Record<string, FieldValue['value']> = {
    applicantKind: row.organisationId ? 'organisation' : 'person',
    day: shanghaiDay(row.submittedAt),
    hasAgent: row.agentId !== null,
    materialsComplete: wanted.every(({ id }) => handed.has(id)),
  };
  const values = new Map<string, FieldValue>();
  for (const [name, value] of Object.entries(facts)) values.set(name, { value, source: 'fact' });
  for (const [name, value] of readFields(item.body.materials, documents, shanghaiDay(row.submittedAt)))
    values.set(name, value);
  for (const [name, value] of Object.entries(situations)) values.set(name, { value, source: 'situation' });
  for (const [name, answer] of Object.entries(answers)) values.set(name, { value: plain(answer), source: 'answer' });
  return values;
}
