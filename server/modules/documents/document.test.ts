import { canonical } from '#platform/canonical';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  correctionsOf,
  displayNumber,
  documentKinds,
  hashOfDocument,
  kindsOfDocument,
  numberPrefix,
} from './document.ts';
import { sayAmount, sayCapitals, sayDate, sayTime } from './drawing/paper.ts';
import { partsOfSeal } from './drawing/seal.ts';
import { cite, sayNumber } from './drawing/words.ts';
import { writePaper } from './drawing/write-paper.ts';
import { samples } from './samples.ts';
import { remediesFrom } from './serve-document.ts';
import { titleOf } from './title.ts';

describe('numbers', () => {
  test('look like those of an office', () => {
    expect(displayNumber(numberPrefix('acceptanceNotice', '云溪市监', 2026), 123)).toBe('云溪市监受〔2026〕第000123号');
  });

  test('of two kinds never meet', () => {
    const words = documentKinds.map((kind) => kindsOfDocument[kind].word);
    expect(new Set(words).size).toBe(documentKinds.length);
    // A short name that ends like a word must not make one kind's series out of another's.
    expect(numberPrefix('decisionGrant', '不', 2026)).toBe(numberPrefix('decisionRefuse', '', 2026));
    for (const word of words) expect(word).not.toBe('');
  });
});

describe('the hash', () => {
  const row = {
    id: '0197',
    kind: 'receipt',
    number: '云溪收〔2026〕第000001号',
    departmentId: null,
    subjectKind: 'case',
    subjectId: '0198',
    recipientId: null,
    data: { b: 1, a: [{ y: 'ü', x: undefined }] },
    templateVersion: 1,
    issuedAt: new Date('2026-06-10T01:30:00Z'),
  };

  test('does not depend on the order in which the database gives keys back', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const shuffled = JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
          inner !== null && typeof inner === 'object' && !Array.isArray(inner)
            ? Object.fromEntries(Object.entries(inner).reverse())
            : inner,
        ) as unknown;
        expect(canonical(shuffled)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test.each(['id', 'number', 'subjectId', 'recipientId', 'data', 'issuedAt'] as const)('changes with %s', (key) => {
    const other = key === 'issuedAt' ? new Date(0) : key === 'data' ? { a: 1 } : 'other';
    expect(hashOfDocument({ ...row, [key]: other })).not.toBe(hashOfDocument(row));
  });
});

describe('remedies', () => {
  test('run from service: 60 days and 6 months, moved to a working day (civil code art. 203)', () => {
    // 60 days after 10 June is 9 August, a Sunday; 6 months after is 10 December.
    expect(remediesFrom('2026-06-10')).toEqual({
      reviewUntil: '2026-08-10',
      actionUntil: '2026-12-10',
      provisional: false,
    });
    // The action would end on 1 May, a holiday: the next working day is after the days off.
    expect(remediesFrom('2025-10-31').actionUntil).toBe('2026-04-30');
    expect(remediesFrom('2025-11-01').actionUntil).toBe('2026-05-06');
  });

  test('that end in a year without a published calendar say so', () => {
    expect(remediesFrom('2026-09-01').provisional).toBe(true);
  });
});

describe('words', () => {
  test('days, times, numbers', () => {
    expect(sayDate('2026-06-05')).toBe('2026年6月5日');
    expect(sayTime('2026-06-10T17:05:00Z')).toBe('2026年6月11日1时05分');
    expect(sayTime('2026-06-10')).toBe('2026年6月10日');
    expect([2, 10, 12, 20, 32, 100, 105, 110, 119].map(sayNumber).join(' ')).toBe(
      '二 十 十二 二十 三十二 一百 一百零五 一百一十 一百一十九',
    );
    expect(
      cite([
        { law: '食品安全法', article: '35' },
        { law: '《城市道路管理条例》', article: '第三十条' },
      ]),
    ).toBe('《食品安全法》第三十五条、《城市道路管理条例》第三十条');
  });

  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [105, '壹元零伍分'],
    [150, '壹元伍角整'],
    [123456, '壹仟贰佰叁拾肆元伍角陆分'],
    [1000000, '壹万元整'],
    [1000100, '壹万零壹元整'],
    [10010000, '壹拾万零壹佰元整'],
    [100000000000, '壹拾亿元整'],
    [100000100, '壹佰万零壹元整'],
    [10100000, '壹拾万壹仟元整'],
  ])('%i fen are %s', (fen, words) => {
    expect(sayCapitals(fen)).toBe(words);
  });

  test('amounts keep their fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(Number(sayAmount(fen).replaceAll(',', '').replace('.', ''))).toBe(fen);
      }),
    );
  });

  test('the seal has the office around it and its kind below', () => {
    expect(partsOfSeal('云溪区市场监督管理局行政审批专用章')).toEqual({
      ring: '云溪区市场监督管理局',
      below: '行政审批专用章',
    });
    expect(partsOfSeal('云溪区民政局')).toEqual({ ring: '云溪区民政局', below: '' });
    expect(partsOfSeal('云溪区民政局专用章')).toEqual({ ring: '云溪区民政局', below: '专用章' });
  });
});

