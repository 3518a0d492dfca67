/** All SQL of consents and of who looked, opened and used. */
import { inserting, prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Certificate, Trust } from '#modules/catalogue/contract';
import type { Consent } from './consent.ts';
import type { Owner, Source } from './entry.ts';
import { lockerProblems } from './problems.ts';

const consentColumns = ['id', 'person_id', 'organisation_id', 'scope', 'how', 'department_id', 'item_id', 'account_id', 'given_at', 'given_by', 'until', 'withdrawn_at'] as const; // prettier-ignore
const consentList = consentColumns.join(', ');
const insertConsentRow = prepared(
  `insert into lockers.consent (${consentList}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, null) on conflict do nothing`,
);
const consentById = prepared<Consent>(`select ${consentList} from lockers.consent where id = $1`);
// Held while something is used under them: a consent that is taken back meanwhile counts from the next use on. Few: what stands, and today's.
const standing = (column: 'person_id' | 'organisation_id', hold: '' | 'for share') =>
  prepared<Consent>(
    `select ${consentList} from lockers.consent
      where ${column} = $1 and withdrawn_at is null and (until is null or until > $2) order by given_at desc limit 500 ${hold}`,
  );
const statements = {
  read: { person: standing('person_id', ''), organisation: standing('organisation_id', '') },
  hold: { person: standing('person_id', 'for share'), organisation: standing('organisation_id', 'for share') },
};

export const insertConsent = (tx: Tx, consent: Omit<Consent, 'withdrawnAt'>): void =>
  tx.write(
    insertConsentRow(
      consent.id, consent.personId, consent.organisationId, consent.scope, consent.how, consent.departmentId, consent.itemId,
      consent.accountId, consent.givenAt, consent.givenBy, consent.until,
    ), // prettier-ignore
  );

/** Throws `lockers.noSuchEntry`: a consent that is not there is told like one that is somebody else's. */
export async function getConsent(reader: Reader, id: string): Promise<Consent> {
  const consent = await reader.maybe(consentById(id));
  if (!consent) throw lockerProblems.noSuchEntry();
  return consent;
}

/** Ends a consent; undefined when it had ended. */
export const endConsent = (tx: Tx, id: string, at: Date, accountId: string | null) =>
  tx.maybe(sql<{ id: string }>`update lockers.consent set withdrawn_at = ${at}, withdrawn_by = ${accountId}
    where id = ${id} and withdrawn_at is null and (until is null or until > ${at}) returning id`);

/** The consents of an owner that stand; `hold` keeps them as they are until the end of the transaction. */
export function standingConsents(reader: Reader, owner: Owner, at: Date, hold: 'hold' | 'read' = 'read') {
  const { person, organisation } = statements[hold];
  return owner.organisationId
    ? reader.many(organisation(owner.organisationId, at))
    : reader.many(person(owner.personId, at));
}

const owned = ({ personId, organisationId }: Owner) =>
  organisationId ? sql`c.organisation_id = ${organisationId}` : sql`c.person_id = ${personId}`;

/** A page of an owner's consents, those that stand first. */
export async function listConsents(reader: Reader, owner: Owner, at: Date, limit: number, offset: number) {
  const rows = await reader.many(sql<Consent & { total: number }>`
    select ${sql.raw(consentList)}, count(*) over ()::int as total from lockers.consent c where ${owned(owner)}
     order by (c.withdrawn_at is null and (c.until is null or c.until > ${at})) desc, c.given_at desc, c.id limit ${limit} offset ${offset}`);
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** A line of who looked, opened, used, compared or revoked. Of a look and an opening what is not known is null. */
export interface Usage extends Owner {
  id: string;
  how: 'look' | 'open' | 'use' | 'verify' | 'revoke';
  at: Date;
  accountId: string | null;
  byName: string;
  role: string;
  /** The department or outlet as it was called then; empty for who is not staff. */
  office: string;
  departmentId: string | null;
  outletId: string | null;
  itemId: string | null;
  itemName: string;
  caseId: string | null;
  caseNumber: string | null;
  basis: 'self' | 'standing' | 'window' | 'case' | 'office';
  consentId: string | null;
  entryId: string | null;
  materialId: string | null;
  kind: Certificate | null;
  name: string;
  number: string;
  source: Source | null;
  trust: Trust | null;
  validUntil: string | null;
  hash: string | null;
  fileIds: string[];
  documentId: string | null;
}

const usageColumns = [
  'id', 'person_id', 'organisation_id', 'how', 'at', 'account_id', 'by_name', 'role', 'office', 'department_id', 'outlet_id', 'item_id',
  'item_name', 'case_id', 'case_number', 'basis', 'consent_id', 'entry_id', 'material_id', 'kind', 'name', 'number', 'source', 'trust',
  'valid_until', 'hash', 'file_ids', 'document_id',
] as const; // prettier-ignore
const usageKeys = usageColumns.map((column) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) as keyof Usage); // prettier-ignore
const insertUsageRow = inserting('lockers.usage', usageColumns);
const usageById = prepared<Usage>(`select ${usageColumns.join(', ')} from lockers.usage where id = $1 and how = 'use'`);

export const insertUsage = (tx: Tx, usage: Usage): void => tx.write(insertUsageRow(usageKeys.map((key) => usage[key])));

/** The frozen copy of a use. Throws `lockers.noSuchEntry`. */
export async function getCopy(reader: Reader, id: string): Promise<Usage> {
  const usage = await reader.maybe(usageById(id));
  if (!usage) throw lockerProblems.noSuchEntry();
  return usage;
}

/** A page of who looked, opened and used, newest first; of one entry where one is named. */
export async function listUsages(
  reader: Reader,
  owner: Owner,
  entryId: string | undefined,
  limit: number,
  offset: number,
) {
  const about = entryId ? sql`c.entry_id = ${entryId}` : sql`true`;
  const rows = await reader.many(sql<Usage & { total: number }>`
    select p.*, n.total::int as total
      from (select count(*) as total from lockers.usage c where ${owned(owner)} and ${about}) n
      left join lateral (select c.* from lockers.usage c where ${owned(owner)} and ${about}
        order by c.at desc, c.id desc limit ${limit} offset ${offset}) p on true
     order by p.at desc, p.id desc`);
  return {
    rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row as Usage])),
    total: rows[0]?.total ?? 0,
  };
}
