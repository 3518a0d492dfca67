/**
 * One visit over four devices at once, each a browser of its own: a ticket from the kiosk is called at the window, shown and said in the zone,
 * followed on the phone, served, linked to a case, and rated.
 */
import jsqr from 'jsqr';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { kiosksContract } from '#modules/kiosks/contract';
import { ratingsContract } from '#modules/ratings/contract';
import { shanghaiDay } from '#platform/clock';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { phraseOf } from '#web/features/hall/voice/phrase.ts';
import { zh } from '#web/features/hall/voice/zh.ts';
import { LoopbackPrinter } from '../server/modules/hall/printing/printer-testing.ts';
import { printDue } from '../server/modules/hall/printing/print-tickets.ts';
import { launchAnother, launchBrowser } from './harness/browser.ts';
import { withPage } from './harness/journey.ts';
import { look, onPortal, phone, soon } from './portal-page.ts';
import { openScreensHall, zone, type ScreensHall } from './screens-hall.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';
import { openAs } from './workbench-page.ts';

let d: WorkbenchDistrict;
let hall: ScreensHall;
let printer: LoopbackPrinter;
/** Kiosk, wall, window, phone. */
let browsers: Browser[] = [];
beforeAll(async () => {
  d = await openWorkbenchDistrict();
  hall = await openScreensHall(d);
  printer = new LoopbackPrinter();
  browsers = await Promise.all([launchBrowser(), launchAnother(), launchAnother(), launchAnother()]);
});
afterAll(async () => {
  await Promise.all(browsers.slice(1).map((browser) => browser.close()));
  await d?.close();
  await printer?.stop();
});

/** A kiosk of the hall, in a browser that stands for the machine. */
async function onKiosk(run: (page: Page) => Promise<void>): Promise<void> {
  const { app, staff } = d;
  const [id, printerId] = [newId(), newId()];
  const body = {
    outletId: hall.outletId,
    name: '大门',
    zone: '',
    host: '127.0.0.1',
    port: await printer.start(),
    retired: false,
  };
  await app.call(staff.office, hallContract.savePrinter, { params: { id: printerId }, body });
  const kiosk = {
    outletId: hall.outletId,
    name: '1号自助机',
    nameEn: 'Kiosk 1',
    place: '一楼大门右侧',
    idleSeconds: 90,
  };
  await app.call(staff.office, kiosksContract.createKiosk, { body: { id, ...kiosk, hasPrinter: false, printerId } }); // prettier-ignore
  const { code } = await app.call(staff.office, kiosksContract.renewCodes, { params: { id }, body: { which: 'registration' } }); // prettier-ignore
  const view = { baseURL: d.origin, width: 1080, height: 1920, locale: 'zh-CN', hasTouch: true };
  await withPage(browsers[0]!, view, async (page) => {
    await page.clock.install({ time: app.clock.now() });
    await page.goto('/kiosk');
    await page.getByRole('heading', { name: '登记这台自助机' }).waitFor();
    for (const digit of code) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.locator('#main').getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '您好，要办什么？' }).waitFor();
    await run(page);
  });
}

/** The screen of the zone, opened by its code; all that it says is written down as it is said. */
async function onWall(run: (page: Page, said: () => Promise<string[]>) => Promise<void>): Promise<void> {
  const { code } = await d.app.call(d.staff.office, hallContract.addScreen, {
    params: { id: hall.outletId },
    body: { name: '一楼东侧', shows: 'zone', zone, windowId: null, sound: true },
  });
  await withPage(browsers[1]!, { baseURL: d.origin, width: 1920, height: 1080, locale: 'zh-CN' }, async (page) => {
    await page.addInitScript(() => {
      const said: number[] = [];
      Object.assign(globalThis, { said });
      const { start } = AudioBufferSourceNode.prototype;
      AudioBufferSourceNode.prototype.start = function (when?: number, from?: number, seconds?: number): void {
        said.push(from ?? 0);
        start.call(this, when, from, seconds);
      };
    });
    await page.goto('/hall/wall');
    await page.getByLabel('输入这块屏的代码').fill(code!);
    await page.getByRole('button', { name: '打开' }).click();
    await page.getByText('请留意叫号').waitFor();
    // Each clip is known by the second at which it begins.
    const words = new Map(Object.entries(zh).map(([word, [from]]) => [from, word]));
    await run(page, async () => {
      const starts = await page.evaluate(() => (globalThis as unknown as { said: number[] }).said);
      return starts.map((from) => words.get(from) ?? '?');
    });
  });
}

