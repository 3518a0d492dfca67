/** SQL for those who follow the time of many cases at once. */
import { prepared, type Reader } from '#platform/db';
import type { Action } from './case.ts';

/** An action without what was handed in: when it was, what it led to, what it did to the clock, and whereto it was sent on. */
export type Told = Pick<Action, 'caseId' | 'seq' | 'kind' | 'fromState' | 'toState' | 'at' | 'facts'>;

const byCases = prepared<Told>(
  `select case_id, seq, kind, from_state, to_state, at,
          jsonb_strip_nulls(jsonb_build_object('clock', facts->'clock',
            'from', case kind when 'sendOn' then facts->'from' end, 'to', case kind when 'sendOn' then facts->'to' end)) as facts
     from cases.action where case_id = any($1::uuid[]) order by case_id, seq`,
);
/** The histories of these cases, by case and in their order. For some hundreds of cases. */
export async function coursesOf(reader: Reader, caseIds: readonly string[]): Promise<Map<string, Told[]>> {
  if (caseIds.length === 0) return new Map();
  return Map.groupBy(await reader.many(byCases([...caseIds])), ({ caseId }) => caseId);
}