describe('each kind', () => {
  const paperOf = (kind: (typeof documentKinds)[number], data: object = samples[kind]) =>
    writePaper({
      kind,
      number: '云溪〔2026〕第000001号',
      data: data as Record<string, unknown>,
      templateVersion: 1,
      hash: '',
      verifyCode: 'code',
      issuedAt: new Date('2026-06-10T17:00:00Z'),
      publicUrl: 'https://example.gov.cn',
    });

  test.each(documentKinds)('%s says whose matter it is, and nothing undefined', (kind) => {
    const text = JSON.stringify(paperOf(kind));
    expect(text).not.toMatch(/undefined|null|NaN|\[object/);
    if (kind !== 'resultProof') expect(text).toContain(samples[kind].itemName);
    expect(paperOf(kind).issuedOn).toBe('2026-06-11');
  });

  test.each([
    ['acceptanceNotice', '第三十二条第一款第五项'],
    ['supplementNotice', '第三十二条第一款第四项'],
    ['noLicenceNeeded', '第三十二条第一款第一项'],
    ['referral', '第三十二条第一款第二项'],
    ['nonAcceptance', '第三十二条'],
    ['decisionGrant', '第三十八条第一款'],
    ['decisionRefuse', '第三十八条第二款'],
    ['extensionNotice', '第四十二条'],
    ['specialProcedureNotice', '第四十五条'],
    ['hearingOffer', '第四十七条'],
    ['hearingNotice', '第四十八条'],
    ['revocation', '第六十九条'],
    ['feeNotice', '第五十九条'],
  ] as const)('%s names its article, %s, and leaves it out for an item without a licence', (kind, article) => {
    expect(JSON.stringify(paperOf(kind).blocks)).toContain(`行政许可法》${article}`);
    const other = JSON.stringify(paperOf(kind, { ...samples[kind], licensing: false }));
    expect(other).not.toContain('行政许可');
  });

  test.each(documentKinds.filter((kind) => kindsOfDocument[kind].remedies && kind !== 'withdrawal'))(
    '%s tells the remedies',
    (kind) => {
      const text = JSON.stringify(paperOf(kind).blocks);
      expect(text).toContain('六十日内');
      expect(text).toContain('六个月内');
      expect(text).toContain('云溪区人民政府');
      expect(text).toContain('云溪区人民法院');
    },
  );

  test('a title of its own, and one without the word licence', () => {
    expect(titleOf('resultProof', { title: '户口登记证明' }).zh).toBe('户口登记证明');
    expect(titleOf('decisionRefuse', { licensing: false }).zh).toBe('不予办理决定书');
  });
});

describe('a notice of correction', () => {
  const doc = (id: string, kind: string, day: string, data: Record<string, unknown>) => ({
    id,
    kind,
    number: `第${id}号`,
    data,
    issuedAt: new Date(`${day}T02:00:00Z`),
  });
  const licence = doc('1', 'resultProof', '2026-06-10', { recipientName: '老章面馆' });
  const name = { what: '申请人', was: '老章面馆', is: '老张面馆' };
  const numbersFor = (...ofSubject: ReturnType<typeof doc>[]) =>
    correctionsOf(licence, [licence, ...ofSubject]).map(({ id }) => id);

  test('concerns what bears the name that it puts right, and what it names', () => {
    expect(numbersFor(doc('2', 'correction', '2026-06-11', { changes: [name] }))).toEqual(['2']);
    expect(numbersFor(doc('2', 'correction', '2026-06-11', { changes: [{ ...name, what: '店名' }] }))).toEqual(['2']);
    expect(numbersFor(doc('2', 'correction', '2026-06-11', { changes: [], ofNumber: '第1号' }))).toEqual(['2']);
  });

  test('concerns neither what came after it, nor what says nothing of what it changed, nor itself', () => {
    expect(numbersFor(doc('2', 'correction', '2026-06-09', { changes: [name] }))).toEqual([]);
    const area = { what: '面积', was: '80', is: '90' };
    expect(numbersFor(doc('2', 'correction', '2026-06-11', { changes: [area] }))).toEqual([]);
    expect(numbersFor(doc('2', 'decisionGrant', '2026-06-11', { changes: [name] }))).toEqual([]);
    const notice = doc('2', 'correction', '2026-06-11', { changes: [name], recipientName: '老章面馆' });
    expect(correctionsOf(notice, [licence, notice])).toEqual([]);
  });
});
