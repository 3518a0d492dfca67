/** The pages of those who keep the catalogue: full, empty, failing, closed, on a phone, in English; booklets. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueContract } from '#modules/catalogue/contract';
import { launchBrowser } from './harness/browser.ts';
import { look, onWorkbench } from './catalogue-page.ts';
import type { View } from './harness/journey.ts';
import { openWorkbenchDistrict, type Staff, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
});
afterAll(() => d?.close());

const asStaff = <T>(who: keyof Staff, run: (page: Page) => Promise<T>, view: Partial<View> = {}): Promise<T> =>
  onWorkbench({ browser, district: d }, who, run, view);
const inPreview = (page: Page) => page.frameLocator('iframe');
const managed = (query: object) => d.app.call(d.staff.office, catalogueContract.listManaged, { query });

describe('pages of the catalogue', () => {
  it('lists every item with counts that hold, and finds one by initials', async () => {
    await asStaff('office', async (page) => {
      await page.goto('/workbench/items');
      const { counts } = await managed({});
      await page.getByRole('button', { name: `全部 ${counts.all}` }).waitFor();
      await page.getByText(`共 ${counts.all} 条`).waitFor();
      await look(page, 'list');
      await page.keyboard.press('/');
      await page.keyboard.type('spjyxk');
      await page.getByText('共 2 条').or(page.getByText('共 1 条')).first().waitFor();
      await page.getByRole('row', { name: /开饭店/ }).waitFor();
      await page.goto('/workbench/items?q=没有这样的事');
      await page
        .getByText('没有符合条件的内容')
        .or(page.getByText(/没有.*符合/))
        .first()
        .waitFor();
      await look(page, 'list-empty');
    });
  });

  it('makes a booklet, and is closed to those who have nothing to do here', async () => {
    await asStaff('office', async (page) => {
      await page.goto('/workbench/items/booklets?kind=topic');
      await page.getByRole('combobox', { name: '人生事项' }).click();
      await page.getByRole('option').first().waitFor({ state: 'attached' });
      await page.locator('.ant-select-item-option').first().click();
      await page.getByRole('button', { name: '生成 PDF' }).click();
      await page.getByRole('link', { name: '下载' }).waitFor({ timeout: 60_000 });
      await look(page, 'booklet');
    });
    await asStaff('clerk', async (page) => {
      await page.goto('/workbench/items');
      await page.getByText('您的岗位不能打开这一页').or(page.getByText(/岗位/)).first().waitFor();
      await look(page, 'forbidden');
    });
    await asStaff('auditor', async (page) => {
      await page.goto(`/workbench/items/${d.food}`);
      await page.getByRole('row', { name: /第 1 版/ }).waitFor();
      expect(await page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
      await look(page, 'auditor');
    });
  });

  it('fits a phone and speaks English', async () => {
    const english = { width: 390, height: 844, locale: 'en-GB' };
    await asStaff(
      'office',
      async (page) => {
        await page.goto('/workbench/items');
        await page.getByText('Move your hukou').first().waitFor();
        await look(page, 'list-en');
        await page.goto(`/workbench/items/${d.food}`);
        await page.getByRole('heading', { name: 'Names and synonyms' }).waitFor();
        await page.locator('#part-materials summary').first().click();
        await look(page, 'editor-en');
        await page.goto(`/workbench/items/${d.food}?part=form&field=seats`);
        await page.getByRole('button', { name: 'See it as on a phone' }).click();
        // Asked in some cases only: it is shown in one of them.
        await inPreview(page).getByRole('heading', { name: 'Seats' }).waitFor();
        await look(page, 'form-en');
        for (const part_ of ['versions', 'places']) {
          await page.goto(`/workbench/items/${d.food}?part=${part_}`);
          await page.getByRole('table').or(page.getByText('handed down to nobody')).first().waitFor();
          await look(page, `${part_}-en`);
        }
        await page.goto('/workbench/items/booklets');
        await page.getByRole('button', { name: 'Make the PDF' }).waitFor();
        await look(page, 'booklets-en');
      },
      english,
    );
  });

  it('says so when it is out of reach, and comes back by itself', async () => {
    await asStaff(
      'head',
      async (page) => {
        await page.route('**/api/items/managed*', (route) => route.fulfill({ status: 503, body: '' }));
        await page.goto('/workbench/items');
        await page.getByText('正在自动重试').waitFor();
        await look(page, 'failing');
        await page.unroute('**/api/items/managed*');
        // A head sees the items of the own department.
        await page.getByRole('row', { name: /开饭店|开饭馆/ }).waitFor();
        const { total } = await d.app.call(d.staff.head, catalogueContract.listManaged, {});
        await page.getByText(`共 ${total} 条`).waitFor();
      },
      { tolerate: [/503 GET/] },
    );
  });
});
