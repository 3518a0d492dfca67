/** An investment project: its company applies before everything is there, the department says what it would do, the steward keeps the log. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findItemByCode } from '#modules/catalogue';
import { createAccount, givePost } from '#modules/people';
import { projectsContract as ops } from '#modules/projects/contract';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { openPortalDistrict, type PortalDistrict } from './portal-district.ts';
import { choose, desk, draw, fillIn, look, onPortal, phone, soon, title } from './portal-page.ts';

let district: PortalDistrict;
let browser: Browser;
let steward: string;
let head: string;
let office: string;
let projectId: string;

beforeAll(async () => {
  [district, browser] = await Promise.all([openPortalDistrict(), launchBrowser()]);
  await openProject();
});
afterAll(() => district?.close());

/** A project of Chen Xiaoman's company with two steps of the development and reform bureau. */
async function openProject(): Promise<void> {
  const { ground } = district.app;
  const at = ground.clock.now();
  const codeOf = async (end: string): Promise<string> =>
    (await ground.db.one(sql<{ code: string }>`select code from catalogue.item where code like ${`%-${end}`}`)).code;
  const [energy, review] = await Promise.all([codeOf('330104022000'), codeOf('330104020000')]);
  const { departmentId } = (await findItemByCode(ground.db, energy))!;
  const [{ id: organisationId }, hall] = await Promise.all([
    ground.db.one(sql<{ id: string }>`select id from people.organisation where credit_code = ${district.creditCode}`),
    ground.db.one(sql<{ id: string }>`select id from offices.outlet where kind = 'hall' limit 1`),
  ]);
  const [officeId, stewardId, headId] = await ground.db.transaction(async (tx) => {
    const staff = (name: string): string => createAccount(tx, at, { loginName: newId(), name, staff: true });
    const ids = [staff('孙主任'), staff('苏念安'), staff('何局长')] as const;
    givePost(tx, at, ids[0], { role: 'office', departmentId: null, outletId: null });
    givePost(tx, at, ids[1], { role: 'clerk', departmentId: null, outletId: hall.id });
    givePost(tx, at, ids[2], { role: 'head', departmentId, outletId: null });
    return ids;
  });
  [steward, head, office] = [stewardId, headId, officeId];
  const typeId = newId();
  const step = { ownerDays: 3, officeDays: 8 };
  await district.app.call(officeId, ops.publishType, {
    params: { id: typeId },
    body: {
      code: 'INDUSTRY',
      version: 0,
      inForceFrom: '2026-06-10',
      body: {
        name: '工业项目', limitDays: 80, unit: 'workingDay', countsFrom: 'submitted', ownProcedures: [], simulationDays: 30,
        stages: [
          { key: 'landUse', limitDays: 20, steps: [{ key: 'review', itemCode: review, after: [], ...step }] },
          { key: 'planning', limitDays: 25, steps: [{ key: 'energy', itemCode: energy, after: [], ...step }] },
        ],
        menu: [{ key: 'visit', stage: 'landUse', what: '上门见面', by: 'steward' }],
      },
    },
  }); // prettier-ignore
  const project = await district.app.call(stewardId, ops.openProject, {
    body: {
      actionId: newId(), typeId, organisationId, name: '年产五万台减速机项目', address: '云溪区创新路 8 号', investmentFen: 300_000_000_00,
      facts: {}, plannedFrom: '2026-06-10', stewardContact: '0571-88106600 转 8016',
    },
  }); // prettier-ignore
  projectId = project.id;
  const policy = {
    name: '重大项目奖励', departmentId, summary: '一次性奖励', amount: { kind: 'fixed' as const, fen: 200_000_000 },
    conditions: [{ fact: 'investmentFen' as const, op: 'atLeast' as const, value: 10_000_000_000 }], withoutApplication: true,
    source: '云政发〔2026〕3号', validFrom: '2026-01-01', validUntil: null,
  }; // prettier-ignore
  await district.app.call(officeId, ops.savePolicy, {
    params: { id: newId() },
    body: { code: 'AWARD', version: 0, body: policy, withdrawn: false },
  });
}

