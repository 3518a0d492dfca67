import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRules } from './check-rules.ts';
import { judge, together, type Judgement } from './judge.ts';
import { readRuleSet } from './read-table.ts';
import type { FieldValue, KnownField, RuleTable, Verdict } from './rule-set.ts';

const noon = new Date('2026-06-10T04:00:00Z');
const field = (name: string, type: KnownField['type']): KnownField => ({ name, type, source: 'answer', label: name, labelEn: name }); // prettier-ignore
const fields = [field('area', 'integer'), field('business', 'string'), field('birth', 'date'), field('day', 'date')];
const says = (verdict: Verdict, cells: string[], reason: string = verdict) => ({ cells, verdict, reason, reasonEn: reason, article: '食品安全法 33' }); // prettier-ignore
const column = (expression: string, type: RuleTable['columns'][number]['type'], values = '') => ({ label: expression, labelEn: expression, expression, type, values }); // prettier-ignore
const table = (parts: Partial<RuleTable>): RuleTable => ({
  id: 'premises',
  title: '场所',
  titleEn: 'Premises',
  hitPolicy: 'U',
  columns: [column('area', 'integer'), column('business', 'string', '"hot", "packed"')],
  rules: [says('pass', ['-', '"packed"']), says('pass', ['>= 60', '"hot"']), says('fail', ['< 60', '"hot"'])],
  tests: [{ name: '大店', given: { area: 80, business: 'hot' }, verdict: 'pass' }],
  ...parts,
});
const judged = (made: RuleTable, given: Record<string, FieldValue['value'] | FieldValue>): Judgement => {
  const { tables, faults } = readRuleSet({ tables: [made] }, fields);
  expect(faults).toEqual([]);
  const values = new Map(
    Object.entries(given).map(([name, one]) => [name, typeof one === 'object' && one !== null && 'value' in one ? one : ({ value: one, source: 'answer' } as FieldValue)]), // prettier-ignore
  );
  return judge(tables[0]!, values, fields, noon);
};

describe('a verdict', () => {
  it('names its rule, its article and what it rests on', () => {
    expect(judged(table({}), { area: 40, business: 'hot' })).toMatchObject({
      verdict: 'fail',
      rule: 2,
      article: '食品安全法 33',
      columns: [{ value: '40' }, { value: 'hot' }],
      fields: [{ name: 'area', value: 40, state: 'used' }, { name: 'business' }],
    });
  });

  it('is "can’t tell" where something is missing or unsure, and only where that matters', () => {
    expect(judged(table({}), { business: 'hot' })).toMatchObject({ verdict: 'canNotTell', silence: 'missing' });
    expect(judged(table({}), { business: 'packed' })).toMatchObject({ verdict: 'pass', rule: 0 });
    const guess: FieldValue = { value: 80, source: 'document', confidence: 0.6 };
    expect(judged(table({}), { business: 'hot', area: guess })).toMatchObject({ verdict: 'canNotTell', silence: 'unsure' }); // prettier-ignore
    expect(judged(table({}), { business: 'hot', area: { ...guess, confidence: 0.97 } })).toMatchObject({ verdict: 'pass' }); // prettier-ignore
    expect(judged(table({}), { business: 'cold', area: 80 })).toMatchObject({ verdict: 'canNotTell', silence: 'notAllowed' }); // prettier-ignore
  });

  it('reckons with days', () => {
    const age = table({
      columns: [column('years and months duration(birth, day).years', 'integer')],
      rules: [says('pass', ['>= 80']), says('fail', ['< 80'])],
      tests: [],
    });
    const { tables } = readRuleSet({ tables: [age] }, fields);
    const at = (birth: string) =>
      judge(tables[0]!, new Map([['birth', { value: birth, source: 'answer' }], ['day', { value: '2026-06-10', source: 'fact' }]]), fields, noon).verdict; // prettier-ignore
    expect([at('1946-06-10'), at('1946-06-11'), at('19460610')]).toEqual(['pass', 'fail', 'canNotTell']);
  });

  it('of several tables is the gravest, and of none "can’t tell"', () => {
    const of = (...verdicts: Verdict[]) => together(verdicts.map((verdict) => ({ verdict })));
    expect([of(), of('pass'), of('pass', 'canNotTell'), of('canNotTell', 'fail', 'pass')]).toEqual(['canNotTell', 'pass', 'canNotTell', 'fail']); // prettier-ignore
  });

  it('does not change, whatever an unknown value turns out to be', () => {
    const number = fc.oneof(fc.constant('-'), fc.integer({ min: 0, max: 6 }).map((n) => `>= ${n}`), fc.integer({ min: 0, max: 6 }).map((n) => `< ${n}`)); // prettier-ignore
    const text = fc.constantFrom('-', '"hot"', '"packed"', 'not("hot")');
    const rule = fc.tuple(number, text, fc.constantFrom<Verdict>('pass', 'fail', 'canNotTell'));
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('U', 'A', 'F', 'P'),
        fc.option(fc.integer({ min: -1, max: 7 })),
        fc.option(fc.constantFrom('hot', 'packed')),
        (rows, hitPolicy, area, business) => {
          const made = table({ hitPolicy, rules: rows.map(([a, b, verdict]) => says(verdict, [a, b])) });
          const { verdict } = judged(made, { area, business });
          if (verdict === 'canNotTell') return;
          for (const n of area === null ? [-1, 0, 1, 2, 3, 4, 5, 6, 7] : [area])
            for (const b of business === null ? ['hot', 'packed'] : [business])
              expect(judged(made, { area: n, business: b }).verdict).toBe(verdict);
        },
      ),
    );
  });
});

