/** SQL of absence. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Post } from '#platform/permissions';
import { general } from '#platform/problems';

/** Days of Asia/Shanghai, both included. */
export interface Absence {
  id: string;
  accountId: string;
  fromOn: string;
  untilOn: string;
  standInId: string | null;
  reason: string;
  createdBy: string | null;
  cancelledAt: Date | null;
}
/** An absence with the names of both. */
export interface NamedAbsence extends Absence {
  name: string;
  standInName: string | null;
}

export const insertAbsences = (tx: Tx, absences: readonly Absence[], at: Date): void =>
  tx.write(
    sql`insert into people.absence (id, account_id, from_on, until_on, stand_in_id, reason, created_by, created_at)
      select id, "accountId", "fromOn", "untilOn", "standInId", reason, "createdBy", ${at}
        from jsonb_to_recordset(${JSON.stringify(absences)}::jsonb) as r(id uuid, "accountId" uuid, "fromOn" date, "untilOn" date,
          "standInId" uuid, reason text, "createdBy" uuid)`,
  );

const named =
  sql.raw(`select b.id, b.account_id, b.from_on, b.until_on, b.stand_in_id, b.reason, b.created_by, b.cancelled_at,
    a.name, s.name as stand_in_name, count(*) over ()::int as total
  from people.absence b join people.account a on a.id = b.account_id left join people.account s on s.id = b.stand_in_id`);

/** Throws `general.notFound`. */
export async function getAbsence(reader: Reader, id: string): Promise<NamedAbsence> {
  const absence = await reader.maybe(sql<NamedAbsence>`${named} where b.id = ${id}`);
  if (!absence) throw general.notFound();
  return absence;
}

/** Absences that end on the day or later, the nearest first, with the count of the same read. */
export async function listAbsences(
  reader: Reader,
  filter: { departmentId?: string | undefined; accountId?: string | undefined; fromOn: string },
  limit: number,
  offset: number,
): Promise<{ rows: NamedAbsence[]; total: number }> {
  const { departmentId = null, accountId = null } = filter;
  const rows = await reader.many(
    sql<NamedAbsence & { total: number }>`${named}
      where b.until_on >= ${filter.fromOn}::date and b.cancelled_at is null and (${accountId}::uuid is null or b.account_id = ${accountId}::uuid)
        and (${departmentId}::uuid is null or exists (select from people.post o where o.account_id = b.account_id
          and o.department_id = ${departmentId}::uuid and (o.until_on is null or o.until_on >= b.from_on)))
      order by b.from_on, a.name, b.id limit ${limit} offset ${offset}`,
  );
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Whether one of the accounts is away on one of the days. */
export const isAway = async (tx: Reader, accountId: string, fromOn: string, untilOn: string): Promise<boolean> =>
  (
    await tx.one(
      sql<{
        away: boolean;
      }>`select exists (select from people.absence where account_id = ${accountId} and cancelled_at is null
        and from_on <= ${untilOn}::date and until_on >= ${fromOn}::date) as away`,
    )
  ).away;

export const cancel = (tx: Tx, id: string, at: Date): Promise<{ id: string } | undefined> =>
  tx.maybe(
    sql<{
      id: string;
    }>`update people.absence set cancelled_at = ${at} where id = ${id} and cancelled_at is null returning id`,
  );

/** Which of the accounts are away on the day. */
export const awayOn = async (reader: Reader, accountIds: readonly string[], day: string): Promise<Set<string>> =>
  new Set(
    (
      await reader.many(
        sql<{ accountId: string }>`select account_id from people.absence where account_id = any(${accountIds}::uuid[])
          and cancelled_at is null and from_on <= ${day}::date and until_on >= ${day}::date`,
      )
    ).map(({ accountId }) => accountId),
  );

/** When the accounts are away within some days, both included. */
export const absencesBetween = (
  reader: Reader,
  accountIds: readonly string[],
  from: string,
  to: string,
): Promise<Pick<Absence, 'accountId' | 'fromOn' | 'untilOn'>[]> =>
  reader.many(
    sql<Absence>`select account_id, from_on, until_on from people.absence where account_id = any(${[...accountIds]}::uuid[])
      and cancelled_at is null and from_on <= ${to}::date and until_on >= ${from}::date`,
  );

/** A post that counts on a day, and who stands in if its holder is away. */
export interface PostHolder {
  accountId: string;
  role: Post['role'];
  departmentId: string | null;
  standInId: string | null;
}

const holders = prepared<PostHolder>(
  `select a.id as account_id, o.role, o.department_id, s.id as stand_in_id
     from people.post o join people.account a on a.id = o.account_id and a.disabled_at is null
     left join people.absence b on b.account_id = a.id and b.cancelled_at is null and b.from_on <= $3 and b.until_on >= $3
     left join people.account s on s.id = b.stand_in_id and s.disabled_at is null
    where (o.department_id = any($1::uuid[]) or o.account_id = any($2::uuid[]) or o.role = 'office')
      and o.from_on <= $3 and (o.until_on is null or o.until_on >= $3)
    order by o.role, a.id`,
);
/**
 * The posts of these departments, of these accounts and of the service office that count on the day. Whoever is away stands there with the
 * colleague who stands in; without one, alone.
 */
export const postHolders = (
  reader: Reader,
  departmentIds: readonly string[],
  accountIds: readonly string[],
  day: string,
): Promise<PostHolder[]> => reader.many(holders(departmentIds, accountIds, day));

/** The post of an absent colleague, exercised by the account. */
export interface StandInPost extends Post {
  accountId: string;
  standsInFor: string;
}
// The same as the posts of a session have them.
const standIns = prepared<StandInPost>(
  `select b.stand_in_id as account_id, o.role, o.department_id, o.outlet_id, b.account_id as stands_in_for
     from people.absence b
     join people.account c on c.id = b.account_id and c.disabled_at is null
     join people.post o on o.account_id = b.account_id
    where b.stand_in_id = any($1::uuid[]) and b.cancelled_at is null and b.from_on <= $2 and b.until_on >= $2
      and o.from_on <= $2 and (o.until_on is null or o.until_on >= $2) and o.role not in ('admin', 'auditor')`,
);
/** The posts of absent colleagues that these accounts exercise on the day; administration and audit are not handed to a stand-in. */
export const standInPosts = (reader: Reader, accountIds: readonly string[], day: string): Promise<StandInPost[]> =>
  reader.many(standIns(accountIds, day));
