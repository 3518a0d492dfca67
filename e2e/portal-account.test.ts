/** A resident's account: registering with each kind of paper, signing in, a forgotten password, acting for others. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { creditCheckDigit, idCheckDigit, takeDeliverySecret } from '#modules/people';
import { sql } from '#platform/db';
import { launchBrowser } from './harness/browser.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import { choose, desk, fillIn, foodAnswers, look, next, onPortal, phone, signIn, soon, title } from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
});
afterAll(() => district?.close());

const fresh = 'Longjing-Spring-26';
const numberOfCard = (head: string): string => `${head}${idCheckDigit(head)}`;
const liu = numberOfCard('33019919850101001');

describe('an account', () => {
  it('is made with a resident card, after a slip of the finger was found', async () => {
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/register');
      await look(page, 'register');
      await next(page);
      await page.getByText('请填写姓名').waitFor();
      const wrong = `${liu.slice(0, 17)}${liu.endsWith('1') ? '2' : '1'}`;
      await page.getByLabel('证件号码').fill(wrong);
      await page.getByText(/最后一位和前面的号码对不上/).waitFor();
      await look(page, 'register-wrong');
      await page.getByLabel('证件号码').fill(liu);
      await page.getByLabel('姓名').fill('刘一鸣');
      await next(page);
      await page.getByLabel('手机号').fill('199 0000 7777');
      await next(page);
      await soon(() => title(page).textContent()).toBe('设置密码');
      await page.getByRole('textbox', { name: '密码' }).fill('123456');
      await next(page);
      await page.getByText('至少 8 位').nth(1).waitFor();
      await page.getByRole('textbox', { name: '密码' }).fill(fresh);
      await next(page);
      await look(page, 'register-check');
      await page.getByRole('button', { name: '完成注册' }).click();
      await page.getByText('还没有办过事').waitFor();
      await look(page, 'mine-empty');
    });
  });

  it('is made with a foreign passport, in English', async () => {
    await onPortal({ browser, district }, { ...phone, locale: 'en-GB' }, async (page) => {
      await page.goto('/sign-in');
      await page.getByRole('link', { name: 'Register' }).click();
      await page.getByLabel('Passport').check();
      await page.getByLabel('Number').fill('C01X0006H');
      await page.getByLabel('Full name').fill('Maria Keller');
      await next(page);
      await page.getByLabel('Mobile number').fill('+49 170 5550123');
      await next(page);
      await page.getByRole('textbox', { name: 'Password' }).fill(fresh);
      await next(page);
      await page.getByRole('button', { name: 'Register' }).click();
      await page.locator('#main').getByText('Maria Keller').waitFor();
      await page.getByRole('link', { name: 'My details' }).click();
      await page.getByText('C01X0006H').waitFor();
      await look(page, 'profile-en');
    });
  });

  it('refuses a wrong password, and is recovered with a code that was sent', async () => {
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel('登录名或手机号').fill('19900007777');
      await page.getByRole('textbox', { name: '密码' }).fill('Wrong-Password-1');
      await page.locator('#main').getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('alert').waitFor();
      await look(page, 'sign-in-refused');
      await page.getByRole('link', { name: '忘记密码' }).click();
      await page.getByLabel('登录名或手机号').fill('19900007777');
      await page.getByRole('button', { name: '获取验证码' }).click();
      await page.getByText(/验证码已经发出/).waitFor();
      const code = await codeThatWasSent();
      await page.getByLabel('验证码').fill(code);
      await page.getByRole('textbox', { name: '新密码' }).fill(`${fresh}-again`);
      await look(page, 'recover');
      await page.getByRole('button', { name: '设置新密码' }).click();
      await page.getByText('新密码已生效，请登录').waitFor();
      await page.getByLabel('登录名或手机号').fill('19900007777');
      await page.getByRole('textbox', { name: '密码' }).fill(`${fresh}-again`);
      await page.locator('#main').getByRole('button', { name: '登录', exact: true }).click();
      await page.getByRole('heading', { name: '我的办件' }).waitFor();
    });
  });
});

/** What the message said: only its hash is kept once it was handed to the gateway. */
async function codeThatWasSent(): Promise<string> {
  const { db } = district.app.ground;
  const event = await db.maybe<{ facts: { codeId: string } }>(
    sql`select facts from platform.event where name = 'people.codeWanted' order by id desc limit 1`,
  );
  const secret = await db.transaction((tx) => takeDeliverySecret(tx, event!.facts.codeId));
  return secret!.code;
}

describe('acting for others', () => {
  it('is granted on the phone, used by the proxy, and ends at once', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto('/mine/acting');
      await page.getByRole('link', { name: '委托别人替我办' }).click();
      await page.getByRole('button', { name: '确认委托' }).click();
      await page.getByText('请填写姓名').waitFor();
      await look(page, 'grant');
      await page.getByLabel('委托给谁：姓名').fill('Anna Lee');
      await page.getByLabel('护照').check();
      await page.getByLabel('证件号码').fill('E12345678');
      await page.getByLabel('可以办什么').fill('开饭店');
      await page.getByTitle('开饭店').click();
      await page.getByRole('button', { name: '确认委托' }).click();
      await page.getByText('已委托 Anna Lee').waitFor();
      await look(page, 'acting');
    });
    await onPortal({ browser, district }, { ...phone, as: district.anna }, async (page) => {
      await page.goto(`/apply/${district.food}`);
      const food = foodAnswers(district.creditCode);
      const answers = {
        '请交：授权委托书': choose('带纸质材料'),
        ...food,
        为谁办理: choose('陈小满'),
        是本人来办吗: choose('委托他人办理'),
        // Of the principal no more than the name is known to the proxy.
        请核对您的信息: async (one: Page) => {
          await food.请核对您的信息!(one);
          await one.getByLabel('联系电话').fill('19900001234');
        },
      };
      await fillIn(page, answers, /^请签名/);
      await page.getByRole('button', { name: /不方便手写/ }).click();
      await page.getByLabel(/输入您的姓名/).fill('Anna Lee');
      await fillIn(page, {}, /^请核对后提交/);
      await page.getByRole('button', { name: '提交申请' }).click();
      await soon(() => title(page).textContent()).toBe('已提交');
      await page.getByRole('link', { name: '看这件事' }).click();
      await page.getByText('经办人').first().waitFor();
      await look(page, 'case-by-proxy');
    });
    await onPortal({ browser, district }, { ...desk, as: district.resident }, async (page) => {
      await page.goto('/mine/acting');
      await page.getByRole('button', { name: '撤销' }).click();
      await look(page, 'revoke');
      await page.getByRole('dialog').getByRole('button', { name: '撤销' }).click();
      await page.getByText(/已结束/).waitFor();
    });
    await onPortal({ browser, district }, { ...phone, as: district.anna }, async (page) => {
      await page.goto(`/apply/${district.food}`);
      // Only for herself now: nobody is asked for whom.
      await soon(() => title(page).textContent()).toBe('您做哪一种');
    });
  });

  it('adds the company whose legal representative one is', async () => {
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/sign-in?next=/mine/acting');
      await signIn(page, 'chen');
      const head = '91330199MA2KJ7X32';
      await page.getByLabel('统一社会信用代码').fill(`${head}${creditCheckDigit(head)}`);
      await page.getByLabel('单位名称').fill('云溪大满贸易有限公司');
      await page.getByRole('button', { name: '添加', exact: true }).click();
      await page.getByText('已添加 云溪大满贸易有限公司').waitFor();
      await page.getByText('云溪大满贸易有限公司').first().waitFor();
      await look(page, 'acting-company');
    });
  });
});
