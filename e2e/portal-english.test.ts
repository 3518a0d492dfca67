/** The same journey in English. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import { choose, draw, fillIn, foodAnswers, look, onPortal, phone, signIn, soon, title, write } from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
});
afterAll(() => district?.close());

describe('the portal', () => {
  it('is English throughout, legal texts and what people wrote excepted', async () => {
    const view = { ...phone, locale: 'en-GB' };
    await onPortal({ browser, district }, view, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: 'Having a child' }).waitFor();
      await inEnglish(page, 'home');
      await page.getByRole('combobox').fill('open a restaurant');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('link', { name: 'Open a restaurant' }).first().waitFor();
      await inEnglish(page, 'results');
      await page.getByRole('link', { name: 'Open a restaurant' }).first().click();
      await page.locator('.offices-card').first().waitFor();
      await inEnglish(page, 'guide');
      await page.getByRole('button', { name: 'The law' }).click();
      await page.getByText('If you disagree').waitFor();
      await inEnglish(page, 'guide-legal');
      await page.getByRole('link', { name: 'Apply online' }).click();
      await page.locator('#main').getByRole('link', { name: 'Sign in' }).click();
      await page.getByText('Demo accounts').waitFor();
      await inEnglish(page, 'sign-in');
      await signIn(page, 'anna');
      await soon(() => title(page).textContent()).toBe('What will you run');
      await fillIn(page, englishAnswers(district.creditCode), /^Check your answers/, (one) =>
        chineseLeft(one).then((left) => expect(left).toEqual([])),
      );
      await inEnglish(page, 'check');
      await page.getByRole('button', { name: 'Send the application' }).click();
      await soon(() => title(page).textContent()).toBe('Sent');
      await page.getByText(/working days/).waitFor();
      await inEnglish(page, 'submitted');
      await page
        .locator('#main')
        .getByRole('link', { name: /this matter/i })
        .click();
      await page.getByRole('heading', { name: 'Documents' }).waitFor();
      await inEnglish(page, 'case');
    });
  });

  it('is English on the other pages, too', async () => {
    const view = { ...phone, locale: 'en-GB', as: district.anna };
    await onPortal({ browser, district }, view, async (page) => {
      for (const address of [
        '/services',
        '/mine',
        '/mine/inbox',
        '/mine/profile',
        '/mine/acting',
        '/mine/acting/new',
        '/mine/password',
        '/places',
        '/queue',
        '/after-hours',
        '/complaints',
        '/track',
        '/verify',
        '/register',
        '/recover',
        '/no-such-page',
      ]) {
        await page.goto(address);
        await page.locator('#main h1, #main .yc-state').first().waitFor();
        await soon(() => page.locator('.yc-loading').count()).toBe(0);
        await inEnglish(page, address.slice(1).replaceAll('/', '-'));
      }
    });
  });
});

async function inEnglish(page: Page, name: string): Promise<void> {
  // Names of items come a moment after their numbers.
  await soon(() => chineseLeft(page), name).toEqual([]);
  await look(page, `en-${name}`);
}

/** Visible Chinese text that is not marked as Chinese. */
const chineseLeft = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement!;
      const text = node.textContent?.trim() ?? '';
      if (!/[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/.test(text) || parent.closest('noscript, script, style'))
        continue;
      if (!parent.closest('[lang]')!.getAttribute('lang')!.startsWith('zh') && parent.checkVisibility())
        found.push(text);
    }
    return found;
  });

type Answer = (page: Page) => Promise<unknown>;
const englishAnswers = (creditCode: string): Record<string, Answer> => ({
  ...Object.fromEntries(
    Object.entries(foodAnswers(creditCode))
      .filter(([key]) => key === '请交')
      .map(([, attach]) => ['Hand in', attach]),
  ),
  'What will you run': choose('Catering'),
  'Will you sell online': choose('No'),
  'Cold dishes': choose('No'),
  'Are you applying yourself': choose('I am applying myself'),
  'Check your details': async (page) => {
    await page.getByLabel('Name of the business').fill('Anna’s Noodles');
    await page.getByLabel('Unified social credit code').fill(creditCode);
  },
  'Person in charge': write('Anna Lee'),
  'Address of the premises': write('20 Wenyuan Street, Yunxi'),
  'Floor area': write('80'),
  Items: choose('Hot dishes'),
  'Number of staff': write('6'),
  'Food safety manager': write('Anna Lee'),
  Seats: write('40'),
  'How would you like': choose('Electronic'),
  Sign: draw,
});
