/** What becomes of advices by themselves: nobody answers, nobody comes, it got calm, the time is over. */
import { saveDuty, windowChanged } from '#modules/hall';
import { tell } from '#modules/notices';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { adviseStaying } from '../advise.ts';
import { termsOf } from '../house-rule.ts';
import { sayWhy } from '../say-why.ts';
import type { Scene, SceneWindow } from '../watch/scene.ts';
import { seedWords, type ZoneSeen } from '../watch/see-zone.ts';
import type { AdviceRow } from './advice-store.ts';
import { minutesAfter, step } from './step.ts';

/** No opening is made longer than this by itself. */
const longest = 180;
const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

/** Asks a clerk to open the window. */
export function askClerk(ground: Ground, tx: Tx, { clerkId, windowNumber, zone, minutes }: AdviceRow): void {
  const facts = { windowNumber, zone, minutes };
  tell(ground, tx, [{ accountId: clerkId, subjectId: null, template: 'tideAsked', facts }]);
}

/** Gives the window back what it did before, unless somebody has changed it since. */
export function giveBack(tx: Tx, advice: AdviceRow, window: SceneWindow | undefined, at: Date): void {
  if (advice.kind !== 'switch' || !window || !same(window.duty, advice.errandIds)) return;
  const { windowId, outletId, beforeIds } = advice;
  saveDuty(tx, { windowId, outletId, errandIds: beforeIds }, { id: newId(), at, accountId: null });
  emit(tx, windowChanged, windowId, { outletId, everybody: true, publicAt: outletId });
}

/** Everything that is due in a hall at the instant of the scene. */
export function sweepAdvice(
  ground: Ground,
  tx: Tx,
  scene: Scene,
  zones: readonly ZoneSeen[],
  managers: readonly string[],
): void {
  const { at, rule } = scene;
  const by = { at, accountId: null };
  // In the order in which they were made, each once.
  for (const advice of scene.advices) {
    const seen = zones.find(({ zone }) => zone === advice.zone);
    const window = scene.windows.find(({ id }) => id === advice.windowId);
    if (advice.state === 'open') sweepOpen(advice, seen);
    else if (advice.state === 'asked') sweepAsked(advice, window);
    else sweepRunning(advice, seen, window);
  }
  function sweepOpen(advice: AdviceRow, seen: ZoneSeen | undefined): void {
    if (at >= advice.lapseAt) return void step(tx, advice, 'lapse', by);
    if (seen && !seen.high) return void step(tx, advice, 'overtake', by, { reason: 'calm' });
    if (at < advice.answerBy) return;
    const next = managers.find((id) => !advice.told.includes(id));
    if (!next) return;
    const told = [...advice.told, next];
    step(tx, advice, 'tellNext', by, { told, answerBy: minutesAfter(at, rule.answerMinutes) });
    const why = sayWhy(advice);
    const facts = { zone: advice.zone, why: why.zh, whyEn: why.en };
    tell(ground, tx, [{ accountId: next, subjectId: null, template: 'tideAdvice', facts }]);
  }

  function sweepAsked(advice: AdviceRow, window: SceneWindow | undefined): void {
    if (window && window.state !== 'closed') return void beginAdvice(tx, advice, by);
    if (advice.openBy && at >= advice.openBy) askNext(ground, tx, scene, advice, by);
  }

  function sweepRunning(advice: AdviceRow, seen: ZoneSeen | undefined, window: SceneWindow | undefined): void {
    if (!window || window.state === 'closed') {
      step(tx, advice, 'end', by);
      giveBack(tx, advice, window, at);
      return;
    }
    if (!advice.untilAt || at < advice.untilAt) return;
    const terms = termsOf(rule);
    const open = (at.getTime() - advice.beganAt!.getTime()) / 60_000;
    // The sight counts the window as staying: what it would be without it is asked by adviseStaying with the window gone.
    if (seen && advice.kind === 'open' && open < longest && staysWorth(scene, seen, window, terms))
      return void step(tx, advice, 'stay', by, { untilAt: minutesAfter(at, terms.step) });
    step(tx, advice, 'end', by);
    giveBack(tx, advice, window, at);
    const facts = { windowNumber: advice.windowNumber, zone: advice.zone };
    tell(ground, tx, [{ accountId: advice.clerkId, subjectId: null, template: advice.kind === 'open' ? 'tideOver' : 'tideBack', facts }]); // prettier-ignore
  }
}

function staysWorth(scene: Scene, seen: ZoneSeen, window: SceneWindow, terms: ReturnType<typeof termsOf>): boolean {
  const { now, live } = scene;
  const isBusy = live.some(({ windowId, waiting }) => windowId === window.id && !waiting);
  // Which of several like windows closes is the same to the queue.
  const list = isBusy ? seen.sight.busy : seen.sight.spells;
  const sight = isBusy
    ? { ...seen.sight, busy: list.map((one, i) => (i === 0 ? { ...seen.sight.busy[0]!, to: now } : one)) as typeof seen.sight.busy }
    : { ...seen.sight, spells: seen.sight.spells.slice(1) }; // prettier-ignore
  return list.length > 0 && adviseStaying(sight, terms, 1, ...seedWords(scene, seen.zone)) > 0;
}

/** The window is open, or does its new duty: from now on the advice is followed. */
export function beginAdvice(
  tx: Tx,
  advice: AdviceRow,
  by: { at: Date; accountId: string | null; actionId?: string },
): AdviceRow {
  return step(tx, advice, 'begin', by, { beganAt: by.at, untilAt: minutesAfter(by.at, advice.minutes) });
}

/** Asks the next who is still free; without one it is over, and whoever decided is told. */
export function askNext(
  ground: Ground,
  tx: Tx,
  scene: Scene,
  advice: AdviceRow,
  by: { at: Date; accountId: string | null; actionId?: string; said?: string },
): AdviceRow {
  const free = advice.others.filter(({ accountId }) => scene.free.some((one) => one.accountId === accountId));
  const [next, ...others] = free;
  if (!next) {
    const ended = step(tx, advice, 'decline', by);
    const facts = { windowNumber: advice.windowNumber, zone: advice.zone };
    tell(ground, tx, advice.told.slice(-1).map((accountId) => ({ accountId, subjectId: null, template: 'tideNobody' as const, facts }))); // prettier-ignore
    return ended;
  }
  const { answerMinutes, delayMinutes } = scene.rule;
  const asked = step(tx, advice, 'askNext', by, {
    clerkId: next.accountId,
    clerkName: next.name,
    others,
    openBy: minutesAfter(by.at, answerMinutes + delayMinutes),
  });
  askClerk(ground, tx, asked);
  return asked;
}
