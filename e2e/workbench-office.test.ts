/** What supervises and keeps the hall running: figures, live lists, stand-ins, editors, staff, the auditor's pages. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idCheckDigit } from '#modules/people';
import { launchBrowser } from './harness/browser.ts';
import { fillByKeys, look, openAs, step } from './workbench-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
});
afterAll(() => d?.close());

const asStaff = <T>(who: keyof Staff | null, run: (page: Page) => Promise<T>): Promise<T> =>
  openAs(browser, d, who, run);

describe('the workbench of heads, the service office and auditors', () => {
  it('finishes an immediate item on one screen', async () => {
    await asStaff('clerk', async (page) => {
      await page.goto('/workbench/intake');
      await page.getByLabel('证件号码').waitFor();
      await page.keyboard.type(`33019919900307002${idCheckDigit('33019919900307002')}`);
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: '要办的事项' }).waitFor();
      await page.keyboard.type('查公司档案');
      await page.getByRole('option', { name: /查公司档案/ }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /当场办结/ }).waitFor();
      await fillByKeys(page, { 要办的事: '查一家公司的档案', 说明: '查一家公司的档案' }, '申请人已当面核对');
      await page.keyboard.press('F8');
      await page.keyboard.press('F9');
      await page.locator('.intake-number').waitFor();
      await look(page, 'at-once');
      await page.keyboard.press('d');
      await page.getByText('已交付，办结').waitFor();
    });
  });

  it('shows what is done elsewhere, and the head its figures with the list behind each', async () => {
    await asStaff('head', async (page) => {
      await page.goto('/workbench/cases');
      await page.getByText('没有办件').waitFor();
      await look(page, 'list-empty');
      const { number } = await d.submitFood();
      await page.getByRole('row', { name: new RegExp(number) }).waitFor();
      await look(page, 'list');
      await page.goto('/workbench');
      await page.getByRole('link', { name: /待受理 1/ }).waitFor();
      await look(page, 'home');
      await page.goto('/workbench/figures');
      const tile = page.locator('.figure-grid a').first();
      await tile.waitFor();
      await look(page, 'figures');
      await tile.click();
      await page.getByRole('row', { name: new RegExp(number) }).waitFor();
      await look(page, 'figure-list');
      await page.getByRole('button', { name: '导出' }).click();
      const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(/CSV/).click()]);
      const text = (await file.createReadStream()).setEncoding('utf8');
      expect((await text.toArray()).join('')).toContain(number);
      await page.goto('/workbench/ratings');
      await page.getByText('这段时间还没有评价').waitFor();
      await look(page, 'ratings');
    });
    await asStaff('office', async (page) => {
      await page.goto('/workbench/figures/exports');
      await page.getByRole('row', { name: /赵局长/ }).waitFor();
      await look(page, 'exports');
    });
  });

  it('lets somebody stand in for a head who is away', async () => {
    await asStaff('head', async (page) => {
      await page.goto('/workbench/staff/absences');
      await page.getByRole('button', { name: /登记外出/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('代班人').click();
      await page.getByTitle(/钱若水/).click();
      await dialog.getByRole('button', { name: '出差' }).click();
      await look(page, 'absence-dialog');
      await dialog.getByRole('button', { name: '登记外出' }).click();
      await page.getByRole('row', { name: /赵局长.*钱若水/ }).waitFor();
      await look(page, 'absences');
    });
    const { id } = await d.submitFood('accepted');
    await asStaff('deputy', async (page) => {
      await page.goto(`/workbench/cases/${id}`);
      await page.getByRole('button', { name: /代 赵局长/ }).waitFor();
      await step(page, 'e', () => page.getByRole('textbox', { name: /审查意见/ }).fill('符合条件'));
      await step(page, 'g');
      await page.getByText('食品经营许可证').first().waitFor();
      await page.getByRole('button', { name: /代 赵局长/ }).click();
      await page.getByRole('menuitem', { name: '我的账号' }).waitFor();
      await page.getByRole('menuitem', { name: '我的账号' }).click();
      await page.getByRole('heading', { name: '我的账号' }).waitFor();
      await look(page, 'account');
    });
  });

  it('lets the service office edit places, and two editors settle who was right', async () => {
    await asStaff('office', async (page) => {
      await page.goto('/workbench/offices');
      await page.getByRole('row', { name: /市场监督管理局/ }).click();
      const panel = page.getByRole('dialog');
      await panel.getByLabel('电话').fill('0571-12345678');
      // Meanwhile somebody else changes the short name.
      await d.renameMarket('市监局');
      await panel.getByLabel('名称', { exact: true }).fill('');
      await page.keyboard.press('Control+s');
      await panel.getByText('请填写名称').waitFor();
      await panel.getByLabel('名称', { exact: true }).fill('云溪区市场监督管理局');
      await page.keyboard.press('Control+s');
      await panel.getByText('对方的改动').waitFor();
      await look(page, 'conflict');
      await panel.getByRole('button', { name: '保留我的改动并保存' }).click();
      await panel.waitFor({ state: 'hidden' });
      await page.getByRole('row', { name: /市监局.*0571-12345678/ }).waitFor();
      await look(page, 'departments');

      await page.goto('/workbench/offices/outlets');
      await page
        .getByRole('row', { name: /政务服务中心/ })
        .first()
        .click();
      await page.getByRole('button', { name: '修改', exact: true }).click();
      await page.getByLabel('周六加一段').click();
      await page.getByLabel('周六关门').fill('8');
      await page.keyboard.press('Control+s');
      await page.getByText('关门时间要晚于开门时间').first().waitFor();
      await look(page, 'hours');
      await page.getByLabel('周六关门').fill('1130');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Control+s');
      await page.getByText('09:00–11:30').waitFor();
      await page.keyboard.press('n');
      await page.getByLabel('窗口号').fill('A01');
      await page.getByLabel('名称', { exact: true }).fill('综合受理');
      await page.keyboard.press('Control+s');
      await page.getByRole('row', { name: /A01 综合受理/ }).waitFor();
      await look(page, 'outlet');
      await page.goto('/workbench/offices/windows');
      await page.getByRole('row', { name: /A01/ }).waitFor();
      await look(page, 'windows');
    });
  });

  it('makes an account whose first password must be changed', async () => {
    const password = await asStaff('office', async (page) => {
      await page.goto('/workbench/staff');
      await page.getByRole('row', { name: /钱若水/ }).waitFor();
      await look(page, 'staff');
      await page.keyboard.press('n');
      await page.keyboard.press('Control+s');
      await page.getByText('请填写姓名').waitFor();
      await look(page, 'staff-new');
      await page.getByRole('dialog').getByLabel('姓名').fill('新来的');
      await page.getByRole('dialog').getByLabel('登录名').fill('xinlai');
      await page.getByRole('dialog').getByLabel('部门').click();
      await page
        .getByTitle(/市场监督管理局/)
        .last()
        .click();
      await page.keyboard.press('Control+s');
      const dialog = page.getByRole('dialog', { name: '初始密码' });
      await dialog.waitFor();
      const first = await dialog.locator('code').last().textContent();
      await dialog.getByRole('button', { name: '已记下' }).click();
      await page.getByRole('row', { name: /新来的/ }).click();
      await page.getByText('停用账号').waitFor();
      await look(page, 'staff-editor');
      return first!;
    });
    await asStaff(null, async (page) => {
      await page.goto('/workbench/sign-in');
      await page.getByLabel('登录名或手机号').fill('xinlai');
      await page.getByLabel('密码', { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: '请设置新密码' }).waitFor();
      await page.goto('/workbench/cases');
      await page.getByRole('heading', { name: '请设置新密码' }).waitFor();
    });
  });

  it('shows the auditor the trail, and nobody else', async () => {
    await asStaff('auditor', async (page) => {
      await page.goto('/workbench/audit');
      await page.getByRole('row', { name: /准予/ }).first().waitFor();
      await look(page, 'audit-trail');
      for (const [path, name] of [
        ['looks', 'audit-looks'],
        ['sign-ins', 'audit-sign-ins'],
        ['seals', 'audit-seals'],
        ['searches', 'audit-searches'],
      ] as const) {
        await page.goto(`/workbench/audit/${path}`);
        await page.getByRole('heading', { name: '审计' }).waitFor();
        await expect.poll(() => page.locator('.yc-loading').count()).toBe(0);
        await look(page, name);
      }
    });
    await asStaff('office', async (page) => {
      await page.goto('/workbench/messages');
      await page.getByText('没有卡住的消息').waitFor();
      await look(page, 'messages');
    });
    const closed: [keyof Staff, string][] = [
      ['clerk', '/workbench/audit'],
      ['examiner', '/workbench/offices'],
      ['auditor', '/workbench/intake'],
      ['admin', '/workbench/cases'],
      ['office', '/workbench/audit/seals'],
    ];
    for (const [who, path] of closed) {
      await asStaff(who, async (page) => {
        await page.goto(path);
        await page.getByText('您的岗位不能查看这里').waitFor();
        expect(await page.getByRole('link', { name: '回到首页' }).getAttribute('href')).toBe('/workbench/');
        await look(page, `forbidden-${who}`);
      });
    }
  });
});
