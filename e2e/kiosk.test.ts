/** A kiosk: registered, used by people one after the other, and nothing of anybody is left for the next. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { hallContract } from '#modules/hall/contract';
import { kiosksContract } from '#modules/kiosks/contract';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import {
  approve,
  bookForTwo,
  giveVoice,
  kept,
  look,
  nothingIsLeft,
  onKiosk,
  openKioskPlace,
  tile,
  type KioskPlace,
} from './kiosk-page.ts';
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

describe('a kiosk', () => {
  it('gives a ticket, signs somebody in by phone, takes an application, prints, and forgets them', async () => {
    await onKiosk(place, { width: 1080, height: 1920, tolerate: [/ERR_FAILED/] }, async (page) => {
      const before = (await kept(page)).history;
      await look(page, 'home');
      // This machine cannot speak: the number is said by the clips of the hall.
      const clips = page.waitForRequest(/\/zh-[\w-]+\.wav$/);
      await page.getByRole('button', { name: '读号码' }).click();
      await tile(page, '取号').click();
      await tile(page, '综合受理').waitFor();
      await look(page, 'errands');
      await tile(page, '综合受理').click();
      await tile(page, '老年人').click();
      await look(page, 'who');
      await page.locator('.kiosk-big.primary', { hasText: '取号' }).click();
      await page.getByText('A1001').waitFor();
      await page.clock.runFor(1_000);
      await clips;
      await look(page, 'ticket');

      await page.getByRole('link', { name: '首页' }).click();
      await tile(page, '办理事项').click();
      await page.locator('[data-address]').waitFor();
      await look(page, 'sign-in');
      await approve(place, page, true);
      await tile(page, '打印公积金证明').waitFor();
      await look(page, 'items');
      await tile(page, '打印公积金证明').click();
      await draw(page);
      await look(page, 'fill');
      await page.getByRole('button', { name: '提交', exact: true }).click();
      await page.getByRole('heading', { name: '已经提交' }).waitFor();
      await look(page, 'sent');
      const mine = await d.app.call(d.resident, casesContract.myCases, { query: { limit: 20 } });
      expect(mine.rows.map(({ itemName }) => itemName)).toContain('住房公积金缴存证明打印');

      await page.getByRole('link', { name: '首页' }).click();
      await bookForTwo(place, page);
      await look(page, 'booked');

      // On the day, here in the same half hour, the appointment becomes a number; who asks again gets the same one.
      for (const turn of [1, 2]) {
        await page.getByRole('link', { name: '首页' }).click();
        await tile(page, '预约取号').click();
        if (turn === 1) await look(page, 'check-in');
        await page.getByRole('button', { name: '用手机登录，找到我的预约' }).click();
        await tile(page, '10:00').click();
        await page.getByText('A1002').waitFor();
        if (turn === 1) await look(page, 'checked-in');
      }

      await page.getByRole('link', { name: '首页' }).click();
      await tile(page, '打印证明').click();
      await page.locator('.kiosk-tile').first().waitFor();
      await look(page, 'papers');
      await page.locator('.kiosk-tile').first().click();
      await page.getByRole('button', { name: '份数 多一个' }).click();
      await look(page, 'copies');
      // The paper of this machine: how many pages were laid out when it was printed.
      await page.evaluate(() => {
        window.print = () => {
          document.body.dataset.printed = String(document.querySelectorAll('.yc-print img').length);
          dispatchEvent(new Event('afterprint'));
        };
      });
      const print = page.locator('.kiosk-big.primary', { hasText: '打印' });
      const pages = '**/api/kiosks/here/prints/*/pages/*';
      const ends = '**/api/kiosks/here/prints/*/end';
      // A page does not load: nothing is printed and that is said, first with the server out of reach and then with it.
      await page.route(pages, (route) => route.abort('failed'));
      await page.route(ends, (route) => route.abort('failed'));
      await print.click();
      await page.getByText('有一页没有载入，没有打印').waitFor();
      await look(page, 'page-missing');
      await page.unroute(ends);
      await print.click();
      await page.getByRole('button', { name: '份数 多一个' }).waitFor();
      await page.getByText('有一页没有载入，没有打印').waitFor();
      expect(await page.evaluate(() => document.body.dataset.printed)).toBeUndefined();
      await page.unroute(pages);
      await print.click();
      await page.getByRole('heading', { name: /请在出纸口取走/ }).waitFor();
      expect(Number(await page.evaluate(() => document.body.dataset.printed))).toBeGreaterThanOrEqual(2);
      await look(page, 'take-paper');

      // The clock of the machine is put back by an hour, which is no reason to keep what somebody has left.
      await page.clock.setSystemTime(d.app.clock.now().getTime() - 3_600_000);
      // Nobody touches it any more: it warns, then it ends, and the paper that was not taken is noted.
      await page.clock.runFor(92_000);
      await page.getByRole('button', { name: '我还在，继续办' }).waitFor();
      await look(page, 'warning');
      await page.clock.runFor(22_000);
      await nothingIsLeft(place, page);
      expect((await kept(page)).history).toBe(before);
      const left = await d.app.call(d.staff.office, kiosksContract.listLeftPapers, { query: {} });
      expect(left.total).toBe(1);
      await openAs(browser, d, 'office', async (desk) => {
        await desk.goto('/workbench/kiosks');
        await desk.getByRole('heading', { name: '1号自助机' }).waitFor();
        await lookAtDesk(desk, 'kiosks');
        await desk.getByRole('button', { name: '已销毁' }).click();
        await desk.getByRole('button', { name: '已销毁' }).waitFor({ state: 'hidden' });

        await desk.getByRole('button', { name: '添加自助机' }).click();
        await desk.getByLabel('名称', { exact: true }).fill('2号自助机');
        await desk.getByLabel('摆放位置').fill('二楼电梯口');
        await desk.getByLabel('所在网点').click();
        await desk.locator('.ant-select-item-option').first().click();
        await lookAtDesk(desk, 'kiosk-new');
        await desk.getByRole('button', { name: '保存' }).click();
        const shown = await desk.getByLabel('代码', { exact: true }).textContent();
        expect(shown).toMatch(/^\d{4} \d{4}$/);
        await lookAtDesk(desk, 'kiosk-code');
        await desk.keyboard.press('Escape');
        await desk.getByRole('heading', { name: '2号自助机' }).waitFor();
        await desk.getByText('二楼电梯口').waitFor();
      });
    });
  });

  it('asks for a name where the hall gives tickets by name', async () => {
    const { app, staff } = d;
    const { outletId } = (await app.call(null, hallContract.listPlaces, {}))[0]!;
    const { place: rule } = await app.call(staff.office, hallContract.showSetup, { params: { id: outletId } });
    const byName = (on: boolean) => app.call(staff.office, hallContract.savePlace, { params: { id: outletId }, body: { ...rule!, byName: on } }); // prettier-ignore
    await byName(true);
    await onKiosk(place, { width: 1080, height: 1920 }, async (page) => {
      await tile(page, '取号').click();
      await tile(page, '综合受理').click();
      await page.locator('[data-address]').waitFor();
      await approve(place, page);
      await page.getByRole('heading', { name: '谁来办？' }).waitFor();
      // The number that they hold from before counts here as well.
      await page.locator('.kiosk-big.primary', { hasText: '取号' }).click();
      await page.getByText('您已经有这项业务的号').waitFor();
      const { tickets } = await app.call(d.resident, hallContract.myHall, {});
      for (const { code, state } of tickets)
        if (state === 'waiting') await app.call(null, hallContract.cancelTicket, { params: { code }, body: { actionId: newId() } }); // prettier-ignore
      await page.locator('.kiosk-big.primary', { hasText: '取号' }).click();
      await page.getByText(/^A1\d{3}$/).waitFor();
      await page.getByRole('button', { name: '结束并清除信息' }).click();
      await nothingIsLeft(place, page);
    });
    await byName(false);
  });

  it('serves who reads English, sees little, sits, or has keys alone; and is locked', async () => {
    await onKiosk(place, { width: 1280, height: 800 }, async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Hello. What do you need?' }).waitFor();
      // Nobody scrolls for the first page, on any usual screen, in either language.
      for (const language of ['中文', 'English']) {
        await page.getByRole('button', { name: language }).click();
        for (const [width, height] of [
          [390, 844],
          [1080, 1920],
          [1920, 1080],
          [1280, 800],
        ] as const) {
          await page.setViewportSize({ width, height });
          await look(page, `home-${language === 'English' ? 'en' : 'zh'}`);
          const tall = await page.evaluate(() => document.documentElement.scrollHeight);
          if (width > 390) expect(tall, `${language} ${width}`).toBeLessThanOrEqual(height);
        }
      }
      await page.getByRole('button', { name: 'Contrast' }).click();
      await page.getByRole('button', { name: 'Lower' }).click();
      await look(page, 'home-contrast-low');
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('.kiosk button, .kiosk a')]
          .map((one) => one.getBoundingClientRect())
          .filter(({ width, height }) => width < 64 || height < 63.5)
          .map(({ width, height }) => `${width} x ${height}`),
      );
      expect(small).toEqual([]);
      const said = await giveVoice(page);
      await page.getByRole('button', { name: 'Read aloud' }).click();
      await page.clock.runFor(1_000);
      expect(await said()).toContain('Hello. What do you need?');
      await page.keyboard.press('7');
      await page.getByRole('heading', { name: 'Queues of all halls' }).waitFor();
      await look(page, 'queues');
      await page.clock.runFor(1_000);
      expect(await said()).toContain('Queues of all halls');
      await page.keyboard.press('0');
      await page.getByRole('heading', { name: 'Hello. What do you need?' }).waitFor();
      // No new window, no other site, no file dialog, no menu.
      const locked = await page.evaluate(() => {
        const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', textContent: 'x' });
        const file = Object.assign(document.createElement('input'), { type: 'file' });
        document.getElementById('main')!.append(link, file);
        const stopped = (target: Element, kind: string): boolean =>
          !target.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true }));
        const found = [
          stopped(link, 'click'),
          stopped(file, 'click'),
          stopped(link, 'contextmenu'),
          window.open('/') === null,
        ];
        link.remove();
        file.remove();
        return found;
      });
      expect(locked).toEqual([true, true, true, true]);
      // What somebody types is not to be pasted by the next one: by no keys, and by nothing else that copies.
      await page.evaluate(() => {
        document.getElementById('main')!.append(Object.assign(document.createElement('input'), { id: 'typed' }));
      });
      const field = page.locator('#typed');
      for (const copy of ['Control+c', 'Control+x', 'Control+Insert', 'Shift+Delete', undefined]) {
        await field.fill('secret');
        await field.selectText();
        if (copy) await field.press(copy);
        else await page.evaluate(() => document.execCommand('copy'));
        await field.fill('');
        await field.press('Control+v');
        expect(await field.inputValue(), copy).toBe('');
      }
      await field.evaluate((one) => one.remove());
      await page.getByRole('link', { name: 'Staff' }).click();
      const { code } = await d.app.call(d.staff.office, kiosksContract.renewCodes, { params: { id: place.kioskId }, body: { which: 'staff' } }); // prettier-ignore
      await page.getByLabel('Staff code (8 digits)').fill(code);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Take out of service' }).click();
      await page.getByRole('button', { name: 'Back into service' }).waitFor();
      await look(page, 'staff');
      await page.getByRole('button', { name: 'Back into service' }).click();
      await page.getByRole('button', { name: 'Take out of service' }).waitFor();
    });
  });
});
