/** A patrol on a telephone whose connection is lost on the way, a check that was drawn, and the circular that sums both up. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { floorContract } from '#modules/floor/contract';
import { createAccount } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot } from './harness/journey.ts';
import { openHall } from './opened-hall.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let hall: string;
const zone = 'A 综合受理';
const points = [
  { id: newId(), zone: '', name: '东门', look: '通道畅通，无堆放' },
  { id: newId(), zone, name: '填单区', look: '老花镜、笔、样表' },
  { id: newId(), zone, name: '自助区', look: '设备在线，纸张充足' },
  { id: newId(), zone: '', name: '母婴室', look: '洗手液、门锁' },
];
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  const { app, staff } = d;
  ({ outletId: hall } = await openHall(
    d,
    [],
    ['A01', 'A02', 'A03'].map((number) => ({ number, zone })),
  ));
  await app.call(staff.office, floorContract.savePoints, { params: { id: hall }, body: { points } });
});
afterAll(() => d?.close());

const newest = async () => {
  const { rows } = await d.app.call(d.staff.office, floorContract.listRounds, { params: { id: hall }, query: {} });
  return rows[0]!;
};

it('is walked on a telephone, through a minute without a connection and an answer that got lost', async () => {
  await openAs(
    browser,
    d,
    'clerk',
    async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('/workbench/hall/rounds');
      await page.getByRole('button', { name: '开始巡查：整个大厅' }).waitFor();
      await look(page, 'rounds-390');
      await page.getByRole('button', { name: '开始巡查：整个大厅' }).click();
      await page.getByText('○ 还没看').nth(3).waitFor();
      expect(await page.getByText('✓').count()).toBe(0);
      await page.getByRole('button', { name: '东门：正常' }).click();
      await page.getByText(/✓ 正常/).waitFor();
      await page.getByText('已看 1 处，共 4 处').waitFor();
      await expect.poll(async () => (await newest()).marked).toBe(1);

      await page.context().setOffline(true);
      await page.getByRole('button', { name: '填单区：正常' }).click();
      await page.getByRole('button', { name: '自助区：有问题' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: '较重' }).check();
      await dialog.getByLabel('看到了什么').fill('打印机缺纸');
      await shoot(page, 'workbench-round-found-390');
      await dialog.getByRole('button', { name: '记下' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('2 条待发送').waitFor();
      await page.getByText('已看 3 处，共 4 处').waitFor();
      expect(await page.getByRole('button', { name: '结束巡查' }).isDisabled()).toBe(true);
      await look(page, 'round-offline-390');
      expect(await newest()).toMatchObject({ marked: 1, findings: 0 });
      await page.context().setOffline(false);
      await page.getByText('条待发送').waitFor({ state: 'hidden' });
      expect(await newest()).toMatchObject({ marked: 3, findings: 1 });

      // The server stores it, and the answer never comes.
      let lost = 0;
      await page.route('**/api/floor/rounds/*/marks', async (route) => {
        if (lost > 0) return route.continue();
        lost += 1;
        await route.fetch();
        return route.abort('connectionreset');
      });
      await page.getByRole('button', { name: '母婴室：有问题' }).click();
      await dialog.getByRole('button', { name: '记下' }).click();
      await dialog.getByText('请填写：看到了什么').waitFor();
      await dialog.getByLabel('看到了什么').fill('缺少洗手液');
      await dialog.getByRole('button', { name: '记下' }).click();
      await page.getByRole('link', { name: '2 个问题' }).waitFor();
      await page.getByText('条待发送').waitFor({ state: 'hidden' });
      expect(lost).toBe(1);
      expect(await newest()).toMatchObject({ marked: 4, findings: 2, endedAt: null });
      await page.getByRole('button', { name: '结束巡查' }).click();
      await dialog.getByText('所有点位都看过了').waitFor();
      await dialog.getByRole('button', { name: '结束巡查' }).click();
      await page
        .getByText(/^今天.* 结束|结束$/)
        .first()
        .waitFor();
      await look(page, 'round-390');
      expect((await newest()).endedAt).not.toBeNull();
      // Whoever walked it gets to what was found, and back.
      await page.getByRole('link', { name: '2 个问题' }).click();
      await page.waitForURL((url) => url.searchParams.get('hall') === hall);
      await page.getByRole('link', { name: /缺少洗手液/ }).click();
      await page.getByRole('link', { name: '问题整改' }).first().click();
      await page.getByText('待整改 2 · 待复查 0 · 超期 0 · 共 2').waitFor();
    },
    [/no answer: POST .*marks|ERR_INTERNET_DISCONNECTED/],
  );
});

it('is ended by the office when whoever walks it cannot', async () => {
  const body = { actionId: newId() };
  const { id } = await d.app.call(d.staff.clerk, floorContract.startPatrol, { params: { id: hall }, body });
  await openAs(browser, d, 'office', async (page) => {
    await page.goto(`/workbench/hall/rounds/${id}`);
    await page.getByRole('button', { name: '结束巡查' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('没看完的原因').fill('巡查人临时离岗');
    await dialog.getByRole('button', { name: '结束巡查' }).click();
    await page.getByText(/结束：巡查人临时离岗/).waitFor();
    expect(await page.getByRole('button', { name: '结束巡查' }).count()).toBe(0);
  });
});

it('is seen by the office with its zones, and what was found is drawn up in a circular', async () => {
  await openAs(browser, d, 'office', async (page) => {
    await page.goto('/workbench/hall/rounds');
    await page.getByText('4 / 4').waitFor();
    await page.getByRole('button', { name: '安排片区' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '安排片区' }).click();
    await dialog.getByText('请选择由谁负责').waitFor();
    await dialog.getByLabel('由谁负责').click();
    await page.getByTitle('王雨桐').click();
    await dialog.getByText('请选择由谁负责').waitFor({ state: 'hidden' });
    await dialog.getByRole('button', { name: '安排片区' }).click();
    await page.getByRole('cell', { name: '王雨桐' }).first().waitFor();
    await look(page, 'rounds');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await look(page, 'rounds-1920');
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: '巡查路线' }).click();
    await dialog.getByLabel('第 1 处名称').waitFor();
    await look(page, 'rounds-way');

    await page.goto('/workbench/hall/circulars');
    await page.getByText('还没有通报').waitFor();
    await page.getByRole('button', { name: '编一期通报' }).click();
    await look(page, 'circular-make');
    await dialog.getByRole('button', { name: '编一期通报' }).click();
    await page.getByRole('link', { name: '问题 2 个' }).waitFor();
    await look(page, 'circulars');
    await page.getByRole('link', { name: '问题 2 个' }).click();
    await page.waitForURL((url) => url.searchParams.get('hall') === hall);
    await page.getByText('填单区').or(page.getByText('打印机缺纸')).first().waitFor();
  });
});

it('draws a check that its team alone can see, with the draw to repeat', async () => {
  const { app, staff } = d;
  await app.ground.db.transaction(async (tx) => {
    for (let n = 1; n <= 510; n += 1)
      createAccount(tx, app.clock.now(), { loginName: `many${n}`, name: `A${n}`, staff: true });
  });
  await openAs(browser, d, 'office', async (page) => {
    await page.goto('/workbench/hall/checks');
    await page.getByText('没有飞行检查').waitFor();
    await page.getByRole('button', { name: '抽取检查' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '抽取检查' }).click();
    await dialog.getByText(/^请填写/).waitFor();
    await look(page, 'check-draw');
    // Of a district with more staff than one list holds, whoever is typed is found; who was chosen before stays.
    for (const name of ['钱若水', '冯知远']) {
      await dialog.getByLabel(/^检查人员/).fill(name);
      await page.getByTitle(new RegExp(`^${name}`)).click();
    }
    await dialog.getByText(/^钱若水/).waitFor();
    await dialog.getByText(/^冯知远/).waitFor();
  });
  const day = shanghaiDay(app.clock.now());
  const team = [staff.clerk, staff.office];
  const check = await app.call(staff.office, floorContract.drawCheck, {
    params: { id: hall },
    body: { actionId: newId(), day, wanted: 2, team, look: '人员在岗、亮牌服务', basis: '年度检查计划' },
  }); // prettier-ignore
  await openAs(browser, d, 'head', async (page) => {
    await page.goto('/workbench/hall/checks');
    await page.getByText('没有飞行检查').waitFor();
    // The circular counts what was found in all departments, the list of a head has their own.
    await page.goto('/workbench/hall/circulars');
    await page.getByText(/问题 2 个/).waitFor();
    expect(await page.getByRole('link', { name: /2 个/ }).count()).toBe(0);
  });
  await openAs(browser, d, 'clerk', async (page) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`/workbench/hall/checks/${check.id}`);
    await page.getByText('按种子重新抽取，结果一致').waitFor();
    await noSidewaysScroll(page);
    expect(await axe(page)).toEqual([]);
    await shoot(page, 'workbench-check-390');
    await page.getByRole('button', { name: '开始检查' }).click();
    await page.getByText('已看 0 处，共 2 处').waitFor();
    await shoot(page, 'workbench-check-round-390');
  });
});
