/** SQL of items, versions, drafts and topics. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { columnOf } from '#platform/lists';
import { general, ownConstraints } from '#platform/problems';
import type { ItemBody } from '../item.ts';
import { catalogueProblems } from '../problems.ts';
import type { VersionSpan } from './versions.ts';

ownConstraints({ item_code_unique: () => catalogueProblems.codeTaken() });

/** An item without its words: identity, whose it is, how many versions it has. */
export interface Item {
  id: string;
  code: string;
  baseCode: string;
  departmentId: string;
  source: string;
  lastVersion: number;
  createdAt: Date;
}

/** A published version: what a case pins. Immutable. */
export interface ItemVersion {
  itemId: string;
  version: number;
  code: string;
  baseCode: string;
  departmentId: string;
  source: string;
  inForceFrom: string;
  publishedAt: Date;
  publishedBy: string;
  note: string;
  body: ItemBody;
}

/** A version in the history of an item. */
export interface VersionLine extends VersionSpan {
  itemId: string;
  publishedAt: Date;
  publishedBy: string;
  note: string;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
}

export interface Draft {
  itemId: string;
  departmentId: string;
  body: ItemBody;
  basedOn: number;
  revision: number;
  changedAt: Date;
  changedBy: string;
}

export interface Topic {
  key: string;
  name: string;
  nameEn: string;
  iconWord: string;
  position: number;
}

const itemColumns = 'id, code, base_code, department_id, source, last_version, created_at';
const itemById = prepared<Item>(`select ${itemColumns} from catalogue.item where id = $1`);
const itemByCode = prepared<Item>(`select ${itemColumns} from catalogue.item where code = $1`);
const itemsByCodes = prepared<Item>(`select ${itemColumns} from catalogue.item where code = any($1)`);
const lockById = prepared<Item>(`select ${itemColumns} from catalogue.item where id = $1 for update`);

export const findItem = (reader: Reader, id: string): Promise<Item | undefined> => reader.maybe(itemById(id));
export const findItemByCode = (reader: Reader, code: string): Promise<Item | undefined> =>
  reader.maybe(itemByCode(code));
export const findItemsByCodes = (reader: Reader, codes: readonly string[]): Promise<Item[]> =>
  reader.many(itemsByCodes(codes));

/** The item; throws `general.notFound`. */
export async function getItem(reader: Reader, id: string): Promise<Item> {
  const item = await reader.maybe(itemById(id));
  if (!item) throw general.notFound();
  return item;
}

/** The item, held until the end of the transaction: versions of one item are made one after the other. */
export async function lockItem(tx: Tx, id: string): Promise<Item> {
  const item = await tx.maybe(lockById(id));
  if (!item) throw general.notFound();
  return item;
}

const versionColumns = `v.item_id, v.version, i.code, i.base_code, v.department_id, i.source,
  v.in_force_from, v.published_at, v.published_by, v.note, v.body`;
const oneVersion = prepared<ItemVersion>(
  `select ${versionColumns} from catalogue.item_version v join catalogue.item i on i.id = v.item_id
    where v.item_id = $1 and v.version = $2`,
);
export const findVersionRow = (reader: Reader, itemId: string, version: number): Promise<ItemVersion | undefined> =>
  reader.maybe(oneVersion(itemId, version));

const someVersions = prepared<ItemVersion>(
  `select ${versionColumns} from unnest($1::uuid[], $2::int[]) as wanted (item_id, version)
     join catalogue.item_version v on v.item_id = wanted.item_id and v.version = wanted.version
     join catalogue.item i on i.id = v.item_id`,
);
export const findVersionRows = (
  reader: Reader,
  wanted: readonly { itemId: string; version: number }[],
): Promise<ItemVersion[]> =>
  reader.many(
    someVersions(
      wanted.map(({ itemId }) => itemId),
      wanted.map(({ version }) => version),
    ),
  );

