/** SQL of posts and absence. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Post } from '#platform/permissions';

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
