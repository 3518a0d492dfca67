/**
 * What applicants say afterwards: two of five say anything. The seeds count 154 bad ratings among 830,000, most of them mis-taps; a small
 * district gets a handful all the same, because what becomes of them is the point.
 */
import { isBad, type Level } from '#modules/ratings/contract';
import { shanghaiDay } from '#platform/clock';
import type { Row } from '../load-store.ts';
import { weighted } from '#platform/random';
import type { Story } from './stories.ts';
import type { History } from './history.ts';
import { sayings, type World } from './world.ts';

const good = weighted<Level>([
  ['verySatisfied', 862],
  ['satisfied', 116],
  ['basicallySatisfied', 22],
]);

/** Rates the case, or not; marks its row. Returns the rows of the rating and of its handling when it is bad. */
export function rate(
  world: World,
  history: History,
  story: Story | undefined,
): { rating: Row; handling: Row | undefined } | undefined {
  const { row, random } = history;
  const endedAt = row.endedAt;
  const wants = random.chance(0.4);
  if (!endedAt || !(story?.rated ?? wants)) return undefined;
  const at = new Date(endedAt.getTime() + Math.round(60_000 * (1 + 4000 * random.next() ** 5)));
  if (at >= world.end) return undefined;
  const badShare = Math.max(154 / 830_000, 7 / (0.4 * world.plan.cases));
  const bad = story ? story.bad === true : random.chance(badShare);
  const level: Level = bad ? (random.chance(0.4) ? 'veryDissatisfied' : 'dissatisfied') : good(random);
  const said = bad
    ? random.pick(sayings.bad)
    : { reasons: [], comment: random.chance(0.12) ? random.pick(sayings.praise) : '' };
  const accountId = row.door === 'portal' ? history.actions[0]!.accountId : null;
  row.rated = true;
  const id = random.id(at);
  return {
    rating: [
      id, row.id, row.number, row.itemId, row.itemName, row.departmentId, row.outletId, row.door, level,
      `{${said.reasons.join(',')}}`, said.comment, accountId ? 'account' : 'code', accountId, at, shanghaiDay(at),
    ],
    handling: isBad(level) ? [id, 'received', at] : undefined,
  }; // prettier-ignore
}
