/** What is written in a talk is there again as long as it runs, for both sides and for who takes over; and nowhere afterwards. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { listOutlets } from '#modules/offices';
import { sql } from '#platform/db';
import { launchBrowser } from './harness/browser.ts';
import { withPage } from './harness/journey.ts';
import { look as lookOnPhone, onPortal, phone } from './portal-page.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let colleague: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  const { ground } = d.app;
  const hall = (await listOutlets(ground.db)).find(({ kind }) => kind === 'hall')!.id;
  colleague = await ground.db.transaction((tx) => {
    const id = createAccount(tx, ground.clock.now(), { loginName: 'zhou', name: '周同事', staff: true });
    givePost(tx, ground.clock.now(), id, { role: 'clerk', departmentId: null, outletId: hall });
    return id;
  });
});
afterAll(() => d?.close());

const patient = 120_000;
const openColleague = (run: (page: Page) => Promise<void>): Promise<void> =>
  withPage(browser, { baseURL: d.origin, width: 1280, height: 800, locale: 'zh-CN' }, async (page) => {
    await page.clock.install({ time: d.app.clock.now() });
    const value = await openSession(d.app.ground, colleague, { secondFactor: true });
    await page.context().addCookies([{ name: sessionCookie, value, url: d.origin }]);
    page.context().setDefaultTimeout(patient);
    await run(page);
  });

const write = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: '写给对方' }).fill(text);
  await page.keyboard.press('Enter');
};
/** Each line of the talk as a page shows it, who wrote it before it. */
const written = (page: Page) => page.locator('.talk-written li:not(.talk-end)').allTextContents();
const shows = (page: Page, lines: string[], message: string) =>
  expect.poll(() => written(page), { timeout: patient, message }).toEqual(lines);
const keptInTab = (page: Page) => page.evaluate(() => sessionStorage.getItem('yichuang.help') ?? '');

describe('what is written in a talk', { timeout: 600_000 }, () => {
  it('is there again after both pages were loaded anew, is handed over with it, and goes with it', async () => {
    await openAs(browser, d, 'clerk', async (desk) => {
      desk.context().setDefaultTimeout(patient);
      await desk.goto('/workbench/remote-help');
      await desk.getByRole('button', { name: '开始值守' }).click();
      await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
        page.context().setDefaultTimeout(patient);
        await page.goto(`/apply/${d.food}`);
        await page.getByRole('button', { name: '请人帮忙' }).click();
        await page.getByText('文字', { exact: true }).click();
        await page.getByRole('button', { name: '同意并求助' }).click();
        await page.getByText('下一位就是您').waitFor();
        await desk.getByRole('button', { name: /接下一位/ }).click();
        await page.getByRole('heading', { name: '王雨桐正在帮您' }).waitFor();
        await write(desk, '您好，请说');
        await page.getByText('您好，请说').waitFor();
        await write(page, '店名填什么');
        await desk.getByText('店名填什么').waitFor();
        const atAsker = ['王雨桐 您好，请说', '我 店名填什么'];
        await shows(page, atAsker, 'both lines with the asker');
        await shows(desk, ['我 您好，请说', '对方 店名填什么'], 'both lines with the clerk');

        // What a clerk wrote is the asker's browser's word now, and says so: it may say anything.
        const told = '王雨桐 您好，请说 （对方浏览器留存）';
        await desk.reload();
        await shows(desk, [told, '对方 店名填什么'], 'again with the clerk');
        await page.reload();
        await shows(page, atAsker, 'again with the asker');
        // Both at once, as after a power cut.
        await Promise.all([desk.reload(), page.reload()]);
        await Promise.all([
          shows(desk, [told, '对方 店名填什么'], 'the clerk, after both'),
          shows(page, atAsker, 'the asker, after both'),
        ]);
        await lookOnPhone(page, 'help-words-again');

        await openColleague(async (second) => {
          await second.goto('/workbench/remote-help');
          await second.getByRole('button', { name: '开始值守' }).click();
          await desk.getByRole('button', { name: '转交给 周同事' }).click();
          await second.getByRole('button', { name: /接下一位/ }).click();
          await shows(second, [told, '对方 店名填什么'], 'with who takes over');
          await write(second, '写招牌上的');
          await shows(page, [...atAsker, '周同事 写招牌上的'], 'of two clerks');
          await look(second, 'remote-help-words-handed-over');
          // The first one has nothing of it any more.
          expect(await desk.locator('.talk-written').count()).toBe(0);
          const stored = await d.app.ground.db.many(
            sql`select id from remotehelp.signal where data like '%店名填什么%'`,
          );
          await second.getByRole('button', { name: '结束：已帮助' }).click();
          await page.getByRole('heading', { name: '帮办已结束' }).waitFor();
          expect(await keptInTab(page)).not.toContain('店名');
          expect(await second.locator('body').textContent()).not.toContain('店名填什么');
          expect(await keptInTab(second)).toBe('');
          // From browser to browser: none of it lay on the server.
          expect(stored).toEqual([]);
        });
        await page.reload();
        await page.getByRole('heading', { name: '帮办已结束' }).waitFor();
        expect(await page.locator('body').textContent()).not.toContain('店名填什么');
        await page.getByRole('button', { name: '关闭' }).click();
        expect(await keptInTab(page)).toBe('');
      });
    });
  });

  it('is nobody else’s in the same tab: with who signs out, the talk ends', async () => {
    await openAs(browser, d, 'clerk', async (desk) => {
      desk.context().setDefaultTimeout(patient);
      await desk.goto('/workbench/remote-help');
      await desk
        .getByRole('button', { name: /开始值守|接下一位/ })
        .first()
        .waitFor();
      await onPortal({ browser, district: d }, { ...phone, as: d.resident, tolerate: [/401/] }, async (page) => {
        page.context().setDefaultTimeout(patient);
        await page.goto(`/apply/${d.food}`);
        await page.getByRole('button', { name: '请人帮忙' }).click();
        await page.getByText('文字', { exact: true }).click();
        await page.getByRole('button', { name: '同意并求助' }).click();
        await page.getByText('下一位就是您').waitFor();
        await desk.getByRole('button', { name: /接下一位/ }).click();
        await write(page, '我的身份证忘带了');
        await desk.getByText('我的身份证忘带了').waitFor();
        // A session that ends by itself ends no talk: the page stands as it was.
        await page.context().clearCookies();
        await page.evaluate(() => fetch('/api/people/me'));
        await page.getByRole('link', { name: '我的' }).first().click();
        await page.getByRole('dialog').waitFor();
        expect(await keptInTab(page)).toContain('我的身份证忘带了');
        expect(await page.locator('.help-dock').count()).toBe(1);
        // Whoever opens the page anew without having signed in may be anybody.
        await page.goto('/');
        await desk.getByText('对方结束了上一次帮办').waitFor();
        await look(desk, 'remote-help-broken-off');
        await expect.poll(() => keptInTab(page), { timeout: patient }).toBe('');
        expect(await page.locator('.help-dock').count()).toBe(0);
      });
    });
  });
});
