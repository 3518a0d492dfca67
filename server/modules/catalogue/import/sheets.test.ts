/** Workbooks with several sheets: which are lists, whose they are, and how their rows are told. */
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readItems } from './plan.ts';
import { readSheets } from './read-table.ts';
import { headerOfAll, openLists } from './sheets.ts';

async function open(sheets: Record<string, (string | number)[][]>, isDepartment?: (name: string) => boolean) {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows);
  const read = await readSheets(Buffer.from(await book.xlsx.writeBuffer()));
  return openLists(read, undefined, isDepartment ? { isDepartment } : {});
}
const header = ['事项名称', '实施编码'];

test('every sheet that names items is taken, and its name is the office when no column says it', async () => {
  const { lists, leftOut } = await open(
    {
      说明: [['请按部门分页填写']],
      区公安局: [header, ['居住证办理', 'G-1'], ['', 'G-2'], ['犬只登记', 'G-3']],
      民政: [header, ['结婚登记', 'M-1'], ['养犬', 'G-3']],
      乡镇: [
        [...header, '部门'],
        ['宅基地审批', 'X-1', '东溪镇'],
      ],
      其他: [header, ['别的', 'Q-1']],
      空表: [header],
      汇总: [
        ['事项名称', '数量'],
        ['居住证办理', 3],
      ],
      字典: [
        ['名称', '代码'],
        ['行政许可', 'XK'],
      ],
    },
    (name) => name === '民政',
  );
  const { items, rejected } = readItems(lists);
  expect(items.map(({ sheet, line, fields: { code, department } }) => [sheet, line, code, department])).toEqual([
    ['区公安局', 2, 'G-1', '区公安局'],
    ['区公安局', 4, 'G-3', '区公安局'],
    ['民政', 2, 'M-1', '民政'],
    ['乡镇', 2, 'X-1', '东溪镇'],
    ['其他', 2, 'Q-1', undefined],
  ]);
  expect(rejected).toEqual([
    { sheet: '区公安局', line: 3, column: '事项名称', reason: 'the name is empty', code: 'G-2' },
    {
      sheet: '民政',
      line: 3,
      column: '实施编码',
      reason: 'the code is on line 4 of sheet "区公安局" already',
      code: 'G-3',
    },
  ]);
  expect(leftOut).toEqual([
    { sheet: '说明', why: 'no column names the items' },
    { sheet: '空表', why: 'no rows below the header' },
    { sheet: '汇总', why: 'no column holds the codes' },
    { sheet: '字典', why: 'its headings may mean something else' },
  ]);
  expect(headerOfAll(lists).columns.map(({ field }) => field)).toEqual(['name', 'code', 'department']);
});

test('a workbook with one list names no sheet beside its lines', async () => {
  const { lists } = await open({ Sheet1: [header, ['结婚登记', '']], 全部: [] });
  expect(readItems(lists).rejected).toEqual([{ line: 2, column: '实施编码', reason: 'the code is empty' }]);
});
