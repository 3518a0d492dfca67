/** What the server says of an import in English, in Chinese on the screen. */
import { expect, test } from 'vitest';
import { sayIgnored, sayRowReason } from './import-reasons.ts';

test('rows of a sheet, and sheets that were left out', () => {
  expect(sayRowReason('on sheet "民政局": the name is empty', 'zh-CN')).toBe('工作表“民政局”：事项名称是空的');
  expect(sayRowReason('on sheet "民政局": the code is on line 4 of sheet "公安局" already', 'zh-CN')).toBe(
    '工作表“民政局”：实施编码和工作表“公安局”第 4 行重复',
  );
  expect(
    sayRowReason('a version is prepared for 2026-07-01: publish the change there or cancel it', 'zh-CN'),
  ).toContain('已有 2026-07-01 起施行的版本');
  expect(sayIgnored('sheet "说明": no column names the items', 'zh-CN')).toBe('工作表“说明”（没有事项名称这一列）');
  expect(sayIgnored('编号 (only counts the rows)', 'zh-CN')).toBe('编号（只是行的序号）');
  expect(sayIgnored('备注', 'zh-CN')).toBe('备注');
});
