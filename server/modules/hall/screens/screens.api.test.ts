import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { hallContract as ops } from '../contract.ts';
import { deskOf, openHall, openWindows, paper, type TestHall } from '../hall-testing.ts';

let app: TestApp;
let hall: TestHall;
beforeAll(async () => {
  app = await openTestApp();
  hall = await openHall(app, 2);
  await openWindows(app, hall);
});
afterAll(() => app.close());
const { call, desk, minutes } = deskOf(() => app);

const zone = { name: '一楼东', shows: 'zone', zone: 'A 综合受理', windowId: null, sound: true } as const;
const inHall = () => ({ params: { id: hall.hall } });
const add = (body: object = zone) => app.call(hall.office, ops.addScreen, { ...inHall(), body: body as typeof zone });
const open = (code: string) => app.ask(null, ops.openScreen, { body: { code } });
const sign = (key: string) => app.ask(null, ops.signOfScreen, { body: { key } });
const lineOf = async (id: string) =>
  (await app.call(hall.office, ops.listScreens, inHall())).screens.find((one) => one.id === id)!;

test('a screen is opened once by its code, then knows what it shows, and is switched from afar', async () => {
  const { id, code } = await add();
  const opened = await open(` ${code!.toUpperCase().slice(0, 4)} ${code!.toUpperCase().slice(4)}`);
  expect(opened.status).toBe(200);
  const { key } = opened.body;
  expect((await open(code!)).problem.code).toBe('hall.wrongScreenCode');
  expect((await sign(key)).body.screen).toEqual({ ...zone, outletId: hall.hall });
  await app.call(hall.office, ops.changeScreen, {
    params: { id },
    body: { ...zone, shows: 'window', zone: null, windowId: hall.windows[0]! },
  });
  expect((await sign(key)).body.screen).toMatchObject({ shows: 'window', windowId: hall.windows[0] });
  expect(await lineOf(id)).toMatchObject({ windowNumber: 'A01', code: null, darkSince: null });

  const again = await app.call(hall.office, ops.renewScreenCode, { params: { id } });
  expect((await sign(key)).problem.code).toBe('hall.noScreen');
  expect((await open(again.code!)).status).toBe(200);
  await app.call(hall.office, ops.retireScreen, { params: { id } });
  expect(await lineOf(id)).toBeUndefined();
});

test('a screen without a sign of life is listed as dark, since its last one', async () => {
  const { id, code } = await add();
  const { key } = (await open(code!)).body;
  minutes(1);
  await sign(key);
  const seen = app.clock.now().toISOString();
  minutes(2);
  expect(await lineOf(id)).toMatchObject({ seenAt: seen, darkSince: seen });
  await sign(key);
  expect((await lineOf(id)).darkSince).toBeNull();
});

test('a code that is over opens nothing, and of two devices with one code one becomes the screen', async () => {
  const late = await add();
  minutes(24 * 60 + 1);
  expect((await open(late.code!)).problem.code).toBe('hall.wrongScreenCode');
  expect((await lineOf(late.id)).code).toBeNull();
  const { code } = await add();
  const both = await Promise.all([open(code!), open(code!)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 404]);
});

test('only a screen of a window has a window, and one of this hall', async () => {
  const wrong = async (body: object) =>
    (await app.ask(hall.office, ops.addScreen, { ...inHall(), body: { ...zone, ...body } })).problem.code;
  expect(await wrong({ shows: 'window' })).toBe('hall.wrongScreen');
  expect(await wrong({ windowId: hall.windows[0] })).toBe('hall.wrongScreen');
  expect(await wrong({ shows: 'window', windowId: newId() })).toBe('hall.windowNotHere');
});

test('the hall says how calls are said', async () => {
  const body = { spoken: 'device', languages: 'both', volume: 40, times: 2, quiet: [{ opens: '12:00', closes: '13:00' }] } as const; // prettier-ignore
  const { key } = (await open((await add()).code!)).body;
  expect((await sign(key)).body.voice).toMatchObject({ spoken: 'clips', times: 1 });
  await app.call(hall.office, ops.setVoice, { ...inHall(), body: { ...body, quiet: [...body.quiet] } });
  expect((await sign(key)).body.voice).toEqual(body);
});

test('over a window stands who is called, who is next, and whether it is open', async () => {
  await openWindows(app, hall);
  const [windowId, clerk] = [hall.windows[0]!, hall.clerks[0]!];
  const seen = () => app.call(null, ops.showWindowSign, { params: { id: windowId } });
  const [first, second] = [await paper(app, hall), await paper(app, hall)];
  const { current } = await call(clerk);
  expect(await seen()).toMatchObject({
    number: 'A01',
    state: 'open',
    clerkName: '窗口员0',
    ticket: { number: first.number, state: 'called' },
    next: second.number,
    errands: [{ prefix: 'A' }, { prefix: 'C1' }],
  });
  await desk(clerk, ops.missTicket, current!.id);
  await app.call(clerk, ops.pauseWindow, { body: { on: true } });
  expect(await seen()).toMatchObject({ state: 'break', ticket: null, next: null });
  await app.call(clerk, ops.leaveWindow, { body: {} });
  expect(await seen()).toMatchObject({ state: 'closed', clerkName: null });
  expect((await app.ask(null, ops.showWindowSign, { params: { id: newId() } })).problem.code).toBe(
    'hall.windowNotHere',
  );
});

test('what is posted is shown between its days, the urgent first', async () => {
  const day = (await app.call(null, ops.showBoard, inHall())).at.slice(0, 10);
  const post = (text: string, more: object = {}) =>
    app.ask(hall.office, ops.savePosting, {
      params: { id: newId() },
      body: { outletId: hall.hall, text, textEn: '', urgent: false, fromOn: day, untilOn: day, ...more },
    });
  await post('母婴室在二楼');
  await post('电梯检修', { urgent: true });
  await post('明年的', { fromOn: '2027-01-01', untilOn: '2027-01-02' });
  expect((await post('倒过来', { fromOn: '2027-01-02', untilOn: '2027-01-01' })).problem.code).toBe('hall.wrongDays');
  const board = await app.call(null, ops.showBoard, inHall());
  expect(board.postings.map(({ text }) => text)).toEqual(['电梯检修', '母婴室在二楼']);
  expect(board.errands.map(({ prefix }) => prefix)).toEqual(['A', 'C1']);
  expect(await app.call(hall.office, ops.listPostings, inHall())).toHaveLength(3);
});
