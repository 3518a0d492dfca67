/** SQL of findings. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { readPage } from '#platform/lists';
import { ownConstraints } from '#platform/problems';
import type { Severity } from '../house-rule.ts';
import { floorProblems } from '../problems.ts';
import type { FindingSource, FindingState, FindingStep } from './finding.ts';

export interface FindingRow {
  id: string;
  number: string;
  outletId: string;
  zone: string;
  windowId: string | null;
  departmentId: string | null;
  source: FindingSource;
  severity: Severity;
  body: string;
  state: FindingState;
  seq: number;
  dueOn: string | null;
  raisedAt: Date;
  raisedBy: string;
  originId: string | null;
}
export interface StepRow {
  id: string;
  actionId: string;
  findingId: string;
  seq: number;
  kind: 'raise' | FindingStep;
  toState: FindingState;
  body: string;
  fileIds: string[];
  at: Date;
  accountId: string;
  byName: string;
  dueOn: string | null;
  late: boolean;
}

ownConstraints({
  finding_step_action_unique: () => floorProblems.actRepeated(),
  finding_pkey: () => floorProblems.actRepeated(),
  finding_step_seq_unique: () => floorProblems.wrongStep(),
});

const byId = prepared<FindingRow>('select * from floor.finding where id = $1');
const locked = prepared<FindingRow>('select * from floor.finding where id = $1 for update');
const stepsOf = prepared<StepRow>('select * from floor.finding_step where finding_id = $1 order by seq');
const byAction = prepared<StepRow>('select * from floor.finding_step where action_id = $1');

const eyes = prepared<{ accountIds: string[] }>(`
  select array[f.raised_by] || coalesce((select walkers from floor.round where id = f.origin_id), '{}')
      || array(select account_id from floor.warden where outlet_id = f.outlet_id and zone = f.zone and day = $2) as account_ids
    from floor.finding f where f.id = $1`);

export const findFinding = (reader: Reader, id: string) => reader.maybe(byId(id));
export const lockFinding = (tx: Tx, id: string) => tx.maybe(locked(id));
/** Whose own a finding is: who found it, who walks the round it was found on, and the wardens of its zone on this day. */
export const eyesOf = async (reader: Reader, id: string, day: string): Promise<string[]> =>
  (await reader.maybe(eyes(id, day)))?.accountIds ?? [];
export const readSteps = (reader: Reader, id: string) => reader.many(stepsOf(id));
export const findStep = (reader: Reader, actionId: string) => reader.maybe(byAction(actionId));

export const insertFinding = (tx: Tx, row: FindingRow): void =>
  tx.write(sql`
    insert into floor.finding (id, number, outlet_id, zone, window_id, department_id, source, severity, body, state, seq, due_on, raised_at, raised_by, origin_id)
      values (${row.id}, ${row.number}, ${row.outletId}, ${row.zone}, ${row.windowId}, ${row.departmentId}, ${row.source}, ${row.severity},
        ${row.body}, ${row.state}, ${row.seq}, ${row.dueOn}, ${row.raisedAt}, ${row.raisedBy}, ${row.originId})`);
export const saveFinding = (tx: Tx, row: FindingRow): void =>
  tx.write(
    sql`update floor.finding set state = ${row.state}, seq = ${row.seq}, due_on = ${row.dueOn}, told_overdue_at = null where id = ${row.id}`,
  );
export const insertStep = (tx: Tx, row: StepRow): void =>
  tx.write(sql`
    insert into floor.finding_step (id, action_id, finding_id, seq, kind, to_state, body, file_ids, at, account_id, by_name, due_on, late)
      values (${row.id}, ${row.actionId}, ${row.findingId}, ${row.seq}, ${row.kind}, ${row.toState}, ${row.body}, ${row.fileIds}::uuid[], ${row.at},
        ${row.accountId}, ${row.byName}, ${row.dueOn}, ${row.late})`);

/** Those of departments that somebody leads, and what is somebody's own as `eyesOf` says. */
export interface Within {
  departments: readonly string[];
  accountId: string;
}
export interface FindingFilter {
  outletId: string;
  /** Whose findings the reader may see; undefined: all. */
  within?: Within | undefined;
  state?: FindingState;
  severity?: Severity;
  source?: FindingSource;
  overdue?: boolean;
  roundId?: string;
  /** Named in this circular; in circulars of this year. */
  circularId?: string;
  circularYear?: number;
}
function conditionsOf(filter: FindingFilter, today: string) {
  const all = [sql`f.outlet_id = ${filter.outletId}`];
  if (filter.within) {
    const { departments, accountId } = filter.within;
    all.push(sql`(f.department_id = any(${[...departments]}::uuid[]) or f.raised_by = ${accountId}
      or f.origin_id in (select id from floor.round where outlet_id = ${filter.outletId} and walkers @> array[${accountId}]::uuid[])
      or f.zone in (select zone from floor.warden where outlet_id = ${filter.outletId} and day = ${today}::date and account_id = ${accountId}))`);
  }
  if (filter.state) all.push(sql`f.state = ${filter.state}`);
  if (filter.severity) all.push(sql`f.severity = ${filter.severity}`);
  if (filter.source) all.push(sql`f.source = ${filter.source}`);
  if (filter.overdue === true) all.push(sql`f.due_on < ${today}::date`);
  if (filter.overdue === false) all.push(sql`(f.due_on is null or f.due_on >= ${today}::date)`);
  if (filter.roundId) all.push(sql`f.origin_id = ${filter.roundId}`);
  if (filter.circularId)
    all.push(sql`f.id in (select finding_id from floor.circular_finding where circular_id = ${filter.circularId})`);
  if (filter.circularYear)
    all.push(sql`f.id in (select l.finding_id from floor.circular_finding l join floor.circular c on c.id = l.circular_id
      where c.outlet_id = ${filter.outletId} and c.year = ${filter.circularYear})`);
  return sql.join(all, sql` and `);
}
/** A page, newest first, with the count of the same read. */
export async function listFindings(
  reader: Reader,
  filter: FindingFilter,
  today: string,
  limit: number,
  offset: number,
) {
  const where = conditionsOf(filter, today);
  return readPage<FindingRow>(reader, {
    table: 'floor.finding',
    as: 'f',
    where,
    order: sql`f.raised_at desc, f.id desc`,
    limit,
    offset,
  });
}
export const countFindings = (reader: Reader, filter: FindingFilter, today: string) =>
  reader.one(sql<{ all: number; open: number; corrected: number; overdue: number; closed: number }>`
    select count(*) as all, count(*) filter (where f.state = 'open') as open, count(*) filter (where f.state = 'corrected') as corrected,
           count(*) filter (where f.due_on < ${today}::date) as overdue, count(*) filter (where f.state = 'closed') as closed
      from floor.finding f where ${conditionsOf(filter, today)}`);

/** Takes findings whose day is over and of which nobody was told, so that each is told of once. */
export const takeOverdue = (tx: Tx, today: string, at: Date, limit: number) =>
  tx.many(sql<FindingRow>`update floor.finding set told_overdue_at = ${at} where id in (
      select id from floor.finding where due_on < ${today}::date and told_overdue_at is null order by due_on limit ${limit} for update skip locked)
    returning *`);