const spanColumns = 'v.item_id, v.version, v.in_force_from, e.from_day as ends_on';
const spansOfItems = prepared<VersionSpan & { itemId: string }>(
  `select ${spanColumns} from catalogue.item_version v left join catalogue.version_end e using (item_id, version)
    where v.item_id = any($1) order by v.item_id, v.version`,
);
const spansOfAll = prepared<VersionSpan & { itemId: string }>(
  `select ${spanColumns} from catalogue.item_version v left join catalogue.version_end e using (item_id, version)
    order by v.item_id, v.version`,
);
/** The versions of items, oldest first; of all items when none are named. */
export const findSpans = (reader: Reader, itemIds?: readonly string[]): Promise<(VersionSpan & { itemId: string })[]> =>
  reader.many(itemIds ? spansOfItems(itemIds) : spansOfAll());

const historyOfItem = prepared<VersionLine>(
  `select ${spanColumns}, v.published_at, v.published_by, v.note, e.ended_at, e.ended_by, e.reason as end_reason
     from catalogue.item_version v left join catalogue.version_end e using (item_id, version)
    where v.item_id = $1 order by v.version desc`,
);
export const findHistory = (reader: Reader, itemId: string): Promise<VersionLine[]> =>
  reader.many(historyOfItem(itemId));

export type NewItemRow = Pick<Item, 'id' | 'code' | 'baseCode' | 'departmentId' | 'source'>;
export function insertItems(tx: Tx, rows: readonly NewItemRow[], at: Date): void {
  tx.write(
    sql`insert into catalogue.item (id, code, base_code, department_id, source, created_at)
        select id, code, base_code, department_id, source, ${at}::timestamptz
          from jsonb_to_recordset(${snake(rows)}::jsonb) as r(id uuid, code text, base_code text, department_id uuid, source text)`,
  );
}

export interface NewVersionRow {
  itemId: string;
  version: number;
  departmentId: string;
  body: ItemBody;
  inForceFrom: string;
}
export interface Stamp {
  at: Date;
  name: string;
  accountId: string | null;
  note: string;
}

/** Adds versions and moves their items' counters. */
export function insertVersions(tx: Tx, rows: readonly NewVersionRow[], stamp: Stamp): void {
  tx.write(
    sql`insert into catalogue.item_version
          (item_id, version, department_id, body, in_force_from, published_at, published_by, account_id, note)
        select item_id, version, department_id, body, in_force_from,
               ${stamp.at}::timestamptz, ${stamp.name}, ${stamp.accountId}::uuid, ${stamp.note}
          from json_to_recordset(${snake(rows)}::json)
            as r(item_id uuid, version int, department_id uuid, body json, in_force_from date)`,
  );
  const heads = rows.map(({ itemId, version, departmentId }) => ({ itemId, version, departmentId }));
  tx.write(
    sql`update catalogue.item i set last_version = r.version, department_id = r.department_id
          from jsonb_to_recordset(${snake(heads)}::jsonb) as r(item_id uuid, version int, department_id uuid)
         where i.id = r.item_id`,
  );
}

const insertEnd = prepared(
  `insert into catalogue.version_end (item_id, version, from_day, ended_at, ended_by, account_id, reason)
   values ($1, $2, $3, $4, $5, $6, $7)`,
);
export const endVersion = (tx: Tx, itemId: string, version: number, fromDay: string, stamp: Stamp): void =>
  tx.write(insertEnd(itemId, version, fromDay, stamp.at, stamp.name, stamp.accountId, stamp.note));

const bump = prepared(
  `with next as (update catalogue.revision set number = number + 1 returning number)
   update catalogue.item set revision = next.number from next where id = any($1)`,
);
/** Says that something public of these items changed. Last in its transaction: it makes other publishers wait. */
export const bumpRevision = (tx: Tx, itemIds: readonly string[]): void => tx.write(bump(itemIds));

