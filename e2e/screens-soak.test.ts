/**
 * Screens hang for weeks. A real browser shows a zone and the information of a hall while a fast clock runs, somebody is called each minute and
 * the network is gone for five minutes every two hours. After a forced collection the heap may not have grown by 5 %, nor nodes and listeners
 * at all. `npm run soak:screens` runs 72 hours and prints the figures; here it is three, with a clock that goes in
 * coarser steps. Both compare with the second hour.
 */
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { newId } from '#platform/ids';
import { installClock, moveClock } from './fast-clock.ts';
import { launchBrowser } from './harness/browser.ts';
import { callSomebody, openScreensHall, zone, type ScreensHall } from './screens-hall.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

const isLong = process.env.SOAK_HOURS !== undefined;
const hours = Number(process.env.SOAK_HOURS ?? 3);
const from = 2;
/** Seconds of the fast clock in a step; screens ask once in each at least. */
const step = isLong ? 5 : 30;
/** Whether the network is gone at a second: not in the first two hours, which the others are compared with. */
const awayAt = (second: number): boolean => second >= 7200 && second % 7200 < 300;

let d: WorkbenchDistrict;
let browser: Browser;
let hall: ScreensHall;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  hall = await openScreensHall(d);
});
afterAll(() => d?.close());

interface Held {
  heap: number;
  nodes: number;
  listeners: number;
}
interface Screen {
  name: string;
  context: BrowserContext;
  page: Page;
  cdp: CDPSession;
  /** By hour. */
  held: Map<number, Held>;
}

async function hang(name: string, body: object): Promise<Screen> {
  const { code } = await d.app.call(d.staff.office, hallContract.addScreen, {
    params: { id: hall.outletId },
    body: { name, zone: null, windowId: null, sound: true, ...body } as never,
  });
  const context = await browser.newContext({
    baseURL: d.origin,
    viewport: { width: 1280, height: 720 },
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await installClock(page, d.app.clock.now());
  await page.goto('/hall/wall');
  await page.getByLabel('输入这块屏的代码').fill(code!);
  await page.getByRole('button', { name: '打开' }).click();
  await page.locator('.screen').waitFor();
  return { name, context, page, cdp: await context.newCDPSession(page), held: new Map() };
}

async function weigh({ cdp }: Screen): Promise<Held> {
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize: heap } = await cdp.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await cdp.send('Memory.getDOMCounters');
  return { heap, nodes, listeners };
}

/** Somebody is called; at midnight the window is left by itself and opened anew. Returns the ticket. */
async function callOne(): Promise<{ id: string; number: string }> {
  const { app, staff } = d;
  const { shift } = await app.call(staff.clerk, hallContract.showDesk, {});
  if (!shift) await app.call(staff.clerk, hallContract.openWindow, { params: { id: hall.windowId } });
  return callSomebody(d, hall);
}
async function finish({ id }: { id: string }): Promise<void> {
  for (const operation of [hallContract.serveTicket, hallContract.finishTicket])
    await d.app.call(d.staff.clerk, operation, { params: { id }, body: { actionId: newId() } });
}

/** The clocks of the server and of all screens go on alike. */
async function pass(screens: readonly Screen[], seconds: number): Promise<void> {
  d.app.clock.advance(seconds * 1000);
  await Promise.all(screens.map(({ page }) => moveClock(page, seconds * 1000)));
}
/** Lets time go on until it is so, for longer than any screen waits before it asks again. */
async function passUntil(what: string, screens: readonly Screen[], isSo: () => Promise<boolean>): Promise<void> {
  for (let passed = 0; !(await isSo()); passed++) {
    if (passed === 2_000) throw new Error(`${what}: not even after ${passed} seconds of the fast clock.`);
    await pass(screens, 1);
  }
}

const areStale = async (screens: readonly Screen[]): Promise<boolean[]> =>
  Promise.all(screens.map(async ({ page }) => (await page.locator('.screen-stale').count()) > 0));

/** After an outage no screen says any more that what it shows is old, and the next call is on the one of the zone. */
async function comeBack(screens: readonly Screen[]): Promise<void> {
  await passUntil('no screen is stale', screens, async () => !(await areStale(screens)).includes(true));
  const ticket = await callOne();
  const newest = screens[0]!.page.locator('.screen-calls .newest', { hasText: ticket.number });
  await passUntil(`${ticket.number} is shown`, screens, async () => (await newest.count()) > 0);
  await finish(ticket);
}

it(
  `keeps the heap of screens where it was, over ${hours} hours`,
  async () => {
    const screens = [await hang('zone', { shows: 'zone', zone }), await hang('board', { shows: 'board' })];
    let waiting = 0;
    let outages = 0;
    // The last weighing is in the middle of the last hour.
    for (let second = step; second <= (hours - 0.5) * 3600; second += step) {
      waiting += step;
      for (; waiting >= 60; waiting -= 60) await finish(await callOne());
      const [wasAway, isAway] = [awayAt(second - step), awayAt(second)];
      if (isAway !== wasAway) for (const { context } of screens) await context.setOffline(isAway);
      await pass(screens, step);
      // At the end of it, so that a screen that asks slowly has found out as well.
      if (isAway && !awayAt(second + step)) expect(await areStale(screens)).toEqual([true, true]);
      if (wasAway && !isAway) {
        await comeBack(screens);
        outages += 1;
      }
      if (second % 3600 === 1800)
        for (const screen of screens) screen.held.set((second + 1800) / 3600, await weigh(screen));
    }
    for (const { name, page, held } of screens) {
      const [first, last] = [held.get(from)!, held.get(hours)!];
      if (isLong)
        for (const [hour, { heap, nodes, listeners }] of held)
          if (hour <= 4 || hour % 4 === 0 || hour === hours)
            console.log(
              `${name} hour ${hour}: heap ${(heap / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`,
            );
      expect(last.heap / first.heap, `heap of ${name}`).toBeLessThan(1.05);
      // What is shown differs by a line or two.
      expect(last.nodes, `nodes of ${name}`).toBeLessThan(first.nodes * 1.1 + 50);
      expect(last.listeners, `listeners of ${name}`).toBeLessThan(first.listeners * 1.1 + 20);
      await page.locator('.screen').waitFor();
    }
    expect(outages).toBeGreaterThan(0);
    for (const { context } of screens) await context.close();
  },
  6 * 3_600_000,
);
