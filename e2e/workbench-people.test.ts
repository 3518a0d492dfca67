/** People and companies at a window: found masked, registered, verified, corrected, given an account and authorities. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idCheckDigit } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { newId } from '#platform/ids';
import { testStart } from '#server/testing';
import { launchBrowser } from './harness/browser.ts';
import { withPage } from './harness/journey.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
});
afterAll(() => d?.close());

const asStaff = <T>(who: keyof Staff, run: (page: Page) => Promise<T>): Promise<T> => openAs(browser, d, who, run);
const cardOf = (first17: string): string => first17 + idCheckDigit(first17);

/** From the keyboard alone: the field has the focus when the page opens. */
async function find(page: Page, number: string): Promise<void> {
  await page.getByLabel('证件号码或信用代码').waitFor();
  await expect
    .poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent))
    .toBe('证件号码或信用代码');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
}

describe('people and companies at a window', () => {
  it('finds a person masked, records an authority from the paper, and revokes it', async () => {
    await asStaff('clerk', async (page) => {
      await page.goto('/workbench');
      await page.getByRole('link', { name: '个人与单位' }).first().click();
      await page.getByText('还没有查找').waitFor();
      await look(page, 'people-empty');
      await find(
        page,
        d.idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1')),
      );
      await page.getByText('号码的校验位不对').waitFor();
      await page.getByLabel('证件号码或信用代码').fill(d.idNumber);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /陈\*满/ }).waitFor();
      await page.getByText('没有授权记录').or(page.getByText('替 云溪小满餐饮有限公司 办理')).waitFor();
      expect(await page.locator('main').textContent()).not.toContain('陈小满');
      await look(page, 'people-person');

      await page.keyboard.press('g');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('代办人的证件号码').waitFor();
      await dialog.getByRole('button', { name: '登记', exact: true }).click();
      await dialog
        .getByText(/^请填写：/)
        .first()
        .waitFor();
      await dialog.getByLabel('代办人的证件号码').fill(cardOf('33019919850101123'));
      await page.keyboard.press('Enter');
      await dialog.getByText('没有登记过，请核对证件后登记').waitFor();
      await dialog.getByRole('textbox', { name: /^姓名/ }).fill('孙小辈');
      await dialog.getByLabel('已核对证件原件与本人一致').check();
      await dialog.getByRole('button', { name: '登记并选定' }).click();
      await dialog.getByRole('button', { name: '更换' }).waitFor();
      await dialog.getByLabel(/见到的委托书/).fill('委托书原件，2026年6月1日，已公证');
      await look(page, 'people-authority');
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'hidden' });
      const line = page.getByRole('listitem').filter({ hasText: '委托给 孙*辈' });
      await line.getByText('全部事项').waitFor();
      await line.getByRole('button', { name: '撤销' }).click();
      await page.getByRole('dialog').getByLabel('撤销的理由').fill('委托人到场撤回');
      await page.keyboard.press('Control+Enter');
      await line.getByText('已结束').waitFor();
      await look(page, 'people-authorities');
    });
  });

  it('registers somebody who is new and opens the account, whose password is shown once', async () => {
    const card = cardOf('33019919700101221');
    const opened = await asStaff('clerk', async (page) => {
      await page.goto('/workbench/people');
      await find(page, card);
      await page.getByText('没有登记过，请核对证件后登记').waitFor();
      await page.keyboard.type('许阿姨');
      await page.getByLabel('已核对证件原件与本人一致').check();
      await page.getByRole('button', { name: '登记并选定' }).click();
      await page.getByRole('heading', { name: /许\*姨.*已核验/ }).waitFor();
      await page.keyboard.press('a');
      const dialog = page.getByRole('dialog', { name: '开通账号' });
      await dialog.getByRole('button', { name: /开通$/ }).click();
      await dialog.getByText('请先核对证件原件').waitFor();
      await look(page, 'people-account');
      await dialog.getByLabel('手机号').fill('139 0000 9999');
      await dialog.getByLabel('已核对证件原件与本人一致').check();
      await dialog.getByRole('button', { name: /开通$/ }).click();
      const shown = page.getByRole('dialog', { name: '初始密码' });
      await shown.waitFor();
      const password = await shown.locator('code').last().textContent();
      // The slip carries login name and password, and nobody's name.
      await page.evaluate(() => {
        window.print = () =>
          document.body.setAttribute('data-slip', document.querySelector('.yc-print')?.textContent ?? '');
      });
      await shown.getByRole('button', { name: '打印' }).click();
      await expect.poll(() => page.locator('body').getAttribute('data-slip')).toContain(password!);
      expect(await page.locator('body').getAttribute('data-slip')).not.toContain('许');
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await look(page, 'people-password');
      await shown.getByRole('button', { name: '已记下' }).click();
      await shown.waitFor({ state: 'hidden' });
      // Twice is refused, in the dialog.
      await page.keyboard.press('a');
      await dialog.getByLabel('手机号').fill('13900008888');
      await dialog.getByLabel('已核对证件原件与本人一致').check();
      await dialog.getByRole('button', { name: /开通$/ }).click();
      await dialog.getByText('此人已经有账号').waitFor();
      return password!;
    });
    const entered = await d.app.call(null, peopleContract.signIn, { body: { name: '13900009999', password: opened } });
    expect(entered.next).toBe('changePassword');
  });

  it('verifies and corrects a person who registered themselves', async () => {
    await asStaff('clerk', async (page) => {
      await page.goto('/workbench/people');
      await page.getByLabel('证件类型').click();
      await page.getByTitle('护照').click();
      await page.getByLabel('证件号码或信用代码').fill('E12345678');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /未核验/ }).waitFor();
      await page.keyboard.press('v');
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Anna Lee').waitFor();
      await dialog.getByRole('button', { name: /确认核验/ }).click();
      await dialog.getByText('请先核对证件原件').waitFor();
      await look(page, 'people-verify');
      await dialog.getByLabel('已核对证件原件与本人一致').check();
      await dialog.getByRole('button', { name: /确认核验/ }).click();
      await page.getByRole('heading', { name: /已核验/ }).waitFor();
      await dialog.waitFor({ state: 'hidden' });
      await page.keyboard.press('e');
      await dialog.getByLabel('姓名').fill('Anne Lee');
      await page.getByRole('button', { name: '保存更正' }).click();
      await dialog.getByText('请填写：更正的理由').waitFor();
      await dialog.getByLabel('更正的理由').fill('护照上的拼写');
      await look(page, 'people-correct');
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'hidden' });
    });
    const { actor } = await d.app.call(d.anna, peopleContract.me, {});
    expect(actor?.person).toMatchObject({ name: 'Anne Lee', phone: '19900005678' });
    expect(actor?.person?.verifiedAt).not.toBeNull();
  });

  it('compares a company with its licence, in English and on a narrow screen too', async () => {
    await asStaff('head', async (page) => {
      await page.goto('/workbench/people');
      await find(page, d.creditCode);
      await page.getByRole('heading', { name: /云溪小满餐饮有限公司.*未核验/ }).waitFor();
      await page.keyboard.press('v');
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('见到的材料').fill('营业执照副本');
      await look(page, 'people-licence');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: /云溪小满餐饮有限公司.*已核验/ }).waitFor();
      await page.getByText('委托给 陈*满').waitFor();
      await look(page, 'people-company');
      await page.goto('/workbench/people/many');
      await page.getByRole('button', { name: '查找', exact: true }).click();
      await page.getByText('请填写证件号码和查找的理由').waitFor();
      await page.getByLabel('证件号码').fill(`${d.idNumber}\n${cardOf('33019919600101221')}`);
      await page.getByLabel('查找的理由').fill('核对名单');
      await page.getByRole('button', { name: '查找', exact: true }).click();
      await page.getByText('找到 1 人').waitFor();
      await look(page, 'people-many');
    });
    const view = { baseURL: d.origin, width: 390, height: 800, locale: 'en' };
    await withPage(browser, view, async (page) => {
      await page.clock.install({ time: new Date(testStart) });
      await d.signedIn(page, 'clerk');
      await page.goto('/workbench/people');
      await page.getByText('Nobody was looked up yet').waitFor();
      await look(page, 'people-narrow-empty');
      await page.getByLabel('Number of document or credit code').fill(d.idNumber);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /陈\*满/ }).waitFor();
      await page.getByText('May act for').waitFor();
      await look(page, 'people-narrow');
      await page.getByRole('button', { name: /Record an authority/ }).click();
      await page.getByLabel('Number of the agent’s document').waitFor();
      await look(page, 'people-narrow-authority');
    });
  });

  it('is closed to others, and says when somebody is not there', async () => {
    for (const who of ['examiner', 'auditor', 'admin'] as const)
      await asStaff(who, async (page) => {
        await page.goto('/workbench/people');
        await page.getByText('您的岗位不能查看这里').waitFor();
      });
    await asStaff('clerk', async (page) => {
      await page.goto('/workbench/people/many');
      await page.getByText('您的岗位不能查看这里').waitFor();
      await page.goto(`/workbench/people?person=${newId()}`);
      await page.getByText('没有找到这一页').waitFor();
      await look(page, 'people-missing');
    });
  });
});
