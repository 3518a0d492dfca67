/** All SQL of undertakings and of the record of promises. */
import { inserting, prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Day } from '#modules/deadlines';
import type { Undertaking, UndertakingState } from './undertaking.ts';

const columns = [
  'id', 'case_id', 'material_id', 'material_name', 'kind', 'state', 'made_on', 'due_on', 'person_id', 'organisation_id', 'department_id',
  'sampled', 'remind_at', 'next_at', 'ended_at',
] as const; // prettier-ignore
const keyOf = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const insertRow = inserting('cases.undertaking', columns);

export const insertUndertaking = (tx: Tx, row: Undertaking): void =>
  tx.write(insertRow(columns.map((column) => row[keyOf(column) as keyof Undertaking])));

const ofCase = prepared<Undertaking>('select * from cases.undertaking where case_id = $1 order by id');
/** All that was undertaken in a case. The lock on the case holds whoever would change it. */
export const undertakingsOf = (reader: Reader, caseId: string): Promise<Undertaking[]> => reader.many(ofCase(caseId));

/** Moves undertakings on; those that ended are in no list of open ones and no sweep. */
export const moveUndertakings = (
  tx: Tx,
  ids: readonly string[],
  to: { state: UndertakingState; endedAt: Date | null; dueOn?: Day; nextAt?: Date | null },
): void =>
  tx.write(sql`
    update cases.undertaking set state = ${to.state}, ended_at = ${to.endedAt}, remind_at = null,
           next_at = ${to.nextAt ?? null}, due_on = coalesce(${to.dueOn ?? null}::date, due_on)
     where id = any(${[...ids]}::uuid[])`);

/** From the decision on, the drawn promises of a case are to be checked by a day. */
export const setCheckDay = (tx: Tx, caseId: string, checkBy: Day): void =>
  tx.write(sql`
    update cases.undertaking set due_on = ${checkBy}
     where case_id = ${caseId} and kind = 'promise' and sampled and ended_at is null`);

const lapsing = prepared<{ caseId: string }>(
  'select case_id from cases.undertaking where next_at <= $1 group by case_id order by min(next_at) limit 200',
);
/** Cases in which something that was undertaken is over its day. */
export const casesLapsing = (reader: Reader, at: Date): Promise<{ caseId: string }[]> => reader.many(lapsing(at));

/** Takes the reminders that are due out of the table; whoever takes one sends it, in the same transaction. */
export const takeReminders = (tx: Tx, at: Date): Promise<Undertaking[]> =>
  tx.many<Undertaking>(sql`
    update cases.undertaking u set remind_at = null
      from (select id from cases.undertaking where remind_at <= ${at} order by remind_at limit 200 for update skip locked) due
     where u.id = due.id returning u.*`);

export interface RecordEntry {
  id: string;
  undertakingId: string;
  caseId: string;
  personId: string | null;
  organisationId: string | null;
  enteredAt: Date;
  what: string;
  barredUntil: Day | null;
}
const insertEntry = inserting('cases.promise_record', [
  'id', 'undertaking_id', 'case_id', 'person_id', 'organisation_id', 'entered_at', 'what', 'barred_until',
]); // prettier-ignore
export const enterRecord = (tx: Tx, entry: RecordEntry): void =>
  tx.write(
    insertEntry([entry.id, entry.undertakingId, entry.caseId, entry.personId, entry.organisationId, entry.enteredAt, entry.what, entry.barredUntil]), // prettier-ignore
  );

interface Party {
  personId: string | null;
  organisationId: string | null;
}
const ofParty = ({ personId, organisationId }: Party) =>
  organisationId ? sql`r.organisation_id = ${organisationId}` : sql`r.person_id = ${personId}`;

/** Until when the party is barred from undertaking anything; undefined: it is not. Entries that were struck out do not count. */
export async function findBar(reader: Reader, party: Party, today: Day): Promise<Day | undefined> {
  const { until } = await reader.one<{ until: Day | null }>(sql`
    select max(r.barred_until) as until from cases.promise_record r
     where ${ofParty(party)} and r.barred_until >= ${today} and not exists (select 1 from cases.promise_struck s where s.record_id = r.id)`);
  return until ?? undefined;
}

