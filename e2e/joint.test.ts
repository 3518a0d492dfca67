/** Starting a company with one form: five departments, one application; the licence opens the rest; all closed, and rated. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casesContract } from '#modules/cases/contract';
import { mattersContract, type MatterWhole } from '#modules/matters/contract';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { addLifeEvent } from './joint-district.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import { attach, choose, desk, draw, fillIn, look, next, onPortal, phone, soon, title, write } from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
/** Heads by department, and one of the service office. */
let heads: ReadonlyMap<string, string>;
let office: string;
let eventId: string;

beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
  ({ heads, eventId, office } = await addLifeEvent(district));
});
afterAll(() => district?.close());

const answers = {
  为谁办理: choose('我自己'),
  公司类型: choose('有限责任公司'),
  住所是: choose('集群注册'),
  经营范围有没有: choose('没有'),
  公司名称: write('云溪小满科技有限公司'),
  住所: async (page: Page) =>
    (await page.getByRole('radio').count()) > 0 ? choose('集群注册')(page) : write('云溪区文渊街20号')(page),
  注册资本: write('100000'),
  经营范围: async (page: Page) =>
    (await page.getByRole('radio').count()) > 0 ? choose('没有')(page) : write('软件开发')(page),
  股东人数: write('2'),
  经营期限: choose('长期'),
  要刻哪些印章: choose('公章、财务章、发票章'),
  发票种类: choose('数电发票'),
  每月大约: write('30'),
  准备参保: write('3'),
  开户银行: async (page: Page) => {
    await page.locator('.yc-wizard').getByRole('combobox').click();
    await page.getByTitle('云溪农商银行').click();
  },
  请交: async (page: Page) => {
    const ways = page.locator('.yc-wizard').getByRole('radio');
    if ((await ways.count()) > 0) await ways.first().check();
    await attach()(page);
  },
  结果怎么给您: choose('电子版'),
};

type Step = (typeof casesContract)['accept'];
async function step(whole: MatterWhole, key: string, ...kinds: (keyof typeof casesContract)[]): Promise<void> {
  const part = whole.matter.members.find((one) => one.key === key)!;
  for (const kind of kinds)
    await district.app.call(heads.get(part.departmentId)!, casesContract[kind] as Step, {
      params: { id: part.caseId! },
      body: { actionId: newId(), ...(kind === 'deliver' ? { way: 'electronic' } : {}) } as never,
    });
}
const read = (id: string): Promise<MatterWhole> =>
  district.app.call(district.resident, mattersContract.getMatter, { params: { id } });

let matterId: string;

