/** SQL of locks and of the trail of sign-ins. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { newId } from '#platform/ids';

// One statement: the count rises before the password is looked at, and the last try sets the lock itself. Whoever comes while
// the lock holds changes nothing, so that an attacker cannot keep it alive. After two quiet days everything is forgotten.
const claimed = prepared<{ failures: number }>(
  `
  insert into people.sign_in_guard as g (key, failures, last_at) values ($1, 1, $2)
  on conflict (key) do update set
    failures = case when g.locked_until is not null or g.last_at < $2 - interval '2 days' then 1 else g.failures + 1 end,
    locks = case when g.last_at < $2 - interval '2 days' then 0
                 when g.locked_until is null and g.failures + 1 >= $3 then g.locks + 1 else g.locks end,
    locked_until = case when g.last_at >= $2 - interval '2 days' and g.locked_until is null and g.failures + 1 >= $3
                        then $2 + interval '1 minute' * least($5::float8, $4::float8 * power(2, g.locks)) end,
    last_at = $2
  where g.locked_until is null or g.locked_until <= $2
  returning failures`
    .replaceAll('$2', '$2::timestamptz')
    .replaceAll('$3', '$3::int'),
);

/** How many tries, and for how many minutes at first and at most. */
export interface LockRule {
  tries: number;
  firstMinutes: number;
  longestMinutes: number;
}

/** Undefined while locked. */
export const claimTry = (
  reader: Reader,
  key: string,
  at: Date,
  rule: LockRule,
): Promise<{ failures: number } | undefined> =>
  reader.maybe(claimed(key, at, rule.tries, rule.firstMinutes, rule.longestMinutes));

export const lockedUntil = async (reader: Reader, key: string): Promise<Date | undefined> =>
  (
    await reader.maybe(
      sql<{ lockedUntil: Date | null }>`select locked_until from people.sign_in_guard where key = ${key}`,
    )
  )?.lockedUntil ?? undefined;

const cleared = prepared('delete from people.sign_in_guard where key = $1');
export const clearGuard = (tx: Tx, key: string): void => tx.write(cleared(key));

export type SignInAct =
  | 'signIn'
  | 'wrong'
  | 'locked'
  | 'signOut'
  | 'secondFactor'
  | 'wrongSecondFactor'
  | 'register'
  | 'password'
  | 'recover'
  | 'reset'
  | 'disable'
  | 'enable';

const noted = prepared(
  'insert into people.sign_in (id, at, act, account_id, address, note) values ($1, $2, $3, $4, $5, $6)',
);
/** One line of the trail. `address` is where the request came from; `note` never holds what was typed. */
export const noteSignIn = (
  tx: Tx,
  line: { at: Date; act: SignInAct; accountId: string | null; address?: string; note?: string },
): void => tx.write(noted(newId(), line.at, line.act, line.accountId, line.address ?? '', line.note ?? ''));

export interface SignInLine {
  id: string;
  at: Date;
  act: SignInAct;
  accountId: string | null;
  accountName: string | null;
  address: string;
  note: string;
}

/** A page of the trail with the count of the same read. */
export async function listSignIns(
  reader: Reader,
  filter: { accountId?: string | undefined; act?: string | undefined; from: Date; until: Date },
  limit: number,
  offset: number,
): Promise<{ rows: SignInLine[]; total: number }> {
  const rows = await reader.many(
    sql<SignInLine & { total: number }>`
      select s.id, s.at, s.act, s.account_id, a.name as account_name, s.address, s.note, count(*) over ()::int as total
        from people.sign_in s left join people.account a on a.id = s.account_id
       where s.at >= ${filter.from} and s.at < ${filter.until}
         and (${filter.accountId ?? null}::uuid is null or s.account_id = ${filter.accountId ?? null}::uuid)
         and (${filter.act ?? null}::text is null or s.act = ${filter.act ?? null}::text)
       order by s.at desc, s.id desc limit ${limit} offset ${offset}`,
  );
  return { rows: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 };
}

/** Throws away what has had its time: codes, sessions, counts. Trails stay. */
export function sweep(tx: Tx, at: Date): void {
  tx.write(sql`delete from people.delivery_secret where expires_at < ${at}`);
  tx.write(sql`delete from people.code where expires_at < ${at}::timestamptz - interval '1 day'`);
  tx.write(
    sql`delete from people.sign_in_guard where last_at < ${at}::timestamptz - interval '2 days' and (locked_until is null or locked_until < ${at})`,
  );
  tx.write(
    sql`delete from people.session where ended_at < ${at}::timestamptz - interval '1 day' or created_at < ${at}::timestamptz - interval '91 days'`,
  );
}
