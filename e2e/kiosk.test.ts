/** A kiosk: registered, used by people one after the other, and nothing of anybody is left for the next. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { hallContract, usualFairness } from '#modules/hall/contract';
import { kiosksContract } from '#modules/kiosks/contract';
import { listOutlets } from '#modules/offices';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot, withPage } from './harness/journey.ts';
import { draw, look as lookOnPhone, onPortal, phone, soon } from './portal-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';
import { look as lookAtDesk, openAs } from './workbench-page.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let outletId: string;
let kioskId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  const { app, staff } = d;
  outletId = (await listOutlets(app.ground.db)).find(({ kind }) => kind === 'hall')!.id;
  const limits = { remote: true, ticketsPerPerson: 4, bookingsPerPerson: 2, holdMinutes: 10, daysAhead: 14 };
  await app.call(staff.office, hallContract.savePlace, { params: { id: outletId }, body: { ...usualFairness, ...limits } }); // prettier-ignore
  const errand = newId();
  const fields = { prefix: 'A1', name: '综合受理', nameEn: 'Any matter', zone: 'A 综合受理', departmentId: null, minutes: 9, slotMinutes: 30, slotCapacity: 2, position: 1, retired: false }; // prettier-ignore
  await app.call(staff.office, hallContract.saveErrand, { params: { id: errand }, body: { outletId, ...fields } });
  const window = { outletId, number: 'A01', zone: 'A 综合受理', name: '综合受理', nameEn: 'Any matter', kind: 'general' as const, departmentId: null }; // prettier-ignore
  const { id } = await app.call(staff.office, officesContract.createWindow, { body: window });
  await app.call(staff.office, hallContract.setDuty, { params: { id }, body: { errandIds: [errand] } });
  kioskId = newId();
  const kiosk = { outletId, name: '1号自助机', nameEn: 'Kiosk 1', place: '一楼大门右侧', idleSeconds: 90, hasPrinter: true, printerId: null }; // prettier-ignore
  await app.call(staff.office, kiosksContract.createKiosk, { body: { id: kioskId, ...kiosk } });
  await app.call(staff.office, kiosksContract.bringPaper, { params: { id: kioskId }, body: { sheets: 100 } });
});
afterAll(async () => {
  await browser?.close();
  await d?.close();
});

async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await shoot(page, `kiosk-${name}`);
}
const portrait = { width: 1080, height: 1920, locale: 'zh-CN', hasTouch: true } as const;

/** The machine, registered, in a browser of its own. */
const onKiosk = (view: { width: number; height: number; tolerate?: RegExp[] }, run: (page: Page) => Promise<void>) =>
  withPage(browser, { baseURL: d.origin, ...portrait, ...view }, async (page) => {
    await page.clock.install({ time: d.app.clock.now() });
    const { code } = await d.app.call(d.staff.office, kiosksContract.renewCodes, { params: { id: kioskId }, body: { which: 'registration' } }); // prettier-ignore
    await page.goto('/kiosk');
    await page.getByRole('heading', { name: '登记这台自助机' }).waitFor();
    for (const digit of code) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.locator('#main').getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '您好，要办什么？' }).waitFor();
    await run(page);
  });
const tile = (page: Page, name: string) => page.locator('#main').getByText(name, { exact: true }).first();

/** The phone scans what the kiosk shows, and its owner picks the number. */
async function approve(page: Page, shot = false): Promise<void> {
  const box = page.locator('[data-address]');
  const address = (await box.getAttribute('data-address'))!;
  const number = (await page.locator('.kiosk-number').textContent())!;
  await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (mobile) => {
    await mobile.goto(new URL(address).pathname);
    await mobile.getByRole('heading', { name: '在自助机上登录' }).waitFor();
    if (shot) await lookOnPhone(mobile, 'at-kiosk');
    await mobile.getByRole('button', { name: number, exact: true }).click();
    await mobile.getByRole('heading', { name: '已同意，请看自助机' }).waitFor();
  });
  await page.clock.runFor(2_500);
}

