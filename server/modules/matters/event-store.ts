/** All SQL of life events. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { LifeEventBody } from './life-event.ts';
import { matterProblems } from './problems.ts';

export interface EventVersion {
  id: string;
  code: string;
  version: number;
  body: LifeEventBody;
  inForceFrom: string;
}
export interface ManagedEvent {
  id: string;
  code: string;
  draft: LifeEventBody | null;
  draftRevision: number;
  changedAt: Date;
  withdrawnFrom: string | null;
}

ownConstraints({
  life_event_code_key: () => matterProblems.codeTaken(),
  life_event_version_pkey: () => matterProblems.changedMeanwhile(),
});

/** A district has tens of them; this is what a page of the portal reads. */
const most = 300;
const inForce = prepared<EventVersion>(
  `select e.id, e.code, v.version, v.body, v.in_force_from
     from matters.life_event e
     join lateral (select * from matters.life_event_version v where v.event_id = e.id and v.in_force_from <= $1::date
                    order by v.version desc limit 1) v on true
    where (e.withdrawn_from is null or e.withdrawn_from > $1::date) and ($2::uuid is null or e.id = $2::uuid)
    order by e.code limit ${most}`,
);
const oneVersion = prepared<EventVersion>(
  `select e.id, e.code, v.version, v.body, v.in_force_from from matters.life_event_version v join matters.life_event e on e.id = v.event_id
    where v.event_id = $1 and v.version = $2`,
);
const byId = prepared<ManagedEvent>('select * from matters.life_event where id = $1');
const lockById = prepared<ManagedEvent>('select * from matters.life_event where id = $1 for update');
const versionsOf = prepared<{ version: number; inForceFrom: string; publishedAt: Date; body: LifeEventBody }>(
  'select version, in_force_from, published_at, body from matters.life_event_version where event_id = $1 order by version desc limit 100',
);
const versionCount = prepared<{ count: number }>(
  'select count(*) as count from matters.life_event_version where event_id = $1',
);
const insertVersionRow = prepared(
  `insert into matters.life_event_version (event_id, version, body, in_force_from, published_at, published_by) values ($1, $2, $3, $4, $5, $6)`,
);

export const eventsInForce = (reader: Reader, day: string): Promise<EventVersion[]> => reader.many(inForce(day, null));
export const findEventInForce = (reader: Reader, id: string, day: string): Promise<EventVersion | undefined> =>
  reader.maybe(inForce(day, id));
export async function getEventVersion(reader: Reader, id: string, version: number): Promise<EventVersion> {
  const row = await reader.maybe(oneVersion(id, version));
  if (!row) throw matterProblems.noSuchEvent();
  return row;
}
export const findEvent = (reader: Reader, id: string): Promise<ManagedEvent | undefined> => reader.maybe(byId(id));
export async function lockEvent(tx: Tx, id: string): Promise<ManagedEvent> {
  const row = await tx.maybe(lockById(id));
  if (!row) throw matterProblems.noSuchEvent();
  return row;
}
export const listVersions = (reader: Reader, id: string) => reader.many(versionsOf(id));
export const countVersions = async (reader: Reader, id: string): Promise<number> =>
  (await reader.one(versionCount(id))).count;

/** What the office manages, with what is in force of each. */
export const listManaged = (reader: Reader, day: string) =>
  reader.many(sql<
    Omit<ManagedEvent, 'draft'> & {
      name: string | null;
      version: number | null;
      inForceFrom: string | null;
      hasDraft: boolean;
      members: number;
    }
  >`
    select e.id, e.code, e.draft_revision, e.changed_at, e.withdrawn_from, e.draft is not null as has_draft, v.version, v.in_force_from,
           coalesce(v.body, e.draft) ->> 'name' as name, coalesce(jsonb_array_length(coalesce(v.body, e.draft) -> 'members'), 0) as members
      from matters.life_event e
      left join lateral (select * from matters.life_event_version v where v.event_id = e.id
                          order by (v.in_force_from <= ${day}::date) desc, v.version desc limit 1) v on true
     order by e.code limit ${sql.lit(most)}`);

export const writeDraft = (
  tx: Tx,
  row: { id: string; code: string; draft: LifeEventBody; revision: number; at: Date },
) =>
  tx.maybe(sql<{ draftRevision: number }>`
    insert into matters.life_event as e (id, code, draft, draft_revision, changed_at)
    values (${row.id}, ${row.code}, ${JSON.stringify(row.draft)}::jsonb, 1, ${row.at})
    on conflict (id) do update set code = excluded.code, draft = excluded.draft, draft_revision = e.draft_revision + 1, changed_at = excluded.changed_at
     where e.draft_revision = ${row.revision}
    returning draft_revision`);

export const dropDraft = (tx: Tx, id: string, at: Date): void =>
  tx.write(
    sql`update matters.life_event set draft = null, draft_revision = draft_revision + 1, changed_at = ${at} where id = ${id}`,
  );
export const setWithdrawn = (tx: Tx, id: string, fromDay: string | null, at: Date): void =>
  tx.write(sql`update matters.life_event set withdrawn_from = ${fromDay}::date, changed_at = ${at} where id = ${id}`);
export const insertVersion = (
  tx: Tx,
  row: { id: string; version: number; body: LifeEventBody; inForceFrom: string; at: Date; accountId: string | null },
): void =>
  tx.write(insertVersionRow(row.id, row.version, JSON.stringify(row.body), row.inForceFrom, row.at, row.accountId));
