import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCheckDigit, idCheckDigit } from '#modules/people';
import { daysIn, intervalIn, smallNumber } from './dates.ts';
import { crossCheck, judge, said, sureFrom } from './judge.ts';
import { chineseNumber, fenIn } from './money.ts';
import { meaningOf } from './values.ts';

const today = '2026-11-28';
const letters = (text: string, p = 0.99) => said([...text].map((one) => ({ text: one, p })));

describe('days', () => {
  test.each([
    ['2015年03月12日', ['2015-03-12']],
    ['2015 年 3 月 12 日', ['2015-03-12']],
    ['二〇一五年三月十二日', ['2015-03-12']],
    ['二○二○年十一月三十日', ['2020-11-30']],
    ['2015.03.12-2035.03.12', ['2015-03-12', '2035-03-12']],
    ['20150312', ['2015-03-12']],
    ['2015年02月30日', [undefined]],
    ['没有日期', []],
  ])('%s', (text, days) => expect(daysIn(text)).toEqual(days));

  test.each([
    ['2015.03.12-2035.03.12', '2015-03-12/2035-03-12'],
    ['2015.03.12-长期', '2015-03-12/..'],
    ['2018年3月12日至长期', '2018-03-12/..'],
    ['自2025年1月8日起至2027年1月7日止', '2025-01-08/2027-01-07'],
    ['2035.03.12-2015.03.12', undefined],
    ['2015.13.12-2035.03.12', undefined],
  ])('%s', (text, interval) => expect(intervalIn(text)).toBe(interval));

  test('small numbers', () => expect(['十', '十二', '二十', '三十一', '9', '百'].map(smallNumber)).toEqual([10, 12, 20, 31, 9, undefined])); // prettier-ignore
});

describe('amounts in fen', () => {
  test.each([
    ['壹佰万元整', 100_000_000],
    ['人民币壹仟贰佰叁拾万元整', 1_230_000_000],
    ['100万元人民币', 100_000_000],
    ['￥3,500.00元', 350_000],
    ['3500元（大写：叁仟伍佰元整）', 350_000],
    ['3600元（大写：叁仟伍佰元整）', undefined],
    ['壹万捌仟零伍拾元伍角整', 1_805_050],
    ['免费', undefined],
  ])('%s', (text, fen) => expect(fenIn(text)).toBe(fen));

  test('every whole number comes back from its Chinese figures', () => {
    const units = ['', '拾', '佰', '仟'];
    const write = (n: number): string =>
      [...String(n)]
        .map((digit, i, all) =>
          digit === '0' ? '零' : '零壹贰叁肆伍陆柒捌玖'[Number(digit)]! + units[all.length - 1 - i]!,
        )
        .join('')
        .replace(/零+/g, '零')
        .replace(/零$/, '');
    fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), (n) => chineseNumber(write(n)) === n));
  });
});

