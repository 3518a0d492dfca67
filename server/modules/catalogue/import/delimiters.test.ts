/** Which delimiter a CSV has, when its cells are full of others. */
import { expect, test } from 'vitest';
import { readSheets } from './read-table.ts';

const cellsOf = async (text: string) =>
  (await readSheets(Buffer.from(text)))[0]!.rows.map(({ cells }) => cells.map((cell) => cell.text));

test('a delimiter inside quotation marks cuts nothing', async () => {
  for (const other of [';', '|', '\t']) {
    const materials = Array.from({ length: 12 }, (_, i) => `材料${i}`).join(other);
    const rows = Array.from({ length: 20 }, (_, i) => `事项${i},C-${i},"${materials}"`);
    const cells = await cellsOf(['事项名称,事项编码,申请材料', ...rows].join('\n'));
    expect(cells[1]).toEqual(['事项0', 'C-0', materials]);
    expect(cells.every(({ length }) => length === 3)).toBe(true);
  }
});

test('the header decides when cells without quotation marks are full of another delimiter', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `事项${i},C-${i},身份证;户口簿;照片;申请表`);
  expect((await cellsOf(['事项名称,事项编码,申请材料', ...rows].join('\n')))[1]).toHaveLength(3);
  const semicolons = Array.from({ length: 20 }, (_, i) => `Pièce ${i};C-${i};"a, b, c, d, e"`);
  expect((await cellsOf(['Service name;Code;Documents', ...semicolons].join('\n')))[1]).toHaveLength(3);
});

test('headings that nobody knows leave it to the evenness of the lines, inside quotation marks nothing counts', async () => {
  const rows = Array.from({ length: 20 }, (_, i) => `x${i},"a;b;c;d\n""e;f"""`);
  expect((await cellsOf(['foo,bar', ...rows].join('\n')))[1]).toEqual(['x0', 'a;b;c;d\n"e;f"']);
});
