import { expect, test } from 'vitest';
import type { PolicyLine } from '#modules/projects/contract';
import { bodyOf, emptyPolicy, missingIn, writtenOf } from './policy-form.ts';

const body: PolicyLine['body'] = {
  name: '制造业固定资产投资补助',
  departmentId: '01978a4e-0000-7000-8000-000000000001',
  summary: '按投资额补助',
  amount: { kind: 'share', of: 'investmentFen', basisPoints: 250, capFen: 500_000_000 },
  conditions: [
    { fact: 'investmentFen', op: 'atLeast', value: 2_000_000_000 },
    { fact: 'headcount', op: 'atMost', value: 50 },
    { fact: 'industry', op: 'beginsWith', values: ['C13', 'C14'] },
    { fact: 'highTech', op: 'is', value: true },
  ],
  withoutApplication: false,
  how: '竣工后提出',
  source: '云政发〔2026〕3号',
  validFrom: '2026-01-01',
  validUntil: null,
};

test('what is written comes to what it was read from', () => {
  const written = writtenOf({ code: 'A-1', body });
  expect(written).toMatchObject({ percent: '2.5', cap: '500' });
  expect(written.conditions[0]!.value).toBe('2000');
  expect(missingIn(written)).toEqual([]);
  expect(bodyOf(written)).toEqual(body);
});

test('says what is not filled in, or no number', () => {
  expect(missingIn(emptyPolicy)).toEqual(['code', 'name', 'summary', 'source', 'from', 'departmentId', 'amount']);
  const written = writtenOf({ code: 'A-1', body });
  expect(missingIn({ ...written, percent: 'many' })).toEqual(['percent']);
  expect(missingIn({ ...written, conditions: [{ fact: 'headcount', op: 'atLeast', value: 'x' }] })).toEqual([
    'conditions',
  ]);
});
