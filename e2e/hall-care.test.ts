/** Around the queue: a time after hours asked for and granted, a question handed over, a complaint made with a ticket and answered. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afterhoursContract } from '#modules/afterhours/contract';
import { hallContract } from '#modules/hall/contract';
import { listOutlets } from '#modules/offices';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { anyMatter, openErrand, openHall, openPlace } from './opened-hall.ts';
import { look as lookOnPhone, onPortal, phone } from './portal-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';
import { look, openAs } from './workbench-page.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let outletId: string;
let errandId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  const { app, staff } = d;
  const opened = await openHall(d, [{ ...anyMatter, slotCapacity: 2 }], [{ number: 'A01', zone: anyMatter.zone }]);
  outletId = opened.outletId;
  errandId = opened.errandIds[0]!;
  await app.call(staff.clerk, hallContract.openWindow, { params: { id: opened.windowIds[0]! } });
  await app.call(staff.office, afterhoursContract.saveOffer, {
    params: { id: outletId, period: 'evening' },
    body: { opens: '17:30', closes: '19:00', places: 3, daysAhead: 5, noticeMinutes: 60 },
  });
});
afterAll(() => d?.close());

/** Picks an option of a select in a dialog. */
const pickIn = async (page: Page, label: string | RegExp, option: RegExp): Promise<void> => {
  await page.getByLabel(label).click();
  await page.getByTitle(option).click();
};

/** A telephone with more than its number is refused, the field says so, and the cursor is in it. */
async function refusedAtTheField(page: Page, verb: string): Promise<void> {
  const field = page.getByLabel(/联系电话/);
  await field.fill('0571-88880000 分机12');
  await page.getByRole('button', { name: verb }).click();
  await page.getByText('只写号码；分机写作“转12”').waitFor();
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill('0571-88880000 转12');
}

