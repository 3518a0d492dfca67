/** The queue in the database against the one in memory, and against many windows of two servers at once. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicationRole } from '#platform/migrate';
import { Database, sql } from '#platform/db';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { openTestApp, type TestApp } from '#server/testing';
import { callNext } from './act-on-ticket.ts';
import { openHall, openWindows, type TestHall } from './hall-testing.ts';
import { findShift, saveDuty } from './place-store.ts';
import { inOrder, Queue, type Waiting } from './queue.ts';

const windowCount = 6;
let app: TestApp;
let hall: TestHall;
let errands: string[];
/** The same application on connections of its own, as a second server has them. */
let second: Ground;

beforeAll(async () => {
  app = await openTestApp();
  hall = await openHall(app, windowCount);
  await openWindows(app, hall);
  errands = [hall.any, hall.property];
  second = {
    ...app.ground,
    db: new Database({ connectionString: app.connectionString, role: applicationRole, poolSize: 6 }),
  };
});
afterAll(async () => {
  await second?.db.close();
  await app?.close();
});

/** Puts tickets into the database as if they had been taken. */
async function fill(tickets: readonly Waiting[]): Promise<void> {
  const { db, clock } = app.ground;
  const at = clock.now();
  // The application may not empty a trail: what is left from before is put out of the way.
  await db.many(sql`update hall.ticket set state = 'cancelled', for_window_id = null`);
  const rows = tickets.map((ticket, i) => ({ ...ticket, visit: newId(), code: newId(), number: `T${newId()}${i}` }));
  await db.transaction((tx) => {
    tx.write(sql`insert into hall.visit (id, outlet_id, day, began_at)
      select r.visit, ${hall.hall}, '2026-06-10', ${at}::timestamptz from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(visit uuid)`);
    tx.write(sql`
      insert into hall.ticket (id, code, visit_id, outlet_id, day, number, errand_id, party, door, state, rank, seq, returns, for_window_id, taken_at, entered_at, changed_at)
        select r.id, r.code, r.visit, ${hall.hall}, '2026-06-10', r.number, r."errandId", 1, 'desk', 'waiting', r.rank, 1, 0, r."forWindowId", ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
          from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
            as r(id uuid, code text, visit uuid, number text, "errandId" uuid, rank bigint, "forWindowId" uuid)`);
  });
}
/** Whoever is at a window is done. */
const finishAll = () => app.ground.db.many(sql`update hall.ticket set state = 'finished' where state = 'called'`);
const shiftOf = async (i: number) => (await findShift(app.ground.db, hall.clerks[i]!))!;
const setDuty = (i: number, errandIds: readonly string[]) =>
  app.ground.db.transaction((tx) => {
    const change = { id: newId(), at: app.clock.now(), accountId: null };
    saveDuty(tx, { windowId: hall.windows[i]!, outletId: hall.hall, errandIds }, change);
  });

it('calls whom the queue in memory calls', async () => {
  const ticket = fc.record({
    errand: fc.nat(1),
    rank: fc.integer({ min: 1_780_000_000_000, max: 1_780_000_000_009 }),
    forWindow: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, fc.nat(2)),
  });
  const step = fc.record({ window: fc.nat(2), errands: fc.subarray([0, 1]) });
  await fc.assert(
    fc.asyncProperty(fc.array(ticket, { maxLength: 25 }), fc.array(step, { maxLength: 30 }), async (drawn, steps) => {
      const tickets = drawn.map(({ errand, rank, forWindow }): Waiting => ({
        id: newId(),
        errandId: errands[errand]!,
        rank,
        forWindowId: forWindow === null ? null : hall.windows[forWindow]!,
      }));
      await fill(tickets);
      const queue = new Queue<Waiting>();
      for (const one of tickets) queue.enter(one);
      for (const { window, errands: doing } of steps) {
        const errandIds = doing.map((i) => errands[i]!);
        await setDuty(window, errandIds);
        const called = await callNext(app.ground, await shiftOf(window), newId());
        expect(called?.id).toBe(queue.call({ windowId: hall.windows[window]!, errandIds })?.id);
        await finishAll();
      }
    }),
    { numRuns: 25 },
  );
}, 240_000);

/** Three hundred tickets in no order, and all windows of both servers that call until nobody waits. */
async function callAll(times: 1 | 2) {
  for (let i = 0; i < windowCount; i++) await setDuty(i, errands);
  const tickets = Array.from({ length: 300 }, (_, i): Waiting => ({
    id: newId(),
    errandId: errands[i % 2]!,
    rank: 1_780_000_000_000 + ((i * 7919) % 300),
    forWindowId: null,
  }));
  await fill(tickets);
  /** Each call in the order in which it began, with the place of its ticket, and how many calls had ended by then. */
  const begun: { id: string; after: number }[] = [];
  const ended: string[] = [];
  await Promise.all(
    hall.windows.map(async (_, i) => {
      const ground = i % 2 === 0 ? app.ground : second;
      const shift = await shiftOf(i);
      for (;;) {
        const actionId = newId();
        const after = ended.length;
        const answers = await Promise.all(Array.from({ length: times }, () => callNext(ground, shift, actionId)));
        const ids = new Set(answers.flatMap((called) => (called ? [called.id] : [])));
        if (ids.size === 0) return;
        expect(ids.size).toBe(1);
        const [id] = [...ids] as [string];
        begun.push({ id, after });
        ended.push(id);
        await ground.db.many(sql`update hall.ticket set state = 'finished' where id = ${id}`);
      }
    }),
  );
  return { tickets, begun, ended };
}

it('calls a ticket of which something is written down in the same moment', async () => {
  await setDuty(0, errands);
  const one: Waiting = { id: newId(), errandId: errands[0]!, rank: 1_780_000_000_000, forWindowId: null };
  await fill([one]);
  const { db } = app.ground;
  const called = await db.transaction(async (tx) => {
    // What a foreign key to the ticket does while its row is being stored.
    await tx.many(sql`select id from hall.ticket where id = ${one.id} for key share`);
    return callNext(second, await shiftOf(0), newId());
  });
  expect(called?.id).toBe(one.id);
  await finishAll();
}, 60_000);

it('gives each ticket to one window, when two servers call at once and every call is sent twice', async () => {
  const { tickets, ended } = await callAll(2);
  expect(ended).toHaveLength(tickets.length);
  expect(new Set(ended).size).toBe(tickets.length);
  const { n } = await app.ground.db.one<{ n: number }>(
    sql`select count(*) as n from hall.segment where act = 'call' and ticket_id = any(${tickets.map(({ id }) => id)}::uuid[])`,
  );
  expect(n).toBe(tickets.length);
}, 240_000);

it('passes nobody over: a call that begins after another has ended gets no better place', async () => {
  const { tickets, begun, ended } = await callAll(1);
  expect(new Set(ended).size).toBe(tickets.length);
  const placeOf = new Map(tickets.toSorted(inOrder).map(({ id }, i) => [id, i]));
  const worst = [-1];
  for (const id of ended) worst.push(Math.max(worst.at(-1)!, placeOf.get(id)!));
  expect(begun.filter(({ id, after }) => placeOf.get(id)! < worst[after]!)).toEqual([]);
}, 240_000);
