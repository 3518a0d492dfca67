/** What is read of tides: a hall now, the days behind what is usual, advices, staffing, the settings. */
import { errandsAt, findPlace } from '#modules/hall';
import { addDays, loadCalendars, weekdayOf } from '#modules/deadlines';
import { findHours, planOn } from '#modules/offices';
import { nameOfAccounts } from '#modules/people';
import { shanghaiDay, startOfDay } from '#platform/clock';
import type { ReplyOf } from '#platform/contract';
import type { Ground } from '#platform/ground';
import { countAdvice, getAdvice, lastInZones, listSteps, sumEffects, type AdviceRow } from './advice/advice-store.ts';
import { askable } from './advice/misfit.ts';
import { isFollowed, isLate } from './advice/stays.ts';
import type { tidesContract } from './contract.ts';
import { usualRule } from './house-rule.ts';
import { tidesProblems } from './problems.ts';
import { sayCompared, sayWhy } from './say-why.ts';
import type { Advice, Rule, Staffing, TidesNow } from './shapes.ts';
import { bySameHours } from './staffing/same-hours.ts';
import { staffingOf } from './staffing/staffing.ts';
import { crowdOf } from './usual/comparable.ts';
import { partMinutes } from './usual/count-day.ts';
import { partsAround } from './usual/usual.ts';
import { listCounted, sumWindows, sumWork, workDays } from './usual/usual-store.ts';
import { whoIsFree, type MaySit } from './watch/choose.ts';
import { verdictNow } from './watch/judge.ts';
import { lastVerdicts, ruleOf } from './watch/rule-store.ts';
import { readScene, watches, type Scene } from './watch/scene.ts';
import { seeHall } from './watch/see-zone.ts';
import { namable, seatsOf } from './watch/who-decides.ts';

const tenth = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

/** Throws `tides.noHall` where no tickets are taken. */
export async function mustBeHall(ground: Ground, outletId: string): Promise<void> {
  if (!(await findPlace(ground.db, outletId))) throw tidesProblems.noHall();
}

/** As it is at an instant: what nobody answered in time has lapsed, swept or not. */
export function seenAdvice(row: AdviceRow, at: Date): Advice {
  const { seen } = row;
  const late = isLate(row, at);
  return {
    id: row.id,
    outletId: row.outletId,
    zone: row.zone,
    kind: row.kind,
    state: late ? 'lapsed' : row.state,
    windowId: row.windowId,
    windowNumber: row.windowNumber,
    clerkName: row.clerkName,
    others: row.others.map(({ name }) => name),
    savesMinutes: row.savesMinutes,
    minutes: row.minutes,
    why: sayWhy(row),
    compared: sayCompared(seen),
    seen: {
      waiting: seen.waiting,
      wait: seen.wait,
      usual: seen.usual,
      next: seen.next,
      nextUsual: seen.nextUsual,
      windows: seen.windows,
      days: seen.days,
    },
    madeAt: row.madeAt.toISOString(),
    answerBy: row.answerBy.toISOString(),
    lapseAt: row.lapseAt.toISOString(),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
    openBy: row.openBy?.toISOString() ?? null,
    beganAt: row.beganAt?.toISOString() ?? null,
    untilAt: row.untilAt?.toISOString() ?? null,
    endedAt: (late ? row.lapseAt : row.endedAt)?.toISOString() ?? null,
    effect: row.effect,
  };
}

/** An advice as it would be followed now: whoever cannot come any more, as their turns have ended since, is not named. */
function offeredNow(scene: Scene, maySit: MaySit, row: AdviceRow): TidesNow['advices'][number] {
  const window = scene.windows.find(({ id }) => id === row.windowId);
  const asks = row.state === 'open' && row.kind === 'open' && !isFollowed(row, window);
  const now = asks ? askable(scene, maySit, row) : row;
  return { ...seenAdvice(now ?? row, scene.at), nobodyFree: now === undefined };
}

export async function showTides(ground: Ground, outletId: string): Promise<TidesNow> {
  const scene = await ground.db.together((db) => readScene(ground, db, outletId));
  const today = startOfDay(scene.day);
  const [usedToday, last, verdicts, maySit] = await Promise.all([
    countAdvice(ground.db, outletId, today),
    lastInZones(ground.db, outletId, today),
    lastVerdicts(ground.db, outletId, new Date(scene.at.getTime() - 15 * 60_000)),
    seatsOf(ground.db, scene),
  ]);
  const { rule, comparable } = scene;
  return {
    at: scene.at.toISOString(),
    active: rule.active,
    watches: watches(scene),
    crowd: comparable.crowd,
    days: comparable.days,
    instead: comparable.instead,
    abovePercent: rule.abovePercent,
    usedToday,
    dailyMost: rule.dailyMost,
    free: whoIsFree(scene, maySit).map((one) => ({ ...one, leftAt: one.leftAt.toISOString() })),
    zones: seeHall(scene).map((seen) => ({
      zone: seen.zone,
      waiting: seen.waiting,
      wait: tenth(seen.wait),
      usual: tenth(seen.usual),
      next: tenth(seen.next),
      nextUsual: tenth(seen.nextUsual),
      windows: seen.windows,
      excess: seen.excess,
      left: seen.left,
      high: seen.high,
      verdict: verdictNow(scene, seen, verdicts.find((one) => one.zone === seen.zone)?.verdict ?? null, last),
    })),
    advices: scene.advices.filter((row) => !isLate(row, scene.at)).map((row) => offeredNow(scene, maySit, row)),
  };
}

