/** A kiosk that nobody touches warns before it ends: both answers are really given, and nothing behind the warning is pressed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { nothingIsLeft, onKiosk, openKioskPlace, tile, type KioskPlace } from './kiosk-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let place: KioskPlace;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  place = await openKioskPlace(browser, d);
});
afterAll(() => d?.close());

it('is answered when it warns, by finger, mouse and keys, and what lies behind the warning is not pressed', async () => {
  await onKiosk(place, { width: 1080, height: 1920 }, async (page) => {
    const warning = page.getByRole('dialog');
    const errands = page.getByRole('heading', { name: '来办什么？' });
    const stillHere = page.getByRole('button', { name: '我还在，继续办' });
    const end = warning.getByRole('button', { name: '结束并清除信息' });
    const warned = async (): Promise<void> => {
      await page.clock.runFor(92_000);
      await warning.waitFor();
    };
    const goOn = async (press: () => Promise<void>): Promise<void> => {
      await warned();
      await press();
      await warning.waitFor({ state: 'hidden' });
      expect(await errands.count()).toBe(1);
    };
    const endsBy = async (press: () => Promise<void>): Promise<void> => {
      await tile(page, '取号').click();
      await errands.waitFor();
      await warned();
      await press();
      await nothingIsLeft(place, page);
    };
    await endsBy(() => end.tap());
    await endsBy(() => end.click());
    await endsBy(async () => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    });
    await tile(page, '取号').click();
    await errands.waitFor();
    await goOn(() => stillHere.tap());
    await goOn(() => stillHere.click());
    await goOn(() => page.keyboard.press('Enter'));
    await goOn(() => page.keyboard.press('Escape'));
    await goOn(() => page.touchscreen.tap(540, 20));
    // Digits choose on the page: not before the warning is answered. Whoever looks for a key is given time to find it.
    await warned();
    await page.clock.runFor(15_000);
    await page.keyboard.press('1');
    await page.clock.runFor(15_000);
    await stillHere.tap();
    await warning.waitFor({ state: 'hidden' });
    expect(await errands.count()).toBe(1);
    await page.getByRole('link', { name: '首页' }).click();
  });
});
