import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { ItemBody } from '../item.ts';
import { validateAnswers } from './answers.ts';
import { askedFields, askedMaterials, isAsked } from './asked.ts';
import { bodyFaults } from './body-faults.ts';
import { differenceOf } from './difference.ts';
import { patternFault } from './safe-pattern.ts';
import { nextChange, spanInForce, stateOf, type VersionSpan } from './versions.ts';

const body: ItemBody = {
  name: '食品经营许可',
  synonyms: [],
  kind: 'licence',
  level: 'district',
  topics: [],
  immediate: false,
  statutoryLimit: { value: 20, unit: 'workingDay' },
  promisedLimit: { value: 5, unit: 'workingDay' },
  visits: 1,
  applicants: ['person'],
  conditions: [],
  situations: [
    {
      id: 'kind',
      question: '哪一类',
      options: [
        { id: 'eatery', label: '餐馆' },
        { id: 'canteen', label: '食堂' },
      ],
    },
    {
      id: 'place',
      question: '食堂在哪里',
      options: [
        { id: 'school', label: '学校' },
        { id: 'site', label: '工地' },
      ],
      when: { kind: ['canteen'] },
    },
  ],
  materials: [
    { id: 'form', name: '申请表', form: 'electronic', copies: 1, source: 'applicant', requirement: 'must' },
    {
      id: 'school',
      name: '办学许可证',
      form: 'copy',
      copies: 1,
      source: 'government',
      requirement: 'must',
      when: { place: ['school'] },
    },
  ],
  form: {
    type: 'object',
    properties: {
      phone: { type: 'string', title: '电话', 'x-widget': 'phone' },
      area: { type: 'integer', title: '面积', minimum: 1, maximum: 99999 },
      children: { type: 'integer', title: '学生人数', 'x-when': { place: ['school'] } },
      idNumber: { type: 'string', title: '证件号码', 'x-widget': 'idNumber' },
      days: { type: 'array', title: '营业日', items: { type: 'string', enum: ['周一', '周二'] } },
      from: { type: 'string', title: '开业日期', format: 'date' },
      plate: { type: 'string', title: '车牌', pattern: '^[A-Z0-9]{5,7}$' },
    },
    required: ['phone', 'children'],
  },
  fees: [],
  basis: [],
  procedure: [],
  verified: true,
};
const check = (answers: Record<string, unknown>, situations: Record<string, unknown> = { kind: 'eatery' }) =>
  validateAnswers({ body }, { answers, situations }, { idNumber: (text) => text.endsWith('4') });

test('what hangs on a hidden answer is hidden as well', () => {
  expect(isAsked(undefined, {})).toBe(true);
  expect(isAsked({ kind: ['a'], x: ['true'] }, { kind: ['b', 'a'], x: true })).toBe(true);
  expect(isAsked({ toString: ['a'] }, {})).toBe(false);
  const school = { kind: 'canteen', place: 'school' };
  expect(askedMaterials(body, school).map(({ id }) => id)).toEqual(['form', 'school']);
  expect(askedMaterials(body, { ...school, kind: 'eatery' }).map(({ id }) => id)).toEqual(['form']);
  expect(askedFields(body, { ...school, kind: 'eatery' }).map(({ name }) => name)).not.toContain('children');
  expect(askedFields(body, school).find(({ name }) => name === 'children')).toMatchObject({ required: true });
});

test('clean answers hold what is asked and nothing else', () => {
  expect(check({ phone: '13800000000', children: 5, plate: '', days: [], from: null })).toEqual({
    ok: true,
    answers: { phone: '13800000000' },
    situations: { kind: 'eatery' },
  });
  expect(check({ phone: '1380000000', place: 'x' })).toMatchObject({ ok: false });
  expect(check({ phone: '13800000000', children: 3 }, { kind: 'canteen', place: 'school' })).toMatchObject({
    ok: true,
    answers: { children: 3 },
  });
});

test('every fault is said at once, at its place', () => {
  const wrong = check(
    {
      phone: 'call me',
      area: '50',
      idNumber: '110105194912310021',
      days: ['周一', '周一'],
      from: '2026-02-30',
      plate: 'a b',
      ['__proto__x']: 1,
      constructor: 1,
    },
    { kind: 'canteen', other: 'x' },
  );
  expect(wrong).toEqual({
    ok: false,
    fields: {
      '/answers/__proto__x': 'unknown',
      '/answers/constructor': 'unknown',
      '/situations/other': 'unknown',
      '/situations/place': 'required',
      '/answers/phone': 'phone',
      '/answers/area': 'type',
      '/answers/idNumber': 'idNumber',
      '/answers/days': 'twice',
      '/answers/from': 'date',
      '/answers/plate': 'pattern',
    },
  });
  expect(check({ phone: '1380000\u0000000' })).toMatchObject({ fields: { '/answers/phone': 'type' } });
  expect(check({ phone: '13800000000', area: 1e99 })).toMatchObject({ fields: { '/answers/area': 'type' } });
  expect(check(JSON.parse('{"phone":"13800000000","__proto__":{"a":1}}'))).toMatchObject({
    fields: { '/answers/__proto__': 'unknown' },
  });
});

test('any answers at all give a verdict, and clean ones stay clean', () => {
  const key = fc.oneof(fc.constantFrom(...Object.keys(body.form.properties), 'kind', 'place'), fc.string());
  fc.assert(
    fc.property(fc.dictionary(key, fc.jsonValue()), fc.dictionary(key, fc.jsonValue()), (answers, situations) => {
      const checked = validateAnswers({ body }, { answers, situations });
      if (checked.ok) expect(validateAnswers({ body }, checked)).toEqual(checked);
    }),
  );
});