/** All that a browser keeps, and what the page shows. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    history: history.length,
    cookies: document.cookie,
    typed: [...document.querySelectorAll('input')].map(({ value }) => value).join(''),
    text: document.body.innerText,
  }));

async function nothingIsLeft(page: Page): Promise<void> {
  await soon(() => page.getByRole('heading', { name: '您好，要办什么？' }).count()).toBe(1);
  const found = await kept(page);
  expect(found).toMatchObject({ session: {}, databases: 0, caches: 0, cookies: '', typed: '' });
  expect(Object.keys(found.local).filter((key) => key !== 'yichuang.language')).toEqual([]);
  expect(found.text).not.toMatch(/陈小满|199/);
  const cookies = await page.context().cookies();
  expect(cookies.map(({ name }) => name)).toEqual(['yichuang_kiosk']);
  const open = await d.app.ground.db.many(
    sql`select id from people.session where shared and ended_at is null union all
        select id from kiosks.sitting where kiosk_id = ${kioskId} and (session_id is not null or account_id is not null)`,
  );
  expect(open).toEqual([]);
}

describe('a kiosk', () => {
  it('gives a ticket, signs somebody in by phone, takes an application, prints, and forgets them', async () => {
    await onKiosk({ width: 1080, height: 1920 }, async (page) => {
      const before = (await kept(page)).history;
      await look(page, 'home');
      await tile(page, '取号').click();
      await tile(page, '综合受理').waitFor();
      await look(page, 'errands');
      await tile(page, '综合受理').click();
      await tile(page, '老年人').click();
      await look(page, 'who');
      await page.locator('.kiosk-big.primary', { hasText: '取号' }).click();
      await page.getByText('A1001').waitFor();
      await look(page, 'ticket');

      await page.getByRole('link', { name: '首页' }).click();
      await tile(page, '办理事项').click();
      await page.locator('[data-address]').waitFor();
      await look(page, 'sign-in');
      await approve(page, true);
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
      await tile(page, '预约').click();
      await tile(page, '综合受理').click();
      await tile(page, '10:00').click();
      await page.getByRole('button', { name: '确认预约' }).click();
      await page.getByText('预约好了').waitFor();
      await look(page, 'booked');

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
      await page.locator('.kiosk-big.primary', { hasText: '打印' }).click();
      await page.getByRole('heading', { name: /请在出纸口取走/ }).waitFor();
      expect(Number(await page.evaluate(() => document.body.dataset.printed))).toBeGreaterThanOrEqual(2);
      await look(page, 'take-paper');

      // Nobody touches it any more: it warns, then it ends, and the paper that was not taken is noted.
      await page.clock.runFor(92_000);
      await page.getByRole('button', { name: '我还在，继续办' }).waitFor();
      await look(page, 'warning');
      await page.clock.runFor(22_000);
      await nothingIsLeft(page);
      expect((await kept(page)).history).toBe(before);
      const left = await d.app.call(d.staff.office, kiosksContract.listLeftPapers, { query: {} });
      expect(left.total).toBe(1);
      await openAs(browser, d, 'office', async (desk) => {
        await desk.goto('/workbench/kiosks');
        await desk.getByRole('heading', { name: '1号自助机' }).waitFor();
        await lookAtDesk(desk, 'kiosks');
        await desk.getByRole('button', { name: '已销毁' }).click();
        await desk.getByRole('button', { name: '已销毁' }).waitFor({ state: 'hidden' });
      });
    });
  });

  it('lets go of somebody while the network is gone, and after a power cut', async () => {
    const tolerate = [/ERR_INTERNET_DISCONNECTED/];
    await onKiosk({ width: 1920, height: 1080, tolerate }, async (page) => {
      await tile(page, '查进度').click();
      await look(page, 'track');
      await page.getByRole('button', { name: /或用手机登录/ }).click();
      await page.locator('[data-address]').waitFor();
      await approve(page);
      await page.getByRole('heading', { name: '我的办件' }).waitFor();
      await page.context().setOffline(true);
      await page.getByText('网络断了').waitFor();
      await look(page, 'offline');
      await page.getByRole('button', { name: '结束并清除信息' }).click();
      await page.getByText('屏幕上的信息已清除').waitFor();
      expect((await kept(page)).text).not.toContain('公积金');
      await page.context().setOffline(false);
      await page.clock.runFor(4_000);
      await nothingIsLeft(page);

      // Signed in again; then the machine loses its power and is switched on.
      await tile(page, '打印证明').click();
      await page.locator('[data-address]').waitFor();
      await approve(page);
      await page.locator('.kiosk-tile').first().waitFor();
      await page.goto('about:blank');
      await page.goto('/kiosk');
      await nothingIsLeft(page);
    });
  });

  it('serves who reads English, sees little, sits, or has keys alone; and is locked', async () => {
    await onKiosk({ width: 1280, height: 800 }, async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Hello. What would you like to do?' }).waitFor();
      await look(page, 'home-english');
      await page.getByRole('button', { name: 'High contrast' }).click();
      await page.getByRole('button', { name: 'Low controls' }).click();
      await look(page, 'home-contrast-low');
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('.kiosk button, .kiosk a')]
          .map((one) => one.getBoundingClientRect())
          .filter(({ width, height }) => width < 64 || height < 63.5)
          .map(({ width, height }) => `${width} x ${height}`),
      );
      expect(small).toEqual([]);
      await page.keyboard.press('6');
      await page.getByRole('heading', { name: 'Queues of all halls' }).waitFor();
      await look(page, 'queues');
      await page.keyboard.press('0');
      await page.getByRole('heading', { name: 'Hello. What would you like to do?' }).waitFor();
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
      await page.getByRole('link', { name: 'Staff' }).click();
      const { code } = await d.app.call(d.staff.office, kiosksContract.renewCodes, { params: { id: kioskId }, body: { which: 'staff' } }); // prettier-ignore
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
