/** All SQL of partners, keys, and what was taken in. Messages are in `message-store.ts`. */
import { sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { exchangeProblems } from './problems.ts';

ownConstraints({
  partner_code_key: () => exchangeProblems.partnerKnown(),
  partner_key_pkey: () => exchangeProblems.keyKnown(),
});

export interface PartnerRow {
  id: string;
  code: string;
  name: string;
  baseUrl: string;
  lastAnswerAt: Date | null;
  itemsAt: Date | null;
}
export interface KeyRow {
  keyId: string;
  partnerId: string;
  publicKey: string;
  validFrom: Date;
  validUntil: Date;
  revokedAt: Date | null;
  /** The key that vouched for it; null for one that a person has compared. */
  announcedWith: string | null;
}
export interface TakenRow {
  id: string;
  partnerId: string;
  partnerName: string;
  partnerCode: string;
  personId: string | null;
  itemId: string;
  itemVersion: number;
  itemName: string;
  applicantName: string;
  content: string;
  takenBy: string;
  takenAt: Date;
  number: string | null;
  trackCode: string | null;
  refusal: unknown;
  state: string | null;
  waitingSince: Date | null;
  fault: string | null;
  faultCode: string | null;
}

/** Whether the partner was there. */
export const savePartner = async (
  tx: Tx,
  { id, name, baseUrl }: Pick<PartnerRow, 'id' | 'name' | 'baseUrl'>,
): Promise<boolean> =>
  (await tx.maybe(
    sql`update exchange.partner set name = ${name}, base_url = ${baseUrl} where id = ${id} returning id`,
  )) !== undefined;

export const insertPartner = (
  tx: Tx,
  { id, code, name, baseUrl }: Omit<PartnerRow, 'lastAnswerAt' | 'itemsAt'>,
  at: Date,
): void =>
  tx.write(
    sql`insert into exchange.partner (id, code, name, base_url, since) values (${id}, ${code}, ${name}, ${baseUrl}, ${at})`,
  );

/** Takes a key that an account has compared, or that another key has vouched for. */
export const insertKey = (
  tx: Tx,
  key: Omit<KeyRow, 'revokedAt' | 'announcedWith'>,
  by: { account: string } | { keyId: string },
): void =>
  tx.write(sql`insert into exchange.partner_key (key_id, partner_id, public_key, valid_from, valid_until, confirmed_by, announced_with)
    values (${key.keyId}, ${key.partnerId}, ${key.publicKey}, ${key.validFrom}, ${key.validUntil},
      ${'account' in by ? by.account : null}, ${'keyId' in by ? by.keyId : null})`);

/** Lets a key end earlier; one that ends before that stays as it is. */
export const endKey = (tx: Tx, partnerId: string, keyId: string, at: Date): void =>
  tx.write(sql`update exchange.partner_key set valid_until = least(valid_until, ${at})
    where partner_id = ${partnerId} and key_id = ${keyId}`);

export const insertKnownKey = (tx: Tx, partnerId: string, keyId: string, at: Date): void =>
  tx.write(
    sql`insert into exchange.own_key_known (partner_id, key_id, since) values (${partnerId}, ${keyId}, ${at}) on conflict do nothing`,
  );

/** Which of our keys a partner has. */
export const listKnownKeys = async (reader: Pick<Reader, 'many'>, partnerId: string): Promise<Set<string>> =>
  new Set(
    (
      await reader.many(
        sql<{ keyId: string }>`select key_id from exchange.own_key_known where partner_id = ${partnerId} limit 1000`,
      )
    ).map(({ keyId }) => keyId),
  );

/** Whether the key was there. */
export const revokeKey = async (tx: Tx, partnerId: string, keyId: string, at: Date): Promise<boolean> =>
  (await tx.maybe(sql`update exchange.partner_key set revoked_at = coalesce(revoked_at, ${at})
    where partner_id = ${partnerId} and key_id = ${keyId} returning key_id`)) !== undefined;

export async function getPartner(reader: Reader, id: string): Promise<PartnerRow> {
  const row = await reader.maybe(
    sql<PartnerRow>`select id, code, name, base_url, last_answer_at, items_at from exchange.partner where id = ${id}`,
  );
  if (!row) throw exchangeProblems.notFound();
  return row;
}

/** The key of a district with the district that it belongs to. */
export const findKey = (reader: Reader, code: string, keyId: string) =>
  reader.maybe(sql<KeyRow>`select k.* from exchange.partner_key k join exchange.partner p on p.id = k.partner_id
    where p.code = ${code} and k.key_id = ${keyId}`);

export const listPartners = (reader: Reader) =>
  reader.many(sql<
    PartnerRow & { waiting: number; waitingSince: Date | null; items: number } & Pick<TakenRow, 'fault' | 'faultCode'>
  >`
    select p.id, p.code, p.name, p.base_url, p.last_answer_at, p.items_at, w.waiting, w.waiting_since, f.fault, f.fault_code,
      (select count(*)::int from exchange.partner_item i where i.partner_id = p.id and i.current) as items from exchange.partner p
      cross join lateral (select count(*)::int as waiting, min(o.created_at) as waiting_since from exchange.outgoing o
        where o.partner_id = p.id and o.sent_at is null) w
      left join lateral (select o.fault, o.fault_code from exchange.outgoing o
        where o.partner_id = p.id and o.sent_at is null order by o.created_at limit 1) f on true order by p.code limit 500`);

export const listKeys = (reader: Reader) =>
  reader.many(sql<KeyRow>`select * from exchange.partner_key order by valid_from desc, key_id limit 5000`);

export const insertReceived = (tx: Tx, row: { caseId: string; applicationId: string; partnerId: string }): void =>
  tx.write(
    sql`insert into exchange.received (case_id, application_id, partner_id) values (${row.caseId}, ${row.applicationId}, ${row.partnerId})`,
  );

export const findReceived = (reader: Reader, partnerId: string, applicationId: string) =>
  reader.maybe(sql<{ caseId: string }>`
    select case_id from exchange.received where partner_id = ${partnerId} and application_id = ${applicationId}`);

/** The district that took a case in. */
export const findDistrictOf = (reader: Reader, caseId: string) =>
  reader.maybe(sql<{ name: string; code: string }>`
    select p.name, p.code from exchange.received r join exchange.partner p on p.id = r.partner_id where r.case_id = ${caseId}`);

export const receivedOf = (reader: Pick<Reader, 'many'>, caseIds: readonly string[]) =>
  reader.many(sql<{ caseId: string; applicationId: string; partnerId: string }>`
    select * from exchange.received where case_id = any(${[...caseIds]}::uuid[])`);
