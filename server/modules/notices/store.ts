/** SQL of notices. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Language, NoticeFacts, TemplateKey } from './templates.ts';

export interface NoticeRow {
  id: string;
  subjectId: string | null;
  template: TemplateKey;
  facts: NoticeFacts;
  createdAt: Date;
  readAt: Date | null;
}

export interface PreferenceRow {
  sms: boolean;
  email: boolean;
  language: Language;
}

/** How one is told who never said how: see the comment on the table. */
export const defaultPreference: PreferenceRow = { sms: true, email: false, language: 'zh-CN' };

const insertNotices = prepared(
  `insert into notices.notice (id, person_id, account_id, subject_id, template, facts, created_at)
   select id, person_id, account_id, subject_id, template, facts, $2
     from jsonb_to_recordset($1::jsonb) as g(id uuid, person_id uuid, account_id uuid, subject_id uuid, template text, facts jsonb)`,
);
// Notices and what goes out for them, for a whole batch of events, in one statement.
const insertBatch = prepared(
  `with given as (
     select * from jsonb_to_recordset($1::jsonb)
       as g(id uuid, person_id uuid, account_id uuid, subject_id uuid, template text, facts jsonb, sms_id uuid, email_id uuid)
   ), told as (
     insert into notices.notice (id, person_id, account_id, subject_id, template, facts, created_at)
     select id, person_id, account_id, subject_id, template, facts, $2 from given
   )
   insert into notices.outgoing (id, notice_id, channel, urgent, next_at, created_at)
   select way.id, given.id, way.channel, false, $3, $2
     from given
     left join notices.preference p on p.person_id = given.person_id
    cross join lateral (values (given.sms_id, 'sms', coalesce(p.sms, true)), (given.email_id, 'email', coalesce(p.email, false)))
       as way(id, channel, wanted)
    where way.wanted and way.id is not null`,
);

export interface NoticeToSave {
  id: string;
  /** One of the two. */
  person_id: string | null;
  account_id: string | null;
  subject_id: string | null;
  template: TemplateKey;
  facts: NoticeFacts;
  sms_id: string | null;
  email_id: string | null;
}

/** Stores messages, and what goes out for them from `nextAt` on; nothing goes out without it. */
export function saveNotices(tx: Tx, notices: readonly NoticeToSave[], at: Date, nextAt: Date | undefined): void {
  const given = JSON.stringify(notices);
  tx.write(nextAt ? insertBatch(given, at, nextAt) : insertNotices(given, at));
}

/** Whose inbox: a person's, or that of an account for its posts. */
export type Inbox = { personId: string } | { accountId: string };
const ownedBy = (inbox: Inbox) =>
  'personId' in inbox ? sql`person_id = ${inbox.personId}` : sql`account_id = ${inbox.accountId}`;

export async function listInbox(
  reader: Reader,
  inbox: Inbox,
  page: { limit: number; offset: number; unreadOnly: boolean; subjectId: string | null },
): Promise<{ rows: NoticeRow[]; total: number }> {
  const found = await reader.many<{ total: number; page: NoticeJson | null }>(sql`
    with mine as (
      select id, subject_id, template, facts, created_at, read_at from notices.notice
       where ${ownedBy(inbox)} and (${!page.unreadOnly} or read_at is null)
         and (${page.subjectId}::uuid is null or subject_id = ${page.subjectId}::uuid)
    )
    select counted.total, to_jsonb(page.*) as page from (select count(*) as total from mine) counted
      left join lateral (select * from mine order by created_at desc, id desc limit ${page.limit} offset ${page.offset}) page on true
     order by page.created_at desc, page.id desc`);
  return {
    total: found[0]?.total ?? 0,
    rows: found.flatMap(({ page: row }) =>
      row === null
        ? []
        : [
            {
              id: row.id,
              subjectId: row.subject_id,
              template: row.template,
              facts: row.facts,
              createdAt: new Date(row.created_at),
              readAt: row.read_at === null ? null : new Date(row.read_at),
            },
          ],
    ),
  };
}

/** A notice as the database writes it into JSON. */
interface NoticeJson {
  id: string;
  subject_id: string | null;
  template: TemplateKey;
  facts: NoticeFacts;
  created_at: string;
  read_at: string | null;
}

const unreadOfPerson = prepared<{ unread: number }>(
  'select count(*) as unread from notices.notice where person_id = $1 and read_at is null',
);
const unreadOfAccount = prepared<{ unread: number }>(
  'select count(*) as unread from notices.notice where account_id = $1 and read_at is null',
);
export const countUnread = async (reader: Reader, inbox: Inbox): Promise<number> =>
  (await reader.one('personId' in inbox ? unreadOfPerson(inbox.personId) : unreadOfAccount(inbox.accountId))).unread;

/** Marks one message as read, or all up to now. Reading again changes nothing. */
export const saveRead = (tx: Tx, inbox: Inbox, id: string | null, at: Date): void =>
  tx.write(sql`
    update notices.notice set read_at = ${at}
     where ${ownedBy(inbox)} and read_at is null and (${id}::uuid is null or id = ${id}::uuid)`);

export const findNotice = (
  reader: Reader,
  id: string,
): Promise<{ personId: string | null; accountId: string | null } | undefined> =>
  reader.maybe(
    sql<{
      personId: string | null;
      accountId: string | null;
    }>`select person_id, account_id from notices.notice where id = ${id}`,
  );

export const findPreference = (reader: Reader, personId: string): Promise<PreferenceRow | undefined> =>
  reader.maybe(sql<PreferenceRow>`select sms, email, language from notices.preference where person_id = ${personId}`);

export const savePreference = (tx: Tx, personId: string, row: PreferenceRow): void =>
  tx.write(sql`
    insert into notices.preference (person_id, sms, email, language)
    values (${personId}, ${row.sms}, ${row.email}, ${row.language})
    on conflict (person_id) do update set sms = excluded.sms, email = excluded.email, language = excluded.language`);
