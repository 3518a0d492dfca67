/** SQL of accounts and sessions. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Post } from '#platform/permissions';
import { ownConstraints } from '#platform/problems';
import { peopleProblems } from '../problems.ts';

ownConstraints({
  account_login_name_unique: peopleProblems.loginNameTaken,
  account_phone_unique: peopleProblems.phoneTaken,
  account_person_unique: peopleProblems.identityTaken,
});

/** A session with all that an Actor is made of. */
export interface SessionRow {
  id: string;
  accountId: string;
  createdAt: Date;
  lastSeenAt: Date;
  secondFactor: boolean;
  mustChangePassword: boolean;
  personId: string | null;
  name: string;
  /** Null when there is none. */
  posts: Post[] | null;
  /** Posts of absent colleagues who named this account. */
  standIns: Post[] | null;
}

// One round trip, each part by an index. Administration and audit are not handed to a stand-in: they go by their own posts.
const sessionByHash = prepared<SessionRow>(`
  select s.id, s.account_id, s.created_at, s.last_seen_at, s.second_factor, a.must_change_password, a.person_id,
         coalesce(p.name, a.name) as name,
         (select jsonb_agg(jsonb_build_object('role', o.role, 'departmentId', o.department_id, 'outletId', o.outlet_id))
            from people.post o
           where o.account_id = s.account_id and o.from_on <= $2 and (o.until_on is null or o.until_on >= $2)) as posts,
         (select jsonb_agg(jsonb_build_object('role', o.role, 'departmentId', o.department_id, 'outletId', o.outlet_id,
                                              'standsInFor', b.account_id))
            from people.absence b
            join people.account c on c.id = b.account_id and c.disabled_at is null
            join people.post o on o.account_id = b.account_id
           where b.stand_in_id = s.account_id and b.cancelled_at is null and b.from_on <= $2 and b.until_on >= $2
             and o.from_on <= $2 and (o.until_on is null or o.until_on >= $2)
             and o.role not in ('admin', 'auditor')) as stand_ins
    from people.session s
    join people.account a on a.id = s.account_id
    left join people.person p on p.id = a.person_id
   where s.hash = $1 and s.ended_at is null and a.disabled_at is null`);

/** `day` decides which posts and absences count. */
export const findSession = (reader: Reader, hash: string, day: string): Promise<SessionRow | undefined> =>
  reader.maybe(sessionByHash(hash, day));

const seen = prepared('update people.session set last_seen_at = greatest(last_seen_at, $2) where id = $1');
export const noteSeen = (reader: Reader, sessionId: string, at: Date): Promise<unknown> =>
  reader.many(seen(sessionId, at));

const insertSession = prepared<{ id: string }>(
  `insert into people.session (id, hash, account_id, created_at, last_seen_at, second_factor)
   select $1, $2, a.id, $4, $4, $5 from people.account a where a.id = $3 and a.disabled_at is null returning id`,
);
/** Undefined when the account does not exist or is disabled. */
export const addSession = (
  reader: Reader,
  hash: string,
  accountId: string,
  at: Date,
  secondFactor: boolean,
): Promise<{ id: string } | undefined> => reader.maybe(insertSession(newId(), hash, accountId, at, secondFactor));

const endOne = prepared('update people.session set ended_at = $2 where id = $1 and ended_at is null');
export const endSession = (tx: Tx, sessionId: string, at: Date): void => tx.write(endOne(sessionId, at));

const endAll = prepared(
  'update people.session set ended_at = $2 where account_id = $1 and ended_at is null and id is distinct from $3::uuid',
);
/** Ends all sessions of an account, but for one. */
export const endSessionsOf = (tx: Tx, accountId: string, at: Date, except: string | null = null): void =>
  tx.write(endAll(accountId, at, except));

export interface NewAccount {
  id?: string;
  loginName: string;
  name: string;
  phone?: string | null;
  email?: string | null;
  /** argon2id in PHC form; null cannot sign in with a password. */
  passwordHash?: string | null;
  personId?: string | null;
  mustChangePassword?: boolean;
  staff?: boolean;
}

export function insertAccount(tx: Tx, account: NewAccount & { id: string }, at: Date): void {
  tx.write(
    sql`insert into people.account (id, login_name, phone, email, name, password_hash, must_change_password, person_id, staff, created_at)
      values (${account.id}, ${account.loginName.toLowerCase()}, ${account.phone ?? null}, ${account.email ?? null}, ${account.name},
        ${account.passwordHash ?? null}, ${account.mustChangePassword ?? false}, ${account.personId ?? null}, ${account.staff ?? false}, ${at})`,
  );
}