/** What a phone reads that is held before a code. */
async function scan(code: Locator): Promise<string> {
  const { data, info } = await sharp(await code.screenshot()).ensureAlpha().raw().toBuffer({ resolveWithObject: true }); // prettier-ignore
  return jsqr.default(new Uint8ClampedArray(data), info.width, info.height)!.data;
}

it('takes one visit through kiosk, window, screen and phone', async () => {
  await onWall((wall, said) =>
    onKiosk((kiosk) =>
      openAs(browsers[2]!, d, 'clerk', (desk) =>
        onPortal({ browser: browsers[3]!, district: d }, phone, async (mobile) => {
          // She has applied before, and comes to ask about it.
          const { id, number: caseNumber } = await d.submitFood('accepted');
          await desk.goto('/workbench/desk');
          await desk.getByRole('button', { name: /^A01/ }).click();
          await desk.getByText('窗口空闲').waitFor();

          // At the kiosk, without an account; the phone scans the code beside the number.
          const tile = (name: string) => kiosk.locator('#main').getByText(name, { exact: true }).first();
          await tile('取号').click();
          await tile('综合受理').click();
          await kiosk.locator('.kiosk-big.primary', { hasText: '取号' }).click();
          const number = (await kiosk.locator('.kiosk-ticket').textContent())!;
          await kiosk.getByText(/正在打印号票/).waitFor();
          expect(await printDue(d.app.ground)).toBe(1);
          await kiosk.getByText('号票已打印，请取走').waitFor();
          expect(printer.slips[0]!.lines).toContain(number);
          const address = new URL(await scan(kiosk.locator('.kiosk-scan svg')));
          await mobile.goto(address.pathname);
          await mobile.getByText('下一位就是您').waitFor();
          await wall.locator('.screen-waiting li', { hasText: '综合受理' }).getByText('1 人').waitFor();

          // Called: all hear of it by themselves.
          await desk.locator('.desk-acts kbd', { hasText: /^N$/ }).waitFor();
          await desk.keyboard.press('n');
          await desk.locator('.desk-number').getByText('已叫号').waitFor();
          await wall.locator('.screen-calls li', { hasText: number }).getByText('A01').waitFor();
          await soon(async () => (await said()).join(' ')).toContain(
            phraseOf('zh', { number, windowNumber: 'A01' }).join(' '),
          );
          await mobile.getByText('请到 A01 号窗口').waitFor();
          await mobile.getByRole('button', { name: '我正在过来' }).click();
          await desk.locator('.desk-number').getByText('正在过来').waitFor();

          // Served; the case that she came about is linked on its page, and what she hands in now is linked by itself.
          await desk.keyboard.press('s');
          await desk.locator('.desk-number').getByText('办理中').waitFor();
          await mobile.getByText('正在办理').first().waitFor();
          const handedIn = await d.submitFood();
          await desk.goto(`/workbench/cases/${id}`);
          await desk.getByRole('button', { name: `${number} 号就是为这件事来的` }).click();
          await desk.getByText(`${number} 号，A01 窗口`).waitFor();
          await desk.goto('/workbench/desk');
          for (const shown of [caseNumber, handedIn.number])
            await desk.locator('.desk-cases').getByText(shown).waitFor();
          await desk.locator('.desk-acts kbd', { hasText: /^F$/ }).waitFor();
          await desk.keyboard.press('f');
          await desk.getByText('窗口空闲').waitFor();

          // Rated where it was followed; the wall has forgotten the number, and said it once.
          await mobile.getByRole('button', { name: '非常满意' }).click();
          await mobile.getByText('谢谢，您的评价已经收到').waitFor();
          await look(mobile, 'visit-rated');
          await wall.getByText('请留意叫号').waitFor();
          expect((await said()).filter((word) => word === 'please')).toHaveLength(1);

          const { app, staff } = d;
          const today = shanghaiDay(app.clock.now());
          const rated = await app.call(staff.office, ratingsContract.listVisitRatings, {
            query: { from: today, to: today },
          });
          expect(rated.rows).toMatchObject([{ ticketNumber: number, level: 'verySatisfied' }]);
          const visits = await app.call(staff.office, hallContract.visitsOfCase, { params: { id } });
          expect(visits).toMatchObject([{ number, windowNumber: 'A01', handedIn: false }]);
          const others = await app.call(staff.office, hallContract.visitsOfCase, { params: { id: handedIn.id } });
          expect(others).toMatchObject([{ number, handedIn: true }]);
          const acts = await app.ground.db.many<{ act: string }>(
            sql`select s.act from hall.segment s join hall.ticket t on t.id = s.ticket_id where t.number = ${number} order by s.seq`,
          );
          expect(acts.map(({ act }) => act)).toEqual(['take', 'call', 'come', 'serve', 'finish']);
        }),
      ),
    ),
  );
});
