/** A sign-in at a kiosk that ends in the middle of a form and of a talk: it is said in time to both, and nothing is lost. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { sql } from '#platform/db';
import { launchBrowser } from './harness/browser.ts';
import { approve, look, nothingIsLeft, onKiosk, openKioskPlace, tile, type KioskPlace } from './kiosk-page.ts';
import { draw } from './portal-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';
import { look as lookAtDesk, openAs } from './workbench-page.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let place: KioskPlace;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  place = await openKioskPlace(browser, d);
});
afterAll(() => d?.close());

const patient = 120_000;
/** As if whoever is signed in had done so so many minutes earlier; then the machine says that it is there. */
async function signedInBefore(page: Page, minutes: number): Promise<void> {
  await d.app.ground.db.transaction((tx) => {
    tx.write(sql`update people.session set created_at = created_at - make_interval(mins => ${minutes}) where shared and ended_at is null`); // prettier-ignore
  });
  await page.keyboard.press('Shift');
  await page.clock.runFor(21_000);
}
async function askInWriting(page: Page, desk: Page): Promise<void> {
  await page.getByText('文字', { exact: true }).click();
  await page.getByRole('button', { name: '同意并求助' }).click();
  await page.getByText('下一位就是您').waitFor();
  await desk.getByRole('button', { name: /接下一位/ }).click();
  await page.getByRole('heading', { name: '王雨桐正在帮您' }).waitFor();
}
const help = (page: Page) => page.getByRole('contentinfo').getByRole('link', { name: '找人帮忙' });
const words = (page: Page) => page.locator('.talk-written').getByText('房子在哪个区都可以吗');

describe('a sign-in at a kiosk', { timeout: 600_000 }, () => {
  it('is lengthened by who is there, then by the same phone, with the form and the talk as they were', async () => {
    await openAs(browser, d, 'clerk', async (desk) => {
      desk.context().setDefaultTimeout(patient);
      await desk.goto('/workbench/remote-help');
      await desk.getByRole('button', { name: '开始值守' }).click();
      await onKiosk(place, { width: 1920, height: 1080, tolerate: [/401/] }, async (page) => {
        page.context().setDefaultTimeout(patient);
        await tile(page, '办理事项').click();
        await page.locator('[data-address]').waitFor();
        await approve(place, page);
        await tile(page, '打印公积金证明').click();
        await draw(page);
        await help(page).click();
        await askInWriting(page, desk);
        await page.getByRole('textbox', { name: '写给对方' }).fill('房子在哪个区都可以吗');
        await page.keyboard.press('Enter');
        await desk.getByText('房子在哪个区都可以吗').waitFor();
        expect(await page.getByText('登录还有').count()).toBe(0);

        // An hour is nearly over: one press.
        await signedInBefore(page, 56);
        await page.getByText(/登录还有 [34] 分钟到时/).waitFor();
        await desk.getByText('对方在自助机的登录还有').waitFor();
        await look(page, 'sign-in-ends');
        await page.setViewportSize({ width: 1080, height: 1920 });
        await page.getByRole('button', { name: '低位操作' }).click();
        await page.getByRole('button', { name: 'English' }).click();
        await page.getByText(/Your sign-in ends in [34] min/).waitFor();
        await look(page, 'sign-in-ends-low-english');
        await page.getByRole('button', { name: '中文' }).click();
        await page.getByRole('button', { name: '低位操作' }).click();
        await page.setViewportSize({ width: 1920, height: 1080 });
        await lookAtDesk(desk, 'remote-help-sign-in-ends');
        await page.getByRole('button', { name: '继续使用' }).click();
        await page.getByText('登录还有').waitFor({ state: 'detached' });
        await words(page).waitFor();

        // Two hours are: the phone, over the page.
        await signedInBefore(page, 61);
        await page.getByText('已到最长时间').waitFor();
        await page.getByRole('button', { name: '重新扫码' }).click();
        await page.locator('[data-address]').waitFor();
        await look(page, 'sign-in-again');
        await approve(place, page);
        await page.locator('[data-address]').waitFor({ state: 'detached' });
        await page.getByText('登录还有').waitFor({ state: 'detached' });
        await words(page).waitFor();

        // It has ended: the page asks for the phone, the talk goes on, and what was filled in comes back.
        await signedInBefore(page, 121);
        await page.getByRole('heading', { name: '请用同一部手机重新扫码' }).waitFor();
        await desk.getByText('对方在自助机的登录已到时').waitFor();
        await words(page).waitFor();
        await look(page, 'sign-in-over');
        await lookAtDesk(desk, 'remote-help-sign-in-over');
        await approve(place, page);
        await page.getByRole('heading', { name: '打印公积金证明' }).waitFor();
        await words(page).waitFor();
        await page.getByRole('button', { name: '提交', exact: true }).click();
        await page.getByRole('heading', { name: '已经提交' }).waitFor();
        const mine = await d.app.call(d.resident, casesContract.myCases, { query: { limit: 20 } });
        expect(mine.rows.map(({ itemName }) => itemName)).toContain('住房公积金缴存证明打印');

        await page.getByRole('button', { name: '结束并清除信息' }).click();
        await nothingIsLeft(place, page);
        await desk.getByText('对方结束了上一次帮办').waitFor();

        // Whoever comes next, and is helped by the same clerk, has nothing of it.
        await help(page).click();
        await page.getByRole('button', { name: '和工作人员视频通话' }).click();
        await askInWriting(page, desk);
        await page.getByRole('textbox', { name: '写给对方' }).fill('我想问别的');
        await page.keyboard.press('Enter');
        await desk.getByText('我想问别的').waitFor();
        for (const one of [page, desk]) {
          expect(await one.locator('.talk-written li:not(.talk-end)').count()).toBe(1);
          expect(await one.locator('body').textContent()).not.toContain('房子在哪个区');
        }
      });
    });
  });
});
