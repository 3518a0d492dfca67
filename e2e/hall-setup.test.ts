/** A hall is set up on screens alone: opened, its rule set, an errand and a printer added and tried, a ticket printed from the desk, the errand retired. */
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { listOutlets } from '#modules/offices';
import { officesContract } from '#modules/offices/contract';
import { LoopbackPrinter } from '../server/modules/hall/printing/printer-testing.ts';
import { printDue } from '../server/modules/hall/printing/print-tickets.ts';
import { launchBrowser } from './harness/browser.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let printer: LoopbackPrinter;
let port: number;
let hall: { id: string; name: string };
let windowId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  hall = (await listOutlets(d.app.ground.db)).find(({ kind }) => kind === 'hall')!;
  const window = { outletId: hall.id, number: 'A01', zone: 'A 综合受理', name: '综合受理', nameEn: 'Any matter' };
  ({ id: windowId } = await d.app.call(d.staff.office, officesContract.createWindow, {
    body: { ...window, kind: 'general', departmentId: null },
  }));
  printer = new LoopbackPrinter();
  port = await printer.start();
});
afterAll(async () => {
  await d?.close();
  await printer?.stop();
});

it('is opened, given a rule, an errand and a printer', async () => {
  await openAs(browser, d, 'office', async (page) => {
    await page.goto('/workbench/hall');
    await page.getByText('还没有大厅开通取号').waitFor();
    await page.getByRole('combobox', { name: '让别的网点也能取号' }).click();
    await page.getByTitle(hall.name).click();
    await page.getByText('这个网点还不取号').waitFor();
    await look(page, 'hall-setup-new');
    // What the rule promises follows as it is edited.
    await page.getByText('晚来 60 分钟以上').waitFor();
    await page.getByLabel('预约的人在约定时间前排队（分钟）').fill('90');
    await page.getByText('晚来 105 分钟以上').waitFor();
    await page.getByText('超过一小时了').waitFor();
    await page.getByLabel('预约的人在约定时间前排队（分钟）').fill('30');
    await page.getByText('晚来 45 分钟以上').waitFor();
    await page.getByRole('button', { name: '开通取号' }).click();

    await page.getByRole('button', { name: '添加业务' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '添加业务' }).click();
    await dialog.getByText('请写一个大写字母').waitFor();
    await look(page, 'hall-setup-errand');
    await dialog.getByLabel('号码开头的字母').fill('a1');
    await dialog.getByLabel(/^名称/).fill('综合受理');
    await dialog.getByLabel('英文名称').fill('Any matter');
    await dialog.getByRole('button', { name: '添加业务' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('没有窗口办').waitFor();

    await page.getByRole('button', { name: '添加打印机' }).click();
    await dialog.getByLabel('名称（放在哪里）').fill('咨询台');
    await dialog.getByLabel('地址').fill('127.0.0.1');
    await dialog.getByLabel(/^端口/).fill(String(port));
    await dialog.getByRole('button', { name: '添加打印机' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '打印测试页 咨询台' }).click();
    await page.getByText('测试页已打出').waitFor();
    expect(printer.slips).toHaveLength(1);
    await page.locator('.hall-changes li', { hasText: '咨询台' }).waitFor();
    await look(page, 'hall-setup');
    for (const [width, height] of [
      [390, 844],
      [1920, 1080],
    ] as const) {
      // prettier-ignore
      await page.setViewportSize({ width, height });
      await look(page, 'hall-setup');
    }
  });
});

it('prints a ticket from the desk, once more as a copy, and says when there is no paper', async () => {
  const { app, staff } = d;
  const { errands } = await app.call(staff.office, hallContract.showSetup, { params: { id: hall.id } });
  await app.call(staff.office, hallContract.setDuty, { params: { id: windowId }, body: { errandIds: [errands[0]!.id] } }); // prettier-ignore
  await app.call(staff.clerk, hallContract.openWindow, { params: { id: windowId } });
  const slips = printer.slips.length;
  await openAs(browser, d, 'clerk', async (page) => {
    await page.goto('/workbench/desk');
    await page.getByText('窗口空闲').waitFor();
    const choose = async (): Promise<void> => {
      await page.keyboard.press('g');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('办什么').click();
      await page.getByTitle(/^A1 综合受理/).click();
      await dialog.getByLabel('用哪台打印机').waitFor();
    };
    const give = async (): Promise<void> => {
      await choose();
      await look(page, 'desk-issue-printer');
      await page.getByRole('dialog').getByRole('button', { name: '发号并打印' }).click();
      await page.locator('.desk-given').waitFor();
    };
    await give();
    expect(await printDue(app.ground)).toBe(1);
    await page.getByText('咨询台已打出').waitFor();
    await look(page, 'desk-given');
    await page.getByRole('button', { name: '再打一张（副本）' }).click();
    await page.getByText('正在打印…').waitFor();
    expect(await printDue(app.ground)).toBe(1);
    await page.getByText('咨询台已打出').waitFor();
    const [first, copy] = printer.slips.slice(slips);
    expect(first!.lines).toContain('A1001');
    expect([first!, copy!].map(({ lines }) => lines.includes('副本 COPY'))).toEqual([false, true]);
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();

    printer.paperOut = true;
    await give();
    expect(await printDue(app.ground)).toBe(0);
    await page.getByText('咨询台没有出纸').waitFor();
    await page.locator('.desk-given').getByText('A1002').waitFor();
    await look(page, 'desk-given-not');
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
    printer.paperOut = false;

    // The answer is lost and the clerk closes the dialog: whoever comes next for the same gets a number of their own.
    const lose = async (route: Route): Promise<void> => {
      await route.fetch();
      await route.abort('aborted');
    };
    await page.route('**/hall/places/*/tickets', lose, { times: 1 });
    await choose();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '发号并打印' }).click();
    await dialog.getByRole('alert').getByText('网络不通').waitFor();
    await dialog.getByRole('button', { name: '取消' }).click();
    await give();
    await page.locator('.desk-given').getByText('A1004').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '完成' }).click();
  });
});

