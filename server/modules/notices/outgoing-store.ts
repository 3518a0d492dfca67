/** SQL of what goes out by SMS and e-mail. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Language, NoticeFacts, TemplateKey } from './templates.ts';

export type Channel = 'sms' | 'email';
/** `noAddress`: the person has none; `unwanted`: switched off meanwhile; `ranOut`: too late to be of use; `givenUp`: an operator must look. */
export type OutgoingState = 'waiting' | 'sent' | 'givenUp' | 'noAddress' | 'unwanted' | 'ranOut';

/** A message that was claimed for sending. Either `codeId` or the fields of its notice are there. */
export interface Claimed {
  id: string;
  channel: Channel;
  attempts: number;
  createdAt: Date;
  codeId: string | null;
  personId: string | null;
  accountId: string | null;
  template: TemplateKey | null;
  facts: NoticeFacts | null;
  language: Language;
  wanted: boolean;
}

/** Longer than a batch can take: only a sender that died leaves a claim to run out. */
const leaseSeconds = 300;

const claim = prepared<Claimed>(
  `with due as (
     select id from notices.outgoing
      where state = 'waiting' and next_at <= $1 and (urgent or not $2)
      order by urgent desc, next_at limit $3 for update skip locked
   ), claimed as (
     update notices.outgoing o set attempts = o.attempts + 1, next_at = $1::timestamptz + interval '${leaseSeconds} seconds'
       from due where o.id = due.id
     returning o.id, o.channel, o.attempts, o.created_at, o.code_id, o.notice_id
   )
   select c.id, c.channel, c.attempts, c.created_at, c.code_id, n.person_id, n.account_id, n.template, n.facts,
          coalesce(p.language, 'zh-CN') as language,
          case c.channel when 'sms' then coalesce(p.sms, true) else coalesce(p.email, c.code_id is not null) end as wanted
     from claimed c
     left join notices.notice n on n.id = c.notice_id
     left join notices.preference p on p.person_id = n.person_id`,
);
const settle = prepared(
  `update notices.outgoing o set state = s.state, sent_at = s.sent_at, provider_id = s.provider_id, last_error = s.error,
          next_at = coalesce(s.next_at, o.next_at)
     from jsonb_to_recordset($1::jsonb)
       as s(id uuid, state text, sent_at timestamptz, provider_id text, error text, next_at timestamptz)
    where o.id = s.id and o.state = 'waiting'`,
);

/** Claims up to so many that are due, urgent ones first, for this sender alone. */
export const claimDue = (tx: Tx, now: Date, quiet: boolean, limit: number): Promise<Claimed[]> =>
  tx.many(claim(now, quiet, limit));

/** What became of an attempt. With `waiting` it is tried again at `nextAt`. */
export interface Settled {
  id: string;
  state: OutgoingState;
  sentAt?: Date;
  providerId?: string;
  error?: string;
  nextAt?: Date;
}

/** Notes what became of attempts, in one statement for all of them. */
export const saveSettled = (tx: Tx, settled: readonly Settled[]): void =>
  tx.write(
    settle(
      JSON.stringify(
        settled.map(({ id, state, sentAt, providerId, error, nextAt }) => ({
          id,
          state,
          sent_at: sentAt,
          provider_id: providerId,
          error,
          next_at: nextAt,
        })),
      ),
    ),
  );

/** A code that is to go out at once. The event may come twice; the message goes once. */
export const saveCodes = (tx: Tx, codes: readonly { id: string; codeId: string; channel: Channel }[], at: Date): void =>
  tx.write(sql`
    insert into notices.outgoing (id, code_id, channel, urgent, next_at, created_at)
    select r.id, r."codeId", r.channel, true, ${at}, ${at}
      from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as r(id uuid, "codeId" uuid, channel text)
    on conflict do nothing`);

/** One that an operator should look at. No address and no words: only what is needed to find the cause. */
export interface StuckRow {
  id: string;
  channel: Channel;
  template: string;
  state: OutgoingState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  nextAt: Date;
}

/** What was given up, and what has waited for more than a quarter of an hour. */
export async function listStuck(
  reader: Reader,
  page: { now: Date; limit: number; offset: number },
): Promise<{ rows: StuckRow[]; total: number }> {
  const late = new Date(page.now.getTime() - 15 * 60_000);
  const found = await reader.many<StuckRow & { total: number }>(sql`
    select o.id, o.channel, coalesce(n.template, 'code') as template, o.state, o.attempts, o.last_error, o.created_at,
           o.next_at, count(*) over () as total
      from notices.outgoing o left join notices.notice n on n.id = o.notice_id
     where o.state = 'givenUp' or (o.state = 'waiting' and o.attempts > 0 and o.created_at < ${late})
     order by o.created_at desc limit ${page.limit} offset ${page.offset}`);
  return { total: found[0]?.total ?? 0, rows: found.map(stuckOf) };
}

const stuckOf = ({ id, channel, template, state, attempts, lastError, createdAt, nextAt }: StuckRow): StuckRow => ({
  id,
  channel,
  template,
  state,
  attempts,
  lastError,
  createdAt,
  nextAt,
});

/** Puts given-up messages back; all of them without ids. Codes are not put back: they have run out. */
export const saveRetried = (tx: Tx, ids: readonly string[] | null, at: Date): Promise<{ id: string }[]> =>
  tx.many(sql<{ id: string }>`
    update notices.outgoing set state = 'waiting', attempts = 0, next_at = ${at}, last_error = null
     where state = 'givenUp' and notice_id is not null and (${ids}::uuid[] is null or id = any(${ids}::uuid[]))
    returning id`);

/** Deletes what has served its purpose; the notice itself stays in the inbox of a person, that of a post when it was read half a year ago. */
export function deleteOld(tx: Tx, sentBefore: Date, outboxBefore: Date): void {
  tx.write(sql`delete from notices.notice where account_id is not null and read_at < ${sentBefore}`);
  tx.write(sql`delete from notices.outgoing where state <> 'waiting' and created_at < ${sentBefore}`);
  tx.write(sql`delete from notices.outbox where at < ${outboxBefore}`);
}

export interface OutboxRow {
  id: string;
  channel: Channel;
  address: string;
  subject: string | null;
  body: string;
  at: Date;
}

/** Demo only. The same id a second time changes nothing. */
export const saveToOutbox = (tx: Tx, row: OutboxRow): void =>
  tx.write(sql`
    insert into notices.outbox (id, channel, address, subject, body, at)
    values (${row.id}, ${row.channel}, ${row.address}, ${row.subject}, ${row.body}, ${row.at})
    on conflict (id) do nothing`);

export const listOutbox = (reader: Reader, limit: number): Promise<OutboxRow[]> =>
  reader.many(
    sql<OutboxRow>`select id, channel, address, subject, body, at from notices.outbox order by at desc, id desc limit ${limit}`,
  );
