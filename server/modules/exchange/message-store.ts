/** All SQL of messages: what waits to be sent, what was sent and came, each with its answer. */
import { sql, type Reader, type Tx } from '#platform/db';
import { hashOfData, type Envelope } from './signing.ts';

export interface Outgoing {
  id: string;
  partnerId: string;
  /** What it is about: messages about the same thing keep their order. */
  subject: string;
  kind: Envelope['kind'];
  payload: string;
  createdAt: Date;
  attempts: number;
  nextAt: Date;
  fault: string | null;
  /** The code of the problem with which the partner refused it. */
  faultCode: string | null;
}

export const insertOutgoing = (
  tx: Tx,
  rows: readonly Pick<Outgoing, 'id' | 'partnerId' | 'subject' | 'kind' | 'payload'>[],
  at: Date,
): void =>
  tx.write(sql`insert into exchange.outgoing (id, partner_id, subject, kind, payload, created_at, next_at)
    select (r->>'id')::uuid, (r->>'partnerId')::uuid, (r->>'subject')::uuid, r->>'kind', r->>'payload', ${at}, ${at}
      from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as x(r, n) order by n`);

/** What may go now: of each subject the first that waits. */
export const readDue = (reader: Reader, at: Date, limit: number) =>
  reader.many(sql<Outgoing & { baseUrl: string; code: string }>`select o.*, p.base_url, p.code from exchange.outgoing o
    join exchange.partner p on p.id = o.partner_id where o.sent_at is null and o.next_at <= ${at}
      and not exists (select 1 from exchange.outgoing e where e.partner_id = o.partner_id and e.subject = o.subject and e.sent_at is null and e.no < o.no)
    order by o.next_at, o.no limit ${limit}`);

export async function listQueue(reader: Reader, limit: number, offset: number) {
  const [rows, { total }] = await Promise.all([
    reader.many(sql<Outgoing>`select id, partner_id, kind, created_at, attempts, next_at, fault, fault_code from exchange.outgoing
      where sent_at is null order by created_at, id limit ${limit} offset ${offset}`),
    reader.one(sql<{ total: number }>`select count(*)::int as total from exchange.outgoing where sent_at is null`),
  ]);
  return { rows, total };
}

export const makeDue = (tx: Tx, at: Date): void =>
  tx.write(sql`update exchange.outgoing set next_at = ${at} where sent_at is null and next_at > ${at}`);

export const noteFault = (
  tx: Tx,
  id: string,
  { fault, code }: { fault: string; code: string | undefined },
  nextAt: Date,
): void =>
  tx.write(sql`update exchange.outgoing set attempts = attempts + 1, fault = ${fault}, fault_code = ${code ?? null}, next_at = ${nextAt}
    where id = ${id} and sent_at is null`);

/** A partner that speaks is there again, and has our key if it was that: what waited for it need not wait any longer. */
export const wake = (tx: Tx, partnerId: string, at: Date): void =>
  tx.write(sql`update exchange.outgoing set next_at = ${at} where partner_id = ${partnerId} and sent_at is null and next_at > ${at}
    and (fault = 'unreachable' or fault is null or fault_code in ('exchange.unknownKey', 'exchange.keyNotValid', 'exchange.clockApart'))`);

/** Puts a partner's other messages off as well: it has just not answered. */
export const putOff = (tx: Tx, partnerId: string, nextAt: Date): void =>
  tx.write(sql`update exchange.outgoing set next_at = greatest(next_at, ${nextAt})
    where partner_id = ${partnerId} and sent_at is null`);

export function noteSent(tx: Tx, partnerId: string, id: string, at: Date): void {
  tx.write(
    sql`update exchange.outgoing set sent_at = ${at}, attempts = attempts + 1, fault = null, fault_code = null where id = ${id} and sent_at is null`,
  );
  tx.write(sql`update exchange.partner set last_answer_at = ${at} where id = ${partnerId}`);
}

/** Whether a question of this kind waits already. */
export const isWaiting = async (tx: Tx, partnerId: string, kind: Envelope['kind']): Promise<boolean> =>
  (await tx.maybe(sql`select 1 from exchange.outgoing where partner_id = ${partnerId} and kind = ${kind} and sent_at is null limit 1`)) !==
  undefined; // prettier-ignore

export interface Answered {
  answer: string;
  /** Bytes beside the answer, in base64. */
  data?: string;
  keyId: string;
  signature: string;
}

export const insertMessage = (
  tx: Tx,
  direction: 'in' | 'out',
  partnerId: string,
  m: Envelope,
  a: Answered,
  at: Date,
): void =>
  tx.write(sql`insert into exchange.message (id, direction, partner_id, kind, payload, key_id, nonce, sent_at, signature, answer, answer_key_id, answer_signature, at, data_hash)
    values (${m.id}, ${direction}, ${partnerId}, ${m.kind}, ${m.payload}, ${m.keyId}, ${m.nonce}, ${m.sentAt}, ${m.signature}, ${a.answer}, ${a.keyId}, ${a.signature}, ${at}, ${hashOfData(m.data ?? a.data) || null})
    on conflict do nothing`);

/** One at a time of those that carry the same id. */
export const lockMessage = (tx: Tx, id: string) =>
  tx.many(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);

export const findMessage = (tx: Reader, partnerId: string, id: string) =>
  tx.maybe(sql<{
    kind: string;
    payload: string;
    answer: string;
    dataHash: string | null;
  }>`select kind, payload, answer, data_hash from exchange.message
    where partner_id = ${partnerId} and direction = 'in' and id = ${id}`);

/** Whether this delivery is the first with its nonce. */
export const isFirstDelivery = async (tx: Tx, partnerId: string, m: Envelope, at: Date): Promise<boolean> =>
  (await tx.maybe(sql`insert into exchange.delivery (nonce, partner_id, message_id, at) values (${m.nonce}, ${partnerId}, ${m.id}, ${at})
    on conflict do nothing returning nonce`)) !== undefined;
