/** What a case has for the fields that rules ask for. Pure. */
import { askedMaterials, type ItemVersion } from '#modules/catalogue';
import type { CaseRow } from '#modules/cases';
import type { FieldValue } from '#modules/rules';
import { shanghaiDay } from '#platform/clock';

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

/** Answers and situations as they were handed in, and the facts that every case has. What was not asked is not there. */
export function fieldsOfCase(
  item: Pick<ItemVersion, 'body'>,
  row: Pick<CaseRow, 'organisationId' | 'agentId' | 'submittedAt'>,
  { answers, situations, materials }: Content,
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
  for (const [name, value] of Object.entries(situations)) values.set(name, { value, source: 'situation' });
  for (const [name, answer] of Object.entries(answers)) values.set(name, { value: plain(answer), source: 'answer' });
  return values;
}
