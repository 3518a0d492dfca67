/** Warnings at the workbench: a head sets the ladder, is warned on the screen, and answers what the service office asks. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sweepWarnings } from '#modules/warnings';
import { warningsContract } from '#modules/warnings/contract';
import { launchBrowser } from './harness/browser.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
});
afterAll(() => d?.close());

const asStaff = (who: keyof Staff, run: (page: Page) => Promise<void>): Promise<void> => openAs(browser, d, who, run);
/** Moves the clock of server and page to an instant; the session of before is over by then. */
async function moveTo(page: Page, at: Date, who: keyof Staff): Promise<void> {
  d.app.clock.set(at);
  await page.clock.setSystemTime(at);
  await d.signedIn(page, who);
}

describe('warnings', () => {
  it('follow the ladder that the head saves, and come onto the screen by themselves', async () => {
    await asStaff('head', async (page) => {
      await page.goto('/workbench/warnings');
      await page.getByText('按系统自带设置').waitFor();
      await look(page, 'ladder');
      await page.getByRole('button', { name: '单独设置' }).click();
      // A second rung of the same time is named at once, and cannot be saved.
      await page.getByLabel('工作日数').first().fill('1');
      await page.getByText('和前面的一级时间相同').waitFor();
      expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
      await page.getByLabel('工作日数').first().fill('3');
      await page.getByLabel('附一句话').first().fill('请先看现场核查');
      await page.getByRole('listitem').filter({ hasText: '承诺期限前 3 个工作日' }).waitFor();
      await look(page, 'ladder-editor');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText(/赵局长 今天 .*保存/).waitFor();
    });

    const { id, number } = await d.submitFood('accepted');
    await d.app.relay.drain();
    const warnings = () => d.app.call(d.staff.head, warningsContract.caseWarnings, { params: { id } });
    const { next } = await warnings();
    const whenHead = new Date(next.find(({ told }) => told.some(({ post }) => post === 'head'))!.at);
    const passed = new Date(next.find(({ about, days }) => about === 'target' && days === 1)!.at);

    await asStaff('head', async (page) => {
      await moveTo(page, whenHead, 'head');
      await page.goto('/workbench/notices');
      await page.getByText('没有提醒').waitFor();
      await look(page, 'notices-empty');
      await sweepWarnings(d.app.ground);
      await page.getByRole('link', { name: '提醒，1 条未读' }).waitFor();
      await look(page, 'notices');
      await page.getByRole('link', { name: new RegExp(number) }).click();
      await page.getByRole('heading', { name: '预警', exact: true }).waitFor();
      await page.getByText('按本部门单独设置的预警阶梯', { exact: false }).waitFor();
      await look(page, 'case-warnings');
      await page.getByRole('link', { name: '提醒', exact: true }).waitFor();
      await page.goto('/workbench/cases?warned=true');
      await page.getByRole('row', { name: new RegExp(number) }).waitFor();
    });

    await asStaff('office', async (page) => {
      await moveTo(page, passed, 'office');
      await page.goto(`/workbench/cases/${id}`);
      await page.getByRole('button', { name: '发督办单' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('要求说明或办理的事').fill('请说明超期原因，尽快办结');
      await look(page, 'reminder');
      await dialog.getByRole('button', { name: '发督办单' }).click();
      await page.getByText('等待部门负责人答复').waitFor();
      await page.goto('/workbench/warnings/faults');
      await page.getByText('没有问题').waitFor();
      await look(page, 'ladder-faults');
    });

    await asStaff('head', async (page) => {
      await moveTo(page, passed, 'head');
      await page.goto(`/workbench/cases/${id}`);
      await page.getByRole('button', { name: '答复', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('答复').fill('现场核查已安排，明日办结');
      await dialog.getByRole('button', { name: '答复', exact: true }).click();
      await page.getByText(/赵局长 答复/).waitFor();
      await look(page, 'reminder-answered');
    });
  });
});
