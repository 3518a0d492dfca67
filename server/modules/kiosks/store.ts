/** SQL of kiosks and of those who stand before them. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { Ending, PrinterState } from './kiosk.ts';
import { kioskProblems } from './problems.ts';

export interface KioskRow {
  id: string;
  outletId: string;
  name: string;
  nameEn: string;
  place: string;
  idleSeconds: number;
  sheetsLeft: number;
  printer: PrinterState;
  printerId: string | null;
  inService: boolean;
  serviceSince: Date;
  serviceReason: string;
  codeHash: string | null;
  codeUntil: Date | null;
  staffCodeHash: string | null;
  wrongCodes: number;
  lockedUntil: Date | null;
  deviceHash: string | null;
  registeredAt: Date | null;
  lastSeenAt: Date | null;
  version: string;
  changedAt: Date;
  changedBy: string;
}

export interface Sitting {
  id: string;
  kioskId: string;
  beganAt: Date;
  seenAt: Date;
  endedAt: Date | null;
  endedHow: Ending | null;
  signedIn: boolean;
  sessionId: string | null;
  accountId: string | null;
  tickets: number;
}

ownConstraints({
  sitting_open: () => kioskProblems.noSitting(),
  sitting_pkey: () => kioskProblems.noSitting(),
  sitting_tickets_few: () => kioskProblems.ticketsUsedUp(),
});

const byDevice = prepared<KioskRow>('select * from kiosks.kiosk where device_hash = $1');
const byCode = prepared<KioskRow>('select * from kiosks.kiosk where code_hash = $1 and code_until > $2');
const byId = prepared<KioskRow>('select * from kiosks.kiosk where id = $1');
const lockById = prepared<KioskRow>('select * from kiosks.kiosk where id = $1 for update');
const openOf = prepared<Sitting>('select * from kiosks.sitting where kiosk_id = $1 and ended_at is null');
const lockOpenOf = prepared<Sitting>(
  'select * from kiosks.sitting where kiosk_id = $1 and ended_at is null for update',
);
const seen = prepared('update kiosks.kiosk set last_seen_at = $2, version = $3 where id = $1');
const sittingSeen = prepared(
  'update kiosks.sitting set seen_at = $3 where id = $1 and kiosk_id = $2 and ended_at is null',
);
const insertOne = prepared(
  `insert into kiosks.sitting (id, kiosk_id, began_at, seen_at, signed_in, tickets) values ($1, $2, $3, $3, false, 0)`,
);
const endOne = prepared(
  `update kiosks.sitting set ended_at = $2, ended_how = $3, session_id = null, account_id = null where id = $1`,
);

export const findByDevice = (reader: Reader, hash: string) => reader.maybe(byDevice(hash));
export const findByRegistration = (reader: Reader, hash: string, at: Date) => reader.maybe(byCode(hash, at));
export const findKiosk = (reader: Reader, id: string) => reader.maybe(byId(id));
export async function getKiosk(reader: Reader, id: string): Promise<KioskRow> {
  const row = await findKiosk(reader, id);
  if (!row) throw kioskProblems.noSuchKiosk();
  return row;
}
export const lockKiosk = (tx: Tx, id: string) => tx.maybe(lockById(id));
export const findOpenSitting = (reader: Reader, kioskId: string) => reader.maybe(openOf(kioskId));
export const lockOpenSitting = (tx: Tx, kioskId: string) => tx.maybe(lockOpenOf(kioskId));

export const noteSeen = (tx: Tx, id: string, at: Date, version: string): void => tx.write(seen(id, at, version));
/** Of the sitting that is open at the kiosk; nothing for another one. */
export const noteSittingSeen = (tx: Tx, id: string, kioskId: string, at: Date): void =>
  tx.write(sittingSeen(id, kioskId, at));
export const insertSitting = (tx: Tx, id: string, kioskId: string, at: Date): void =>
  tx.write(insertOne(id, kioskId, at));
export const saveEnd = (tx: Tx, id: string, at: Date, how: Ending): void => tx.write(endOne(id, at, how));
export const noteSession = (tx: Tx, id: string, sessionId: string, accountId: string): void =>
  tx.write(
    sql`update kiosks.sitting set signed_in = true, session_id = ${sessionId}, account_id = ${accountId} where id = ${id}`,
  );
export const countTicket = (tx: Tx, id: string): void =>
  tx.write(sql`update kiosks.sitting set tickets = tickets + 1 where id = ${id}`);

