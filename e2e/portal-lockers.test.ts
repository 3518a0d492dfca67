/** What was handed in once: put into the locker, used with one tap, seen by its owner, and consent taken back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { insertEntries, standsAsNew } from '#modules/lockers';
import { peopleContract } from '#modules/people/contract';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import {
  attach,
  desk,
  draw,
  fillIn,
  foodAnswers,
  jpeg,
  look,
  next,
  onPortal,
  phone,
  soon,
  title,
} from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
  const { ground } = district.app;
  const me = await district.app.call(district.resident, peopleContract.me, {});
  const fetched = (kind: 'idCard' | 'healthCertificate', name: string, number: string, validUntil: string) => ({
    ...standsAsNew,
    id: newId(),
    personId: me.actor!.person!.id,
    organisationId: null,
    kind,
    name,
    number,
    validUntil,
    resultOf: [],
    issuer: '云溪区公安分局',
    source: 'fetched' as const,
    trust: 'issued' as const,
    validFrom: '2020-01-01',
    fileIds: [],
    documentId: null,
    hash: 'f'.repeat(64),
    caseId: null,
    caseNumber: null,
    departmentId: null,
    addedAt: ground.clock.now(),
    addedBy: null,
  });
  await ground.db.transaction(async (tx) =>
    insertEntries(tx, [
      fetched('idCard', '居民身份证', district.idNumber, '2037-01-01'),
      fetched('healthCertificate', '健康证明', 'JK20250001', '2026-07-01'),
    ]),
  );
});
afterAll(() => district?.close());

describe('a locker', () => {
  it('takes a paper on the phone, and shows what is in it', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto('/mine');
      await page.getByRole('link', { name: '我的材料柜' }).click();
      await page.getByRole('article', { name: '健康证明' }).getByText('快到期').waitFor();
      await look(page, 'locker');
      await page.getByRole('button', { name: '上传一份' }).click();
      await page.getByRole('button', { name: '放进材料柜' }).click();
      await page.getByText('请选择是什么材料').waitFor();
      await look(page, 'locker-add');
      await page.getByLabel('是什么材料').click();
      await page.getByLabel('是什么材料').fill('平面图');
      await page.locator('.ant-select-item-option').filter({ hasText: '场所平面图' }).first().click();
      await attach(await jpeg('plan.jpg'))(page);
      await page.getByRole('button', { name: '放进材料柜' }).click();
      await page.getByText('“场所平面图”已放进材料柜').waitFor();
      await page.getByRole('article', { name: '场所平面图' }).getByText('未核对').waitFor();
    });
  });

  it('meets materials with one tap', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      const offered = page.waitForResponse(/lockers\/fitting/).then((answer) => answer.finished());
      await page.goto(`/apply/${district.food}`);
      let used = 0;
      const seen = await fillIn(
        page,
        {
          ...foodAnswers(district.creditCode),
          请交: async () => {
            // What she has is asked for once, and then known on every page.
            await offered;
            const tap = page.getByRole('button', { name: '一键使用' });
            const upload = page.locator('input[type=file]');
            const byUpload = page.getByLabel('现在上传');
            await tap.or(upload).or(byUpload).first().waitFor({ state: 'attached' });
            if ((await tap.count()) === 0) {
              // Where it may follow or be promised as well, she says first that she uploads it.
              if ((await upload.count()) === 0) await byUpload.first().check();
              return attach(await jpeg('other.jpg'))(page);
            }
            if (used === 0) await look(page, 'locker-offer');
            await tap.click();
            await page.getByText('使用材料柜里的这份').waitFor();
            if (used === 0) await look(page, 'locker-used');
            used += 1;
          },
        },
        /签名/,
      );
      expect(seen.filter((name) => name.startsWith('请交')).length).toBeGreaterThan(used);
      expect(used).toBe(2);
      await page.getByText(/放进我的材料柜/).waitFor();
      await draw(page);
      await next(page);
      await soon(() => page.getByText('用材料柜里的').count()).toBe(2);
      await look(page, 'locker-check');
      await page.getByRole('button', { name: '提交' }).click();
      await soon(() => page.url()).toContain('/submitted/');
      const id = page.url().split('/').at(-1)!;
      const { materials } = await district.app.call(district.examiner, casesContract.getCase, { params: { id } });
      expect(
        materials
          .filter(({ copy }) => copy !== undefined)
          .map(({ copy }) => copy!.kind)
          .toSorted(),
      ).toEqual(['floorPlan', 'healthCertificate']);
      await page.goto('/mine/locker?view=usages');
      await soon(() => page.getByText(/^使用 /).count()).toBe(2);
      await look(page, 'locker-usages');
    });
  });

  it('lets its owner allow a department, and take that back', async () => {
    await onPortal({ browser, district }, { ...desk, as: district.resident }, async (page) => {
      await page.goto('/mine/locker?view=consents');
      await page.getByText('您还没有同意谁使用').waitFor();
      await page.getByRole('combobox', { name: '同意谁使用' }).click();
      await page.locator('.ant-select-item-option').filter({ hasText: '市场监督管理局' }).first().click();
      await page.getByRole('button', { name: '同意使用' }).click();
      await page.getByRole('button', { name: /^收回同意/ }).click();
      await page.getByRole('dialog').getByRole('button', { name: '收回同意' }).click();
      await page.getByText(/收回$/).waitFor();
      await look(page, 'locker-consents');
    });
  });

  it('speaks English, on a wide screen too', async () => {
    await onPortal(
      { browser, district },
      { ...desk, width: 1920, height: 1080, locale: 'en-GB', as: district.resident },
      async (page) => {
        await page.goto('/mine/locker');
        await soon(() => title(page).textContent()).toBe('My locker');
        await page.getByRole('article', { name: 'Health certificate' }).getByText('Expires soon').waitFor();
        await look(page, 'locker-en');
      },
    );
  });
});
