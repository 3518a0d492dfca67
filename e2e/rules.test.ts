/** Those who write the rules of review, in a real browser: a table, what is wrong with it, its test rows, publishing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prereviewContract } from '#modules/prereview/contract';
import { rulesContract } from '#modules/rules/contract';
import { launchBrowser } from './harness/browser.ts';
import type { View } from './harness/journey.ts';
import { look, onWorkbench } from './catalogue-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
});
afterAll(() => d?.close());
const asStaff = <T>(who: keyof Staff, run: (page: Page) => Promise<T>, view: Partial<View> = {}): Promise<T> =>
  onWorkbench({ browser, district: d }, who, run, view);

describe('rules at the workbench', () => {
  it('are written as a table, shown their gap, tried and published', async () => {
    await asStaff('office', async (page) => {
      await page.goto(`/workbench/rules/${d.food}`);
      await page.getByText('还没有规则表').waitFor();
      const publish = page.getByRole('button', { name: '发布', exact: true });
      await page.getByRole('button', { name: '加一张表' }).click();
      await page.getByLabel('这张表审什么').fill('经营场所');
      await page.getByLabel('英文名称').fill('Premises');
      await page.getByRole('button', { name: '加一列' }).click();
      await page.getByLabel(/^看什么/).fill('aera');
      await page.getByText('没有“aera”这个字段').waitFor();
      await page.getByLabel(/^看什么/).fill('floorArea');
      await page.getByLabel(/^类型/).selectOption('integer');
      await page.getByLabel('列名', { exact: true }).fill('面积');
      await page.getByLabel(/^只能是/).fill('');
      for (const [at, cell, verdict, reason] of [
        [1, '>= 60', 'pass', '面积够'],
        [2, '< 50', 'fail', '面积不够'],
      ] as const) {
        await page.getByRole('button', { name: '加一条规则' }).click();
        await page.getByLabel(`规则 ${at} 的面积`).fill(cell);
        await page.getByLabel(`规则 ${at} 的判断`).selectOption(verdict);
        await page
          .getByLabel('理由', { exact: true })
          .nth(at - 1)
          .fill(reason);
        await page
          .getByLabel('理由（英文）')
          .nth(at - 1)
          .fill(verdict);
        await page
          .getByLabel('依据')
          .nth(at - 1)
          .fill('食品经营许可和备案管理办法 第十三条');
      }
      // A cell that cannot be read says where while it is typed.
      await page.getByLabel('规则 2 的面积').fill('< ');
      await page.getByText('第 3 个字符处看不懂，应当是一个值').waitFor();
      await page.getByLabel('规则 2 的面积').fill('< 50');
      await page.getByText('面积 [50..60)').waitFor();
      await look(page, 'rules-gap');
      await page.getByLabel('规则 2 的面积').fill('< 60');
      await page.getByRole('button', { name: '加一行' }).click();
      await page.getByRole('spinbutton', { name: /面积/ }).fill('40');
      // What fails is named beside the table as well, and leads to its row.
      await page.getByRole('button', { name: '第 1 行“1”' }).click();
      expect(
        await page
          .getByLabel('说明')
          .first()
          .evaluate((field) => field === document.activeElement),
      ).toBe(true);
      expect(await publish.isDisabled()).toBe(true);
      await page.getByLabel(/应当是$/).selectOption('fail');
      await page.getByText('可以发布：没有空白和矛盾，测试全部通过').waitFor();
      await look(page, 'rules-ready');
      await publish.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('发布为第 1 版').waitFor();
      await dialog.getByRole('button', { name: '发布', exact: true }).click();
      await page.getByText('已发布第 1 版').waitFor();
      await page.goto('/workbench/rules');
      await page.getByText('第 1 版').waitFor();
      await look(page, 'rules-list');
      // An older version is looked at, and becomes the draft.
      await page.goto(`/workbench/rules/${d.food}`);
      await page.getByLabel('规则 2 的面积').fill('< 61');
      await page.getByText('规则 1、2: 面积 60').waitFor();
      await page.getByText('历次发布').click();
      await page.getByRole('button', { name: '查看第 1 版' }).click();
      await page.getByText('正在看第 1 版').waitFor();
      expect(await page.getByLabel('规则 2 的面积').inputValue()).toBe('< 60');
      await look(page, 'rules-old');
      await page.getByRole('button', { name: '用这一版做草稿' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '用这一版做草稿' }).click();
      await page.getByText('草稿已保存').waitFor();
      expect(await page.getByLabel('规则 2 的面积').inputValue()).toBe('< 60');
    });
    const rules = await d.app.call(d.staff.examiner, rulesContract.getRules, { params: { id: d.food } });
    expect(rules.published).toMatchObject({ version: 1, body: { tables: [{ title: '经营场所', rules: [{}, {}] }] } });
  });

  it('are read, not written, by an examiner, on a phone as well', async () => {
    await asStaff(
      'examiner',
      async (page) => {
        await page.goto(`/workbench/rules/${d.food}`);
        await page.getByLabel('规则 1 的面积').waitFor();
        expect(await page.getByLabel('规则 1 的面积').getAttribute('readonly')).not.toBeNull();
        expect(await page.getByRole('button', { name: '加一张表' }).count()).toBe(0);
        await look(page, 'rules-read');
      },
      { width: 390, height: 844 },
    );
  });
});

describe('what the rules say of a case', () => {
  it('stands on its page with the reason, and the machine is stopped with one button', async () => {
    const { id } = await d.submitFood();
    await d.app.relay.drain();
    await asStaff('examiner', async (page) => {
      await page.goto(`/workbench/cases/${id}`);
      const card = page.getByRole('region', { name: '预审' });
      await card.getByText('经营场所', { exact: true }).waitFor();
      await card.getByText('为什么').first().click();
      await card.getByText(/规则 \d · 食品经营许可和备案管理办法/).waitFor();
      await look(page, 'prereview-case');
    });
    await d.app.call(d.staff.office, prereviewContract.setLevel, { params: { id: d.food }, body: { level: 'accept', share: 100, reason: '试点' } }); // prettier-ignore
    await asStaff('office', async (page) => {
      await page.goto('/workbench/machine');
      await page.getByText('机器按各事项的权限办理').waitFor();
      await look(page, 'prereview-machine');
      await page.getByRole('button', { name: '立即停用' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('查一个错');
      await dialog.getByRole('button', { name: '立即停用' }).click();
      await page.getByText('已停用（吴静宜：查一个错）').waitFor();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '恢复' }).waitFor();
    });
    const settings = await d.app.call(d.staff.office, prereviewContract.listSettings, { query: {} });
    expect(settings.switches).toMatchObject([{ departmentId: null, stopped: true }]);
  });
});
