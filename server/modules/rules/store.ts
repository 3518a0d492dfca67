/** All SQL of rules. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { RuleSet } from './judging/rule-set.ts';
import { rulesProblems } from './problems.ts';

// Two people who publish at the same moment: the second one has not seen what the first one made.
ownConstraints({ version_pkey: () => rulesProblems.changedMeanwhile() });

export interface RulesVersion {
  itemId: string;
  version: number;
  departmentId: string;
  itemName: string;
  body: RuleSet;
  note: string;
  publishedAt: Date;
  publishedBy: string;
  accountId: string | null;
}
export interface RulesDraft {
  itemId: string;
  departmentId: string;
  itemName: string;
  body: RuleSet;
  revision: number;
  changedAt: Date;
  changedBy: string;
}

const draftOf = prepared<RulesDraft>('select * from rules.draft where item_id = $1');
const draftHeld = prepared<RulesDraft>('select * from rules.draft where item_id = $1 for update');
const oneVersion = prepared<RulesVersion>('select * from rules.version where item_id = $1 and version = $2');
const lastVersion = prepared<RulesVersion>(
  'select * from rules.version where item_id = $1 order by version desc limit 1',
);
const history = prepared<Omit<RulesVersion, 'body'>>(
  `select item_id, version, department_id, item_name, note, published_at, published_by, account_id
     from rules.version where item_id = $1 order by version desc limit 200`,
);
const save = prepared<RulesDraft>(
  `insert into rules.draft (item_id, department_id, item_name, body, revision, changed_at, changed_by)
     select $1, $2, $3, $4, 1, $6, $7 where $5 = 0
   on conflict (item_id) do nothing returning *`,
);
const saveAgain = prepared<RulesDraft>(
  `update rules.draft set department_id = $2, item_name = $3, body = $4, revision = revision + 1, changed_at = $6, changed_by = $7
    where item_id = $1 and revision = $5 returning *`,
);
const remove = prepared<{ itemId: string }>('delete from rules.draft where item_id = $1 returning item_id');
const insertRow = prepared(
  `insert into rules.version (item_id, version, department_id, item_name, body, note, published_at, published_by, account_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

export const findDraft = (reader: Reader, itemId: string) => reader.maybe(draftOf(itemId));
export const lockDraft = (tx: Tx, itemId: string) => tx.maybe(draftHeld(itemId));
export const findVersion = (reader: Reader, itemId: string, version: number) =>
  reader.maybe(oneVersion(itemId, version));
export const findLastVersion = (reader: Reader, itemId: string) => reader.maybe(lastVersion(itemId));
const versionsAt = prepared<RulesVersion & { place: number }>(
  `select w.place, v.* from unnest($1::uuid[], $2::timestamptz[]) with ordinality as w (item_id, at, place)
     cross join lateral (select * from rules.version v where v.item_id = w.item_id and v.published_at <= w.at
       order by v.version desc limit 1) v`,
);
/** The same for many at once, in the order in which they were asked for. */
export async function findVersionsAt(
  reader: Reader,
  asked: readonly { itemId: string; at: Date }[],
): Promise<(RulesVersion | undefined)[]> {
  if (asked.length === 0) return [];
  const found = await reader.many(versionsAt(asked.map(({ itemId }) => itemId), asked.map(({ at }) => at))); // prettier-ignore
  const byPlace = new Map(found.map((row) => [Number(row.place), row]));
  return asked.map((_, index) => byPlace.get(index + 1));
}
export const findHistory = (reader: Reader, itemId: string) => reader.many(history(itemId));

/** The draft as it is now; undefined when another revision is there. */
export function saveDraft(tx: Tx, draft: RulesDraft): Promise<RulesDraft | undefined> {
  const { itemId, departmentId, itemName, body, revision, changedAt, changedBy } = draft;
  const statement = revision === 0 ? save : saveAgain;
  return tx.maybe(statement(itemId, departmentId, itemName, JSON.stringify(body), revision, changedAt, changedBy));
}

export const deleteDraft = (tx: Tx, itemId: string): Promise<{ itemId: string } | undefined> =>
  tx.maybe(remove(itemId));

export function insertVersion(tx: Tx, row: RulesVersion): void {
  const { itemId, version, departmentId, itemName, body, note, publishedAt, publishedBy, accountId } = row;
  tx.write(
    insertRow(itemId, version, departmentId, itemName, JSON.stringify(body), note, publishedAt, publishedBy, accountId),
  );
}

export interface RulesFilter {
  /** Departments whose rules the reader may see; undefined: all. */
  within: readonly string[] | undefined;
  departmentId?: string;
  q?: string;
}
interface Line {
  itemId: string;
  itemName: string;
  departmentId: string;
  version: number | null;
  publishedAt: Date | null;
  tables: number;
  hasDraft: boolean;
}

/** A page of items with rules, and their count from the same read. There are as many as items at most. */
export async function listLines(reader: Reader, filter: RulesFilter, limit: number, offset: number) {
  const where = [sql`true`];
  if (filter.within) where.push(sql`l.department_id = any(${[...filter.within]}::uuid[])`);
  if (filter.departmentId) where.push(sql`l.department_id = ${filter.departmentId}`);
  if (filter.q) where.push(sql`strpos(lower(l.item_name), ${filter.q.toLowerCase()}) > 0`);
  const found = await reader.many(sql<Line & { total: number }>`
    with last as (
      select distinct on (item_id) item_id, version, department_id, item_name, published_at,
             jsonb_array_length(body -> 'tables') as tables
        from rules.version order by item_id, version desc),
    line as (
      select coalesce(d.item_id, v.item_id) as item_id, coalesce(d.item_name, v.item_name) as item_name,
             coalesce(d.department_id, v.department_id) as department_id, v.version, v.published_at,
             coalesce(v.tables, jsonb_array_length(d.body -> 'tables')) as tables, d.item_id is not null as has_draft,
             greatest(d.changed_at, v.published_at) as changed_at
        from last v full join rules.draft d on d.item_id = v.item_id),
    mine as (select * from line l where ${sql.join(where, sql` and `)})
    select n.total, p.* from (select count(*) as total from mine) n
      left join lateral (select m.* from mine m order by m.changed_at desc, m.item_id limit ${limit} offset ${offset}) p on true
     order by p.changed_at desc, p.item_id`);
  return {
    total: found[0]!.total,
    rows: found.flatMap(({ total: _, ...row }) => (row.itemId === null ? [] : [row])),
  };
}
