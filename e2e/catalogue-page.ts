/** What the journeys of those who keep the catalogue share: a page of the workbench, signed in, and what every page has to bear. */
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { testStart } from '#server/testing';
import { axe, noSidewaysScroll, shoot, withPage, type View } from './harness/journey.ts';
import type { Staff, WorkbenchDistrict } from './workbench-district.ts';

/** Runs a journey on a page of the workbench at the time of the district, signed in as somebody. */
export const onWorkbench = <T>(
  { browser, district }: { browser: Browser; district: WorkbenchDistrict },
  who: keyof Staff,
  run: (page: Page) => Promise<T>,
  view: Partial<View> = {},
): Promise<T> =>
  withPage(browser, { baseURL: district.origin, width: 1280, height: 800, locale: 'zh-CN', ...view }, async (page) => {
    await page.clock.install({ time: new Date(testStart) });
    await district.signedIn(page, who);
    return run(page);
  });

/** Nothing serious for axe, no sideways scroll. Names the picture. */
export async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await shoot(page, `catalogue-${name}`);
}

/** The draft is kept. */
export const saved = (page: Page): Promise<void> => page.getByText(/^已保存 \d\d:\d\d$/).waitFor();
