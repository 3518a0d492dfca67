/** Who is asked for which window and who is not, and what becomes of those who wait at a window that was switched. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { floorContract } from '#modules/floor/contract';
import { guardWindows } from '#modules/hall';
import { hallContract as hallOps } from '#modules/hall/contract';
import { shanghaiTime } from '#platform/clock';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { anErrand, paper, type TestHall } from '../../hall/hall-testing.ts';
import { tidesContract as ops } from '../contract.ts';
import { watchHall } from '../index.ts';
import { advised, adviseSwitch, crowdedHall, quietZone, toldTo } from '../tides-testing.ts';
import { insertAdvice } from './advice-store.ts';

/** Whom a guard turns away from every window. */
const refused = new Set<string>();
guardWindows('advice.test', (_, __, asked) =>
  Promise.resolve(
    asked.map(({ accountId }) => (refused.has(accountId) ? { zh: '还在培训', en: 'Still being trained' } : undefined)),
  ),
);

let app: TestApp;
beforeEach(async () => {
  refused.clear();
  app = await openTestApp();
});
afterEach(() => app.close());

const act = () => ({ actionId: newId() });
const minutes = (count: number): void => app.clock.advance(count * 60_000);
const accountOf = (hall: TestHall, name: string): string => hall.clerks[Number(name.slice(-1))]!;
const take = (hall: TestHall, id: string) => app.call(hall.office, ops.takeAdvice, { params: { id }, body: act() });
const see = (hall: TestHall, id: string) => app.call(hall.office, ops.getAdvice, { params: { id } });
const told = (accountId: string) => toldTo(app, accountId);
/** The same people are advised for a window of another zone, in which nobody is served. */
async function advisedTwice(free: number) {
  const { hall, made } = await advised(app, free);
  const zone = 'B 税务';
  const tax = newId();
  await app.call(hall.office, hallOps.saveErrand, { params: { id: tax }, body: anErrand(hall.hall, 'B', { zone }) });
  for (let i = 0; i < 20; i++) await paper(app, hall, tax, { evenSo: true });
  const other = { ...made, id: newId(), zone, errandIds: [tax], windowId: hall.windows[6]!, windowNumber: 'A07' };
  await app.ground.db.transaction(async (tx) => insertAdvice(tx, [other]));
  return { hall, ids: [made.id, other.id] as const };
}

