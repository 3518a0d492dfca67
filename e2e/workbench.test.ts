/** What staff do at the workbench, in a real browser: take in from the keyboard, decide, deliver, supervise. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { creditCheckDigit, idCheckDigit } from '#modules/people';
import { launchBrowser } from './harness/browser.ts';
import { password } from './portal-district.ts';
import { fillByKeys, focused, look, openAs, step } from './workbench-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
});
afterAll(() => d?.close());

const asStaff = <T>(who: keyof Staff | null, run: (page: Page) => Promise<T>): Promise<T> =>
  openAs(browser, d, who, run);

const idNumber = `33019919900307002${idCheckDigit('33019919900307002')}`;
const foodAnswers = {
  您做哪一种: '餐饮服务',
  在网上卖吗: '不在网上卖',
  '做不做冷荤、生食、裱花': '不做',
  是本人来办吗: '本人办理',
  '店名（经营者名称）': '小满面馆',
  统一社会信用代码: `91330199MA27XN8C2${creditCheckDigit('91330199MA27XN8C2')}`,
  '法定代表人（负责人）': '陈小满',
  经营场所地址: '云溪区文渊街20号',
  '经营场所面积（平方米）': '80',
  经营项目: '热食类食品制售',
  从业人员人数: '6',
  食品安全管理人员: '陈小满',
  座位数: '40',
};

let number: string;

describe('the workbench', () => {
  it('takes a case in from the keyboard alone and prints its receipt', async () => {
    await asStaff(null, async (page) => {
      await page.addInitScript(() => {
        const printed: string[] = [];
        Object.assign(globalThis, { printed });
        globalThis.print = () => {
          const paper = document.documentElement.getAttribute('data-printing') ?? '';
          printed.push(`${paper}: ${document.querySelector('.yc-print')?.textContent ?? ''}`);
          setTimeout(() => dispatchEvent(new Event('afterprint')));
        };
      });
      await page.goto('/workbench/intake');
      await page.locator('#main').getByRole('link', { name: '登录' }).click();
      await page.getByLabel('登录名或手机号').waitFor();
      await look(page, 'sign-in');
      await page.keyboard.type('wang');
      await page.keyboard.press('Tab');
      await page.keyboard.type(password);
      await page.keyboard.press('Enter');
      await page.getByLabel('证件号码').waitFor();
      await look(page, 'intake-who');
      await expect.poll(async () => (await focused(page)).label).toBe('证件号码或信用代码');
      await page.keyboard.type(idNumber);
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: /事项/ }).waitFor();
      await page.keyboard.type('kfd');
      await page.getByRole('option', { name: /开饭店/ }).waitFor();
      await look(page, 'intake-item');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /全部收纸质/ }).waitFor();
      await fillByKeys(page, foodAnswers, '申请人已当面核对');
      await page.keyboard.press('F4');
      await page.keyboard.press('F8');
      await look(page, 'intake-form');
      await page.keyboard.press('F9');
      await page.locator('.intake-number').waitFor();
      await look(page, 'intake-receipt');
      number = (await page.locator('.intake-number').textContent())!;
      await page.keyboard.press('p');
      await page.keyboard.press('s');
      const printed = () => page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed);
      await expect.poll(printed).toHaveLength(2);
      const [sheet, slip] = await printed();
      expect(sheet).toContain(`a4: `);
      expect(slip).toContain(`slip: `);
      for (const paper of [sheet, slip]) expect(paper).toContain(number);
      await page.keyboard.press('n');
      await page.getByLabel('证件号码').waitFor();
      expect(await page.getByText('陈小满').count()).toBe(0);
    });
  });

  it('shows the case to those who examine and decide, and takes it through its course', async () => {
    const theCase = async (page: Page): Promise<void> => {
      await page.goto('/workbench/cases');
      await page.getByRole('grid').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type(number);
      await page.getByRole('row', { name: new RegExp(number) }).waitFor();
      // The first row, without the mouse.
      await expect.poll(() => page.getByRole('row').count()).toBe(2);
      await page.locator('h1').click();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await page.locator('.desk-steps').waitFor();
    };
    await asStaff('examiner', async (page) => {
      await theCase(page);
      await page.getByText('本人确认').waitFor();
      const form = page.getByRole('link', { name: '查看申请表 PDF' });
      const answer = await page.request.get((await form.getAttribute('href'))!);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
      await look(page, 'case-submitted');
      await page.keyboard.press('t');
      await page.locator('.desk-holder strong').getByText('我').waitFor();
      // Something is missing: told at once, the clock stands still.
      await step(page, 'b', () => page.getByLabel(/材料以外的内容/).fill('平面布局图没有标明面积'));
      await page.getByText('待补正').first().waitFor();
      await look(page, 'case-supplementing');
      await step(page, 'b', async () => {
        await look(page, 'case-supplement-dialog');
        await page
          .getByRole('group', { name: /平面布局图/ })
          .getByText('收纸质')
          .click();
      });
      await step(page, 'a');
      // Experts have to look at it: their time does not count, and anybody can see why the day is what it is.
      await step(page, 'p', async () => {
        await page.getByLabel(/为什么需要/).fill('该申请涉及中央厨房，须经专家评审');
        await page.getByLabel('预计结束').fill('2026-06-24');
        await look(page, 'case-pause-dialog');
      });
      await page.getByText('特别程序进行中，办理时限停表').waitFor();
      await page.getByText(/专家评审，.*预计.*结束/).waitFor();
      await look(page, 'case-paused');
      await page.getByRole('button', { name: '为什么是这一天' }).click();
      await page.getByRole('dialog').getByText('按计划恢复，最后一天').waitFor();
      await look(page, 'case-why');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await step(page, 'l', () => page.getByRole('textbox', { name: /结果/ }).fill('评审通过'));
      await page.getByText('特别程序进行中，办理时限停表').waitFor({ state: 'hidden' });
      await step(page, 'm', () => page.getByRole('textbox', { name: /理由/ }).fill('两处场所需要分别核查'));
      await page.getByText('申请延期 10 天：两处场所需要分别核查').waitFor();
      await step(page, 'e', () => page.getByRole('textbox', { name: /审查意见/ }).fill('符合条件'));
      await page.getByText('受理通知书').first().waitFor();
      await look(page, 'case-examined');
    });
    await asStaff('head', async (page) => {
      await theCase(page);
      await step(page, 'm', async () => {
        await page.getByText('经办人申请延长 10 天：两处场所需要分别核查').waitFor();
        await page.getByRole('textbox', { name: /理由/ }).fill('两处场所需要分别核查');
        await look(page, 'case-extend-dialog');
      });
      await page.getByText('延长办理期限告知书').first().waitFor();
      await step(page, 'g', () => look(page, 'case-grant-dialog'));
      await page.getByText('食品经营许可证').first().waitFor();
      await look(page, 'case-issued');
      await step(page, 'd');
      await page.getByText('办结').first().waitFor();
      await look(page, 'case-closed');
    });
  });
});