describe('around the queue', () => {
  it('a time after hours is asked for on the phone and granted at the desk', async () => {
    await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
      await page.goto('/queue');
      await page.getByRole('link', { name: /申请延时服务/ }).click();
      await pickIn(page, '办什么业务', /^综合受理$/);
      await lookOnPhone(page, 'after-hours');
      await page.getByRole('button', { name: '申请延时服务' }).click();
      await page.getByText('请选择什么时间来').waitFor();
      await page
        .getByRole('button', { name: /下班后/ })
        .first()
        .click();
      await refusedAtTheField(page, '申请延时服务');
      await page.getByRole('button', { name: '申请延时服务' }).click();
      await page.getByText('申请已收到，正在安排').waitFor();
      await lookOnPhone(page, 'after-hours-asked');
      const address = new URL(page.url()).pathname;

      await openAs(browser, d, 'office', async (desk) => {
        await desk.goto('/workbench/after-hours');
        await desk.getByRole('link', { name: '综合受理' }).waitFor();
        await look(desk, 'after-hours');
        await desk.getByRole('link', { name: '综合受理' }).click();
        await desk.getByRole('button', { name: '安排', exact: true }).click();
        const dialog = desk.getByRole('dialog');
        await dialog.getByLabel('由谁延时').click();
        await desk.getByTitle(/^王雨桐/).click();
        await dialog.getByLabel('在哪个窗口').click();
        await desk.getByTitle(/^A01/).click();
        expect(await dialog.getByLabel(/^备注/).getAttribute('maxlength')).toBe('300');
        await look(desk, 'after-hours-grant');
        await dialog.getByRole('button', { name: '安排', exact: true }).click();
        await dialog.waitFor({ state: 'hidden' });
        await desk.getByText(/王雨桐 · A01 号窗口/).waitFor();
        // Hours before, neither is possible, and each says from when it is.
        for (const name of [/^开始服务（.* 17:15 起）$/, /^群众未到（.* 17:30 起）$/])
          expect(await desk.getByRole('button', { name }).isDisabled()).toBe(true);
        await look(desk, 'after-hours-request');
      });
      await page.goto(address);
      await page.getByText('已安排，请按时到窗口').waitFor();
      await lookOnPhone(page, 'after-hours-granted');

      // Taken back: another time is asked for at the same hall.
      const { rows } = await d.app.call(d.staff.office, afterhoursContract.listRequests, { query: {} });
      const reason = '窗口设备检修';
      await d.app.call(d.staff.office, afterhoursContract.refuseRequest, { params: { id: rows[0]!.id }, body: { actionId: newId(), reason } }); // prettier-ignore
      await page.goto(address);
      await page.getByRole('link', { name: '另选时间' }).click();
      await page.waitForURL((url) => url.searchParams.get('hall') === outletId);
      await page.getByRole('button', { name: '申请延时服务' }).waitFor();
    });
  });

  it('a clerk of a town asks for somebody, and notes what is wrong, at the own hall, which is not the first of the district', async () => {
    const { app, staff } = d;
    const town = (await listOutlets(app.ground.db)).find(({ kind }) => kind === 'town')!;
    await openPlace(d, town.id);
    await openErrand(d, town.id, { ...anyMatter, prefix: 'T', name: '社保', zone: '' });
    await app.call(staff.office, afterhoursContract.saveOffer, {
      params: { id: town.id, period: 'evening' },
      body: { opens: '17:30', closes: '19:00', places: 3, daysAhead: 5, noticeMinutes: 60 },
    });
    const clerk = await app.ground.db.transaction((tx) => {
      const account = createAccount(tx, app.clock.now(), { loginName: 'town', name: '周帆', staff: true });
      givePost(tx, app.clock.now(), account, { role: 'clerk', departmentId: null, outletId: town.id });
      return account;
    });
    await openAs(browser, d, null, async (page) => {
      const value = await openSession(app.ground, clerk);
      await page.context().addCookies([{ name: sessionCookie, value, url: d.origin }]);
      await page.goto('/workbench/my-stays');
      await page.getByRole('button', { name: '代群众申请' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(town.name).waitFor();
      await pickIn(page, '业务', /^社保$/);
      await pickIn(page, '时间', /^6月11日.*下班后/);
      await dialog.getByLabel('姓名').fill('陈阿婆');
      await dialog.getByLabel('联系电话').fill('13800000000（儿子）');
      await dialog.getByRole('button', { name: '代群众申请' }).click();
      await dialog.getByText('只写号码；分机写作“转12”').waitFor();
      await look(page, 'after-hours-desk');
      await dialog.getByLabel('联系电话').fill('13800000000');
      await dialog.getByRole('button', { name: '代群众申请' }).click();
      await page.getByText(/请把查询码交给群众：/).waitFor();

      await page.goto('/workbench/hall/findings');
      await page.getByRole('button', { name: '记问题' }).click();
      await dialog.getByLabel('看到了什么').fill('饮水机漏水');
      await dialog.getByRole('button', { name: '记问题' }).click();
      // The hall stays the one of the finding on the way back.
      await page.getByRole('link', { name: '饮水机漏水' }).click();
      await page.getByRole('heading', { name: '饮水机漏水' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: '问题整改' }).click();
      await page.waitForURL((url) => url.searchParams.get('hall') === town.id);
      await page.getByRole('link', { name: '饮水机漏水' }).waitFor();
      // Elsewhere the server would refuse it.
      await page.goto(`/workbench/hall/findings?hall=${outletId}`);
      await page.getByText('没有问题').waitFor();
      expect(await page.getByRole('button', { name: '记问题' }).count()).toBe(0);
    });
  });

  it('limits of the house that could not be read are not set anew by what is usual', async () => {
    await openAs(browser, d, 'office', async (page) => {
      await page.route('**/api/firstasked/house-rule', (route) =>
        route.fulfill({ status: 429, json: { code: 'general.tooMany', status: 429, title: 'Too many', type: '' } }),
      );
      await page.goto('/workbench/questions');
      await page.getByRole('button', { name: '时限设置' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '再试一次' }).waitFor();
      expect(await dialog.getByLabel('答复时限（工作日）').count()).toBe(0);
      expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
      await page.unroute('**/api/firstasked/house-rule');
      await dialog.getByRole('button', { name: '再试一次' }).click();
      await dialog.getByLabel('答复时限（工作日）').fill('7');
      await dialog.getByRole('button', { name: '保存' }).click();
      await dialog.waitFor({ state: 'hidden' });
    });
  });

  it('a question is recorded in a minute, and whoever asked sees where it is', async () => {
    let code = '';
    await openAs(browser, d, 'clerk', async (page) => {
      await page.goto('/workbench/questions');
      await page.getByRole('button', { name: '登记首问' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('问了什么').fill('小面馆要不要办排水许可');
      await dialog.getByRole('radio', { name: '转给别的部门' }).check();
      await dialog.getByLabel('转给哪个部门').click();
      await page
        .getByTitle(/市场监管/)
        .first()
        .click();
      await look(page, 'question-record');
      await dialog.getByRole('button', { name: '登记首问' }).click();
      const said = await page.getByText(/请把查询码交给询问人/).textContent();
      code = /：([0-9a-z]{10})/.exec(said!)![1]!;
      await page.keyboard.press('Escape');
      await page.getByText('待接收').first().waitFor();
      await look(page, 'questions');
    });
    await openAs(browser, d, 'head', async (page) => {
      await page.goto('/workbench/questions');
      await page.getByRole('link', { name: /小面馆/ }).click();
      await page.getByRole('button', { name: '接收' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '接收' }).click();
      await page.getByText('办理中').first().waitFor();
      await look(page, 'question');
    });
    await onPortal({ browser, district: d }, phone, async (page) => {
      await page.goto(`/questions/${code}`);
      await page.getByText('已接收，正在办理').waitFor();
      await lookOnPhone(page, 'question');
    });
  });

  it('a complaint is made with a ticket and no account, answered, and judged', async () => {
    const { app, staff } = d;
    const ticket = await app.call(staff.clerk, hallContract.issueTicket, {
      params: { id: outletId },
      body: { actionId: newId(), errandId, evenSo: true },
    });
    await app.call(staff.clerk, hallContract.callNext, { body: { actionId: newId() } });
    await onPortal({ browser, district: d }, phone, async (page) => {
      await page.goto(`/tickets/${ticket.code}`);
      await page.getByRole('link', { name: /对服务不满意/ }).click();
      await page.getByLabel('发生了什么').fill('让我白跑了一趟');
      await lookOnPhone(page, 'complain');
      await refusedAtTheField(page, '提交投诉');
      await page.getByRole('button', { name: '提交投诉' }).click();
      await page.getByText('已收到，正在分派').waitFor();
      const address = new URL(page.url()).pathname;

      await openAs(browser, d, 'office', async (desk) => {
        await desk.goto('/workbench/complaints');
        await desk.getByRole('link', { name: '让我白跑了一趟' }).waitFor();
        await look(desk, 'complaints');
        await desk.getByRole('link', { name: '让我白跑了一趟' }).click();
        await desk.getByRole('button', { name: '分派' }).click();
        const dialog = desk.getByRole('dialog');
        await dialog.getByLabel('由谁办理').click();
        await desk.getByTitle(/^吴静宜/).click();
        await dialog.getByRole('button', { name: '分派' }).click();
        await desk.getByRole('button', { name: '答复投诉人' }).click();
        await dialog.getByLabel('给投诉人的答复').fill('向您道歉，已改正');
        await dialog.getByRole('button', { name: '答复投诉人' }).click();
        await dialog.waitFor({ state: 'hidden' });
        await desk.getByText('已答复').first().waitFor();
        await look(desk, 'complaint');
      });
      await page.goto(address);
      await page.getByRole('button', { name: '满意', exact: true }).waitFor();
      await lookOnPhone(page, 'complaint-answered');
      await page.getByRole('button', { name: '满意', exact: true }).click();
      await page.getByText('您对答复表示满意').waitFor();
    });
    await openAs(browser, d, 'clerk', async (page) => {
      await page.goto('/workbench/statements');
      await page.getByText('没有需要您说明的事').waitFor();
      await look(page, 'statements');
    });
  });
});
