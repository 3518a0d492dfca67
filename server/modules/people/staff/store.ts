/** SQL of posts and absence. */
import { shanghaiDay } from '#platform/clock';
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Post } from '#platform/permissions';
import { general } from '#platform/problems';
import type { Account } from '../sign-in/store.ts';

/** A post as it is stored; days of Asia/Shanghai, both included. */
export interface PostRow extends Omit<Post, 'standsInFor'> {
  id: string;
  accountId: string;
  fromOn: string;
  /** Null while it lasts. */
  untilOn: string | null;
  givenBy: string | null;
}

export const insertPosts = (tx: Tx, posts: readonly PostRow[], at: Date): void =>
  tx.write(
    sql`insert into people.post (id, account_id, role, department_id, outlet_id, from_on, until_on, given_by, created_at)
      select id, "accountId", role, "departmentId", "outletId", "fromOn", "untilOn", "givenBy", ${at}
        from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb) as r(id uuid, "accountId" uuid, role text, "departmentId" uuid,
          "outletId" uuid, "fromOn" date, "untilOn" date, "givenBy" uuid)`,
  );

/** A member of staff with a post that counts. */
export interface StaffMember {
  accountId: string;
  name: string;
  roles: Post['role'][];
}

const staffOfDepartment = prepared<StaffMember>(`
  select a.id as account_id, a.name, array_agg(distinct o.role order by o.role) as roles
    from people.post o join people.account a on a.id = o.account_id
   where o.department_id = $1 and o.from_on <= $2 and (o.until_on is null or o.until_on >= $2) and a.disabled_at is null
   group by a.id, a.name order by a.name, a.id`);

/** Who has a post at the department on the day. */
export const staffOf = (reader: Reader, departmentId: string, day: string): Promise<StaffMember[]> =>
  reader.many(staffOfDepartment(departmentId, day));

const names = prepared<{ id: string; name: string }>(
  `select a.id, coalesce(p.name, a.name) as name from people.account a left join people.person p on p.id = a.person_id
    where a.id = any($1::uuid[])`,
);
/** Names by account; accounts that do not exist are left out. */
export async function nameOfAccounts(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await reader.many(names([...new Set(ids)]))).map(({ id, name }) => [id, name]));
}

const phones = prepared<{ id: string; phone: string }>(
  `select a.id, coalesce(a.phone, p.phone) as phone from people.account a left join people.person p on p.id = a.person_id
    where a.id = any($1::uuid[]) and a.disabled_at is null and coalesce(a.phone, p.phone) <> ''`,
);
/** Telephone numbers by account, for messages; accounts that are shut, or have none, are left out. */
export async function phonesOfAccounts(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await reader.many(phones([...new Set(ids)]))).map(({ id, phone }) => [id, phone]));
}

const postsOfAccount = prepared<Pick<Post, 'role' | 'departmentId' | 'outletId'>>(
  `select role, department_id, outlet_id from people.post
    where account_id = $1 and from_on <= $2 and (until_on is null or until_on >= $2) order by role`,
);
/** The posts of an account that count now, without those of absent colleagues. */
export const postsNow = (reader: Reader, accountId: string, at: Date) =>
  reader.many(postsOfAccount(accountId, shanghaiDay(at)));

export const markStaff = (tx: Tx, accountId: string): void =>
  tx.write(sql`update people.account set staff = true where id = ${accountId} and not staff`);

/** Keeps two acts on one account apart until the first is done. */
export const lockAccount = (tx: Tx, accountId: string): void =>
  tx.write(sql`select 1 from people.account where id = ${accountId} for update`);
/** Keeps acts that take administrators away apart: of two, the second sees what the first has left. */
export const lockAdministrators = (tx: Tx): void =>
  tx.write(sql`select pg_advisory_xact_lock(hashtext('people.administrators'))`);

const lasting = prepared<PostRow>(
  `select id, account_id, role, department_id, outlet_id, from_on, until_on, given_by from people.post
    where account_id = any($1::uuid[]) and (until_on is null or until_on >= $2) order by from_on, role, id`,
);
/** Posts that count on the day or later. */
export const lastingPosts = (reader: Reader, accountIds: readonly string[], day: string): Promise<PostRow[]> =>
  reader.many(lasting(accountIds, day));

