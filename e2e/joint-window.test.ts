/** A life event at the window; the departments agree before anything is decided; the office prepares the next version. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { mattersContract } from '#modules/matters/contract';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { addLifeEvent } from './joint-district.ts';
import { desk, onPortal, soon } from './portal-page.ts';
import { fillByKeys, look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let heads: ReadonlyMap<string, string>;
let office: string;
let eventId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  ({ heads, office, eventId } = await addLifeEvent(d, 'allMustAgree'));
});
afterAll(() => d?.close());

const company = {
  公司类型: '有限责任公司',
  住所是: '集群注册',
  经营范围有没有登记前要批的项目: '没有',
  经营范围: '技术服务、技术开发',
  公司名称: '云溪小满科技有限公司',
  住所: '云溪区文渊街20号',
  注册资本: '100000',
  股东人数: '2',
  经营期限: '长期',
  要刻哪些印章: '公章、财务章、发票章',
  发票种类: '数电发票',
  每月大约开多少张: '30',
  准备参保的人数: '3',
};
const widths = [390, 1280, 1920] as const;
/** The page as it looks on three screens in both languages. */
async function everyWay(as: string, address: string, name: string, ready: (page: Page) => Promise<unknown>) {
  for (const locale of ['zh-CN', 'en'] as const)
    await onPortal({ browser, district: d }, { width: widths[0], height: 900, locale, as }, async (page) => {
      await page.goto(address);
      await ready(page);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await look(page, `${name}-${width}-${locale}`);
      }
    });
}

let matterId: string;

