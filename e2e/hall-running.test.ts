/** Running a hall: who may change and close windows, who sets it up, and what is done although somebody waits or the day is full. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { listDepartments } from '#modules/offices';
import { officesContract } from '#modules/offices/contract';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { anyMatter, openHall } from './opened-hall.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let outletId: string;
let errandId: string;
let windowId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  const opened = await openHall(d, [anyMatter], [{ number: 'A01', zone: anyMatter.zone }]);
  outletId = opened.outletId;
  errandId = opened.errandIds[0]!;
  windowId = opened.windowIds[0]!;
  await d.app.call(d.staff.clerk, hallContract.openWindow, { params: { id: windowId } });
});
afterAll(() => d?.close());

/** The way back keeps the hall that was chosen. */
const back = async (page: Page): Promise<void> =>
  expect(await page.locator('.yc-page-back').getAttribute('href')).toBe(`/workbench/hall?hall=${outletId}`);

it('lets a head run the windows of the own department, and an administrator set the hall up', async () => {
  const { app, staff } = d;
  const market = (await listDepartments(app.ground.db)).find(({ key }) => key === 'market-supervision')!.id;
  const window = { outletId, number: 'M01', zone: 'A 综合受理', name: '市场监管', nameEn: 'Market supervision' };
  await app.call(staff.office, officesContract.createWindow, {
    body: { ...window, kind: 'special', departmentId: market },
  });
  await openAs(browser, d, 'head', async (page) => {
    await page.goto('/workbench/hall');
    await page.getByRole('button', { name: '改业务 M01' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: /A1 综合受理/ }).check();
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByRole('button', { name: /^改业务/ }).count()).toBe(1);
  });
  await openAs(browser, d, 'admin', async (page) => {
    await page.goto('/workbench');
    await page.getByRole('link', { name: '大厅', exact: true }).first().click();
    await page.getByRole('link', { name: '屏幕和告示' }).click();
    await page.getByRole('button', { name: '添加屏幕' }).waitFor();
    await back(page);
    await page.goto('/workbench/hall');
    await look(page, 'hall-admin');
    await page.getByRole('link', { name: '设置', exact: true }).click();
    await page.getByRole('button', { name: '添加业务' }).waitFor();
    await back(page);
  });
});

it('closes a window although who is called there would wait for nobody', async () => {
  const { app, staff } = d;
  // Called, so that the page counts nobody any more.
  const body = { actionId: newId(), errandId };
  await app.call(staff.clerk, hallContract.issueTicket, { params: { id: outletId }, body });
  await app.call(staff.clerk, hallContract.callNext, { body: { actionId: newId() } });
  await openAs(browser, d, 'office', async (page) => {
    await page.goto('/workbench/hall');
    await page.getByRole('button', { name: '关闭 A01' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('.ant-btn-primary').click();
    await dialog.getByText(/没有别的窗口在办/).waitFor();
    await dialog.getByRole('checkbox', { name: '1 人在等，没有别的窗口能办：仍要关闭' }).check();
    await look(page, 'hall-close');
    await dialog.locator('.ant-btn-primary').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '关闭 A01' }).waitFor({ state: 'hidden' });
  });
});

it('gives a party a ticket for which the day has no room, when that is meant', async () => {
  const { app, staff } = d;
  app.clock.set('2026-06-10T16:00:00+08:00');
  await app.call(staff.clerk, hallContract.openWindow, { params: { id: windowId } });
  await openAs(browser, d, 'clerk', async (page) => {
    await page.goto('/workbench/desk');
    await page.locator('.desk-acts').first().waitFor();
    await page.keyboard.press('g');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('办什么').click();
    // Enough room for one.
    await page.getByTitle(/^A1 综合受理 · \d+ 人$/).click();
    await dialog.getByLabel('几个人一起办').fill('20');
    await dialog.getByRole('button', { name: '发号并打印' }).click();
    await dialog.getByText('今天剩下的时间已经排满，请预约').waitFor();
    await dialog.getByRole('checkbox', { name: /仍要发号/ }).check();
    await look(page, 'desk-issue-full');
    await page.evaluate(() => (window.print = () => dispatchEvent(new Event('afterprint'))));
    await dialog.getByRole('button', { name: '发号并打印' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });
});
