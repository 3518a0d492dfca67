/** All SQL of entries and of what happens to them. Consents and usages are in `usage-store.ts`. */
import { inserting, prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Act, Entry, Owner } from './entry.ts';
import { ownConstraints } from '#platform/problems';
import { lockerProblems } from './problems.ts';

// An id that was used for somebody else's entry.
ownConstraints({ entry_pkey: () => lockerProblems.noSuchEntry() });

/** Columns in the order in which the statements below name them. */
const columns = [
  'id', 'person_id', 'organisation_id', 'kind', 'result_of', 'name', 'number', 'issuer', 'source', 'trust', 'valid_from', 'valid_until',
  'file_ids', 'document_id', 'hash', 'case_id', 'case_number', 'department_id', 'added_at', 'added_by', 'verified_at', 'verified_department_id', 'revoked_at',
  'revoked_reason', 'superseded_at', 'removed_at',
] as const; // prettier-ignore
const listed = columns.join(', ');
const keys = columns.map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof Entry); // prettier-ignore

const insertRow = inserting('lockers.entry', columns);
const insertAct = inserting('lockers.act', ['id', 'entry_id', 'act', 'at', 'account_id', 'reason']);
const byId = prepared<Entry>(`select ${listed} from lockers.entry where id = $1`);
const lockById = prepared<Entry>(`select ${listed} from lockers.entry where id = $1 for update`);
// Shared: two cases may use the same entry at once, but nobody revokes it while it is used.
const holdByIds = prepared<Entry>(
  `select ${listed} from lockers.entry where id = any($1::uuid[]) order by id for share`,
);
const moveRow = prepared(
  `update lockers.entry set trust = $2, verified_at = $3, revoked_at = $4, revoked_reason = $5, superseded_at = $6, removed_at = $7, verified_department_id = $8
    where id = $1`,
);
// One statement for each kind of owner: with an `or` between them neither index serves.
const servingOf = (column: 'person_id' | 'organisation_id') =>
  prepared<Entry>(
    `select ${listed} from lockers.entry
      where ${column} = $1 and revoked_at is null and superseded_at is null and removed_at is null
        and (valid_until is null or valid_until >= $2) and (kind = any($3::text[]) or result_of && $4::text[])
      order by added_at desc limit 200`,
  );
const servingOfPerson = servingOf('person_id');
const servingOfOrganisation = servingOf('organisation_id');
const ofCase = prepared<Entry>(
  `select ${listed} from lockers.entry where case_id = $1 order by added_at, id for update`,
);

/** The columns of an entry and its values in their order, for a loader that copies rows. */
export const entryColumns = listed;
export const entryValues = (entry: Entry) => keys.map((key) => entry[key]);

/** Puts an entry in, with its first act. */
export function insertEntry(tx: Tx, entry: Entry): void {
  tx.write(insertRow(keys.map((key) => entry[key])));
  tx.write(insertAct([newId(), entry.id, 'add', entry.addedAt, entry.addedBy, null]));
}

/** Brings the line to where an act has led it, and keeps the act. */
export function saveAct(tx: Tx, entry: Entry, act: Act, accountId: string | null): void {
  tx.write(
    moveRow(entry.id, entry.trust, entry.verifiedAt, entry.revokedAt, entry.revokedReason, entry.supersededAt, entry.removedAt, entry.verifiedDepartmentId),
  ); // prettier-ignore
  tx.write(insertAct([newId(), entry.id, act.act, act.at, accountId, act.act === 'revoke' ? act.reason : null]));
}

export const findEntry = (reader: Reader, id: string) => reader.maybe(byId(id));
/** Throws `lockers.noSuchEntry`. */
export async function getEntry(reader: Reader, id: string): Promise<Entry> {
  const entry = await reader.maybe(byId(id));
  if (!entry) throw lockerProblems.noSuchEntry();
  return entry;
}

/** The same, kept from everybody else until the end of the transaction. */
export async function lockEntry(tx: Tx, id: string): Promise<Entry> {
  const entry = await tx.maybe(lockById(id));
  if (!entry) throw lockerProblems.noSuchEntry();
  return entry;
}

