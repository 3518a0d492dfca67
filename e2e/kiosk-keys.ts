/** The keys of a kiosk's screen, as a journey presses them. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const keys = (page: Page) => page.locator('.kiosk-typing-keys');
export const key = (page: Page, name: string) => keys(page).getByRole('button', { name, exact: true });
/** Key by key, as they are written on the screen. */
export async function type(page: Page, signs: string): Promise<void> {
  for (const sign of signs) await key(page, sign === 'v' ? 'v ü' : sign).click();
}
export const choose = async (page: Page, letters: string, word: string): Promise<void> => {
  await type(page, letters);
  await page.getByRole('list', { name: /候选字词|Words to choose/ }).getByRole('button', { name: word, exact: true }).click(); // prettier-ignore
};
/** The field is seen whole above the keys. */
export async function isAboveKeys(page: Page, label: string): Promise<void> {
  const field = (await page.getByLabel(label).boundingBox())!;
  const { y } = (await keys(page).boundingBox())!;
  expect(field.y, label).toBeGreaterThanOrEqual(0);
  expect(field.y + field.height, label).toBeLessThanOrEqual(y);
}
/** Keys that are too small for a finger: under 64 pixels. */
export const small = (page: Page) =>
  keys(page)
    .getByRole('button')
    .evaluateAll((all) =>
      all
        .map((one) => ({ text: one.textContent, ...one.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width < 64 || height < 63.5)
        .map(({ text, width, height }) => `${text} ${width} x ${height}`),
    );
