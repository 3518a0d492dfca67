/** Who is told of an advice, in which order and when: the managers of the hall, or who stands in for them. */
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { Reader } from '#platform/db';
import { objectionsTo } from '#modules/hall';
import { lastingPosts, postHolders, seenSince, type PostHolder } from '#modules/people';
import { whoDecided } from '../advice/advice-store.ts';
import { minutesAfter } from '../advice/step.ts';
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

/** Whom a house may name: everybody with a post in the service office on the day, away or not. Who stands in is told, and never named for it. */
export const namable = async (reader: Reader, day: string): Promise<string[]> => {
  const office = (await postHolders(reader, [], [], day)).filter(({ role }) => role === 'office');
  return [...new Set(office.map(({ accountId }) => accountId))];
};

/** Everybody who is told on the day, in the order of the house: the named ones or all, and for who is away who stands in. */
const managersOf = async (reader: Reader, rule: HouseRule, day: string): Promise<string[]> =>
  lineOf(await postHolders(reader, [], rule.managerIds, day), rule.managerIds);

/**
 * The line of a whole office: who was signed in today before who was not, and among them who has decided advices of this hall last. For
 * nobody hears in time behind five who are not there. Pure.
 */
export function inTurn(
  line: readonly string[],
  { there, decided }: { there: ReadonlySet<string>; decided: ReadonlyMap<string, Date> },
): string[] {
  const when = (id: string): number => decided.get(id)?.getTime() ?? 0;
  return line.toSorted((one, other) => Number(there.has(other)) - Number(there.has(one)) || when(other) - when(one));
}

/** How far back it is looked who decides. */
const decidedWithin = 60 * 86_400_000;

/** The managers of a hall in the order in which they are told; the house's own order stays as it is. */
export async function managersInTurn(reader: Reader, scene: Pick<Scene, 'outletId' | 'at' | 'day' | 'rule'>) {
  const { outletId, at, day, rule } = scene;
  const line = await managersOf(reader, rule, day);
  if (rule.managerIds.length > 0) return line;
  const [there, decided] = await Promise.all([
    seenSince(reader, line, startOfDay(day)),
    whoDecided(reader, outletId, new Date(at.getTime() - decidedWithin)),
  ]);
  return inTurn(line, { there, decided: new Map(decided.map((one) => [one.accountId, one.at])) });
}

/** Half of the time of an advice: from then on nobody is left for later, or the last would be told when it is over. */
const halfOf = ({ madeAt, lapseAt }: { madeAt: Date; lapseAt: Date }): Date =>
  new Date((madeAt.getTime() + lapseAt.getTime()) / 2);

/** Who is told at an instant at which whoever was told has not answered: the next in line, and all the rest once half of the time is over. Pure. */
export function toldNow(
  advice: { told: readonly string[]; madeAt: Date; lapseAt: Date },
  line: readonly string[],
  at: Date,
) {
  const rest = line.filter((id) => !advice.told.includes(id));
  return at >= halfOf(advice) ? rest : rest.slice(0, 1);
}

/** Until when whoever is told now has time before others are; behind the last there is only the end. Pure. */
export function answerUntil(
  advice: { told: readonly string[]; madeAt: Date; lapseAt: Date },
  line: readonly string[],
  rule: Pick<HouseRule, 'answerMinutes'>,
  at: Date,
): Date {
  if (line.every((id) => advice.told.includes(id))) return advice.lapseAt;
  const [next, half] = [minutesAfter(at, rule.answerMinutes), halfOf(advice)];
  return next < half || at >= half ? next : half;
}

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