describe('a set of rules', () => {
  it('is ready once it can be read, has no gap and passes its test rows', () => {
    expect(checkRules({ tables: [table({})] }, fields, noon)).toMatchObject({ ready: true, faults: [] });
    const wrong = { name: '小店', given: { area: 20, business: 'hot' }, verdict: 'pass' as const };
    expect(checkRules({ tables: [table({ tests: [wrong] })] }, fields, noon)).toMatchObject({
      ready: false,
      tables: [{ tests: [{ name: '小店', expected: 'pass', got: 'fail', passed: false, rule: 2 }] }],
    });
    const gap = table({ rules: table({}).rules.slice(0, 2) });
    expect(checkRules({ tables: [gap] }, fields, noon)).toMatchObject({
      ready: false,
      tables: [{ analysis: { gaps: [{ cells: ['< 60', '"hot"'], example: ['59', '"hot"'] }] } }],
    });
    const contradiction = table({ rules: [...table({}).rules, says('fail', ['> 200', '-'])] });
    expect(checkRules({ tables: [contradiction] }, fields, noon)).toMatchObject({ ready: false });
  });

  it('says what is wrong and where', () => {
    const bad = table({
      columns: [column('aera', 'integer'), column('business +', 'string')],
      rules: [says('pass', ['>= ', '-']), { ...says('fail', ['1']), article: '' }],
      tests: [],
    });
    expect(checkRules({ tables: [bad, table({})] }, fields, noon).faults).toEqual([
      { at: '/tables/0/tests', fault: 'noTests' },
      { at: '/tables/0/columns/0/expression', fault: 'unknownField', name: 'aera' },
      { at: '/tables/0/columns/1/expression', fault: 'unreadable', column: 10, expected: 'expression' },
      { at: '/tables/0/rules/0/cells/0', fault: 'unreadable', column: 3, expected: 'expression' },
      { at: '/tables/0/rules/1', fault: 'wrongNumber' },
      { at: '/tables/0/rules/1', fault: 'wordsMissing' },
      { at: '/tables/1/id', fault: 'twice', name: 'premises' },
    ]);
  });
});
