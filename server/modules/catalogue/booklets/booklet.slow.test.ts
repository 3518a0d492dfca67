/** Booklets as they lie on paper: every number in the contents and in the index is the page on which the thing stands. */
import { expect, test } from 'vitest';
import type { ItemBody } from '../item.ts';
import { plainItem } from '../items/plain-item.ts';
import { sayWeek } from '../items/say-week.ts';
import type { Booklet } from './content.ts';
import { drawBooklet } from './draw-booklet.ts';
import { Paper } from './paper.ts';

const bodyOf = (name: string, i: number): ItemBody => ({
  ...plainItem(name),
  conditions: Array.from({ length: i % 5 }, (_, n) => `第${n + 1}个条件，${'说明'.repeat((i * 7) % 60)}。`),
  procedure: ['申请', '受理', '审查', '决定'],
});

const booklet = (count: number): Booklet => ({
  districtName: '云溪区',
  title: '办事指南',
  subtitle: '测试',
  day: '2026-06-10',
  sections: ['甲局', '乙局', '丙局'].map((title, s) => ({
    title,
    guides: Array.from({ length: count }, (_, i) => ({
      code: `C-${s}-${i}`,
      body: bodyOf(`${'东西南北中'[i % 5]}方事项${s}${String(i).padStart(3, '0')}号`, i),
      departmentName: title,
      departmentTelephone: '0571-88000000',
      places: '云溪区政务服务中心',
    })),
  })),
  units: ['甲局', '乙局', '丙局'].map((name) => ({
    name: `${name}窗口`,
    telephone: '0571-88000000',
    entries: Array.from({ length: count }, (_, i) => ({
      name: `事项${i}`,
      legalName: `法定名称很长很长的事项${i}`,
      places: '云溪区政务服务中心',
      telephone: '12345',
    })),
  })),
  places: [
    {
      name: '云溪区政务服务中心',
      kind: '政务服务大厅',
      address: '文渊路1号',
      telephone: '12345',
      hours: '周一至周五 09:00–17:00',
      items: '全部',
    },
  ],
});

interface Put {
  text: string;
  page: number;
  x: number;
  y: number;
}

async function draw(of: Booklet): Promise<{ puts: Put[]; pdf: string; contentsFrom: number; pages: number }> {
  const paper = new Paper({ title: of.title, author: of.districtName, day: of.day });
  const puts: Put[] = [];
  const put = paper.put.bind(paper);
  paper.put = (text, x, y) => {
    puts.push({ text, page: paper.pageNumber, x, y });
    put(text, x, y);
  };
  let contentsFrom = 0;
  const move = paper.movePages.bind(paper);
  paper.movePages = (from, to) => {
    contentsFrom = from + 1;
    move(from, to);
  };
  const bytes: Buffer[] = [];
  paper.doc.on('data', (part: Buffer) => bytes.push(part));
  const ended = new Promise((resolve) => paper.doc.on('end', resolve));
  await drawBooklet(of, paper);
  await ended;
  return { puts, pdf: Buffer.concat(bytes).toString('latin1'), contentsFrom, pages: paper.pageNumber };
}

/** Number and text on the same line of the same column. */
const numbered = (puts: readonly Put[]): { text: string; number: number }[] =>
  puts.flatMap(({ text, page, y }, i) => {
    const next = puts[i + 1];
    return next && next.page === page && next.y === y && /^\d+$/.test(next.text) && !/^\d+$/.test(text)
      ? [{ text, number: Number(next.text) }]
      : [];
  });

test('contents and index name the pages on which things stand', async () => {
  const { puts, contentsFrom } = await draw(booklet(40));
  const body = puts.filter(({ page }) => page < contentsFrom);
  const contents = numbered(puts.filter(({ page }) => page >= contentsFrom));
  // The cover has no number: page 1 is the second one that is drawn.
  const pageOf = (text: string): number[] =>
    body.filter((one) => one.text === text && !/^\d/.test(text)).map(({ page }) => page - 1);
  expect(contents.length).toBeGreaterThan(120);
  for (const { text, number } of contents) expect(pageOf(text), text).toContain(number);
  const indexAt = contents.at(-1)!;
  expect(indexAt.text).toBe('索引（按拼音）');
  const index = numbered(body.filter(({ page }) => page - 1 >= indexAt.number)).filter(({ text }) =>
    text.includes('方事项'),
  );
  expect(index).toHaveLength(120);
  for (const { text, number } of index) expect(pageOf(text), text).toContain(number);
  const letters = index.map(({ text }) => text[0]);
  expect([...new Set(letters)]).toEqual(['北', '东', '南', '西', '中']);
  // What stands at the foot of each page is its number.
  const feet = body.filter(({ y, text }) => y > 790 && /^\d+$/.test(text));
  for (const { text, page } of feet) expect(Number(text)).toBe(page - 1);
});

test('A4, the contents behind the cover, nothing beyond the margins', async () => {
  const { puts, pdf, pages, contentsFrom } = await draw(booklet(40));
  expect(pdf.startsWith('%PDF-1.7')).toBe(true);
  expect(pdf.match(/\/MediaBox \[0 0 595.28 841.89\]/g)).toHaveLength(pages);
  for (const { y, x, text } of puts) {
    expect(x, text).toBeGreaterThan(50);
    expect(y, text).toBeLessThan(810);
  }
  // The contents are drawn last, as the numbers of their objects tell, and come second.
  const kids = /\/Kids \[([^\]]+)\]/
    .exec(pdf)![1]!
    .trim()
    .split(/ 0 R ?/)
    .filter(Boolean)
    .map(Number);
  expect(kids).toHaveLength(pages);
  const count = pages - contentsFrom + 1;
  const contents = kids.slice(1, 1 + count);
  expect(contents).toEqual(contents.toSorted((a, b) => a - b));
  expect(contents[0]).toBeGreaterThan(Math.max(kids[0]!, ...kids.slice(1 + count)));
});

test('a directory without guides has places and no index', async () => {
  const { puts } = await draw({ ...booklet(3), sections: [] });
  const texts = puts.map(({ text }) => text);
  expect(texts).toContain('办公时间 周一至周五 09:00–17:00（法定节假日除外）');
  expect(texts).not.toContain('索引（按拼音）');
});

test('a week in words', () => {
  const day = (weekday: number, opens: string, closes: string) => ({ weekday, opens, closes });
  const week = [1, 2, 3, 4, 5].flatMap((one) => [day(one, '13:30', '17:00'), day(one, '09:00', '12:00')]);
  expect(sayWeek([...week, day(6, '09:00', '12:00')])).toEqual({
    zh: '周一至周五 09:00–12:00、13:30–17:00；周六 09:00–12:00',
    en: 'Mon–Fri 09:00–12:00, 13:30–17:00; Sat 09:00–12:00',
  });
  expect(sayWeek([]).zh).toBe('');
});
