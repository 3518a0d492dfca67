/** The screens of a hall: one is added in the workbench, opened by its code, shows and says a call, and is switched from afar. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { ratingsContract } from '#modules/ratings/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { instantOn, shanghaiDay } from '#platform/clock';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot, withPage } from './harness/journey.ts';
import { callSomebody, openScreensHall, zone, type ScreensHall } from './screens-hall.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';
import { look, openAs } from './workbench-page.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let hall: ScreensHall;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  hall = await openScreensHall(d);
});
afterAll(() => d?.close());

const lookAtWall = async (page: Page, name: string): Promise<void> => {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  for (const [width, height] of [
    [1080, 1920],
    [390, 844],
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await noSidewaysScroll(page);
    await shoot(page, `${name}-${width}`);
  }
};

it('adds a screen, opens it by its code, shows and says a call, and switches it from afar', async () => {
  const { app, staff } = d;
  await app.call(staff.clerk, hallContract.openWindow, { params: { id: hall.windowId } });
  await openAs(browser, d, 'office', async (page) => {
    await page.goto(`/workbench/hall/${hall.outletId}/screens`);
    await page.getByText('还没有登记屏幕').waitFor();
    await page.getByRole('button', { name: '添加屏幕' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称（挂在哪里）').fill('一楼东侧');
    await dialog.getByRole('button', { name: '添加屏幕' }).click();
    const code = (await page.locator('.hall-code').textContent())!;
    await page.getByLabel('告示内容').fill('今日 16:30 停止取号，请提前安排');
    await page.getByRole('button', { name: '发布' }).click();
    await page.getByText('今日 16:30 停止取号').waitFor();
    // What does not arrive is said where it was pressed.
    for (const [path, press, what] of [
      ['**/api/hall/screens/*/code', '换代码 一楼东侧', '一楼东侧'],
      ['**/api/hall/postings/*', '撤下', '今日 16:30 停止取号'],
    ] as const) {
      await page.route(path, (route) => route.abort('aborted'), { times: 1 });
      await page.getByRole('button', { name: press, exact: true }).click();
      await page.locator('.hall-screen', { hasText: what }).getByRole('alert').getByText('网络不通').waitFor();
    }
    await look(page, 'screens');

    const view = {
      baseURL: d.origin,
      width: 1920,
      height: 1080,
      locale: 'zh-CN',
      tolerate: [/ERR_CONNECTION_REFUSED/],
    };
    await withPage(browser, view, async (screen) => {
      // Its clock is wrong by half a day, and the hall is quiet at night: what counts is the clock of the server.
      await screen.clock.install({ time: instantOn(shanghaiDay(app.clock.now()), '21:30') });
      const { voice } = await app.call(staff.office, hallContract.listScreens, { params: { id: hall.outletId } });
      const quiet = [{ opens: '20:00', closes: '22:00' }];
      await app.call(staff.office, hallContract.setVoice, { params: { id: hall.outletId }, body: { ...voice, quiet } });
      const heard: string[] = [];
      screen.on('request', (request) => heard.push(request.url()));
      await screen.goto('/hall/wall');
      await screen.getByLabel('输入这块屏的代码').fill(code);
      expect(await axe(screen)).toEqual([]);
      await screen.getByRole('button', { name: '打开' }).click();
      const { number } = await callSomebody(d, hall);
      // The call stands out while it is said, by the clips.
      await screen.locator('.screen-calls .said', { hasText: number }).waitFor();
      await expect.poll(() => heard.some((url) => /zh.*\.wav$/.test(url))).toBe(true);
      await lookAtWall(screen, 'wall-zone');

      // A server that is away leaves what is shown and says so; then it goes on by itself.
      await screen.route('**/api/**', (route) => route.abort('connectionrefused'));
      await screen.getByText('和服务器的连接断了').waitFor();
      expect(await screen.getByText(number).count()).toBeGreaterThan(0);
      await screen.unroute('**/api/**');
      await screen.getByText('和服务器的连接断了').waitFor({ state: 'hidden' });

      await app.call(staff.office, hallContract.listScreens, { params: { id: hall.outletId } }).then(({ screens }) =>
        app.call(staff.office, hallContract.changeScreen, {
          params: { id: screens[0]!.id },
          body: { name: '一楼东侧', shows: 'window', zone: null, windowId: hall.windowId, sound: false },
        }),
      );
      await screen.getByText('请到本窗口').waitFor();
      await lookAtWall(screen, 'wall-window');
    });
  });
});

/** Somebody at a window whose visits of last month were rated, and who agreed to be named. */
async function nameSomebody(): Promise<void> {
  const { app, staff } = d;
  const rows = Array.from({ length: 24 }, (_, i) => ({ id: newId(), ticket: newId(), level: i === 0 ? 'dissatisfied' : 'verySatisfied' })); // prettier-ignore
  for (const { id, ticket, level } of rows)
    await app.ground.db.many(sql`
      insert into ratings.visit_rating (id, ticket_id, ticket_number, outlet_id, errand_id, errand_name, window_id, level, at, on_day, account_id, clerk_name)
        values (${id}, ${ticket}, 'A001', ${hall.outletId}, ${hall.errandId}, '综合受理', ${hall.windowId}, ${level}, '2026-05-20T10:00:00+08:00', '2026-05-20',
          ${staff.clerk}, '王雨桐')`);
  await app.call(staff.clerk, ratingsContract.answerHonour, { body: { actionId: newId(), agrees: true } });
}

it('shows all queues and what is posted on an information screen, in both languages', async () => {
  await nameSomebody();
  const day = shanghaiDay(d.app.clock.now());
  await d.app.call(d.staff.office, hallContract.savePosting, {
    params: { id: newId() },
    body: { outletId: hall.outletId, text: '西门电梯检修', textEn: 'The lift at the west door is being mended', urgent: true, fromOn: day, untilOn: day }, // prettier-ignore
  });
  for (const [locale, text] of [
    ['zh-CN', '西门电梯检修'],
    ['en', 'The lift at the west door'],
  ] as const)
    await withPage(browser, { baseURL: d.origin, width: 1920, height: 1080, locale }, async (page) => {
      await page.goto(`/hall/board/${hall.outletId}`);
      await page.getByText(text).waitFor();
      await page.getByText(locale === 'en' ? '24 ratings, 95.8% good' : '24 位评价，好评 95.8%').waitFor();
      await lookAtWall(page, `board-${locale}`);
      await page.goto(`/hall/screen/${hall.outletId}?zone=${encodeURIComponent(zone)}`);
      await page.getByText('A001').first().waitFor();
      await shoot(page, `zone-${locale}`);
    });
});
