/**
 * The watch: every five minutes in opening hours each zone of a hall is looked at; where people wait too long, or are about to, an advice is
 * made and the manager is told. One server does a round; what is told at once is told together.
 */
import { listPlaceRows, lockDuties } from '#modules/hall';
import { tell, type PostNotice } from '#modules/notices';
import { shanghaiTime, startOfDay } from '#platform/clock';
import type { Tx } from '#platform/db';
import { emit } from '#platform/events';
import type { Ground } from '#platform/ground';
import { newId } from '#platform/ids';
import {
  countAdvice,
  insertAdvice,
  insertSteps,
  lastInZones,
  listDue,
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
import { inEnglish, readScene, watches, type Scene } from './scene.ts';
import { seeHall, type ZoneSeen } from './see-zone.ts';
import { answerUntil, managersInTurn, seatsOf } from './who-decides.ts';

const roundLength = 5 * 60_000;

/** What a manager is told of advices that were made at once. `english`: what zones are called in English. */
export function noticeOf(
  advices: readonly AdviceRow[],
  accountId: string,
  english: ReadonlyMap<string, string>,
): PostNotice {
  const [first] = advices;
  const why = sayWhy(first!);
  // Those of one round lapse together.
  const until = shanghaiTime(first!.lapseAt);
  return advices.length === 1
    ? { accountId, subjectId: null, template: 'tideAdvice', facts: { zone: first!.zone, zoneEn: inEnglish(first!.zone, english), why: why.zh, whyEn: why.en, until } }
    : {
        accountId,
        subjectId: null,
        template: 'tideAdvices',
        facts: { count: advices.length, zones: advices.map(({ zone }) => zone).join('、'), zonesEn: advices.map(({ zone }) => inEnglish(zone, english)).join(', '), until },
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

/** What is under way in a hall followed up, under the lock of its advices; and the hall as it is then. */
async function followUp(ground: Ground, tx: Tx, outletId: string) {
  await lockLiveAdvice(tx, outletId);
  // What a window is given back is what it does now: nobody changes that meanwhile.
  lockDuties(tx, outletId);
  const look = async () => {
    const scene = await readScene(ground, tx, outletId);
    return { scene, zones: seeHall(scene), maySit: await seatsOf(tx, scene) };
  };
  const found = await look();
  const managers = await managersInTurn(tx, found.scene);
  // What was advised before is followed up even when the doors have closed meanwhile.
  const isChanged = sweepAdvice(ground, tx, found.scene, found.zones, managers, found.maySit);
  // What is advised next stands on what has become of those before: who was just asked, which window does its own again.
  return { managers, ...(isChanged ? await look() : found) };
}

/** A round of one hall. Undefined when another server did it, the doors are closed, or the house does not want it. */
export async function watchHall(ground: Ground, outletId: string): Promise<AdviceRow[] | undefined> {
  const at = ground.clock.now();
  const slot = new Date(Math.floor(at.getTime() / roundLength) * roundLength);
  return ground.db.transaction(async (tx) => {
    const next = new Date(slot.getTime() + roundLength);
    if (!(await claimRound(tx, outletId, { at: slot, next }))) return undefined;
    const { scene, zones, maySit, managers } = await followUp(ground, tx, outletId);
    await measureDue(tx, scene);
    if (!scene.rule.active || !watches(scene)) return undefined;
    const judged = await judge(tx, scene, zones, maySit);
    const made: AdviceRow[] = [];
    const looks = zones.map((seen) => {
      const found = judged.get(seen.zone)!;
      if (typeof found === 'string') return lookOf(scene, seen, found, null, slot);
      const advised = adviceFrom(scene, seen, found, managers.slice(0, 1));
      const advice = { ...advised, answerBy: answerUntil(advised, managers, scene.rule, at) };
      made.push(advice);
      return lookOf(scene, seen, 'advised', advice.id, slot);
    });
    saveLooks(tx, looks);
    if (made.length === 0) return made;
    insertAdvice(tx, made);
    insertSteps(tx, made.map(({ id }) => ({ id: newId(), adviceId: id, seq: 1, act: 'make', state: 'open', at, accountId: null, said: '' }))); // prettier-ignore
    tell(ground, tx, managers.slice(0, 1).map((accountId) => noticeOf(made, accountId, scene.english))); // prettier-ignore
    emit(tx, adviceChanged, outletId, { outletId, everybody: true });
    return made;
  });
}

/** What fails in one hall does not keep the others from theirs. */
async function eachHall(ground: Ground, outletIds: readonly string[], act: (outletId: string) => Promise<unknown>) {
  for (const outletId of outletIds) {
    try {
      await act(outletId);
    } catch (error) {
      ground.log.error({ err: error, outletId }, 'a hall could not be watched');
    }
  }
}

/** A round of every hall. */
export const watchHalls = async (ground: Ground): Promise<void> =>
  eachHall(ground, (await listPlaceRows(ground.db)).map(({ outletId }) => outletId), (id) => watchHall(ground, id)); // prettier-ignore

/** Between the rounds, where something is due: four minutes to answer are no ten, and what nobody answered is over at its minute. */
export const followHalls = async (ground: Ground): Promise<void> =>
  eachHall(ground, await listDue(ground.db, ground.clock.now()), (id) => ground.db.transaction((tx) => followUp(ground, tx, id))); // prettier-ignore
