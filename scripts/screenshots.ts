/**
 * `npm run screenshots`: makes the pictures of the README in docs/screenshots, each in Chinese and English. A demo district of its own
 * stands in the morning of one fixed day, so that the same pictures come out whenever they are made. `-- portal` makes only those
 * whose names begin so.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { casesContract } from '#modules/cases/contract';
import { catalogueContract } from '#modules/catalogue/contract';
import { demoPassword, loadDemo } from '#modules/demo';
import type { peopleContract } from '#modules/people/contract';
import { SteppedClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import type { Operation, ReplyOf } from '#platform/contract';
import type { Ground } from '#platform/ground';
import { Live } from '#platform/live';
import { servePages } from '#platform/pages';
import { plainLog } from '#platform/plain-log';
import { launchBrowser } from '../e2e/harness/browser.ts';
import { buildHttp, buildRelay } from '../server/app.ts';
import { open } from '../server/open.ts';
import { surfaces } from '../web/surfaces/surfaces.ts';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'docs/screenshots');
/** A Wednesday of a year whose calendar is published. */
const [asOf, at] = ['2026-06-10', '2026-06-10T10:20:00+08:00'];
const most = 250_000;

type Language = 'zh-CN' | 'en';
interface Shot {
  name: string;
  /** Login name of the demo account; nobody signs in without one. */
  as?: string;
  view: { width: number; height: number };
  /** The addresses, once the page may ask the server what is there. Several stand beside each other in one picture. */
  at: (page: Page) => Promise<string[]> | string[];
  /** Brings the page to what is to be seen. */
  until?: (page: Page) => Promise<unknown>;
}

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/** Asks the server as whoever is signed in on the page. */
async function ask<O extends Operation>(
  page: Page,
  operation: O,
  query: Record<string, string> = {},
): Promise<ReplyOf<O>> {
  const answer = await page.request.get(`/api${operation.path}?${new URLSearchParams(query)}`);
  if (!answer.ok()) throw new Error(`${operation.path}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as ReplyOf<O>;
}

const itemOf = async (page: Page, q: string): Promise<string> =>
  (await ask(page, catalogueContract.searchItems, { q, limit: '1' })).rows[0]!.itemId;

/** The number on somebody's identity card, as they would lay it on the reader. */
async function idNumberOf(page: Page, name: string): Promise<string> {
  const context = await page
    .context()
    .browser()!
    .newContext({ baseURL: new URL(page.url()).origin });
  await context.request.post('/api/people/sessions', { data: { name, password: demoPassword } });
  const me = (await (await context.request.get('/api/people/me')).json()) as ReplyOf<typeof peopleContract.me>;
  await context.close();
  return me.actor!.person!.idNumber;
}

const shots: readonly Shot[] = [
  { name: 'portal-home', view: desk, at: () => ['/'] },
  {
    name: 'portal-guide',
    view: desk,
    at: async (page) => [`/services/${await itemOf(page, '开饭店')}`],
    until: (page) => page.locator('.offices-card').first().waitFor(),
  },
  {
    name: 'portal-apply',
    as: 'xiaoman',
    view: phone,
    // Answered by the address: an answer given by hand would leave a draft, with which the next picture would begin.
    at: async (page) => {
      const start = `/apply/${await itemOf(page, '孩子上户口')}?s.parents=married&s.place=mainland`;
      return [start, `${start}&step=m-birth-certificate`, `${start}&step=check`];
    },
    until: (page) => page.locator('.yc-wizard').waitFor(),
  },
  {
    name: 'portal-case',
    as: 'xiaoman',
    view: phone,
    at: async (page) => {
      const { rows } = await ask(page, casesContract.myCases, { limit: '50' });
      const first = (...states: string[]): string =>
        `/mine/cases/${rows.find(({ state }) => states.includes(state))!.id}`;
      return ['/mine', first('accepted', 'examined', 'submitted'), first('supplementing', 'issued', 'closed')];
    },
    until: (page) => page.locator('.cases-now-line, .cases-card').first().waitFor(),
  },
  {
    name: 'workbench-list',
    as: 'examiner',
    view: desk,
    at: () => ['/workbench/cases'],
    until: (page) => page.getByRole('row').nth(3).waitFor(),
  },
  {
    name: 'workbench-case',
    as: 'examiner',
    view: desk,
    at: async (page) => {
      const { rows } = await ask(page, casesContract.workList, { state: 'accepted', limit: '20' });
      return [`/workbench/cases/${(rows.find(({ itemName }) => itemName.includes('食品')) ?? rows[0])!.id}`];
    },
    until: (page) => page.locator('.desk-steps').waitFor(),
  },
  {
    name: 'workbench-intake',
    as: 'clerk',
    view: desk,
    at: () => ['/workbench/intake'],
    until: async (page) => {
      const number = await idNumberOf(page, 'xiaoman');
      // The field for it has the focus, as at a window.
      await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
      await page.keyboard.type(number);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
      await page.keyboard.type('hzshk');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.intake-part').nth(3).waitFor();
    },
  },
  {
    name: 'hall-overview',
    as: 'office',
    view: desk,
    at: () => ['/workbench/hall'],
    until: (page) => page.locator('.hall-window').nth(40).waitFor(),
  },
  {
    name: 'hall-phone',
    as: 'office',
    view: phone,
    at: () => ['/workbench/tides', '/queue'],
    until: (page) => page.locator('.tides-zone, .queue-places a').nth(2).waitFor(),
  },
  {
    name: 'workbench-dashboard',
    as: 'office',
    view: desk,
    at: () => ['/workbench/figures'],
    until: (page) => page.locator('canvas').first().waitFor(),
  },
];

/** The server with a district of its own, and with a clock that stands still. Nothing runs that would move a case. */
async function openDistrict(data: string): Promise<{ origin: string; close: () => Promise<void> }> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const config = readConfig({ PORT: '0', YICHUANG_DATA: path.join(data, 'district') }, root);
  const opened = await open(config, plainLog, say);
  const ground: Ground = { ...opened.ground, clock: new SteppedClock(at) };
  await loadDemo(ground, { say, asOf });
  const relay = buildRelay(ground);
  const live = new Live(ground.db, (error) => console.error(error));
  const http = await buildHttp(ground, live, relay, {
    logLevel: 'error',
    more: (app) => servePages(app, { dist: path.join(data, 'web'), surfaces }),
  });
  const origin = await http.listen({ port: 0, host: '127.0.0.1' });
  return {
    origin,
    close: async () => {
      await http.close();
      await opened.close();
    },
  };
}

/** One picture of several screens, on grey; of a single screen that screen itself. */
async function besideEachOther(screens: readonly Buffer[]): Promise<Buffer> {
  if (screens.length === 1) return screens[0]!;
  const { width, height } = await sharp(screens[0]).metadata();
  const gap = 64;
  return sharp({
    create: {
      width: screens.length * (width + gap) + gap,
      height: height + 2 * gap,
      channels: 3,
      background: '#dfe4ec',
    },
  })
    .composite(screens.map((input, place) => ({ input, left: gap + place * (width + gap), top: gap })))
    .png()
    .toBuffer();
}

async function take(browser: Browser, origin: string, shot: Shot, language: Language): Promise<void> {
  const narrow = shot.view.width < 500;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: shot.view,
    deviceScaleFactor: 2,
    hasTouch: narrow,
    locale: language === 'en' ? 'en-GB' : 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.clock.install({ time: new Date(at) });
    if (shot.as) {
      const signedIn = await page.request.post('/api/people/sessions', {
        data: { name: shot.as, password: demoPassword },
      });
      if (!signedIn.ok()) throw new Error(`${shot.as} could not sign in: ${signedIn.status()}`);
    }
    const screens: Buffer[] = [];
    for (const address of await shot.at(page)) {
      await page.goto(address);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await shot.until?.(page);
      // The live stream never ends, so there is no moment without a request: what is still to come shows its outline.
      await page.waitForFunction(() => document.querySelector('.yc-loading, .ant-skeleton, .ant-spin') === null);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      screens.push(await page.screenshot({ animations: 'disabled' }));
    }
    const picture = await besideEachOther(screens);
    const file = path.join(folder, `${shot.name}${language === 'en' ? '-en' : ''}.png`);
    const { size } = await sharp(picture).png({ palette: true, effort: 10, compressionLevel: 9 }).toFile(file);
    if (size > most) throw new Error(`${file} has ${size} bytes: show less, or in a smaller window.`);
    process.stdout.write(`${path.relative(root, file)} ${Math.round(size / 1000)} kB\n`);
  } finally {
    await context.close();
  }
}

const wanted = process.argv[2] ?? '';
const data = await mkdtemp(path.join(tmpdir(), 'yichuang-screenshots-'));
try {
  const built = spawnSync(process.execPath, [path.join(root, 'scripts/start.ts'), '--build-only'], {
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('The browser part could not be built: see above.');
  // Its own copy: a build beside this must not take the pages away.
  await cp(path.join(root, 'dist/web'), path.join(data, 'web'), { recursive: true });
  await mkdir(folder, { recursive: true });
  const district = await openDistrict(data);
  const browser = await launchBrowser();
  try {
    for (const shot of shots)
      if (shot.name.startsWith(wanted))
        for (const language of ['zh-CN', 'en'] as const) await take(browser, district.origin, shot, language);
  } finally {
    await browser.close();
    await district.close();
  }
} finally {
  await rm(data, { recursive: true, force: true });
}
