/** What was read, made so that it can be compared with what somebody says. Pure. */
import { meaningOf } from './fields/values.ts';
import { readKindNames, readKinds, type ReadKind } from './kinds.ts';
import type { FieldReading, PictureReading } from './reading.ts';
import { templates } from './templates/all.ts';

export const isReadKind = (word: string): word is ReadKind => (readKindNames as readonly string[]).includes(word);

/** A kind of document as people call it. */
export const sayKind = (kind: ReadKind): { zh: string; en: string } => readKinds[kind];

/** A field of a kind by its name, as forms and screens call it; undefined for one that is not read. */
export const fieldOfKind = (kind: ReadKind, name: string): { zh: string; en: string } | undefined =>
  templates[kind].fields.find((field) => field.name === name);

/** What a field holds for whoever asks for it in a rule. An interval is two days; money is whole fen, an area square metres. */
export type HeldType = 'string' | 'date' | 'integer' | 'interval';
const held: Readonly<Record<string, HeldType>> = {
  date: 'date',
  interval: 'interval',
  money: 'integer',
  area: 'integer',
};

/** The fields that are read off a kind of document, in the order of its template. */
export const fieldsOfKind = (kind: ReadKind): { name: string; zh: string; en: string; holds: HeldType }[] =>
  templates[kind].fields.map(({ name, zh, en, type }) => ({ name, zh, en, holds: held[type] ?? 'string' }));

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase();

/** Free text has no meaning beside its letters and figures; numbers, days, amounts and areas have one. */
const free: ReadonlySet<string> = new Set(['text', 'name', 'organisation', 'address']);

/** A value of a field, printed or typed, as it is compared; null where it says nothing. `today` is the day of the comparison. */
export function comparable(kind: ReadKind, name: string, text: string, today: string): string | null {
  const type = templates[kind].fields.find((field) => field.name === name)?.type ?? 'text';
  const meaning = free.has(type) ? null : meaningOf(type, text, today).normalised;
  return meaning ?? (bare(text) || null);
}

/** What was read of a field, as it is compared: its meaning is known already, and read a second time yuan would be taken for fen. */
export function comparableReading(
  kind: ReadKind,
  { name, value, normalised }: FieldReading,
  today: string,
): string | null {
  if (value === null) return null;
  const type = templates[kind].fields.find((field) => field.name === name)?.type ?? 'text';
  return !free.has(type) && normalised !== null ? normalised : comparable(kind, name, normalised ?? value, today);
}

/** No day is later: a document that is valid for good. */
export const forGood = '9999-12-31';

/** The last day of a document that runs out: `YYYY-MM-DD`, `forGood`, or null where it could not be told; undefined where its kind has none. */
export function lastDayOf({ kind, fields }: PictureReading): { field: FieldReading; until: string | null } | undefined {
  const own = templates[kind].fields.find(
    ({ name, type }) => name === 'validUntil' || (type === 'interval' && /term|validity/.test(name)),
  );
  if (!own) return undefined;
  const field = fields.find(({ name }) => name === own.name);
  // A trader's licence has no term; elsewhere one that was not found may have been passed over.
  const type = fields.find(({ name }) => name === 'type');
  if (!field || (own.optional && field.state === 'missing' && type?.state === 'sure' && type.value?.includes('个体')))
    return undefined;
  const said = field.normalised?.split('/').at(-1) ?? null;
  return { field, until: said === '..' ? forGood : said };
}
