/**
 * Remote help where the two cannot reach each other: whoever helps sits behind the office's wall, who asks is on a telephone network. A TURN
 * server carries for them, under credentials that are made for this help alone. Both browsers may go no other way.
 */
import { createHmac } from 'node:crypto';
import { createSocket } from 'node:dgram';
import Turn from 'node-turn';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './harness/browser.ts';
import { onPortal, phone, title } from './portal-page.ts';
import { openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

const secret = 'a secret of this test';
let d: WorkbenchDistrict;
let browser: Browser;
let turn: Turn;
/** User names under which a browser has signed in at the TURN server. */
const users = new Set<string>();

/** A port of the loopback that is free for UDP. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });

beforeAll(async () => {
  const listeningPort = await freePort();
  // As the servers that people run check it with `use-auth-secret`: the password follows from the user name.
  const credentials = new Proxy<Record<string, string>>(
    {},
    {
      get: (_, name) => {
        users.add(String(name));
        return createHmac('sha1', secret).update(String(name)).digest('base64');
      },
    },
  );
  turn = new Turn({ listeningIps: ['127.0.0.1'], relayIps: ['127.0.0.1'], listeningPort, authMech: 'long-term', credentials }); // prettier-ignore
  turn.start();
  process.env.ICE_SERVERS = `turn:127.0.0.1:${listeningPort}?transport=udp`;
  process.env.TURN_SECRET = secret;
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  delete process.env.ICE_SERVERS;
  delete process.env.TURN_SECRET;
});
afterAll(async () => {
  await d?.close();
  turn?.stop();
});

type WithPeer = { peer: RTCPeerConnection };
/** The browser takes no way but over the TURN server, and its connection is put aside. */
const onlyCarried = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(how?: RTCConfiguration) {
        super({ ...how, iceTransportPolicy: 'relay' });
        Object.assign(globalThis, { peer: this });
      }
    };
  });
/** By which way the connection of a page goes, and how much came in over it. */
const wayOf = (page: Page): Promise<{ from: string | undefined; came: number }> =>
  page.evaluate(async () => {
    const found = [...(await (globalThis as unknown as WithPeer).peer.getStats()).values()] as Record<string, unknown>[];
    const pair = found.find(({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded');
    const local = found.find(({ id }) => id === pair?.localCandidateId);
    return { from: local?.candidateType as string | undefined, came: Number(pair?.bytesReceived ?? 0) };
  }); // prettier-ignore

it('is carried by a TURN server where there is no other way', { timeout: 300_000 }, async () => {
  await openAs(browser, d, 'clerk', async (desk) => {
    await onlyCarried(desk);
    await desk.goto('/workbench/remote-help');
    await desk.getByRole('button', { name: '开始值守' }).click();
    await desk.getByText('现在没有人求助').waitFor();
    await onPortal({ browser, district: d }, { ...phone, as: d.resident }, async (page) => {
      await onlyCarried(page);
      for (const one of [desk, page]) one.setDefaultTimeout(120_000);
      await page.goto(`/apply/${d.food}`);
      await title(page).waitFor();
      await page.getByRole('button', { name: '请人帮忙' }).click();
      await page.getByRole('button', { name: '同意并求助' }).click();
      await page.getByText('下一位就是您').waitFor();
      await desk.getByRole('button', { name: /接下一位/ }).click();
      await Promise.all([desk.getByText('已接通').waitFor(), page.getByText('已接通').waitFor()]);
      for (const one of [desk, page]) {
        await expect.poll(async () => (await wayOf(one)).from, { timeout: 60_000 }).toBe('relay');
        await expect.poll(async () => (await wayOf(one)).came, { timeout: 60_000 }).toBeGreaterThan(20_000);
      }
      // Each side had credentials of its own, which end by themselves.
      expect(users.size).toBe(2);
      for (const name of users) expect(Number(name.split(':')[0]) * 1000).toBeGreaterThan(d.app.clock.now().getTime());
      await page.getByRole('button', { name: /结束/ }).first().click();
    });
  });
});
