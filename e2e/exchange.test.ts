/** Across districts in the browser: two offices become partners, a window takes in, the other district decides, the result is handed out here. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { deliverDue } from '#modules/exchange';
import { exchangeContract } from '#modules/exchange/contract';
import { idCheckDigit, openSession, sessionCookie } from '#modules/people';
import { peopleContract } from '#modules/people/contract';
import { openTestApp, type TestApp } from '#server/testing';
import { step } from '#server/testing-cases';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot } from './harness/journey.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let there: TestApp;
let b: SmallDistrict;
let originThere: string;
let browser: Browser;
beforeAll(async () => {
  [d, there, browser] = await Promise.all([openWorkbenchDistrict(), openTestApp(), launchBrowser()]);
  there.ground.district = { ...there.ground.district, code: '330198', name: '青山区', nameEn: 'Qingshan District' };
  there.clock.set(d.app.clock.now().toISOString());
  b = await smallDistrict(there);
  originThere = await there.http.listen({ port: 0, host: '127.0.0.1' });
  there.ground.publicUrl = originThere;
  d.app.ground.publicUrl = d.origin;
  await there.call(b.office, exchangeContract.offerItem, { params: { id: b.food } });
});
afterAll(async () => {
  await d?.close();
  await there?.close();
});

const asStaff = <T>(who: keyof Staff, run: (page: Page) => Promise<T>): Promise<T> => openAs(browser, d, who, run);
/** Everything that waits on either side goes over. */
async function exchange(): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await there.relay.drain();
    await deliverDue(there.ground);
    await deliverDue(d.app.ground);
  }
}
/** The same page for a phone and a wall. */
async function everyWidth(page: Page, name: string): Promise<void> {
  await look(page, name);
  for (const [width, height] of [
    [390, 844],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await noSidewaysScroll(page);
    expect(await axe(page), `${name} ${width}`).toEqual([]);
    await shoot(page, `workbench-${name}-${width}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

describe('across districts', () => {
  it('two offices become partners by invitation and fingerprint', async () => {
    const own = await there.call(b.office, exchangeContract.ownKey, {});
    await asStaff('office', async (page) => {
      await page.goto('/workbench/exchange/districts');
      await page.getByText('还没有合作地区').waitFor();
      await page.getByRole('button', { name: '添加合作地区' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('对方的邀请').fill('{"invitation"');
      await dialog.getByRole('button', { name: /添加$/ }).click();
      await dialog.getByText('邀请内容不完整').waitFor();
      await dialog.getByLabel('对方的邀请').fill(JSON.stringify({ invitation: 'yichuang-exchange-1', ...own }));
      await dialog.getByRole('button', { name: /添加$/ }).click();
      await dialog.getByText('请先与对方核对指纹').waitFor();
      await dialog.getByRole('checkbox').check();
      await look(page, 'exchange-add');
      await dialog.getByRole('button', { name: /添加$/ }).click();
      await page.getByRole('article', { name: '青山区' }).waitFor();
      const { publicKey, fingerprint, code, name, baseUrl } = await d.app.call(
        d.staff.office,
        exchangeContract.ownKey,
        {},
      );
      const body = {
        code,
        name,
        baseUrl,
        publicKey,
        fingerprint,
        validFrom: '2026-01-01T00:00:00Z',
        validUntil: '2027-01-01T00:00:00Z',
      };
      await there.call(b.office, exchangeContract.addPartner, { body });
      await exchange();
      await page.reload();
      await page.getByText('可代收 1 项').waitFor();
      await everyWidth(page, 'exchange-districts');
    });
  });

  it('a window takes in, the other district decides, and the result is here', async () => {
    await asStaff('clerk', async (page) => {
      await page.goto('/workbench/exchange/take-in');
      await page.getByLabel('证件号码').waitFor();
      await page.keyboard.type(`33019919900307002${idCheckDigit('33019919900307002')}`);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '选择 青山区 食品经营许可' }).click();
      await page.getByRole('radio', { name: '热食类制售' }).check();
      await page.getByLabel('店名').fill('小满面馆');
      await page.getByLabel(/面积/).fill('80');
      await page.getByLabel('油水分离器型号').fill('YS-2');
      await page.getByRole('button', { name: '提交申请' }).click();
      await page.getByText('请申请人确认或签名').waitFor();
      await page.getByRole('checkbox', { name: '申请人确认内容属实' }).check();
      await page.getByRole('button', { name: '提交申请' }).click();
      await page.getByText('材料有误：经营场所平面图').waitFor();
      await page
        .getByRole('group', { name: /经营场所平面图/ })
        .getByText('纸质件已核对')
        .click();
      await everyWidth(page, 'exchange-take-in');
      await page.getByRole('button', { name: '提交申请' }).click();
      await page.getByText('申请会自动发往青山区').waitFor();
      await page.getByRole('link', { name: '查看办件' }).click();
      await page.getByText(/起等待发送/).waitFor();
      await look(page, 'exchange-waiting');
      await exchange();
      const [line] = (await there.call(b.office, casesContract.workList, { query: { door: 'exchange' } })).rows;
      await step(there, b, line!.id, 'askSupplement', {
        wanted: [{ materialId: 'layout', what: '平面图看不清，请重新提交' }],
      });
      await exchange();
      await page.reload();
      await page.getByText('平面图看不清，请重新提交').first().waitFor();
      await look(page, 'exchange-wanted');
      await page
        .getByRole('group', { name: /经营场所平面图/ })
        .getByText('纸质件已核对')
        .click();
      there.clock.advance(60_000);
      d.app.clock.advance(60_000);
      await page.getByRole('button', { name: '提交补正' }).click();
      await page.getByText('补正已提交').waitFor();
      await exchange();
      for (const kind of ['accept', 'grant', 'issue', 'deliver'] as const) await step(there, b, line!.id, kind);
      await exchange();
      await page.reload();
      await page.getByRole('link', { name: /打开 .*决定书/ }).waitFor();
      await everyWidth(page, 'exchange-closed');
      await page.goto('/workbench/exchange');
      await page.getByRole('row', { name: /青山区/ }).waitFor();
      await everyWidth(page, 'exchange-list');
    });
  });

  it('the applicant sees it among their matters, and applies from home', async () => {
    const { actor } = await d.app.call(d.resident, peopleContract.me, {});
    expect(actor!.person!.name).toBe('陈小满');
    await openAs(browser, d, null, async (page) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto('/districts');
      await page.getByText('青山区').first().waitFor();
      await look(page, 'exchange-portal-items');
      await signIn(page);
      await page.goto('/mine');
      await page.getByRole('link', { name: /食品经营许可.*办结/ }).click();
      await page.getByRole('link', { name: /打开 .*决定书/ }).waitFor();
      await look(page, 'exchange-portal-taken');
      await page.goto('/districts');
      await page.getByRole('button', { name: /申请 青山区/ }).click();
      await page.getByRole('button', { name: '提交申请' }).waitFor();
      await look(page, 'exchange-portal-apply');
    });
  });

  it('what waits is seen by the office with its reason', async () => {
    await there.http.close();
    const offered = await d.app.call(null, exchangeContract.findPartnerItems, { query: {} });
    await d.app.call(d.staff.office, exchangeContract.refreshItems, { params: { id: offered.rows[0]!.partnerId } });
    await deliverDue(d.app.ground);
    await asStaff('office', async (page) => {
      await page.goto('/workbench/exchange/queue');
      await page.getByText('对方暂时无法连接').waitFor();
      await everyWidth(page, 'exchange-queue');
    });
  });
});

async function signIn(page: Page): Promise<void> {
  const value = await openSession(d.app.ground, d.resident, { secondFactor: true });
  await page.context().addCookies([{ name: sessionCookie, value, url: d.origin }]);
}
