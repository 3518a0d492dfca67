/** SQL of what is told of the time of projects. */
import { inserting, prepared, type Reader, type Tx } from '#platform/db';

export interface WatchRow {
  projectId: string;
  lookAt: Date | null;
  lowToldAt: Date | null;
  usedUpToldAt: Date | null;
}

const insertRow = inserting('projects.time_watch', ['project_id', 'look_at']);
const due = prepared<{ projectId: string }>(
  'select project_id from projects.time_watch where look_at <= $1 order by look_at limit $2',
);
const lockDue = prepared<WatchRow>(
  'select * from projects.time_watch where project_id = any($1::uuid[]) and look_at <= $2 order by project_id for update skip locked',
);
const move = prepared(
  `update projects.time_watch w set look_at = g.look_at, low_told_at = g.low_told_at, used_up_told_at = g.used_up_told_at
     from unnest($1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[]) as g (project_id, look_at, low_told_at, used_up_told_at)
    where w.project_id = g.project_id`,
);

export const insertWatch = (tx: Tx, projectId: string, lookAt: Date): void => tx.write(insertRow([projectId, lookAt]));
/** Projects to be looked at, the longest due first. */
export const dueWatches = (reader: Reader, at: Date, limit: number) => reader.many(due(at, limit));
/** Of these, those that are still due and that nobody else has in hand. */
export const lockWatches = (tx: Tx, projectIds: readonly string[], at: Date): Promise<WatchRow[]> =>
  tx.many(lockDue([...projectIds], at));
export const updateWatches = (tx: Tx, rows: readonly WatchRow[]): void =>
  tx.write(
    move(
      rows.map(({ projectId }) => projectId),
      rows.map(({ lookAt }) => lookAt),
      rows.map(({ lowToldAt }) => lowToldAt),
      rows.map(({ usedUpToldAt }) => usedUpToldAt),
    ),
  );
