/** What the journeys of staff share: a page signed in as somebody, forms from the keyboard, steps by their keys. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { axe, noSidewaysScroll, shoot, withPage } from './harness/journey.ts';
import type { Staff, WorkbenchDistrict } from './workbench-district.ts';

/** A page of the workbench at the time of the district, signed in as somebody. */
export const openAs = <T>(
  browser: Browser,
  d: WorkbenchDistrict,
  who: keyof Staff | null,
  run: (page: Page) => Promise<T>,
  /** Troubles of the page that the journey is about. */
  tolerate: RegExp[] = [],
): Promise<T> =>
  withPage(browser, { baseURL: d.origin, width: 1280, height: 800, locale: 'zh-CN', tolerate }, async (page) => {
    await page.clock.install({ time: d.app.clock.now() });
    if (who) await d.signedIn(page, who);
    return run(page);
  });

/** What every page has to bear: nothing serious for axe, no sideways scroll. Names the picture. */
export async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, `workbench-${name}`);
}

/** What the focus is on: its label, or the question of its group and the label of the choice. */
export const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    const text = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
    return {
      kind: element?.type ?? '',
      label: text(element?.labels?.[0]),
      group: text(element?.closest('fieldset')?.querySelector('legend')),
      value: element?.value ?? '',
    };
  });

/**
 * Goes through a form with the tabulator alone until a control is reached whose label begins with `until`. A text is typed
 * into the field of that label; of the choices in a group the one that is named so is taken with the arrows.
 */
export async function fillByKeys(page: Page, answers: Record<string, string>, until: string): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    const { kind, label, group, value } = await focused(page);
    if (label.startsWith(until)) return;
    const answer = (title: string): string | undefined =>
      Object.entries(answers).find(([key]) => title === key || title.startsWith(`${key} (`))?.[1];
    const choice = answer(group);
    const text = answer(label);
    if (kind === 'radio' && choice) {
      for (let at = 0; at < 8; at += 1) {
        if ((await focused(page)).label.startsWith(choice)) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Space');
    } else if (kind === 'checkbox' && choice && label.startsWith(choice)) await page.keyboard.press('Space');
    else if (['text', 'tel', 'textarea'].includes(kind) && text && value === '') await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard did not reach “${until}”: ${JSON.stringify(await focused(page))}`);
}

/** Takes a step of the case with its key, and its dialog with Ctrl and Enter. */
export async function step(page: Page, key: string, fill?: (page: Page) => Promise<unknown>): Promise<void> {
  // The step before has to be read back first: until then its own buttons stand there.
  await page
    .locator('.desk-steps kbd', { hasText: new RegExp(`^${key.toUpperCase()}$`) })
    .first()
    .waitFor();
  await page.keyboard.press(key);
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill?.(page);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'hidden' });
}
