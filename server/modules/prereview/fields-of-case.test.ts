/** What was read off a material as a field of people's own tables: sure, or it can't be told. */
import { describe, expect, it } from 'vitest';
import type { ItemVersion } from '#modules/catalogue';
import type { FieldReading, PictureReading } from '#modules/reading';
import { judge, knownFields, readRuleSet, type FieldValue, type RuleSet } from '#modules/rules';
import type { ReadDocument } from './document-tables.ts';
import { fieldsOfCase } from './fields-of-case.ts';
import { mergeReadings } from './merge-readings.ts';

const noon = new Date('2026-06-10T04:00:00Z');
const material = (id: string, name: string, kind: string) => ({ id, name, form: 'copy', copies: 1, source: 'applicant', requirement: 'must', reads: { kind } }); // prettier-ignore
const body = {
  form: { type: 'object', properties: { tenant: { type: 'string', title: '承租人' } }, required: [] },
  situations: [],
  materials: [
    material('lease', '租赁合同', 'lease'),
    material('card', '身份证', 'idCardBack'),
    material('other', '另一份合同', 'lease'),
  ],
} as unknown as ItemVersion['body'];
const row = { organisationId: null, agentId: null, submittedAt: noon } as Parameters<typeof fieldsOfCase>[1];
const field = (name: string, value: string | null, normalised = value, state: FieldReading['state'] = 'sure'): FieldReading => ({
  name, label: name, labelEn: name, value, normalised, box: [[0, 0], [9, 0], [9, 9], [0, 9]], page: 1, confidence: 0.95,
  state: value === null ? 'missing' : state, check: 'none', alternatives: [], optional: false,
}); // prettier-ignore
const lease = (...fields: FieldReading[]): PictureReading => ({ kind: 'lease', kindConfidence: 1, seemsToBe: null, orientation: 0, pages: [], fields, version: 'test' }); // prettier-ignore
const handed = (materialId: string, ...readings: (PictureReading | null)[]): ReadDocument => ({
  materialId, kind: 'lease', fills: {}, fileId: 'f0',
  ...mergeReadings('lease', readings.map((reading, at) => ({ fileId: `f${at}`, reading })), '2026-06-10'),
}); // prettier-ignore
const values = (...documents: ReadDocument[]): Map<string, FieldValue> =>
  fieldsOfCase({ body }, row, { answers: { tenant: '陈小满' }, situations: {}, materials: [] }, documents);

const rules: RuleSet = {
  tables: [
    {
      id: 'lease',
      title: '租赁合同',
      titleEn: 'Lease',
      hitPolicy: 'U',
      columns: [
        { label: '面积', labelEn: 'Area', expression: 'lease_area', type: 'integer', values: '' },
        { label: '还没到期', labelEn: 'Runs', expression: 'lease_term_until >= day', type: 'boolean', values: '' },
        { label: '同一人', labelEn: 'Same', expression: 'lease_lessee = tenant', type: 'boolean', values: '' },
      ],
      rules: [
        { cells: ['>= 60', 'true', 'true'], verdict: 'pass', reason: '够', reasonEn: 'Enough', article: '第十三条' },
        { cells: ['< 60', '-', '-'], verdict: 'fail', reason: '小', reasonEn: 'Small', article: '第十三条' },
      ],
      tests: [],
    },
  ],
};
const judged = (...documents: ReadDocument[]) => {
  const fields = knownFields(body);
  const { tables, faults } = readRuleSet(rules, fields);
  expect(faults.filter(({ fault }) => fault !== 'noTests')).toEqual([]);
  return judge(tables[0]!, values(...documents), fields, noon);
};
const whole = (area: FieldReading, lessee = '陈小满') =>
  lease(area, field('term', '2026年1月1日至2027年12月31日', '2026-01-01/2027-12-31'), field('lessee', lessee));

describe('what was read', () => {
  it('is offered under kind and field, a second material of a kind apart', () => {
    const known = knownFields(body).filter(({ source }) => source === 'document');
    const names = known.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['lease_area', 'lease_term_until', 'idCardBack_validity_from', 'lease2_area'])); // prettier-ignore
    expect(known.find(({ name }) => name === 'lease2_area')).toMatchObject({ label: '另一份合同上的建筑面积', read: { materialId: 'other' } }); // prettier-ignore
    expect(new Set(names).size).toBe(names.length);
  });

  it('is judged with its place when it is sure', () => {
    const result = judged(handed('lease', whole(field('area', '89.5㎡', '89.5'))));
    expect(result).toMatchObject({
      verdict: 'pass',
      columns: [{ value: '89.5' }, { value: 'true' }, { value: 'true' }],
    });
    expect(result.fields.find(({ name }) => name === 'lease_area')).toMatchObject({ source: 'document', fileId: 'f0', box: { page: 1, width: 9 }, label: '租赁合同上的建筑面积' }); // prettier-ignore
    expect(judged(handed('lease', whole(field('area', '40㎡', '40')))).verdict).toBe('fail');
  });

  it('cannot be told when it is unsure, was not read, is denied by another file, or was not handed in', () => {
    const area = field('area', '89㎡', '89');
    expect(judged(handed('lease', whole({ ...area, state: 'unsure' })))).toMatchObject({ verdict: 'canNotTell', silence: 'unsure' }); // prettier-ignore
    expect(judged(handed('lease', null))).toMatchObject({ verdict: 'canNotTell', silence: 'missing' });
    expect(judged()).toMatchObject({ verdict: 'canNotTell', silence: 'missing' });
    const two = judged(handed('lease', whole(area), whole(field('area', '98㎡', '98'))));
    expect(two).toMatchObject({ verdict: 'canNotTell', silence: 'unsure' });
    expect(two.fields.find(({ name }) => name === 'lease_area')).toMatchObject({ value: 89, others: ['98㎡'] });
    // Of another material of the same kind nothing is taken.
    expect(judged(handed('other', whole(area))).verdict).toBe('canNotTell');
    expect(judged(handed('lease', { ...whole(area), kind: 'diploma' })).verdict).toBe('canNotTell');
  });

  it('is a span without an end when it is for good, and no day where it is none', () => {
    const until = (normalised: string | null) =>
      values(handed('lease', lease(field('term', '见合同', normalised)))).get('lease_term_until')?.value;
    expect([until('2026-01-01/..'), until('2026-01-01/2027-12-31'), until(null)]).toEqual(['9999-12-31', '2027-12-31', null]); // prettier-ignore
  });
});