/** Entries that are to be used now: none of them changes before the end of the transaction. */
export const holdEntries = (tx: Tx, ids: readonly string[]): Promise<Entry[]> => tx.many(holdByIds([...ids]));

/** What an owner has of these kinds, or as results of these items, and is in force on the day. */
export const findServing = (
  reader: Reader,
  owner: Owner,
  wanted: { kinds: readonly string[]; resultsOf: readonly string[] },
  day: string,
): Promise<Entry[]> =>
  owner.organisationId
    ? reader.many(servingOfOrganisation(owner.organisationId, day, [...wanted.kinds], [...wanted.resultsOf]))
    : reader.many(servingOfPerson(owner.personId, day, [...wanted.kinds], [...wanted.resultsOf]));

/** What a case has put into a locker, oldest first. */
export const entriesOfCase = (tx: Tx, caseId: string): Promise<Entry[]> => tx.many(ofCase(caseId));

const owned = ({ personId, organisationId }: Owner) =>
  organisationId ? sql`e.organisation_id = ${organisationId}` : sql`e.person_id = ${personId}`;

/** An entry in its owner's list: how often it was used, and when last. */
export type ListedEntry = Entry & { uses: number; lastUsedAt: Date | null };

/** A page of a locker, newest first, without what was taken out; with the count of the same read. */
export async function listEntries(reader: Reader, owner: Owner, limit: number, offset: number) {
  const rows = await reader.many(sql<ListedEntry & { total: number }>`
    select p.*, coalesce(u.uses, 0)::int as uses, u.last_used_at, n.total::int as total
      from (select count(*) as total from lockers.entry e where ${owned(owner)} and e.removed_at is null) n
      left join lateral (select e.* from lockers.entry e where ${owned(owner)} and e.removed_at is null
        order by e.added_at desc, e.id desc limit ${limit} offset ${offset}) p on true
      left join lateral (select count(*) as uses, max(g.at) as last_used_at from lockers.usage g
        where g.entry_id = p.id and g.how = 'use') u on true
     order by p.added_at desc, p.id desc`);
  // A page beyond the end is one row that says the count and nothing else.
  const entries = rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row as ListedEntry]));
  return { rows: entries, total: rows[0]?.total ?? 0 };
}

/** How many entries an owner uploaded that are still there. */
export const countUploads = async (tx: Tx, owner: Owner): Promise<number> =>
  (
    await tx.one(sql<{ count: number }>`select count(*)::int as count from lockers.entry e
      where ${owned(owner)} and e.source = 'uploaded' and e.removed_at is null`)
  ).count;

const useOf = prepared<{ used: boolean }>(
  `select exists (select from lockers.usage where entry_id = $1 and how = 'use') as used`,
);
/** Whether a case has a copy of it. */
export const wasUsed = async (tx: Tx, entryId: string): Promise<boolean> => (await tx.one(useOf(entryId))).used;

const insertMany = prepared(`
  with fresh as (select * from jsonb_to_recordset($1::jsonb) as f (id uuid, "personId" uuid, "organisationId" uuid, kind text,
    "resultOf" text[], name text, number text, issuer text, source text, trust text, "validFrom" date, "validUntil" date,
    "fileIds" uuid[], "documentId" uuid, hash text, "caseId" uuid, "caseNumber" text, "departmentId" uuid, "addedAt" timestamptz,
    "addedBy" uuid, "verifiedAt" timestamptz, "verifiedDepartmentId" uuid)),
  stored as (insert into lockers.entry (id, person_id, organisation_id, kind, result_of, name, number, issuer, source, trust, valid_from,
    valid_until, file_ids, document_id, hash, case_id, case_number, department_id, added_at, added_by, verified_at, verified_department_id) select * from fresh)
  insert into lockers.act (id, entry_id, act, at, account_id) select gen_random_uuid(), id, 'add', "addedAt", "addedBy" from fresh`);
/** Many entries at once, for a loader. None of them is revoked, superseded or removed. */
export function insertEntries(tx: Tx, entries: readonly Entry[]): void {
  if (entries.length > 0) tx.write(insertMany(JSON.stringify(entries)));
}
