/** SQL of the cases that are watched, and of what was done for them. */
import { prepared, type Reader, type Tx } from '#platform/db';
import type { About, ToldPost } from './ladder.ts';

/** A case whose clock is watched. */
export interface Watch {
  caseId: string;
  departmentId: string;
  /** What fell due before is not sent. */
  since: Date;
  nextAt: Date | null;
  calendarNo: number;
}

// The earlier `since` stays: a case is watched from its first clock on.
const upsert = prepared(
  `insert into warnings.watch as w (case_id, department_id, since, next_at, calendar_no)
   select "caseId", "departmentId", since, "nextAt", "calendarNo"
     from jsonb_to_recordset($1::jsonb) as r("caseId" uuid, "departmentId" uuid, since timestamptz, "nextAt" timestamptz, "calendarNo" int)
    order by "caseId"
       on conflict (case_id) do update
       set department_id = excluded.department_id, next_at = excluded.next_at, calendar_no = excluded.calendar_no`,
);
export function saveWatches(tx: Tx, watches: readonly Watch[]): void {
  if (watches.length > 0) tx.write(upsert(JSON.stringify(watches)));
}

const unwatch = prepared('delete from warnings.watch where case_id = any($1::uuid[])');
/** Their clocks have ended, or it is the applicant's time. */
export function endWatches(tx: Tx, caseIds: readonly string[]): void {
  if (caseIds.length > 0) tx.write(unwatch(caseIds));
}

const find = prepared<Watch>('select * from warnings.watch where case_id = any($1::uuid[])');
export const findWatches = (reader: Reader, caseIds: readonly string[]): Promise<Watch[]> => reader.many(find(caseIds));

const claim = prepared<Watch>(
  `select case_id, department_id, since, next_at, calendar_no from warnings.watch
    where next_at <= $1 order by next_at limit $2 for update skip locked`,
);
/** Takes cases that are to be looked at, for this transaction alone. */
export const claimDue = (tx: Tx, now: Date, limit: number): Promise<Watch[]> => tx.many(claim(now, limit));

const stale = prepared(`update warnings.watch set next_at = $2, calendar_no = $1 where calendar_no < $1`);
/** A newer calendar moves the days of the rungs: every watched case is looked at again. */
export const lookAgainBy = (tx: Tx, calendarNo: number, at: Date): void => tx.write(stale(calendarNo, at));

/** A rung that was done. */
export interface Warning {
  id: string;
  caseId: string;
  departmentId: string;
  dueRule: string;
  dueFrom: string;
  about: About;
  dueOn: string;
  days: number;
  outcome: 'sent' | 'skipped';
  ladderId: string | null;
  told: { accountId: string; post: ToldPost }[];
  at: Date;
}

const insert = prepared<{ id: string }>(
  `insert into warnings.warning (id, case_id, department_id, due_rule, due_from, about, due_on, days, outcome, ladder_id, told, at)
   select id, "caseId", "departmentId", "dueRule", "dueFrom", about, "dueOn", days, outcome, "ladderId", told, at
     from jsonb_to_recordset($1::jsonb) as r(id uuid, "caseId" uuid, "departmentId" uuid, "dueRule" text, "dueFrom" date, about text,
       "dueOn" date, days int, outcome text, "ladderId" uuid, told jsonb, at timestamptz)
       on conflict on constraint warning_once do nothing
   returning id`,
);
/** Notes rungs as done; returns the ids of those that were not done before. */
export const saveWarnings = async (tx: Tx, warnings: readonly Warning[]): Promise<Set<string>> =>
  warnings.length === 0 ? new Set() : new Set((await tx.many(insert(JSON.stringify(warnings)))).map(({ id }) => id));

const done = prepared<Warning>('select * from warnings.warning where case_id = any($1::uuid[]) order by at, id');
/** What was done for these cases, the oldest first; a case has a dozen at most for each of its dates. */
export const findWarnings = (reader: Reader, caseIds: readonly string[]): Promise<Warning[]> =>
  reader.many(done(caseIds));
