/** SQL of unannounced checks. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { floorProblems } from '../problems.ts';
import type { CheckState } from './states.ts';

export interface DrawnWindow {
  id: string;
  number: string;
  zone: string;
  name: string;
}
export interface CheckRow {
  id: string;
  number: string;
  outletId: string;
  day: string;
  seed: number;
  population: DrawnWindow[];
  wanted: number;
  picked: string[];
  team: { accountId: string; name: string }[];
  teamIds: string[];
  look: string;
  basis: string;
  hash: string;
  drawnAt: Date;
  drawnBy: string;
  drawnByName: string;
}
export interface CheckStepRow {
  id: string;
  checkId: string;
  kind: 'begin' | 'cancel';
  roundId: string | null;
  reason: string;
  at: Date;
  accountId: string;
  byName: string;
}
/** A check with what was done with it. */
export interface KnownCheck extends CheckRow {
  kind: 'begin' | 'cancel' | null;
  stepId: string | null;
  roundId: string | null;
  reason: string | null;
  stepAt: Date | null;
  stepBy: string | null;
  endedAt: Date | null;
  findings: number;
}

ownConstraints({
  unannounced_check_pkey: () => floorProblems.actRepeated(),
  check_step_pkey: () => floorProblems.actRepeated(),
  check_step_once: () => floorProblems.checkGone(),
});

const whole = `c.*, s.kind, s.id as step_id, s.round_id, s.reason, s.at as step_at, s.by_name as step_by, r.ended_at,
    coalesce((select count(*) from floor.finding f where f.origin_id = s.round_id), 0)::int as findings`;
const joined = `floor.unannounced_check c left join floor.check_step s on s.check_id = c.id left join floor.round r on r.id = s.round_id`;
const byId = prepared<KnownCheck>(`select ${whole} from ${joined} where c.id = $1`);

export const findCheck = (reader: Reader, id: string) => reader.maybe(byId(id));

export const insertCheck = (tx: Tx, row: CheckRow): void =>
  tx.write(sql`
    insert into floor.unannounced_check (id, number, outlet_id, day, seed, population, wanted, picked, team, team_ids, look, basis, hash, drawn_at, drawn_by, drawn_by_name)
      values (${row.id}, ${row.number}, ${row.outletId}, ${row.day}, ${row.seed}, ${JSON.stringify(row.population)}::jsonb, ${row.wanted}, ${row.picked}::uuid[],
        ${JSON.stringify(row.team)}::jsonb, ${row.teamIds}::uuid[], ${row.look}, ${row.basis}, ${row.hash}, ${row.drawnAt}, ${row.drawnBy}, ${row.drawnByName})`);
export const insertStep = (tx: Tx, row: CheckStepRow): void =>
  tx.write(sql`
    insert into floor.check_step (id, check_id, kind, round_id, reason, at, account_id, by_name)
      values (${row.id}, ${row.checkId}, ${row.kind}, ${row.roundId}, ${row.reason}, ${row.at}, ${row.accountId}, ${row.byName})`);

/** A page of the checks that the reader may know of (the rule of `mayKnow`), the latest day first, with the count of the same read. */
export async function listChecks(
  reader: Reader,
  filter: { outletId: string; state?: CheckState },
  who: { accountId: string; office: boolean; auditor: boolean },
  today: string,
  limit: number,
  offset: number,
) {
  const state = sql`case when s.kind = 'cancel' then 'cancelled' when s.kind = 'begin' and r.ended_at is not null then 'ended'
    when s.kind = 'begin' then 'begun' when c.day < ${today}::date then 'missed' else 'drawn' end`;
  const all = [sql`c.outlet_id = ${filter.outletId}`];
  if (!who.auditor)
    all.push(sql`(c.drawn_by = ${who.accountId} or ${who.accountId}::uuid = any(c.team_ids) or (${who.office}::boolean and ${state} <> 'drawn'))`);
  if (filter.state) all.push(sql`${state} = ${filter.state}`);
  const where = sql.join(all, sql` and `);
  const [from, columns] = [sql.raw(joined), sql.raw(whole)];
  const found = await reader.many(sql<KnownCheck & { total: number }>`
    select n.total, p.* from (select count(*) as total from ${from} where ${where}) n
      left join lateral (select ${columns} from ${from} where ${where} order by c.day desc, c.id desc limit ${limit} offset ${offset}) p on true
      order by p.day desc, p.id desc`);
  const { total } = found[0]!;
  return { rows: found.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total };
} // prettier-ignore
