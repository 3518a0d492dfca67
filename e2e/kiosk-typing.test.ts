/** Forms at a kiosk, filled in with the keys of the screen alone: Chinese by pinyin, figures, Latin letters. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { saveItems } from '#modules/catalogue';
import type { ItemBody } from '#modules/catalogue/contract';
import { listDepartments } from '#modules/offices';
import { launchBrowser } from './harness/browser.ts';
import { axe, noSidewaysScroll, shoot } from './harness/journey.ts';
import { approve, nothingIsLeft, onKiosk, openKioskPlace, tile, type KioskPlace } from './kiosk-page.ts';
import { choose, isAboveKeys, key, keys, small, type } from './kiosk-keys.ts';
import { draw, soon } from './portal-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';
import { openAs } from './workbench-page.ts';

const itemName = '公积金用途声明';
const form: ItemBody['form'] = {
  type: 'object',
  properties: {
    use: { type: 'string', title: '用途', titleEn: 'Purpose', 'x-widget': 'text', maxLength: 12 },
    phone: { type: 'string', title: '备用电话', titleEn: 'Another telephone', 'x-widget': 'phone', maxLength: 20 },
    address: { type: 'string', title: '住址', titleEn: 'Address', 'x-widget': 'address', maxLength: 60 },
    email: { type: 'string', title: '邮箱', titleEn: 'Mail', 'x-widget': 'email' },
    amount: { type: 'integer', title: '金额', titleEn: 'Amount', 'x-widget': 'money' },
    day: { type: 'string', title: '搬入日期', titleEn: 'Moved in on', 'x-widget': 'date' },
    more: { type: 'string', title: '补充说明', titleEn: 'Remarks', 'x-widget': 'textarea', maxLength: 200 },
  },
};

let d: WorkbenchDistrict;
let browser: Browser;
let place: KioskPlace;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  place = await openKioskPlace(browser, d);
  const { ground } = d.app;
  const file = path.join(import.meta.dirname, '../data/demo/items/provident-fund.json');
  const items = JSON.parse(await readFile(file, 'utf8')) as { code: string; body: ItemBody }[];
  const { body } = items.find((item) => item.body.atKiosk)!;
  const departmentId = (await listDepartments(ground.db)).find(({ key }) => key === 'provident-fund')!.id;
  const own = { ...body, name: itemName, plainName: itemName, nameEn: 'Declaration of purpose', plainNameEn: 'Declaration of purpose', form }; // prettier-ignore
  const item = { code: '11330199MB0000705B-330170099000', baseCode: '330170099000', departmentId, body: own, inForceFrom: '2024-01-01' }; // prettier-ignore
  await ground.db.transaction((tx) => saveItems(tx, [item], { at: ground.clock.now(), name: 'demo', source: 'demo' }));
});
afterAll(() => d?.close());

async function look(page: Page, name: string): Promise<void> {
  await noSidewaysScroll(page);
  expect(await axe(page), name).toEqual([]);
  await shoot(page, `kiosk-typing-${name}`, { fullPage: false });
}
async function openForm(page: Page, names = { apply: '办理事项', item: itemName }): Promise<void> {
  await tile(page, names.apply).click();
  await page.locator('[data-address]').waitFor();
  await approve(place, page);
  await tile(page, names.item).click();
}
describe('the keys of a kiosk', () => {
  it('fill in a form in Chinese, and what they wrote is handed in', async () => {
    await onKiosk(place, { width: 1080, height: 1920 }, async (page) => {
      await openForm(page);
      const use = page.getByLabel('用途');
      expect(await keys(page).count()).toBe(0);
      await use.tap();
      await key(page, '拼音').waitFor({ state: 'detached' });
      await look(page, 'open');
      expect(await small(page)).toEqual([]);
      expect(await use.getAttribute('inputmode')).toBe('none');

      // Letters stand with the keys until a word is chosen; what was not used stays.
      await type(page, 'zufangtiqq');
      await key(page, '删除').click();
      await page.getByText('zu fang ti q').waitFor();
      await look(page, 'composing');
      expect(await small(page)).toEqual([]);
      expect(await use.inputValue()).toBe('');
      await key(page, '租房').click();
      await page.locator('.kiosk-composing', { hasText: /^ti q/ }).waitFor();
      await key(page, '提取').click();
      expect(await use.inputValue()).toBe('租房提取');
      await key(page, '删除').click();
      expect(await use.inputValue()).toBe('租房提');
      expect(await use.evaluate((one) => one === document.activeElement)).toBe(true);
      // Held, it takes the letters alone, however long: what is written stays.
      await type(page, 'ti');
      await key(page, '删除').hover();
      await page.mouse.down();
      await page.clock.runFor(2_000);
      await page.mouse.up();
      await page.locator('.kiosk-composing', { hasText: /ti/ }).waitFor({ state: 'detached' });
      expect(await use.inputValue()).toBe('租房提');
      // At the caret, and no more than the field takes.
      await use.evaluate((one: HTMLInputElement) => one.setSelectionRange(0, 2));
      await choose(page, 'xian', '西安');
      expect(await use.inputValue()).toBe('西安提');
      await choose(page, 'maifang', '买房');
      expect(await use.inputValue()).toBe('西安买房提');
      for (let i = 0; i < 3; i++) await choose(page, 'zhongguo', '中国');
      await type(page, 'zhongguo');
      await key(page, '空格').click();
      expect(await use.inputValue()).toBe('西安买房中国中国中国中提');
      await keys(page).getByText('最多写 12 个字，已经写满').waitFor();
      // A rare character of a name, some pages on.
      await type(page, 'yi');
      await key(page, '更多').click();
      await look(page, 'many');
      for (let i = 0; i < 20 && (await key(page, '祎').count()) === 0; i++) await key(page, '下一页').click();
      await key(page, '祎').waitFor();
      await key(page, '删除').waitFor({ state: 'detached' });
      await key(page, '回到字母').click();
      await key(page, '删除').click();
      await key(page, '删除').click();

      // Figures open on figures, with Chinese one key away; on to the next field.
      await key(page, '下一项').click();
      await type(page, '1990000');
      await look(page, 'figures');
      await key(page, '下一项').click();
      await isAboveKeys(page, '住址');
      // Whoever goes on with letters begun meant the word.
      const address = page.getByLabel('住址');
      await type(page, 'changshouqu');
      await page.getByLabel('邮箱').tap();
      await expect.poll(() => address.inputValue()).toBe('长寿区');
      await address.tap();
      await choose(page, 'wenyuan', '文苑');
      await key(page, '街').click();
      await key(page, '123').click();
      await type(page, '18');
      await key(page, '号').click();
      await type(page, '3-201');
      await look(page, 'address');
      await key(page, '下一项').click();
      await type(page, 'a.');
      await key(page, '大写').click();
      await type(page, 'Lb@');
      await key(page, '123').click();
      await type(page, '163');
      await key(page, 'ABC').click();
      await type(page, '.com');
      await key(page, '下一项').click();
      await type(page, '1200.5');
      await key(page, '下一项').click();
      // A day by its figures, said once more in words; what is none is found to be wrong.
      await type(page, '20260231');
      await key(page, '下一项').click();
      await page.getByText('请填写日期').waitFor();
      await page.getByLabel('搬入日期').tap();
      for (let i = 0; i < 4; i++) await key(page, '删除').click();
      await type(page, '0610');
      await page.getByText(/6月10日 周三/).waitFor();
      await look(page, 'day');
      await key(page, '下一项').click();
      await isAboveKeys(page, '补充说明');
      await type(page, 'xiexie');
      await key(page, '123').click();
      await type(page, '。');
      await key(page, '换行').click();
      await key(page, '拼音').click();
      await type(page, 'yi');
      await key(page, '更多').click();
      await key(page, '毅').click();
      await choose(page, 'zg', '中国');
      expect(await page.getByLabel('补充说明').inputValue()).toBe('谢谢。\n毅中国');
      // Somebody who has real keys uses them.
      await page.keyboard.type('!');
      await type(page, 'zhongg');
      await look(page, 'last-field');
      await key(page, '收起').click();
      await keys(page).waitFor({ state: 'detached' });

      const send = page.getByRole('button', { name: '提交', exact: true });
      await send.click();
      await page.getByText('请先签名').waitFor();
      await look(page, 'unsigned');
      await draw(page);
      await send.click();
      await page.getByRole('heading', { name: '已经提交' }).waitFor();
      const { rows } = await d.app.call(d.resident, casesContract.myCases, { query: { limit: 20 } });
      const { id } = rows.find((one) => one.itemName === itemName)!;
      const whole = await d.app.call(d.resident, casesContract.getCase, { params: { id } });
      expect(whole).toMatchObject({
        answers: {
          use: '西安买房中国中国中国中提',
          phone: '1990000',
          address: '长寿区文苑街18号3-201',
          email: 'a.Lb@163.com',
          amount: 120050,
          day: '2026-06-10',
          // What was begun is put in when the keys are put away.
          more: '谢谢。\n毅中国!中国',
        },
      });
      await page.getByRole('button', { name: '结束并清除信息' }).click();
      await nothingIsLeft(place, page);
    });
  });

  it('are there in English on a lower screen, for who sits or sees little; and what was begun goes with the use', async () => {
    await onKiosk(place, { width: 1280, height: 1024 }, async (page) => {
      await page.getByRole('button', { name: 'English' }).click();
      await openForm(page, { apply: 'Apply', item: 'Declaration of purpose' });
      await page.getByLabel('Purpose').tap();
      await key(page, 'Shift').click();
      await type(page, 'Rent');
      expect(await page.getByLabel('Purpose').inputValue()).toBe('Rent');
      await look(page, 'english');
      expect(await small(page)).toEqual([]);
      // A press on what is below the keys reaches it, although they go.
      await page.getByLabel('Remarks').tap();
      await isAboveKeys(page, 'Remarks');
      await key(page, '拼音').click();
      await type(page, 'chongqingshi');
      await key(page, '重庆市').waitFor();
      await look(page, 'english-pinyin');
      for (const tool of ['Contrast', 'Larger', 'Lower']) {
        const press = page.getByRole('group', { name: 'Easier to use' }).getByRole('button', { name: tool });
        await press.evaluate((one: HTMLElement) => one.click());
        await look(page, `english-${tool.split(' ')[0]!.toLowerCase()}`);
      }
      await isAboveKeys(page, 'Remarks');
      await key(page, 'Close').click();
      await page.getByLabel('Remarks').tap();
      await key(page, '拼音').click();
      await type(page, 'siren');
      await page.clock.runFor(115_000);
      await nothingIsLeft(place, page);
      expect(await keys(page).count()).toBe(0);
    });
  });

  it('write to the clerk who helps, beside the form', async () => {
    await openAs(browser, d, 'clerk', async (desk) => {
      // Moving pictures take longest on a machine that has other things to do.
      desk.context().setDefaultTimeout(120_000);
      await desk.goto('/workbench/remote-help');
      await desk.getByRole('button', { name: '开始值守' }).click();
      await onKiosk(place, { width: 1080, height: 1920 }, async (page) => {
        await openForm(page);
        page.context().setDefaultTimeout(120_000);
        await page.getByRole('contentinfo').getByRole('link', { name: '找人帮忙' }).click();
        await page.getByRole('button', { name: '同意并求助' }).click();
        await page.getByText('下一位就是您').waitFor();
        await desk.getByRole('button', { name: /接下一位/ }).click();
        await page.getByRole('heading', { name: '王雨桐正在帮您' }).waitFor();
        const write = page.locator('.talk-write input');
        await write.tap();
        await choose(page, 'sfz', '身份证');
        await look(page, 'talk');
        const field = (await write.boundingBox())!;
        expect(field.y + field.height).toBeLessThanOrEqual((await keys(page).boundingBox())!.y);
        await key(page, '确定').click();
        await desk.locator('.talk-written').getByText('身份证').waitFor();
        // The form is above the keys and below who helps.
        await page.getByLabel('补充说明').tap();
        await isAboveKeys(page, '补充说明');
        await look(page, 'talk-form');
        const helper = (await page.locator('.help-dock').boundingBox())!;
        const more = (await page.getByLabel('补充说明').boundingBox())!;
        expect(more.y).toBeGreaterThanOrEqual(helper.y + helper.height);
        await key(page, '收起').click();
        await page.getByRole('button', { name: '结束并清除信息' }).click();
        await nothingIsLeft(place, page);
      });
    });
  });

  it('try again for the words when the network is back', async () => {
    const tolerate = [/ERR_INTERNET_DISCONNECTED|ERR_FAILED/];
    await onKiosk(place, { width: 1280, height: 800, tolerate }, async (page) => {
      await openForm(page);
      await page.route('**/pinyin-words*.json', (route) => route.abort('internetdisconnected'), { times: 1 });
      const failed = page.waitForEvent('requestfailed');
      await page.getByLabel('用途').tap();
      await failed;
      await type(page, 'mai');
      await soon(() => key(page, '买').count()).toBe(1);
      await isAboveKeys(page, '用途');
      await look(page, 'low');
      expect(await small(page)).toEqual([]);
      await page.getByRole('button', { name: '结束并清除信息' }).click();
      await nothingIsLeft(place, page);
    });
  });
});
