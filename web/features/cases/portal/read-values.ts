/** What was read out of a document, as answers to an application form. No React here. */
import type { Field, Material } from '#modules/catalogue/contract';
import { readKindNames, type FieldReading, type ReadKind } from '#modules/reading/contract';

/** A field of the form for which something was read. */
export interface Offer {
  /** Of the form. */
  name: string;
  /** As it would be answered. */
  value: string | number;
  /** As it is printed. */
  printed: string;
  /** A person has to look before it counts. */
  unsure: boolean;
  /** What else it could be. */
  alternatives: readonly string[];
}

/** The kind of document that a material asks to be read as, if the reader knows it. */
export const kindReadOf = (material: Material): ReadKind | undefined =>
  readKindNames.find((kind) => kind === material.reads?.kind);

/** The value as a field of this type takes it; undefined when it does not fit. */
function fitted(field: Field, { value, normalised }: FieldReading): string | number | undefined {
  const meant = normalised ?? value;
  if (value === null || meant === null) return undefined;
  if (field.type === 'integer') {
    const whole = Math.round(Number(meant));
    return /^\d+(\.\d+)?$/.test(meant) && Number.isSafeInteger(whole) ? whole : undefined;
  }
  if (field.type !== 'string') return undefined;
  if (field.enum) return field.enum.find((one) => one === meant || one === value);
  if (field.format === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(meant) ? meant : undefined;
  return field.maxLength !== undefined && meant.length > field.maxLength ? undefined : meant;
}

/** What a reading offers to a form, by what the material says. */
export function offersOf(
  material: Material,
  fields: Readonly<Record<string, Field>>,
  read: readonly FieldReading[],
): Offer[] {
  return Object.entries(material.reads?.fills ?? {}).flatMap(([name, from]) => {
    const field = fields[name];
    const found = read.find((one) => one.name === from);
    const value = field && found ? fitted(field, found) : undefined;
    if (value === undefined) return [];
    return [
      { name, value, printed: found!.value!, unsure: found!.state !== 'sure', alternatives: found!.alternatives },
    ];
  });
}

const bare = (value: unknown): string => String(value ?? '').normalize('NFKC').replace(/[\s\p{P}]/gu, '').toUpperCase(); // prettier-ignore

/** Whether an answer says the same as what was read: spaces and punctuation do not count. */
export const saysTheSame = (answer: unknown, offered: string | number): boolean => bare(answer) === bare(offered);
/** Whether nothing was answered. */
export const isUnanswered = (answer: unknown): boolean => bare(answer) === '';
