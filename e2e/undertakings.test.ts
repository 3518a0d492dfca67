/** What follows later and what is heard first: an undertaking from its signature to the result, and a hearing from its offer to its record. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract as op } from '#modules/cases/contract';
import { shanghaiDay } from '#platform/clock';
import { launchBrowser } from './harness/browser.ts';
import { attach, choose, desk, draw, fillIn, foodAnswers, jpeg, look as lookOf, next, onPortal, phone, soon, title } from './portal-page.ts'; // prettier-ignore
import { look, openAs, step } from './workbench-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let district: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [district, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
});
afterAll(() => district?.close());

const asResident = (view: typeof phone | typeof desk, run: (page: Page) => Promise<void>) =>
  onPortal({ browser, district }, { ...view, as: district.resident }, run);
/** The desk of a case, as somebody who works there. */
const atDesk = (who: keyof Staff, id: string, run: (page: Page) => Promise<void>) =>
  openAs(browser, district, who, async (page) => {
    await page.goto(`/workbench/cases/${id}`);
    await page.locator('.desk-steps').waitFor();
    await run(page);
  });
const read = (id: string) => district.app.call(district.resident, op.getCase, { params: { id } });

describe('a material that follows later', () => {
  let id: string;

  it('is put off with a signature of its own', async () => {
    await asResident(phone, async (page) => {
      await page.goto(`/apply/${district.food}`);
      const answers = { '请交：从业人员健康证明': choose('现在没有'), ...foodAnswers(district.creditCode) };
      await fillIn(page, answers, /^请交：从业人员健康证明/);
      await choose('现在没有')(page);
      await lookOf(page, 'material-later');
      await fillIn(page, answers, /^请阅读并签署承诺/);
      await page.getByText(/我承诺在受理后10个工作日内补交：从业人员健康证明/).waitFor();
      await page.getByText('补齐以前不颁发办理结果').waitFor();
      await next(page);
      await page.getByText('请先签名').waitFor();
      await draw(page);
      await lookOf(page, 'undertake');
      await fillIn(page, { ...answers, 请签名: draw }, /^请核对后提交/);
      await page.getByText('以后补交').first().waitFor();
      await lookOf(page, 'undertake-check');
      await page.getByRole('button', { name: '提交申请' }).click();
      await soon(() => title(page).textContent()).toBe('已提交');
    });
    const { rows } = await district.app.call(district.resident, op.myCases, { query: { limit: 20 } });
    expect(rows).toHaveLength(1);
    ({ id } = rows[0]!);
  });

  it('is accepted and granted all the same, and the result waits for it', async () => {
    await atDesk('examiner', id, async (page) => {
      await step(page, 'a');
      await page.getByText('承诺书').first().waitFor();
      const card = page.getByRole('region', { name: '承诺' });
      await card.getByText(/6月25日 周四前/).waitFor();
      await look(page, 'undertaking');
      await step(page, 'e', () => page.getByRole('textbox', { name: /审查意见/ }).fill('其他条件符合'));
    });
    await atDesk('head', id, async (page) => {
      await step(page, 'g', async () => {
        await look(page, 'undertaking-grant');
        const together = page.getByRole('checkbox', { name: /同时/ });
        if (await together.count()) await together.uncheck();
      });
      await page.getByText('承诺后补的材料补齐以前不能制作结果').waitFor();
      await look(page, 'undertaking-withheld');
    });
  });

  it('is handed in by the applicant, and the result is made out', async () => {
    await asResident(phone, async (page) => {
      await page.goto(`/mine/cases/${id}`);
      await page.getByText(/从业人员健康证明（6月25日 周四前）/).waitFor();
      await page.getByText('补交从业人员健康证明以后才能颁发结果。').waitFor();
      await lookOf(page, 'case-undertaking');
      await page.getByRole('link', { name: '现在补交' }).click();
      await page.getByRole('region', { name: '从业人员健康证明' }).waitFor();
      await attach(await jpeg('健康证.jpg'))(page);
      await lookOf(page, 'cure');
      await page.locator('form').getByRole('button', { name: /提交/ }).click();
      await page.getByText('已补交').first().waitFor();
      await lookOf(page, 'case-cured');
    });
    await atDesk('examiner', id, async (page) => {
      await step(page, 'i');
      await page.getByText('食品经营许可证').first().waitFor();
      await look(page, 'undertaking-issued');
    });
    const whole = await read(id);
    expect(whole.case.state).toBe('issued');
    expect(whole.undertakings).toMatchObject([{ materialId: 'health', state: 'cured' }]);
  });

  it('was false: the head revokes the decision, on a ground of the law and after the holder was heard', async () => {
    await atDesk('head', id, async (page) => {
      await page.getByRole('button', { name: /^撤销决定/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: /^撤销决定/ }).click();
      await dialog.getByText('请选择撤销的依据').waitFor();
      await dialog.getByLabel(/以欺骗、贿赂等不正当手段取得/).check();
      await dialog.getByText(/取得的利益不受保护/).waitFor();
      await dialog.getByRole('textbox', { name: /理由/ }).fill('健康证明是伪造的');
      await dialog.getByLabel('告知日期').fill(shanghaiDay(district.app.clock.now()));
      await dialog.getByRole('textbox', { name: /告知和陈述/ }).fill('当面告知，当事人承认');
      await look(page, 'revoke');
      await page.keyboard.press('Control+Enter');
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('撤销决定书').first().waitFor();
    });
    expect((await read(id)).case.state).toBe('revoked');
  });
});

