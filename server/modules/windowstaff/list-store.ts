/** SQL of the list of window staff, its figures, and of what is looked at by the day. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import type { MemberState } from './member.ts';
import type { MemberRow } from './member-store.ts';
import { windowStaffProblems } from './problems.ts';
import type { Standard } from './standard.ts';
import { attendedBy } from './training-store.ts';

ownConstraints({
  standard_day_key: () => windowStaffProblems.standardThere(),
});

export interface MemberFilter {
  /** Departments whose people the reader may see; undefined: all. */
  within?: readonly string[] | undefined;
  outletId?: string;
  departmentId?: string;
  state?: MemberState;
  active?: boolean;
  qualified?: boolean;
  overdue?: boolean;
  words?: string;
}

const active = sql`m.state in ('training', 'probation', 'confirmed')`;
const qualifiedOn = (today: string) =>
  sql`exists (select from windowstaff.qualification q where q.member_id = m.id and q.withdrawn_at is null
    and q.from_on <= ${today}::date and q.until_on >= ${today}::date)`;
const overdueOn = (today: string) => sql`(m.state = 'probation' and m.probation_until < ${today}::date)`;

function conditionsOf(filter: MemberFilter, today: string) {
  const all = [sql`m.forgotten_at is null`];
  if (filter.within) all.push(sql`m.department_id = any(${[...filter.within]}::uuid[])`);
  if (filter.outletId) all.push(sql`m.outlet_id = ${filter.outletId}`);
  if (filter.departmentId) all.push(sql`m.department_id = ${filter.departmentId}`);
  if (filter.state) all.push(sql`m.state = ${filter.state}`);
  if (filter.active !== undefined) all.push(filter.active ? active : sql`not ${active}`);
  if (filter.qualified !== undefined) all.push(filter.qualified ? qualifiedOn(today) : sql`not ${qualifiedOn(today)}`);
  if (filter.overdue !== undefined) all.push(filter.overdue ? overdueOn(today) : sql`not ${overdueOn(today)}`);
  if (filter.words) all.push(sql`position(lower(${filter.words}) in lower(m.name)) > 0`);
  return sql.join(all, sql` and `);
}

