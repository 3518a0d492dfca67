/** What journeys share beyond Playwright's own words: a page that reports its troubles, screenshots, accessibility. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type axeCore from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { cacheFolder } from './browser.ts';

type FromPlaywright =
  | 'baseURL'
  | 'colorScheme'
  | 'deviceScaleFactor'
  | 'geolocation'
  | 'hasTouch'
  | 'isMobile'
  | 'permissions'
  | 'reducedMotion'
  | 'storageState';

/** The window a person uses, and which troubles the journey brings about on purpose. */
export interface View extends Pick<BrowserContextOptions, FromPlaywright> {
  width: number;
  height: number;
  locale: string;
  /** Troubles that match one of these do not fail the journey (a journey without network: `/ERR_INTERNET_DISCONNECTED/`). */
  tolerate?: RegExp[];
}

const shots = join(cacheFolder, 'shots');

/**
 * Runs a journey in a fresh context, with the clock of the district. At the end it fails with every console error, page
 * error, 5xx answer, request without an answer and missing file of the page, its pop-ups included. A 4xx answer to a
 * document or to fetch is no trouble: journeys look at what the page makes of it.
 */
export async function withPage<T>(browser: Browser, view: View, run: (page: Page) => Promise<T>): Promise<T> {
  const { width, height, tolerate = [], ...rest } = view;
  // Without motion unless the journey is about it: what still moves is not yet what the next step is about.
  const context = await browser.newContext({
    reducedMotion: 'reduce',
    ...rest,
    viewport: { width, height },
    timezoneId: 'Asia/Shanghai',
  });
  context.setDefaultTimeout(30_000);
  context.setDefaultNavigationTimeout(30_000);
  const troubles = collectTroubles(context);
  const report = (): string =>
    troubles
      .filter((trouble) => !tolerate.some((pattern) => pattern.test(trouble)))
      .map((trouble) => `\n- ${trouble}`)
      .join('');
  try {
    const page = await context.newPage();
    let result: T;
    try {
      result = await run(page);
    } catch (failure) {
      // What the page suffered is usually why the journey could not go on, so both belong in the one message.
      if (failure instanceof Error) failure.message += await describe(page, report());
      throw failure;
    }
    if (report()) throw new Error(`The journey went through, but the page had troubles:${report()}`);
    return result;
  } finally {
    await context.close();
  }
}

