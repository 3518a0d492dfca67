import { setTimeout as wait } from 'node:timers/promises';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { changesSince, monthOf, monthsBack, type BulletinData, type BulletinFigure } from './bulletin.ts';
import { sayMove, sayMoved, sayValue, summaryOf } from './sentences.ts';
import { wordFile } from './word-file.ts';
import { writeBulletin } from './write-bulletin.ts';

const figure = (some: Partial<BulletinFigure>): BulletinFigure => ({
  id: 'received',
  kind: 'count',
  unit: null,
  now: false,
  name: { 'zh-CN': '收件数', en: 'Received' },
  definition: { 'zh-CN': '期间内提交的办件。', en: 'Cases handed in.' },
  here: { numerator: 1_204, denominator: null },
  before: { numerator: 1_167, denominator: null },
  yearAgo: null,
  ...some,
});
const share = { kind: 'share', name: { 'zh-CN': '网办率', en: 'Online share' }, id: 'online' } as const;
const data: BulletinData = {
  scope: { 'zh-CN': '全区', en: 'Yunxi District' },
  issuer: { 'zh-CN': '云溪区', en: 'Yunxi District' },
  from: '2026-05-01',
  to: '2026-05-31',
  partial: false,
  figures: [figure({}), figure({ ...share, here: { numerator: 3, denominator: 4 }, before: null })],
  byDepartment: [],
  byTown: [{ key: 'a', name: { 'zh-CN': '清河镇', en: 'Qinghe' }, received: 9, closed: 0, online: 0, inTime: 0, decided: 0, visits: 0 }],
  byItem: [],
  months: [{ month: '2026-05', received: 1_204, closed: 900 }],
  changes: [],
}; // prettier-ignore
const edition = {
  month: '2026-05',
  edition: 2,
  asOf: '2026-06-02T01:30:00.000Z',
  templateVersion: 1,
  data,
  hash: 'ab',
};

test('months', () => {
  expect(monthOf('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(monthsBack('2026-01', 1)).toBe('2025-12');
  expect(monthsBack('2026-05', 12)).toBe('2025-05');
});

test('a figure says how it moved in its own measure', () => {
  expect(sayMove(figure({}), 'before', 'zh-CN')).toBe('较上月上升3.2%');
  expect(sayMove(figure({}), 'yearAgo', 'zh-CN')).toBe('上年同月无可比数据');
  const [here, before] = [
    { numerator: 984, denominator: 1_000 },
    { numerator: 989, denominator: 1_000 },
  ];
  expect(sayMove(figure({ ...share, here, before }), 'before', 'zh-CN')).toBe('较上月下降0.5个百分点');
  expect(sayMove(figure({ ...share, here, before }), 'before', 'en')).toBe('0.5 points below the month before');
  expect(sayMove(figure({ ...share, here, before: here }), 'before', 'zh-CN')).toBe('与上月持平');
  expect(sayMove(figure({ before: { numerator: 0, denominator: null } }), 'before', 'zh-CN')).toBe('上月无可比数据');
  expect(sayMoved(figure({}), 'before', 'zh-CN')).toBe('上升3.2%');
  expect(sayMoved(figure({ ...share, here, before }), 'before', 'en')).toBe('−0.5 points');
  expect(sayMoved(figure({}), 'yearAgo', 'zh-CN')).toBe('–');
  const visits = { kind: 'average', unit: 'visit' } as const;
  expect(sayValue(visits, { numerator: 42, denominator: 100 }, 'zh-CN')).toBe('0.42次');
  // Nothing to divide by is nothing, not 100 %.
  expect(sayValue(share as never, { numerator: 0, denominator: 0 }, 'zh-CN')).toBe('无');
});

test('the summary is whole sentences with the numbers behind each share', () => {
  const [first, second] = summaryOf('2026-05', data, '2026年6月2日9时30分', 'zh-CN', 2);
  expect(first).toBe('2026年5月，全区收件数1,204件，较上月上升3.2%，上年同月无可比数据。');
  expect(second).toBe('网办率75.0%（3/4），上月无可比数据，上年同月无可比数据。');
});

test('an edition keeps the words of the template that it bears', () => {
  const last = (template: number) => summaryOf('2026-05', data, '…', 'zh-CN', template).at(-1);
  expect(last(1)).toContain('全月无超期办件。');
  expect(last(2)).toContain('目前没有超期在办件，本月没有超期办结件。');
  expect(last(3)).toContain('目前没有超法定期限在办件，本月没有超法定期限办结件。');
  const drawn = (version: number) => JSON.stringify(writeBulletin({ ...edition, templateVersion: version }, 'zh-CN'));
  expect(drawn(1)).toContain('"较上月上升3.2%"');
  expect(drawn(2)).toContain('"上升3.2%"');
});

test('an edition says what the one before it said otherwise, and nothing of what is as of now', () => {
  const open = figure({ id: 'open', now: true });
  const earlier = { ...data, figures: [figure({ here: { numerator: 1_200, denominator: null } }), open] };
  const found = changesSince(earlier, [figure({}), { ...open, here: { numerator: 1, denominator: null } }]);
  expect(found?.map(({ figure: id, before, here }) => [id, before.numerator, here.numerator])).toEqual([
    ['received', 1_200, 1_204],
  ]);
  expect(changesSince(undefined, [figure({})])).toBe(null);
});

test('a Word file is the same bytes whenever it is made, and says what the bulletin says', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const first = await wordFile(writeBulletin(edition, language));
    // The clock of a zip has steps of two seconds: another one must not show.
    await wait(2_100);
    const second = await wordFile(writeBulletin(edition, language));
    expect(Buffer.from(second).equals(first)).toBe(true);
    const parts = unzipSync(first);
    const text = new TextDecoder().decode(parts['word/document.xml']);
    expect(text).toContain('1,204');
    expect(text).toContain(language === 'zh-CN' ? '清河镇' : 'Qinghe');
    expect(new TextDecoder().decode(parts['docProps/core.xml'])).toContain('2026-06-02T01:30:00Z');
  }
});
