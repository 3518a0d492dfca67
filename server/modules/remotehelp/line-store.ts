/** SQL of the line between two browsers, and of the seats. */
import { sql, type Reader, type Tx } from '#platform/db';
import type { HelpState, Side } from './help.ts';
import type { Said } from './shapes.ts';

export interface Seat {
  accountId: string;
  name: string;
  signs: boolean;
  state: 'open' | 'break';
  since: Date;
  seenAt: Date;
}
/** Seconds after which a seat that was not heard of counts no more. Its page says something every twenty, behind others once a minute. */
const seatAway = 90;
const seatThere = (at: Date): Date => new Date(at.getTime() - seatAway * 1000);

export const lockSeat = (tx: Tx, accountId: string) =>
  tx.maybe(sql<Seat>`select * from remotehelp.seat where account_id = ${accountId} for update`);
export const findSeat = (reader: Reader, accountId: string) =>
  reader.maybe(sql<Seat>`select * from remotehelp.seat where account_id = ${accountId}`);
/** Seats that are there now, with whether they help nobody. */
export const listSeats = (reader: Reader, at: Date) =>
  reader.many(sql<Seat & { free: boolean }>`
    select s.*, s.state = 'open' and not exists (select from remotehelp.help h where h.clerk_id = s.account_id and h.state = 'talking') as free
      from remotehelp.seat s where s.seen_at > ${seatThere(at)} order by s.name, s.account_id limit 200`);
export const saveSeat = (tx: Tx, { accountId, name, signs, state, since, seenAt }: Seat): void =>
  tx.write(sql`
    insert into remotehelp.seat (account_id, name, signs, state, since, seen_at) values (${accountId}, ${name}, ${signs}, ${state}, ${since}, ${seenAt})
      on conflict (account_id) do update set name = excluded.name, signs = excluded.signs, state = excluded.state, since = excluded.since,
        seen_at = excluded.seen_at`);
export const removeSeat = (tx: Tx, accountId: string): void =>
  tx.write(sql`delete from remotehelp.seat where account_id = ${accountId}`);

/** How many clerks are there, whether one of them signs, and how many wait. */
export const countNow = (reader: Reader, at: Date) =>
  reader.one(sql<{ onDuty: number; signs: boolean; waiting: number }>`
    select count(*)::int as on_duty, coalesce(bool_or(signs), false) as signs,
        (select count(*)::int from remotehelp.help where state = 'waiting') as waiting
      from remotehelp.seat where state = 'open' and seen_at > ${seatThere(at)}`);

const tabOf = { asker: sql`asker_tab`, clerk: sql`clerk_tab` };
const seenOf = { asker: sql`asker_seen_at`, clerk: sql`clerk_seen_at` };

/**
 * A tab takes the line over, on the side of the clerk only while the help is still with them; whether it has. When it is another one than
 * before, both browsers begin their connection anew, and what was said for the one before is thrown away.
 */
export async function takeLine(
  tx: Tx,
  id: string,
  { side, tab, clerkId }: { side: Side; tab: string; clerkId: string | undefined },
  at: Date,
): Promise<boolean> {
  const [changed] = await tx.many(sql<{ renewed: boolean }>`
    update remotehelp.help h set ${tabOf[side]} = ${tab}, ${seenOf[side]} = greatest(h.${seenOf[side]}, ${at}),
        epoch = h.epoch + (b.tab is distinct from ${tab}::uuid)::int
      from (select id, ${tabOf[side]} as tab from remotehelp.help
              where id = ${id} and (${side} = 'asker' or clerk_id = ${clerkId ?? null}::uuid) for update) b
      where h.id = b.id returning b.tab is distinct from ${tab}::uuid as renewed`);
  if (changed?.renewed) tx.write(sql`delete from remotehelp.signal where help_id = ${id}`);
  return changed !== undefined;
}

export const saveSignal = (tx: Tx, helpId: string, to: Side, { epoch, kind, data }: Said, at: Date): void =>
  tx.write(
    sql`insert into remotehelp.signal (help_id, to_side, epoch, kind, data, at) values (${helpId}, ${to}, ${epoch}, ${kind}, ${data}, ${at})`,
  );

/** How a help stands for those who listen. */
export interface Standing {
  id: string;
  state: HelpState;
  seq: number;
  epoch: number;
  clerkId: string | null;
  askerTab: string | null;
  clerkTab: string | null;
  askerSeenAt: Date;
  clerkSeenAt: Date | null;
}
export const standings = (reader: Reader, ids: readonly string[]) =>
  reader.many(sql<Standing>`
    select id, state, seq, epoch, clerk_id, asker_tab, clerk_tab, asker_seen_at, clerk_seen_at
      from remotehelp.help where id = any(${[...ids]}::uuid[])`);

export interface Signal {
  id: number;
  helpId: string;
  toSide: Side;
  epoch: number;
  kind: Said['kind'];
  data: string;
}
/** What was said to those who listen and not heard yet, in its order. */
export const signalsAfter = (reader: Reader, listening: readonly { helpId: string; side: Side; after: number }[]) =>
  reader.many(sql<Signal>`
    select s.id, s.help_id, s.to_side, s.epoch, s.kind, s.data
      from jsonb_to_recordset(${JSON.stringify(listening)}::jsonb) as l("helpId" uuid, side text, after bigint)
      join remotehelp.signal s on s.help_id = l."helpId" and s.to_side = l.side and s.id > l.after order by s.id limit 2000`);

/** Those who listen are there. */
export const touch = (tx: Tx, side: Side, ids: readonly string[], at: Date): void =>
  tx.write(
    sql`update remotehelp.help set ${seenOf[side]} = greatest(${seenOf[side]}, ${at}) where id = any(${[...ids]}::uuid[]) and state <> 'ended'`,
  );
/** What was said before is of no use to anybody. */
export const forgetSignals = (tx: Tx, before: Date): void =>
  tx.write(sql`delete from remotehelp.signal where at < ${before}`);
