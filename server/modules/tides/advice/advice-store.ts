/** SQL of advices: what was advised, each act on it once, and its effect. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { ownConstraints } from '#platform/problems';
import { tidesProblems } from '../problems.ts';
import type { AdviceAct, AdviceKind, AdviceState, Outcome } from '../states.ts';

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
const sums = prepared<EffectSums>(
  `select count(*) as advised, count(*) filter (where began_at is not null) as followed,
     count(*) filter (where state = 'refused') as refused, count(*) filter (where state in ('lapsed', 'declined')) as unanswered,
     count(*) filter (where state = 'overtaken') as overtaken, count(effect) as measured,
     count(*) filter (where effect ->> 'outcome' = 'helped') as helped, count(*) filter (where effect ->> 'outcome' = 'little') as little,
     count(*) filter (where effect ->> 'outcome' = 'nothing') as nothing,
     coalesce(sum((effect ->> 'saved')::float8), 0) as saved, coalesce(sum((effect ->> 'staffed')::float8), 0) as staffed,
     coalesce(sum(saves_minutes) filter (where effect is not null), 0) as promised
     from tides.advice where outlet_id = $1 and made_at >= $2 and made_at < $3`,
);

/** Advices of a span of time added up. */
export interface EffectSums {
  advised: number;
  followed: number;
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
/** The newest advice of each zone since an instant. */
export const lastInZones = (reader: Reader, outletId: string, since: Date) => reader.many(lastOfZones(outletId, since));
export const countAdvice = async (reader: Reader, outletId: string, since: Date): Promise<number> =>
  (await reader.one(countSince(outletId, since))).n;
export const sumEffects = (reader: Reader, outletId: string, from: Date, until: Date) =>
  reader.one(sums(outletId, from, until));

export interface AdviceFilter {
  outletId: string;
  zone?: string | undefined;
  state?: AdviceState | undefined;
  outcome?: Outcome | undefined;
  from?: Date | undefined;
  until?: Date | undefined;
}
/** A page, the newest first, with the count of the same read. */
export async function listAdvice(reader: Reader, filter: AdviceFilter, limit: number, offset: number) {
  const all = [sql`outlet_id = ${filter.outletId}`];
  if (filter.zone !== undefined) all.push(sql`zone = ${filter.zone}`);
  if (filter.state) all.push(sql`state = ${filter.state}`);
  if (filter.outcome) all.push(sql`effect ->> 'outcome' = ${filter.outcome}`);
  if (filter.from) all.push(sql`made_at >= ${filter.from}`);
  if (filter.until) all.push(sql`made_at < ${filter.until}`);
  const where = sql.join(all, sql` and `);
  // The count has its row even where the page is behind the end.
  const rows = await reader.many(sql<AdviceRow & { total: number }>`
    select n.total, a.* from (select count(*)::int as total from tides.advice where ${where}) n
      left join lateral (select * from tides.advice where ${where} order by made_at desc, id desc limit ${limit} offset ${offset}) a on true
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
