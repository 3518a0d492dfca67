/** Who may handle a complaint now, and who hears of it. */
import { shanghaiDay } from '#modules/deadlines';
import { tell } from '#modules/notices';
import { lastingPosts, nameOfAccounts, postHolders, postsNow } from '#modules/people';
import type { Reader, Tx } from '#platform/db';
import type { Ground } from '#platform/ground';
import type { Actor } from '#platform/permissions';
import { barOf, type Official } from './complaint.ts';
import { complaintProblems } from './problems.ts';
import type { ComplaintRow } from './store.ts';

/** Somebody with the own posts that count now; undefined without one. */
export async function officialOf(reader: Reader, accountId: string, at: Date): Promise<Official | undefined> {
  const posts = await postsNow(reader, accountId, at);
  return posts.length > 0 ? { accountId, posts } : undefined;
}
/** The one complained about; without posts by now they are still who they are. */
export const aboutOf = async (reader: Reader, aboutId: string | null, at: Date): Promise<Official | undefined> =>
  aboutId ? ((await officialOf(reader, aboutId, at)) ?? { accountId: aboutId, posts: [] }) : undefined;

/** In whose name somebody acts: their own, and of those for whom they stand in. */
export const namesOf = (actor: Actor): string[] => [
  actor.accountId!,
  ...actor.posts.flatMap(({ standsInFor }) => (standsInFor ? [standsInFor] : [])),
];

/** Throws `mustNotHandle` unless the actor may do something with the complaint beyond reading it. */
export async function demandFree(reader: Reader, actor: Actor, row: ComplaintRow, at: Date): Promise<void> {
  const about = await aboutOf(reader, row.aboutId, at);
  const bar = barOf({ accountId: actor.accountId!, posts: actor.posts }, about, null);
  if (bar) throw complaintProblems.mustNotHandle({ bar });
}

/** Those who may handle it: heads of its department, and the service office. */
export async function handlersOf(reader: Reader, row: ComplaintRow, at: Date) {
  const { departmentId } = row;
  const holders = await postHolders(reader, departmentId ? [departmentId] : [], [], shanghaiDay(at));
  const wanted = holders.filter((one) => one.role === 'office' || (one.role === 'head' && one.departmentId === departmentId && departmentId !== null)); // prettier-ignore
  const ids = [...new Set(wanted.map(({ accountId }) => accountId))].slice(0, 200);
  const day = shanghaiDay(at);
  const [about, names, posts] = await Promise.all([
    aboutOf(reader, row.aboutId, at),
    nameOfAccounts(reader, ids),
    lastingPosts(reader, ids, day),
  ]);
  const now = posts.filter(({ fromOn }) => fromOn <= day);
  return ids
    .map((accountId): Official => ({ accountId, posts: now.filter((post) => post.accountId === accountId) }))
    .filter((one) => !barOf(one, about, row.answeredById))
    .map(({ accountId, posts: own }) => ({ accountId, name: names.get(accountId) ?? '', office: own.some(({ role }) => role === 'office') })); // prettier-ignore
}

const factsOf = (row: ComplaintRow) => ({
  itemName: '窗口服务投诉',
  itemNameEn: 'Service at a window',
  caseNumber: row.number,
  ...(row.dueOn ? { dueOn: row.dueOn } : {}),
});

/** That it waits for somebody: heads who may handle it, else the office. */
export async function tellLeaders(
  ground: Ground,
  tx: Tx,
  row: ComplaintRow,
  template: 'complaintMade' | 'complaintOverdue',
): Promise<void> {
  // prettier-ignore
  const handlers = await handlersOf(tx, row, ground.clock.now());
  const heads = handlers.filter(({ office }) => !office);
  const chosen = heads.length > 0 ? heads : handlers;
  const accounts = new Set(chosen.map(({ accountId }) => accountId));
  if (template === 'complaintOverdue') {
    if (row.handlerId) accounts.add(row.handlerId);
    for (const { accountId, office } of handlers) if (office) accounts.add(accountId);
  }
  tell(
    ground,
    tx,
    [...accounts].map((accountId) => ({ accountId, subjectId: null, template, facts: factsOf(row) })),
  );
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
