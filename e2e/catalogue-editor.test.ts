/** Those who keep the catalogue, in a real browser: prepare and publish a version, hand down, import, print. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { catalogueContract } from '#modules/catalogue/contract';
import { listOutlets } from '#modules/offices';
import { launchBrowser } from './harness/browser.ts';
import { look, onWorkbench, saved } from './catalogue-page.ts';
import type { View } from './harness/journey.ts';
import { applyForFood, onPortal, phone, soon, title } from './portal-page.ts';
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
const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: '事项栏目' }).getByRole('link', { name }).click();
const managed = (query: object) => d.app.call(d.staff.office, catalogueContract.listManaged, { query });

describe('the catalogue at the workbench', () => {
  it('publishes a version with a new field; the portal asks it, a running case keeps its version', async () => {
    const running = await applyForFood(d, d.resident, {});
    await asStaff('office', async (page) => {
      await page.goto(`/workbench/items/${d.food}`);
      await page.getByRole('heading', { level: 1, name: '开饭店' }).waitFor();
      await page.getByText('还没有草稿').waitFor();
      expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
      await part(page, '申请表');
      await page.getByRole('button', { name: '加一项' }).click();
      await page.getByRole('menuitem', { name: '下拉单选' }).click();
      await page.getByRole('button', { name: /未命名/ }).waitFor();
      const field = page.getByRole('region', { name: /^第 \d+ 项/ });
      // Left empty it says so, and nothing is published.
      await field.getByLabel('标题', { exact: true }).focus();
      await page.keyboard.press('Tab');
      await page.getByText('请填写标题', { exact: true }).waitFor();
      await field.getByLabel('标题', { exact: true }).fill('店招颜色');
      await field.getByLabel('选项', { exact: true }).fill('红色\n蓝色\n绿色');
      await field.getByLabel('必须填写').check();
      await saved(page);
      // The portal itself, at the width of a phone, shows the field that is in hand.
      await inPreview(page).getByRole('heading', { name: '店招颜色' }).waitFor();
      await look(page, 'form');
      // With the keyboard it goes to the place before.
      const row = page.getByRole('button', { name: /店招颜色/ }).first();
      const before = Number((await row.textContent())!.match(/^\d+/)![0]);
      await row.focus();
      await page.keyboard.press('Alt+ArrowUp');
      await soon(async () => Number((await row.textContent())!.match(/^\d+/)![0])).toBe(before - 1);
      await saved(page);
      await part(page, '群众看到的');
      await inPreview(page).getByRole('heading', { level: 1, name: '开饭店' }).waitFor();
      await page.getByText(/店招颜色 \(下拉单选\)/).waitFor();
      await look(page, 'guide');
      await page.getByRole('button', { name: '发布', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('正在办的 1 件仍按收件时的版本办完').waitFor();
      await dialog.getByText('今天起，新申请按这一版').waitFor();
      await look(page, 'publish');
      await dialog.getByRole('button', { name: '发布', exact: true }).click();
      await page.getByText('已发布第 2 版').waitFor();
      await page.getByRole('row', { name: /第 2 版.*现行/ }).waitFor();
      await look(page, 'versions');
    });
    await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
      await page.goto(`/services/${d.food}`);
      await soon(() => title(page).textContent()).toBe('开饭店');
      const guide = await d.app.call(null, catalogueContract.getGuide, { params: { id: d.food } });
      const [name] = Object.entries(guide.body.form.properties).find(([, field]) => field.title === '店招颜色')!;
      await page.goto(`/apply/${d.food}?step=${name}`);
      await soon(() => title(page).textContent()).toBe('店招颜色');
    });
    const kept = await d.app.call(d.resident, casesContract.getCase, { params: { id: running.id } });
    expect(kept.itemVersion).toBe(1);
  });

  it('shows two editors what the other did, and keeps what both wrote', async () => {
    await asStaff('head', async (page) => {
      await page.goto(`/workbench/items/${d.food}`);
      await page.getByLabel('通俗名', { exact: false }).first().waitFor();
      const params = { id: d.food };
      const draft = await d.app.call(d.staff.office, catalogueContract.getDraft, { params });
      await d.app.call(d.staff.office, catalogueContract.saveDraft, {
        params,
        body: {
          departmentId: draft.departmentId,
          body: { ...draft.body, telephone: '0571-88009900' },
          basedOn: draft.basedOn,
          revision: draft.revision,
        },
      });
      await page.locator('[data-path="/plainName"] input').fill('开饭馆');
      await page.getByText('您编辑时吴静宜保存过这份草稿').waitFor();
      await page.getByText('对方改了：咨询电话').waitFor();
      await look(page, 'clash');
      await page.getByRole('button', { name: '保留我的改动，并入对方的' }).click();
      await saved(page);
      const both = await d.app.call(d.staff.office, catalogueContract.getDraft, { params });
      expect(both.body).toMatchObject({ plainName: '开饭馆', telephone: '0571-88009900' });
      // A head prepares; the service office publishes.
      expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
    });
  });

  it('saves before one leaves, and asks when it cannot', async () => {
    await asStaff(
      'office',
      async (page) => {
        await page.goto(`/workbench/items/${d.food}`);
        await page.locator('[data-path="/name"] input').waitFor();
        await page.route('**/draft', (route) =>
          route.request().method() === 'PUT' ? route.abort() : route.continue(),
        );
        await page.locator('[data-path="/complaintTelephone"] input').fill('12345678');
        await page.getByText(/^没有保存：网络不通/).waitFor();
        await page.getByRole('link', { name: '办件', exact: true }).click();
        await page.getByRole('dialog').getByText('改动还没有保存').waitFor();
        await page.getByRole('dialog').getByRole('button', { name: '留下' }).click();
        await page.unroute('**/draft');
        await page.getByRole('link', { name: '办件', exact: true }).click();
        await page.waitForURL('**/cases');
        const draft = await d.app.call(d.staff.office, catalogueContract.getDraft, { params: { id: d.food } });
        expect(draft.body.complaintTelephone).toBe('12345678');
      },
      { tolerate: [/no answer: PUT|ERR_FAILED/] },
    );
  });

  it('hands two items down to a town, whose list shows them, and takes one back', async () => {
    const [town] = (await listOutlets(d.app.ground.db)).filter(({ kind }) => kind === 'town');
    const list = () => d.app.call(null, catalogueContract.listItems, { query: { outletId: town!.id } });
    const before = (await list()).total;
    await asStaff('office', async (page) => {
      await page.goto('/workbench/items?q=开饭店');
      await page.getByRole('row', { name: /开饭店/ }).waitFor();
      await page.goto('/workbench/items');
      const boxes = page.getByRole('row').getByRole('checkbox');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByText('已选 2 项').waitFor();
      await page.getByRole('button', { name: '下放', exact: true }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByLabel('受理并办结').check();
      await drawer.getByRole('button', { name: /^确定/ }).click();
      await drawer.getByText('请至少选一个网点').waitFor();
      await drawer.getByLabel('按名称筛选').fill(town!.name);
      await drawer.getByLabel(town!.name, { exact: true }).check();
      await look(page, 'hand-down');
      await drawer.getByRole('button', { name: '确定，2 项 × 1 个网点' }).click();
      await drawer.getByText('1 个网点已生效').nth(1).waitFor();
      await drawer.getByRole('button', { name: '完成' }).click();
      expect((await list()).total).toBe(before + 2);
      const one = (await list()).rows[0]!;
      await page.goto(`/workbench/items/${one.itemId}?part=places`);
      await page.getByRole('checkbox', { name: town!.name }).check();
      await look(page, 'places');
      await page.getByRole('button', { name: '收回' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '收回' }).click();
      await page.getByText('下放和收回记录').waitFor();
      expect((await list()).total).toBe(before + 1);
    });
    await onPortal({ browser, district: d }, phone, async (page) => {
      await page.goto(`/places/${town!.id}`);
      const [left] = (await list()).rows;
      await page
        .getByText(left!.plainName ?? left!.name)
        .first()
        .waitFor();
    });
  });

  it('shows what an import would do, with its broken row, then imports the others', async () => {
    const csv =
      '部门,事项名称,实施编码,法定期限,承诺期限,备注\n' +
      '区文化馆,群众文艺团队备案,IMPORT-1,10个工作日,5个工作日,甲\n' +
      '区文化馆,文化场地借用,IMPORT-2,,很快,乙\n' +
      '区文化馆,公益培训报名,IMPORT-3,,1个工作日,丙\n';
    await asStaff('office', async (page) => {
      await page.goto('/workbench/items/import');
      await page.getByText('还没有导入过').waitFor();
      await look(page, 'import-empty');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '文化馆.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      expect(await page.getByLabel('来源名称').inputValue()).toBe('文化馆');
      await page.getByRole('button', { name: '先看差别' }).click();
      const wrong = page.getByRole('region', { name: '不对的行' }).getByRole('row').nth(1);
      await wrong.waitFor();
      expect(await wrong.textContent()).toBe('3承诺期限“很快”看不出是多长时限，应写成“20个工作日”这样');
      await page.getByText('会新建的部门：区文化馆').waitFor();
      await look(page, 'import-difference');
      expect(await page.getByRole('button', { name: '导入 2 项' }).isDisabled()).toBe(true);
      expect((await managed({ q: 'IMPORT' })).total).toBe(0);
      await page.getByLabel('跳过不对的 1 行').check();
      await page.getByRole('button', { name: '导入 2 项' }).click();
      await page.getByText('新增 2 项，改动 0 项').waitFor();
      await page.getByRole('row', { name: /文化馆\.csv/ }).waitFor();
      expect((await managed({ q: 'IMPORT' })).total).toBe(2);
    });
  });

  it('lets somebody say what the columns of a list are that has headings of its own', async () => {
    const csv = '甲栏,乙栏,丙栏\n区文化馆,非遗传承人申报,YI-1\n区文化馆,展厅预约,YI-2\n';
    await asStaff('office', async (page) => {
      await page.goto('/workbench/items/import');
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: '自编.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
      await page.getByRole('button', { name: '先看差别' }).click();
      await page.getByText('请在下面说明哪一列是事项名称').waitFor();
      const take = async (header: string, field: string): Promise<void> => {
        await page.getByLabel(`“${header}”读成`).click();
        await page.keyboard.type(field);
        await page.keyboard.press('Enter');
      };
      await take('甲栏', '部门');
      await take('乙栏', '事项名称');
      await page.getByLabel('清单里没有编码').waitFor();
      await take('丙栏', '实施编码');
      await look(page, 'import-columns');
      await page.getByRole('button', { name: '先看差别' }).click();
      await page.getByRole('button', { name: '导入 2 项' }).click();
      await page.getByText('新增 2 项，改动 0 项').waitFor();
      expect((await managed({ q: 'YI-' })).rows.map(({ code }) => code).toSorted()).toEqual(['YI-1', 'YI-2']);
    });
  });

  it('publishes for a later day, cancels that, and withdraws with a reason', async () => {
    const [item] = (await managed({ q: 'IMPORT-1' })).rows;
    await asStaff('office', async (page) => {
      await page.goto(`/workbench/items/${item!.itemId}`);
      await page.locator('[data-path="/telephone"] input').fill('0571-88001122');
      await saved(page);
      await page.getByRole('button', { name: '发布', exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('从哪天起施行').fill('2026-06-01');
      await dialog.getByText('请选今天或以后的日期').waitFor();
      await dialog.getByLabel('从哪天起施行').fill('2026-07-01');
      await dialog.getByRole('button', { name: '发布', exact: true }).click();
      await page.getByRole('row', { name: /第 2 版.*待生效/ }).waitFor();
      await page.getByRole('button', { name: '取消生效' }).click();
      await page.getByRole('dialog').getByLabel('原因').fill('再议');
      await page.getByRole('dialog').getByRole('button', { name: '取消生效' }).click();
      await page.getByRole('row', { name: /第 2 版.*已取消.*再议/ }).waitFor();
      await page.getByRole('button', { name: '和上一版比较' }).click();
      await page.getByText('0571-88001122').waitFor();
      await page.getByRole('button', { name: '废止事项' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '废止事项' }).click();
      await page.getByText('请写明原因').waitFor();
      await page.getByRole('dialog').getByLabel('原因').fill('并入另一事项');
      await page.getByRole('dialog').getByRole('button', { name: '废止事项' }).click();
      await page.getByRole('row', { name: /第 1 版.*已废止.*并入另一事项/ }).waitFor();
      await look(page, 'withdrawn');
    });
  });
});
