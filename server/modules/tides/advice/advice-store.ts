/** SQL of advices: what was advised, each act on it once, and its effect. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { tidesProblems } from '../problems.ts';
import type { AdviceAct, AdviceFigure, AdviceKind, AdviceState, Outcome } from '../states.ts';

/** What was seen when an advice was made. Minutes; days of Asia/Shanghai. */
export interface SeenThen {
  waiting: number;
  wait: number | null;
  usual: number | null;
  next: number | null;
  nextUsual: number | null;
  windows: number;
  /** How many waited for something that no window did; absent in what was advised before that was counted. */
  left?: number;
  /** When each of those who could come left a window; absent in what was advised before that was kept, and where a window helps out. */
  leftAt?: Record<string, string>;
  days: string[];
  /** Number of the weekday, 1 is Monday; the crowd of the day. */
  weekday: number;
  crowd: string;
}
/** What came of it, in the hour after the window began. Minutes. */
export interface Effect {
  from: string;
  until: string;
  /** Mean wait of those who were called in that hour, and as usual in it. */
  wait: number | null;
  usual: number | null;
  /** The same people acted out with the window, and without it. */
  people: number;
  withWindow: number | null;
  withoutWindow: number | null;
  /** Minutes of waiting saved in all, and minutes that the window was there. */
  saved: number;
  staffed: number;
  served: number;
  outcome: Outcome;
}
export interface AdviceRow {
  id: string;
  outletId: string;
  zone: string;
  kind: AdviceKind;
  state: AdviceState;
  windowId: string;
  windowNumber: string;
  clerkId: string;
  clerkName: string;
  others: { accountId: string; name: string }[];
  errandIds: string[];
  beforeIds: string[];
  savesMinutes: number;
  minutes: number;
  seen: SeenThen;
  told: string[];
  madeAt: Date;
  answerBy: Date;
  lapseAt: Date;
  decidedBy: string | null;
  decidedAt: Date | null;
  reason: string;
  openBy: Date | null;
  beganAt: Date | null;
  untilAt: Date | null;
  endedAt: Date | null;
  effect: Effect | null;
  seq: number;
}
export interface StepRow {
  id: string;
  adviceId: string;
  seq: number;
  act: AdviceAct;
  state: AdviceState;
  at: Date;
  accountId: string | null;
  said: string;
}

ownConstraints({
  advice_step_pkey: () => tidesProblems.actReused(),
  advice_step_seq_unique: () => tidesProblems.decidedAlready(),
});

