/** The kinds of fields that a form can have: what the palette offers, and the JSON Schema of each. Pure. */
import { widgetOf, type Field } from '#modules/catalogue/contract';

export const fieldKinds = [
  'text',
  'textarea',
  'number',
  'money',
  'area',
  'date',
  'yesNo',
  'radio',
  'select',
  'checkboxes',
  'idNumber',
  'creditCode',
  'phone',
  'email',
  'address',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** The kind of a field: what the form draws it as. */
export const kindOf = (field: Field): FieldKind => widgetOf(field);

export const isChoice = (kind: FieldKind): boolean => kind === 'radio' || kind === 'select' || kind === 'checkboxes';
export const isNumber = (kind: FieldKind): boolean => kind === 'number' || kind === 'money' || kind === 'area';
export const isText = (kind: FieldKind): boolean => kind === 'text' || kind === 'textarea' || kind === 'address';

/** What a field of a kind can be filled in with from the applicant's record. */
export const sources = ['name', 'idNumber', 'phone', 'address', 'organisationName', 'creditCode'] as const;
const sourcesOf: Partial<Record<FieldKind, readonly (typeof sources)[number][]>> = {
  text: ['name', 'organisationName', 'address'],
  textarea: ['address'],
  address: ['address'],
  idNumber: ['idNumber'],
  creditCode: ['creditCode'],
  phone: ['phone'],
};
export const sourcesFor = (kind: FieldKind): readonly (typeof sources)[number][] => sourcesOf[kind] ?? [];

/**
 * A field of another kind: title, hints and condition stay; options stay between choices; limits only where they mean the same.
 */
export function fieldOfKind(kind: FieldKind, before?: Partial<Field>): Field {
  const { title = '', titleEn, description, descriptionEn } = before ?? {};
  const words = {
    title,
    ...(titleEn ? { titleEn } : {}),
    ...(description ? { description } : {}),
    ...(descriptionEn ? { descriptionEn } : {}),
    ...(before?.['x-when'] ? { 'x-when': before['x-when'] } : {}),
  };
  const from = before?.['x-from'];
  const filled = from && (sourcesFor(kind) as readonly string[]).includes(from) ? { 'x-from': from } : {};
  const options = before?.enum ?? before?.items?.enum ?? [];
  const english = before?.['x-enumEn'] ? { 'x-enumEn': before['x-enumEn'] } : {};
  const range = {
    ...(before?.minimum === undefined ? {} : { minimum: before.minimum }),
    ...(before?.maximum === undefined ? {} : { maximum: before.maximum }),
  };
  switch (kind) {
    case 'text':
      return { type: 'string', ...words, ...filled, 'x-widget': 'text', maxLength: 100 };
    case 'textarea':
      return { type: 'string', ...words, ...filled, 'x-widget': 'textarea', maxLength: 500 };
    case 'address':
      return { type: 'string', ...words, ...filled, 'x-widget': 'address', maxLength: 200 };
    case 'number':
      return { type: 'integer', ...words, minimum: 0, ...range };
    case 'money':
    case 'area':
      return { type: 'integer', ...words, 'x-widget': kind, minimum: 0, ...range };
    case 'date':
      return { type: 'string', ...words, format: 'date', 'x-widget': 'date' };
    case 'email':
      return { type: 'string', ...words, format: 'email', 'x-widget': 'email', maxLength: 120 };
    case 'yesNo':
      return { type: 'boolean', ...words };
    case 'radio':
    case 'select':
      return { type: 'string', ...words, 'x-widget': kind, enum: [...options], ...english };
    case 'checkboxes':
      return { type: 'array', ...words, 'x-widget': kind, items: { type: 'string', enum: [...options] }, ...english };
    case 'idNumber':
    case 'creditCode':
    case 'phone':
      return { type: 'string', ...words, ...filled, 'x-widget': kind, maxLength: kind === 'phone' ? 20 : 18 };
  }
}
