/** Reading what is to be counted, and writing `case_day` and `day_count` together. */
import { prepared, sql, type Reader, type Tx } from '#platform/db';
import { columnOf } from '#platform/lists';
import type { Action } from '#modules/cases';
import { measures, type CaseDay, type CaseSource, type Move } from './case-day.ts';

const dayTypes: Record<keyof CaseDay, string> = {
  caseId: 'uuid',
  departmentId: 'uuid',
  itemId: 'uuid',
  door: 'text',
  outletId: 'uuid',
  submittedOn: 'date',
  acceptedOn: 'date',
  decidedOn: 'date',
  endedOn: 'date',
  inTime: 'boolean',
  inPromise: 'boolean',
  promisedDays: 'int',
  usedDays: 'int',
  statutoryDays: 'int',
  rated: 'boolean',
  requiredMaterials: 'int',
  sparedMaterials: 'int',
  visits: 'int',
};
const dayKeys = Object.keys(dayTypes);
const dayColumns = dayKeys.map(columnOf);
const counters = measures.map(columnOf);

/** Rows of a JSON array under the keys of our objects. */
const recordset = (types: Record<string, string>): string =>
  `jsonb_to_recordset($1::jsonb) as f (${Object.entries(types).map(([key, type]) => `"${key}" ${type}`).join(', ')})`; // prettier-ignore
const quoted = (keys: readonly string[]): string => keys.map((key) => `f."${key}"`).join(', ');

const saveDays = prepared(`
  insert into insight.case_day (${dayColumns.join(', ')}) select ${quoted(dayKeys)} from ${recordset(dayTypes)}
  on conflict (case_id) do update set ${dayColumns.slice(1).map((column) => `${column} = excluded.${column}`).join(', ')}`); // prettier-ignore
const moveTypes = {
  day: 'date', departmentId: 'uuid', itemId: 'uuid', door: 'text', outletId: 'uuid',
  ...Object.fromEntries(measures.map((measure) => [measure, 'bigint'])),
}; // prettier-ignore
const saveMoves = prepared(`
  insert into insight.day_count as d (day, department_id, item_id, door, outlet_id, ${counters.join(', ')})
  select ${quoted(Object.keys(moveTypes))} from ${recordset(moveTypes)} order by 1, 2, 3, 4, 5
  on conflict (day, department_id, item_id, door, outlet_id) do update
    set ${counters.map((counter) => `${counter} = d.${counter} + excluded.${counter}`).join(', ')}`);
const stored = prepared<CaseDay>(
  `select ${dayColumns.join(', ')} from insight.case_day where case_id = any($1::uuid[])`,
);

const lock = prepared('select pg_advisory_xact_lock(727201011)');
const sourceColumns =
  'id, department_id, item_id, item_version, door, outlet_id, submitted_at, accepted_at, decided_at, ended_at, rated, decided_due';
const sources = prepared<CaseSource>(`select ${sourceColumns} from published."case" where id = any($1::uuid[])`);
const sourcesAfter = prepared<CaseSource>(
  `select ${sourceColumns} from published."case" where id > $1 order by id limit $2`,
);
// Of a submission what chooses its materials, and not the signature, which is large.
const said = `jsonb_build_object('answers', facts -> 'answers', 'situations', facts -> 'situations', 'materials', facts -> 'materials')`;
const submissions = prepared<Pick<Action, 'caseId' | 'facts'>>(
  `select case_id, ${said} as facts from published.case_action where case_id = any($1::uuid[]) and seq = 1`,
);
const actions = prepared<Pick<Action, 'caseId' | 'kind' | 'toState' | 'at' | 'role' | 'facts'>>(
  `select case_id, kind, to_state, at, role, case when kind in ('deemAccepted', 'deliver') then facts when kind = 'submit' then ${said} else '{}' end as facts from published.case_action where case_id = any($1::uuid[]) order by case_id, seq`,
);
const errands = prepared<Pick<Action, 'caseId' | 'kind' | 'at' | 'role' | 'facts'>>(
  `select case_id, kind, at, role, case when kind = 'deliver' then jsonb_build_object('way', facts -> 'way') else '{}' end as facts
     from published.case_action where case_id = any($1::uuid[]) and kind in ('submit', 'supplement', 'cure', 'deliver') order by case_id, seq`,
);