function collectTroubles(context: BrowserContext): string[] {
  const troubles: string[] = [];
  context.on('console', (message) => {
    // Chromium's own lines about requests name no method and count every 404: the two listeners below know better.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => troubles.push(`page error: ${error.error().stack ?? String(error.error())}`));
  context.on('response', (response) => {
    const request = response.request();
    const mayRefuse = ['document', 'fetch', 'xhr', 'eventsource', 'other'].includes(request.resourceType());
    if (response.status() >= (mayRefuse ? 500 : 400))
      troubles.push(`${response.status()} ${request.method()} ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    // What a page gives up itself: it moved on, or a search was typed further.
    if (why !== 'net::ERR_ABORTED') troubles.push(`no answer: ${request.method()} ${request.url()} (${why})`);
  });
  return troubles;
}

async function describe(page: Page, report: string): Promise<string> {
  const path = join(shots, `failed-${Date.now()}-${process.pid}.png`);
  const taken = await page.screenshot({ path, timeout: 5_000 }).then(
    () => `\n\nThe page then: ${path} (${page.url()})`,
    () => '',
  );
  return taken + (report && `\n\nTroubles of the page:${report}`);
}

/** With SHOTS=1 writes `.cache/shots/<name>-<width>.png`, for looking at and for the handbook; otherwise does nothing. */
export async function shoot(page: Page, name: string, { fullPage = true } = {}): Promise<string | undefined> {
  if (process.env.SHOTS !== '1') return undefined;
  const path = join(shots, `${name}-${page.viewportSize()?.width ?? 'full'}.png`);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path, fullPage, animations: 'disabled' });
  return path;
}

let axeSource: Promise<string> | undefined;
/** axe-core names the impact of its rules nowhere else (4.14). */
interface WithRules {
  _audit: { rules: { id: string; impact?: string }[] };
}

/**
 * Serious and critical findings of axe-core in the page (or below a selector), one readable line for each element:
 * `expect(await axe(page)).toEqual([])`.
 */
export async function axe(page: Page, below?: string): Promise<string[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const source = await axeSource;
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(source);
  await atRest(page);
  const violations = await page.evaluate(async (selector) => {
    const { axe } = globalThis as unknown as { axe: typeof axeCore & WithRules };
    // What is not told anyway is not looked for: a third of the time.
    const lesser = axe._audit.rules.filter(({ impact }) => impact === 'moderate' || impact === 'minor');
    const rules = Object.fromEntries(lesser.map(({ id }) => [id, { enabled: false }]));
    const result = await axe.run(selector ?? document, { resultTypes: ['violations'], rules });
    return result.violations;
  }, below);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, help, nodes }) =>
      nodes.map(({ target, failureSummary = '' }) => {
        const advice = failureSummary
          .split('\n')
          .slice(1)
          .map((line) => line.trim())
          .join('; ');
        return `${id} (${impact}): ${help}: ${target.flat().join(' ')}: ${advice.slice(0, 200)}`;
      }),
    );
}

/** Waits until what fades or moves has come to its end: a button on its way from grey to blue has the contrast of neither. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ends = ({ playState, effect }: Animation): boolean =>
      playState === 'running' && effect?.getComputedTiming().endTime !== Infinity;
    // One that is given up, because its element went, is at its end too.
    return Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map((animation) => animation.finished),
    ).then(() => undefined);
  });

/** Fails when the page is wider than its window, naming the outermost elements that stick out. */
export async function noSidewaysScroll(page: Page): Promise<void> {
  const { wide, room, culprits } = await page.evaluate(() => {
    const root = document.documentElement;
    const sticksOut = (element: Element): boolean => element.getBoundingClientRect().right > root.clientWidth + 1;
    const scrollsItself = (element: Element): boolean =>
      element !== root && element !== document.body && getComputedStyle(element).overflowX !== 'visible';
    const found: string[] = [];
    const look = (element: Element): void => {
      for (const child of element.children) {
        if (sticksOut(child)) {
          const { right } = child.getBoundingClientRect();
          const text = (child.textContent ?? '').trim().slice(0, 30);
          const name = [child.localName, child.id && `#${child.id}`, ...[...child.classList].map((one) => `.${one}`)];
          found.push(`${name.join('')} “${text}” reaches to ${Math.round(right)}`);
        } else if (!scrollsItself(child)) look(child);
      }
    };
    look(document.body);
    return { wide: root.scrollWidth, room: root.clientWidth, culprits: found.slice(0, 5) };
  });
  if (wide > room) throw new Error(`The page is ${wide} px wide in a window of ${room} px:\n${culprits.join('\n')}`);
}

const unzoomed = new WeakMap<Page, { width: number; height: number }>();

/**
 * Zooms as a person does with Ctrl and +: fewer CSS pixels in the same window, so media queries answer as they would.
 * `zoom(page, 4)` at 1280 px is the reflow test of WCAG 1.4.10; `zoom(page, 1)` goes back. The density of the pixels
 * stays as it is: only the sharpness of pictures depends on it, and Playwright's screenshots would set it back.
 */
export async function zoom(page: Page, factor: number): Promise<void> {
  const size = unzoomed.get(page) ?? page.viewportSize();
  if (!size) throw new Error('zoom() needs a page of fixed size, as withPage() makes it.');
  unzoomed.set(page, size);
  await page.setViewportSize({ width: Math.round(size.width / factor), height: Math.round(size.height / factor) });
}
