/** SQL of counting open cases anew: many at once, because a new calendar touches all of them. */
import { prepared, type Reader, type Tx } from '#platform/db';
import { caseColumns, type CaseRow } from '../store.ts';

const stale = prepared<{ id: string }>(
  `select id from cases."case" where ended_at is null and due_rule is not null and calendar_no < $1 order by id`,
);
/** Open cases that were counted by an older calendar than this one. */
export const findStale = (reader: Reader, calendarNo: number) => reader.many(stale(calendarNo));

const lockMany = prepared<CaseRow>(
  `select ${caseColumns} from cases."case" c
    where c.id = any($1::uuid[]) and c.ended_at is null and c.due_rule is not null and c.calendar_no < $2 order by c.id for update`,
);
/** Takes them for this transaction; acts on them wait. What has ended or was counted meanwhile is left out. */
export const lockStale = (tx: Tx, ids: readonly string[], calendarNo: number): Promise<CaseRow[]> =>
  tx.many(lockMany(ids, calendarNo));

const move = prepared(`
  update cases."case" c
     set seq = f."seq", head_hash = f."headHash", target_on = f."targetOn", fatal_on = f."fatalOn", due_provisional = f."dueProvisional",
         next_at = f."nextAt", paused_since = f."pausedSince", forecast_on = f."forecastOn"
    from jsonb_to_recordset($1::jsonb) as f ("id" uuid, "seq" int, "headHash" text, "targetOn" date, "fatalOn" date, "dueProvisional" boolean,
           "nextAt" timestamptz, "pausedSince" date, "forecastOn" date)
   where c.id = f."id"`);
const seen = prepared('update cases."case" set calendar_no = $2 where id = any($1::uuid[])');

/** Brings the lines to where their recount has led them, and marks all of them as counted by this calendar. */
export function saveRecounted(tx: Tx, moved: readonly CaseRow[], ids: readonly string[], calendarNo: number): void {
  if (moved.length > 0) tx.write(move(JSON.stringify(moved)));
  tx.write(seen(ids, calendarNo));
}

const told = prepared<{ personId: string }>(
  `insert into cases.recount_told (calendar_no, person_id) select $1, unnest($2::uuid[]) on conflict do nothing returning person_id`,
);
/** Those of the persons who were not told of this calendar before. */
export const markTold = (tx: Tx, calendarNo: number, personIds: readonly string[]) =>
  tx.many(told(calendarNo, personIds));
