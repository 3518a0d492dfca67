/** Where else one is served sooner, told on the phone before a ticket is taken; and a ticket that is taken up again after its hall has closed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { listOutlets } from '#modules/offices';
import { officesContract } from '#modules/offices/contract';
import { createAccount, givePost } from '#modules/people';
import { newId } from '#platform/ids';
import { closeHalls } from '../server/modules/hall/closing/close-halls.ts';
import { launchBrowser } from './harness/browser.ts';
import { anyMatter, openErrand, openPlace, openWindow } from './opened-hall.ts';
import { look, onPortal, phone } from './portal-page.ts';
import { openScreensHall, type ScreensHall } from './screens-hall.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let hall: ScreensHall;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  hall = await openScreensHall(d);
  await d.app.call(d.staff.clerk, hallContract.openWindow, { params: { id: hall.windowId } });
});
afterAll(() => d?.close());

/** The centre of a town with one window that does any matter, and somebody at it. */
async function openTown(): Promise<string> {
  const { app } = d;
  const town = (await listOutlets(app.ground.db)).find(({ kind }) => kind === 'town')!;
  await openPlace(d, town.id);
  const errandId = await openErrand(d, town.id, { ...anyMatter, prefix: 'T', zone: '' });
  const id = await openWindow(d, town.id, { number: '1', zone: '' }, [errandId]);
  const clerk = await app.ground.db.transaction((tx) => {
    const account = createAccount(tx, app.clock.now(), { loginName: 'town', name: '周帆', staff: true });
    givePost(tx, app.clock.now(), account, { role: 'clerk', departmentId: null, outletId: town.id });
    return account;
  });
  await app.call(clerk, hallContract.openWindow, { params: { id } });
  return town.name;
}

it('says before a ticket is taken that a town nearby is quicker', async () => {
  const town = await openTown();
  for (let i = 0; i < 4; i++)
    await d.app.call(d.staff.clerk, hallContract.issueTicket, {
      params: { id: hall.outletId },
      body: { actionId: newId(), errandId: hall.errandId, evenSo: true },
    });
  for (const [locale, said] of [
    ['zh-CN', '附近更快的地方'],
    ['en', 'Sooner nearby'],
  ] as const)
    await onPortal({ browser, district: d }, { ...phone, locale, as: d.resident }, async (page) => {
      await page.goto(`/queue/${hall.outletId}`);
      await page.getByText(said).waitFor();
      await look(page, `queue-elsewhere-${locale}`);
      if (locale === 'en') return;
      await page.getByRole('link', { name: town }).click();
      await page.getByRole('heading', { name: town }).waitFor();
      await page.getByRole('button', { name: '取号 综合受理' }).waitFor();
    });
});

it('takes a ticket up again that lapsed when the hall closed', async () => {
  const { app, staff } = d;
  const { version } = await app.call(staff.office, officesContract.getHours, { params: { id: hall.outletId } });
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' }));
  await app.call(staff.office, officesContract.saveHours, {
    params: { id: hall.outletId },
    body: { weekly, exceptions: [], version },
  });
  const { code, number } = await app.call(d.resident, hallContract.takeTicket, {
    body: { actionId: newId(), errandId: hall.errandId },
  });
  app.clock.set('2026-06-10T17:10:00+08:00');
  await app.call(staff.clerk, hallContract.leaveWindow, { body: { evenSo: true } });
  expect(await closeHalls(app.ground)).toBe(5);
  await onPortal({ browser, district: d }, { ...phone, locale: 'en' }, async (page) => {
    await page.goto(`/tickets/${code}`);
    await page.getByText('The hall closed before you were served').waitFor();
    await look(page, 'ticket-carried-en');
  });
  app.clock.set('2026-06-11T09:05:00+08:00');
  await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
    // Found again among one's own, a day later.
    await page.goto('/queue');
    await page.getByRole('link', { name: new RegExp(number) }).click();
    await page.getByText('大厅已下班，没有轮到您').waitFor();
    await look(page, 'ticket-carried');
    await page.getByRole('button', { name: '接着排队' }).click();
    await page.getByText('正在排队').waitFor();
    await page.goto(`/tickets/${code}`);
    await page.getByRole('link', { name: '已经换成新号，打开看看' }).waitFor();
  });
});
