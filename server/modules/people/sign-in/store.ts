/** SQL of accounts and sessions. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';
import type { Post } from '#platform/permissions';
import { general, ownConstraints } from '#platform/problems';
import { peopleProblems } from '../problems.ts';

ownConstraints({
  account_login_name_unique: peopleProblems.loginNameTaken,
  account_phone_unique: peopleProblems.phoneTaken,
  account_person_unique: peopleProblems.hasAccount,
});

/** A session with all that an Actor is made of. */
export interface SessionRow {
  id: string;
  accountId: string;
  createdAt: Date;
  lastSeenAt: Date;
  secondFactor: boolean;
  /** Opened on a device of many people, such as a kiosk. */
  shared: boolean;
  /** When somebody there last said that they are still there. */
  stayedAt: Date | null;
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
  select s.id, s.account_id, s.created_at, s.last_seen_at, s.second_factor, s.shared, s.stayed_at, a.must_change_password, a.person_id,
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

const seenOnes = prepared<{ accountId: string }>(
  'select distinct account_id from people.session where account_id = any($1::uuid[]) and last_seen_at >= $2',
);
/** Which of these accounts were signed in since an instant. */
export const seenSince = async (reader: Reader, accountIds: readonly string[], since: Date): Promise<Set<string>> =>
  new Set((await reader.many(seenOnes(accountIds, since))).map(({ accountId }) => accountId));

const insertSession = prepared<{ id: string }>(
  `insert into people.session (id, hash, account_id, created_at, last_seen_at, second_factor, shared)
   select $1, $2, a.id, $4, $4, $5, $6 from people.account a where a.id = $3 and a.disabled_at is null returning id`,
);
/** Undefined when the account does not exist or is disabled. */
export const addSession = (
  reader: Reader,
  hash: string,
  accountId: string,
  at: Date,
  secondFactor: boolean,
  shared = false,
): Promise<{ id: string } | undefined> =>
  reader.maybe(insertSession(newId(), hash, accountId, at, secondFactor, shared));

/** Says that somebody is still there in this session. */
export const noteStay = (tx: Tx, sessionId: string, at: Date): void =>
  tx.write(sql`update people.session set stayed_at = greatest(stayed_at, ${at}) where id = ${sessionId}`);
/** What the end of a session on a device of many people follows from; undefined once it was ended. */
export const findSpan = (reader: Reader, sessionId: string) =>
  reader.maybe(
    sql<Pick<SessionRow, 'createdAt' | 'lastSeenAt' | 'stayedAt'>>`
      select created_at, last_seen_at, stayed_at from people.session where id = ${sessionId} and shared and ended_at is null`,
  );

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

/** Stores accounts, one or thousands, with one statement. */
export function insertAccounts(tx: Tx, accounts: readonly (NewAccount & { id: string })[], at: Date): void {
  const rows = accounts.map((account) => ({ ...account, loginName: account.loginName.toLowerCase() }));
  tx.write(
    sql`insert into people.account (id, login_name, phone, email, name, password_hash, must_change_password, person_id, staff, created_at)
      select id, "loginName", phone, email, name, "passwordHash", coalesce("mustChangePassword", false), "personId", coalesce(staff, false), ${at}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "loginName" text, phone text, email text, name text,
          "passwordHash" text, "mustChangePassword" boolean, "personId" uuid, staff boolean)`,
  );
}

/** An account as its owner and administrators see it; never with the hash. */
export interface Account {
  id: string;
  loginName: string;
  phone: string | null;
  email: string | null;
  name: string;
  personId: string | null;
  mustChangePassword: boolean;
  totpConfirmedAt: Date | null;
  disabledAt: Date | null;
  disabledReason: string | null;
  staff: boolean;
  version: number;
  createdAt: Date;
}
/** An account with what signing in needs. */
export interface AccountSecrets extends Account {
  passwordHash: string | null;
  totpSecret: string | null;
}

const columns =
  'id, login_name, phone, email, name, person_id, must_change_password, totp_confirmed_at, disabled_at, disabled_reason, staff, version, created_at';

const accountById = prepared<Account>(`select ${columns} from people.account where id = $1`);
export const findAccount = (reader: Reader, id: string): Promise<Account | undefined> => reader.maybe(accountById(id));
/** The person whose account it is; undefined for staff without one. */
export const personOfAccount = async (reader: Reader, id: string): Promise<string | undefined> =>
  (await findAccount(reader, id))?.personId ?? undefined;
/** Throws `general.notFound`. */
export async function getAccount(reader: Reader, id: string): Promise<Account> {
  const account = await findAccount(reader, id);
  if (!account) throw general.notFound();
  return account;
}

// A login name is never the telephone number of another: names begin with a letter, or are the account's own number.
const accountByName = prepared<AccountSecrets>(
  `select ${columns}, password_hash, totp_secret from people.account where login_name = lower($1) or phone = $1 order by login_name = lower($1) desc limit 1`,
);
/** By login name or telephone number. */
export const findForSignIn = (reader: Reader, name: string): Promise<AccountSecrets | undefined> =>
  reader.maybe(accountByName(name.trim()));

/** Throws `people.phoneTaken` when another account signs in with the number. The constraints catch those who come at once. */
export async function mustBeFree(reader: Reader, phone: string, accountId: string | null): Promise<void> {
  const holder = await findForSignIn(reader, phone);
  if (holder && holder.id !== accountId) throw peopleProblems.phoneTaken();
}

export const getSecrets = (reader: Reader, id: string): Promise<AccountSecrets> =>
  reader.one(
    sql<AccountSecrets>`select ${sql.raw(columns)}, password_hash, totp_secret from people.account where id = ${id}`,
  );

const accountOfPerson = prepared<{ id: string }>('select id from people.account where person_id = $1');
export const findAccountOfPerson = (reader: Reader, personId: string): Promise<{ id: string } | undefined> =>
  reader.maybe(accountOfPerson(personId));

export const setPassword = (tx: Tx, accountId: string, hash: string, mustChange: boolean): void =>
  tx.write(
    sql`update people.account set password_hash = ${hash}, must_change_password = ${mustChange}, version = version + 1 where id = ${accountId}`,
  );

/** Null takes the second factor away, so that it is set up anew at the next sign-in. */
export const setTotpSecret = (tx: Tx, accountId: string, sealed: string | null): void =>
  tx.write(
    sql`update people.account set totp_secret = ${sealed}, totp_confirmed_at = null, totp_last_step = 0 where id = ${accountId}`,
  );

/** Accepts a code's time step once; undefined when it, or a later one, was accepted before. */
export const acceptTotpStep = (
  tx: Tx,
  accountId: string,
  step: number,
  at: Date,
): Promise<{ id: string } | undefined> =>
  tx.maybe(
    sql<{
      id: string;
    }>`update people.account set totp_last_step = ${step}, totp_confirmed_at = coalesce(totp_confirmed_at, ${at})
      where id = ${accountId} and totp_last_step < ${step} returning id`,
  );

/** Telephone and e-mail of an account; a login name that was the old number follows it. */
export const setContacts = (tx: Tx, accountId: string, phone: string | null, email: string | null): void =>
  tx.write(
    sql`update people.account set login_name = case when login_name = phone and ${phone}::text is not null then ${phone}::text else login_name end,
        phone = ${phone}, email = ${email}, version = version + 1 where id = ${accountId}`,
  );

/** An account that everybody may use in the demo district. */
export interface DemoAccount {
  accountId: string;
  password: string;
  title: string;
  titleEn: string;
  position: number;
}
export const listDemoAccounts = (
  reader: Reader,
): Promise<(AccountSecrets & Pick<DemoAccount, 'password' | 'title' | 'titleEn'>)[]> =>
  reader.many(
    sql<AccountSecrets & Pick<DemoAccount, 'password' | 'title' | 'titleEn'>>`
      select ${sql.raw(
        columns
          .split(', ')
          .map((column) => `a.${column}`)
          .join(', '),
      )}, a.password_hash, a.totp_secret, d.password, d.title, d.title_en
        from people.demo_account d join people.account a on a.id = d.account_id
       where a.disabled_at is null order by d.position, a.login_name limit 200`,
  );

export const insertDemoAccounts = (tx: Tx, accounts: readonly DemoAccount[]): void =>
  tx.write(
    sql`insert into people.demo_account (account_id, password, title, title_en, position)
      select "accountId", password, title, "titleEn", position from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb)
        as r("accountId" uuid, password text, title text, "titleEn" text, position int)`,
  );