/** Kiosks in use of which nothing was heard for so long that whoever stood there has gone. Read without a lock: look again under it. */
export const lostSittings = (reader: Reader, at: Date, limit: number) =>
  reader.many(sql<Pick<KioskRow, 'id' | 'outletId' | 'idleSeconds' | 'name' | 'place'> & { seenAt: Date }>`
    select k.id, k.outlet_id, s.seen_at, k.idle_seconds, k.name, k.place from kiosks.sitting s join kiosks.kiosk k on k.id = s.kiosk_id
     where s.ended_at is null and s.seen_at < ${at}::timestamptz - interval '60 seconds' limit ${limit}`);

const inserted = (row: KioskRow) => sql`
    insert into kiosks.kiosk (id, outlet_id, name, name_en, place, idle_seconds, sheets_left, printer, printer_id, in_service, service_since,
      service_reason, code_hash, code_until, staff_code_hash, wrong_codes, locked_until, device_hash, registered_at, last_seen_at, version,
      changed_at, changed_by)
    values (${row.id}, ${row.outletId}, ${row.name}, ${row.nameEn}, ${row.place}, ${row.idleSeconds}, ${row.sheetsLeft}, ${row.printer},
      ${row.printerId}, ${row.inService}, ${row.serviceSince}, ${row.serviceReason}, ${row.codeHash}, ${row.codeUntil}, ${row.staffCodeHash},
      ${row.wrongCodes}, ${row.lockedUntil}, ${row.deviceHash}, ${row.registeredAt}, ${row.lastSeenAt}, ${row.version}, ${row.changedAt},
      ${row.changedBy})`;
/** False when there is one of this id already. */
export const insertKiosk = async (tx: Tx, row: KioskRow): Promise<boolean> =>
  (await tx.maybe(sql`${inserted(row)} on conflict (id) do nothing returning id`)) !== undefined;
export const saveKiosk = (tx: Tx, row: KioskRow): void =>
  tx.write(sql`${inserted(row)}
    on conflict (id) do update set outlet_id = excluded.outlet_id, name = excluded.name, name_en = excluded.name_en, place = excluded.place,
      idle_seconds = excluded.idle_seconds, sheets_left = excluded.sheets_left, printer = excluded.printer, printer_id = excluded.printer_id,
      in_service = excluded.in_service, service_since = excluded.service_since, service_reason = excluded.service_reason,
      code_hash = excluded.code_hash, code_until = excluded.code_until, staff_code_hash = excluded.staff_code_hash,
      wrong_codes = excluded.wrong_codes, locked_until = excluded.locked_until, device_hash = excluded.device_hash,
      registered_at = excluded.registered_at, last_seen_at = excluded.last_seen_at, version = excluded.version,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/** Uses that are over, many at once: for a loader. */
export const insertPast = (
  tx: Tx,
  rows: readonly { id: string; kioskId: string; beganAt: Date; endedAt: Date; endedHow: Ending; signedIn: boolean }[],
): void =>
  tx.write(sql`
    insert into kiosks.sitting (id, kiosk_id, began_at, seen_at, ended_at, ended_how, signed_in, tickets)
    select id, "kioskId", "beganAt", "endedAt", "endedAt", "endedHow", "signedIn", 0 from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "kioskId" uuid, "beganAt" timestamptz, "endedAt" timestamptz, "endedHow" text, "signedIn" boolean)`);

export interface Counted extends KioskRow {
  inUse: boolean;
  uses: number;
  endedByThemselves: number;
  leftBehind: number;
}
/** All kiosks, or one, with how they were used since an instant: one statement for the list. */
export const countedKiosks = (reader: Reader, since: Date, id: string | null = null) =>
  reader.many(sql<Counted>`
    select k.*, coalesce(s.in_use, false) as in_use, coalesce(s.uses, 0)::int as uses,
           coalesce(s.by_themselves, 0)::int as ended_by_themselves, coalesce(p.left_behind, 0)::int as left_behind
      from kiosks.kiosk k
      left join lateral (select count(*) as uses, count(*) filter (where ended_how in ('idle', 'lost', 'restart')) as by_themselves,
          bool_or(ended_at is null) as in_use from kiosks.sitting where kiosk_id = k.id and began_at >= ${since}) s on true
      left join lateral (select count(*) as left_behind from kiosks.print
          where kiosk_id = k.id and at >= ${since} and state in ('leftBehind', 'cleared')) p on true
     where ${id}::uuid is null or k.id = ${id}::uuid
     order by k.outlet_id, k.name limit 500`);