it('says which of its changes are shown, and shows the others', async () => {
  const { app, staff } = d;
  const { place, changesInAll } = await app.call(staff.office, hallContract.showSetup, { params: { id: hall.id } });
  for (let n = changesInAll; n < 51; n++)
    await app.call(staff.office, hallContract.savePlace, {
      params: { id: hall.id },
      body: { ...place!, daysAhead: 14 + ((n - changesInAll + 1) % 2) },
    });
  await openAs(browser, d, 'office', async (page) => {
    await page.goto(`/workbench/hall/${hall.id}/setup`);
    await page.getByText('第 1–50 条，共 51 条').waitFor();
    await page.getByRole('button', { name: '较早的' }).click();
    await page.getByText('第 51–51 条，共 51 条').waitFor();
    // The first of all: the hall was opened.
    await page.locator('.hall-changes li', { hasText: '新增' }).waitFor();
    expect(await page.locator('.hall-changes li').count()).toBe(1);
    await look(page, 'hall-setup-changes');
  });
});

it('is retired while people wait only when that is meant', async () => {
  await openAs(browser, d, 'office', async (page) => {
    await page.goto(`/workbench/hall/${hall.id}/setup`);
    await page.getByRole('button', { name: '停办 A1 综合受理' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '停办', exact: true }).click();
    await dialog.getByText('现在还有人在等或已预约这项业务').waitFor();
    await dialog.getByRole('checkbox', { name: /还有 4 个号没办完/ }).check();
    await look(page, 'hall-setup-retire');
    await dialog.getByRole('button', { name: '停办', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('已停办', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '恢复 A1 综合受理' }).click();
    await page.getByRole('button', { name: '停办 A1 综合受理' }).waitFor();
  });
});
