/** What the residents' journeys share: a page of the portal, and how somebody answers, one question after the other. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { expect } from 'vitest';
import { casesContract, type Submission } from '#modules/cases/contract';
import { openSession, sessionCookie } from '#modules/people';
import { axe, noSidewaysScroll, shoot, withPage, type View } from './harness/journey.ts';
import { password, type PortalDistrict } from './portal-district.ts';

export const phone = { width: 390, height: 844, locale: 'zh-CN', hasTouch: true } as const;
export const desk = { width: 1280, height: 800, locale: 'zh-CN' } as const;
/** What somebody picks on the phone. */
export interface Picked {
  name: string;
  mimeType: string;
  buffer: Buffer;
}
/** 967 bytes as an iPhone writes them, with an Exif block. */
export const heic: Picked = {
  name: 'photo.heic',
  mimeType: 'image/heic',
  buffer: readFileSync(path.join(import.meta.dirname, 'files/photo.heic')),
};

/** A JPEG of so many pixels, as file for an upload. */
export const jpeg = async (name: string, side = 240): Promise<Picked> => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: side, height: side, channels: 3, background: '#3a7bd5' } })
    .jpeg()
    .toBuffer(),
});

/** Becomes so before long: a condition on a machine that may be busy, never a time. */
export const soon = <T>(read: () => T | Promise<T>, message?: string) =>
  expect.poll(read, { timeout: 30_000, ...(message ? { message } : {}) });

/** Runs a journey on a page of the portal at the time of the district; signed in when an account is named. */
export const onPortal = <T>(
  { browser, district }: { browser: Browser; district: PortalDistrict },
  view: View & { as?: string },
  run: (page: Page) => Promise<T>,
): Promise<T> => {
  const { as, ...rest } = view;
  return withPage(browser, { baseURL: district.origin, ...rest }, async (page) => {
    await page.clock.install({ time: district.app.clock.now() });
    if (as) {
      const value = await openSession(district.app.ground, as, { secondFactor: false });
      await page.context().addCookies([{ name: sessionCookie, value, url: district.origin }]);
    }
    return run(page);
  });
};

/** What every page has to bear: nothing serious for axe, no sideways scroll. Names the picture. */
export async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await page.evaluate(() => scrollTo(0, 0));
  await shoot(page, `portal-${name}`);
}

export async function signIn(page: Page, name = 'chen'): Promise<void> {
  await page.getByLabel(/^(登录名或手机号|Login name or mobile number)/).fill(name);
  await page.getByRole('textbox', { name: /^(密码|Password)$/ }).fill(password);
  await page
    .locator('#main')
    .getByRole('button', { name: /^(登录|Sign in)$/ })
    .click();
}

export const title = (page: Page) => page.getByRole('heading', { level: 1 });
export const next = (page: Page) => page.getByRole('button', { name: /^(下一步|Continue)$/ }).click();

export type Answer = (page: Page) => Promise<unknown>;

/** Chooses the radio button or ticks the box whose name begins so. */
export const choose =
  (name: string): Answer =>
  (page) =>
    page
      .locator('.yc-wizard')
      .getByLabel(new RegExp(`^${name}`))
      .check();
export const write =
  (text: string): Answer =>
  (page) =>
    page.locator('.yc-wizard').getByRole('textbox').first().fill(text);

/** Hands in files for the material of this page, unless some are there already. */
export const attach =
  (...files: Picked[]): Answer =>
  async (page) => {
    if ((await page.locator('.yc-file-list li').count()) > 0) return;
    const chosen = files.length > 0 ? files : [heic];
    // Where it may also follow later or be promised, that it comes now is said first.
    const now = page.locator('.yc-wizard').getByLabel(/^(现在上传|Upload it now)/);
    if ((await now.count()) > 0) await now.check();
    await page.locator('input[type=file]').first().setInputFiles(chosen);
    await soon(() => page.getByText(/ · (已上传|uploaded)/i).count()).toBe(chosen.length);
  };

/**
 * Goes through an application page by page: each title that begins with a key is answered so, the others are passed as they
 * are, until a title that matches. `each` looks at every page. Returns the titles that were passed.
 */