describe('a life event at the window', () => {
  it('is taken in with the form of the intake, and gives one receipt', async () => {
    await openAs(browser, d, 'clerk', async (page) => {
      await page.addInitScript(() => {
        const printed: string[] = [];
        Object.assign(globalThis, { printed });
        globalThis.print = () => {
          printed.push(document.querySelector('.yc-print')?.textContent ?? '');
          setTimeout(() => dispatchEvent(new Event('afterprint')));
        };
      });
      await page.goto('/workbench/intake');
      await page.getByLabel('证件号码').waitFor();
      await page.keyboard.type(d.idNumber);
      await page.keyboard.press('Enter');
      await page.getByRole('combobox', { name: '或者一件事一次办' }).click();
      await page.keyboard.type('开公司');
      await page.getByTitle(/开办企业一件事/).waitFor();
      await look(page, 'event-intake-choose');
      await page.keyboard.press('Enter');
      await page.getByText('先回答上面的问题').waitFor();
      await look(page, 'event-intake-questions');
      await page.getByLabel('要', { exact: true }).check();
      await page.getByRole('button', { name: /全部收纸质/ }).waitFor();
      // Whoever sends an unfinished form is told, and nothing is taken in.
      await page.keyboard.press('F9');
      await page.getByRole('alert').first().waitFor();
      await page.getByRole('combobox', { name: /开户银行/ }).click();
      await page.getByTitle('云溪农商银行').click();
      await page.locator('.intake-form input').first().focus();
      await fillByKeys(page, company, '申请人已当面核对');
      await page.keyboard.press('F4');
      await page.keyboard.press('F8');
      await look(page, 'event-intake-form');
      await page.keyboard.press('F9');
      await page.locator('.intake-number').waitFor();
      await look(page, 'event-intake-receipt');
      const number = (await page.locator('.intake-number').textContent())!;
      await page.keyboard.press('s');
      const printed = () => page.evaluate(() => (globalThis as unknown as { printed: string[] }).printed);
      await expect.poll(printed).toHaveLength(1);
      for (const said of [number, '一次申请的事项', '办成后自动启动', '公司章程'])
        expect((await printed())[0]).toContain(said);
      await page.getByRole('link', { name: '打开联办件' }).click();
      await page.getByRole('heading', { name: '各事项经过' }).waitFor();
      const { rows } = await d.app.call(office, mattersContract.listMatters, { query: {} });
      expect(rows[0]).toMatchObject({ number });
      matterId = rows[0]!.id;
    });
  });

  it('is agreed to by its departments, and nothing is decided before the last one has', async () => {
    const read = async () => (await d.app.call(office, mattersContract.getMatter, { params: { id: matterId } })).matter;
    const licence = (await read()).members.find(({ key }) => key === 'licence')!;
    const head = heads.get(licence.departmentId)!;
    await d.app.call(head, casesContract.accept, { params: { id: licence.caseId! }, body: { actionId: newId() } });
    await soon(async () => (await read()).members[0]!.caseState).toBe('accepted');
    await onPortal({ browser, district: d }, { ...desk, as: head }, async (page) => {
      await page.goto(`/workbench/cases/${licence.caseId}`);
      await page.getByText('还有 5 项没有同意').waitFor();
      await page.getByRole('button', { name: /^同\s*意$/ }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('同意还不是决定').waitFor();
      await look(page, 'agree-dialog');
      await dialog.getByRole('button', { name: /^同\s*意$/ }).click();
      await page.getByText('本部门已同意').waitFor();
      await page.getByText('还有 4 项没有同意').waitFor();
      await look(page, 'agreed');
    });
    for (const key of ['seal', 'bank', 'invoice', 'social']) {
      const part = (await read()).members.find((one) => one.key === key)!;
      expect(part.fate).toBe('open');
      const of = heads.get(part.departmentId)!;
      const params = { id: part.caseId! };
      await d.app.call(of, casesContract.accept, { params, body: { actionId: newId() } });
      expect((await read()).members.some(({ fate }) => fate === 'granted')).toBe(false);
      await d.app.call(of, mattersContract.agreeToPart, { params, body: { actionId: newId() } });
    }
    expect(await read()).toMatchObject({ state: 'decided', outcome: 'granted' });
    await everyWay(office, `/workbench/matters/${matterId}`, 'matter', (page) =>
      page
        .getByRole('heading', { name: /各事项经过|side by side|What happened/ })
        .first()
        .waitFor(),
    );
    await everyWay(office, '/workbench/matters', 'matters', (page) =>
      page
        .getByText(/没有|No matters|还没有联办件|开办企业|Starting/)
        .first()
        .waitFor(),
    );
  });
});

describe('preparing a life event', () => {
  it('is a form: questions, conditions, where each answer comes from, who is consulted; with its faults in sentences', async () => {
    const address = `/workbench/life-events/${eventId}`;
    await everyWay(office, address, 'event-editor', (page) => page.locator('#event-preview').waitFor());
    await onPortal({ browser, district: d }, { ...desk, as: office }, async (page) => {
      await page.goto(address);
      await page.locator('#event-preview').waitFor();
      await page.getByRole('button', { name: '添加问题' }).click();
      await page.getByRole('textbox', { name: '问题 2', exact: true }).fill('要办社保吗？');
      await page.getByRole('button', { name: /^添加条件 .*银行/ }).click();
      await page.getByRole('button', { name: /^添加部门 .*银行/ }).click();
      await page.locator('summary').first().click();
      await page
        .getByRole('combobox', { name: /公司名称/ })
        .first()
        .click();
      await page.locator('.ant-select-item-option', { hasText: '没有人填，请选择' }).last().click();
      await page.getByText(/必填项没有人填：.*请在下面选择/).waitFor();
      await look(page, 'event-editor-fault');
      await page.getByRole('button', { name: /^保\s*存$/ }).click();
      await page.getByText('已保存').waitFor();
      expect(await page.getByRole('button', { name: /^发\s*布$/ }).isDisabled()).toBe(true);
      const kept = await d.app.call(office, mattersContract.getManagedEvent, { params: { id: eventId } });
      expect(kept.body.questions).toHaveLength(2);
      expect(kept.body.consulted).toHaveLength(1);
      expect(kept.faults.map(({ why }) => why)).toContain('unmappedRequired');
    });
  });
});
