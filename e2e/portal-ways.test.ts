/** The same journey in other ways: an elder at 200 % zoom, the keyboard alone. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { noSidewaysScroll, zoom } from './harness/journey.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import { desk, draw, fillIn, foodAnswers, heic, look, onPortal, phone, signIn, soon, title } from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
});
afterAll(() => district?.close());

describe('the whole journey', () => {
  it('never scrolls sideways for an elder on a phone at 200 %', async () => {
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/');
      await page.getByRole('button', { name: '长辈版' }).click();
      await zoom(page, 2);
      await look(page, 'elder-home');
      await page.getByRole('combobox').fill('开饭店');
      await page.getByRole('option').first().waitFor();
      await noSidewaysScroll(page);
      await page.getByRole('button', { name: '搜索' }).click();
      await page.getByRole('link', { name: '开饭店' }).first().waitFor();
      await look(page, 'elder-results');
      await page.getByRole('link', { name: '开饭店' }).first().click();
      await page.getByText('区政务服务中心').first().waitFor();
      await look(page, 'elder-guide');
      await page.getByRole('link', { name: '在线申请' }).click();
      await page.locator('#main').getByRole('link', { name: '登录' }).click();
      await page.getByText('演示账号').waitFor();
      await look(page, 'elder-sign-in');
      await signIn(page);
      await fillIn(page, foodAnswers(district.creditCode), /^请签名/, noSidewaysScroll);
      await draw(page);
      await look(page, 'elder-sign');
      await fillIn(page, {}, /^请核对后提交/);
      await look(page, 'elder-check');
      await page.getByRole('button', { name: '提交申请' }).click();
      await soon(() => title(page).textContent()).toBe('已提交');
      await look(page, 'elder-submitted');
      await page.getByRole('link', { name: '看这件事' }).click();
      await page.getByRole('heading', { name: '办理进度' }).waitFor();
      await look(page, 'elder-case');
    });
  });

  it('never scrolls sideways on the other pages either', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto('/');
      await page.getByRole('button', { name: '长辈版' }).click();
      await zoom(page, 2);
      for (const address of [
        '/mine',
        '/mine/inbox',
        '/mine/profile',
        '/mine/acting',
        '/mine/acting/new',
        '/places',
        '/track',
        '/verify',
        '/register',
        '/recover',
      ]) {
        await page.goto(address);
        await title(page).waitFor();
        await look(page, `elder${address.replaceAll('/', '-')}`);
      }
    });
  });

  it('goes by the keyboard alone', async () => {
    await onPortal({ browser, district }, { ...desk, as: district.resident }, async (page) => {
      const { keyboard } = page;
      // What a person picks in the dialog of their machine.
      page.on('filechooser', (chooser) => void chooser.setFiles(heic));
      await page.goto('/');
      await title(page).waitFor();
      await keyboard.press('Tab');
      expect(await focusedName(page)).toBe('跳到正文');
      await keyboard.press('Enter');
      await tabTo(page, '您要办什么事');
      await keyboard.type('开饭店');
      await page
        .getByRole('option', { name: /^开饭店/ })
        .first()
        .waitFor();
      await keyboard.press('ArrowDown');
      await keyboard.press('Enter');
      await soon(() => title(page).textContent()).toBe('开饭店');
      await tabTo(page, '在线申请');
      await keyboard.press('Enter');
      await soon(() => title(page).textContent()).toBe('为谁办理？');
      const answers = keyAnswers(district.creditCode);
      for (let count = 0; count < 40; count += 1) {
        const asked = (await title(page).textContent())!.trim();
        if (asked.startsWith('请核对后提交')) break;
        // Each new page has the focus at its title, or above it when it was long in coming.
        await soon(() => page.evaluate(() => document.activeElement?.tagName)).toMatch(/H1|MAIN/);
        const answer = Object.entries(answers).find(([key]) => asked.startsWith(key))?.[1];
        await answer?.(page);
        await tabTo(page, '下一步');
        await keyboard.press('Enter');
        await soon(async () => (await title(page).textContent())?.trim(), `after “${asked}”`).not.toBe(asked);
      }
      await tabTo(page, '提交申请');
      await keyboard.press('Enter');
      await soon(() => title(page).textContent()).toBe('已提交');
      // The title has the focus: a screen reader says that it went well.
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    });
  });
});

/** What a screen reader would call the control that has the focus. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    if (!element || element === document.body || element.tabIndex < 0) return '';
    const label = element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent ?? '';
    return label.trim();
  });

/** Presses the tabulator until the element of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let count = 0; count < 80; count += 1) {
    if ((await focusedName(page)).startsWith(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard did not reach “${name}”, but “${await focusedName(page)}”`);
}

type ByKeys = (page: Page) => Promise<unknown>;
/** Into the group, then with the arrows to the choice. */
const arrowTo =
  (name: string): ByKeys =>
  async (page) => {
    await soon(async () => {
      await page.keyboard.press('Tab');
      return page.evaluate(() => (document.activeElement as HTMLInputElement).type);
    }).toBe('radio');
    for (let count = 0; count < 8 && !(await focusedName(page)).startsWith(name); count += 1)
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
  };
const type =
  (label: string, text: string): ByKeys =>
  async (page) => {
    await tabTo(page, label);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  };

const keyAnswers = (creditCode: string): Record<string, ByKeys> => ({
  为谁办理: arrowTo('我自己'),
  您做哪一种: arrowTo('餐饮服务'),
  在网上卖吗: arrowTo('不在网上卖'),
  做不做冷荤: arrowTo('不做'),
  是本人来办吗: arrowTo('本人办理'),
  请核对您的信息: async (page) => {
    await type('店名', '小满面馆')(page);
    await type('统一社会信用代码', creditCode)(page);
  },
  法定代表人: type('法定代表人', '陈小满'),
  经营场所地址: type('经营场所地址', '云溪区文渊街20号'),
  经营场所面积: type('经营场所面积', '80'),
  经营项目: async (page) => {
    await tabTo(page, '热食类食品制售');
    await page.keyboard.press('Space');
  },
  从业人员人数: type('从业人员人数', '6'),
  食品安全管理人员: type('食品安全管理人员', '陈小满'),
  座位数: type('座位数', '40'),
  请交: async (page) => {
    // What may follow later, or be promised, asks first how it comes.
    if (await page.getByRole('radio', { name: '现在上传' }).count()) await arrowTo('现在上传')(page);
    await tabTo(page, '选择文件');
    await page.keyboard.press('Enter');
    await page.getByText(/ · 已上传/).waitFor();
  },
  结果怎么给您: arrowTo('电子版'),
  请签名: async (page) => {
    await tabTo(page, '不方便手写');
    await page.keyboard.press('Enter');
    await type('输入您的姓名', '陈小满')(page);
  },
});