describe('a hearing', () => {
  let id: string;

  it('is offered by who examines', async () => {
    ({ id } = await district.submitFood('accepted'));
    await atDesk('examiner', id, async (page) => {
      await step(page, '1', async () => {
        await page.getByLabel(/为什么涉及重大利益/).fill('油烟排放直接影响楼上住户');
        await page.getByLabel(/利害关系人/).fill('王秀英（楼上住户）');
        await look(page, 'hearing-offer-dialog');
      });
      await page.getByText(/已告知听证权利，6月17日 周三前可以申请/).waitFor();
      await look(page, 'hearing-offered');
    });
  });

  it('is asked for by the applicant, and the time stands still', async () => {
    await asResident(phone, async (page) => {
      await page.goto(`/mine/cases/${id}`);
      await page.getByText(/您可以要求听证，6月17日 周三前提出，不收费/).waitFor();
      await lookOf(page, 'hearing-offered');
      await page.getByRole('button', { name: '要求听证' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/您的理由/).fill('想当面说明净化设备');
      await lookOf(page, 'hearing-ask');
      await dialog.getByRole('button', { name: '要求听证' }).click();
      await page.getByText(/已申请听证，应在7月9日 周四前举行/).waitFor();
      await lookOf(page, 'hearing-asked');
    });
    expect((await read(id)).case.pausedSince).toBe('2026-06-10');
  });

  it('is set before a colleague, told, held and recorded', async () => {
    await atDesk('examiner', id, async (page) => {
      await step(page, '4', async () => {
        await page.getByLabel('听证日期').fill('2026-06-24');
        await page.getByLabel('地点').fill('三楼听证室');
        await page.getByRole('combobox', { name: '主持人' }).click();
        await page.getByTitle(/钱若水/).click();
        await page.locator('.ant-select-dropdown').waitFor({ state: 'hidden' });
        await look(page, 'hearing-set-dialog');
      });
      await page.getByText(/三楼听证室举行/).waitFor();
      await look(page, 'hearing-set');
    });
    await asResident(desk, async (page) => {
      await page.goto(`/mine/cases/${id}`);
      await page.getByText(/三楼听证室，主持人钱若水/).waitFor();
      await lookOf(page, 'hearing-set');
    });
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: /听证公告/ }).click();
      await page.getByText('三楼听证室').waitFor();
      await page.getByText('因直接涉及申请人与他人重大利益关系而举行').waitFor();
      expect(await page.locator('main').textContent()).not.toMatch(/陈小满|王秀英/);
      await lookOf(page, 'hearings');
    });
    district.app.clock.set('2026-06-24T11:30:00+08:00');
    await atDesk('examiner', id, async (page) => {
      await step(page, '5', async () => {
        await page.getByLabel(/到场人员/).fill('陈小满（申请人）\n王秀英（楼上住户）');
        await page.getByLabel(/听证记录/).fill('申请人出示净化设备检测报告，利害关系人对营业时间提出意见。');
        await page.getByLabel(/主持人意见/).fill('申请人作出整改安排，建议准予。');
        await look(page, 'hearing-record-dialog');
      });
      await page.getByText(/6月24日 周三已举行/).waitFor();
      await page.getByText('听证笔录').first().waitFor();
      await look(page, 'hearing-held');
    });
    const whole = await read(id);
    expect(whole.hearing).toMatchObject({ state: 'held', heldOn: '2026-06-24' });
    expect(whole.case.pausedSince).toBeNull();
  });
});
