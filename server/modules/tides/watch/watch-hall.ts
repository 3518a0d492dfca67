/**
 * The watch: every five minutes in opening hours each zone of a hall is looked at; where people wait too long, or are about to, an advice is
 * made and the manager is told. One server does a round; what is told at once is told together.
 */
import { listPlaceRows } from '#modules/hall';
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
import { sweepAdvice } from '../advice/sweep-advice.ts';
import { measureDue } from '../effect/measure.ts';
import { adviceChanged } from '../events.ts';
import { sayWhy } from '../say-why.ts';
import type { Verdict } from '../states.ts';
import type { MaySit } from './choose.ts';
import { adviceFrom, judgeRound, round } from './judge.ts';
import { claimRound, saveLooks, type LookRow } from './rule-store.ts';
import { readScene, watches, type Scene } from './scene.ts';
import { seeHall, type ZoneSeen } from './see-zone.ts';
import { managersOf, seatsOf } from './who-decides.ts';

const roundLength = 5 * 60_000;

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

/** Why each zone is left in peace, or what is advised for it. */
async function judge(tx: Tx, scene: Scene, zones: readonly ZoneSeen[], maySit: MaySit) {
  const today = startOfDay(scene.day);
  const left = scene.rule.dailyMost - (await countAdvice(tx, scene.outletId, today));
  return judgeRound(scene, zones, maySit, { left, last: await lastInZones(tx, scene.outletId, today) });
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
    const look = async () => {
      const scene = await readScene(ground, tx, outletId);
      return { scene, zones: seeHall(scene), maySit: await seatsOf(tx, scene) };
    };
    const found = await look();
    const managers = await managersOf(tx, found.scene.rule, found.scene.day);
    // What was advised before is followed up even when the doors have closed meanwhile.
    const isChanged = sweepAdvice(ground, tx, found.scene, found.zones, managers, found.maySit);
    // What is advised next stands on what has become of those before: who was just asked, which window does its own again.
    const { scene, zones, maySit } = isChanged ? await look() : found;
    await measureDue(tx, scene);
    if (!scene.rule.active || !watches(scene)) return undefined;
    const judged = await judge(tx, scene, zones, maySit);
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