export async function fillIn(
  page: Page,
  answers: Record<string, Answer>,
  until: RegExp,
  each: Answer = async () => {},
): Promise<string[]> {
  const seen: string[] = [];
  await title(page).waitFor();
  for (let count = 0; count < 40; count += 1) {
    const asked = (await title(page).textContent())!.trim();
    if (until.test(asked)) return seen;
    seen.push(asked);
    const answer = Object.entries(answers).find(([key]) => asked.startsWith(key))?.[1];
    if (answer) await answer(page);
    await each(page);
    await next(page);
    await expect
      .poll(async () => (await title(page).textContent())?.trim(), { message: `after “${asked}”` })
      .not.toBe(asked);
  }
  throw new Error(`The application did not end: ${seen.join(' > ')}`);
}

/** Signs with a finger: a stroke through the middle of the field. */
export async function draw(page: Page): Promise<void> {
  const field = page.locator('svg.yc-sign-here');
  await field.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await field.boundingBox())!;
  const to = (right: number, down: number): [number, number] => [x + width * right, y + height * down];
  await page.mouse.move(...to(0.2, 0.3));
  await page.mouse.down();
  await page.mouse.move(...to(0.6, 0.5), { steps: 5 });
  await page.mouse.move(...to(0.3, 0.7), { steps: 5 });
  await page.mouse.up();
}

/** Answers of somebody who opens a restaurant. */
export const foodAnswers = (creditCode: string): Record<string, Answer> => ({
  为谁办理: choose('我自己'),
  您做哪一种: choose('餐饮服务'),
  在网上卖吗: choose('不在网上卖'),
  做不做冷荤: choose('不做'),
  是本人来办吗: choose('本人办理'),
  请核对您的信息: async (page) => {
    await page.getByLabel('店名').fill('小满面馆');
    await page.getByLabel('统一社会信用代码').fill(creditCode);
  },
  法定代表人: write('陈小满'),
  经营场所地址: write('云溪区文渊街20号'),
  经营场所面积: write('80'),
  经营项目: choose('热食类食品制售'),
  从业人员人数: write('6'),
  食品安全管理人员: write('陈小满'),
  座位数: write('40'),
  请交: attach(),
  结果怎么给您: choose('电子版'),
});

/** An application for the food licence by the same way as the portal's, without a browser. */
export async function applyForFood(district: PortalDistrict, as: string, change: Partial<Submission> = {}) {
  const { app, food } = district;
  const upload = async (name: string): Promise<string> => {
    const boundary = randomUUID();
    const { buffer } = await jpeg(name);
    const value = await openSession(app.ground, as, { secondFactor: false });
    const answer = await app.http.inject({
      method: 'POST',
      url: '/api/files',
      cookies: { [sessionCookie]: value },
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: Buffer.concat([
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
        ),
        buffer,
        Buffer.from(`\r\n--${boundary}--\r\n`),
      ]),
    });
    return (answer.json() as { id: string }).id;
  };
  const materials = await Promise.all(
    ['layout', 'rules', 'manager', 'health'].map(async (materialId) => ({
      materialId,
      how: 'upload' as const,
      fileIds: [await upload(`${materialId}.jpg`)],
    })),
  );
  return app.call(as, casesContract.submitCase, {
    body: {
      actionId: randomUUID(),
      itemId: food,
      applicant: {},
      situations: { business: 'catering', network: 'no', special: 'no', agent: 'no' },
      answers: {
        shopName: '小满面馆',
        creditCode: district.creditCode,
        legalRepresentative: '陈小满',
        premisesAddress: '云溪区文渊街20号',
        floorArea: 80,
        items: ['热食类食品制售'],
        staff: 6,
        managerName: '陈小满',
        seats: 40,
        contactName: '陈小满',
        contactPhone: '19900001234',
      },
      materials: [...materials, { materialId: 'business-licence', how: 'shared', fileIds: [] }],
      delivery: { way: 'electronic' },
      signature: { way: 'confirmed' },
      ...change,
    },
  });
}
