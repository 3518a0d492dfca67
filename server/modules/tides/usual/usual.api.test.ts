/** Days added up from the kept intervals, and the staffing that is read from them, on a real database. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { officesContract } from '#modules/offices/contract';
import { sql } from '#platform/db';
import { openTestApp, type TestApp } from '#server/testing';
import { paper } from '../../hall/hall-testing.ts';
import { tidesContract as ops } from '../contract.ts';
import { countDays } from '../index.ts';
import { crowdedHall, givePast, work } from '../tides-testing.ts';

let app: TestApp;
beforeEach(async () => {
  app = await openTestApp();
});
afterEach(() => app.close());

describe('what is usual', () => {
  it('is counted from the kept intervals, once, and again to the same', async () => {
    const hall = await crowdedHall(app, 4, 3, 0);
    await work(app, hall.clerks.slice(0, 2), 20);
    app.clock.set('2026-06-11T00:20:00+08:00');
    expect(await countDays(app.ground)).toBe(1);
    expect(await countDays(app.ground)).toBe(0);
    const rows = await app.ground.db.many<{
      came: number;
      called: number;
      waitedSeconds: number;
      served: number;
      keptSeconds: number;
    }>(
      sql`select sum(came) as came, sum(called) as called, sum(waited_seconds) as waited_seconds, sum(served) as served, sum(kept_seconds) as kept_seconds
        from tides.work_part where day = '2026-06-10'`,
    );
    expect(rows).toEqual([{ came: 3, called: 3, waitedSeconds: 600, served: 2, keptSeconds: 1_200 }]);
  });

  it('is counted again when the day went on after it was counted: a clock that was past midnight for a while', async () => {
    const hall = await crowdedHall(app, 4, 3, 0);
    const noon = app.clock.now();
    app.clock.set('2026-06-11T00:20:00+08:00');
    expect(await countDays(app.ground)).toBe(1);
    app.clock.set(new Date(noon.getTime() + 60 * 60_000));
    for (let i = 0; i < 2; i++) await paper(app, hall);
    app.clock.set('2026-06-11T00:20:00+08:00');
    expect(await countDays(app.ground)).toBe(1);
    expect(await countDays(app.ground)).toBe(0);
    const { came } = await app.ground.db.one<{ came: number }>(
      sql`select sum(came)::int as came from tides.work_part where day = '2026-06-10'`,
    );
    expect(came).toBe(5);
  });

  it('is counted the next night, however many halls and days were counted before', async () => {
    const hall = await crowdedHall(app, 4, 3, 0);
    const copies = (table: string, change: string, from: string) =>
      sql`insert into ${sql.raw(table)} select (jsonb_populate_record(o, ${sql.raw(change)})).* from ${sql.raw(`${table} o, ${from}`)}`;
    await app.ground.db.transaction(async (tx) => {
      tx.write(copies('hall.place', "jsonb_build_object('outlet_id', gen_random_uuid())", 'generate_series(1, 30)'));
      const old = "(select * from generate_series(date '2026-03-13', '2026-06-09', '1 day') d, hall.place p where p.outlet_id <> '" + hall.hall + "') x"; // prettier-ignore
      const fresh = "jsonb_build_object('id', gen_random_uuid(), 'code', gen_random_uuid(), 'outlet_id', x.outlet_id, 'day', x.d::date, 'state', 'finished')"; // prettier-ignore
      tx.write(copies('hall.ticket', fresh, `${old} where o.number = 'A001'`));
      tx.write(sql`insert into tides.counted_day (outlet_id, day, counted_at)
        select outlet_id, day, ${app.clock.now()}::timestamptz from hall.ticket where day < '2026-06-10'`);
    });
    app.clock.set('2026-06-11T00:20:00+08:00');
    expect(await countDays(app.ground)).toBe(1);
    expect(await app.ground.db.many(sql`select outlet_id from tides.counted_day where day = '2026-06-10'`)).toEqual([{ outletId: hall.hall }]); // prettier-ignore
    expect(await countDays(app.ground)).toBe(0);
  });

  it('shows by zone and hour where windows are too few, and what each errand takes', async () => {
    const hall = await crowdedHall(app, 4, 1, 0);
    await givePast(app, hall, ['2026-06-09', '2026-06-08'], { came: 6, waitMinutes: 20 });
    const staffing = await app.call(hall.head, ops.showStaffing, { params: { id: hall.hall }, query: { weeks: 1 } });
    expect(staffing.days).toEqual(['2026-06-09', '2026-06-08', '2026-06-03']);
    const ten = staffing.lines.find(({ hour }) => hour === 10)!;
    expect(ten).toMatchObject({ people: 20, minutes: 10, windows: 2 });
    expect(ten.change).toBeGreaterThanOrEqual(0);
    expect(ten.counts).toBeLessThanOrEqual(2);
    expect(staffing.errands).toMatchObject([{ errandId: hall.any, prefix: 'A', minutes: 10 }]);
    const monday = await app.call(hall.head, ops.showStaffing, { params: { id: hall.hall }, query: { weekday: 1 } });
    expect(monday.days).toEqual(['2026-06-08']);
  });

  it('measures each day by its own hours: a short one takes nothing from the afternoons of the others', async () => {
    const hall = await crowdedHall(app, 4, 1, 0);
    const hours = { weekly: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: '09:00', closes: '17:00' })) };
    const short = { on: '2026-06-09', spans: [{ opens: '09:00', closes: '12:00' }], note: '停电' };
    const body = { ...hours, exceptions: [short, { on: '2026-06-05', spans: [], note: '停电' }], version: 0 };
    await app.call(hall.office, officesContract.saveHours, { params: { id: hall.hall }, body });
    await givePast(app, hall, ['2026-06-09', '2026-06-08', '2026-06-05'], { came: 3, waitMinutes: 4 });
    const { days, lines, errands } = await app.call(hall.head, ops.showStaffing, { params: { id: hall.hall }, query: { weeks: 1 } }); // prettier-ignore
    expect(days).toEqual(['2026-06-09', '2026-06-08', '2026-06-03']);
    expect(lines.map(({ hour, people, windows }) => [hour, people, windows])).toEqual([9, 10, 11, 12, 13, 14, 15, 16].map((hour) => [hour, 12, 2])); // prettier-ignore
    expect(errands.map(({ people }) => people)).toEqual([(8 + 8 + 3) * 4]);
  });
});
