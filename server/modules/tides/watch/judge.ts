/** A round of the watch judged: which zone is left in peace and why, and what is advised for the others. Pure, but for the id of an advice. */
import { weekdayOf } from '#modules/deadlines';
import { newId } from '#platform/ids';
import type { AdviceRow } from '../advice/advice-store.ts';
import { isLate } from '../advice/stays.ts';
import { minutesAfter } from '../advice/step.ts';
import { excessPercent } from '../house-rule.ts';
import type { AdviceState, Verdict } from '../states.ts';
import { choose, type Choice, type MaySit, type Person } from './choose.ts';
import type { Scene } from './scene.ts';
import type { ZoneSeen } from './see-zone.ts';

export const round = (minutes: number | null): number | null =>
  minutes === null ? null : Math.round(minutes * 10) / 10;

/** When people left a window. That is all that is known of them: whether they are still in the house is not. */
const leavingsOf = ({ free }: Scene, people: readonly Person[]): Record<string, string> =>
  Object.fromEntries(free.filter((one) => people.some(({ accountId }) => accountId === one.accountId)).map(({ accountId, leftAt }) => [accountId, leftAt.toISOString()])); // prettier-ignore

/** An advice as it is made from a choice. */
export function adviceFrom(scene: Scene, seen: ZoneSeen, choice: Choice, told: readonly string[]): AdviceRow {
  const { at, rule, comparable } = scene;
  return {
    id: newId(),
    outletId: scene.outletId,
    zone: seen.zone,
    kind: choice.kind,
    state: 'open',
    windowId: choice.window.id,
    windowNumber: choice.window.number,
    clerkId: choice.clerk.accountId,
    clerkName: choice.clerk.name,
    others: choice.others.slice(0, 5),
    errandIds: [...choice.errandIds],
    beforeIds: [...choice.window.duty],
    savesMinutes: Math.round(choice.saves),
    minutes: choice.minutes,
    seen: {
      waiting: seen.waiting,
      wait: round(seen.wait),
      usual: round(seen.usual),
      next: round(seen.next),
      nextUsual: round(seen.nextUsual),
      windows: seen.windows,
      left: seen.left,
      ...(choice.kind === 'open' ? { leftAt: leavingsOf(scene, [choice.clerk, ...choice.others]) } : {}),
      days: comparable.days,
      weekday: weekdayOf(scene.day) || 7,
      crowd: comparable.instead ? 'usual' : comparable.crowd,
    },
    told: [...told],
    madeAt: at,
    answerBy: minutesAfter(at, rule.answerMinutes),
    lapseAt: minutesAfter(at, rule.lapseMinutes),
    decidedBy: null,
    decidedAt: null,
    reason: '',
    openBy: null,
    beganAt: null,
    untilAt: null,
    endedAt: null,
    effect: null,
    seq: 1,
  };
}

/** What was advised earlier in the day: how many more the hall wants, and what became of the last one in each zone, and when. */
export interface Before {
  left: number;
  last: readonly { zone: string; state: AdviceState; at: Date }[];
}

/** Whether a zone is left in peace because the last advice in it came to nothing a while ago. */
const restsAt = (last: Before['last'][number] | undefined, at: Date, { coolDownMinutes }: Scene['rule']): boolean =>
  // What was just begun is in the outlook already: it keeps nobody from advising more. What a clock that was ahead has put far into the future is long over.
  last !== undefined &&
  ['refused', 'lapsed', 'declined'].includes(last.state) &&
  Math.abs(at.getTime() - last.at.getTime()) < coolDownMinutes * 60_000;

/**
 * What is said of a zone between two rounds: what the last one came to, as far as it still holds. An advice that was decided meanwhile is not
 * waited for, and a queue that has gone is not long.
 */
export function verdictNow(
  { advices, at, rule }: Pick<Scene, 'advices' | 'at' | 'rule'>,
  seen: Pick<ZoneSeen, 'zone' | 'high' | 'known' | 'left'>,
  came: Verdict | null,
  last: Before['last'],
): Verdict | null {
  const live = advices.find(({ zone, state }) => zone === seen.zone && state !== 'running');
  if (live && !isLate(live, at)) return live.state === 'open' ? 'advised' : 'pending';
  if (came === null) return null;
  if (!seen.known && seen.left === 0) return 'noHistory';
  if (!seen.high) return 'calm';
  if (live || restsAt(last.find(({ zone }) => zone === seen.zone), at, rule)) return 'coolDown'; // prettier-ignore
  // Nothing is said of it but that it is long, until the next round has looked for a way.
  return ['nobody', 'notWorth', 'budget'].includes(came) ? came : 'high';
}

/** Why a zone is left in peace, or what is advised; nobody is promised twice in one round, and the zone that is worst off comes first. */
export function judgeRound(
  scene: Scene,
  zones: readonly ZoneSeen[],
  maySit: MaySit,
  before: Before,
): Map<string, Verdict | Choice> {
  const { rule, at, advices } = scene;
  let { left } = before;
  const judged = new Map<string, Verdict | Choice>();
  const promised = new Set<string>();
  const worse = ({ wait, usual }: ZoneSeen): number => excessPercent(wait, usual) ?? 0;
  for (const seen of zones.toSorted((one, other) => worse(other) - worse(one))) {
    const last = before.last.find(({ zone }) => zone === seen.zone);
    const rests = restsAt(last, at, rule);
    const verdict = (): Verdict | Choice => {
      // For people whom no window can call there is nothing to compare with.
      if (!seen.known && seen.left === 0) return 'noHistory';
      if (!seen.high) return 'calm';
      if (advices.some(({ zone, state }) => zone === seen.zone && state !== 'running')) return 'pending';
      if (rests) return 'coolDown';
      if (left <= 0) return 'budget';
      const free = scene.free.filter(({ accountId }) => !promised.has(accountId));
      const windows = scene.windows.filter(({ id }) => !promised.has(id));
      return choose({ ...scene, free, windows }, seen, zones, maySit);
    };
    const found = verdict();
    judged.set(seen.zone, found);
    if (typeof found === 'string') continue;
    promised.add(found.clerk.accountId).add(found.window.id);
    left -= 1;
  }
  return judged;
}