describe('who is asked', () => {
  it('is nobody whom the window would turn away: not by the watch, not by the tap, not as the next', async () => {
    const hall = await crowdedHall(app, 7, 40, 3);
    refused.add(hall.clerks[2]!).add(hall.clerks[3]!);
    minutes(30);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    expect(made).toMatchObject({ clerkId: hall.clerks[4], others: [] });
    refused.add(hall.clerks[4]!);
    expect(await take(hall, made!.id)).toMatchObject({ state: 'overtaken', reason: 'nobodyFree' });
  });

  it('is nobody whose turns of today are over: neither by the watch nor by the tap', async () => {
    const hall = await crowdedHall(app, 7, 40, 3);
    const turn = (accountId: string, ends: string) => app.call(hall.office, floorContract.planTurns, { params: { id: hall.hall }, body: { accountIds: [accountId], days: ['2026-06-10'], spans: [{ starts: '08:00', ends }] } }); // prettier-ignore
    // The one's turn ends as the watch looks, the other's a minute later.
    const then = app.clock.now().getTime() + 30 * 60_000;
    await turn(hall.clerks[2]!, shanghaiTime(new Date(then)));
    await turn(hall.clerks[3]!, shanghaiTime(new Date(then + 60_000)));
    minutes(30);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    expect([made!.clerkId, ...made!.others.map(({ accountId }) => accountId)].toSorted()).toEqual(hall.clerks.slice(3, 5).toSorted()); // prettier-ignore
    minutes(1);
    expect(await take(hall, made!.id)).toMatchObject({ state: 'asked' });
    expect((await Promise.all(hall.clerks.slice(2, 5).map(told))).map(({ length }) => length)).toEqual([0, 0, 1]);
  });

  it('is said on the card as it is by then, and nobody is named whose turns are over', async () => {
    const { hall, made } = await advised(app, 2);
    const turn = (accountId: string, ends: number) => app.call(hall.office, floorContract.planTurns, { params: { id: hall.hall }, body: { accountIds: [accountId], days: ['2026-06-10'], spans: [{ starts: '08:00', ends: shanghaiTime(new Date(made.madeAt.getTime() + ends * 60_000)) }] } }); // prettier-ignore
    const card = async () => (await app.call(hall.office, ops.showTides, { params: { id: hall.hall } })).advices[0]!;
    const [next] = made.others;
    await turn(made.clerkId, 1);
    await turn(next!.accountId, 2);
    expect(await card()).toMatchObject({ clerkName: made.clerkName, others: [next!.name], nobodyFree: false });
    minutes(1);
    const now = await card();
    expect(now).toMatchObject({ clerkName: next!.name, others: [], nobodyFree: false });
    expect([now.why.zh, now.why.en].filter((why) => why.includes(next!.name) && !why.includes(made.clerkName))).toHaveLength(2); // prettier-ignore
    minutes(1);
    expect(await card()).toMatchObject({ state: 'open', nobodyFree: true });
    // The next round ends it, and says of the zone what there is.
    minutes(3);
    await watchHall(app.ground, hall.hall);
    expect(await see(hall, made.id)).toMatchObject({ state: 'overtaken', reason: 'nobodyFree' });
    const { zones } = await app.call(hall.office, ops.showTides, { params: { id: hall.hall } });
    expect(zones[0]!.verdict).toBe('nobody');
  });

  it('is the next who is let in', async () => {
    const { hall, made } = await advised(app, 3);
    const asked = await take(hall, made.id);
    expect(asked.others).toHaveLength(2);
    refused.add(accountOf(hall, asked.others[0]!));
    const next = await app.call(accountOf(hall, asked.clerkName), ops.answerRequest, {
      params: { id: made.id },
      body: { ...act(), comes: false, reason: '在开会' },
    });
    expect(next).toMatchObject({ state: 'asked', clerkName: asked.others[1] });
  });

  it('is nobody for two windows at once, whoever taps at the same time', async () => {
    const { hall, ids } = await advisedTwice(2);
    const [one, other] = await Promise.all(ids.map((id) => take(hall, id)));
    expect([one!.state, other!.state]).toEqual(['asked', 'asked']);
    expect(one!.clerkName).not.toBe(other!.clerkName);
  });

  it('is nobody twice in one sweep either', async () => {
    const { hall, ids } = await advisedTwice(3);
    for (const id of ids) await take(hall, id);
    minutes(10);
    await watchHall(app.ground, hall.hall);
    const after = await Promise.all(ids.map((id) => see(hall, id)));
    expect(after.map(({ state }) => state).toSorted()).toEqual(['asked', 'declined']);
  });

  it('is forgotten where a colleague has opened the window: it is the colleague who is thanked at the end', async () => {
    const { hall, made } = await advised(app, 2);
    await take(hall, made.id);
    const window = hall.windows.indexOf(made.windowId);
    const colleague = hall.clerks[6]!;
    await app.call(colleague, hallOps.openWindow, { params: { id: hall.windows[window]! } });
    await app.relay.drain();
    expect(await see(hall, made.id)).toMatchObject({ state: 'running', clerkName: '窗口员6' });
  });
});

describe('an act that comes again', () => {
  const reused = { status: 409, problem: { code: 'tides.actReused' } };

  it('is answered as done, also to whoever is asked no more; another one on the same advice is refused', async () => {
    const { hall, made } = await advised(app, 2);
    const params = { id: made.id };
    const acts = async (): Promise<string[]> => (await see(hall, made.id)).steps.map((step) => step.act);
    const taking = { params, body: act() };
    const first = await app.call(hall.office, ops.takeAdvice, taking);
    expect(await app.call(hall.office, ops.takeAdvice, taking)).toEqual(first);
    const refusing = { params, body: { ...taking.body, reason: '不需要' } };
    expect(await app.ask(hall.office, ops.refuseAdvice, refusing)).toMatchObject(reused);
    const clerk = accountOf(hall, first.clerkName);
    const answer = (body: object) => app.ask(clerk, ops.answerRequest, { params, body: { comes: false, reason: '在开会', ...body } as never }); // prettier-ignore
    expect(await answer(taking.body)).toMatchObject(reused);
    expect(await answer({ ...taking.body, comes: true })).toMatchObject(reused);
    expect(await acts()).toEqual(['make', 'take']);

    const said = act();
    const next = await answer(said);
    expect(next.body).toMatchObject({ state: 'asked', clerkName: first.others[0] });
    expect(await answer(said)).toMatchObject({ status: 200, body: next.body });
    expect(await answer({ ...said, reason: '在培训' })).toMatchObject(reused);
    expect(await answer({ ...said, comes: true })).toMatchObject(reused);
    expect(await acts()).toEqual(['make', 'take', 'askNext']);
    expect((await app.call(clerk, hallOps.showDesk, {})).shift).toBeNull();
  });

  it('is a refusal for the same reason, by the same person', async () => {
    const { hall, made } = await advised(app, 2);
    const said = { ...act(), reason: '马上下班' };
    const refuse = (other: object = {}) => app.ask(hall.office, ops.refuseAdvice, { params: { id: made.id }, body: { ...said, ...other } }); // prettier-ignore
    expect((await refuse()).body.state).toBe('refused');
    expect((await refuse()).body.state).toBe('refused');
    expect(await refuse({ reason: '人够了' })).toMatchObject(reused);
    const { reason: _, ...taking } = said;
    expect(await app.ask(hall.office, ops.takeAdvice, { params: { id: made.id }, body: taking })).toMatchObject(reused);
    expect(await see(hall, made.id)).toMatchObject({ state: 'refused', reason: '马上下班' });
  });
});

