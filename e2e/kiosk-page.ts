/** Pages of a kiosk: a hall with one, its browser, and the phone beside it. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { kiosksContract } from '#modules/kiosks/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { axe, noSidewaysScroll, shoot, withPage } from './harness/journey.ts';
import { anyMatter, openHall } from './opened-hall.ts';
import { look as lookOnPhone, onPortal, phone, soon } from './portal-page.ts';
import type { WorkbenchDistrict } from './workbench-district.ts';

export interface KioskPlace {
  browser: Browser;
  district: WorkbenchDistrict;
  kioskId: string;
}

/** Makes a hall of the district's first one, with a window and a kiosk that nobody has registered. */
export async function openKioskPlace(browser: Browser, district: WorkbenchDistrict): Promise<KioskPlace> {
  const { app, staff } = district;
  const { outletId } = await openHall(
    district,
    [{ ...anyMatter, slotCapacity: 2 }],
    [{ number: 'A01', zone: anyMatter.zone }],
  );
  const kioskId = newId();
  const kiosk = { outletId, name: '1号自助机', nameEn: 'Kiosk 1', place: '一楼大门右侧', idleSeconds: 90, hasPrinter: true, printerId: null }; // prettier-ignore
  await app.call(staff.office, kiosksContract.createKiosk, { body: { id: kioskId, ...kiosk } });
  await app.call(staff.office, kiosksContract.bringPaper, { params: { id: kioskId }, body: { sheets: 100 } });
  return { browser, district, kioskId };
}

export async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await shoot(page, `kiosk-${name}`);
}
const portrait = { width: 1080, height: 1920, locale: 'zh-CN', hasTouch: true } as const;

/** The machine, registered, in a browser of its own. */
export const onKiosk = (
  { browser, district: d, kioskId }: KioskPlace,
  view: { width: number; height: number; tolerate?: RegExp[] },
  run: (page: Page) => Promise<void>,
) =>
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
export const tile = (page: Page, name: string) => page.locator('#main').getByText(name, { exact: true }).first();

/** The phone scans what the kiosk shows, and its owner picks the number. */
export async function approve({ browser, district }: KioskPlace, page: Page, shot = false): Promise<void> {
  const box = page.locator('[data-address]');
  const address = (await box.getAttribute('data-address'))!;
  const number = (await page.locator('.kiosk-number').textContent())!;
  await onPortal({ browser, district }, { ...phone, as: district.resident }, async (mobile) => {
    await mobile.goto(new URL(address).pathname);
    await mobile.getByRole('heading', { name: '在自助机上登录' }).waitFor();
    if (shot) await lookOnPhone(mobile, 'at-kiosk');
    await mobile.getByRole('button', { name: number, exact: true }).click();
    await mobile.getByRole('heading', { name: '已同意，请看自助机' }).waitFor();
  });
  await page.clock.runFor(2_500);
}

/** An appointment of who has signed in, made for more than one. */
export async function bookForTwo({ district: d }: KioskPlace, page: Page): Promise<void> {
  await tile(page, '预约').click();
  await tile(page, '综合受理').click();
  for (let i = 0; i < 2; i++) await page.getByRole('button', { name: '几个人一起办 多一个' }).click();
  await look(page, 'book-who');
  await page.getByRole('button', { name: '选时间' }).click();
  // Two places in each half hour: none for three, and one party of two.
  await page.getByRole('button', { name: '10:00 余 2，不够 3 人' }).waitFor();
  expect(await page.getByRole('button', { name: /^10:00/ }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '上一步' }).click();
  await page.getByRole('button', { name: '几个人一起办 少一个' }).click();
  await page.getByRole('button', { name: '选时间' }).click();
  await tile(page, '10:00').click();
  await page.getByRole('button', { name: '确认预约' }).waitFor();
  await page.getByText('综合受理 · 2 人').waitFor();
  const [held] = (await d.app.call(d.resident, hallContract.myHall, {})).bookings;
  expect(held).toMatchObject({ state: 'held', party: 2 });
  await page.getByRole('button', { name: '确认预约' }).click();
  await page.getByText('预约好了').waitFor();
}

/** All that a browser keeps, and what the page shows. */
export const kept = (page: Page) =>
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

export async function nothingIsLeft({ district: d, kioskId }: KioskPlace, page: Page): Promise<void> {
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

/** From now on the machine can speak English, and reads each page that appears; what it has said so far. */
export async function giveVoice(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    class Spoken {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.assign(window, { said, SpeechSynthesisUtterance: Spoken });
    const voices = [{ lang: 'en-GB', name: 'English' }];
    Object.assign(speechSynthesis, {
      getVoices: () => voices,
      speak: ({ text }: Spoken) => said.push(text),
      cancel: () => {},
    });
    speechSynthesis.dispatchEvent(new Event('voiceschanged'));
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
