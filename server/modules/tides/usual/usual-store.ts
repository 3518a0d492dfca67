/** SQL of what is usual: days added up by quarter of an hour, and who has practice. Rows are written as a day and read as a few days. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { CountedDay } from './count-day.ts';

/** A part of the day and an errand, summed over some days. */
export interface WorkSum {
  part: number;
  errandId: string;
  came: number;
  called: number;
  waitedSeconds: number;
  served: number;
  keptSeconds: number;
}
/** A part of the day and a zone, summed over some days. */
export interface WindowSum {
  part: number;
  zone: string;
  staffedSeconds: number;
  busySeconds: number;
}

const countedDays = prepared<{ day: string }>(
  'select day from tides.counted_day where outlet_id = $1 and day >= $2 order by day desc limit 500',
);
const countedOf = prepared<{ outletId: string; countedAt: Date }>(
  'select outlet_id, counted_at from tides.counted_day where day = $1 limit 2000',
);
const workOf = prepared<WorkSum>(
  `select part, errand_id, sum(came) as came, sum(called) as called, sum(waited_seconds) as waited_seconds, sum(served) as served,
     sum(kept_seconds) as kept_seconds from tides.work_part where outlet_id = $1 and day = any($2::date[]) group by part, errand_id`,
);
const workByDay = prepared<{ day: string; came: number; called: number; waitedSeconds: number }>(
  `select day, sum(came) as came, sum(called) as called, sum(waited_seconds) as waited_seconds from tides.work_part
    where outlet_id = $1 and day = any($2::date[]) and errand_id = any($3::uuid[]) and part between $4 and $5 group by day order by day desc limit 60`,
);
const windowsOf = prepared<WindowSum>(
  `select part, zone, sum(staffed_seconds) as staffed_seconds, sum(busy_seconds) as busy_seconds from tides.window_part
    where outlet_id = $1 and day = any($2::date[]) group by part, zone`,
);
const spreadsOf = prepared<{ zone: string; seconds: number[] }>(
  'select zone, seconds from tides.service_spread where outlet_id = $1 and day = any($2::date[]) order by day, zone limit 2000',
);
const practiceOf = prepared<{ accountId: string; errandId: string }>(
  'select account_id, errand_id from tides.practice where errand_id = any($1::uuid[]) and last_on >= $2 limit 20000',
);

/** Days that were counted, the newest first. */
export const listCounted = async (reader: Reader, outletId: string, since: string): Promise<string[]> =>
  (await reader.many(countedDays(outletId, since))).map(({ day }) => day);
/** Halls of which a day was counted, and up to when. */
export const countedOn = (reader: Reader, day: string) => reader.many(countedOf(day));
export const sumWork = (reader: Reader, outletId: string, days: readonly string[]) =>
  reader.many(workOf(outletId, days));
/** The days behind a sum, each by itself. Parts are counted from midnight, both included. */
export const workDays = (
  reader: Reader,
  outletId: string,
  days: readonly string[],
  errandIds: readonly string[],
  parts: { from: number; to: number },
) => reader.many(workByDay(outletId, days, errandIds, parts.from, parts.to));
export const sumWindows = (reader: Reader, outletId: string, days: readonly string[]) =>
  reader.many(windowsOf(outletId, days));
export const listSpreads = (reader: Reader, outletId: string, days: readonly string[]) =>
  reader.many(spreadsOf(outletId, days));
/** Who finished such errands since a day. */
export const listPractice = (reader: Reader, errandIds: readonly string[], since: string) =>
  reader.many(practiceOf(errandIds, since));

/** Keeps two that count the same hall apart until the first is done. */
export const lockCounting = (tx: Tx, outletId: string): void =>
  tx.write(sql`select pg_advisory_xact_lock(hashtext('tides.count'), hashtext(${outletId}))`);

/** A day as it was counted takes the place of what was there. `at`: the newest of what was counted; by it is seen whether more has come since. */
export function saveCounted(tx: Tx, outletId: string, day: string, counted: CountedDay, at: Date): void {
  for (const table of ['work_part', 'window_part', 'service_spread'])
    tx.write(sql`delete from ${sql.raw(`tides.${table}`)} where outlet_id = ${outletId} and day = ${day}`);
  tx.write(sql`insert into tides.work_part (outlet_id, day, part, errand_id, came, called, waited_seconds, served, kept_seconds)
    select ${outletId}::uuid, ${day}::date, part, "errandId", came, called, "waitedSeconds", served, "keptSeconds"
      from jsonb_to_recordset(${JSON.stringify(counted.work)}::jsonb) as r(part smallint, "errandId" uuid, came int, called int,
        "waitedSeconds" int, served int, "keptSeconds" int)`);
  tx.write(sql`insert into tides.window_part (outlet_id, day, part, zone, staffed_seconds, busy_seconds)
    select ${outletId}::uuid, ${day}::date, part, zone, "staffedSeconds", "busySeconds"
      from jsonb_to_recordset(${JSON.stringify(counted.windows)}::jsonb) as r(part smallint, zone text, "staffedSeconds" int, "busySeconds" int)`);
  tx.write(sql`insert into tides.service_spread (outlet_id, day, zone, seconds)
    select ${outletId}::uuid, ${day}::date, zone, seconds
      from jsonb_to_recordset(${JSON.stringify(counted.spreads)}::jsonb) as r(zone text, seconds int[])`);
  tx.write(sql`insert into tides.practice (account_id, errand_id, last_on)
    select "accountId", "errandId", ${day}::date from jsonb_to_recordset(${JSON.stringify(counted.practice)}::jsonb) as r("accountId" uuid, "errandId" uuid)
    on conflict (account_id, errand_id) do update set last_on = greatest(tides.practice.last_on, excluded.last_on)`);
  tx.write(sql`insert into tides.counted_day (outlet_id, day, counted_at) values (${outletId}, ${day}, ${at})
    on conflict (outlet_id, day) do update set counted_at = excluded.counted_at`);
}