describe('a project', () => {
  it('shows its company what to do and who helps, and takes what is not complete as a simulation', async () => {
    await onPortal({ browser, district }, { ...phone, as: district.resident }, async (page) => {
      await page.goto('/mine');
      await page.getByRole('link', { name: /年产五万台减速机项目/ }).click();
      await soon(() => title(page).textContent()).toBe('年产五万台减速机项目');
      await page.getByText('已用 0 个工作日，上限 80 个工作日').first().waitFor();
      await page.getByText('0571-88106600 转 8016').first().waitFor();
      await page.getByText('免申即享').waitFor();
      await look(page, 'project');
      await page.getByRole('listitem').filter({ hasText: '节能审查' }).getByRole('link', { name: '条件没齐，先模拟审批' }).first().click();
      await page.getByRole('button', { name: '下一步' }).click();
      await page.getByText('请至少勾选或者写明一项').waitFor();
      await page.getByLabel('其他还没具备的条件').fill('土地出让合同还没签');
      await page.getByRole('button', { name: '下一步' }).click();
      await fillIn(page, { 结果怎么给您: choose('电子版') }, /^请签名/);
      await draw(page);
      await page.getByRole('button', { name: /^(下一步|Continue)$/ }).click();
      await page.getByRole('button', { name: '提交' }).click();
      await page.getByText('等待审查').waitFor();
      await page.getByText('土地出让合同还没签').waitFor();
    });
  }); // prettier-ignore

  it('is examined by the department, whose paper says that it has no legal effect', async () => {
    await onPortal({ browser, district }, { ...desk, as: head }, async (page) => {
      await page.goto(`/workbench/projects/${projectId}`);
      await page.getByRole('button', { name: '出具意见' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('审查意见').fill('能耗水平先进，符合要求');
      await dialog.getByRole('button', { name: '出具意见' }).click();
      await page.getByText('已有意见').waitFor();
      await page.getByRole('link', { name: /模拟审批意见书/ }).or(page.getByText('模拟审批意见书')).first().waitFor();
      await look(page, 'project-desk');
    });
  }); // prettier-ignore

  it('is zoomed to a day with the keyboard, and its steward writes the log', async () => {
    await onPortal({ browser, district }, { ...desk, as: steward }, async (page) => {
      await page.goto('/workbench/projects');
      await page.getByRole('link', { name: '年产五万台减速机项目' }).click();
      await page.getByRole('group', { name: '计划与实际' }).focus();
      for (let press = 0; press < 4; press += 1) await page.keyboard.press('+');
      await page.getByText('每格 1 天').waitFor();
      await page.keyboard.press('End');
      await soon(() => page.getByText('每格 1 天').count()).toBe(0);
      await page.getByRole('checkbox', { name: /上门见面/ }).click();
      await page.getByText(/苏念安 .* 完成/).waitFor();
      await page.getByRole('button', { name: '记一笔帮办' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox').fill('陪同到发改窗口咨询');
      await dialog.getByRole('button', { name: '记一笔帮办' }).click();
      // What was typed stands in the dialog until it is kept.
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('陪同到发改窗口咨询').waitFor();
    });
    const { log } = await district.app.call(steward, ops.getProject, { params: { id: projectId } });
    expect(log.map(({ kind }) => kind)).toEqual(['help', 'tick', 'examineSimulation', 'simulate', 'open']);
  });

  it('is opened by a steward at the counter, who hands a step in for the company', async () => {
    await onPortal({ browser, district }, { ...desk, as: steward }, async (page) => {
      await page.goto('/workbench/projects');
      await page.getByRole('link', { name: '新建项目' }).click();
      await soon(() => title(page).textContent()).toBe('新建项目');
      await page.getByRole('button', { name: '建档' }).click();
      await page.getByText('请填写', { exact: true }).first().waitFor();
      await page.getByLabel('证件号码或信用代码').fill(district.creditCode);
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: '重新选择' }).waitFor();
      await page.getByText('政府用时最多 80 个工作日，共 2 个步骤').waitFor();
      await page.getByLabel('项目名称').fill('二号厂房扩建项目');
      await page.getByLabel('建设地点').fill('云溪区创新路 10 号');
      await page.getByLabel('总投资（万元）').fill('6000');
      await page.getByLabel('给企业的联系方式').fill('0571-88106600');
      await look(page, 'project-new');
      await page.getByRole('button', { name: '建档' }).click();
      await soon(() => title(page).textContent()).toBe('二号厂房扩建项目');
      await page.getByText('¥60,000,000').first().waitFor();
      await page.getByRole('link', { name: '办理：企业投资项目核准' }).click();
      await page.getByText('企业在窗口办理，由您代为提交').waitFor();
      await page.getByRole('button', { name: /收件/ }).waitFor();
      await look(page, 'project-step');
      await page.keyboard.press('F8');
      await page.keyboard.press('F9');
      await soon(() => title(page).textContent()).toBe('二号厂房扩建项目');
      await page.getByRole('link', { name: /打开办件/ }).waitFor();
      await page.getByRole('row', { name: /企业投资项目核准/ }).filter({ hasText: '在办' }).first().waitFor();
    });
  }); // prettier-ignore

  it('has a type whose unit the service office sets; projects that are open keep theirs', async () => {
    await onPortal({ browser, district }, { ...desk, as: office }, async (page) => {
      await page.goto('/workbench/project-types');
      await page.getByRole('link', { name: '工业项目' }).click();
      await soon(() => title(page).textContent()).toBe('修改：工业项目');
      await page.getByText('企业投资项目核准').first().waitFor();
      await look(page, 'project-type');
      await page.getByLabel('按什么天数算').click();
      await page.getByRole('option', { name: '自然日' }).or(page.getByTitle('自然日')).last().click();
      await page.getByLabel('本阶段最多多少天').first().fill('90');
      await page.getByRole('button', { name: '检查' }).click();
      await page.getByText('阶段时限超过全程时限').waitFor();
      await page.getByLabel('本阶段最多多少天').first().fill('25');
      await page.getByRole('button', { name: '发布新版本' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '发布新版本' }).click();
      await soon(() => title(page).textContent()).toBe('投资项目');
      await page.getByText('80 个自然日').waitFor();
    });
    const kept = await district.app.call(steward, ops.getProject, { params: { id: projectId } });
    expect(kept.clock.unit).toBe('workingDay');
  });

  it('can look up the policies in force without signing in', async () => {
    await onPortal({ browser, district }, phone, async (page) => {
      await page.goto('/');
      await page.getByRole('link', { name: /惠企政策/ }).click();
      await soon(() => title(page).textContent()).toBe('惠企政策');
      await page.getByText('重大项目奖励').waitFor();
      await look(page, 'policies');
      await page.getByLabel('查找政策').fill('没有这个');
      await page.getByText('没有找到，换个词试试').waitFor();
    });
  });
});
