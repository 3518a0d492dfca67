/** Remote help between two real browsers: pictures arrive, the form is pointed at, a suggestion is taken, a colleague takes over. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { remoteHelpContract } from '#modules/remotehelp/contract';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { listOutlets } from '#modules/offices';
import { launchBrowser } from './harness/browser.ts';
import { withPage } from './harness/journey.ts';
import { choose, look as lookOnPhone, next, onPortal, phone, title } from './portal-page.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let colleague: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  const { ground } = d.app;
  const hall = (await listOutlets(ground.db)).find(({ kind }) => kind === 'hall')!.id;
  colleague = await ground.db.transaction((tx) => {
    const id = createAccount(tx, ground.clock.now(), { loginName: 'zhou', name: '周同事', staff: true });
    givePost(tx, ground.clock.now(), id, { role: 'clerk', departmentId: null, outletId: hall });
    return id;
  });
});
/** Nobody is there yet. */
beforeEach(async () => {
  for (const clerk of [d.staff.clerk, colleague])
    await d.app.ask(clerk, remoteHelpContract.setSeat, { body: { state: null } });
});
afterAll(() => d?.close());

/** Pictures of the other side are really drawn: the number of frames grows. */
async function seesOther(page: Page): Promise<void> {
  const frames = () =>
    page
      .locator('video.talk-other')
      .evaluate((video: HTMLVideoElement) =>
        video.videoWidth > 0 ? video.getVideoPlaybackQuality().totalVideoFrames : 0,
      );
  await expect.poll(frames, { timeout: patient, message: 'pictures arrive' }).toBeGreaterThan(0);
  const before = await frames();
  await expect.poll(frames, { timeout: patient, message: 'and go on' }).toBeGreaterThan(before);
}

/** Two pages that draw moving pictures take longest on a machine that has other things to do: there is time, and nothing depends on it. */
const patient = 120_000;

/** On a phone, at a desk, on a large screen. */
async function lookAtWidths(page: Page, name: string): Promise<void> {
  for (const width of [390, 1920, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await look(page, name);
  }
}

/** The connection of a page, as `keepPeer` has put it aside. */
type WithPeer = { peer: RTCPeerConnection };
const keepPeer = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(...given: ConstructorParameters<typeof RTCPeerConnection>) {
        super(...given);
        Object.assign(globalThis, { peer: this });
      }
    };
  });
/** What the other side has last offered as its end of the way: another one after each agreement on one. */
const wayOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(
    () => /ice-ufrag:(\S+)/.exec((globalThis as unknown as WithPeer).peer.remoteDescription?.sdp ?? '')?.[1],
  );
/** Lets the browser say how the connection stands; undefined: as it does. */
const say = (page: Page, state: RTCPeerConnectionState | undefined): Promise<void> =>
  page.evaluate((said) => {
    const { peer } = globalThis as unknown as WithPeer;
    if (said) Object.defineProperty(peer, 'connectionState', { configurable: true, get: () => said });
    else Reflect.deleteProperty(peer, 'connectionState');
    peer.dispatchEvent(new Event('connectionstatechange'));
  }, state);

const openColleague = (run: (page: Page) => Promise<void>, tolerate: RegExp[] = []): Promise<void> =>
  withPage(browser, { baseURL: d.origin, width: 1280, height: 800, locale: 'zh-CN', tolerate }, async (page) => {
    await page.clock.install({ time: d.app.clock.now() });
    const value = await openSession(d.app.ground, colleague, { secondFactor: true });
    await page.context().addCookies([{ name: sessionCookie, value, url: d.origin }]);
    page.context().setDefaultTimeout(patient);
    await run(page);
  });

