/**
 * Writing of `case_day` and `day_count`. The one statement that changes rows of the first moves the second by the difference, so
 * the two agree in every snapshot, whatever is counted twice or in another order.
 */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import type { Action } from '#modules/cases';
import type { CaseDay, CaseSource } from './case-day.ts';

const columns = [
  'case_id uuid', 'department_id uuid', 'item_id uuid', 'door text', 'submitted_on date', 'accepted_on date', 'decided_on date',
  'ended_on date', 'in_time boolean', 'in_promise boolean', 'promised_days int', 'used_days int', 'rated boolean',
]; // prettier-ignore
const names = columns.map((column) => column.split(' ')[0]!);
const measures = [
  'received',
  'accepted',
  'decided',
  'in_time',
  'in_promise',
  'promised_days',
  'used_days',
  'ended',
  'rated',
];
const sums = measures.map((measure) => `sum(sign * m.${measure})::bigint as ${measure}`).join(', ');
const nothing = measures.map(() => '0').join(', ');

/** What each row adds to which day. */
const adding = `cross join lateral (values
    (g.submitted_on, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    (g.accepted_on, 0, 1, 0, 0, 0, 0, 0, 0, 0),
    (g.decided_on, 0, 0, 1, g.in_time::int, g.in_promise::int, g.promised_days, g.used_days, 0, 0),
    (g.ended_on, 0, 0, 0, 0, 0, 0, 0, 1, g.rated::int)
  ) as m (day, ${measures.join(', ')}) where m.day is not null group by m.day, g.department_id, g.item_id, g.door`;

const fresh = `fresh as (select * from jsonb_to_recordset($1::jsonb) as f (${columns.join(', ')})),
  stored as (select s.* from insight.case_day s where s.case_id in (select case_id from fresh)),
  changed as (select f.* from fresh f left join stored s using (case_id)
    where (${names.map((name) => `s.${name}`).join(', ')}) is distinct from (${names.map((name) => `f.${name}`).join(', ')}))`;

const save = prepared<{ changed: number }>(`
  with ${fresh},
  saved as (insert into insight.case_day (${names.join(', ')}) select ${names.join(', ')} from changed order by case_id
    on conflict (case_id) do update set ${names
      .slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')}),
  signed as (select 1 as sign, c.* from changed c
    union all select -1, ${names.map((name) => `s.${name}`).join(', ')} from stored s join changed c using (case_id)),
  delta as (select m.day, g.department_id, g.item_id, g.door, ${sums} from signed g ${adding}),
  counted as (insert into insight.day_count as d (day, department_id, item_id, door, ${measures.join(', ')})
    select * from delta where (${measures.join(', ')}) is distinct from (${nothing}) order by day, department_id, item_id, door
    on conflict (day, department_id, item_id, door) do update
      set ${measures.map((measure) => `${measure} = d.${measure} + excluded.${measure}`).join(', ')})
  select count(*) as changed from changed`);
const compare = prepared<{ changed: number }>(`with ${fresh} select count(*) as changed from changed`);

const lock = prepared('select pg_advisory_xact_lock(727201011)');
const sourceColumns =
  'id, department_id, item_id, item_version, door, submitted_at, accepted_at, decided_at, ended_at, rated';
const sources = prepared<CaseSource>(`select ${sourceColumns} from published."case" where id = any($1::uuid[])`);
const sourcesAfter = prepared<CaseSource>(
  `select ${sourceColumns} from published."case" where id > $1 order by id limit $2`,
);
const actions = prepared<Pick<Action, 'caseId' | 'kind' | 'toState' | 'at'>>(
  `select case_id, kind, to_state, at from published.case_action where case_id = any($1::uuid[]) order by case_id, seq`,
);

/** Counting is done by one transaction at a time: what is read after this lock is not changed by another count before the end. */
export const lockCounting = (tx: Tx): void => tx.write(lock());
export const readSources = (reader: Reader, ids: readonly string[]) => reader.many(sources(ids));
export const readSourcesAfter = (reader: Reader, id: string, limit: number) => reader.many(sourcesAfter(id, limit));
export const readActionsOf = (reader: Reader, ids: readonly string[]) => reader.many(actions(ids));

/** Stores the rows and moves the counters by what that changes. Call `lockCounting` before reading what they come from. */
export const saveDays = async (tx: Tx, rows: readonly CaseDay[]): Promise<number> =>
  rows.length === 0 ? 0 : (await tx.one(save(JSON.stringify(rows)))).changed;

/** How many of the rows are not what is stored. */
export const compareDays = async (tx: Tx, rows: readonly CaseDay[]): Promise<number> =>
  rows.length === 0 ? 0 : (await tx.one(compare(JSON.stringify(rows)))).changed;

const truth = `truth as (select m.day, g.department_id, g.item_id, g.door, ${sums}
  from (select 1 as sign, c.* from insight.case_day c) g ${adding})`;

/** Counters that are not what the rows add up to. A counter that went back to nothing is no difference. */
export const countWrongCounters = async (tx: Tx): Promise<number> => {
  const all = (of: string) => measures.map((measure) => `coalesce(${of}.${measure}, 0)`).join(', ');
  const { wrong } = await tx.one<{ wrong: number }>(
    prepared<{ wrong: number }>(`with ${truth} select count(*) as wrong
      from truth t full join insight.day_count d using (day, department_id, item_id, door)
     where (${all('t')}) is distinct from (${all('d')})`)(),
  );
  return wrong;
};

/** Makes the counters again from the rows. */
export function remakeCounters(tx: Tx): void {
  tx.write(sql`delete from insight.day_count`);
  tx.write(
    prepared(`with ${truth} insert into insight.day_count (day, department_id, item_id, door, ${measures.join(', ')})
      select * from truth`)(),
  );
}

const countGone = prepared<{ gone: number }>(
  `select count(*) as gone from insight.case_day d where not exists (select 1 from published."case" c where c.id = d.case_id)`,
);
const dropGone = prepared(
  `delete from insight.case_day d where not exists (select 1 from published."case" c where c.id = d.case_id)`,
);
/** Rows of cases that are no more. */
export const countStrays = async (tx: Tx): Promise<number> => (await tx.one(countGone())).gone;
export const dropStrays = (tx: Tx): void => tx.write(dropGone());