const byId = prepared<AdviceRow>('select * from tides.advice where id = $1');
const locked = prepared<AdviceRow>('select * from tides.advice where id = $1 for update');
const stepById = prepared<StepRow>('select * from tides.advice_step where id = $1');
const stepsOf = prepared<StepRow>('select * from tides.advice_step where advice_id = $1 order by seq limit 200');
const liveOf = prepared<AdviceRow>(
  "select * from tides.advice where outlet_id = $1 and state in ('open', 'asked', 'running') order by made_at, id limit 200",
);
const lockedOf = prepared<{ id: string }>(
  "select id from tides.advice where outlet_id = $1 and state in ('open', 'asked', 'running') order by id for update",
);
const ofClerk = prepared<AdviceRow>(
  "select * from tides.advice where clerk_id = $1 and state in ('asked', 'running') order by made_at limit 20",
);
const atWindows = prepared<AdviceRow>(
  "select * from tides.advice where window_id = any($1::uuid[]) and state in ('asked', 'running') order by id for update",
);
const unmeasured = prepared<AdviceRow>(
  "select * from tides.advice where outlet_id = $1 and state in ('running', 'over') and effect is null and began_at <= $2 order by began_at limit 10",
);
const lastOfZones = prepared<{ zone: string; state: AdviceState; at: Date }>(
  `select distinct on (zone) zone, state, coalesce(ended_at, decided_at, began_at, made_at) as at from tides.advice
    where outlet_id = $1 and made_at >= $2 order by zone, made_at desc, id desc`,
);
const countSince = prepared<{ n: number }>(
  'select count(*) as n from tides.advice where outlet_id = $1 and made_at >= $2',
);
/** As it is at `seen_at`: what nobody answered in time has lapsed, swept or not. */
const stateThen = "case when state = 'open' and lapse_at <= seen_at then 'lapsed' else state end";
const dueHalls = prepared<{ outletId: string }>(
  `select distinct outlet_id from tides.advice
    where (state = 'open' and least(answer_by, lapse_at) <= $1) or (state = 'asked' and open_by <= $1) order by outlet_id`,
);
const decidedBy = prepared<{ accountId: string; at: Date }>(
  `select s.account_id, max(s.at) as at from tides.advice_step s join tides.advice a on a.id = s.advice_id
    where a.outlet_id = $1 and a.made_at >= $2 and s.act in ('take', 'refuse', 'overtake') and s.account_id is not null group by s.account_id`,
);
/** In which figure an advice is counted. What nobody decided has no effect that could be claimed for it. */
const inFigure: Record<AdviceFigure, string> = {
  followed: 'began_at is not null and decided_by is not null',
  unbidden: 'began_at is not null and decided_by is null',
  unanswered: `${stateThen} in ('lapsed', 'declined')`,
  measured: 'effect is not null and decided_by is not null',
};
const inOutcome = (outcome: Outcome): string => `${inFigure.measured} and effect ->> 'outcome' = '${outcome}'`;
const sums = prepared<EffectSums>(
  `select count(*) as advised, count(*) filter (where ${inFigure.followed}) as followed, count(*) filter (where ${inFigure.unbidden}) as unbidden,
     count(*) filter (where state = 'refused') as refused, count(*) filter (where ${inFigure.unanswered}) as unanswered,
     count(*) filter (where state = 'overtaken') as overtaken, count(*) filter (where ${inFigure.measured}) as measured,
     count(*) filter (where ${inOutcome('helped')}) as helped, count(*) filter (where ${inOutcome('little')}) as little,
     count(*) filter (where ${inOutcome('nothing')}) as nothing,
     coalesce(sum((effect ->> 'saved')::float8) filter (where ${inFigure.measured}), 0) as saved,
     coalesce(sum((effect ->> 'staffed')::float8) filter (where ${inFigure.measured}), 0) as staffed,
     coalesce(sum(saves_minutes) filter (where ${inFigure.measured}), 0) as promised
     from (select *, $4::timestamptz as seen_at from tides.advice where outlet_id = $1 and made_at >= $2 and made_at < $3) a`,
);

/** Advices of a span of time added up. */
export interface EffectSums {
  advised: number;
  followed: number;
  unbidden: number;
  refused: number;
  unanswered: number;
  overtaken: number;
  measured: number;
  helped: number;
  little: number;
  nothing: number;
  saved: number;
  staffed: number;
  promised: number;
}

export async function getAdvice(reader: Reader, id: string): Promise<AdviceRow> {
  const row = await reader.maybe(byId(id));
  if (!row) throw tidesProblems.noAdvice();
  return row;
}
/** The same, held until the end of the transaction. */
export async function lockAdvice(tx: Tx, id: string): Promise<AdviceRow> {
  const row = await tx.maybe(locked(id));
  if (!row) throw tidesProblems.noAdvice();
  return row;
}
export const findStep = (reader: Reader, id: string) => reader.maybe(stepById(id));
export const listSteps = (reader: Reader, adviceId: string) => reader.many(stepsOf(adviceId));
/** What is open, asked or running in a hall. */
export const liveAdvice = (reader: Reader, outletId: string) => reader.many(liveOf(outletId));
/** The same, held until the end of the transaction: nobody decides meanwhile. */
export const lockLiveAdvice = (tx: Tx, outletId: string) => tx.many(lockedOf(outletId));
/** What somebody is asked to do, and does. */
export const adviceOfClerk = (reader: Reader, accountId: string) => reader.many(ofClerk(accountId));
export const lockAdviceAt = (tx: Tx, windowIds: readonly string[]) => tx.many(atWindows(windowIds));
export const listUnmeasured = (reader: Reader, outletId: string, beganBefore: Date) =>
  reader.many(unmeasured(outletId, beganBefore));
/** Who has decided advices of a hall that were made since an instant, each with when they did so last. */
export const whoDecided = (reader: Reader, outletId: string, since: Date) => reader.many(decidedBy(outletId, since));
/** The newest advice of each zone since an instant. */
export const lastInZones = (reader: Reader, outletId: string, since: Date) => reader.many(lastOfZones(outletId, since));
export const countAdvice = async (reader: Reader, outletId: string, since: Date): Promise<number> =>
  (await reader.one(countSince(outletId, since))).n;
/** Advices that were made in a span, as they are at `at`. */
export const sumEffects = (reader: Reader, outletId: string, from: Date, until: Date, at: Date) =>
  reader.one(sums(outletId, from, until, at));
