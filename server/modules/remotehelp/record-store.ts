/** SQL of the record: which helps there were, and who had part in each. */
import { sql, type Reader } from '#platform/db';
import type { HelpAct, Outcome } from './help.ts';
import type { Help } from './store.ts';

export interface RecordFilter {
  from?: string;
  to?: string;
  outcome?: Outcome;
  /** Who had part in it, be it only for a while. */
  clerkId?: string;
}

/** The time of one clerk in a talk: a `take` of the course and the line after it, because whatever is done with a talk ends that part. */
export interface Part {
  clerkId: string;
  from: string;
  until: string | null;
  act: HelpAct | null;
  givenTo: 'colleague' | 'queue' | null;
  givenToId: string | null;
}

const partsOf = sql`remotehelp.course t left join remotehelp.course e on e.help_id = t.help_id and e.seq = t.seq + 1`;

function where({ from, to, outcome, clerkId }: RecordFilter) {
  const all = [sql`true`];
  if (from) all.push(sql`h.asked_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`);
  if (to) all.push(sql`h.asked_at < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`);
  if (outcome) all.push(sql`h.outcome = ${outcome}`);
  if (clerkId)
    all.push(
      sql`h.id in (select c.help_id from remotehelp.course c where c.act = 'take' and c.account_id = ${clerkId})`,
    );
  return sql.join(all, sql` and `);
}

/** A page of the record, newest first, each with its parts, and the count of the same read. */
export async function listRecord(reader: Reader, filter: RecordFilter, limit: number, offset: number) {
  const found = await reader.many(sql<Help & { total: number; parts: Part[] | null }>`
    select n.total, p.*, q.parts from (select count(*)::int as total from remotehelp.help h where ${where(filter)}) n
      left join lateral (select * from remotehelp.help h where ${where(filter)}
        order by h.asked_at desc, h.id limit ${limit} offset ${offset}) p on true
      left join lateral (select jsonb_agg(jsonb_build_object('clerkId', t.account_id, 'from', t.at, 'until', e.at, 'act', e.act,
          'givenTo', e.given_to, 'givenToId', e.given_to_id) order by t.seq) as parts from ${partsOf} where t.help_id = p.id and t.act = 'take') q on true
      order by p.asked_at desc, p.id`);
  return { rows: found.filter(({ id }) => id !== null), total: found[0]!.total };
}

export interface ClerkCount {
  clerkId: string;
  helps: number;
  began: number;
  ended: number;
  passedOn: number;
  talkedSeconds: number;
}
/**
 * What each clerk had part in: a talk that went through three hands counts for each of the three, once, with the time that they were in it. The
 * first `take` follows the asking, so it is the second line of its course.
 */
export const countRecord = (reader: Reader, filter: RecordFilter, at: Date) =>
  reader.many(sql<ClerkCount>`
    select t.account_id as clerk_id, count(distinct t.help_id)::int as helps, (count(*) filter (where t.seq = 2))::int as began,
        (count(*) filter (where e.state = 'ended'))::int as ended, (count(*) filter (where e.act = 'handOver'))::int as passed_on,
        coalesce(round(sum(extract(epoch from coalesce(e.at, greatest(t.at, ${at})) - t.at))), 0)::int as talked_seconds
      from remotehelp.help h join (${partsOf}) on t.help_id = h.id and t.act = 'take'
     where ${where(filter)} group by t.account_id order by helps desc, t.account_id limit 500`);

/** The newest talk that this clerk had part in, and how their part of it ended. */
export const lastPartOf = (reader: Reader, clerkId: string) =>
  reader.maybe(sql<{
    helpId: string;
    until: Date | null;
    act: HelpAct | null;
    outcome: Outcome | null;
    waits: boolean;
  }>`
    select t.help_id, e.at as until, e.act, case when e.state = 'ended' then h.outcome end as outcome,
           h.state = 'waiting' as waits
      from ${partsOf} join remotehelp.help h on h.id = t.help_id
     where t.account_id = ${clerkId} and t.act = 'take' order by t.at desc, t.seq desc limit 1`);
