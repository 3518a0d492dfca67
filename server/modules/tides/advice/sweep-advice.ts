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
import { isEnded } from '../states.ts';
import { strandedBy, whoComes, type MaySit } from '../watch/choose.ts';
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

/** Tells who sits at a window that it does something else from now on, and for how long. */
export function tellSwitched(ground: Ground, tx: Tx, { kind, clerkId, windowNumber, zone, minutes }: AdviceRow): void {
  const facts = { windowNumber, zone, minutes };
  tell(ground, tx, [
    { accountId: clerkId, subjectId: null, template: kind === 'lend' ? 'tideLent' : 'tideSwitched', facts },
  ]);
}

/** Does still what the advice has given it. */
const isSwitched = ({ kind, errandIds }: AdviceRow, { duty }: SceneWindow): boolean =>
  kind !== 'open' && same(duty, errandIds);

/** Gives the window back what it did before, unless somebody has changed it since; whether it has. */
export function giveBack(tx: Tx, advice: AdviceRow, window: SceneWindow | undefined, at: Date): boolean {
  if (!window || !isSwitched(advice, window)) return false;
  const { windowId, outletId, beforeIds } = advice;
  saveDuty(tx, { windowId, outletId, errandIds: beforeIds }, { id: newId(), at, accountId: null });
  emit(tx, windowChanged, windowId, { outletId, everybody: true, publicAt: outletId });
  return true;
}

/** Everything that is due in a hall at the instant of the scene. Whether anything has come of it: then the scene is to be read again. */
export function sweepAdvice(
  ground: Ground,
  tx: Tx,
  found: Scene,
  zones: readonly ZoneSeen[],
  managers: readonly string[],
  maySit: MaySit,
): boolean {
  const { at, rule } = found;
  // As it is after what was done before: who was just asked is not asked for the next, a window that was just given back serves its own again.
  let scene = found;
  const by = { at, accountId: null };
  // In the order in which they were made, each once.
  for (const advice of found.advices) {
    const seen = zones.find(({ zone }) => zone === advice.zone);
    const window = scene.windows.find(({ id }) => id === advice.windowId);
    const after =
      advice.state === 'open' ? sweepOpen(advice, seen)
      : advice.state === 'asked' ? sweepAsked(advice, window)
      : sweepRunning(advice, seen, window); // prettier-ignore
    if (after === advice) continue;
    const advices = scene.advices.flatMap((one) => (one.id !== advice.id ? [one] : isEnded(after.state) ? [] : [after])); // prettier-ignore
    scene = { ...scene, advices };
  }
  return scene !== found;

  function sweepOpen(advice: AdviceRow, seen: ZoneSeen | undefined): AdviceRow {
    if (at >= advice.lapseAt) return step(tx, advice, 'lapse', by);
    if (seen && !seen.high) return step(tx, advice, 'overtake', by, { reason: 'calm' });
    if (at < advice.answerBy) return advice;
    const next = managers.find((id) => !advice.told.includes(id));
    if (!next) return advice;
    const told = [...advice.told, next];
    const after = step(tx, advice, 'tellNext', by, { told, answerBy: minutesAfter(at, rule.answerMinutes) });
    const why = sayWhy(advice);
    const facts = { zone: advice.zone, why: why.zh, whyEn: why.en };
    tell(ground, tx, [{ accountId: next, subjectId: null, template: 'tideAdvice', facts }]);
    return after;
  }

  function sweepAsked(advice: AdviceRow, window: SceneWindow | undefined): AdviceRow {
    if (window && window.state !== 'closed') return beginAdvice(tx, advice, by, window.clerk);
    return advice.openBy && at >= advice.openBy ? askNext(ground, tx, scene, maySit, advice, by) : advice;
  }

  function endAdvice(advice: AdviceRow, window: SceneWindow | undefined): AdviceRow {
    if (giveBack(tx, advice, window, at))
      scene = { ...scene, windows: scene.windows.map((one) => (one.id === advice.windowId ? { ...one, duty: advice.beforeIds } : one)) }; // prettier-ignore
    return step(tx, advice, 'end', by);
  }

  function sweepRunning(advice: AdviceRow, seen: ZoneSeen | undefined, window: SceneWindow | undefined): AdviceRow {
    if (!window || window.state === 'closed') return endAdvice(advice, window);
    if (!advice.untilAt || at < advice.untilAt) return advice;
    const terms = termsOf(rule);
    const open = (at.getTime() - advice.beganAt!.getTime()) / 60_000;
    // The sight counts the window as staying: what it would be without it is asked by adviseStaying with the window gone.
    if (seen && advice.kind === 'open' && open < longest && staysWorth(scene, seen, window, terms))
      return step(tx, advice, 'stay', by, { untilAt: minutesAfter(at, terms.step) });
    // Nobody else could call those who came for what it does meanwhile: it goes on until they are served, or another window does it.
    if (isSwitched(advice, window) && strandedBy(scene, window, advice.beforeIds).length > 0)
      return step(tx, advice, 'stay', by, { untilAt: minutesAfter(at, terms.step) });
    const ended = endAdvice(advice, window);
    const facts = { windowNumber: advice.windowNumber, zone: advice.zone };
    tell(ground, tx, [{ accountId: advice.clerkId, subjectId: null, template: advice.kind === 'open' ? 'tideOver' : 'tideBack', facts }]); // prettier-ignore
    return ended;
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

/** The window is open, or does its new duty: from now on the advice is followed, by whoever sits there. */
export function beginAdvice(
  tx: Tx,
  advice: AdviceRow,
  by: { at: Date; accountId: string | null; actionId?: string },
  clerk: SceneWindow['clerk'] = null,
): AdviceRow {
  const { accountId: clerkId, name: clerkName } = clerk ?? { accountId: advice.clerkId, name: advice.clerkName };
  const untilAt = minutesAfter(by.at, advice.minutes);
  return step(tx, advice, 'begin', by, { clerkId, clerkName, beganAt: by.at, untilAt });
}

/** Asks the next who is still free; without one it is over, and whoever decided is told. */
export function askNext(
  ground: Ground,
  tx: Tx,
  scene: Scene,
  maySit: MaySit,
  advice: AdviceRow,
  by: { at: Date; accountId: string | null; actionId?: string; said?: string },
): AdviceRow {
  const [next, ...others] = whoComes(scene, maySit, advice, advice.others);
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
