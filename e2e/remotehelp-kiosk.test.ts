/** Remote help at a kiosk: a clerk on the screen beside the form, while nobody touches anything, and gone with the use. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { remoteHelpContract } from '#modules/remotehelp/contract';
import { launchBrowser } from './harness/browser.ts';
import { approve, look, nothingIsLeft, onKiosk, openKioskPlace, tile, type KioskPlace } from './kiosk-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';
import { openAs } from './workbench-page.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let place: KioskPlace;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  place = await openKioskPlace(browser, d);
});
afterAll(() => d?.close());

/** Moving pictures take longest on a machine that has other things to do. */
const patient = 120_000;
const help = (page: Page) => page.getByRole('contentinfo').getByRole('link', { name: '找人帮忙' });
const wide = { width: 1920, height: 1080 };

const seesOther = (page: Page) =>
  expect
    .poll(
      () =>
        page
          .locator('video.talk-other')
          .evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames),
      { timeout: patient, message: 'pictures arrive' },
    )
    .toBeGreaterThan(0);

describe('remote help at a kiosk', { timeout: 900_000 }, () => {
  it('stands beside the form, is not cut off by the clock of the machine, and leaves nothing', async () => {
    await openAs(browser, d, 'clerk', async (desk) => {
      desk.context().setDefaultTimeout(patient);
      await desk.goto('/workbench/remote-help');
      await desk.getByRole('button', { name: '开始值守' }).click();
      await onKiosk(place, wide, async (page) => {
        page.context().setDefaultTimeout(patient);
        await tile(page, '办理事项').click();
        await page.locator('[data-address]').waitFor();
        await approve(place, page);
        await tile(page, '打印公积金证明').click();
        await page.getByRole('heading', { name: '打印公积金证明' }).waitFor();
        // What was filled in stays: the way to help does not lead away from a form.
        await help(page).click();
        await page.getByRole('button', { name: '同意并求助' }).waitFor();
        await look(page, 'help-consent');
        await page.getByRole('button', { name: '同意并求助' }).click();
        await page.getByText('下一位就是您').waitFor();
        await desk.getByRole('button', { name: /接下一位/ }).click();
        await page.getByRole('heading', { name: '王雨桐正在帮您' }).waitFor();
        await desk.getByText('陈小满').waitFor();
        await desk.getByText('自助机（').waitFor();
        await desk.getByRole('heading', { name: /对方正在填的表：打印公积金证明/ }).waitFor();
        await Promise.all([seesOther(desk), seesOther(page)]);
        await look(page, 'help-talking');

        // Nobody touches the screen for minutes, and the machine does not take them to have gone.
        await page.clock.runFor(150_000);
        await page.getByRole('heading', { name: '王雨桐正在帮您' }).waitFor();
        expect(await page.getByRole('button', { name: '我还在，继续办' }).count()).toBe(0);

        await page.getByRole('button', { name: '结束并清除信息' }).click();
        await nothingIsLeft(place, page);
        expect(await page.locator('.help-dock').count()).toBe(0);
        await desk.getByText('现在没有人求助').waitFor();
      });
    });
    const { rows } = await d.app.call(d.staff.office, remoteHelpContract.listHelps, {});
    expect(rows[0]).toMatchObject({ door: 'kiosk', outcome: 'left', askerName: '陈小满', itemName: '打印公积金证明' });
    expect((await d.app.call(d.resident, casesContract.myCases, {})).rows).toEqual([]);
  });

  it('shows a clerk where the machine has no camera, to whoever has not signed in', async () => {
    await openAs(browser, d, 'clerk', async (desk) => {
      desk.context().setDefaultTimeout(patient);
      await desk.goto('/workbench/remote-help');
      await onKiosk(place, { width: 1080, height: 1920 }, async (page) => {
        page.context().setDefaultTimeout(patient);
        await page.evaluate(() => {
          const none = () => Promise.reject(new DOMException('no device', 'NotFoundError'));
          Object.defineProperty(MediaDevices.prototype, 'getUserMedia', { value: none });
        });
        await help(page).click();
        await page.getByRole('button', { name: '和工作人员视频通话' }).click();
        await page.getByRole('button', { name: '同意并求助' }).click();
        await page.getByText('下一位就是您').waitFor();
        await desk.getByRole('button', { name: /接下一位/ }).click();
        await page.getByText('没有找到摄像头或麦克风').waitFor();
        await seesOther(page);
        await desk.getByText('未登录的求助人').waitFor();
        await desk.getByRole('textbox', { name: '写给对方' }).fill('您好，看得见我吗？');
        await desk.keyboard.press('Enter');
        await page.getByText('您好，看得见我吗？').waitFor();
        await look(page, 'help-no-camera');
        await page.getByRole('link', { name: '首页' }).click();
        await tile(page, '取号').waitFor();
        await page.getByText('您好，看得见我吗？').waitFor();

        // The power goes in the middle of it.
        await page.goto('about:blank');
        await page.goto('/kiosk');
        await nothingIsLeft(place, page);
        expect(await page.locator('.help-dock').count()).toBe(0);
        // With the use of the kiosk the help has ended: the clerk is free, and has nothing of it any more.
        await desk.getByText('现在没有人求助').waitFor();
        expect(await desk.locator('video').count()).toBe(0);
      });
    });
  });
});
