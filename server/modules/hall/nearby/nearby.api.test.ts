/** Other outlets' queues: what is told before people queue here. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { officesContract } from '#modules/offices/contract';
import { createAccount, givePost } from '#modules/people';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from '../contract.ts';
import { anErrand, openHall, openWindows, paper, usualPlace, type TestHall } from '../hall-testing.ts';
import { likeIn } from './read-nearby.ts';

let app: TestApp;
let hall: TestHall;
let town: { id: string };
beforeEach(async () => {
  app = await openTestApp();
  hall = await openHall(app, 1);
  await openWindows(app, hall);
  const at = { longitude: 120.07, latitude: 30.28, address: '镇政府旁', addressEn: '' };
  const names = { key: 'town', kind: 'town' as const, name: '五常街道便民服务中心', nameEn: '' };
  town = await app.call(hall.office, officesContract.createOutlet, {
    body: { ...names, ...at, telephone: '', areaCode: '', parentId: null, departmentId: null },
  });
});
afterEach(() => app.close());

const near = (id = hall.any) => app.call(null, ops.listNearby, { params: { id } });

/** The town's window does one errand. */
async function openTown(errand: object): Promise<{ errandId: string; clerk: string; windowId: string }> {
  const errandId = newId();
  await app.call(hall.office, ops.savePlace, { params: { id: town.id }, body: usualPlace });
  await app.call(hall.office, ops.saveErrand, { params: { id: errandId }, body: anErrand(town.id, 'T', errand) });
  const window = { outletId: town.id, number: '1', zone: '', name: '综合', nameEn: '', kind: 'general' as const, departmentId: null }; // prettier-ignore
  const { id: windowId } = await app.call(hall.office, officesContract.createWindow, { body: window });
  await app.call(hall.office, ops.setDuty, { params: { id: windowId }, body: { errandIds: [errandId] } });
  const at = app.clock.now();
  const clerk = await app.ground.db.transaction((tx) => {
    const id = createAccount(tx, at, { loginName: 'town', name: '乡镇窗口', staff: true });
    givePost(tx, at, id, { role: 'clerk', departmentId: null, outletId: town.id });
    return id;
  });
  return { errandId, clerk, windowId };
}

it('are told once a window there is open and tickets can be had, with the likely wait', async () => {
  const { errandId, clerk, windowId } = await openTown({ name: '综合受理' });
  expect(await near()).toEqual([]);
  await app.call(clerk, ops.openWindow, { params: { id: windowId } });
  for (let i = 0; i < 5; i++) await paper(app, hall);
  const [one, ...more] = await near();
  expect(more).toEqual([]);
  // Two kilometres to the east.
  expect(one).toMatchObject({ outletId: town.id, errandId, distance: 1920, waiting: 0, windows: 1, wait: { low: 0 } });
  const here = await app.call(null, ops.showPlace, { params: { id: hall.hall } });
  expect(here.errands[0]!.wait!.likely).toBeGreaterThan(one!.wait!.likely);
  await app.call(clerk, ops.pauseWindow, { body: { on: true } });
  await app.call(clerk, ops.leaveWindow, { body: {} });
  expect(await near()).toEqual([]);
});

it('are those that can do it: the same by name, or any matter at both', () => {
  const errand = (name: string, departmentId: string | null = null) => ({ name, departmentId });
  const [any, advice, all] = [errand('综合受理'), errand('咨询导办'), errand('无差别综合受理')];
  const [property, land] = [errand('不动产登记', 'a'), errand('不动产登记', 'b')];
  expect(likeIn([any, property], land)).toEqual([property]);
  expect(likeIn([any], property)).toEqual([]);
  // A consultation is not what they came for, although it is of no department either.
  expect(likeIn([advice, all, property], any)).toEqual([all]);
  expect(likeIn([advice, any, all], any)).toEqual([any]);
  // Nobody knows which of them it is.
  expect(likeIn([advice, errand('帮办')], any)).toHaveLength(2);
});
