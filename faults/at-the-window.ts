/** A clerk at a window and a screen on the wall, in real browsers, while what is behind them comes and goes. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/harness/browser.ts';
import type { BenchHall } from '../bench/queue/hall.ts';

export class AtTheWindow {
  /** Whom the clerk has served to the end. */
  readonly served: string[] = [];
  readonly #desk: Page;
  readonly #screen: Page;

  private constructor(desk: Page, screen: Page) {
    [this.#desk, this.#screen] = [desk, screen];
  }

  /** Signs the clerk in at the window, and opens the screen of the whole hall. */
  static async open(
    port: number,
    hall: BenchHall,
    { cookie, number }: { cookie: string; number: string },
  ): Promise<AtTheWindow> {
    const browser: Browser = await launchBrowser();
    const baseURL = `http://127.0.0.1:${port}`;
    const pageOf = async (width: number): Promise<Page> => {
      const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width, height: 900 } }); // prettier-ignore
      context.setDefaultTimeout(30_000);
      return context.newPage();
    };
    const [desk, screen] = await Promise.all([pageOf(1280), pageOf(1920)]);
    const [name, value] = cookie.split('=') as [string, string];
    await desk.context().addCookies([{ name, value, url: baseURL }]);
    await desk.goto('/workbench/desk');
    await desk.getByRole('button', { name: new RegExp(`^${number}`) }).click();
    await desk.locator('.desk-number').getByText('窗口空闲').waitFor();
    await screen.goto(`/hall/screen/${hall.outletId}`);
    await screen.locator('.screen').waitFor();
    return new AtTheWindow(desk, screen);
  }

  /** Calls until somebody is called; `comes` lets one more come for this window each time that nobody waits. Gives the number. */
  async call(comes: () => Promise<void>): Promise<string> {
    for (const deadline = Date.now() + 120_000; Date.now() < deadline;) {
      await comes();
      const number = await this.#press('n', '已叫号');
      if (number !== undefined) return number;
    }
    throw new Error(`nobody was left for this window to call: ${await this.#desk.locator('main').textContent()}`);
  }

  /** Serves whoever was called, to the end. */
  async serve(number: string): Promise<void> {
    await this.#press('s', '办理中');
    await this.#press('f', '窗口空闲');
    this.served.push(number);
  }

  /** Presses a key until the desk stands so; the number that it shows then. Undefined: somebody else has called whoever waited. */
  async #press(key: string, until: string): Promise<string | undefined> {
    const desk = this.#desk;
    for (const deadline = Date.now() + 60_000; Date.now() < deadline;) {
      await desk.keyboard.press(key);
      for (let look = 0; look < 20; look++) {
        const stands = await desk.locator('.desk-number').textContent();
        if (stands?.includes(until)) return /[A-D]\d{4}/.exec(stands)?.[0] ?? '';
        // The page says that it did not work: it is pressed again.
        if ((await desk.getByRole('alert').count()) > 0) break;
        await sleep(50);
      }
      // That nobody waits is said for a moment only, which a busy machine may not look into.
      if (key === 'n') return undefined;
    }
    throw new Error(`the desk never came to “${until}”: ${await desk.locator('main').textContent()}`);
  }

  /** The screen on the wall shows this number as called. */
  async shows(number: string): Promise<void> {
    await this.#screen.getByText(number).first().waitFor();
  }

  async close(): Promise<void> {
    await Promise.all([this.#desk.context().close(), this.#screen.context().close()]);
  }
}
