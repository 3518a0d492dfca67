import { expect, test } from 'vitest';
import type { Field, Material } from '#modules/catalogue/contract';
import type { FieldReading } from '#modules/reading/contract';
import { isUnanswered, kindReadOf, offersOf, saysTheSame } from './read-values.ts';

const material = {
  id: 'title', name: '不动产权证书', form: 'copy', copies: 1, source: 'applicant', requirement: 'must',
  reads: { kind: 'propertyCertificate', fills: { owner: 'owner', area: 'area', from: 'term', day: 'registeredOn', use: 'usage', gone: 'owner', odd: 'nothing' } },
} as Material; // prettier-ignore
const fields: Record<string, Field> = {
  owner: { type: 'string', title: '权利人' },
  area: { type: 'integer', title: '面积' },
  from: { type: 'string', title: '日期', format: 'date' },
  day: { type: 'string', title: '登记日', format: 'date' },
  use: { type: 'string', title: '用途', enum: ['住宅', '商业'] },
  odd: { type: 'string', title: '其他' },
};
const read = (name: string, value: string | null, normalised = value, state: FieldReading['state'] = 'sure') =>
  ({ name, value, normalised, state, alternatives: state === 'unsure' ? ['张王'] : [] }) as unknown as FieldReading;

test('what was read is offered where it fits the field, and marked where a person has to look', () => {
  const offers = offersOf(material, fields, [
    read('owner', '张三', '张三', 'unsure'),
    read('area', '89.52平方米', '89.52'),
    read('term', '2010年5月6日起', '2010-05-06/2080-05-05'),
    read('registeredOn', '2015年03月12日', '2015-03-12'),
    read('usage', '工业'),
    read('nothing', null),
  ]);
  expect(offers).toEqual([
    { name: 'owner', value: '张三', printed: '张三', unsure: true, alternatives: ['张王'] },
    { name: 'area', value: 90, printed: '89.52平方米', unsure: false, alternatives: [] },
    { name: 'day', value: '2015-03-12', printed: '2015年03月12日', unsure: false, alternatives: [] },
  ]);
});

test('kinds that the reader does not know are passed over; the same is the same whatever its punctuation', () => {
  expect(kindReadOf(material)).toBe('propertyCertificate');
  expect(kindReadOf({ ...material, reads: { kind: 'passport' } })).toBeUndefined();
  expect(saysTheSame('浙（2020）云溪区 不动产权第1号', '浙(2020)云溪区不动产权第1号')).toBe(true);
  expect(saysTheSame('张三', '张四')).toBe(false);
  expect([undefined, null, ' ', 0].map(isUnanswered)).toEqual([true, true, true, false]);
});
