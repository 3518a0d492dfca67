/** Who may handle a complaint now, and who hears of it. */
import { shanghaiDay } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { lastingPosts, nameOfAccounts, postHolders, postsNow, standInPosts } from '#modules/people';
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { barOf, type Official, type Step } from './complaint.ts';
import { complaintProblems } from './problems.ts';
import type { ComplaintRow } from './store.ts';

/** Somebody with the own posts that count now, and those in which they stand in; undefined without an own one. */
export async function officialOf(reader: Reader, accountId: string, at: Date): Promise<Official | undefined> {
  const own = await postsNow(reader, accountId, at);
  if (own.length === 0) return undefined;
  return { accountId, posts: [...own, ...(await standInPosts(reader, [accountId], shanghaiDay(at)))] };
}
/** The one complained about, with the own posts alone; without posts by now they are still who they are. */
export const aboutOf = async (reader: Reader, aboutId: string | null, at: Date): Promise<Official | undefined> =>
  aboutId ? { accountId: aboutId, posts: await postsNow(reader, aboutId, at) } : undefined;

/** A head handles what is of the own department; the office whatever there is. In the post of somebody else nobody is given one. */
export const handlesFor = ({ posts }: Official, departmentId: string | null): boolean =>
  posts.some(
    ({ role, departmentId: of, standsInFor }) =>
      standsInFor === undefined && (role === 'office' || (role === 'head' && of !== null && of === departmentId)),
  );

/** In whose name somebody acts: their own, and of those for whom they stand in. */
export const namesOf = (actor: Actor): string[] => [
  actor.accountId!,
  ...actor.posts.flatMap(({ standsInFor }) => (standsInFor ? [standsInFor] : [])),
];

/**
 * Throws `mustNotHandle` unless the actor may do something with the complaint beyond reading it. Whoever answered it the first time says
 * whose it is the second time, and no more: not even for a handler for whom they stand in.
 */
export async function demandFree(reader: Reader, actor: Actor, row: ComplaintRow, step: Step, at: Date): Promise<void> {
  const about = await aboutOf(reader, row.aboutId, at);
  const answeredBefore = step === 'assign' ? null : row.answeredById;
  const bar = barOf({ accountId: actor.accountId!, posts: actor.posts }, about, answeredBefore);
  if (bar) throw complaintProblems.mustNotHandle({ bar });
}

/** Somebody who may handle a complaint. */
interface Free {
  accountId: string;
  name: string;
  office: boolean;
  /** Who hears of it: the colleague who stands in for them. Null when that one must not. */
  hears: string | null;
}

/** Those who may handle each of the complaints: heads of its department, and the service office; by its id. Read at once for all. */
export async function handlersOf(
  reader: Reader,
  rows: readonly ComplaintRow[],
  at: Date,
): Promise<Map<string, Free[]>> {
  const day = shanghaiDay(at);
  const departments = new Set(rows.flatMap(({ departmentId }) => departmentId ?? []));
  const leading = (await postHolders(reader, [...departments], [], day)).filter(({ role }) => role === 'office' || role === 'head'); // prettier-ignore
  const about = rows.flatMap(({ aboutId }) => aboutId ?? []);
  const standInOf = new Map(leading.flatMap(({ accountId, standInId }) => (standInId ? [[accountId, standInId]] : [])));
  const ids = [...new Set([...leading.map(({ accountId }) => accountId), ...standInOf.values(), ...about])];
  const [names, lasting, standIns] = [
    await nameOfAccounts(reader, ids),
    await lastingPosts(reader, ids, day),
    await standInPosts(reader, ids, day),
  ];
  const own = Map.groupBy(lasting.filter(({ fromOn }) => fromOn <= day), ({ accountId }) => accountId); // prettier-ignore
  const others = Map.groupBy(standIns, ({ accountId }) => accountId);
  const postsOf = (id: string) => [...(own.get(id) ?? []), ...(others.get(id) ?? [])];
  const freeFor = (row: ComplaintRow): Free[] => {
    const wanted = leading.filter(({ role, departmentId }) => role === 'office' || (departmentId !== null && departmentId === row.departmentId)); // prettier-ignore
    const concerned = row.aboutId ? { accountId: row.aboutId, posts: own.get(row.aboutId) ?? [] } : undefined;
    const isFree = (accountId: string) => !barOf({ accountId, posts: postsOf(accountId) }, concerned, row.answeredById);
    return [...new Set(wanted.map(({ accountId }) => accountId))]
      .filter(isFree)
      .slice(0, 200)
      .map((accountId) => {
        const hears = standInOf.get(accountId) ?? accountId;
        return {
          accountId,
          name: names.get(accountId) ?? '',
          office: (own.get(accountId) ?? []).some(({ role }) => role === 'office'),
          hears: isFree(hears) ? hears : null,
        };
      });
  };
  return new Map(rows.map((row) => [row.id, freeFor(row)]));
}

const factsOf = (row: ComplaintRow) => ({
  itemName: '窗口服务投诉',
  itemNameEn: 'Service at a window',
  caseNumber: row.number,
  ...(row.dueOn ? { dueOn: row.dueOn } : {}),
});

/** That they wait for somebody: heads who may handle each, else the office. */
export async function tellLeaders(
  ground: Ground,
  tx: Tx,
  rows: readonly ComplaintRow[],
  template: 'complaintMade' | 'complaintOverdue',
): Promise<void> {
  if (rows.length === 0) return;
  const handlers = await handlersOf(tx, rows, ground.clock.now());
  const notices = rows.flatMap((row) => {
    const free = handlers.get(row.id)!;
    const heard = (some: readonly Free[]) => some.flatMap(({ hears }) => hears ?? []);
    // Where nobody who is there may hear of it, those who are away find it when they are back.
    const lists = [heard(free.filter(({ office }) => !office)), heard(free), free.map(({ accountId }) => accountId)];
    const accounts = new Set(lists.find((list) => list.length > 0));
    if (template === 'complaintOverdue') {
      for (const one of heard(free.filter(({ office }) => office))) accounts.add(one);
      if (row.handlerId)
        accounts.add(free.find(({ accountId }) => accountId === row.handlerId)?.hears ?? row.handlerId);
    }
    return [...accounts].map((accountId) => ({ accountId, subjectId: null, template, facts: factsOf(row) }));
  });
  tell(ground, tx, notices);
}
export const tellHandler = (ground: Ground, tx: Tx, row: ComplaintRow): void =>
  tell(ground, tx, [{ accountId: row.handlerId!, subjectId: null, template: 'complaintYours', facts: factsOf(row) }]);
/** The one complained about hears that something is asked of them; nothing of who complained. */
export const tellAbout = (ground: Ground, tx: Tx, row: ComplaintRow): void =>
  tell(ground, tx, [{ accountId: row.aboutId!, subjectId: null, template: 'complaintStatement', facts: { caseNumber: row.number } }]); // prettier-ignore
/** Whoever complained with an account hears of the answer; others read it with the code. */
export const tellComplainer = (ground: Ground, tx: Tx, row: ComplaintRow): void => {
  if (row.personId) tell(ground, tx, [{ personId: row.personId, subjectId: null, template: 'complaintAnswered', facts: { caseNumber: row.number } }]); // prettier-ignore
};
