/** The morning rush of a hall on two servers while PostgreSQL is restarted and killed: no ticket is lost, none is served twice, and who listens goes on hearing. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database, sql } from '#platform/db';
import { applicationRole } from '#platform/migrate';
import { startCluster, type Cluster } from '#platform/postgres/cluster';
import { openBenchHall, type BenchHall } from '../bench/queue/hall.ts';
import { expectCaughtUp } from './audit.ts';
import { AtTheWindow } from './at-the-window.ts';
import { Listener } from './listener.ts';
import { Rush, type Told } from './rush.ts';
import { groundOn, long, setStage, type Stage } from './stage.ts';

let folder: string;
let cluster: Cluster;
let stage: Stage;
let hall: BenchHall;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'yichuang 大厅 '));
  cluster = await startCluster({ dataDir: path.join(folder, 'postgres') });
  stage = await setStage({ databaseUrl: cluster.connectionString });
  const db = new Database({ connectionString: cluster.connectionString, role: applicationRole, poolSize: 4 });
  hall = await openBenchHall({ ground: groundOn(db, folder) });
  await db.close();
});
afterAll(async () => {
  await stage?.close();
  await cluster?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Blows, and calls between two of them. */
const [blows, between] = long ? [10, 400] : [2, 40];

test('PostgreSQL is restarted in the rush', { timeout: long ? 1_800_000 : 240_000 }, async () => {
  const servers = await Promise.all([stage.start(), stage.start()]);
  const ports = servers.map(({ port }) => port);
  const listeners = ports.map((port) => new Listener(port, hall.outletId));
  // A window that the rush leaves alone: its clerk sits before a browser, and a screen hangs on the wall.
  const { windowId, cookie } = hall.clerks[1]!;
  const window = await AtTheWindow.open(ports[0]!, hall, { cookie, number: 'B02' });
  const rush = new Rush(hall, ports);
  rush.begin(4, 8);
  const comes = () => rush.take(hall.clerks[1]!.errandIds[0]!);
  for (let blow = 0; blow < blows; blow++) {
    await rush.reaches((blow + 1) * between);
    const before = cluster.pid;
    const called = await window.call(comes);
    // In turn as an operator restarts it, and as a machine loses it.
    process.kill(before, blow % 2 === 0 ? 'SIGINT' : 'SIGKILL');
    await window.serve(called);
    for (const deadline = Date.now() + 30_000; cluster.pid === before; await sleep(50))
      if (Date.now() > deadline) throw new Error('PostgreSQL did not come back');
  }
  await rush.reaches((blows + 1) * between);
  // The screen on the wall has come through as well: it shows the next call.
  const last = await window.call(comes);
  await window.shows(last);
  await window.serve(last);
  expect(new Set(window.served).size).toBe(blows + 1);
  await rush.finish();
  await window.close();
  expect(rush.unexpected, servers.map(({ errors }) => errors.slice(-1500)).join('\n')).toEqual([]);
  expect(rush.repeated).toBeGreaterThan(0);
  await stage.look((db) => expectEachServedOnce(db, rush.told, windowId));
  // What was acknowledged is answered the same, whichever server is asked, and is not done again.
  const some = rush.told.filter((_, i) => i % Math.ceil(rush.told.length / 60) === 0);
  expect(await rush.askAgain(some)).toEqual([]);
  await stage.look(async (db) => {
    await expectEachServedOnce(db, rush.told, windowId);
    await expectCaughtUp(db);
  });
  // Screens and phones: those who listened to either server have heard of the last ticket.
  const lastServed = rush.told.findLast(({ what }) => what === 'finish')!.ticketId!;
  for (const { heard } of listeners)
    for (const deadline = Date.now() + 60_000; !heard.has(lastServed); await sleep(50))
      if (Date.now() > deadline) throw new Error('a screen does not hear any more');
  for (const listener of listeners) listener.close();
  for (const server of servers) expect(await server.stop()).toMatchObject({ code: 0 });
});

/** Every acknowledged act is there once and as it was told; every ticket went its way once and to the end. What is done at `windowId` is asked for by a page. */
async function expectEachServedOnce(db: Database, told: readonly Told[], windowId: string): Promise<void> {
  const segments = await db.many<{
    actionId: string;
    ticketId: string;
    act: string;
    seq: number;
    at: Date;
    windowId: string | null;
  }>(sql`select action_id, ticket_id, act, seq, at, window_id from hall.segment order by ticket_id, seq`);
  const byAction = new Map(segments.map((one) => [one.actionId, one]));
  const lost = told.filter(({ actionId, ticketId, what }) => {
    const found = byAction.get(actionId);
    return ticketId === null ? found !== undefined : found?.ticketId !== ticketId || found.act !== what;
  });
  expect(lost).toEqual([]);
  // Nothing that nobody asked for.
  const asked = new Set(told.map(({ actionId }) => actionId));
  expect(segments.filter((one) => !asked.has(one.actionId) && one.windowId !== windowId)).toEqual([]);
  const courses = Map.groupBy(segments, ({ ticketId }) => ticketId);
  const wrong = [...courses].filter(
    ([, course]) =>
      course.map(({ act }) => act).join(' ') !== 'take call serve finish' ||
      course.some(({ seq, at }, i) => seq !== i + 1 || (i > 0 && at < course[i - 1]!.at)),
  );
  expect(wrong).toEqual([]);
  const tickets = await db.many<{ number: string; state: string }>(sql`select number, state from hall.ticket`);
  expect(tickets.length).toBe(courses.size);
  expect(tickets.filter(({ state }) => state !== 'finished')).toEqual([]);
  // Numbers of the day are as people see them: none twice, and none left out.
  const gaps = await db.many(
    sql`select prefix, last from hall.day_number n where last <> (
          select count(*) from hall.ticket t where t.outlet_id = n.outlet_id and t.day = n.day and left(t.number, 2) = n.prefix)`,
  );
  expect(gaps).toEqual([]);
}
