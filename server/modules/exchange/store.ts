/** All SQL of partners, keys, and what was taken in. Messages are in `message-store.ts`. */
import { sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { Step } from './contract.ts';
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
}
export interface KeyRow {
  keyId: string;
  partnerId: string;
  publicKey: string;
  validFrom: Date;
  validUntil: Date;
  revokedAt: Date | null;
}
export interface TakenRow {
  id: string;
  partnerId: string;
  partnerName: string;
  itemId: string;
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
}

export const insertPartner = (tx: Tx, { id, code, name, baseUrl }: Omit<PartnerRow, 'lastAnswerAt'>, at: Date): void =>
  tx.write(
    sql`insert into exchange.partner (id, code, name, base_url, since) values (${id}, ${code}, ${name}, ${baseUrl}, ${at})`,
  );

export const insertKey = (tx: Tx, key: Omit<KeyRow, 'revokedAt'>, by: string): void =>
  tx.write(sql`insert into exchange.partner_key (key_id, partner_id, public_key, valid_from, valid_until, confirmed_by)
    values (${key.keyId}, ${key.partnerId}, ${key.publicKey}, ${key.validFrom}, ${key.validUntil}, ${by})`);

/** Whether the key was there. */
export const revokeKey = async (tx: Tx, partnerId: string, keyId: string, at: Date): Promise<boolean> =>
  (await tx.maybe(sql`update exchange.partner_key set revoked_at = coalesce(revoked_at, ${at})
    where partner_id = ${partnerId} and key_id = ${keyId} returning key_id`)) !== undefined;

export async function getPartner(reader: Reader, id: string): Promise<PartnerRow> {
  const row = await reader.maybe(
    sql<PartnerRow>`select id, code, name, base_url, last_answer_at from exchange.partner where id = ${id}`,
  );
  if (!row) throw exchangeProblems.notFound();
  return row;
}

/** The key of a district with the district that it belongs to. */
export const findKey = (reader: Reader, code: string, keyId: string) =>
  reader.maybe(sql<KeyRow>`select k.* from exchange.partner_key k join exchange.partner p on p.id = k.partner_id
    where p.code = ${code} and k.key_id = ${keyId}`);

export const listPartners = (reader: Reader) =>
  reader.many(sql<PartnerRow & { waiting: number; waitingSince: Date | null }>`
    select p.id, p.code, p.name, p.base_url, p.last_answer_at, w.waiting, w.waiting_since from exchange.partner p
      cross join lateral (select count(*)::int as waiting, min(o.created_at) as waiting_since from exchange.outgoing o
        where o.partner_id = p.id and o.sent_at is null) w order by p.code limit 500`);

export const listKeys = (reader: Reader) =>
  reader.many(sql<KeyRow>`select * from exchange.partner_key order by valid_from desc, key_id limit 5000`);

export const insertTaken = (
  tx: Tx,
  row: Pick<TakenRow, 'id' | 'partnerId' | 'itemId' | 'itemName' | 'applicantName' | 'content' | 'takenBy' | 'takenAt'>,
) =>
  tx.maybe(sql`insert into exchange.taken (id, partner_id, item_id, item_name, applicant_name, content, taken_by, taken_at)
    values (${row.id}, ${row.partnerId}, ${row.itemId}, ${row.itemName}, ${row.applicantName}, ${row.content}, ${row.takenBy}, ${row.takenAt})
    on conflict do nothing returning id`);

const takenRows = sql`select t.*, p.name as partner_name, o.fault,
    case when o.sent_at is null then o.created_at end as waiting_since
  from exchange.taken t join exchange.partner p on p.id = t.partner_id left join exchange.outgoing o on o.id = t.id`;

export async function getTaken(reader: Reader, id: string): Promise<TakenRow> {
  const row = await reader.maybe(sql<TakenRow>`${takenRows} where t.id = ${id}`);
  if (!row) throw exchangeProblems.notFound();
  return row;
}

/** A page, newest first; `by` is whose, undefined for everybody's. */
export async function listTaken(reader: Reader, by: string | undefined, limit: number, offset: number) {
  const mine = by === undefined ? sql`true` : sql`t.taken_by = ${by}`;
  const [rows, { total }] = await Promise.all([
    reader.many(
      sql<TakenRow>`${takenRows} where ${mine} order by t.taken_at desc, t.id limit ${limit} offset ${offset}`,
    ),
    reader.one(sql<{ total: number }>`select count(*)::int as total from exchange.taken t where ${mine}`),
  ]);
  return { rows, total };
}

export const listSteps = (reader: Reader, takenId: string) =>
  reader.many(sql<
    Omit<Step, 'at' | 'applicationId'> & { at: Date }
  >`select seq, kind, state, at from exchange.taken_step
    where taken_id = ${takenId} order by seq limit 1000`);

export const saveAnswer = (
  tx: Tx,
  id: string,
  answer: { number?: string; trackCode?: string; problem?: unknown },
): void =>
  tx.write(sql`update exchange.taken set number = coalesce(number, ${answer.number ?? null}),
    track_code = coalesce(track_code, ${answer.trackCode ?? null}),
    refusal = coalesce(refusal, ${answer.problem === undefined ? null : JSON.stringify(answer.problem)}::jsonb) where id = ${id}`);

/** Keeps a step, once; a step that comes late does not become the state. Whether the application is this partner's. */
export async function saveStep(tx: Tx, partnerId: string, step: Step): Promise<boolean> {
  const { applicationId: id, seq, kind, state, at } = step;
  const known = await tx.maybe(
    sql`select id from exchange.taken where id = ${id} and partner_id = ${partnerId} for update`,
  );
  if (!known) return false;
  tx.write(sql`insert into exchange.taken_step (taken_id, seq, kind, state, at) values (${id}, ${seq}, ${kind}, ${state}, ${at})
    on conflict do nothing`);
  tx.write(sql`update exchange.taken set state = ${state}, last_seq = ${seq} where id = ${id} and last_seq < ${seq}`);
  return true;
}

export const insertReceived = (tx: Tx, row: { caseId: string; applicationId: string; partnerId: string }): void =>
  tx.write(
    sql`insert into exchange.received (case_id, application_id, partner_id) values (${row.caseId}, ${row.applicationId}, ${row.partnerId})`,
  );

export const receivedOf = (reader: Pick<Reader, 'many'>, caseIds: readonly string[]) =>
  reader.many(sql<{ caseId: string; applicationId: string; partnerId: string }>`
    select * from exchange.received where case_id = any(${[...caseIds]}::uuid[])`);
