/** The hall: a ticket from the phone is called at the window, shown in the zone, missed, taken up again and served. */
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { instantOn, shanghaiDay } from '#platform/clock';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot, withPage } from './harness/journey.ts';
import { anyMatter, openHall } from './opened-hall.ts';
import { desk, look as lookOnPhone, onPortal, phone, soon, title } from './portal-page.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let outletId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  ({ outletId } = await openHall(
    d,
    [
      { ...anyMatter, slotCapacity: 2 },
      { prefix: 'C1', name: '不动产登记', nameEn: 'Property registration', zone: 'C 不动产' },
    ],
    [
      { number: 'A01', zone: 'A 综合受理' },
      { number: 'C02', zone: 'C 不动产', name: '不动产', nameEn: 'Window' },
    ],
  ));
});
afterAll(() => d?.close());

/** Becomes so before long, by the page's own asking. */
const press = async (page: Page, key: string, until: string | RegExp): Promise<void> => {
  await page
    .locator('.desk-acts kbd', { hasText: new RegExp(`^${key.toUpperCase()}$`) })
    .first()
    .waitFor();
  await page.keyboard.press(key);
  await page.locator('.desk-number').getByText(until).first().waitFor();
};

/** A screen that can be kept on, which a browser without one has not; `heldLocks` has what was asked for. */
const countLocks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const held: EventTarget[] = [];
    class Lock extends EventTarget {
      released = false;
      release(): void {
        this.released = true;
        this.dispatchEvent(new Event('release'));
      }
    }
    const request = (): Promise<Lock> => {
      const lock = new Lock();
      held.push(lock);
      return Promise.resolve(lock);
    };
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
    Object.assign(globalThis, { heldLocks: held });
  });

/** A phone that can be felt: how often it has shaken, and the page flashed. Before the page is opened. */
async function countRings(page: Page): Promise<(what: 'shakes' | 'flashes') => Promise<number>> {
  await page.addInitScript(() => {
    const counts = { shakes: 0, flashes: 0 };
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (...given) {
      if (this === document.body) counts.flashes += 1;
      return animate.apply(this, given);
    };
    Object.defineProperty(navigator, 'vibrate', { value: () => ++counts.shakes > 0 });
    Object.assign(globalThis, { ringCounts: counts });
  });
  return (what) => page.evaluate<number>(`ringCounts.${what}`);
}

/** A screen on the wall: nobody signs in. */
const onScreen = (run: (page: Page) => Promise<void>): Promise<void> =>
  withPage(browser, { baseURL: d.origin, width: 1920, height: 1080, locale: 'zh-CN' }, run);

