/** Window staff: somebody is taken over, sits an exam on a phone whose line is cut in the middle, and the hall sees it all. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualStandard, windowStaffContract as ops } from '#modules/windowstaff/contract';
import { shanghaiDay } from '#platform/clock';
import { newId } from '#platform/ids';
import { launchBrowser } from './harness/browser.ts';
import { withPage } from './harness/journey.ts';
import { anyMatter, openHall } from './opened-hall.ts';
import { look, openAs } from './workbench-page.ts';
import { openWorkbenchDistrict, type WorkbenchDistrict } from './workbench-district.ts';

let d: WorkbenchDistrict;
let browser: Browser;
let outletId: string;
let errandId: string;
beforeAll(async () => {
  [d, browser] = await Promise.all([openWorkbenchDistrict(), launchBrowser()]);
  await prepare();
});
afterAll(() => d?.close());

/** A hall with one errand, a bank of six questions and an exam with five of them. */
async function prepare(): Promise<void> {
  const { app, staff } = d;
  const opened = await openHall(d, [{ ...anyMatter, slotCapacity: 2 }], []);
  outletId = opened.outletId;
  errandId = opened.errandIds[0]!;
  const { fromOn: _, ...standard } = usualStandard;
  const today = shanghaiDay(app.clock.now());
  await app.call(staff.office, ops.saveStandard, { body: { ...standard, outletId, fromOn: today } });
  await app.call(staff.office, ops.saveCourse, {
    params: { id: newId() },
    body: { outletId, title: '一次性告知', titleEn: '', onDay: today, fromTime: '14:00', minutes: 120, place: '三楼会议室', teacher: '', required: true, cancelled: false }, // prettier-ignore
  });
  const rows = Array.from({ length: 6 }, (_, i) => `T${i + 1},,单选,第${i + 1}题：需要补正的，应当在几日内一次告知？,三日,五日,七日,,B,当场或者五日内一次告知,行政许可法第三十二条`); // prettier-ignore
  const csv = `编号,范围,题型,题目,A,B,C,D,答案,解析,依据\n${rows.join('\n')}`;
  await app.call(staff.office, ops.importQuestions, { body: { outletId, csv, dryRun: false } });
  const [opensAt, closesAt] = [-3_600_000, 86_400_000].map((ms) => new Date(app.clock.now().getTime() + ms).toISOString()); // prettier-ignore
  await app.call(staff.office, ops.saveExam, {
    params: { id: newId() },
    body: { outletId, title: '综合窗口上岗考试', titleEn: 'Exam', departmentId: null, errandIds: [errandId], parts: [{ errandId: null, departmentId: null, count: 5 }], opensAt: opensAt!, closesAt: closesAt!, minutes: 30, passPercent: 80, sittingsMost: 2, resitDays: 1, validMonths: 12, shows: 'handIn', cancelled: false }, // prettier-ignore
  });
}

const onPhone = (run: (page: Page) => Promise<void>): Promise<void> =>
  withPage(
    browser,
    { baseURL: d.origin, width: 390, height: 844, locale: 'zh-CN', tolerate: [/ERR_INTERNET_DISCONNECTED/] },
    async (page) => {
      await page.clock.install({ time: d.app.clock.now() });
      await d.signedIn(page, 'clerk');
      await run(page);
    },
  );

