/** Whether what was read is what is printed, and the sums. */
import { meaningOf, type ValueType } from '../../server/modules/reading/fields/values.ts';
import type { ReadKind } from '../../server/modules/reading/kinds.ts';
import type { FieldReading, PictureReading } from '../../server/modules/reading/reading.ts';
import { templates } from '../../server/modules/reading/templates/all.ts';
import type { Wrong } from './case.ts';
import { fieldCalled } from './names.ts';

/** How a paper came before the reader. */
export type Condition = 'clean' | 'phone' | 'given';

/** A picture with what is printed on it, and what was read: what the rules of an item are judged on as well. */
export interface ReadCase {
  name: string;
  condition: Condition;
  kind: ReadKind | undefined;
  expected: Record<string, string>;
  wrong?: Wrong | undefined;
  /** What the applicant says, where it is given; else what is printed, but for what is wrong on purpose. */
  claims?: Record<string, string> | undefined;
  /** Whether the document bears that out, where it is given. */
  satisfies?: boolean | undefined;
  /** The problem's code when nothing was read. */
  reading: PictureReading | { problem: string };
  seconds: number;
}

export interface FieldScore {
  name: string;
  expected: string;
  field: FieldReading | undefined;
  right: boolean;
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** By meaning where the type has one that is exact, else letter by letter without spaces and punctuation. */
function isRight(type: ValueType, expected: string, field: FieldReading): boolean {
  if (field.value === null) return false;
  if (bare(expected) === bare(field.value)) return true;
  const meant = meaningOf(type, expected, '2100-01-01').normalised;
  return meant !== null && meant === field.normalised && !['name', 'text', 'organisation', 'address'].includes(type);
}

/** Each expected field of a case. Names may be ours, or what the document calls them. */
export function scoreFields({ kind, expected, reading }: ReadCase): FieldScore[] {
  const found = 'problem' in reading ? undefined : reading;
  const template = templates[kind ?? found?.kind ?? 'businessLicence'];
  return Object.entries(expected).map(([name, text]) => {
    const called = fieldCalled(template.kind, name);
    const own = template.fields.find((one) => one.name === called);
    const field = found?.kind === template.kind ? found.fields.find((one) => one.name === own?.name) : undefined;
    return { name, expected: text, field, right: Boolean(own && field && isRight(own.type, text, field)) };
  });
}

export interface Sums {
  pictures: number;
  kindRight: number;
  fields: number;
  right: number;
  /** Said to be sure. */
  sure: number;
  /** Said to be sure, and wrong: the worst that can happen. */
  sureButWrong: number;
}

export function sum(cases: readonly ReadCase[]): Sums {
  const sums: Sums = { pictures: 0, kindRight: 0, fields: 0, right: 0, sure: 0, sureButWrong: 0 };
  for (const one of cases) {
    sums.pictures++;
    if (!('problem' in one.reading) && (one.kind ?? one.reading.kind) === one.reading.kind) sums.kindRight++;
    for (const { field, right } of scoreFields(one)) {
      sums.fields++;
      if (right) sums.right++;
      if (field?.state !== 'sure') continue;
      sums.sure++;
      if (!right) sums.sureButWrong++;
    }
  }
  return sums;
}
