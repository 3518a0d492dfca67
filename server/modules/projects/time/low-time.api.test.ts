/** Who is told that the days of a project run low and are used up, with real cases over HTTP. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticesContract } from '#modules/notices/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { smallDistrict, type SmallDistrict } from '#server/testing-district';
import { foodApplication } from '#server/testing-cases';
import { projectsContract as ops, type ProjectLine } from '../contract.ts';
import { openTestProject, plainType } from '../projects-testing.ts';
import { tellLowTime } from './tell-low-time.ts';

let app: TestApp;
let d: SmallDistrict;
let project: ProjectLine;
beforeAll(async () => {
  app = await openTestApp();
  d = await smallDistrict(app);
  // 16 days in all: low from 2 days on.
  const stages = plainType.stages.map((stage) => ({ ...stage, limitDays: 16 }));
  project = await openTestProject(app, d, { ...plainType, limitDays: 16, stages });
});
afterAll(() => app.close());

const told = async (who: string): Promise<string[]> =>
  (await app.call(who, noticesContract.myNotices, { query: { work: true } })).rows
    .filter(({ template, subjectId }) => template.startsWith('projectTime') && subjectId === project.id)
    .map(({ text }) => text);
/** Looks on every day from one to another, as the sweep does. */
async function sweep(days: readonly string[]): Promise<void> {
  for (const day of days) {
    app.clock.set(`${day}T09:00:00+08:00`);
    for (let twice = 0; twice < 2; twice += 1) await tellLowTime(app.ground);
  }
}
const june = (from: number, until: number): string[] =>
  Array.from({ length: until - from + 1 }, (_, at) => `2026-06-${String(from + at)}`);

test('nobody while the owner has it; then steward and head, in the end the service office, each once', async () => {
  await sweep(june(11, 12));
  const { itemId: _, applicant: __, ...handedIn } = foodApplication({ food: newId() } as SmallDistrict);
  await app.call(d.resident, ops.openStep, {
    params: { id: project.id, key: 'filing' },
    body: { ...handedIn, actionId: newId() },
  });
  await sweep(june(13, 30));
  expect([await told(d.clerk), await told(d.head)]).toEqual([[], []]);
  await sweep(['2026-07-01', '2026-07-02', '2026-07-03']);
  const [low, ...more] = await told(d.clerk);
  expect(more).toEqual([]);
  expect(low).toContain('还剩2个工作日');
  expect(low).toContain('云溪区市场监督管理局');
  expect(await told(d.head)).toEqual([low]);
  expect([await told(d.otherHead), await told(d.office)]).toEqual([[], []]);
  await sweep(['2026-07-04', '2026-07-05', '2026-07-06', '2026-07-07', '2026-07-08', '2026-07-09']);
  expect((await told(d.office)).map((text) => text.includes('16个工作日审批用时已经用完'))).toEqual([true]);
  expect([(await told(d.head)).length, (await told(d.clerk)).length]).toEqual([2, 2]);
});
