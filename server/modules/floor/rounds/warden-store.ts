/** SQL of wardens, their hand-overs, and the points of the way. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { floorProblems } from '../problems.ts';
import type { Half } from './round.ts';

export interface WardenRow {
  id: string;
  outletId: string;
  zone: string;
  day: string;
  half: Half;
  accountId: string;
  name: string;
}
export interface HandRow {
  id: string;
  wardenId: string;
  fromAccountId: string;
  fromName: string;
  toAccountId: string;
  toName: string;
  note: string;
  at: Date;
  byAccountId: string;
  byName: string;
}
export interface PointRow {
  id: string;
  zone: string;
  name: string;
  look: string;
}

ownConstraints({ warden_hand_pkey: () => floorProblems.actRepeated() });

const byId = prepared<WardenRow>('select * from floor.warden where id = $1');
const locked = prepared<WardenRow>('select * from floor.warden where id = $1 for update');
const handById = prepared<HandRow>('select * from floor.warden_hand where id = $1');
const points = prepared<PointRow>(
  'select id, zone, name, look from floor.point where outlet_id = $1 and not retired order by position limit 100',
);

export const findWarden = (reader: Reader, id: string) => reader.maybe(byId(id));
export const lockWarden = (tx: Tx, id: string) => tx.maybe(locked(id));
export const findHand = (reader: Reader, id: string) => reader.maybe(handById(id));

/** Wardens of these days with their hand-overs and the patrols that were finished in their half-day. Bounded by the days. */
export const wardensBetween = (reader: Reader, outletId: string, from: string, to: string, id: string | null) =>
  reader.many(sql<WardenRow & { patrols: number; hands: { from: string; to: string; note: string; at: string }[] }>`
    select w.*, coalesce(r.patrols, 0)::int as patrols, coalesce(h.hands, '[]'::jsonb) as hands
      from floor.warden w
      left join (select p.day, p.half, z.zone, count(*) as patrols
                   from floor.round p
                   join (select distinct zone from floor.warden
                          where outlet_id = ${outletId} and day between ${from}::date and ${to}::date) z on p.zone in ('', z.zone)
                  where p.outlet_id = ${outletId} and p.day between ${from}::date and ${to}::date and p.kind = 'patrol' and p.ended_at is not null
                  group by p.day, p.half, z.zone) r on (r.day, r.half, r.zone) = (w.day, w.half, w.zone)
      left join lateral (select jsonb_agg(jsonb_build_object('from', from_name, 'to', to_name, 'note', note, 'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by at) as hands
                   from floor.warden_hand where warden_id = w.id) h on true
     where w.outlet_id = ${outletId} and w.day between ${from}::date and ${to}::date and (${id}::uuid is null or w.id = ${id}::uuid)
     order by w.day, w.zone, w.half desc limit 5000`);

/** Wardens of these half-days that are there already. */
export const wardensAt = (tx: Tx, outletId: string, zone: string, days: readonly string[]) =>
  tx.many(
    sql<WardenRow>`select * from floor.warden where outlet_id = ${outletId} and zone = ${zone} and day = any(${[...days]}::date[])`,
  );
/** Plans, or plans anew. */
export const saveWardens = (tx: Tx, rows: readonly WardenRow[], at: Date, by: string): void =>
  tx.write(sql`
    insert into floor.warden (id, outlet_id, zone, day, half, account_id, name, planned_at, planned_by)
      select id, "outletId", zone, day, half, "accountId", name, ${at}, ${by}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "outletId" uuid, zone text, day date, half text, "accountId" uuid, name text)
    on conflict (outlet_id, day, half, zone) do update set account_id = excluded.account_id, name = excluded.name,
      planned_at = excluded.planned_at, planned_by = excluded.planned_by`);
export const setWarden = (tx: Tx, id: string, accountId: string, name: string): void =>
  tx.write(sql`update floor.warden set account_id = ${accountId}, name = ${name} where id = ${id}`);
export const insertHand = (tx: Tx, row: HandRow): void =>
  tx.write(sql`
    insert into floor.warden_hand (id, warden_id, from_account_id, from_name, to_account_id, to_name, note, at, by_account_id, by_name)
      values (${row.id}, ${row.wardenId}, ${row.fromAccountId}, ${row.fromName}, ${row.toAccountId}, ${row.toName}, ${row.note}, ${row.at},
        ${row.byAccountId}, ${row.byName})`);

/** The way, in its order. */
export const listPoints = (reader: Reader, outletId: string) => reader.many(points(outletId));
/** Points of other halls among these. */
export const pointsElsewhere = (tx: Tx, outletId: string, ids: readonly string[]) =>
  tx.many(
    sql<{ id: string }>`select id from floor.point where id = any(${[...ids]}::uuid[]) and outlet_id <> ${outletId}`,
  );
/** Sets the way; points that are not in it are retired. */
export function savePoints(tx: Tx, outletId: string, rows: readonly PointRow[]): void {
  tx.write(sql`update floor.point set retired = true where outlet_id = ${outletId} and not retired`);
  tx.write(sql`
    insert into floor.point (id, outlet_id, position, zone, name, look, retired)
      select (r.point ->> 'id')::uuid, ${outletId}, r.at, r.point ->> 'zone', r.point ->> 'name', r.point ->> 'look', false
        from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as r(point, at)
    on conflict (id) do update set position = excluded.position, zone = excluded.zone, name = excluded.name, look = excluded.look, retired = false`);
} // prettier-ignore
