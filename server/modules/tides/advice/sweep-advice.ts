/** What becomes of advices by themselves: nobody answers, nobody comes, it got calm, the time is over. */
import { saveDuty, windowChanged } from '#modules/hall';
import { tell } from '#modules/notices';
import { shanghaiTime } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import { termsOf } from '../house-rule.ts';
import { sayWhy } from '../say-why.ts';
import { isEnded } from '../states.ts';
import { whoComes, type MaySit } from '../watch/choose.ts';
import { inEnglish, type Scene, type SceneWindow } from '../watch/scene.ts';
import type { ZoneSeen } from '../watch/see-zone.ts';
import { answerUntil, toldNow } from '../watch/who-decides.ts';
import type { AdviceRow } from './advice-store.ts';
import { askable } from './misfit.ts';
import { doesAsAdvised, isFollowed, isLate, staysOn } from './stays.ts';
import { minutesAfter, step } from './step.ts';

/** Which window and zone a message is about, in both languages. */
const placeOf = ({ english }: Scene, { windowNumber, zone }: AdviceRow) => ({
  windowNumber,
  zone,
  zoneEn: inEnglish(zone, english),
});

/** Asks a clerk to open the window. */
export function askClerk(ground: Ground, tx: Tx, scene: Scene, advice: AdviceRow): void {
  const { clerkId, minutes } = advice;
  const facts = { ...placeOf(scene, advice), minutes };
  tell(ground, tx, [{ accountId: clerkId, subjectId: null, template: 'tideAsked', facts }]);
}

/** Tells who sits at a window that it does something else from now on, and for how long. */
export function tellSwitched(ground: Ground, tx: Tx, scene: Scene, advice: AdviceRow): void {
  const { kind, clerkId, minutes } = advice;
  const facts = { ...placeOf(scene, advice), minutes };
  tell(ground, tx, [
    { accountId: clerkId, subjectId: null, template: kind === 'lend' ? 'tideLent' : 'tideSwitched', facts },
  ]);
}

/** Gives the window back what it did before, unless somebody has changed it since; whether it has. */
export function giveBack(tx: Tx, advice: AdviceRow, window: SceneWindow | undefined, at: Date): boolean {
  if (!window || !doesAsAdvised(advice, window)) return false;
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
      advice.state === 'open' ? sweepOpen(advice, seen, window)
      : advice.state === 'asked' ? sweepAsked(advice, window)
      : sweepRunning(advice, window); // prettier-ignore
    if (after === advice) continue;
    const advices = scene.advices.flatMap((one) => (one.id !== advice.id ? [one] : isEnded(after.state) ? [] : [after])); // prettier-ignore
    scene = { ...scene, advices };
  }
  return scene !== found;

  function sweepOpen(advice: AdviceRow, seen: ZoneSeen | undefined, window: SceneWindow | undefined): AdviceRow {
    if (isFollowed(advice, window)) return beginAdvice(tx, advice, by, window!.clerk);
    if (isLate(advice, at)) return step(tx, advice, 'lapse', by);
    if (seen && !seen.high) return step(tx, advice, 'overtake', by, { reason: 'calm' });
    const now = advice.kind === 'open' ? askable(scene, maySit, advice) : advice;
    // By the same round it is looked whether anything else helps.
    if (!now) return step(tx, advice, 'overtake', by, { reason: 'nobodyFree' });
    if (at < advice.answerBy) return advice;
    const next = toldNow(advice, managers, at);
    if (next.length === 0) return advice;
    const told = [...advice.told, ...next];
    const after = step(tx, advice, 'tellNext', by, { told, answerBy: answerUntil({ ...advice, told }, managers, rule, at) }); // prettier-ignore
    const why = sayWhy(now);
    const { zone, zoneEn } = placeOf(scene, advice);
    const facts = { zone, zoneEn, why: why.zh, whyEn: why.en, until: shanghaiTime(advice.lapseAt) };
    tell(ground, tx, next.map((accountId) => ({ accountId, subjectId: null, template: 'tideAdvice' as const, facts }))); // prettier-ignore
    return after;
  }

  function sweepAsked(advice: AdviceRow, window: SceneWindow | undefined): AdviceRow {
    if (isFollowed(advice, window)) return beginAdvice(tx, advice, by, window!.clerk);
    return advice.openBy && at >= advice.openBy ? askNext(ground, tx, scene, maySit, advice, by) : advice;
  }

  function endAdvice(advice: AdviceRow, window: SceneWindow | undefined): AdviceRow {
    if (giveBack(tx, advice, window, at))
      scene = { ...scene, windows: scene.windows.map((one) => (one.id === advice.windowId ? { ...one, duty: advice.beforeIds } : one)) }; // prettier-ignore
    return step(tx, advice, 'end', by);
  }

  function sweepRunning(advice: AdviceRow, window: SceneWindow | undefined): AdviceRow {
    if (!window || window.state === 'closed') return endAdvice(advice, window);
    // Somebody has given it other work since: that is their word on it.
    if (advice.kind !== 'open' && !doesAsAdvised(advice, window)) return endAdvice(advice, window);
    if (!advice.untilAt || at < advice.untilAt) return advice;
    if (staysOn(scene, advice, window))
      return step(tx, advice, 'stay', by, { untilAt: minutesAfter(at, termsOf(rule).step) });
    const ended = endAdvice(advice, window);
    const facts = placeOf(scene, advice);
    tell(ground, tx, [{ accountId: advice.clerkId, subjectId: null, template: advice.kind === 'open' ? 'tideOver' : 'tideBack', facts }]); // prettier-ignore
    return ended;
  }
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
    const facts = placeOf(scene, advice);
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
  askClerk(ground, tx, scene, asked);
  return asked;
}
