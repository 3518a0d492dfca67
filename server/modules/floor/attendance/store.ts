/** SQL of turns, amendments and the rule of the house. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { severities, usualRule, type HouseRule } from '../house-rule.ts';
import { floorProblems } from '../problems.ts';
import type { Amended } from './marks.ts';

export interface TurnRow {
  id: string;
  outletId: string;
  accountId: string;
  name: string;
  windowId: string | null;
  day: string;
  starts: string;
  ends: string;
}
export interface Amendment {
  accountId: string;
  day: string;
  starts: string;
  mark: Amended;
  reason: string;
  at: Date;
  byName: string;
}
interface By {
  byAccountId: string;
}

ownConstraints({ amendment_action_unique: () => floorProblems.actRepeated() });

const ruleOf = prepared<{ graceMinutes: number; answerDays: number; correctionDays: number[] }>(
  'select grace_minutes, answer_days, correction_days from floor.house_rule where outlet_id = $1',
);
const turnsDone = prepared<{ accountId: string }>(
  'select account_id from floor.turn where outlet_id = $1 and day = $2 group by account_id having max(ends) <= $3 limit 1000',
);
const turnById = prepared<TurnRow>('select * from floor.turn where id = $1');

/** The rule of a hall; the usual one where nobody set another. */
export async function houseRule(reader: Reader, outletId: string): Promise<HouseRule> {
  const row = await reader.maybe(ruleOf(outletId));
  if (!row) return usualRule;
  const [minor = 1, serious = 1, grave = 1] = row.correctionDays;
  return { graceMinutes: row.graceMinutes, answerDays: row.answerDays, correctionDays: { minor, serious, grave } };
}
export const saveHouseRule = (tx: Tx, outletId: string, rule: HouseRule, at: Date, by: string): void =>
  tx.write(sql`
    insert into floor.house_rule (outlet_id, grace_minutes, answer_days, correction_days, changed_at, changed_by)
      values (${outletId}, ${rule.graceMinutes}, ${rule.answerDays}, ${severities.map((one) => rule.correctionDays[one])}::int[], ${at}, ${by})
    on conflict (outlet_id) do update set grace_minutes = excluded.grace_minutes, answer_days = excluded.answer_days,
      correction_days = excluded.correction_days, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);

/** One at a time plans turns, of all halls: somebody may have turns in several. */
export const lockPlanning = (tx: Tx): void => tx.write(sql`select pg_advisory_xact_lock(hashtext('floor.turns'))`);
/** Plans turns; whoever has one that starts then keeps it. Gives how many are new. */
export const insertTurns = async (tx: Tx, rows: readonly TurnRow[], at: Date, by: string): Promise<number> => {
  const planned = await tx.many(sql<{ id: string }>`
    insert into floor.turn (id, outlet_id, account_id, name, window_id, day, starts, ends, planned_at, planned_by)
      select id, "outletId", "accountId", name, "windowId", day, starts, ends, ${at}, ${by}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "outletId" uuid, "accountId" uuid, name text,
          "windowId" uuid, day date, starts text, ends text)
    on conflict (account_id, day, starts) do nothing returning id`);
  return planned.length;
};
export const findTurn = (reader: Reader, id: string) => reader.maybe(turnById(id));
export const deleteTurn = (tx: Tx, id: string): void => tx.write(sql`delete from floor.turn where id = ${id}`);

/** Turns of these days, in their order; of one account, where it is given. Bounded by the days that may be asked for. */
export const turnsBetween = (reader: Reader, outletId: string, from: string, to: string, accountId: string | null) =>
  reader.many(sql<
    TurnRow & { plannedAt: Date }
  >`select id, outlet_id, account_id, name, window_id, day, starts, ends, planned_at from floor.turn
    where outlet_id = ${outletId} and day between ${from}::date and ${to}::date
      and (${accountId}::uuid is null or account_id = ${accountId}::uuid) order by day, starts, name, id limit 20000`);
/** The halls where somebody has turns in these days. */
export const outletsOfTurns = (reader: Reader, accountId: string, from: string, to: string) =>
  reader.many(sql<{ outletId: string }>`select distinct outlet_id from floor.turn
    where account_id = ${accountId} and day between ${from}::date and ${to}::date limit 20`);
/** Accounts whose turns of a day have all ended by a time, HH:MM; who has none is not among them. */
export const doneForToday = async (
  reader: Reader,
  outletId: string,
  day: string,
  time: string,
): Promise<Set<string>> => {
  const rows = await reader.many(turnsDone(outletId, day, time));
  return new Set(rows.map(({ accountId }) => accountId));
};
/**
 * The first turn of any hall at the time of one of these that is another one: of other hours, another hall, or another window than was asked
 * for. Where no window was, each will do.
 */
export const overlapping = (tx: Tx, rows: readonly TurnRow[]) =>
  tx.maybe(sql<TurnRow>`
    select t.id, t.outlet_id, t.account_id, t.name, t.window_id, t.day, t.starts, t.ends
      from floor.turn t join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r("outletId" uuid, "accountId" uuid, "windowId" uuid, day date, starts text, ends text) on t.account_id = r."accountId" and t.day = r.day
     where t.starts < r.ends and t.ends > r.starts
       and ((t.outlet_id, t.starts, t.ends) <> (r."outletId", r.starts, r.ends)
         or (r."windowId" is not null and t.window_id is distinct from r."windowId"))
     order by t.day, t.starts, t.name, t.id limit 1`);

export const insertAmendment = (tx: Tx, row: Amendment & By & { id: string; actionId: string }): void =>
  tx.write(sql`insert into floor.amendment (id, action_id, account_id, day, starts, mark, reason, at, by_account_id, by_name)
    values (${row.id}, ${row.actionId}, ${row.accountId}, ${row.day}, ${row.starts}, ${row.mark}, ${row.reason}, ${row.at}, ${row.byAccountId}, ${row.byName})`);
export const findAmendment = (reader: Reader, actionId: string) =>
  reader.maybe(sql<Amendment & By>`select * from floor.amendment where action_id = ${actionId}`);
/** The last word of a superior on each turn of these days. */
export const amendmentsBetween = (reader: Reader, accountIds: readonly string[], from: string, to: string) =>
  reader.many(sql<Amendment>`select distinct on (account_id, day, starts) account_id, day, starts, mark, reason, at, by_name
    from floor.amendment where account_id = any(${[...accountIds]}::uuid[]) and day between ${from}::date and ${to}::date
    order by account_id, day, starts, at desc, id desc`);
