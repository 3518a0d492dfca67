/** What comes after an application: supplement, fee, decision, verification, rating, withdrawal. Staff act beside the browser. */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract as op } from '#modules/cases/contract';
import { documentsContract } from '#modules/documents/contract';
import { ratingsContract } from '#modules/ratings/contract';
import { launchBrowser } from './harness/browser.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import { applyForFood, desk, heic, jpeg, look, onPortal, phone, soon, title } from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
let theCase: { id: string; trackCode: string };
beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
  theCase = await applyForFood(district, district.resident);
});
afterAll(() => district?.close());

const deed = () => ({ actionId: randomUUID() });

describe('a matter of one’s own', () => {
  it('says what is missing the moment it is asked for, and takes it in', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto(`/mine/cases/${theCase.id}`);
      await page.getByText(/正在核对材料/).waitFor();
      await look(page, 'case-submitted');
      await district.app.call(district.examiner, op.askSupplement, {
        params: { id: theCase.id },
        body: {
          ...deed(),
          wanted: [
            { materialId: 'layout', what: '平面布局图没有标明面积，请标好重新拍照' },
            { what: '请写明厨房的排烟方式' },
          ],
        },
      });
      // Without a reload.
      await page.getByText('等您补交材料').waitFor();
      await look(page, 'case-supplementing');
      await page.getByRole('link', { name: '去补交' }).click();
      await page.getByRole('heading', { name: '补交材料' }).waitFor();
      await page.getByRole('button', { name: '提交补正' }).click();
      await page.getByText('请至少补交一份材料').waitFor();
      const layout = page.getByRole('region', { name: '经营场所平面布局图和操作流程' });
      await layout
        .locator('input[type=file]')
        .first()
        .setInputFiles([heic, await jpeg('排烟.jpg')]);
      await soon(() => layout.getByText(/ · 已上传/).count()).toBe(2);
      await look(page, 'supplement');
      await page.getByRole('button', { name: '提交补正' }).click();
      await page.getByText(/正在核对材料/).waitFor();
      const whole = await district.app.call(district.resident, op.getCase, { params: { id: theCase.id } });
      expect(whole.materials.find(({ materialId }) => materialId === 'layout')?.fileIds).toHaveLength(2);
      expect(whole.wanted).toEqual([]);
    });
  });

  it('pays its fee, over one try that fails', async () => {
    const { app, examiner, resident } = district;
    await app.call(examiner, op.accept, { params: { id: theCase.id }, body: deed() });
    await app.call(examiner, op.askFee, {
      params: { id: theCase.id },
      body: { ...deed(), items: [{ name: '工本费', amountFen: 1000, basis: '测试用的收费依据' }] },
    });
    await onPortal({ browser, district }, { ...phone, as: resident }, async (page) => {
      await page.goto('/mine');
      await page.getByText('请缴费').first().waitFor();
      await page.getByRole('link', { name: /开饭店/ }).click();
      await page.getByRole('button', { name: /去缴费/ }).waitFor();
      await look(page, 'case-fee');
      await page.getByRole('button', { name: /去缴费/ }).click();
      await page.getByRole('button', { name: '模拟支付失败' }).click();
      await page.getByText('这次没有支付成功').waitFor();
      await look(page, 'pay');
      await page.getByRole('button', { name: '确认支付' }).click();
      await page.getByText('已缴').waitFor();
      await look(page, 'case-paid');
    });
    // The page hears of it before the case does.
    await app.relay.drain();
  });

  it('shows the decision, which proves genuine', async () => {
    const { app, examiner, head, resident } = district;
    const params = { id: theCase.id };
    await app.call(examiner, op.examine, { params, body: { ...deed(), opinion: '符合条件', proposal: 'grant' } });
    await app.call(head, op.grant, { params, body: { ...deed(), issueNow: true } });
    await app.call(head, op.deliver, { params, body: { ...deed(), way: 'electronic' } });
    const documents = await app.call(resident, documentsContract.listDocuments, {
      query: { subjectId: theCase.id, subjectKind: 'case' },
    });
    const decision = documents.find(({ kind }) => kind === 'decisionGrant')!;
    await onPortal({ browser, district }, { ...phone, as: resident }, async (page) => {
      await page.goto(`/mine/cases/${theCase.id}`);
      const link = page.getByRole('link', { name: new RegExp(`查看 ${decision.title}`) });
      const pdf = await page.request.get((await link.getAttribute('href'))!);
      expect(pdf.headers()['content-type']).toContain('application/pdf');
      expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
      await page.goto('/mine/inbox');
      await page
        .getByText(/已作出决定|结果可以领取/)
        .first()
        .waitFor();
      await look(page, 'inbox');
      await page.getByRole('button', { name: '全部标为已读' }).click();
      await soon(() => page.getByText('未读', { exact: true }).count()).toBe(0);
    });
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto(`/verify/${decision.verifyCode}`);
      await soon(() => title(page).textContent()).toContain('这份文书是真的');
      await page.getByText(decision.number).waitFor();
      expect(await page.getByText('陈小满').count()).toBe(0);
      await look(page, 'verified');
      await page.getByRole('link', { name: '验证另一份' }).click();
      const other = decision.verifyCode.endsWith('z') ? 'y' : 'z';
      await page.getByLabel('验证码').fill(`${decision.verifyCode.slice(0, -1)}${other}`);
      await page.getByRole('button', { name: '验证' }).click();
      await soon(() => title(page).textContent()).toContain('没有查到这份文书');
      await look(page, 'not-genuine');
    });
  });

  it('is rated on the page; a low level asks for reasons first', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto(`/mine/cases/${theCase.id}`);
      await page.getByRole('button', { name: '不满意', exact: true }).click();
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByRole('alert').waitFor();
      await look(page, 'rate-low');
      await page.getByLabel('办得慢、等得久').check();
      // Not sent yet: who looks at something else and comes back finds it as it was.
      await page.getByRole('link', { name: '首页' }).first().click();
      await page.waitForURL((url) => url.pathname === '/');
      await page.goBack();
      expect(await page.getByLabel('办得慢、等得久').isChecked()).toBe(true);
      await page.getByRole('button', { name: '提交评价' }).click();
      await page.getByText('您的评价：不满意').waitFor();
      await look(page, 'rated');
      const rating = await district.app.call(district.resident, ratingsContract.getRating, {
        params: { id: theCase.id },
      });
      expect(rating.given).toMatchObject({ level: 'dissatisfied' });
    });
  });

  it('is withdrawn with a word, and not by accident', async () => {
    const other = await applyForFood(district, district.resident);
    await onPortal({ browser, district }, { ...desk, as: district.resident }, async (page) => {
      await page.goto(`/mine/cases/${other.id}`);
      await page.getByRole('button', { name: '撤回申请' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(/撤回原因/).fill('店面还没有谈好');
      await look(page, 'withdraw');
      await dialog.getByRole('button', { name: '取消' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: '撤回申请' }).click();
      await dialog.getByRole('button', { name: '撤回申请' }).click();
      await page.getByText('您撤回了申请').waitFor();
      await look(page, 'withdrawn');
    });
  });
});

describe('what cannot be shown', () => {
  it('says what to do: not found, not one’s own, the server gone, the network slow', async () => {
    const gone = { ...phone, as: district.anna, tolerate: [/503|500/] };
    await onPortal({ browser, district }, gone, async (page) => {
      await page.goto('/no-such-page');
      await page.getByText('没有找到这一页').waitFor();
      await look(page, 'missing');
      await page.goto(`/mine/cases/${theCase.id}`);
      await page.getByText('这里不对您开放').waitFor();
      await look(page, 'forbidden');
      await page.route('**/api/my/cases?**', (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          body: JSON.stringify({ status: 503, code: 'general.unavailable', title: 'gone', requestId: 'abcdefgh2345' }),
        }),
      );
      await page.goto('/mine');
      await page.getByRole('alert').waitFor();
      await look(page, 'failing');
      await page.unroute('**/api/my/cases?**');
      // It comes back by itself.
      await soon(() => page.getByText('还没有办过事').count()).toBe(1);
      await page.route('**/api/items/overview', () => {});
      await page.goto('/services');
      await page.getByRole('status', { name: '正在读取' }).first().waitFor();
      await look(page, 'loading');
    });
  });
});
