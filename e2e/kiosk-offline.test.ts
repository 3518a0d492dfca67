/** A kiosk whose network is gone: nothing of anybody is left on it, and nothing that they filled in is lost before they are told. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { sweepSittings } from '../server/modules/kiosks/sittings.ts';
import { launchBrowser } from './harness/browser.ts';
import { approve, kept, look, nothingIsLeft, onKiosk, openKioskPlace, tile, type KioskPlace } from './kiosk-page.ts';
import { draw, soon } from './portal-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let place: KioskPlace;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  place = await openKioskPlace(browser, d);
});
afterAll(() => d?.close());

it('keeps what was filled in while the network is gone, and hands it in once', async () => {
  const tolerate = [/ERR_INTERNET_DISCONNECTED/];
  const mine = async (): Promise<number> =>
    (await d.app.call(d.resident, casesContract.myCases, { query: { limit: 1 } })).total;
  const before = await mine();
  await onKiosk(place, { width: 1280, height: 1024, tolerate }, async (page) => {
    await tile(page, '办理事项').click();
    await page.locator('[data-address]').waitFor();
    await approve(place, page);
    await tile(page, '打印公积金证明').click();
    await draw(page);
    const send = page.getByRole('button', { name: '提交', exact: true });
    await page.context().setOffline(true);
    await page.getByText('网络断了。已填的内容还在').waitFor();
    await send.click();
    await page.getByText('不知道有没有提交成功').waitFor();
    await look(page, 'fill-offline');
    await page.context().setOffline(false);
    // It is back, and goes again in the worst moment: the case is stored, and the answer does not come.
    await page.route('**/api/kiosks/here/cases', async (route) => {
      await route.fetch();
      await route.abort('internetdisconnected');
    }, { times: 1 }); // prettier-ignore
    await send.click();
    await soon(mine).toBe(before + 1);
    await page.getByText('不知道有没有提交成功').waitFor();
    await send.click();
    await page.getByRole('heading', { name: '已经提交' }).waitFor();
    expect(await mine()).toBe(before + 1);
    await page.getByRole('button', { name: '结束并清除信息' }).click();
    await nothingIsLeft(place, page);
  });
});

it('lets go of somebody while the network is gone, and after a power cut', async () => {
  const tolerate = [/ERR_INTERNET_DISCONNECTED/];
  await onKiosk(place, { width: 1920, height: 1080, tolerate }, async (page) => {
    await tile(page, '查进度').click();
    await look(page, 'track');
    await page.getByRole('button', { name: /或用手机登录/ }).click();
    await page.locator('[data-address]').waitFor();
    await approve(place, page);
    await page.getByRole('heading', { name: '我的办件' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('网络断了').waitFor();
    await look(page, 'offline');
    await page.getByRole('button', { name: '结束并清除信息' }).click();
    await page.getByText('屏幕上的信息已清除').waitFor();
    expect((await kept(page)).text).not.toContain('公积金');
    await page.context().setOffline(false);
    await page.clock.runFor(4_000);
    await nothingIsLeft(place, page);

    // Signed in again; then the machine loses its power and is switched on.
    await tile(page, '打印证明').click();
    await page.locator('[data-address]').waitFor();
    await approve(place, page);
    await page.locator('.kiosk-tile').first().waitFor();
    await page.goto('about:blank');
    await page.goto('/kiosk');
    await nothingIsLeft(place, page);
  });
});

it('gives another ticket when the answer for the first was lost and who comes was changed since', async () => {
  const tolerate = [/ERR_INTERNET_DISCONNECTED/];
  await onKiosk(place, { width: 1080, height: 1920, tolerate }, async (page) => {
    await tile(page, '取号').click();
    await tile(page, '综合受理').click();
    const take = page.locator('.kiosk-big.primary', { hasText: '取号' });
    // The client asks once more by itself: neither answer comes.
    await page.route('**/api/kiosks/here/tickets', async (route) => {
      await route.fetch();
      await route.abort('internetdisconnected');
    }); // prettier-ignore
    await take.click();
    await page.locator('.yc-problem').waitFor();
    await page.unroute('**/api/kiosks/here/tickets');
    await page.getByRole('button', { name: '几个人一起办 多一个' }).click();
    await take.click();
    await page.getByText('上一次其实已经办成').waitFor();
    await take.click();
    await page.getByText('A1002').waitFor();
    await page.getByRole('button', { name: '结束并清除信息' }).click();
    await nothingIsLeft(place, page);
  });
});

it('says for how long it keeps what was filled in, and why it is gone after that', async () => {
  const tolerate = [/ERR_INTERNET_DISCONNECTED/];
  await onKiosk(place, { width: 1280, height: 1024, tolerate }, async (page) => {
    await tile(page, '查进度').click();
    await page.locator('#main input').first().fill('123');
    await page.clock.runFor(1_000);
    await page.context().setOffline(true);
    await page.getByText('2 分钟内恢复可以继续').waitFor();
    // Somebody is there and waits: the server hears nothing of them all the same.
    const stay = async (seconds: number): Promise<void> => {
      await page.clock.runFor(seconds * 1_000);
      await page.locator('#main h1').click();
    };
    await stay(60);
    await page.getByText('1 分钟内恢复可以继续').waitFor();
    await stay(60);
    await page.getByText('不到 1 分钟就会清除').waitFor();
    await stay(60);
    await page.getByText('网络断了太久，恢复后已填的内容会清除').waitFor();
    await look(page, 'offline-long');
    expect((await kept(page)).typed).toBe('123');
    d.app.clock.advance(240_000);
    expect(await sweepSittings(d.app.ground)).toBe(1);
    await page.context().setOffline(false);
    await page.getByRole('heading', { name: '网络断了太久，这次使用已结束' }).waitFor();
    await look(page, 'lost');
    await page.clock.runFor(9_000);
    await nothingIsLeft(place, page);
  });
});