export interface ShownEntry extends RecordEntry {
  caseNumber: string;
  itemName: string;
  departmentId: string;
  struckAt: Date | null;
  struckReason: string | null;
}
const shown = sql`
  select r.*, c.number as case_number, c.item_name, c.department_id, s.at as struck_at, s.reason as struck_reason
    from cases.promise_record r join cases."case" c on c.id = r.case_id left join cases.promise_struck s on s.record_id = r.id`;
/** The record of a person or a company, the newest first. */
export const recordOf = (reader: Reader, party: Party): Promise<ShownEntry[]> =>
  reader.many<ShownEntry>(sql`${shown} where ${ofParty(party)} order by r.entered_at desc limit 100`);
export const findEntry = (reader: Reader, id: string): Promise<ShownEntry | undefined> =>
  reader.maybe<ShownEntry>(sql`${shown} where r.id = ${id}`);
export const strikeEntry = (tx: Tx, struck: { recordId: string; at: Date; accountId: string; reason: string }): void =>
  tx.write(sql`
    insert into cases.promise_struck (record_id, at, account_id, reason)
    values (${struck.recordId}, ${struck.at}, ${struck.accountId}, ${struck.reason}) on conflict do nothing`);

export interface ListedUndertaking extends Undertaking {
  caseNumber: string;
  itemName: string;
  applicantName: string;
  caseState: string;
}
/** How many are counted at most; a list of more says that it is. */
const countedAtMost = 10_000;

/**
 * What is open in some departments, or in all: what is due first comes first. Promises that were not drawn for the check are asked for apart.
 * A page reads its own rows along an index, and the count stops at ten thousand.
 */
export async function openUndertakings(
  reader: Reader,
  asked: {
    departmentIds?: readonly string[];
    kind?: string;
    state?: string;
    undrawn: boolean;
    limit: number;
    offset: number;
  },
): Promise<{ rows: ListedUndertaking[]; total: number; more: boolean }> {
  const { departmentIds, kind, state } = asked;
  // Nearly everybody has one department: then the index gives the rows in their order.
  const ours = (ids: readonly string[]) =>
    ids.length === 1 ? sql`u.department_id = ${ids[0]}` : sql`u.department_id = any(${[...ids]}::uuid[])`;
  const where = sql.join(
    [
      sql`u.ended_at is null`,
      asked.undrawn
        ? sql`u.kind = 'promise' and u.state = 'open' and not u.sampled`
        : sql`not (u.kind = 'promise' and u.state = 'open' and not u.sampled)`,
      ...(departmentIds ? [ours(departmentIds)] : []),
      ...(kind ? [sql`u.kind = ${kind}`] : []),
      // Written out for what has an index of its own: a parameter would not be seen to be one of the two.
      ...(state === 'lapsed' || state === 'broken'
        ? [sql`u.state in ('lapsed', 'broken') and u.state = ${state}`]
        : state
          ? [sql`u.state = ${state}`]
          : []),
    ],
    sql` and `,
  );
  const found = await reader.many<ListedUndertaking & { all: number; id: string | null }>(sql`
    select n."all", p.* from (select count(*)::int as "all" from (select from cases.undertaking u where ${where} limit ${countedAtMost + 1}) few) n
      left join lateral (
        select u.*, c.number as case_number, c.item_name, c.applicant_name, c.state as case_state
          from (select u.* from cases.undertaking u where ${where} order by u.due_on, u.id limit ${asked.limit} offset ${asked.offset}) u
          join cases."case" c on c.id = u.case_id order by u.due_on, u.id) p on true`);
  const all = found[0]?.all ?? 0;
  return {
    rows: found.flatMap(({ all: _, ...row }) => (row.id === null ? [] : [row])),
    total: Math.min(all, countedAtMost),
    more: all > countedAtMost,
  };
}
