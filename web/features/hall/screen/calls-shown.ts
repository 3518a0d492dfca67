/** Which calls stand on a wall, when there are more than it has room for. Pure. */
import type { Announcement } from '#modules/hall/contract';

/** As many as are read from across a hall. */
export const mostCalls = 6;
/** How long the others stand before the next ones take their place: long enough to find one's number among five. */
export const turnEvery = 6_000;

/**
 * `calls` newest first. What is being said stands there whatever else there is, also when the clerk was quicker than the voice. Where not all
 * have room, it leads, or else the newest one, and the others take turns below; `turn` counts up.
 */
export function callsShown(
  calls: readonly Announcement[],
  saying: Announcement | undefined,
  turn: number,
): readonly Announcement[] {
  const said = saying && (calls.find(({ number }) => number === saying.number) ?? saying);
  const all = said && !calls.includes(said) ? [said, ...calls] : calls;
  if (all.length <= mostCalls) return all;
  const lead = said ?? all[0]!;
  const others = all.filter((one) => one !== lead);
  const page = mostCalls - 1;
  const from = (turn % Math.ceil(others.length / page)) * page;
  return [lead, ...others.slice(from, from + page)];
}
