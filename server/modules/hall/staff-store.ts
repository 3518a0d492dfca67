/** SQL of who sits in a hall and who served a ticket: for modules that speak of people at windows. */
import { startOfDay } from '#platform/clock';
import { prepared, type Reader } from '#platform/db';

const seenAt = prepared<{ accountId: string; clerkName: string }>(
  `select distinct on (account_id) account_id, clerk_name from hall.shift where outlet_id = $1 and began_at >= $2
    order by account_id, began_at desc limit 500`,
);
/** Who was signed in at a window of the hall since the day. */
export const staffSeenAt = (reader: Reader, outletId: string, since: string) =>
  reader.many(seenAt(outletId, startOfDay(since)));

const doing = prepared<{ windowId: string }>(
  'select window_id from hall.duty where outlet_id = $1 and $2 = any (errand_ids) limit 1000',
);
/** The windows that do an errand now. */
export const listWindowsDoing = async (reader: Reader, outletId: string, errandId: string): Promise<Set<string>> =>
  new Set((await reader.many(doing(outletId, errandId))).map(({ windowId }) => windowId));

/** The window that had a ticket last, and who sat there. */
export interface ServedBy {
  windowId: string;
  accountId: string;
  clerkName: string;
  at: Date;
}
const lastAtWindow = prepared<ServedBy>(
  `select g.window_id, s.account_id, s.clerk_name, g.at from hall.segment g
     join hall.shift s on s.window_id = g.window_id and s.began_at <= g.at and (s.ended_at is null or s.ended_at >= g.at)
    where g.ticket_id = $1 and g.window_id is not null and g.act in ('call', 'serve') order by g.seq desc, s.began_at desc limit 1`,
);
/** Who called or served a ticket last; undefined while nobody has. */
export const servedBy = (reader: Reader, ticketId: string): Promise<ServedBy | undefined> =>
  reader.maybe(lastAtWindow(ticketId));