export async function listUsual(
  ground: Ground,
  outletId: string,
  zone: string,
): Promise<ReplyOf<typeof tidesContract.listUsual>> {
  const scene = await ground.db.together((db) => readScene(ground, db, outletId));
  const errandIds = scene.errands.filter((errand) => errand.zone === zone).map(({ id }) => id);
  if (errandIds.length === 0) throw tidesProblems.noZone();
  const parts = partsAround(scene.now - 30, scene.now);
  const rows = await workDays(ground.db, outletId, scene.comparable.days, errandIds, parts);
  return {
    fromMinute: parts.from * partMinutes,
    toMinute: (parts.to + 1) * partMinutes,
    rows: rows.map(({ day, came, called, waitedSeconds }) => ({
      day,
      came,
      called,
      wait: called === 0 ? null : tenth(waitedSeconds / called / 60),
    })),
  };
}

export async function readAdvice(ground: Ground, id: string): Promise<ReplyOf<typeof tidesContract.getAdvice>> {
  const [advice, steps] = await Promise.all([getAdvice(ground.db, id), listSteps(ground.db, id)]);
  const names = await nameOfAccounts(ground.db, steps.flatMap(({ accountId }) => accountId ?? [])); // prettier-ignore
  return {
    ...seenAdvice(advice, ground.clock.now()),
    steps: steps.map(({ act, state, at, accountId, said }) => ({
      act,
      state,
      at: at.toISOString(),
      by: accountId ? (names.get(accountId) ?? null) : null,
      said,
    })),
  };
}

/** Days are of Asia/Shanghai, both included; without them the last four weeks. */
export async function effectsOf(ground: Ground, outletId: string, query: { from?: string; to?: string }) {
  const to = query.to ?? shanghaiDay(ground.clock.now());
  const from = query.from ?? addDays(to, -27);
  return {
    from,
    to,
    ...(await sumEffects(ground.db, outletId, startOfDay(from), startOfDay(addDays(to, 1)), ground.clock.now())),
  };
}

/** Staffing by the usual days of the last weeks; `weekday` 1 is Monday. */
export async function readStaffing(
  ground: Ground,
  outletId: string,
  { weeks = 4, weekday }: { weeks?: number; weekday?: number },
): Promise<Staffing> {
  const { db, clock } = ground;
  const today = shanghaiDay(clock.now());
  const { calendar } = (await loadCalendars(ground)).latest;
  const [rule, counted, errands, hours] = await Promise.all([
    ruleOf(db, outletId),
    listCounted(db, outletId, addDays(today, -7 * weeks)),
    errandsAt(db, outletId),
    findHours(db, [outletId]),
  ]);
  const days = counted.filter(
    (day) =>
      day < today && crowdOf(calendar, day) === 'usual' && (weekday === undefined || (weekdayOf(day) || 7) === weekday),
  );
  const entered = hours.get(outletId);
  const groups = bySameHours(days, (day) => (entered && entered.version > 0 ? planOn(ground, entered, day).spans : null)); // prettier-ignore
  const sums = await Promise.all(
    groups.map(async (group) => {
      const [work, windows] = await Promise.all([
        sumWork(db, outletId, group.days),
        sumWindows(db, outletId, group.days),
      ]);
      return { days: group.days.length, isOpen: group.isOpen, work, windows };
    }),
  );
  const found = staffingOf(sums, new Map(errands.map(({ id, zone }) => [id, zone])), rule.aimMinutes);
  return {
    days: days.filter((day) => groups.some((group) => group.days.includes(day))),
    aimMinutes: rule.aimMinutes,
    lines: found.lines,
    errands: found.errands.flatMap((load) => {
      const errand = errands.find(({ id }) => id === load.errandId);
      return errand ? [{ ...load, prefix: errand.prefix, name: errand.name, nameEn: errand.nameEn }] : [];
    }),
    zones: found.zones,
  };
}

export async function readRule(ground: Ground, outletId: string): Promise<Rule> {
  const rule = await ruleOf(ground.db, outletId);
  const ids = await namable(ground.db, shanghaiDay(ground.clock.now()));
  const names = await nameOfAccounts(ground.db, ids);
  return {
    ...rule,
    managers: ids.map((id) => ({ id, name: names.get(id) ?? '' })),
    usual: usualRule,
  };
}