/** A page in the order of what is to be done first, with the count of the same read. */
export async function listMembers(reader: Reader, filter: MemberFilter, today: string, limit: number, offset: number) {
  const where = conditionsOf(filter, today);
  const order =
    sql.raw(`case p.state when 'sent' then 0 when 'probation' then 1 when 'training' then 2 when 'confirmed' then 3 else 4 end,
    p.probation_until, p.name, p.id`);
  const found = await reader.many(sql<MemberRow & { trainingMinutes: number; total: number }>`
    select n.total, p.*, coalesce((select sum(a.minutes) from ${attendedBy(today)} a where a.member_id = p.id), 0)::int as training_minutes
      from (select count(*) as total from windowstaff.member m where ${where}) n
      left join lateral (select p.* from (select m.* from windowstaff.member m where ${where}) p
        order by ${order} limit ${limit} offset ${offset}) p on true order by ${order}`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
}

/** Counts by the conditions of the list. */
export const countMembers = (reader: Reader, filter: MemberFilter, today: string) =>
  reader.many(sql<{ state: MemberState; count: number; qualified: number; overdue: number }>`
    select m.state, count(*) as count, count(*) filter (where ${active} and ${qualifiedOn(today)}) as qualified,
           count(*) filter (where ${overdueOn(today)}) as overdue
      from windowstaff.member m where ${conditionsOf(filter, today)} group by m.state`);

const standards = prepared<{ fromOn: string; body: Omit<Standard, 'fromOn'> }>(
  'select from_on, body from windowstaff.standard where outlet_id = $1 order by from_on desc limit 200',
);
export const listStandards = async (reader: Reader, outletId: string): Promise<Standard[]> =>
  (await reader.many(standards(outletId))).map(({ fromOn, body }) => ({ ...body, fromOn }));
export const insertStandard = (
  tx: Tx,
  row: { id: string; outletId: string; standard: Standard; at: Date; saidBy: string },
): void => {
  const { fromOn, ...body } = row.standard;
  tx.write(sql`insert into windowstaff.standard (id, outlet_id, from_on, body, at, said_by)
    values (${row.id}, ${row.outletId}, ${fromOn}, ${JSON.stringify(body)}::jsonb, ${row.at}, ${row.saidBy})`);
};

/** A day of somebody that comes near, or has passed. */
export interface Nearing {
  memberId: string;
  outletId: string;
  name: string;
  departmentId: string | null;
  accountId: string | null;
  about: 'probation' | 'qualification' | 'thing';
  dueOn: string;
  errandIds: string[];
}
/** Probations and qualifications that end by the days given, and things that those who left still have; the earliest first. */
export const listNearing = (
  reader: Reader,
  asked: { outletId: string | null; today: string; probationBy: string; qualificationBy: string },
  limit: number,
): Promise<Nearing[]> =>
  reader.many(sql<Nearing>`
    select * from (
      select m.id as member_id, m.outlet_id, m.name, m.department_id, m.account_id, 'probation' as about, m.probation_until as due_on,
             '{}'::uuid[] as errand_ids
        from windowstaff.member m where m.state = 'probation' and m.probation_until <= ${asked.probationBy}::date
      union all
      select m.id, m.outlet_id, m.name, m.department_id, m.account_id, 'qualification', q.until_on, array_agg(q.errand_id order by q.errand_id)
        from windowstaff.qualification q join windowstaff.member m on m.id = q.member_id
       where q.withdrawn_at is null and q.until_on >= ${asked.today}::date and q.until_on <= ${asked.qualificationBy}::date
         and m.state in ('training', 'probation', 'confirmed')
         and not exists (select from windowstaff.qualification l where l.member_id = q.member_id and l.errand_id = q.errand_id
           and l.withdrawn_at is null and l.until_on > q.until_on)
       group by m.id, q.until_on
      union all
      select m.id, m.outlet_id, m.name, m.department_id, m.account_id, 'thing', m.ended_on, '{}'::uuid[]
        from windowstaff.member m where m.ended_on is not null and m.forgotten_at is null
         and exists (select from windowstaff.thing t where t.member_id = m.id and t.returned_at is null)
    ) x where (${asked.outletId}::uuid is null or outlet_id = ${asked.outletId}::uuid) order by due_on, member_id limit ${limit}`);

/** Objections at a hall that should have been answered before today, the oldest first. */
export const overdueObjections = (reader: Reader, outletId: string, today: string, limit: number) =>
  reader.many(sql<Pick<Nearing, 'memberId' | 'name' | 'departmentId' | 'dueOn'>>`
    select o.member_id, m.name, m.department_id, o.due_on from windowstaff.objection o join windowstaff.member m on m.id = o.member_id
     where o.answered_at is null and o.due_on < ${today}::date and m.outlet_id = ${outletId} order by o.due_on, o.id limit ${limit}`);

/** Notes reminders; returns those that were not there yet. */
export const noteReminders = (tx: Tx, rows: readonly { memberId: string; about: string; dueOn: string }[], at: Date) =>
  tx.many(sql<{ memberId: string; about: string; dueOn: string }>`
    insert into windowstaff.reminder (member_id, about, due_on, at)
      select "memberId", about, "dueOn", ${at} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("memberId" uuid, about text, "dueOn" date)
      on conflict do nothing returning member_id, about, due_on`);

/** Files whose time is over, a few at once. */
export const filesToForget = (tx: Tx, today: string, limit: number) =>
  tx.many(sql<{
    id: string;
  }>`select id from windowstaff.member where forgotten_at is null and forget_on <= ${today}::date
    order by forget_on limit ${limit} for update skip locked`);
/** Erases what says who somebody was and what they wrote; the bare row stays for the figures. */
export function forgetFiles(tx: Tx, ids: readonly string[], at: Date): void {
  const of = sql`member_id = any(${[...ids]}::uuid[])`;
  tx.write(sql`delete from windowstaff.answer where sitting_id in (select id from windowstaff.sitting where ${of})`);
  tx.write(sql`update windowstaff.doubt set body = '' where ${of}`);
  tx.write(sql`delete from windowstaff.objection where ${of}`);
  tx.write(sql`delete from windowstaff.thing where ${of}`);
  tx.write(sql`delete from windowstaff.step where ${of}`);
  tx.write(sql`delete from windowstaff.reminder where ${of}`);
  tx.write(sql`update windowstaff.member set name = '', account_id = null, sent_by = null, decided_by = null, papers = '[]', forgotten_at = ${at}
    where id = any(${[...ids]}::uuid[])`);
}
