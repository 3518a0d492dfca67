/** A hall of 54 windows for the bench: its errands, its clerks signed in and at their windows, and tickets that come as they are called. */
import { saveDuty, saveErrandRow, savePlaceRow, usualFairness } from '#modules/hall';
import { saveOffices } from '#modules/offices';
import { createAccount, givePost, openSession, sessionCookie } from '#modules/people';
import { newId } from '#platform/ids';
import type { Stage } from '../cases/stage.ts';

export interface BenchHall {
  outletId: string;
  errandIds: string[];
  /** Session cookies of the clerks, and each one's window. */
  clerks: { cookie: string; windowId: string; errandIds: string[] }[];
}

const zones = ['A', 'B', 'C', 'D'];
const windowCount = 54;
const errandCount = 12;

export async function openBenchHall({ ground }: Pick<Stage, 'ground'>): Promise<BenchHall> {
  const at = ground.clock.now();
  const outletId = newId();
  const errandIds = Array.from({ length: errandCount }, () => newId());
  const windows = Array.from({ length: windowCount }, (_, i) => ({ id: newId(), zone: zones[i % 4]!, i }));
  // A third does everything, the others three errands each: 无差别综窗 beside special windows.
  const dutyOf = (i: number): string[] =>
    i % 3 === 0 ? errandIds : [0, 1, 2].map((k) => errandIds[(i + k * 4) % errandCount]!);
  const accounts = await ground.db.transaction((tx) => {
    saveOffices(tx, at, {
      departments: [],
      outlets: [{ id: outletId, key: 'bench-hall', kind: 'hall', name: '政务服务中心' }],
      windows: windows.map(({ id, zone, i }) => ({
        id,
        outletId,
        number: `${zone}${String(i + 1).padStart(2, '0')}`,
        zone,
        name: '窗口',
        nameEn: 'Window',
        kind: 'general' as const,
        departmentId: null,
      })),
    });
    const limits = {
      remote: true,
      byName: false,
      ticketsPerPerson: 3,
      bookingsPerPerson: 2,
      holdMinutes: 10,
      daysAhead: 14,
    };
    savePlaceRow(tx, { outletId, ...usualFairness, ...limits }, at, 'bench');
    errandIds.forEach((id, i) =>
      saveErrandRow(
        tx,
        {
          id,
          outletId,
          prefix: `${zones[i % 4]!}${i % 10}`,
          name: `业务${i}`,
          nameEn: `Errand ${i}`,
          zone: zones[i % 4]!,
          departmentId: null,
          minutes: 9,
          slotMinutes: 30,
          slotCapacity: 0,
          position: i,
          retiredAt: null,
        },
        at,
        'bench',
      ),
    );
    for (const { id: windowId, i } of windows)
      saveDuty(tx, { windowId, outletId, errandIds: dutyOf(i) }, { id: newId(), at, accountId: null });
    return windows.map(({ i }) => {
      const account = createAccount(tx, at, { loginName: `window${i}`, name: `窗口员${i}`, staff: true });
      givePost(tx, at, account, { role: 'clerk', departmentId: null, outletId });
      return account;
    });
  });
  const clerks = await Promise.all(
    windows.map(async ({ id: windowId, i }) => ({
      windowId,
      errandIds: dutyOf(i),
      cookie: `${sessionCookie}=${await openSession(ground, accounts[i]!)}`,
    })),
  );
  return { outletId, errandIds, clerks };
}

/** What has to be known of a ticket afterwards. */
export interface BenchTicket {
  id: string;
  errandId: string;
  rank: number;
}

/** Tickets that begin to wait now, in no order of rank among themselves and all behind those of the batches before. */
export async function addTickets(
  { owner }: Stage,
  hall: BenchHall,
  batch: number,
  count: number,
  day: string,
): Promise<BenchTicket[]> {
  const tickets = Array.from({ length: count }, (_, i) => ({
    id: newId(),
    visit: newId(),
    errandId: hall.errandIds[Math.floor(Math.random() * hall.errandIds.length)]!,
    rank: 1_780_000_000_000 + batch * 1_000_000 + Math.floor(Math.random() * 900_000),
    number: `T${batch}-${i}`,
  }));
  await owner(
    `with rows as (select * from jsonb_to_recordset($1::jsonb) as r(id uuid, visit uuid, "errandId" uuid, rank bigint, number text)),
     v as (insert into hall.visit (id, outlet_id, day, began_at) select visit, $2, $3, now() from rows)
     select 1`,
    [JSON.stringify(tickets), hall.outletId, day],
  );
  await owner(
    `insert into hall.ticket (id, code, visit_id, outlet_id, day, number, errand_id, party, door, state, rank, seq, returns, taken_at, entered_at, changed_at)
       select id, id::text, visit, $2, $3, number, "errandId", 1, 'desk', 'waiting', rank, 1, 0, now(), now(), now()
         from jsonb_to_recordset($1::jsonb) as r(id uuid, visit uuid, "errandId" uuid, rank bigint, number text)`,
    [JSON.stringify(tickets), hall.outletId, day],
  );
  return tickets.map(({ id, errandId, rank }) => ({ id, errandId, rank }));
}
