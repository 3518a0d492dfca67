/** SQL of the settings of the house, and of what the watch saw. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { usualRule, type HouseRule } from '../house-rule.ts';
import type { Verdict } from '../states.ts';

/** A zone at an instant, as it was seen. Minutes. */
export interface LookRow {
  outletId: string;
  at: Date;
  zone: string;
  waiting: number;
  waitMinutes: number | null;
  usualMinutes: number | null;
  nextMinutes: number | null;
  nextUsualMinutes: number | null;
  windows: number;
  verdict: Verdict;
  adviceId: string | null;
}

const ruleById = prepared<HouseRule>(
  `select active, above_percent, least_minutes, weeks, price, delay_minutes, shortest_minutes, answer_minutes, lapse_minutes, cool_down_minutes,
     daily_most, aim_minutes, manager_ids from tides.house_rule where outlet_id = $1`,
);
const claim = prepared<{ at: Date }>(
  'insert into tides.round (outlet_id, at) values ($1, $2) on conflict do nothing returning at',
);
const looksOf = prepared<LookRow>(
  'select * from tides.look where outlet_id = $1 and zone = $2 and at >= $3 and at < $4 order by at limit 300',
);

const verdictsOf = prepared<{ zone: string; verdict: Verdict }>(
  'select distinct on (zone) zone, verdict from tides.look where outlet_id = $1 and at >= $2 order by zone, at desc',
);

/** What the last round since an instant came to, by zone. */
export const lastVerdicts = (reader: Reader, outletId: string, since: Date) => reader.many(verdictsOf(outletId, since));

/** A hall's own settings, or the usual ones. */
export const ruleOf = async (reader: Reader, outletId: string): Promise<HouseRule> =>
  (await reader.maybe(ruleById(outletId))) ?? usualRule;

export const saveRule = (tx: Tx, outletId: string, rule: HouseRule, at: Date, by: string): void =>
  tx.write(sql`
    insert into tides.house_rule (outlet_id, active, above_percent, least_minutes, weeks, price, delay_minutes, shortest_minutes,
        answer_minutes, lapse_minutes, cool_down_minutes, daily_most, aim_minutes, manager_ids, changed_at, changed_by)
      values (${outletId}, ${rule.active}, ${rule.abovePercent}, ${rule.leastMinutes}, ${rule.weeks}, ${rule.price}, ${rule.delayMinutes},
        ${rule.shortestMinutes}, ${rule.answerMinutes}, ${rule.lapseMinutes}, ${rule.coolDownMinutes}, ${rule.dailyMost},
        ${rule.aimMinutes}, ${rule.managerIds}::uuid[], ${at}, ${by})
    on conflict (outlet_id) do update set active = excluded.active, above_percent = excluded.above_percent,
      least_minutes = excluded.least_minutes, weeks = excluded.weeks, price = excluded.price, delay_minutes = excluded.delay_minutes,
      shortest_minutes = excluded.shortest_minutes, answer_minutes = excluded.answer_minutes, lapse_minutes = excluded.lapse_minutes,
      cool_down_minutes = excluded.cool_down_minutes, daily_most = excluded.daily_most, aim_minutes = excluded.aim_minutes,
      manager_ids = excluded.manager_ids, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/**
 * Takes a round of five minutes for oneself: undefined when another server has it. Rounds beyond the next one were made by a clock that was
 * ahead: they never were, nor was what they saw, and they keep nobody from the rounds that come now.
 */
export function claimRound(tx: Tx, outletId: string, { at, next }: { at: Date; next: Date }) {
  const isAhead = sql`exists (select from tides.round r where r.outlet_id = ${outletId} and r.at > ${next})`;
  // The looks first: it is the rounds that tell.
  tx.write(sql`delete from tides.look where outlet_id = ${outletId} and at >= ${at} and ${isAhead}`);
  tx.write(sql`delete from tides.round where outlet_id = ${outletId} and at >= ${at} and ${isAhead}`);
  return tx.maybe(claim(outletId, at));
}

export const saveLooks = (tx: Tx, rows: readonly LookRow[]): void =>
  tx.write(sql`insert into tides.look (outlet_id, at, zone, waiting, wait_minutes, usual_minutes, next_minutes, next_usual_minutes, windows, verdict, advice_id)
    select "outletId", at, zone, waiting, "waitMinutes", "usualMinutes", "nextMinutes", "nextUsualMinutes", windows, verdict, "adviceId"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("outletId" uuid, at timestamptz, zone text, waiting int, "waitMinutes" float8,
        "usualMinutes" float8, "nextMinutes" float8, "nextUsualMinutes" float8, windows int, verdict text, "adviceId" uuid)
    on conflict do nothing`);

/** A zone through a day. */
export const listLooks = (reader: Reader, outletId: string, zone: string, from: Date, until: Date) =>
  reader.many(looksOf(outletId, zone, from, until));

/** Forgets what the watch saw long ago; advices are kept with what was seen when they were made. */
export function forgetLooks(tx: Tx, before: { looks: Date; rounds: Date }): void {
  tx.write(sql`delete from tides.look where at < ${before.looks}`);
  tx.write(sql`delete from tides.round where at < ${before.rounds}`);
}
