/** Tidal windows on a phone: an advice, one tap, the clerk who is asked opens the window, and what it brought. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardWindows } from '#modules/hall';
import { hallContract } from '#modules/hall/contract';
import { createAccount, givePost } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { saveCounted, watchHall } from '#modules/tides';
import { tidesContract as ops } from '#modules/tides/contract';
import { shanghaiDay } from '#platform/clock';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot, withPage } from './harness/journey.ts';
import { openHall } from './opened-hall.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let outletId: string;
let errandId: string;
const windows: string[] = [];
let other: string;
const zone = 'D 社保与医保';

/** Whether windows let anybody in. */
let isLetIn = true;
guardWindows('tides.e2e', (_, __, asked) =>
  Promise.resolve(asked.map(() => (isLetIn ? undefined : { zh: '还在培训', en: 'Still being trained' }))),
);

beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  await prepare();
});
afterAll(() => d?.close());

/** Two windows: a colleague sits at one; the clerk was at the other this morning; more people wait than on the Wednesdays before. */
async function prepare(): Promise<void> {
  const { app, staff } = d;
  const insurance = { name: '社会保险', nameEn: 'Social insurance', zone };
  const opened = await openHall(
    d,
    [{ prefix: 'D1', ...insurance }],
    ['D41', 'D42'].map((number) => ({ number, ...insurance })),
  );
  outletId = opened.outletId;
  errandId = opened.errandIds[0]!;
  windows.push(...opened.windowIds);
  const at = app.clock.now();
  const parts = Array.from({ length: 34 }, (_, i) => 34 + i);
  await app.ground.db.transaction((tx) => {
    other = createAccount(tx, at, { loginName: 'zhou', name: '周青', staff: true });
    givePost(tx, at, other, { role: 'clerk', departmentId: null, outletId });
    for (const day of ['2026-06-03', '2026-05-27', '2026-05-20', '2026-05-13'])
      saveCounted(
        tx,
        outletId,
        day,
        {
          work: parts.map((part) => ({
            part,
            errandId,
            came: 2,
            called: 2,
            waitedSeconds: 720,
            served: 2,
            keptSeconds: 1_080,
          })),
          windows: parts.map((part) => ({ part, zone, staffedSeconds: 900, busySeconds: 700 })),
          spreads: [{ zone, seconds: Array.from({ length: 20 }, (_, i) => 300 + i * 24) }],
          practice: [staff.clerk, other].map((accountId) => ({ accountId, errandId })),
        },
        at,
      );
  });
  await app.call(other, hallContract.openWindow, { params: { id: windows[0]! } });
  await app.call(staff.clerk, hallContract.openWindow, { params: { id: windows[1]! } });
  await app.call(staff.clerk, hallContract.leaveWindow, { body: {} });
  for (let i = 0; i < 18; i++) await ticket();
}
const ticket = () =>
  d.app.call(d.staff.clerk, hallContract.issueTicket, {
    params: { id: outletId },
    body: { actionId: newId(), errandId },
  });

/** The windows work on: each person takes ten minutes. */
async function work(clerks: readonly string[], minutes: number): Promise<void> {
  const { app } = d;
  const body = () => ({ actionId: newId() });
  for (let minute = 0; minute < minutes; minute += 10) {
    for (const clerk of clerks) {
      const { current } = await app.call(clerk, hallContract.showDesk, {});
      if (current) {
        await app.call(clerk, hallContract.serveTicket, { params: { id: current.id }, body: body() });
        await app.call(clerk, hallContract.finishTicket, { params: { id: current.id }, body: body() });
      }
      await app.call(clerk, hallContract.callNext, { body: body() });
    }
    await ticket();
    app.clock.advance(10 * 60_000);
  }
}

const onPhone = (who: keyof Staff, run: (page: Page) => Promise<void>, locale = 'zh-CN'): Promise<void> =>
  withPage(browser, { baseURL: d.origin, width: 390, height: 844, locale, hasTouch: true }, async (page) => {
    await page.clock.install({ time: d.app.clock.now() });
    await d.signedIn(page, who);
    await run(page);
  });

async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, `tides-${name}`);
}