const bumpDepartments = prepared(
  `with next as (update catalogue.revision set number = number + 1 returning number)
   update catalogue.item set revision = next.number from next where department_id = any($1::uuid[])`,
);
/** The same for all items of departments whose names changed. */
export const bumpRevisionOfDepartments = (tx: Tx, departmentIds: readonly string[]): void =>
  tx.write(bumpDepartments(departmentIds));

const revisionNow = prepared<{ number: number }>('select number from catalogue.revision');
const idsSince = prepared<{ id: string; revision: number }>(
  'select id, revision from catalogue.item where revision > $1 and revision <= $2',
);
export const getRevision = async (reader: Reader): Promise<number> => (await reader.one(revisionNow())).number;
export const findChangedSince = (reader: Reader, known: number, now: number): Promise<{ id: string }[]> =>
  reader.many(idsSince(known, now));

const draftColumns = 'item_id, department_id, body, based_on, revision, changed_at, changed_by';
const draftOfItem = prepared<Draft>(`select ${draftColumns} from catalogue.draft where item_id = $1`);
const upsertDraft = prepared<Draft>(
  `insert into catalogue.draft as d (item_id, department_id, body, based_on, changed_at, changed_by, account_id)
   values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (item_id) do update
     set department_id = $2, body = $3, based_on = $4, revision = d.revision + 1, changed_at = $5, changed_by = $6, account_id = $7
   where d.revision = $8 returning ${draftColumns}`,
);
const removeDraft = prepared('delete from catalogue.draft where item_id = $1');

export const findDraft = (reader: Reader, itemId: string): Promise<Draft | undefined> =>
  reader.maybe(draftOfItem(itemId));
/** Writes the draft; undefined when another one than `revision` is there (0: none). */
export const saveDraftRow = (
  tx: Tx,
  draft: Omit<Draft, 'changedBy' | 'changedAt'>,
  stamp: Stamp,
): Promise<Draft | undefined> =>
  tx.maybe(
    upsertDraft(
      draft.itemId,
      draft.departmentId,
      JSON.stringify(draft.body),
      draft.basedOn,
      stamp.at,
      stamp.name,
      stamp.accountId,
      draft.revision,
    ),
  );
export const deleteDraft = (tx: Tx, itemId: string): void => tx.write(removeDraft(itemId));

/** Drafts with their items, the latest first; of one department when it is named. */
export const findDrafts = (
  reader: Reader,
  departmentIds: readonly string[] | undefined,
): Promise<(Draft & { code: string; lastVersion: number })[]> =>
  reader.many(
    sql<Draft & { code: string; lastVersion: number }>`
      select d.item_id, d.department_id, d.body, d.based_on, d.revision, d.changed_at, d.changed_by, i.code, i.last_version
        from catalogue.draft d join catalogue.item i on i.id = d.item_id
       where ${departmentIds ?? null}::uuid[] is null or d.department_id = any(${departmentIds ?? null}::uuid[])
       order by d.changed_at desc limit 500`,
  );

const allTopics = prepared<Topic>(
  'select key, name, name_en, icon_word, position from catalogue.topic order by position, key',
);
export const findTopics = (reader: Reader): Promise<Topic[]> => reader.many(allTopics());

/** Adds topics or writes them anew. */
export function upsertTopics(tx: Tx, topics: readonly Topic[]): void {
  tx.write(
    sql`insert into catalogue.topic (key, name, name_en, icon_word, position)
        select key, name, name_en, icon_word, position
          from jsonb_to_recordset(${snake(topics)}::jsonb) as r(key text, name text, name_en text, icon_word text, position int)
        on conflict (key) do update
          set name = excluded.name, name_en = excluded.name_en, icon_word = excluded.icon_word, position = excluded.position`,
  );
}

/** Rows as a recordset's JSON: only the outer keys become column names, bodies stay as they are. */
const snake = (rows: readonly object[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [columnOf(key), value]))),
  );
