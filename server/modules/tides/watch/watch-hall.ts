/**
 * The watch: every five minutes in opening hours each zone of a hall is looked at; where people wait too long, or are about to, an advice is
 * made and the manager is told. One server does a round; what is told at once is told together.
 */
import { listPlaceRows } from '#modules/hall';
import { weekdayOf } from '#modules/deadlines';
import { tell, type PostNotice } from '#modules/notices';
import { startOfDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import {
  countAdvice,
  insertAdvice,
  insertSteps,
  lastInZones,
  lockLiveAdvice,
  type AdviceRow,
} from '../advice/advice-store.ts';
import { minutesAfter } from '../advice/step.ts';
import { sweepAdvice } from '../advice/sweep-advice.ts';
import { measureDue } from '../effect/measure.ts';
import { adviceChanged } from '../events.ts';
import { sayWhy } from '../say-why.ts';
import type { Verdict } from '../states.ts';
import { choose, type Choice, type MaySit } from './choose.ts';
import { claimRound, saveLooks, type LookRow } from './rule-store.ts';
import { readScene, watches, type Scene } from './scene.ts';
import { seeZone, type ZoneSeen } from './see-zone.ts';
import { managersOf, seatsOf } from './who-decides.ts';

const roundLength = 5 * 60_000;
const round = (minutes: number | null): number | null => (minutes === null ? null : Math.round(minutes * 10) / 10);

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

/** What a manager is told of advices that were made at once. */
export function noticeOf(advices: readonly AdviceRow[], accountId: string): PostNotice {
  const [first] = advices;
  const why = sayWhy(first!);
  return advices.length === 1
    ? { accountId, subjectId: null, template: 'tideAdvice', facts: { zone: first!.zone, why: why.zh, whyEn: why.en } }
    : {
        accountId,
        subjectId: null,
        template: 'tideAdvices',
        facts: { count: advices.length, zones: advices.map(({ zone }) => zone).join('、'), zonesEn: advices.map(({ zone }) => zone).join(', ') },
      }; // prettier-ignore
}

/** Why a zone is left in peace, or what is advised. */
async function judge(tx: Tx, scene: Scene, zones: readonly ZoneSeen[], maySit: MaySit) {
  const { rule, at, outletId, advices } = scene;
  const today = startOfDay(scene.day);
  let left = rule.dailyMost - (await countAdvice(tx, outletId, today));
  const last = new Map((await lastInZones(tx, outletId, today)).map((one) => [one.zone, one]));
  const judged = new Map<string, Verdict | Choice>();
  const promised = new Set<string>();
  for (const seen of zones.toSorted((one, other) => (other.excess ?? 0) - (one.excess ?? 0))) {
    const before = last.get(seen.zone);
    const rests =
      before !== undefined &&
      (['refused', 'lapsed', 'declined', 'overtaken'].includes(before.state)
        ? at < minutesAfter(before.at, rule.coolDownMinutes)
        : // What was just begun shows in the waits only after a while.
          before.state === 'running' && at < minutesAfter(before.at, 2 * rule.delayMinutes));
    const verdict = (): Verdict | Choice => {
      if (!seen.known) return 'noHistory';
      if (!seen.high) return 'calm';
      if (advices.some(({ zone, state }) => zone === seen.zone && state !== 'running')) return 'pending';
      if (rests) return 'coolDown';
      if (left <= 0) return 'budget';
      // Nobody is promised twice in one round.
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

const lookOf = (scene: Scene, seen: ZoneSeen, verdict: Verdict, adviceId: string | null, at: Date): LookRow => ({
  outletId: scene.outletId,
  at,
  zone: seen.zone,
  waiting: seen.waiting,
  waitMinutes: round(seen.wait),
  usualMinutes: round(seen.usual),
  nextMinutes: round(seen.next),
  nextUsualMinutes: round(seen.nextUsual),
  windows: seen.windows,
  verdict,
  adviceId,
});

/** A round of one hall. Undefined when another server did it, the doors are closed, or the house does not want it. */
export async function watchHall(ground: Ground, outletId: string): Promise<AdviceRow[] | undefined> {
  const at = ground.clock.now();
  const slot = new Date(Math.floor(at.getTime() / roundLength) * roundLength);
  return ground.db.transaction(async (tx) => {
    if (!(await claimRound(tx, outletId, slot))) return undefined;
    await lockLiveAdvice(tx, outletId);
    const scene = await readScene(ground, tx, outletId);
    const zones = scene.zones.map((zone) => seeZone(scene, zone));
    const managers = await managersOf(tx, scene.rule, scene.day);
    // What was advised before is followed up even when the doors have closed meanwhile.
    sweepAdvice(ground, tx, scene, zones, managers);
    await measureDue(tx, scene);
    if (!scene.rule.active || !watches(scene)) return undefined;
    const judged = await judge(tx, scene, zones, await seatsOf(tx, scene));
    const made: AdviceRow[] = [];
    const looks = zones.map((seen) => {
      const found = judged.get(seen.zone)!;
      if (typeof found === 'string') return lookOf(scene, seen, found, null, slot);
      const advice = adviceFrom(scene, seen, found, managers.slice(0, 1));
      made.push(advice);
      return lookOf(scene, seen, 'advised', advice.id, slot);
    });
    saveLooks(tx, looks);
    if (made.length === 0) return made;
    insertAdvice(tx, made);
    insertSteps(tx, made.map(({ id }) => ({ id: newId(), adviceId: id, seq: 1, act: 'make', state: 'open', at, accountId: null, said: '' }))); // prettier-ignore
    tell(ground, tx, managers.slice(0, 1).map((accountId) => noticeOf(made, accountId))); // prettier-ignore
    emit(tx, adviceChanged, outletId, { outletId, everybody: true });
    return made;
  });
}

/** A round of every hall; what fails in one does not keep the others from theirs. */
export async function watchHalls(ground: Ground): Promise<void> {
  for (const { outletId } of await listPlaceRows(ground.db)) {
    try {
      await watchHall(ground, outletId);
    } catch (error) {
      ground.log.error({ err: error, outletId }, 'a hall could not be watched');
    }
  }
}
