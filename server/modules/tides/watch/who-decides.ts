/** Who is told of an advice, in which order: the managers of the hall, or who stands in for them. */
import { shanghaiDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import { objectionsTo } from '#modules/hall';
import { lastingPosts, postHolders, type PostHolder } from '#modules/people';
import type { HouseRule } from '../house-rule.ts';
import type { MaySit } from './choose.ts';
import type { Scene } from './scene.ts';

/** From posts to the line: those whom the house names, in its order; everybody of the service office where it names nobody. Pure. */
export function lineOf(posts: readonly PostHolder[], managerIds: HouseRule['managerIds']): string[] {
  const office = posts.filter(({ role }) => role === 'office');
  const present = ({ accountId, standInId }: PostHolder): string => standInId ?? accountId;
  const named = managerIds.flatMap((id) => office.find(({ accountId }) => accountId === id) ?? []);
  return [...new Set((named.length > 0 ? named : office).map(present))];
}

export const managersOf = async (reader: Reader, rule: HouseRule, day: string): Promise<string[]> =>
  lineOf(await postHolders(reader, [], rule.managerIds, day), rule.managerIds);

/**
 * Which of the people who are free may sign in at which closed window: as `hall.openWindow` has it, by their posts of today and by what the
 * guards of windows say now. So nobody is advised, or asked, whom it would turn away.
 */
export async function seatsOf(reader: Reader, scene: Scene): Promise<MaySit> {
  const ids = scene.free.map(({ accountId }) => accountId);
  if (ids.length === 0) return () => false;
  const day = shanghaiDay(scene.at);
  const posts = Map.groupBy(
    (await lastingPosts(reader, ids, day)).filter(({ role, fromOn }) => role === 'clerk' && fromOn <= day),
    ({ accountId }) => accountId,
  );
  const { outletId } = scene;
  const closed = scene.windows.filter(({ state }) => state === 'closed');
  const pairs = ids.flatMap((accountId) =>
    closed
      .filter(({ departmentId }) =>
        (posts.get(accountId) ?? []).some(
          (post) => post.outletId === outletId || (departmentId !== null && post.departmentId === departmentId),
        ),
      )
      .map(({ id, zone }) => ({ accountId, window: { id, outletId, zone } })),
  );
  const objections = await objectionsTo(reader, scene.at, pairs);
  const may = new Set(pairs.flatMap(({ accountId, window }, i) => (objections[i] ? [] : [`${accountId} ${window.id}`]))); // prettier-ignore
  return (accountId, { id }) => may.has(`${accountId} ${id}`);
}
