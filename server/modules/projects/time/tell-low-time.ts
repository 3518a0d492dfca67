/** Telling people that the days of a project run low, and that they are used up: each once. */
import { tell, type PostNotice } from '#modules/notices';
import { getDepartment } from '#modules/offices';
import { postHolders, type PostHolder } from '#modules/people';
import { shanghaiDay } from '#platform/clock';
import type { Ground } from '#platform/ground';
import { readTimes, type ProjectTime } from '../read-project.ts';
import { projectsByIds } from '../store.ts';
import { lookAgainOn, morningOf, tellNow } from './low-time.ts';
import { dueWatches, lockWatches, updateWatches, type WatchRow } from './watch-store.ts';

const batch = 50;

/**
 * Looks at the projects whose day has come, tells their stewards and the heads of the departments that have a part of them now, once they are used up
 * the service office as well. Returns whether there may be more. Safe to run twice.
 */
export async function tellLowTime(ground: Ground): Promise<boolean> {
  const now = ground.clock.now();
  const today = shanghaiDay(now);
  const due = await dueWatches(ground.db, now, batch);
  if (due.length === 0) return false;
  const rows = await projectsByIds(
    ground.db,
    due.map(({ projectId }) => projectId),
  );
  const times = await readTimes(ground, rows);
  const [roster, names] = await rosterOf(ground, times, today);
  await ground.db.transaction(async (tx) => {
    const watches = await lockWatches(
      tx,
      due.map(({ projectId }) => projectId),
      now,
    );
    const moved: WatchRow[] = [];
    for (const watch of watches) {
      const time = times.find(({ row }) => row.id === watch.projectId)!;
      const what = time.row.state === 'open' ? tellNow(time.clock, toldOf(watch)) : null;
      if (what) tell(ground, tx, noticesOf(what, time, roster, names));
      const after: WatchRow = {
        ...watch,
        lowToldAt: what === 'low' ? now : watch.lowToldAt,
        usedUpToldAt: what === 'usedUp' ? now : watch.usedUpToldAt,
      };
      const again = time.row.state === 'open' ? lookAgainOn(time.clock, toldOf(after), today) : null;
      moved.push({ ...after, lookAt: again ? morningOf(again) : null });
    }
    if (moved.length > 0) updateWatches(tx, moved);
  });
  return due.length === batch;
}

const toldOf = ({ lowToldAt, usedUpToldAt }: WatchRow) => ({ low: lowToldAt !== null, usedUp: usedUpToldAt !== null });

/** The posts of all departments that hold a part of one of the projects, with their names: two statements and one for each department. */
async function rosterOf(ground: Ground, times: readonly ProjectTime[], today: string) {
  const departmentIds = [...new Set(times.flatMap(({ holding }) => holding))];
  const stewards = times.map(({ row }) => row.stewardId);
  const [roster, departments] = await Promise.all([
    postHolders(ground.db, departmentIds, stewards, today),
    Promise.all(departmentIds.map((id) => getDepartment(ground.db, id))),
  ]);
  return [roster, new Map(departments.map(({ id, name }) => [id, name]))] as const;
}

function noticesOf(
  what: 'low' | 'usedUp',
  { row, clock, holding }: ProjectTime,
  roster: readonly PostHolder[],
  names: ReadonlyMap<string, string>,
): PostNotice[] {
  const isTold = ({ accountId, role, departmentId }: PostHolder): boolean =>
    accountId === row.stewardId ||
    (role === 'head' && departmentId !== null && holding.includes(departmentId)) ||
    (role === 'office' && what === 'usedUp');
  const accounts = new Set(roster.filter(isTold).map(({ accountId, standInId }) => standInId ?? accountId));
  const isWorking = clock.unit === 'workingDay';
  const facts = {
    caseNumber: row.number,
    itemName: row.name,
    departmentName: holding.flatMap((id) => names.get(id) ?? []).join('、'),
    ...(isWorking ? { limitWorking: clock.limitDays } : { limitCalendar: clock.limitDays }),
    ...(isWorking ? { leftWorking: clock.remainingDays } : { leftCalendar: clock.remainingDays }),
    ...(clock.usedUpOn ? { dueOn: clock.usedUpOn } : {}),
  };
  const template = what === 'low' ? 'projectTimeLow' : 'projectTimeUsedUp';
  return [...accounts].map((accountId) => ({ accountId, subjectId: row.id, template, facts }));
}
