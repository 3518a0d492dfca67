/** Figures by group, a bulletin made and compared, and a suggestion on its way from the resident to its adoption. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { look as lookAtPortal, onPortal, phone } from './portal-page.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  for (let n = 0; n < 3; n++) await d.submitFood('accepted');
  await d.app.relay.drain();
});
afterAll(() => d?.close());

const asStaff = (who: keyof Staff, run: (page: Page) => Promise<void>): Promise<void> => openAs(browser, d, who, run);
/** Opens the dialog of a step, says the words, and waits until it is done. */
async function step(page: Page, verb: string, label: string, text: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).click();
  const dialog = page.getByRole('dialog');
  if (verb === '派单') {
    await dialog.getByLabel('承办部门').fill('市场');
    await page.keyboard.press('Enter');
  }
  if (verb === '提交计划') await dialog.getByLabel('计划完成日期').fill('2026-12-31');
  await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe('the service office', () => {
  it('compares groups and opens the cases of a cell', async () => {
    await asStaff('office', async (page) => {
      await page.goto('/workbench/figures');
      await page.getByRole('link', { name: '分组比较' }).click();
      await page.getByRole('rowheader', { name: '市场监管' }).waitFor();
      await look(page, 'figure-table');
      await page.getByRole('link', { name: '查看收件数的办件' }).first().click();
      await page.getByRole('heading', { name: '收到的办件' }).waitFor();
    });
  });

  it('makes a bulletin, makes it again, and sees that nothing has changed', async () => {
    await asStaff('office', async (page) => {
      await page.goto('/workbench/bulletins');
      await page.getByText('还没有月报').waitFor();
      for (const edition of ['第1版', '第2版']) {
        await page.getByRole('button', { name: '生成月报' }).click();
        await page.getByRole('dialog').getByRole('button', { name: '生成月报' }).click();
        await page.getByText(edition, { exact: true }).waitFor();
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
      await look(page, 'bulletins');
      await page.getByText('第2版', { exact: true }).click();
      await page.getByText('各项月度指标与上一版一致。').waitFor();
      const [pdf, word] = await Promise.all(
        ['PDF', 'Word'].map((name) => page.getByRole('link', { name, exact: true }).getAttribute('href')),
      );
      const files = await Promise.all([pdf, pdf, word, word].map((href) => page.request.get(href!)));
      const [first, again, doc, docAgain] = await Promise.all(files.map((file) => file.body()));
      expect(first!.equals(again!) && doc!.equals(docAgain!)).toBe(true);
      await look(page, 'bulletin');
    });
  });
});

describe('a suggestion', () => {
  it('goes from the portal to its adoption, and its maker reads the answer', async () => {
    const pocket = { ...phone, reducedMotion: 'reduce' as const, as: d.resident };
    await onPortal({ browser, district: d }, pocket, async (page) => {
      await page.goto('/suggestions');
      await page.getByRole('button', { name: '提交建议' }).click();
      await page.getByText('请填写一句话说明建议').waitFor();
      await page.getByLabel('一句话说明建议').fill('平面图给个样例');
      await page.getByLabel('具体情况和想法').fill('不知道平面图要画到什么程度，退了两次。');
      await page.getByRole('button', { name: '提交建议' }).click();
      await page.getByRole('heading', { name: '平面图给个样例' }).waitFor();
      await lookAtPortal(page, 'suggestions');
    });
    const open = async (page: Page): Promise<void> => {
      await page.goto('/workbench/improvements');
      await page.getByText('平面图给个样例').click();
      await page.getByRole('heading', { name: '办理过程' }).waitFor();
    };
    await asStaff('office', async (page) => {
      await page.goto('/workbench/improvements');
      await page.getByText('平面图给个样例').waitFor();
      await look(page, 'improvements');
      await open(page);
      await step(page, '派单', '派单说明', '请研究');
    });
    await asStaff('head', async (page) => {
      await open(page);
      await step(page, '接单', '备注', '收到');
      await step(page, '提交计划', '改进措施', '指南附样例图');
      await step(page, '报告完成', '完成情况', '样例图已上线');
      await look(page, 'improvement');
    });
    await asStaff('office', async (page) => {
      await open(page);
      await step(page, '核验通过', '核验情况', '已核实');
      await step(page, '采纳并答复', '给建议人的答复', '已采纳，感谢您');
      await page.getByText('已采纳，感谢您').waitFor();
    });
    await onPortal({ browser, district: d }, pocket, async (page) => {
      await page.goto('/suggestions');
      await page.getByRole('button', { name: /查看进展/ }).click();
      await page.getByText('已采纳，感谢您').waitFor();
    });
  });
});