/** Halls in which something is due by now: nobody answered, or nobody came. */
export const listDue = async (reader: Reader, at: Date): Promise<string[]> =>
  (await reader.many(dueHalls(at))).map(({ outletId }) => outletId);

export interface AdviceFilter {
  outletId: string;
  /** As it is at this instant: what nobody answered in time has lapsed. */
  at: Date;
  zone?: string | undefined;
  state?: AdviceState | undefined;
  outcome?: Outcome | undefined;
  figure?: AdviceFigure | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
}
/** A page, the newest first, with the count of the same read. */
export async function listAdvice(reader: Reader, filter: AdviceFilter, limit: number, offset: number) {
  const all = [sql`outlet_id = ${filter.outletId}`];
  if (filter.zone !== undefined) all.push(sql`zone = ${filter.zone}`);
  if (filter.state) all.push(sql`${sql.raw(stateThen)} = ${filter.state}`);
  if (filter.outcome) all.push(sql`(${sql.raw(inOutcome(filter.outcome))})`);
  if (filter.figure) all.push(sql`(${sql.raw(inFigure[filter.figure])})`);
  if (filter.from) all.push(sql`made_at >= ${filter.from}`);
  if (filter.until) all.push(sql`made_at < ${filter.until}`);
  const found = sql`(select * from (select *, ${filter.at}::timestamptz as seen_at from tides.advice) a where ${sql.join(all, sql` and `)})`;
  // The count has its row even where the page is behind the end.
  const rows = await reader.many(sql<AdviceRow & { total: number }>`
    select n.total, a.* from (select count(*)::int as total from ${found} f) n
      left join lateral (select * from ${found} f order by made_at desc, id desc limit ${limit} offset ${offset}) a on true
      order by a.made_at desc, a.id desc`);
  return { rows: rows.flatMap(({ total: _, ...row }) => (row.id === null ? [] : [row])), total: rows[0]!.total };
}

const columns = ['id', 'outlet_id', 'zone', 'kind', 'state', 'window_id', 'window_number', 'clerk_id', 'clerk_name', 'others', 'errand_ids',
  'before_ids', 'saves_minutes', 'minutes', 'seen', 'told', 'made_at', 'answer_by', 'lapse_at', 'decided_by', 'decided_at', 'reason',
  'open_by', 'began_at', 'until_at', 'ended_at', 'effect', 'seq'] as const; // prettier-ignore
const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const shapeOf = (name: (typeof columns)[number]): string =>
  ({ id: 'uuid', outlet_id: 'uuid', window_id: 'uuid', clerk_id: 'uuid', others: 'jsonb', seen: 'jsonb', effect: 'jsonb', minutes: 'int', seq: 'int', saves_minutes: 'float8' } as Record<string, string>)[name] ??
  (name.endsWith('_ids') || name === 'told' ? 'uuid[]' : name.endsWith('_at') || name.endsWith('_by') && name !== 'decided_by' ? 'timestamptz' : 'text'); // prettier-ignore

/** Stores advices whole, as many as there are, with one statement. */
export const insertAdvice = (tx: Tx, rows: readonly AdviceRow[]): void =>
  tx.write(sql`insert into tides.advice (${sql.raw(columns.join(', '))})
    select ${sql.raw(columns.map((name) => `"${camel(name)}"`).join(', '))} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(${sql.raw(columns.map((name) => `"${camel(name)}" ${shapeOf(name)}`).join(', '))})`);

/** Stores an advice as it is now. */
export const saveAdvice = (tx: Tx, row: AdviceRow): void =>
  tx.write(sql`update tides.advice set state = ${row.state}, clerk_id = ${row.clerkId}, clerk_name = ${row.clerkName},
    others = ${JSON.stringify(row.others)}::jsonb, told = ${row.told}::uuid[], answer_by = ${row.answerBy}, decided_by = ${row.decidedBy},
    decided_at = ${row.decidedAt}, reason = ${row.reason}, open_by = ${row.openBy}, began_at = ${row.beganAt}, until_at = ${row.untilAt},
    ended_at = ${row.endedAt}, effect = ${row.effect && JSON.stringify(row.effect)}::jsonb, seq = ${row.seq} where id = ${row.id}`);

export const insertSteps = (tx: Tx, rows: readonly StepRow[]): void =>
  tx.write(sql`insert into tides.advice_step (id, advice_id, seq, act, state, at, account_id, said)
    select id, "adviceId", seq, act, state, at, "accountId", said from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, "adviceId" uuid, seq int, act text, state text, at timestamptz, "accountId" uuid, said text)`);
