import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { claimsOf, decide } from './decide.ts';
import { readGivenCases } from './given-cases.ts';
import { fieldCalled, kindCalled } from './names.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'cases-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(path.join(folder, 'a.jpg'), 'no picture, but there');

const given = (cases: unknown) => {
  writeFileSync(path.join(folder, 'cases.json'), typeof cases === 'string' ? cases : JSON.stringify(cases));
  return readGivenCases(folder);
};

test.each([
  ['[', /is not JSON/],
  [{}, /must be a list/],
  [[], /at least one case/],
  [['a.jpg'], /a case is an object/],
  [[{ fields: { name: '张三' } }], /needs "file"/],
  [[{ file: 'b.jpg', fields: { name: '张三' } }], /there is no file/],
  [[{ file: 'a.jpg' }], /"fields" must be an object/],
  [[{ file: 'a.jpg', fields: { name: null } }], /gives null for name/],
  [[{ file: 'a.jpg', kind: '身份证', fields: { name: '张三' } }], /could be several; they are businessLicence/],
  [[{ file: 'a.jpg', fields: { name: '张三' }, satisfies: 'no' }], /"satisfies" is true or false/],
  [[{ file: 'a.jpg', fields: { name: '张三' }, wrong: 'digit' }], /alteredDigit, otherPerson, expired/],
  [[{ file: 'a.jpg', fields: { name: '张三' }, satisfys: false }], /"satisfys" says nothing/],
])('a folder of cases that is not right is explained: %j', (cases, sentence) => {
  expect(() => given(cases)).toThrow(sentence);
});

test('kinds and fields are known by what people call them', () => {
  expect(kindCalled('营业执照')).toBe('businessLicence');
  expect(kindCalled('business_license')).toBe('businessLicence');
  expect(kindCalled('身份证（国徽面）')).toBe('idCardBack');
  expect(kindCalled('户口本')).toBe('householdPage');
  expect(fieldCalled('businessLicence', '企业名称')).toBe('name');
  expect(fieldCalled('marriageCertificate', '姓名(乙)')).toBe('name2');
  expect(fieldCalled('businessLicence', '登记机关')).toBeUndefined();
  expect(given([{ file: 'a.jpg', fields: { 建筑面积: 89.5 } }])[0]!.expected).toEqual({ 建筑面积: '89.5' });
});

/** A card that was read without any doubt. */
const card = (name: string, number: string) => ({
  name: 'a.jpg',
  condition: 'given' as const,
  kind: undefined,
  expected: { 姓名: name, 公民身份号码: number, 住址: '云溪区古墩路12号' },
  seconds: 1,
  reading: {
    kind: 'idCardFront' as const,
    kindConfidence: 0.9,
    seemsToBe: null,
    orientation: 0 as const,
    pages: [],
    version: '',
    fields: Object.entries({ name, number, address: '云溪区古墩路12号' }).map(([field, value]) => ({
      name: field,
      label: field,
      labelEn: field,
      value,
      normalised: value,
      box: null,
      page: 1,
      confidence: 0.99,
      state: 'sure' as const,
      check: 'none' as const,
      alternatives: [],
      optional: false,
    })),
  },
});

test('what is said under printed names is judged, and everything that is said is', () => {
  const now = new Date('2026-11-28T10:00:00+08:00');
  const read = card('张三', '330522198803123215');
  expect(decide(read, now)).toEqual({ verdict: 'pass', satisfies: true });
  expect(decide({ ...read, claims: { 姓名: '李四' }, satisfies: false }, now)).toEqual({ verdict: 'fail', satisfies: false }); // prettier-ignore
  // The address is not compared by itself, but is when somebody says it.
  expect(decide({ ...read, claims: { 住址: '云溪区古墩路21号' } }, now).verdict).toBe('fail');
  expect(decide({ ...read, wrong: 'alteredDigit' }, now)).toEqual({ verdict: 'fail', satisfies: false });
  expect(claimsOf({ ...read, kind: 'idCardFront', wrong: 'otherPerson' }).name).not.toBe('张三');
});
