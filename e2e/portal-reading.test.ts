/** A resident photographs a property certificate: what it says goes into the form, and what she filled in otherwise stays beside it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeReading } from '#modules/reading';
import { sql } from '#platform/db';
import { propertyCertificate } from '../bench/prereview/documents/tables.ts';
import { drawPaper, openPress } from '../bench/prereview/paper.ts';
import { takePhoto } from '../bench/prereview/photo.ts';
import { Random } from '#platform/random';
import { launchBrowser } from './harness/browser.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import { desk, jpeg, look, onPortal, phone, soon, title, type Picked } from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
let itemId: string;
let certificate: Picked;
let printed: Record<string, string>;
beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
  ({ id: itemId } = await district.app.ground.db.one<{ id: string }>(
    sql`select id from catalogue.item where code like ${'%-330115003000'}`,
  ));
  const random = new Random(3, 'journey');
  const paper = propertyCertificate(random);
  printed = paper.expected;
  const press = await openPress(browser);
  const { jpeg: buffer } = await takePhoto(
    await drawPaper(press, paper, 1800),
    {
      quarters: 1,
      turn: 4,
      tilt: 8,
      tiltTowards: 1,
      blur: 0.7,
      quality: 80,
      glare: { x: 0.9, y: 0.9, strength: 0 },
      shadow: 0.2,
    },
    random,
  );
  await press.context().close();
  certificate = { name: '房产证.jpg', mimeType: 'image/jpeg', buffer };
});
afterAll(async () => {
  await closeReading();
  await district?.close();
});

describe('an uploaded certificate', () => {
  it('fills what is empty, and leaves what differs to her', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto(`/apply/${itemId}?step=titleNumber`);
      await soon(() => title(page).textContent()).toMatch(/不动产权证号/);
      await page.locator('.yc-wizard').getByRole('textbox').first().fill('浙（2001）云溪区不动产权第0000001号');
      await page.goto(`/apply/${itemId}?step=m-title`);
      // What was filled in before came back as a draft.
      const goOn = page.getByRole('button', { name: '接着填' });
      const upload = page.getByLabel('现在上传');
      await soon(async () => (await goOn.count()) + (await upload.count())).toBeGreaterThan(0);
      if ((await goOn.count()) > 0) await goOn.click();
      await upload.check();
      await page.locator('input[type=file]').first().setInputFiles([certificate]);
      const read = page.getByRole('region', { name: '证件上写的' });
      await read.waitFor({ timeout: 60_000 });
      await look(page, 'read-offer');
      await read.getByText(printed.location!).waitFor();
      await read.getByText('和您填的一致').waitFor();
      expect(await read.getByText(/您填的：浙（2001）/).count()).toBe(1);
      await read.getByRole('button', { name: /不动产权证号：用证件上的/ }).click();
      await soon(() => read.getByText('和您填的一致').count()).toBe(2);
    });
  });

  it('in which nothing is written holds nobody up', async () => {
    await onPortal({ browser, district }, { ...desk, locale: 'en-GB', as: district.anna }, async (page) => {
      await page.goto(`/apply/${itemId}?step=m-title`);
      await page.getByLabel('Upload it now').check();
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([await jpeg('cat.jpg', 600)]);
      await page.getByText(/It could not be read: No legible text was found/).waitFor({ timeout: 60_000 });
      await look(page, 'read-failed-en');
    });
  });
});