describe('starting a company', () => {
  it('is found in her own words and applied for with one form', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto('/');
      await page.getByRole('heading', { name: '一件事一次办' }).waitFor();
      await look(page, 'life-events');
      await page.goto('/services?q=我想开公司');
      await page.getByRole('link', { name: /开办企业一件事/ }).click();
      await soon(() => title(page).textContent()).toBe('开办企业一件事');
      await page.getByText('请先回答上面的问题').waitFor();
      await page.getByLabel('要', { exact: true }).check();
      await page.getByText('新公司领发票').first().waitFor();
      await look(page, 'life-event');
      await page.getByRole('link', { name: '一次申请' }).click();
      const asked = await fillIn(page, answers, /^请签名/);
      // Each thing is asked once, whoever needs it.
      expect(asked.filter((one) => one.startsWith('公司名称'))).toHaveLength(1);
      await page.getByText('已自动保存').waitFor();
      await draw(page);
      await next(page);
      await soon(() => title(page).textContent()).toMatch(/^请核对后提交/);
      await look(page, 'life-event-check');
      await page.getByRole('button', { name: '提交申请' }).dblclick();
      await soon(() => title(page).textContent()).toContain('已提交');
      await look(page, 'life-event-sent');
      const { rows, total } = await district.app.call(district.resident, mattersContract.myMatters, { query: {} });
      expect(total).toBe(1);
      matterId = rows[0]!.id;
      expect(rows[0]!.members.map(({ fate }) => fate)).toEqual(['open', 'waiting', 'waiting', 'waiting', 'waiting']);
    });
  });

  it('shows where each part stands; the licence opens the rest', async () => {
    await onPortal({ browser, district }, { ...desk, as: district.resident }, async (page) => {
      await page.goto('/mine');
      await page.getByRole('link', { name: /开办企业一件事/ }).click();
      await page.getByText('5 项中已有 0 项有结果').waitFor();
      await look(page, 'matter-begun');
      await step(await read(matterId), 'licence', 'accept', 'grant');
      // Without a reload: the page hears of it.
      await page.getByText('5 项中已有 1 项有结果').waitFor();
      await soon(async () => (await read(matterId)).matter.members.filter(({ fate }) => fate === 'open').length).toBe(
        4,
      );
      await page.getByRole('link', { name: '查看“新公司刻章”' }).waitFor();
      await look(page, 'matter');
      await page.getByRole('button', { name: '撤回' }).click();
      await page.getByRole('radio', { name: '新公司刻章' }).check();
      await page.getByText('只撤回这一项').waitFor();
      await look(page, 'matter-withdraw');
      await page.keyboard.press('Escape');
    });
  });

  it('is seen by who leads it, side by side, and by no one who decides a part', async () => {
    const whole = await read(matterId);
    const lead = heads.get(whole.matter.leadDepartmentId)!;
    const licence = await district.app.call(lead, casesContract.getCase, {
      params: { id: whole.matter.members[0]!.caseId! },
    });
    // The file belongs to the whole and is given to the cases that need it, and to no others.
    const fileId = licence.materials.find(({ fileIds }) => fileIds.length > 0)!.fileIds[0]!;
    const open = async (page: Page) => (await page.request.get(`/api/files/${fileId}`)).status();
    await onPortal({ browser, district }, { ...desk, as: lead }, async (page) => {
      await page.goto('/workbench/matters');
      await page.getByRole('row', { name: /开办企业一件事/ }).click();
      await page.getByRole('heading', { name: '各事项经过' }).waitFor();
      await look(page, 'bench-matter');
      expect(await open(page)).toBe(200);
      await page.goto('/workbench/consultations');
      await page.getByText('没有要回复的征求意见').waitFor();
    });
    const seal = whole.matter.members.find(({ key }) => key === 'seal')!;
    await onPortal({ browser, district }, { ...desk, as: heads.get(seal.departmentId)! }, async (page) => {
      await page.goto(`/workbench/cases/${seal.caseId}`);
      await page.getByText('本件是“开办企业一件事”的一部分').waitFor();
      await look(page, 'bench-part');
      expect(await open(page)).toBe(403);
      await page.goto(`/workbench/matters/${matterId}`);
      await page.getByRole('heading', { name: '各事项经过' }).waitFor({ state: 'detached' });
    });
  });

  it('asks another department, which sees what it is given and answers', async () => {
    const whole = await read(matterId);
    const social = whole.matter.members.find(({ key }) => key === 'social')!;
    const asking = heads.get(social.departmentId)!;
    const consulted = whole.matter.members.find(({ key }) => key === 'invoice')!.departmentId;
    await step(whole, 'social', 'accept');
    await onPortal({ browser, district }, { ...desk, as: asking }, async (page) => {
      await page.goto(`/workbench/cases/${social.caseId}`);
      await page.getByRole('button', { name: '征求意见' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('逾期未回复视为同意').waitFor();
      await dialog.getByLabel('征求哪个部门').click();
      await page.keyboard.type('税务');
      await page.keyboard.press('Enter');
      await dialog.getByLabel('想问什么').fill('该公司的纳税登记是否正常？');
      await dialog.getByLabel('公司名称').check();
      await look(page, 'bench-ask');
      await dialog.getByRole('button', { name: /发\s*出/ }).click();
      await page.getByText('等待回复').waitFor();
      await look(page, 'bench-asked');
    });
    await onPortal({ browser, district }, { ...desk, as: heads.get(consulted)! }, async (page) => {
      await page.goto('/workbench/consultations');
      await page.getByRole('row', { name: /纳税登记/ }).click();
      await page.getByText('云溪小满科技有限公司').waitFor();
      await look(page, 'bench-consultation');
      await page.getByRole('button', { name: '回复' }).click();
      await page.getByRole('heading', { name: '已回复' }).waitFor();
    });
  });

  it('ends when everything is closed, and is rated', async () => {
    const whole = await read(matterId);
    await step(whole, 'licence', 'issue', 'deliver');
    await step(whole, 'social', 'grant', 'issue', 'deliver');
    for (const key of ['seal', 'bank', 'invoice']) await step(whole, key, 'accept', 'grant', 'issue', 'deliver');
    await soon(async () => (await read(matterId)).matter.state).toBe('ended');
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto(`/mine/matters/${matterId}`);
      await page.getByText('全部办成').first().waitFor();
      await page.getByRole('link', { name: /联办结果告知书/ }).waitFor();
      await look(page, 'matter-ended');
      await page.getByRole('link', { name: '查看“注册公司”' }).click();
      await page.getByRole('button', { name: '非常满意' }).first().click();
      await soon(async () => {
        const { case: line } = await district.app.call(district.resident, casesContract.getCase, {
          params: { id: whole.matter.members[0]!.caseId! },
        });
        return line.rated;
      }).toBe(true);
    });
    // In English, on a wide screen, and without an account.
    const { trackCode } = await read(matterId);
    await onPortal({ browser, district }, { width: 1920, height: 1000, locale: 'en' }, async (page) => {
      await page.goto(`/matters/${trackCode}`);
      await page.getByText('All granted').first().waitFor();
      await look(page, 'matter-tracked-en');
      await page.goto(`/life-events/${eventId}`);
      await page.getByRole('heading', { name: 'Starting a company in a day' }).waitFor();
      await look(page, 'life-event-en');
    });
  });
});

describe('the service office', () => {
  it('sees every matter, and mends a life event by its list of faults', async () => {
    await onPortal({ browser, district }, { ...desk, as: office }, async (page) => {
      await page.goto('/workbench/life-events');
      await page.getByRole('row', { name: /开办企业一件事/ }).click();
      await page.getByRole('heading', { name: '成员事项和先后' }).waitFor();
      await page.getByText('没有问题，可以发布').waitFor();
      await look(page, 'bench-event');
      // The licence waits for the seal, which waits for the licence.
      await page.getByRole('checkbox', { name: '新公司刻章' }).first().check();
      await page.getByText(/先后顺序成了圈/).waitFor();
      await look(page, 'bench-event-circle');
    });
  });
});