/** Counting is done by one transaction at a time: what is read after this lock is not changed by another count before the end. */
export const lockCounting = (tx: Tx): void => tx.write(lock());
export const readSources = (reader: Reader, ids: readonly string[]) => reader.many(sources(ids));
export const readSourcesAfter = (reader: Reader, id: string, limit: number) => reader.many(sourcesAfter(id, limit));
export const readActionsOf = (reader: Reader, ids: readonly string[]) => reader.many(actions(ids));
/** The steps of these cases for which somebody may have come. */
export const readErrands = (reader: Reader, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : reader.many(errands(ids));
/** What was handed in with each of these cases. */
export const readSubmissions = (reader: Reader, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : reader.many(submissions(ids));
export const readDays = (reader: Reader, ids: readonly string[]) => reader.many(stored(ids));

/** Stores rows and moves the counters, in the transaction that holds the lock. */
export function saveCounts(tx: Tx, days: readonly CaseDay[], moves: readonly Move[]): void {
  if (days.length > 0) tx.write(saveDays(JSON.stringify(days)));
  if (moves.length > 0) tx.write(saveMoves(JSON.stringify(moves)));
}

/** What `day_count` has to be. Each measure is summed over its own day, so that no row is looked at for what it does not count. */
const keys = 'day, department_id, item_id, door, outlet_id';
const summed: Record<string, Partial<Record<(typeof measures)[number], string>>> = {
  submitted_on: {
    received: 'count(*)',
    withMaterials: 'count(*) filter (where required_materials > 0)',
    requiredMaterials: 'sum(required_materials)',
    sparedMaterials: 'sum(spared_materials)',
  },
  accepted_on: { accepted: 'count(*)' },
  decided_on: {
    decided: 'count(*)',
    inTime: 'count(*) filter (where in_time)',
    inPromise: 'count(*) filter (where in_promise)',
    promisedDays: 'sum(promised_days)',
    usedDays: 'sum(used_days)',
    statutoryDays: 'sum(statutory_days)',
  },
  ended_on: { ended: 'count(*)', rated: 'count(*) filter (where rated)', visits: 'sum(visits)' },
};
const summedOn = ([day, sums]: [string, (typeof summed)[string]]): string => `
    select ${day} as day, department_id, item_id, door, outlet_id, ${measures.map((measure) => `coalesce(${sums[measure] ?? '0'}, 0) as ${columnOf(measure)}`).join(', ')}
      from insight.case_day where ${day} is not null group by 1, 2, 3, 4, 5`;
const truth = `truth as (
  select ${keys}, ${counters.map((counter) => `sum(${counter})::bigint as ${counter}`).join(', ')}
    from (${Object.entries(summed).map(summedOn).join(' union all ')}) x group by 1, 2, 3, 4, 5)`; // prettier-ignore
const all = (of: string): string => counters.map((counter) => `coalesce(${of}.${counter}, 0)`).join(', ');
const wrongCounters = prepared<{ wrong: number }>(`with ${truth} select count(*) as wrong
  from truth t full join insight.day_count d using (${keys}) where (${all('t')}) is distinct from (${all('d')})`);
const remake = prepared(
  `with ${truth} insert into insight.day_count (${keys}, ${counters.join(', ')}) select * from truth`,
);

/** Counters that are not what the rows add up to. A counter that went back to nothing is no difference. */
export const countWrongCounters = async (tx: Tx): Promise<number> => (await tx.one(wrongCounters())).wrong;

/** Makes the counters again from the rows. */
export function remakeCounters(tx: Tx): void {
  tx.write(sql`delete from insight.day_count`);
  tx.write(remake());
}

const gone = `from insight.case_day d where not exists (select 1 from published."case" c where c.id = d.case_id)`;
const countGone = prepared<{ gone: number }>(`select count(*) as gone ${gone}`);
const dropGone = prepared(`delete ${gone}`);
/** Rows of cases that are no more. */
export const countStrays = async (tx: Tx): Promise<number> => (await tx.one(countGone())).gone;
export const dropStrays = (tx: Tx): void => tx.write(dropGone());