describe('window staff', () => {
  it('are taken over by name', async () => {
    await openAs(browser, d, 'office', async (page) => {
      await page.goto('/workbench/window-staff');
      await page.getByText('还没有窗口人员档案').waitFor();
      await look(page, 'window-staff-empty');
      await page.getByRole('link', { name: '需要关注' }).click();
      await page.getByRole('checkbox', { name: '王雨桐' }).check();
      await look(page, 'window-staff-attention');
      await page.getByRole('button', { name: '接收选中的 1 人' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('理由').fill('启用前已在岗');
      await dialog.getByRole('button', { name: '接收', exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByText('没有需要关注的情况').waitFor();
      await page.getByRole('link', { name: '人员', exact: true }).click();
      await page.getByRole('link', { name: '王雨桐' }).click();
      await page.getByRole('heading', { name: '王雨桐的档案' }).waitFor();
      await look(page, 'window-staff-file');
    });
  });

  it('find on the standard only the neighbouring pages that are open to them', async () => {
    await onPhone(async (page) => {
      await page.goto('/workbench/window-staff/standard');
      const tabs = page.getByRole('navigation', { name: '窗口人员' }).getByRole('link');
      await tabs.first().waitFor();
      expect(await tabs.allTextContents()).toEqual(['我的档案', '进驻规定']);
      await tabs.first().click();
      await page.getByRole('heading', { name: '我的档案' }).waitFor();
    });
  });

  it('sit an exam on a phone, and lose no answer when the line is cut', async () => {
    await onPhone(async (page) => {
      await page.goto('/workbench/window-staff/mine');
      const courses = page.getByRole('region', { name: '我的培训课程' });
      await courses.getByText('一次性告知').waitFor();
      await look(page, 'window-staff-courses');
      await page.getByRole('button', { name: '开始考试' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '开始考试' }).click();
      await page.getByText('第 1 题，共 5 题', { exact: false }).first().waitFor();
      await look(page, 'exam-question');
      await page.getByRole('radio', { name: /五日/ }).check();
      await page.getByRole('status').getByText('已保存').waitFor();
      await page.context().setOffline(true);
      for (let i = 0; i < 3; i++) {
        await page.getByRole('button', { name: '下一题' }).click();
        await page.getByRole('radio', { name: /五日/ }).check();
      }
      await page.getByText('网络断开，答案已存在本机').waitFor();
      await look(page, 'exam-offline');
      await page.context().setOffline(false);
      await page.clock.runFor(4_000);
      await page.getByRole('status').getByText('已保存').waitFor();
      // The page is lost and opened again: everything is there.
      await page.reload();
      await page.getByText('已答 4 / 5').waitFor();
      await page.getByRole('button', { name: '检查并交卷' }).click();
      await page.getByText('还有 1 题没有作答').waitFor();
      await look(page, 'exam-hand-in');
      await page.getByRole('dialog').getByRole('button', { name: '交卷', exact: true }).click();
      await page.getByText('考试合格').waitFor();
      expect(await page.getByText('答对 4 题，共 5 题').count()).toBe(1);
      await look(page, 'exam-result');
      await page
        .getByRole('button', { name: /这道题有误/ })
        .first()
        .click();
      await page.getByLabel('哪里有误').fill('没有写明是工作日');
      await page.getByRole('dialog').getByRole('button', { name: '这道题有误' }).click();
      await page.getByText('已提出质疑').waitFor();
      await page.getByRole('link', { name: '我的考试' }).click();
      await page.getByRole('button', { name: '打印资格证' }).waitFor();
      await look(page, 'window-staff-mine');
    });
  });

  it('are seen by the hall: results, doubts, the bank', async () => {
    await openAs(browser, d, 'office', async (page) => {
      await page.goto('/workbench/window-staff/exams');
      await page.getByRole('link', { name: '综合窗口上岗考试' }).click();
      await page.getByText('合格 1 人 / 参加 1 人').waitFor();
      await look(page, 'window-exam');
      await page.goto('/workbench/window-staff/doubts');
      await page.getByRole('button', { name: '题目有误' }).click();
      await page.getByLabel('理由（会告知提出人）').fill('题干不完整');
      await look(page, 'window-doubt');
      await page.getByRole('dialog').getByRole('button', { name: '题目有误' }).click();
      await page.getByText('题目有误，按答对计').waitFor();
      await page.goto('/workbench/window-staff/questions');
      await page.getByText('停用').first().waitFor();
      await look(page, 'window-questions');
      await page.getByRole('button', { name: '新增试题' }).click();
      await look(page, 'window-question');
    });
  });

  it('have a bank that is printed whole, or says why it cannot be, and exams whose parts can be taken away', async () => {
    await openAs(
      browser,
      d,
      'office',
      async (page) => {
        await page.goto('/workbench/window-staff/questions');
        // In the place of the printer: what is on the paper when the dialog would open.
        await page.evaluate(() => {
          window.print = () => {
            document.body.dataset.printed = document.querySelector('.yc-print')?.textContent ?? '';
            dispatchEvent(new Event('afterprint'));
          };
        });
        const print = page.getByRole('button', { name: '打印题库' });
        await print.click();
        await page.locator('body[data-printed*="共 6 题"]').waitFor();
        await page.route('**/api/window-staff/questions?*limit=500*', (route) => route.fulfill({ status: 500 }));
        await print.click();
        await page.locator('.ant-message-error').waitFor();

        await page.getByRole('link', { name: '考试', exact: true }).click();
        await page.getByRole('button', { name: '安排考试' }).click();
        const form = page.getByRole('dialog');
        const parts = form.getByRole('spinbutton', { name: /^题数/ });
        await form.getByRole('button', { name: '增加一部分' }).click();
        expect(await parts.count()).toBe(2);
        await look(page, 'window-exam-form');
        await form.getByRole('button', { name: '去掉 1' }).click();
        expect(await parts.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))).toEqual(['5']);
        expect(await form.getByRole('button', { name: /^去掉/ }).count()).toBe(0);
      },
      [/500/],
    );
  });

  it('are told when their exams could not be read', async () => {
    await openAs(
      browser,
      d,
      'clerk',
      async (page) => {
        await page.route('**/api/window-staff/my-exams', (route) => route.fulfill({ status: 500 }));
        await page.goto('/workbench/window-staff/mine');
        await page.getByRole('region', { name: '我的考试' }).getByRole('alert').waitFor();
        await page.getByRole('heading', { name: '我的档案' }).waitFor();
      },
      [/500/],
    );
  });

  it('have a standard that is corrected without losing what it asks for', async () => {
    await openAs(browser, d, 'office', async (page) => {
      await page.goto('/workbench/window-staff/standard');
      await page.getByRole('button', { name: '制定新规定' }).click();
      const form = page.getByRole('dialog');
      await form.getByLabel('条件 1', { exact: true }).fill('派驻单位在编人员');
      expect(await form.getByRole('checkbox', { name: '条件 1 须附证明材料' }).isChecked()).toBe(true);
      await form.getByRole('checkbox', { name: '条件 3 须附证明材料' }).check();
      await form.getByRole('button', { name: '去掉 条件 4' }).click();
      await form.getByRole('button', { name: '增加一条' }).click();
      await form.getByLabel('执行日期').fill('');
      const kept = form.getByLabel('离岗后档案保留（天）');
      await kept.fill('');
      await form.getByRole('button', { name: '保存' }).click();
      const faults = form.getByRole('alert');
      expect(await faults.allTextContents()).toEqual(['请填写执行日期', '请填写条件 5', '离岗后档案保留（天）应在 30 至 3660 之间']); // prettier-ignore
      await look(page, 'window-standard-form');
      await form.getByLabel('条件 5', { exact: true }).fill('持有健康证明');
      const tomorrow = shanghaiDay(new Date(d.app.clock.now().getTime() + 86_400_000));
      await form.getByLabel('执行日期').fill(tomorrow);
      await kept.fill('365');
      await form.getByRole('button', { name: '保存' }).click();
      await form.waitFor({ state: 'hidden' });
      const { coming } = await d.app.call(d.staff.office, ops.getStandard, { query: { outletId } });
      expect(coming.map(({ fromOn, keepDays }) => [fromOn, keepDays])).toEqual([[tomorrow, 365]]);
      expect(coming[0]!.criteria.map(({ key, paper }) => [key, paper])).toEqual([['employed', true], ['authorised', true], ['experienced', true], ['stays', false], ['condition5', false]]); // prettier-ignore
      expect(coming[0]!.criteria[0]).toMatchObject({ zh: '派驻单位在编人员', en: usualStandard.criteria[0]!.en });
    });
  });
});