const clerksOfOutlet = prepared<{ accountId: string; name: string; departmentId: string | null; fromOn: string }>(
  `select a.id as account_id, a.name, min(o.department_id::text)::uuid as department_id, min(o.from_on) as from_on
     from people.post o join people.account a on a.id = o.account_id and a.disabled_at is null
    where o.outlet_id = $1 and o.role = 'clerk' and o.from_on <= $2 and (o.until_on is null or o.until_on >= $2)
    group by a.id, a.name order by a.name, a.id limit 1000`,
);
/** Those with a clerk's post at the outlet on the day, and since when. */
export const clerksAt = (reader: Reader, outletId: string, day: string) => reader.many(clerksOfOutlet(outletId, day));

/** Throws `general.notFound`. */
export async function getPost(reader: Reader, id: string): Promise<PostRow> {
  const post = await reader.maybe(
    sql<PostRow>`select id, account_id, role, department_id, outlet_id, from_on, until_on, given_by from people.post where id = ${id}`,
  );
  if (!post) throw general.notFound();
  return post;
}

export const setPostEnd = (tx: Tx, id: string, untilOn: string): void =>
  tx.write(sql`update people.post set until_on = greatest(${untilOn}::date, from_on - 1) where id = ${id}`);

/** Administrators who could act on the day, but for one account. */
export const countOtherAdministrators = async (tx: Tx, accountId: string, day: string): Promise<number> =>
  (
    await tx.one(
      sql<{
        n: number;
      }>`select count(distinct o.account_id) as n from people.post o join people.account a on a.id = o.account_id
        where o.role = 'admin' and o.account_id <> ${accountId} and a.disabled_at is null and o.from_on <= ${day}::date
          and (o.until_on is null or o.until_on > ${day}::date)`,
    )
  ).n;

export interface StaffFilter {
  departmentId?: string | undefined;
  outletId?: string | undefined;
  role?: string | undefined;
  words?: string | undefined;
  disabled?: boolean | undefined;
}

/** A page of staff with the count of the same read. */
export async function listAccounts(
  reader: Reader,
  filter: StaffFilter,
  day: string,
  limit: number,
  offset: number,
): Promise<{ rows: Account[]; total: number }> {
  const { departmentId = null, outletId = null, role = null, words = '' } = filter;
  const rows = await reader.many(
    sql<Account & { total: number }>`
      select a.id, a.login_name, a.phone, a.email, a.name, a.person_id, a.must_change_password, a.totp_confirmed_at, a.disabled_at,
             a.disabled_reason, a.staff, a.version, a.created_at, count(*) over ()::int as total
        from people.account a
       where a.staff and (${filter.disabled ?? false} or a.disabled_at is null)
         and position(lower(${words}) in lower(a.name || ' ' || a.login_name)) > 0
         and (${departmentId ?? outletId ?? role}::text is null or exists (
           select from people.post o where o.account_id = a.id and (o.until_on is null or o.until_on >= ${day}::date)
             and (${departmentId}::uuid is null or o.department_id = ${departmentId}::uuid)
             and (${outletId}::uuid is null or o.outlet_id = ${outletId}::uuid)
             and (${role}::text is null or o.role = ${role}::text)))
       order by a.name, a.id limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(({ total: _, ...account }) => account), total: rows[0]?.total ?? 0 };
}

/** Writes what an administrator may write; undefined when somebody was quicker. */
export const updateAccount = (
  tx: Tx,
  id: string,
  edit: { name: string; phone: string | null; email: string | null; version: number },
): Promise<{ id: string } | undefined> =>
  tx.maybe(
    sql<{
      id: string;
    }>`update people.account set name = ${edit.name}, phone = ${edit.phone}, email = ${edit.email}, version = version + 1
      where id = ${id} and version = ${edit.version} returning id`,
  );

/** Null opens the account again. */
export const setDisabled = (tx: Tx, id: string, at: Date | null, reason: string): void =>
  tx.write(
    sql`update people.account set disabled_at = ${at}, disabled_reason = ${at ? reason : null}, version = version + 1 where id = ${id}`,
  );
