/** SQL of who was at which window from when until when: what the attendance of a hall is made of. */
import { sql, type Reader } from '#platform/db';

/** A time in which somebody was signed in at a window, working or in a break; `untilAt` null while it lasts. */
export interface Presence {
  accountId: string;
  clerkName: string;
  windowId: string;
  state: 'open' | 'break';
  fromAt: Date;
  untilAt: Date | null;
}

/** Far more than fifty windows bring about in a month. */
const most = 60_000;

/** Presence of shifts that began in the time, the earliest first; of one account, where it is given. */
export const presenceBetween = (
  reader: Reader,
  { outletId, from, until, accountId = null }: { outletId: string; from: Date; until: Date; accountId?: string | null },
): Promise<Presence[]> =>
  reader.many(sql<Presence>`
    select account_id, clerk_name, window_id, state, from_at, until_at from (
      select s.account_id, s.clerk_name, s.window_id, p.state, p.at as from_at,
             lead(p.at) over (partition by p.shift_id order by p.seq) as until_at
        from hall.shift s join hall.shift_span p on p.shift_id = s.id
       where s.outlet_id = ${outletId} and s.began_at >= ${from} and s.began_at < ${until}
         and (${accountId}::uuid is null or s.account_id = ${accountId}::uuid)) x
     where state <> 'ended' order by from_at limit ${most}`);