describe('remote help', { timeout: 900_000 }, () => {
  it('is given face to face, with the form in view of both, and the applicant alone fills it in', async () => {
    await openAs(browser, d, 'clerk', async (desk) => {
      desk.context().setDefaultTimeout(patient);
      await desk.goto('/workbench/remote-help');
      await desk.getByRole('button', { name: '开始值守' }).click();
      await desk.getByText('现在没有人求助').waitFor();
      await look(desk, 'remote-help-free');

      await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
        page.context().setDefaultTimeout(patient);
        await keepPeer(page);
        await page.goto(`/apply/${d.food}`);
        await title(page).waitFor();
        await page.getByRole('button', { name: '请人帮忙' }).click();
        await page.getByRole('button', { name: '同意并求助' }).waitFor();
        await lookOnPhone(page, 'help-consent');
        await page.getByRole('button', { name: '同意并求助' }).click();
        await page.getByText('下一位就是您').waitFor();

        await desk.getByRole('button', { name: /接下一位/ }).click();
        await page.getByRole('heading', { name: '王雨桐正在帮您' }).waitFor();
        await Promise.all([desk.getByText('已接通').waitFor(), page.getByText('已接通').waitFor()]);
        await Promise.all([seesOther(desk), seesOther(page)]);

        // What the applicant does is seen; what is sensitive is not.
        const seen = desk.locator('.seat-fields li');
        await seen.filter({ hasText: '您做哪一种' }).waitFor();
        await lookOnPhone(page, 'help-talking');
        await choose('我自己')(page);
        await next(page);
        await choose('餐饮服务')(page);
        await seen.filter({ hasText: '您做哪一种' }).getByText('餐饮服务').waitFor();
        const phoneLine = seen.filter({ hasText: '联系电话' });
        await phoneLine.getByText('对方没有显示').waitFor();
        expect(await desk.content()).not.toContain('19900001234');

        // Pointing shows on the applicant's field.
        await desk.getByRole('button', { name: /^指给对方看 您做哪一种/ }).click();
        await page.locator('.yc-field.pointed').waitFor();

        // A suggestion changes nothing until it is taken.
        await desk.getByRole('button', { name: /^建议 店名/ }).click();
        await desk.getByLabel(/店名.*的建议/).fill('小满面馆');
        await desk.keyboard.press('Enter');
        await page.getByText(/工作人员建议「店名.*」填：小满面馆/).waitFor();
        const shop = seen.filter({ hasText: '店名' });
        expect(await shop.textContent()).not.toContain('小满面馆');
        await look(desk, 'remote-help-talking');
        await page.getByRole('button', { name: '采用' }).click();
        await desk.getByText('对方采用了建议').waitFor();
        // Hers, as what her record knew: seen when she shows it.
        await shop.getByText('对方没有显示').waitFor();
        await page.getByText('工作人员看到的表').click();
        await page.getByRole('button', { name: /^给他看 店名/ }).click();
        await shop.getByText('小满面馆').waitFor();

        // Written words beside the picture, both ways.
        await desk.getByRole('textbox', { name: '写给对方' }).fill('请看营业执照上的店名');
        await desk.keyboard.press('Enter');
        await page.getByText('请看营业执照上的店名').waitFor();

        // Her browser says that the way between the two is lost: what is written goes over the server, and another way is agreed on.
        const way = await wayOf(page);
        await say(page, 'disconnected');
        await page.getByText('连接断开').waitFor();
        await page.getByRole('textbox', { name: '写给对方' }).fill('还在吗');
        await page.keyboard.press('Enter');
        await desk.getByText('还在吗').waitFor();
        await expect.poll(() => wayOf(page), { timeout: patient }).not.toBe(way);
        await say(page, undefined);
        await page.getByText('已接通').waitFor();
        await Promise.all([seesOther(desk), seesOther(page)]);

        // The clerk's browser crashes: the page is opened anew, and both find each other again.
        await desk.reload();
        await desk.getByText('已接通').waitFor();
        await Promise.all([seesOther(desk), seesOther(page)]);
        await shop.getByText('小满面馆').waitFor();

        // A colleague takes over.
        await openColleague(async (second) => {
          await second.goto('/workbench/remote-help');
          await second.getByRole('button', { name: '开始值守' }).click();
          await desk.getByRole('button', { name: '转交给 周同事' }).click();
          await page.getByRole('heading', { name: /工作人员换人/ }).waitFor();
          await second.getByText('转交给您').waitFor();
          await second.getByRole('button', { name: /接下一位/ }).click();
          await page.getByRole('heading', { name: '周同事正在帮您' }).waitFor();
          await Promise.all([seesOther(second), seesOther(page)]);
          await second.getByRole('button', { name: '结束：已帮助' }).click();
        });
        await page.getByRole('heading', { name: '帮办已结束' }).waitFor();
        await lookOnPhone(page, 'help-ended');
        await page.getByRole('button', { name: '非常满意' }).click();
        await page.getByText('谢谢您的评价').waitFor();
      });
    });
    const { rows } = await d.app.call(d.staff.office, remoteHelpContract.listHelps, {});
    expect(rows[0]).toMatchObject({ outcome: 'helped', level: 'verySatisfied' });
    expect(rows[0]!.parts.map(({ clerkName, how }) => [clerkName, how])).toEqual([['王雨桐', 'handedOver'], ['周同事', 'ended']]); // prettier-ignore
    // Nobody submitted anything.
    expect((await d.app.call(d.resident, casesContract.myCases, {})).rows).toEqual([]);
    await openAs(browser, d, 'office', async (page) => {
      await page.goto('/workbench/remote-help/record');
      // The talk went through two hands, and is found under each.
      const line = page.getByRole('gridcell', { name: '王雨桐 → 周同事' });
      await line.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('row', { name: /王雨桐.*转交给 周同事/ }).waitFor();
      await dialog.getByRole('row', { name: /周同事.*已帮助/ }).waitFor();
      await look(page, 'remote-help-record-parts');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      await page.goto(`/workbench/remote-help/record?clerkId=${d.staff.clerk}`);
      await line.waitFor();
      await page.getByText('按工作人员统计').click();
      await lookAtWidths(page, 'remote-help-record');
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Remote help given' }).waitFor();
      await lookAtWidths(page, 'remote-help-record-english');
    });
  });

  it('is given in writing to who is deaf, where there is no camera and no video at all, over a server that is gone for a moment', async () => {
    const view = { ...phone, locale: 'en-GB', as: d.anna, tolerate: [/ERR_/] };
    await openColleague(
      async (desk) => {
        await desk.goto('/workbench/remote-help');
        await desk.getByRole('button', { name: '开始值守' }).click();
        await onPortal({ browser, district: d }, view, async (page) => {
          page.context().setDefaultTimeout(patient);
          await page.addInitScript(() => {
            Reflect.deleteProperty(globalThis, 'RTCPeerConnection');
            const refuse = () => Promise.reject(new DOMException('said no', 'NotAllowedError'));
            Object.defineProperty(MediaDevices.prototype, 'getUserMedia', { value: refuse });
          });
          await page.goto(`/apply/${d.food}`);
          await page.getByRole('button', { name: 'Get help' }).click();
          await page.getByLabel('I am deaf or cannot speak').check();
          await page.getByRole('button', { name: 'Agree and ask for help' }).click();
          await page.getByText('You are next').waitFor();
          await desk.getByText('手语或文字').waitFor();
          await look(desk, 'remote-help-waiting');

          await desk.getByRole('button', { name: /接下一位/ }).click();
          await desk.getByText('对方听不见或不便说话').waitFor();
          await page.getByText('This browser has no video').waitFor();
          await desk.getByText('对方的浏览器不支持视频').waitFor();
          // With the keys alone: the field is ready, a phrase is one press.
          await desk.keyboard.type('Nice to meet you');
          await desk.keyboard.press('Enter');
          await page.getByText('Nice to meet you').waitFor();
          await desk.getByRole('button', { name: 'Please look at the question with the frame.' }).click();
          await page.getByText('Please look at the question with the frame.').waitFor();
          await lookOnPhone(page, 'help-written-english');
          await lookAtWidths(desk, 'remote-help-written');

          // All lines are cut, as when the server is started anew: both come back, and nothing is lost or said twice.
          d.app.http.server.closeAllConnections();
          await page.getByRole('textbox', { name: 'Write to the other side' }).fill('Which kind is a tea shop?');
          await page.keyboard.press('Enter');
          await desk.getByText('Which kind is a tea shop?').waitFor();
          const seen = desk.locator('.seat-fields li').first();
          await seen.getByRole('button', { name: /^建议/ }).click();
          await desk.getByLabel(/的建议/).fill('a shop');
          await desk.keyboard.press('Enter');
          await page.getByRole('button', { name: 'Use it' }).click();
          await page.getByText('does not fit this question').waitFor();
          await desk.getByText('建议不符合该项要求').waitFor();
          expect(await desk.getByText('Which kind is a tea shop?').count()).toBe(1);

          await page.getByRole('button', { name: 'End the help' }).click();
          await page.getByRole('heading', { name: 'You have ended the help' }).waitFor();
          await desk.getByText('现在没有人求助').waitFor();
          await page.getByRole('button', { name: 'Close' }).click();
          expect(await page.evaluate(() => sessionStorage.getItem('yichuang.help'))).toBeNull();
        });
      },
      [/ERR_/],
    );
  });
});
