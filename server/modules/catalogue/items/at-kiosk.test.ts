import { expect, test } from 'vitest';
import { foodLicence, plainItem } from '#server/testing-district';
import type { ItemBody } from '../item.ts';
import { bodyFaults } from './body-faults.ts';

type Properties = ItemBody['form']['properties'];
const asks = (properties: Properties, overrides: Partial<ItemBody> = {}): string[] =>
  bodyFaults(
    plainItem({
      atKiosk: true,
      materials: [],
      form: { type: 'object', properties, required: Object.keys(properties) },
      ...overrides,
    }),
  ).map(({ why, detail }) => `${why} ${detail ?? ''}`.trim());
const line = { type: 'string', title: '住址' } as const;

test('a line is written with the keys of the kiosk; several lines are not, unless they are known or need not be', () => {
  expect(asks({ line, address: { ...line, 'x-widget': 'address' } })).toEqual([]);
  const text = { type: 'string', title: '说明', 'x-widget': 'textarea' } as const;
  expect(asks({ text })).toEqual(['kioskText 说明']);
  // Drawn as several lines, because so much may be written.
  expect(asks({ long: { type: 'string', title: '说明', maxLength: 500 } })).toEqual(['kioskText 说明']);
  expect(asks({ text: { ...text, 'x-from': 'address' } })).toEqual([]);
  expect(asks({}, { form: { type: 'object', properties: { text } } })).toEqual([]);
  expect(asks({ text }, { atKiosk: false })).toEqual([]);
});

test('only persons, few questions, and nothing that has to be brought', () => {
  const many = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`f${i}`, line]));
  expect(asks(many, { applicants: ['organisation'] })).toEqual(['kioskApplicant', 'kioskQuestions 8']);
  const rules = foodLicence.materials.find(({ id }) => id === 'rules')!;
  expect(asks({}, { materials: [{ ...rules, requirement: 'must' }] })).toEqual([`kioskMaterial ${rules.name}`]);
  expect(asks({}, { materials: [rules] })).toEqual([]);
});
