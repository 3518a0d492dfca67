/** Whatever is written into a cell costs a bounded number of steps: these would run for days, or take all memory. */
import { describe, expect, it } from 'vitest';
import { checkRules } from '../judging/check-rules.ts';
import type { KnownField, RuleSet } from '../judging/rule-set.ts';
import { FeelTooMuch, spend, stepsOfJudging, within } from './budget.ts';
import { outermost } from './builtins/all.ts';
import { sayValue } from './builtins/contexts.ts';
import { evaluate } from './evaluate.ts';
import { parseExpression, parseUnaryTests } from './parse.ts';
import { FeelFault } from './scanner.ts';
import { any } from './types.ts';

const run = (text: string): string =>
  within(stepsOfJudging, () =>
    sayValue(
      evaluate(
        parseExpression(text),
        outermost(() => any, new Date(0)),
      ),
    ),
  );

const costly = [
  'some i in 1..1000000, j in 1..1000000 satisfies false',
  'every i in 1..1000000, j in 1..1000000 satisfies true',
  'count(for i in 1..100000 return count(for j in 1..100000 return i * j))',
  'count(for i in 1..1000000 return partial)',
  '{f: function(x) f(x), r: f(1)}.r',
  '{f: function(x) if x < 2 then 1 else f(x - 1) + f(x - 2), r: f(40)}.r',
  'distinct values(for i in 1..90000 return i)',
  'string length((for i in 1..60 return if i = 1 then "aaaa" else partial[-1] + partial[-1])[60])',
  'replace(string join(for i in 1..50000 return "aaaa"), "a", "aaaaaaaaaaaaaaaaaaaaaaaa")',
  'for i in 1..50 return if i = 1 then [1] else [partial[-1], partial[-1]]',
  'flatten((for i in 1..50 return if i = 1 then [1] else [partial[-1], partial[-1]])[50])',
  'matches(string join(for i in 1..30000 return "ab"), "(a{100}){10}b(c{100}){10}")',
];

describe('the cost of an expression', () => {
  it.each(costly)('is bounded: %s', (text) => expect(() => run(text)).toThrow(FeelTooMuch));

  it('lets through what a rule needs', () => {
    expect(run('sum(for i in 1..1000 return i)')).toBe('500500');
    expect(run('matches("330199199003070020", "^[0-9]{17}[0-9X]$")')).toBe('true');
    expect(run('{f: function(n) if n = 0 then 1 else n * f(n - 1), r: f(30)}.r')).toBe(
      '265252859812191058636308480000000',
    );
  });

  it('is taken off what is around it, and given back to nobody', () => {
    within(100, () => {
      within(60, () => spend(50));
      expect(() => within(60, () => spend(60))).toThrow(FeelTooMuch);
      expect(() => spend(1)).toThrow(FeelTooMuch);
    });
    within(10, () => spend(10));
  });
});

describe('reading', () => {
  it.each([
    '1 in ('.repeat(50),
    `${'1 in (1 in ('.repeat(15)}${'1..2)..2)'.repeat(15)}`,
    'x[[1..a'.repeat(42),
    'not('.repeat(70),
  ])('takes no longer for being nested: %s', (text) => {
    expect(() => parseExpression(text)).toThrow(FeelFault);
    expect(() => parseUnaryTests(text)).toThrow(FeelFault);
  });
  it('of tests in brackets is as it was', () => {
    for (const [text, is] of [
      ['1 in (1..2]', 'false'],
      ['2 in (1..2]', 'true'],
      ['3 in (1, (2..4))', 'true'],
      ['5 in (> 3, < 2)', 'true'],
      ['5 in (1 + 4)', 'true'],
      ['5 in ([1..3], 4)', 'false'],
    ])
      expect([text, run(text!)]).toEqual([text, is]);
  });
});

describe('a set of rules that costs too much', () => {
  const fields: KnownField[] = [{ name: 'area', source: 'answer', type: 'integer', label: '面积', labelEn: 'Area' }];
  const set = (expression: string, cell: string, tests = 1): RuleSet => ({
    tables: [
      {
        id: 'table1',
        title: '面积',
        titleEn: 'Area',
        hitPolicy: 'U',
        columns: [{ label: '面积', labelEn: 'Area', expression, type: 'integer', values: '' }],
        rules: [{ cells: [cell], verdict: 'pass', reason: '够', reasonEn: 'Enough', article: '办法 第一条' }],
        tests: Array.from({ length: tests }, () => ({
          name: '一',
          given: { area: 1 },
          verdict: 'canNotTell' as const,
        })),
      },
    ],
  });
  it('may not be published, even where its test rows ask for no more', () => {
    for (const bad of [set(costly[0]!.replace('false', 'area = 0'), '-', 100), set('area', costly[0]!)]) {
      const report = checkRules(bad, fields, new Date(0));
      expect(report).toMatchObject({ ready: false, faults: [{ at: '/tables/0', fault: 'tooMuch' }] });
      expect(new Set(report.tables[0]!.tests.map(({ silence }) => silence))).toEqual(new Set(['tooMuch']));
    }
  });
  it('is not searched for gaps for ever', () => {
    const { tables } = set('area', '-');
    const many = Array.from({ length: 200 }, (_, rule) => ({
      ...tables[0]!.rules[0]!,
      cells: [Array.from({ length: 50 }, (_one, at) => String(rule * 50 + at)).join(', ')],
    }));
    const report = checkRules({ tables: [{ ...tables[0]!, rules: many }] }, fields, new Date(0));
    expect(report.tables[0]!.analysis).toMatchObject({ looked: false, why: 'tooLarge' });
  });
});
