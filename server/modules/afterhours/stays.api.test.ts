/** Who is offered for a request, in which order, and from when its steps can be taken. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hallContract } from '#modules/hall/contract';
import { windowStaffContract } from '#modules/windowstaff/contract';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { openHall, type TestHall } from '../hall/hall-testing.ts';
import { afterhoursContract as ops } from './contract.ts';
import { possibleFrom } from './request.ts';

let app: TestApp;
let d: TestHall;
beforeAll(async () => {
  app = await openTestApp();
  d = await openHall(app, 3);
  const body = { opens: '17:30', closes: '19:00', places: 2, daysAhead: 7, noticeMinutes: 30 };
  await app.call(d.office, ops.saveOffer, { params: { id: d.hall, period: 'evening' }, body });
});
afterAll(() => app.close());

const act = () => ({ actionId: newId() });
const askFor = (account: string, day: string) =>
  app.call(account, ops.askForTime, { body: { ...act(), errandId: d.any, period: 'evening', day } });

it('names those qualified for the errand on that day first, those without a file next, and those who are not last', async () => {
  const [lacks, able, unfiled] = d.clerks as [string, string, string];
  for (const [i, id] of [lacks, able].entries())
    await app.call(id, hallContract.openWindow, { params: { id: d.windows[i]! } });
  const taken = { actionId: newId(), outletId: d.hall, accountIds: [lacks, able], reason: '在岗接收' };
  await app.call(d.office, windowStaffContract.takeOver, { body: taken });
  await app.call(unfiled, hallContract.openWindow, { params: { id: d.windows[2]! } });
  const { rows } = await app.call(d.office, windowStaffContract.listMembers, { query: { outletId: d.hall } });
  const file = rows.find(({ accountId }) => accountId === able)!;
  const given = { ...act(), reason: '考试合格', errandIds: [d.any], untilOn: '2026-06-11' };
  await app.call(d.office, windowStaffContract.giveQualification, { params: { id: file.id }, body: given });
  const offered = async (day: string) => {
    const { id } = await askFor(d.resident, day);
    const { colleagues } = await app.call(d.office, ops.listWhoMayStay, { params: { id } });
    return colleagues.map(({ accountId, qualified }) => [accountId, qualified]);
  };
  expect(await offered('2026-06-11')).toEqual([
    [able, true],
    [unfiled, null],
    [lacks, false],
  ]);
  // The day of the visit counts: the qualification has ended by then.
  expect((await offered('2026-06-12')).at(0)).toEqual([unfiled, null]);
});

it('lets nobody begin, or say that nobody came, before the page does', async () => {
  const { id, beginsAt } = await askFor(d.other, '2026-06-16');
  const params = { id };
  await app.call(d.office, ops.grantRequest, { params, body: { ...act(), staffId: d.clerks[0]!, windowId: d.windows[0]! } }); // prettier-ignore
  for (const [step, operation] of [
    ['start', ops.startService],
    ['miss', ops.missService],
  ] as const) {
    app.clock.set(new Date(possibleFrom(step, new Date(beginsAt))!.getTime() - 1_000));
    const early = await app.ask(d.clerks[0]!, operation, { params, body: act() });
    expect(early.problem.code).toBe('afterhours.tooEarly');
  }
});