describe('a switched window', () => {
  it('tells its clerk at once, and goes on while nobody else could call those who wait', async () => {
    const hall = await crowdedHall(app, 1, 0, -1);
    const { tax, windows, clerks } = await quietZone(app, hall);
    for (let i = 0; i < 30; i++) await paper(app, hall);
    minutes(25);
    const made = await adviseSwitch(app, hall);
    expect(made).toMatchObject({ kind: 'switch', windowId: windows[0] });
    expect((await take(hall, made.id)).state).toBe('running');
    expect(await told(clerks[0]!)).toEqual(['tideSwitched']);

    const dutyOf = async () =>
      (await app.call(hall.office, hallOps.showHall, { params: { id: hall.hall } })).windows.find(
        ({ number }) => number === 'B11',
      )!.errandIds;
    await app.call(hall.clerks[0]!, hallOps.leaveWindow, { body: {} });
    minutes(65);
    await watchHall(app.ground, hall.hall);
    expect((await see(hall, made.id)).state).toBe('running');
    expect(await dutyOf()).not.toContain(tax);
    await app.call(hall.clerks[0]!, hallOps.openWindow, { params: { id: hall.windows[0]! } });
    minutes(15);
    await watchHall(app.ground, hall.hall);
    expect((await see(hall, made.id)).state).toBe('over');
    expect(await dutyOf()).toEqual([tax]);
    expect(await told(clerks[0]!)).toEqual(['tideSwitched', 'tideBack']);
  });
});

describe('a lent window', () => {
  it('serves both zones, whoever came first, tells its clerk, and is given back when the time is over', async () => {
    const hall = await crowdedHall(app, 1, 0, -1);
    const { tax, windows, clerks } = await quietZone(app, hall);
    // One window alone does the work of its zone, and somebody waits for it: it cannot leave.
    for (const clerk of clerks.slice(1)) await app.call(clerk, hallOps.leaveWindow, { body: {} });
    for (let i = 0; i < 30; i++) await paper(app, hall);
    await paper(app, hall, tax);
    minutes(25);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    expect(made).toMatchObject({ kind: 'lend', windowId: windows[0], zone: 'A 综合受理' });
    expect((await see(hall, made!.id)).why.en).toContain('serving both until the hall closes');
    expect((await take(hall, made!.id)).state).toBe('running');
    expect(await told(clerks[0]!)).toEqual(['tideLent']);
    const dutyOf = async () =>
      (await app.call(hall.office, hallOps.showHall, { params: { id: hall.hall } })).windows.find(
        ({ number }) => number === 'B11',
      )!.errandIds;
    expect((await dutyOf()).toSorted()).toEqual([tax, hall.any, hall.property].toSorted());
    // Of both those who came first: the whole queue of the other zone before the own.
    await app.call(clerks[0]!, hallOps.callNext, { body: act() });
    expect((await app.call(clerks[0]!, hallOps.showDesk, {})).current).toMatchObject({ errandId: hall.any });
    // Two windows of the zone are no window of it any more, and still its loan counts: there is one more than its own.
    expect((await app.call(hall.office, ops.showTides, { params: { id: hall.hall } })).zones).toMatchObject([
      { zone: 'A 综合受理', windows: 2 },
      { zone: 'B 税务', windows: 1 },
    ]);
    app.clock.set('2026-06-10T17:00:00+08:00');
    await watchHall(app.ground, hall.hall);
    expect((await see(hall, made!.id)).state).toBe('over');
    expect(await dutyOf()).toEqual([tax]);
    expect(await told(clerks[0]!)).toEqual(['tideLent', 'tideBack']);
  });

  it('is let go when somebody gives the window other work', async () => {
    const hall = await crowdedHall(app, 1, 0, -1);
    const { tax, windows } = await quietZone(app, hall);
    for (let i = 0; i < 30; i++) await paper(app, hall);
    minutes(25);
    const [made] = (await watchHall(app.ground, hall.hall))!;
    expect((await take(hall, made!.id)).state).toBe('running');
    await app.call(hall.office, hallOps.setDuty, {
      params: { id: windows.find((id) => id === made!.windowId)! },
      body: { errandIds: [tax] },
    });
    minutes(5);
    await watchHall(app.ground, hall.hall);
    expect((await see(hall, made!.id)).state).toBe('over');
  });
});

describe('the list', () => {
  it('says how many there are behind its end too', async () => {
    const { hall } = await advised(app, 2);
    const page = await app.call(hall.office, ops.listAdvice, { params: { id: hall.hall }, query: { offset: 50 } });
    expect(page).toMatchObject({ total: 1, rows: [] });
  });
});
