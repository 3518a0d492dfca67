/** What is done by the day: reminding of what ends soon, once each, and forgetting files whose time is over. */
import { addDays, shanghaiDay } from '#modules/deadlines';
import { removeFilesOf } from '#modules/documents';
import { tell } from '#modules/notices';
import { postHolders } from '#modules/people';
import type { Ground } from '#platform/ground';
import { namedDays } from './guard-windows.ts';
import { filesToForget, forgetFiles, listNearing, noteReminders, type Nearing } from './list-store.ts';
import { subjectKind } from './send-member.ts';

const atOnce = 500;
const keyOf = ({ memberId, about, dueOn }: Pick<Nearing, 'memberId' | 'about' | 'dueOn'>): string =>
  `${memberId} ${about} ${dueOn}`;
const templates = {
  probation: 'windowStaffProbation',
  qualification: 'windowStaffQualification',
  thing: 'windowStaffThings',
} as const;

/** Tells the person, the head of the department and the hall of each day that comes near; of the same day never twice. Returns how many days. */
export async function remind(ground: Ground): Promise<number> {
  const at = ground.clock.now();
  const today = shanghaiDay(at);
  const near = await listNearing(
    ground.db,
    {
      outletId: null,
      today,
      probationBy: addDays(today, namedDays.probation),
      qualificationBy: addDays(today, namedDays.qualification),
    },
    5_000,
  );
  let count = 0;
  for (let i = 0; i < near.length; i += atOnce) count += await remindOf(ground, near.slice(i, i + atOnce), at, today);
  return count;
}

const remindOf = (ground: Ground, near: readonly Nearing[], at: Date, today: string): Promise<number> =>
  ground.db.transaction(async (tx) => {
    const rows = near.map(({ memberId, about, dueOn }) => ({ memberId, about, dueOn }));
    const fresh = new Set((await noteReminders(tx, rows, at)).map((one) => keyOf(one as Nearing)));
    const due = near.filter((one) => fresh.has(keyOf(one)));
    const departments = [...new Set(due.flatMap(({ departmentId }) => departmentId ?? []))];
    const holders = await postHolders(tx, departments, [], today);
    const whom = (one: Nearing): string[] => {
      const heads = holders.filter(({ role, departmentId }) => role === 'head' && departmentId === one.departmentId);
      const hall = holders.filter(({ role }) => role === 'office');
      const own = one.accountId && one.about !== 'thing' ? [one.accountId] : [];
      return [...new Set([...own, ...[...heads, ...hall].map((each) => each.standInId ?? each.accountId)])];
    };
    tell(
      ground,
      tx,
      due.flatMap((one) =>
        whom(one).map((accountId) => ({
          accountId,
          subjectId: null,
          template: templates[one.about],
          facts: { name: one.name, dueOn: one.dueOn },
        })),
      ),
    );
    return due.length;
  });

/** Forgets files whose time is over, with their papers. Returns how many. */
export async function forget(ground: Ground): Promise<number> {
  const at = ground.clock.now();
  let count = 0;
  for (;;) {
    const done = await ground.db.transaction(async (tx) => {
      const files = await filesToForget(tx, shanghaiDay(at), 100);
      const ids = files.map(({ id }) => id);
      for (const id of ids) removeFilesOf(tx, { kind: subjectKind, id }, at);
      if (ids.length > 0) forgetFiles(tx, ids, at);
      return ids.length;
    });
    count += done;
    if (done < 100) return count;
  }
}
