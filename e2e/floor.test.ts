/** A hall as a place: turns are planned, who comes late is seen, a superior puts it right, and the floor is on one screen. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { shanghaiDay } from '#platform/clock';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot } from './harness/journey.ts';
import { anyMatter, openHall } from './opened-hall.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let windowId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  const opened = await openHall(d, [anyMatter], [{ number: 'A01', zone: anyMatter.zone }]);
  windowId = opened.windowIds[0]!;
});
afterAll(() => d?.close());

it('notes a finding on a telephone, which is put right and looked at again', async () => {
  await openAs(browser, d, 'office', async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/workbench/hall/findings');
    await page.getByRole('button', { name: '记问题' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '较重' }).check();
    await dialog.getByLabel('看到了什么').fill('安全出口堆放纸箱');
    await noSidewaysScroll(page);
    expect(await axe(page)).toEqual([]);
    await shoot(page, 'workbench-finding-raise-390');
    await dialog.getByRole('button', { name: '记问题' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: '安全出口堆放纸箱' }).click();
    await page.getByRole('button', { name: '报告整改' }).click();
    await dialog.getByLabel('整改情况').fill('已清走');
    await dialog.getByRole('button', { name: '报告整改' }).click();
    // What one has put right oneself is for somebody else to look at.
    await page.getByText('由其他人复查').waitFor();
    expect(await page.getByRole('button', { name: '复查通过' }).count()).toBe(0);
  });
  const colleague = await d.app.ground.db.transaction((tx) => {
    const account = createAccount(tx, d.app.clock.now(), { loginName: 'he', name: '何同事', staff: true });
    givePost(tx, d.app.clock.now(), account, { role: 'office', departmentId: null, outletId: null });
    return account;
  });
  await openAs(browser, d, null, async (page) => {
    const value = await openSession(d.app.ground, colleague, { secondFactor: true });
    await page.context().addCookies([{ name: sessionCookie, value, url: d.origin }]);
    const dialog = page.getByRole('dialog');
    await page.goto('/workbench/hall/findings');
    await page.getByRole('link', { name: '安全出口堆放纸箱' }).click();
    await page.getByRole('button', { name: '复查通过' }).waitFor();
    await look(page, 'finding');
    await page.getByRole('button', { name: '复查通过' }).click();
    await dialog.getByLabel('复查情况').fill('通道畅通');
    await dialog.getByRole('button', { name: '复查通过' }).click();
    await page.getByText(/已办结/).waitFor();
    await page.goto('/workbench/hall/findings');
    await page.getByText('待整改 0 · 待复查 0 · 超期 0 · 共 1').waitFor();
    await look(page, 'findings');
  });
});

it('plans turns, sees who is missing and late, and keeps what a superior says beside the rule', async () => {
  await openAs(browser, d, 'office', async (page) => {
    await page.goto('/workbench/hall/attendance');
    await page.getByText('这几天没有班次').waitFor();
    await look(page, 'attendance-none');
    await page.getByRole('button', { name: '排班' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '排班' }).click();
    await dialog.getByText('请选择哪些人').waitFor();
    await dialog.getByLabel('哪些人').click();
    await page.getByTitle('王雨桐').click();
    await page.keyboard.press('Escape');
    await dialog.getByRole('heading').or(dialog).first().waitFor();
    // Two months are refused and said to be too long; nothing is planned for the first of them alone.
    const until = await dialog.getByLabel('到哪天').inputValue();
    await dialog.getByLabel('到哪天').fill(shanghaiDay(new Date(d.app.clock.now().getTime() + 61 * 86_400_000)));
    await dialog.getByText('一次最多排 31 天').waitFor();
    await dialog.getByRole('button', { name: '排班' }).click();
    await dialog.getByText('一次最多排 31 天').waitFor();
    await dialog.getByLabel('到哪天').fill(until);
    await look(page, 'attendance-plan');
    await dialog.getByRole('button', { name: '排班' }).click();
    await page.getByText('09:00–12:00').waitFor();
    // Planned half an hour after it began: missing once the grace is over from then.
    await page.getByText(/^未开始 · 09:30 才排班/).waitFor();
    d.app.clock.advance(6 * 60_000);
    await page.reload();
    await page.getByText(/^▲ 未到/).waitFor();

    await page.goto('/workbench/hall/floor');
    await page.getByRole('heading', { name: '应到未到的人' }).waitFor();
    await d.app.call(d.staff.clerk, hallContract.openWindow, { params: { id: windowId } });
    await page.locator('.floor-windows .open').getByText('王雨桐').waitFor();
    await page.getByRole('heading', { name: '应到未到的人' }).waitFor({ state: 'hidden' });
    await look(page, 'floor');
    for (const [width, height] of [[1920, 1080], [390, 844]] as const) {
      await page.setViewportSize({ width, height });
      await noSidewaysScroll(page);
      expect(await axe(page)).toEqual([]);
      await shoot(page, `workbench-floor-${width}`);
    } // prettier-ignore

    await page.goto('/workbench/hall/attendance');
    await page.getByText(/▲ 迟到/).waitFor();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: '更正' }).click();
    const amend = page.getByRole('dialog');
    expect(await amend.getByLabel('原因').getAttribute('maxlength')).toBe('500');
    await amend.getByLabel('原因').fill('早上参加培训，已核实');
    await amend.getByRole('button', { name: '更正' }).click();
    await page.getByText(/正常.*按规则：迟到.*早上参加培训/).waitFor();
    await look(page, 'attendance');
    // The grace is a rule of this hall, and set here.
    await page.getByText('5 分钟以内不算迟到早退').waitFor();
    await page.getByRole('button', { name: '本大厅规定' }).click();
    await amend.getByLabel('迟到早退宽限（分钟）').fill('10');
    await look(page, 'attendance-rule');
    await amend.getByRole('button', { name: '保存' }).click();
    await page.getByText('10 分钟以内不算迟到早退').waitFor();
    await amend.waitFor({ state: 'hidden' });
    await page.setViewportSize({ width: 390, height: 844 });
    await noSidewaysScroll(page);
    await shoot(page, 'workbench-attendance-390');
  });
});