test('a body that contradicts itself is refused with the place and the reason', () => {
  expect(bodyFaults(body)).toEqual([]);
  const why = (change: (wrong: ItemBody) => void) => {
    const wrong = structuredClone(body);
    change(wrong);
    return bodyFaults(wrong).map((fault) => `${fault.path} ${fault.why}`);
  };
  expect(why((b) => (b.promisedLimit = { value: 21, unit: 'workingDay' }))).toEqual(['/promisedLimit promisedLonger']);
  expect(why((b) => (b.promisedLimit = { value: 20, unit: 'calendarDay' }))).toEqual([]);
  expect(why((b) => (b.materials[1]!.id = 'form'))).toEqual(['/materials/1/id twice']);
  expect(why((b) => (b.situations[1]!.id = 'phone'))).toContain('/situations/1/id twice');
  expect(why((b) => b.form.required!.push('nobody'))).toEqual(['/form/required requiredUnknown']);
  expect(why((b) => (b.materials[1]!.when = { place: ['moon'] }))).toEqual(['/materials/1/when/place whenOption']);
  expect(why((b) => (b.materials[1]!.when = { planet: ['moon'] }))).toEqual(['/materials/1/when/planet whenUnknown']);
  expect(why((b) => (b.situations[0]!.when = { children: ['3'] }))).toContain('/form whenCycle');
  expect(why((b) => (b.form.properties['plate']!.pattern = '(a+)+$'))).toEqual([
    '/form/properties/plate/pattern patternSlow',
  ]);
  expect(why((b) => (b.form.properties['days'] = { type: 'array', title: '营业日' }))).toEqual([
    '/form/properties/days options',
  ]);
  expect(why((b) => (b.form.properties['area']!.minimum = 100_000))).toEqual(['/form/properties/area range']);
  expect(why((b) => (b.form.properties['constructor'] = { type: 'boolean', title: 'x' }))).toContain(
    '/form/properties/constructor reserved',
  );
  expect(bodyFaults({})).toContainEqual(expect.objectContaining({ why: 'shape' }));
});

test('patterns that could take for ever are refused, ordinary ones are taken', () => {
  for (const good of [
    '^1[3-9]\\d{9}$',
    '^[京浙][A-Z][A-HJ-NP-Z0-9]{5,6}$',
    '^(A|B)-\\d{1,8}$',
    '^\\p{L}+$',
    '^[^\\s]{2,9}$',
  ])
    expect([good, patternFault(good)]).toEqual([good, undefined]);
  for (const slow of [
    '(a+)+$',
    '(a|a)*$',
    '^(a?){30}a{30}$',
    '(.*)(.*)(.*)(.*)x',
    '(\\w+)\\1',
    '(?<=a+)b',
    '^([a-z]+)*$',
  ])
    expect([slow, patternFault(slow)]).toEqual([slow, 'slow']);
  expect(patternFault('(')).toBe('syntax');
});

test('versions: the next is prepared while one is in force, and takes over on its day', () => {
  const span = (version: number, inForceFrom: string, endsOn: string | null = null): VersionSpan => ({
    version,
    inForceFrom,
    endsOn,
  });
  const spans = [
    span(1, '2026-01-01'),
    span(2, '2026-07-01'),
    span(3, '2026-08-01', '2026-07-15'),
    span(4, '2026-09-01', '2026-10-01'),
  ];
  const at = (day: string) => spanInForce(spans, day)?.version;
  expect(
    ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-08-01', '2026-09-30', '2026-10-01'].map(at),
  ).toEqual([undefined, 1, 1, 2, 2, 4, undefined]);
  expect(spans.map((one) => stateOf(one, spans, '2026-07-20'))).toEqual([
    'superseded',
    'published',
    'cancelled',
    'scheduled',
  ]);
  expect(stateOf(spans[3]!, spans, '2026-10-01')).toBe('withdrawn');
  expect(nextChange(spans, '2026-08-01')).toBe('2026-09-01');
  // Withdrawn on the day on which it began: the former version does not come back.
  expect(spanInForce([span(1, '2026-01-01'), span(2, '2026-07-01', '2026-07-01')], '2026-07-01')).toBeUndefined();
});

test('differences are told field by field', () => {
  const after = structuredClone(body);
  after.promisedLimit = { value: 3, unit: 'workingDay' };
  after.materials[0]!.copies = 2;
  after.materials.pop();
  after.plainName = '开饭店';
  expect(differenceOf(body, after)).toEqual([
    { path: 'promisedLimit', before: { value: 5, unit: 'workingDay' }, after: { value: 3, unit: 'workingDay' } },
    { path: 'materials/form/copies', before: 1, after: 2 },
    { path: 'materials/school', before: body.materials[1] },
    { path: 'plainName', after: '开饭店' },
  ]);
  expect(differenceOf(body, structuredClone(body))).toEqual([]);
  const turned = { ...body, materials: body.materials.toReversed() };
  expect(differenceOf(body, turned)).toEqual([
    { path: 'materials', before: ['form', 'school'], after: ['school', 'form'] },
  ]);
});

test('every item of the demo district is without faults', () => {
  const folder = path.join(import.meta.dirname, '../../../../data/demo/items');
  for (const file of readdirSync(folder)) {
    for (const item of JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { code: string; body: unknown }[])
      expect([item.code, bodyFaults(item.body)]).toEqual([item.code, []]);
  }
});