describe('the hall', () => {
  it('calls a ticket from the phone to the window, with a screen between them', async () => {
    await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
      const rings = await countRings(page);
      const shakes = (): Promise<number> => rings('shakes');
      await page.goto('/queue');
      await page.getByRole('link', { name: /个窗口开着/ }).click();
      await page.getByRole('button', { name: '取号 综合受理' }).waitFor();
      await lookOnPhone(page, 'queue-place');
      await page.getByRole('button', { name: '取号 综合受理' }).click();
      await page.getByText('下一位就是您').waitFor();
      expect(await title(page).textContent()).toBe('A1001 号');
      // With an account an SMS comes as well; the screen is kept on from the tap, and again after the page was hidden.
      await page.getByText('我们还会发短信').waitFor();
      await countLocks(page);
      await page.getByRole('button', { name: '快到时提醒我' }).click();
      await page.getByRole('status').getByText('屏幕会一直亮着').waitFor();
      await page.evaluate('heldLocks.forEach((lock) => lock.release())');
      await page.getByRole('status').getByText('锁屏后不会响').waitFor();
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await page.getByRole('status').getByText('屏幕会一直亮着').waitFor();
      await lookOnPhone(page, 'ticket-waiting');
      const address = page.url();

      await openAs(browser, d, 'clerk', async (desk) => {
        await desk.goto('/workbench/desk');
        await desk.getByRole('button', { name: /^A01/ }).waitFor();
        await look(desk, 'desk-choose');
        await desk.getByRole('button', { name: /^A01/ }).click();
        await desk.getByText('窗口空闲').waitFor();
        await look(desk, 'desk-free');
        // Near now that a window is open for it; each of what follows is a reason of its own.
        await page.getByText('请现在回到大厅').waitFor();
        await soon(shakes).toBe(1);
        await press(desk, 'n', '已叫号');
        await soon(shakes).toBe(2);
        await look(desk, 'desk-called');

        // Without an account: the address is enough.
        await onPortal({ browser, district: d }, phone, async (other) => {
          await other.goto(new URL(address).pathname);
          await other.getByText('请到 A01 号窗口').waitFor();
          expect(await other.getByText('短信').count()).toBe(0);
          await lookOnPhone(other, 'ticket-called');
        });
        await onScreen(async (screen) => {
          await screen.goto(`/hall/screen/${outletId}`);
          await screen.getByText('A1001').waitFor();
          await noSidewaysScroll(screen);
          expect(await axe(screen)).toEqual([]);
          await shoot(screen, 'hall-screen');
          await screen.goto(`/hall/screen/${outletId}?zone=${encodeURIComponent('C 不动产')}`);
          await screen.getByText('请留意叫号').waitFor();
        });

        // Whoever has not asked for a page without motion sees it as well.
        await page.emulateMedia({ reducedMotion: 'no-preference' });
        await press(desk, 'r', '已叫号');
        await soon(shakes).toBe(3);
        expect(await rings('flashes')).toBe(1);
        await page.emulateMedia({ reducedMotion: 'reduce' });
        await press(desk, 'm', '窗口空闲');
        await desk.getByRole('button', { name: '叫号 A1001' }).waitFor();
        await look(desk, 'desk-missed');
        await page.getByRole('button', { name: '重新排队' }).click();
        await page.getByText('下一位就是您').waitFor();
        await desk.getByRole('button', { name: '叫号 A1001' }).waitFor({ state: 'hidden' });
        await soon(shakes).toBe(4);
        await press(desk, 'n', '已叫号');
        await soon(shakes).toBe(5);
        await press(desk, 's', '办理中');
        await press(desk, 'f', '窗口空闲');
        await page.getByText('已办结').first().waitFor();

        // The desk gives a ticket to somebody without a phone.
        await desk.keyboard.press('g');
        const dialog = desk.getByRole('dialog');
        await dialog.getByLabel('办什么').click();
        await desk.getByTitle(/^C1 不动产登记/).click();
        await look(desk, 'desk-issue');
        await desk.evaluate(() => (window.print = () => dispatchEvent(new Event('afterprint'))));
        await dialog.getByRole('button', { name: '发号并打印' }).click();
        await dialog.waitFor({ state: 'hidden' });
        await press(desk, 'n', 'C1001');
        await press(desk, 's', '办理中');
        await press(desk, 'p', '窗口空闲');
        await desk.getByRole('button', { name: '退回排队 C1001' }).click();
        await desk.getByRole('button', { name: '退回排队 C1001' }).waitFor({ state: 'hidden' });
        await press(desk, 'n', 'C1001');
        await desk.getByRole('button', { name: '离开窗口' }).click();
        await desk.getByRole('dialog').getByRole('button', { name: '离开窗口' }).click();
        await desk.getByText(/没有别的窗口在办/).waitFor();
        await desk.getByRole('checkbox', { name: /仍要离开/ }).check();
        await look(desk, 'desk-leave');
        await desk.getByRole('dialog').getByRole('button', { name: '离开窗口' }).click();
        await desk.getByRole('button', { name: /^A01/ }).waitFor();
      });
    });
  });

  it('keeps a time for a party that fits into it, until it is confirmed', async () => {
    const { errands } = await d.app.call(null, hallContract.showPlace, { params: { id: outletId } });
    const errandId = errands.find(({ bookable }) => bookable)!.id;
    const startsAt = instantOn(shanghaiDay(d.app.clock.now()), '10:30').toISOString();
    await d.app.call(d.anna, hallContract.holdSlot, { body: { actionId: newId(), errandId, startsAt } });
    await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
      await page.goto(`/queue/${outletId}`);
      await page.getByRole('link', { name: '预约 综合受理' }).click();
      // One place is left there: enough for one, and not for two.
      await page.getByRole('button', { name: '10:30 余 1', exact: true }).waitFor();
      expect(await page.getByRole('button', { name: /^10:30/ }).isEnabled()).toBe(true);
      await page.getByLabel('是不是优先人群').click();
      await page.getByTitle('老年人').click();
      await page.getByLabel('几个人一起办').fill('2');
      await page.getByRole('button', { name: '10:30 不够 2 人' }).waitFor();
      expect(await page.getByRole('button', { name: /^10:30/ }).isDisabled()).toBe(true);
      for (const { width, height } of [desk, phone]) {
        await page.setViewportSize({ width, height });
        await lookOnPhone(page, 'book');
      }
      await page.getByRole('button', { name: /^10:00/ }).click();
      await page.getByText('已为您保留').waitFor();
      await lookOnPhone(page, 'book-held');
      // A page that is read again, or another phone: what is kept for them is still there to be confirmed.
      await page.reload();
      await page.getByText('已为您保留').waitFor();
      // An act that does not arrive, or whose answer is lost: the time stays theirs, and no other one is offered meanwhile.
      const losing = async (path: string, press: string, arrives: boolean): Promise<void> => {
        const lose = async (route: Route): Promise<void> => {
          if (arrives) await route.fetch();
          await route.abort('aborted');
        };
        await page.route(path, lose, { times: 1 });
        await page.getByRole('button', { name: press }).click();
        await page.getByRole('alert').getByText('网络不通').waitFor();
        await page.getByText('已为您保留').waitFor();
      };
      await losing('**/hall/bookings/*/cancellation', '换个时间', false);
      await losing('**/hall/bookings/*/confirmation', '确认预约', true);
      await page.getByRole('button', { name: '确认预约' }).click();
      await page.getByRole('heading', { name: '预约好了' }).waitFor();
      await page.getByRole('link', { name: '查看我的号和预约' }).click();
      await page.getByText('10:00 · 2 人').waitFor();
      await lookOnPhone(page, 'booked-mine');
      await page.getByRole('button', { name: '签到取号' }).click();
      await page.getByText(/下一位就是您|前面还有/).waitFor();
      await lookOnPhone(page, 'ticket-booked');
      const { tickets } = await d.app.call(d.resident, hallContract.myHall, {});
      expect(tickets).toContainEqual(
        expect.objectContaining({ party: 2, priority: 'elderly', slotAt: expect.any(String) }),
      );
    });
  });

  it('shows the office the whole hall, and changes what a window does', async () => {
    await openAs(browser, d, 'office', async (page) => {
      await page.goto('/workbench/hall');
      await page.getByRole('heading', { name: /^窗口/ }).waitFor();
      await look(page, 'hall');
      await page.getByRole('button', { name: '改业务 C02' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('checkbox', { name: /A1 综合受理/ }).uncheck();
      await look(page, 'hall-duty');
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.locator('.hall-window', { hasText: 'C02' }).getByText('C1', { exact: true }).waitFor();
    });
  });

  it('takes a ticket back, and says why on its page', async () => {
    const [errand] = (await d.app.call(null, hallContract.showPlace, { params: { id: outletId } })).errands;
    const take = () => d.app.call(d.staff.clerk, hallContract.issueTicket, { params: { id: outletId }, body: { actionId: newId(), errandId: errand!.id, evenSo: true } }); // prettier-ignore
    const [first] = [await take(), await take()];
    await openAs(browser, d, 'office', async (page) => {
      await page.goto('/workbench/hall');
      await page.getByRole('button', { name: `看排队 ${errand!.prefix}` }).click();
      const list = page.getByRole('list', { name: /谁在等/ });
      await list.getByText(first!.number).waitFor();
      await look(page, 'hall-who-waits');
      await page.getByRole('button', { name: `收回 ${first!.number}` }).click();
      const dialog = page.getByRole('dialog').filter({ hasText: '这张号不再叫' });
      await dialog.getByRole('button', { name: '收回' }).click();
      await dialog.getByText('请选一个原因').waitFor();
      await dialog.getByRole('radio', { name: '重复取号' }).check();
      await look(page, 'hall-withdraw');
      await dialog.getByRole('button', { name: '收回' }).click();
      await list.getByText(first!.number).waitFor({ state: 'hidden' });
    });
    await onPortal({ browser, district: d }, phone, async (page) => {
      await page.goto(`/tickets/${first!.code}`);
      await page.getByText('原因：重复取号').waitFor();
      await lookOnPhone(page, 'ticket-taken-back');
    });
  });

  it('shows the office whether what it said of waits was true', async () => {
    await openAs(browser, d, 'office', async (page) => {
      await page.goto('/workbench/hall');
      await page.getByRole('link', { name: '等候准不准' }).click();
      await page.getByRole('heading', { name: /100 次里 \d+ 次在所说范围内/ }).waitFor();
      await look(page, 'hall-waits');
      expect(await page.locator('.yc-page-back').getAttribute('href')).toBe(`/workbench/hall?hall=${outletId}`);
      await page
        .getByRole('button', { name: /个号，/ })
        .first()
        .click();
      await page.getByRole('heading', { name: /时取的号/ }).waitFor();
      await page.setViewportSize({ width: 390, height: 844 });
      await look(page, 'hall-waits-hour');
    });
  });
});