describe('tidal windows', () => {
  it('from the advice by one tap to the open window, and to what it brought', async () => {
    await onPhone('office', async (page) => {
      await page.goto('/workbench/tides');
      await page.getByText('现在没有要决定的事').waitFor();
      await look(page, 'calm');
    });
    await work([other], 30);
    expect(await watchHall(d.app.ground, outletId)).toHaveLength(1);
    await onPhone('office', async (page) => {
      await page.goto('/workbench/tides');
      const tap = page.getByRole('button', { name: '照办：请王雨桐开 D42' });
      await tap.waitFor();
      await page.getByRole('button', { name: `和哪些天比 ${zone}` }).click();
      await page.getByRole('cell', { name: '6 分钟' }).first().waitFor();
      await look(page, 'advice');
      isLetIn = false;
      await page.reload();
      await page.getByText('能去的同事现在都不能去了').waitFor();
      expect(await tap.count()).toBe(0);
      await look(page, 'nobody-now');
      isLetIn = true;
      await page.reload();
      await tap.waitFor();
      await page.getByRole('button', { name: '暂不' }).click();
      await page
        .getByRole('dialog')
        .getByText(/不再提/)
        .waitFor();
      await look(page, 'not-now');
      await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await tap.click();
      await page.getByText('已请同事，等开窗').first().waitFor();
      await look(page, 'asked');

      await onPhone('clerk', async (own) => {
        await own.goto('/workbench/tides');
        await own.getByRole('button', { name: '我来：开 D42' }).waitFor();
        await look(own, 'request');
        await own.getByRole('button', { name: '我来：开 D42' }).click();
        await own.getByText(/您在 D42 支援/).waitFor();
      });
      await page.reload();
      await page.getByText('进行中').waitFor();
      await look(page, 'running');
    });
    expect((await d.app.call(d.staff.clerk, hallContract.showDesk, {})).shift?.windowNumber).toBe('D42');
    await work([other, d.staff.clerk], 70);
    await watchHall(d.app.ground, outletId);
    await onPhone('office', async (page) => {
      await page.goto('/workbench/tides/effects');
      await page.getByText('见效').first().waitFor();
      await page.getByText('增开窗口 D42').first().waitFor();
      await look(page, 'effects');
      await page.getByText('增开窗口 D42').first().click();
      await page
        .getByRole('dialog')
        .getByText(/这个窗口办了 \d+ 人/)
        .waitFor();
      await look(page, 'effect');
    });
  });

  it('proposes where people are too few, on a desk and on paper; and keeps the settings of the house', async () => {
    const desk = { baseURL: d.origin, width: 1280, height: 800, locale: 'en' };
    await withPage(browser, desk, async (page) => {
      await page.clock.install({ time: d.app.clock.now() });
      await d.signedIn(page, 'office');
      await page.goto('/workbench/tides/staffing');
      await page.getByRole('heading', { name: 'Work of each errand' }).waitFor();
      await look(page, 'staffing');
      await page.goto('/workbench/tides/effects');
      await page.getByRole('gridcell').first().waitFor();
      for (const head of await page.getByRole('columnheader').all())
        expect(await head.evaluate((cell) => cell.scrollWidth - cell.clientWidth), (await head.textContent())!).toBe(0);
      await page
        .getByRole('listitem')
        .filter({ has: page.getByText('Followed', { exact: true }) })
        .getByRole('button')
        .click();
      await page.waitForURL(/figure=followed/);
      await page.getByText('Open a window D42').waitFor();
      await page.getByRole('listitem').filter({ hasText: 'Nobody answered or came' }).getByRole('button').click();
      await page.getByText('Open a window D42').waitFor({ state: 'hidden' });
      await look(page, 'effects-desk');
      await page.goto('/workbench/tides/staffing');
      await page.evaluate(() => (window.print = () => dispatchEvent(new Event('afterprint'))));
      await page.getByRole('button', { name: 'Print' }).click();
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByLabel(/^Longer than usual by/).fill('30');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved').waitFor();
      await look(page, 'rule');
      await page.getByRole('link', { name: 'Now', exact: true }).click();
      await page.getByRole('heading', { name: 'Zones now' }).waitFor();
      await look(page, 'now-desk');
    });
  });

  it('keeps a manager who is on leave by name, and the settings can be saved', async () => {
    const { app, staff } = d;
    const day = shanghaiDay(app.clock.now());
    const body = { accountId: staff.office, fromOn: day, untilOn: day, standInId: other, reason: '年休假' };
    await app.call(staff.office, peopleContract.enterAbsence, { body });
    const params = { id: outletId };
    const { managers, usual: _, ...own } = await app.call(staff.office, ops.showRule, { params });
    await app.call(staff.office, ops.saveRule, { params, body: { ...own, managerIds: [staff.office] } });
    await onPhone('office', async (page) => {
      await page.goto('/workbench/tides/rule');
      await page.locator('.tides-setting', { hasText: '按顺序通知谁' }).getByText(managers.find(({ id }) => id === staff.office)!.name, { exact: true }).waitFor(); // prettier-ignore
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存').waitFor();
    });
  });

  it('has tables on a phone that say that they go on at the side', async () => {
    await onPhone('office', async (page) => {
      await page.goto('/workbench/tides/staffing');
      await page.getByText('表格可以左右滑动').first().waitFor();
      const table = page.getByRole('group', { name: /各时段/ }).first();
      expect(await table.evaluate((box) => box.scrollWidth > box.clientWidth)).toBe(true);
      await look(page, 'staffing-phone');
    });
  });

  it('is nothing for who has no post there', async () => {
    await onPhone('examiner', async (page) => {
      await page.goto('/workbench/tides');
      await page.getByText('您的岗位不能查看这里').first().waitFor();
    });
  });
});