describe('numbers with a check digit', () => {
  const area = fc.constantFrom('330106', '330522', '410922');
  const idNumber = fc
    .tuple(
      area,
      fc.date({ min: new Date('1950-01-02'), max: new Date('2015-12-30'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(
      ([code, day, order]) =>
        `${code}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
    )
    .map((first) => first + idCheckDigit(first));

  test('a good number passes; with one figure altered it never does, and it is never put right', () => {
    fc.assert(
      fc.property(idNumber, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, at, by) => {
        expect(meaningOf('idNumber', number, today)).toEqual({ normalised: number, check: 'passed' });
        const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
        const verdict = judge({ type: 'idNumber' }, letters(wrong), letters(wrong), today);
        expect(verdict).toMatchObject({
          value: wrong,
          state: 'unsure',
          meaning: { normalised: wrong, check: 'failed' },
        });
      }),
    );
  });

  test('letters that cannot be in a credit code are read as the figures that they look like', () => {
    const first = '91330106MA2H3K9X0';
    const code = first + creditCheckDigit(first);
    expect(meaningOf('creditCode', code.replaceAll('0', 'O'), today)).toEqual({ normalised: code, check: 'passed' });
  });
});

describe('judging', () => {
  test('two readings that agree are sure; those that differ never are, and both are kept', () => {
    expect(judge({ type: 'text' }, letters('云溪有限公司'), letters('云溪有限公司'), today).state).toBe('sure');
    const list = { type: 'text', words: ['已婚', '未婚'] } as const;
    expect(judge(list, letters('末婚'), letters('末娇'), today, '未婚')).toMatchObject({
      value: '未婚',
      state: 'unsure',
      alternatives: ['末婚', '末娇'],
    });
    expect(judge(list, letters('未婚'), letters('未婚'), today, '已婚')).toMatchObject({
      value: '未婚',
      state: 'sure',
    });
    expect(judge(list, letters('未婚(见附页)'), letters('未婚(见附页)'), today, '未婚').value).toBe('未婚(见附页)');
    const differing = judge({ type: 'text' }, letters('云溪有限公司'), letters('云渓有限公司', 0.9), today);
    expect(differing).toMatchObject({ value: '云溪有限公司', state: 'unsure', alternatives: ['云渓有限公司'] });
  });

  test('a letter of which the recogniser doubts, or a hole, is left to a person', () => {
    const doubted = said([...'云溪有限公司'].map((text, i) => ({ text, p: i === 1 ? 0.5 : 0.99 })));
    expect(judge({ type: 'text' }, doubted, doubted, today).state).toBe('unsure');
    expect(
      judge({ type: 'text' }, { ...letters('云溪有限公司'), hole: true }, letters('云溪有限公司'), today).state,
    ).toBe('unsure');
  });

  test('whatever the probabilities: a broken rule or a disagreement is never sure', () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(p, p, (a, b) => {
        expect(judge({ type: 'date' }, letters('2015年02月30日', a), letters('2015年02月30日', b), today).state).toBe(
          'unsure',
        );
        expect(judge({ type: 'name' }, letters('张三', a), letters('张王', b), today).state).toBe('unsure');
        expect(judge({ type: 'name' }, letters('张三', a), undefined, today).confidence).toBeLessThan(sureFrom);
      }),
    );
  });

  test('a number that says otherwise than the day of birth beside it makes both doubtful', () => {
    const field = (name: string, normalised: string) => ({
      name,
      type: 'text' as const,
      normalised,
      state: 'sure' as const,
      confidence: 1,
    });
    expect([
      ...crossCheck([field('number', '330522198803123215'), field('bornOn', '1988-03-12'), field('sex', '男')]),
    ]).toEqual([]);
    expect([...crossCheck([field('number', '330522198803123215'), field('bornOn', '1989-03-12'), field('sex', '男')])].toSorted()).toEqual(['bornOn', 'number']); // prettier-ignore
  });

  test('a common letter that a rare one is taken for is never sure, and both are offered', () => {
    const read = (type: 'name' | 'organisation' | 'address', text: string) =>
      judge({ type }, letters(text), letters(text), today);
    expect(read('name', '余婉婷')).toMatchObject({ value: '余婉婷', state: 'unsure', alternatives: ['佘婉婷'] });
    expect(read('address', '重庆市西阳土家族苗族自治县')).toMatchObject({ state: 'unsure' });
    expect(read('organisation', '余姚市某某有限公司').state).toBe('sure');
    expect(read('name', '张余').state).toBe('sure');
  });

  test('a code that has not the form of its field is never sure', () => {
    const field = { type: 'code', form: /^J[YC]\d{14}$/ } as const;
    expect(judge(field, letters('JY13301060012345'), letters('JY13301060012345'), today).state).toBe('sure');
    expect(judge(field, letters('1Y13301060012345'), letters('1Y13301060012345'), today).state).toBe('unsure');
  });
});
