/** A resident on a phone: from what she wants to do to the case, over photos, a second device and a double press. */
import jsqr from 'jsqr';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { launchBrowser } from './harness/browser.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import {
  attach,
  choose,
  desk,
  draw,
  fillIn,
  foodAnswers,
  heic,
  jpeg,
  look,
  next,
  onPortal,
  phone,
  signIn,
  soon,
  title,
} from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
});
afterAll(() => district?.close());

/** The text of the QR code in a picture of the page. */
async function scan(page: Page, name: string | RegExp): Promise<string> {
  const picture = await page.getByRole('img', { name }).screenshot();
  const { data, info } = await sharp(picture)
    .extend({ top: 20, bottom: 20, left: 20, right: 20, background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const found = jsqr.default(new Uint8ClampedArray(data), info.width, info.height);
  if (!found) throw new Error('There is no QR code in the picture.');
  return found.data;
}

let number: string;
let tracking: string;

describe('applying on a phone', () => {
  it('leads from her own words over the guide to the first material', async () => {
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: '开饭店' }).waitFor();
      await look(page, 'home');
      await page.getByRole('combobox').fill('我想开个饭店');
      await page.getByRole('option', { name: /开饭店/ }).waitFor();
      await look(page, 'suggestions');
      await page.getByRole('button', { name: '搜索' }).click();
      await page.getByRole('link', { name: '开饭店' }).first().click();
      await soon(() => title(page).textContent()).toBe('开饭店');
      await page.getByText('区政务服务中心').first().waitFor();
      await look(page, 'guide');
      // What is needed depends on the answers: the power of attorney comes and goes.
      const needs = page.getByRole('listitem').filter({ hasText: '授权委托书' });
      await page.getByLabel('委托他人办理').check();
      await needs.waitFor();
      await page.getByLabel('本人办理').check();
      await needs.waitFor({ state: 'detached' });
      await page.getByLabel(/^餐饮服务/).check();
      await page.getByLabel('不在网上卖').check();
      await page.getByLabel('不做').check();
      await page.getByRole('button', { name: '法律依据' }).click();
      await page.getByText('设定依据').waitFor();
      await look(page, 'guide-legal');
      await page.getByRole('link', { name: '在线申请' }).click();
      await page.locator('#main').getByRole('link', { name: '登录' }).click();
      await page.getByText('演示账号').waitFor();
      await look(page, 'sign-in');
      await signIn(page);
      // What the guide was told is not asked again.
      await soon(() => title(page).textContent()).toContain('为谁办理');
      await fillIn(page, { 为谁办理: choose('我自己') }, /^您做哪一种/);
      expect(await page.getByLabel(/^餐饮服务/).isChecked()).toBe(true);
      const passed = await fillIn(page, foodAnswers(district.creditCode), /^请交/);
      expect(passed).not.toContain('平台和网店名称');
      await page.getByText('已自动保存').waitFor();
    });
  });

  it('takes several photos, HEIC too, says the limits before and never sends what was removed', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto(`/apply/${district.food}`);
      await page.getByRole('button', { name: '接着填' }).click();
      await fillIn(page, foodAnswers(district.creditCode), /^请交/);
      await page.getByText(/单个不超过 20 MB，最多 30 个/).waitFor();
      await attach(heic, await jpeg('一楼.jpg'), await jpeg('贴错了.jpg'))(page);
      await look(page, 'material');
      await page.getByRole('button', { name: '移除 贴错了.jpg' }).click();
      await page.getByText('已移除 贴错了.jpg').waitFor();
      // What is no photo is said at once, at the file.
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles({ name: '账.exe', mimeType: 'application/x-msdownload', buffer: Buffer.from('MZ') });
      await page.getByText(/没有上传成功/).waitFor();
      await page.getByRole('button', { name: '移除 账.exe' }).click();
      await page.getByText('已自动保存').waitFor();
      await soon(async () => {
        const drafts = await district.app.call(district.resident, casesContract.myDrafts, {});
        const { materials } = drafts[0]?.content ?? {};
        return (materials as Record<string, { files: { name: string }[] }> | undefined)?.layout?.files.map(
          ({ name }) => name,
        );
      }).toEqual(['photo.jpg', '一楼.jpg']);
    });
  });

  it('is gone on with on another device, where it is signed, pressed twice and sent once', async () => {
    await onPortal({ browser, district }, { ...desk, as: district.resident }, async (page) => {
      await page.goto('/mine');
      await page.getByRole('heading', { name: '没填完的' }).waitFor();
      await look(page, 'mine-draft');
      await page.getByRole('link', { name: '开饭店' }).click();
      await fillIn(page, foodAnswers(district.creditCode), /^请签名/);
      await next(page);
      await page.getByText('请先签名').waitFor();
      await draw(page);
      await look(page, 'sign');
      await fillIn(page, {}, /^请核对后提交/);
      await page.getByText('2 个文件').waitFor();
      await look(page, 'check');
      await page.getByRole('button', { name: '提交申请' }).dblclick();
      await soon(() => title(page).textContent()).toBe('已提交');
      await page.getByRole('link', { name: '回执' }).waitFor();
      await look(page, 'submitted');
      number = (await page.locator('.cases-number').textContent())!.trim();
      tracking = await scan(page, '查进度');
      const { rows } = await district.app.call(district.resident, casesContract.myCases, { query: { limit: 20 } });
      expect(rows.map((row) => row.number)).toEqual([number]);
      const whole = await district.app.call(district.resident, casesContract.getCase, { params: { id: rows[0]!.id } });
      expect(whole.materials.find(({ materialId }) => materialId === 'layout')?.fileIds).toHaveLength(2);
      // What the finger drew is on record, and on the application form.
      expect(whole.signature).toMatchObject({ way: 'drawn', drawing: expect.stringMatching(/^M\d+ \d+l0\.1 0L/) });
      const form = page.getByRole('link', { name: '查看申请表 PDF' });
      const answer = await page.request.get((await form.getAttribute('href'))!);
      expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf']);
      const drafts = await district.app.call(district.resident, casesContract.myDrafts, {});
      expect(drafts).toEqual([]);
    });
  });

  it('is followed with number and name, and with the code of the receipt, by anybody', async () => {
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: /查进度/ }).click();
      await page.getByRole('button', { name: '查询' }).click();
      await page.getByText('请填写受理编号').waitFor();
      await page.getByLabel('受理编号').fill(number);
      await page.getByLabel('申请人姓名或单位名称').fill('陈大满');
      await page.getByRole('button', { name: '查询' }).click();
      await page.getByRole('alert').waitFor();
      await look(page, 'track-wrong');
      await page.getByLabel('申请人姓名或单位名称').fill('陈小满');
      await page.getByRole('button', { name: '查询' }).click();
      await page.getByRole('heading', { name: '办理进度' }).waitFor();
      await look(page, 'tracked');
      expect(new URL(tracking).pathname).toMatch(/^\/track\/[-\d]+-[a-z0-9]{12,}$/);
      await page.goto(new URL(tracking).pathname);
      await page.getByText(number).waitFor();
    });
  });

  it('warns of the same matter that is open, and can be confirmed instead of drawn', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto(`/apply/${district.food}`);
      await choose('我自己')(page);
      const warning = page.getByText(`您已有一件同样的事正在办理（${number}）`);
      await warning.waitFor();
      await look(page, 'same-open');
      // Her company has none open: it may go on without a warning.
      await choose('云溪小满餐饮')(page);
      await warning.waitFor({ state: 'detached' });
      await fillIn(page, { ...foodAnswers(district.creditCode), 为谁办理: choose('云溪小满餐饮') }, /^请签名/);
      await page.getByRole('button', { name: /不方便手写/ }).click();
      await page.getByLabel(/输入您的姓名/).fill('陈小漫');
      await next(page);
      await page.getByText('请输入您的姓名：陈小满').waitFor();
      await page.getByLabel(/输入您的姓名/).fill('陈小满');
      await fillIn(page, {}, /^请核对后提交/);
      await page.getByText('云溪小满餐饮有限公司').first().waitFor();
      await page.getByRole('button', { name: '提交申请' }).click();
      await soon(() => title(page).textContent()).toBe('已提交');
      await page.getByRole('link', { name: '我的办件' }).click();
      await page.getByText('申请人 云溪小满餐饮有限公司').waitFor();
      await look(page, 'mine');
    });
  });
});
