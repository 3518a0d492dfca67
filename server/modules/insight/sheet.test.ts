import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { safeCell, toCsv, toXlsx } from './sheet.ts';

const nasty = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '－2',
  '=HYPERLINK("http://x")',
  "=cmd|' /C calc'!A0",
];

test('what begins like a formula is text', () => {
  for (const text of nasty) expect(safeCell(text)).toBe(`'${text}`);
  for (const cell of ['陈小满', '330199-2026-0000001', 'a=b', "'quoted", '', -5, 0, null])
    expect(safeCell(cell)).toBe(cell);
});

test('CSV keeps Chinese, commas, quotes and line ends, and has no formula', async () => {
  const rows = [...nasty.map((text) => [text, 1]), ['逗号,引号"和\n换行', null]];
  const bytes = await toCsv(['名称', '=数'], rows);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const read = parse(bytes, { bom: true }) as string[][];
  expect(read.slice(1, -1).map(([text]) => text)).toEqual(nasty.map((text) => `'${text}`));
  expect(read.at(-1)).toEqual(['逗号,引号"和\n换行', '']);
});

test('a workbook opens, with numbers as numbers and no formula', async () => {
  const rows = Array.from({ length: 1_200 }, (_, i) => [nasty[i % nasty.length]!, i]);
  const bytes = await toXlsx('收件/数', ['名称', '数'], rows);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  expect(sheet.rowCount).toBe(1_201);
  expect(sheet.getCell('B3').value).toBe(1);
  sheet.eachRow((row) => row.eachCell((cell) => expect(cell.type).not.toBe(ExcelJS.ValueType.Formula)));
});
