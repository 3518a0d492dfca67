/** SQL of how a hall is set up, and of who set it so. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { isOpenAt } from '../booking-store.ts';
import type { Errand } from '../place-store.ts';

export interface Change {
  id: string;
  outletId: string;
  kind: 'place' | 'errand' | 'printer' | 'zone';
  subjectId: string;
  name: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
  at: Date;
  by: string;
}

const allErrands = prepared<Errand & { waiting: number; booked: number; windows: string[] }>(
  `select e.*,
     (select count(*) from hall.ticket t where t.outlet_id = e.outlet_id and t.day = $2 and t.errand_id = e.id
         and t.state in ('waiting', 'called', 'coming', 'parked', 'missed')) as waiting,
     (select count(*) from hall.booking b where b.outlet_id = e.outlet_id and b.day >= $2 and b.errand_id = e.id
         and ${isOpenAt('$3')}) as booked,
     coalesce((select array_agg(d.window_id) from hall.duty d where d.outlet_id = e.outlet_id and e.id = any (d.errand_ids)), '{}') as windows
   from hall.errand e where e.outlet_id = $1 order by e.retired_at is not null, e.position, e.prefix limit 500`,
);
const waitedFor = prepared<{ n: number }>(
  `select count(*) as n from hall.ticket where outlet_id = $1 and day = $2 and errand_id = $3
      and state in ('waiting', 'called', 'coming', 'parked', 'missed')`,
);
const lastChanges = prepared<Change>(
  'select * from hall.setup_change where outlet_id = $1 order by at desc, id desc limit $2 offset $3',
);
const allChanges = prepared<{ n: number }>('select count(*) as n from hall.setup_change where outlet_id = $1');
const insertChange = prepared(
  `insert into hall.setup_change (id, outlet_id, kind, subject_id, name, before, after, at, by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const zoneNames = prepared<{ zone: string; nameEn: string }>(
  'select zone, name_en from hall.zone_name where outlet_id = $1',
);

/** Every errand of a hall with how many tickets of the day have not ended, how many appointments are open, and the ids of the windows that do it. */
export const errandsWithLoad = (reader: Reader, outletId: string, day: string, at: Date) =>
  reader.many(allErrands(outletId, day, at));
export const countWaiting = async (reader: Reader, outletId: string, day: string, errandId: string): Promise<number> =>
  (await reader.one(waitedFor(outletId, day, errandId))).n;
/** What zones are called in English, also of some that are there no more. */
export const zoneNamesAt = (reader: Reader, outletId: string) => reader.many(zoneNames(outletId));
export const saveZoneName = (tx: Tx, outletId: string, zone: string, nameEn: string, at: Date, by: string): void =>
  tx.write(sql`
    insert into hall.zone_name (outlet_id, zone, name_en, changed_at, changed_by) values (${outletId}, ${zone}, ${nameEn}, ${at}, ${by})
    on conflict (outlet_id, zone) do update set name_en = excluded.name_en, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
export const changesAt = (reader: Reader, outletId: string, page: { limit: number; offset: number }) =>
  reader.many(lastChanges(outletId, page.limit, page.offset));
export const countChanges = async (reader: Reader, outletId: string): Promise<number> =>
  (await reader.one(allChanges(outletId))).n;
export const keepChange = (tx: Tx, c: Change): void =>
  tx.write(
    insertChange(c.id, c.outletId, c.kind, c.subjectId, c.name, c.before && JSON.stringify(c.before), JSON.stringify(c.after), c.at, c.by),
  ); // prettier-ignore
