/** A hall with a history, for tests of tides: what was usual on the weekdays before. */
import { officesContract } from '#modules/offices/contract';
import { createAccount, givePost } from '#modules/people';
import { sql } from '#platform/db';
import { newId } from '#platform/ids';
import { hallContract as hallOps } from '#modules/hall/contract';
import type { TestApp } from '#server/testing';
import { anErrand, openHall, paper, type TestHall } from '../hall/hall-testing.ts';
import { insertAdvice, insertSteps, type AdviceRow } from './advice/advice-store.ts';
import { saveCounted } from './usual/usual-store.ts';
import { chooseSwitch } from './watch/choose.ts';
import { adviceFrom } from './watch/judge.ts';
import { readScene } from './watch/scene.ts';
import { seeHall } from './watch/see-zone.ts';
import { watchHall } from './watch/watch-hall.ts';

/** The four Wednesdays before the day of the tests. */
export const wednesdays = ['2026-06-03', '2026-05-27', '2026-05-20', '2026-05-13'];

/** On each of the days and in each quarter of an hour so many came, who waited so long; all windows do all. */
export async function givePast(
  app: TestApp,
  hall: TestHall,
  days: readonly string[],
  each: { came: number; waitMinutes: number },
): Promise<void> {
  const at = app.clock.now();
  const parts = Array.from({ length: 34 }, (_, i) => 34 + i);
  await app.ground.db.transaction((tx) => {
    for (const day of days)
      saveCounted(
        tx,
        hall.hall,
        day,
        {
          work: parts.map((part) => ({
            part,
            errandId: hall.any,
            came: each.came,
            called: each.came,
            waitedSeconds: each.came * each.waitMinutes * 60,
            served: each.came,
            keptSeconds: each.came * 600,
          })),
          windows: parts.map((part) => ({ part, zone: 'A 综合受理', staffedSeconds: 1_800, busySeconds: 1_200 })),
          spreads: [{ zone: 'A 综合受理', seconds: Array.from({ length: 20 }, (_, i) => 300 + i * 30) }],
          practice: hall.clerks.flatMap((accountId) =>
            [hall.any, hall.property].map((errandId) => ({ accountId, errandId })),
          ),
        },
        at,
      );
  });
}

/** Clerks of the hall beside those of its windows, who have done what the hall does. */
async function moreClerks(app: TestApp, hall: TestHall, count: number): Promise<string[]> {
  const at = app.clock.now();
  const clerks = await app.ground.db.transaction((tx) => {
    return Array.from({ length: count }, (_, i) => {
      const id = createAccount(tx, at, { loginName: `more${i}`, name: `增援${i}`, staff: true });
      givePost(tx, at, id, { role: 'clerk', departmentId: null, outletId: hall.hall });
      return id;
    });
  });
  await givePast(app, { ...hall, clerks: [...hall.clerks, ...clerks] }, wednesdays, { came: 3, waitMinutes: 4 });
  return clerks;
}

/** A zone in which nobody waits, with three open windows, whose clerks can do what the rest of the hall does. */
export async function quietZone(app: TestApp, hall: TestHall) {
  const zone = 'B 税务';
  const tax = newId();
  await app.call(hall.office, hallOps.saveErrand, { params: { id: tax }, body: anErrand(hall.hall, 'B', { zone }) });
  const windows: string[] = [];
  for (const number of ['B11', 'B12', 'B13']) {
    const kind = 'general' as const;
    const { id } = await app.call(hall.office, officesContract.createWindow, {
      body: { outletId: hall.hall, number, zone, name: '税务', nameEn: 'Tax', kind, departmentId: null },
    });
    await app.call(hall.office, hallOps.setDuty, { params: { id }, body: { errandIds: [tax] } });
    windows.push(id);
  }
  const clerks = await moreClerks(app, hall, 3);
  for (const [i, id] of windows.entries()) await app.call(clerks[i]!, hallOps.openWindow, { params: { id } });
  return { tax, windows, clerks };
}

/** Advises to switch a window to the hall's first zone, which the watch does only where a loan would bring less. */
export const adviseSwitch = (app: TestApp, hall: TestHall): Promise<AdviceRow> =>
  app.ground.db.transaction(async (tx) => {
    const scene = await readScene(app.ground, tx, hall.hall);
    const zones = seeHall(scene);
    const found = chooseSwitch(scene, zones[0]!, zones);
    if (typeof found === 'string') throw new Error(`no window can be switched: ${found}`);
    const advice = adviceFrom(scene, zones[0]!, found, [hall.office]);
    insertAdvice(tx, [advice]);
    insertSteps(tx, [{ id: newId(), adviceId: advice.id, seq: 1, act: 'make', state: 'open', at: scene.at, accountId: null, said: '' }]); // prettier-ignore
    return advice;
  });

/** So many windows; two are open, the next clerks have been there this morning and are free; a queue stands there. */
export async function crowdedHall(app: TestApp, windows: number, queue: number, free = 2): Promise<TestHall> {
  const hall = await openHall(app, windows);
  await givePast(app, hall, wednesdays, { came: 3, waitMinutes: 4 });
  for (let i = 0; i < 2 + free; i++)
    await app.call(hall.clerks[i]!, hallOps.openWindow, { params: { id: hall.windows[i]! } });
  for (let i = 2; i < 2 + free; i++) await app.call(hall.clerks[i]!, hallOps.leaveWindow, { body: {} });
  for (let i = 0; i < queue; i++) await paper(app, hall);
  return hall;
}

/** Lets the clerks of these windows work for so many minutes: each person takes ten. */
export async function work(
  app: TestApp,
  clerks: readonly string[],
  minutes: number,
  comes: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const acting = () => ({ actionId: newId() });
  for (let minute = 0; minute < minutes; minute += 10) {
    for (const clerk of clerks) {
      const { current } = await app.call(clerk, hallOps.showDesk, {});
      if (current) {
        if (current.state !== 'serving')
          await app.call(clerk, hallOps.serveTicket, { params: { id: current.id }, body: acting() });
        await app.call(clerk, hallOps.finishTicket, { params: { id: current.id }, body: acting() });
      }
      await app.call(clerk, hallOps.callNext, { body: acting() });
    }
    await comes();
    app.clock.advance(10 * 60_000);
  }
}

/** A crowded hall half an hour on, with the advice that the watch makes of it; so many colleagues are free. */
export async function advised(app: TestApp, free: number): Promise<{ hall: TestHall; made: AdviceRow }> {
  const hall = await crowdedHall(app, 7, 40, free);
  app.clock.advance(30 * 60_000);
  const [made] = (await watchHall(app.ground, hall.hall))!;
  return { hall, made: made! };
}

/** The kinds of messages that somebody has got, in their order. */
export const toldTo = async (app: TestApp, accountId: string): Promise<string[]> =>
  (
    await app.ground.db.many<{ template: string }>(
      sql`select template from notices.notice where account_id = ${accountId} order by created_at, id`,
    )
  ).map(({ template }) => template);
