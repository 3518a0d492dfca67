/**
 * Arm w: the product's own watch (`server/modules/tides/watch`), its rounds and its settings, in a hall whose manager says yes at once, or does not
 * hear of every third advice, and whose clerks come. It sees what the product sees: who waits, who is at which window, the sums of four weeks. It does not know the plan.
 */
import { planned, type HallModel, type PlannedSpan } from '#modules/hall';
import {
  adviceFrom,
  judgeRound,
  seeHall,
  staysOn,
  usualTerms,
  watches,
  type AdviceRow,
  type Scene,
} from '#modules/tides';
import { addDays } from '#modules/deadlines';
import type { Days, ReplayedDay } from './days.ts';
import { Floor, type DayResult } from './floor.ts';
import { zonesOf, type Known } from './plan.ts';

/** A Monday; the week of a seed is taken to begin then. */
const monday = '2026-06-15';
const midnightOf = (weekday: number): number => Date.parse(`${addDays(monday, weekday)}T00:00:00+08:00`);
const minute = 60_000;

type Work = Scene['work'];

/** What is counted of four weeks that were run by the plan, by weekday: as the product's nightly count does it. */
export function countedOf(days: Days, planOf: (weekday: number) => PlannedSpan[]): (weekday: number) => Work {
  const { model } = days;
  const rows = new Map<number, Map<string, Work[number]>>();
  const add = (weekday: number, at: number, errandId: string, count: (row: Work[number]) => void): void => {
    const part = Math.floor(at / 15);
    const ofDay = rows.get(weekday) ?? new Map<string, Work[number]>();
    rows.set(weekday, ofDay);
    const key = `${part} ${errandId}`;
    const row = ofDay.get(key) ?? { part, errandId, came: 0, called: 0, waitedSeconds: 0, served: 0, keptSeconds: 0 };
    ofDay.set(key, row);
    count(row);
  };
  for (const { weekday, people } of days.history) {
    const run = planned(model, people, planOf(weekday), {
      entered: ({ errandId, missedCalls }, at) => {
        if (missedCalls === 0) add(weekday, at, errandId, (row) => (row.came += 1));
      },
      called: ({ errandId, enteredAt }, _window, at) =>
        add(weekday, at, errandId, (row) => {
          row.called += 1;
          row.waitedSeconds += (at - enteredAt) * 60;
        }),
    });
    run.end(model.day.closes + 720);
  }
  return (weekday) => [...rows.get(weekday)!.values()];
}

/** Whoever belongs to a window; all of them are in the house, as in the other arms. */
const clerkOf = (windowId: string): { accountId: string; name: string } => ({ accountId: `clerk ${windowId}`, name: windowId }); // prettier-ignore

/** What stays the same all day. */
interface Setting {
  weekday: number;
  rule: Scene['rule'];
  work: Work;
  errands: Scene['errands'];
  spreads: Scene['spreads'];
  practice: Scene['practice'];
}

function settingOf(model: HallModel, known: Known, work: Work, weekday: number, rule: Scene['rule']): Setting {
  const most = Math.max(...model.windows.map(({ errandIds }) => errandIds.length));
  const errands = model.day.errands.map(({ id, minutes }, position) => ({
    id,
    outletId: 'hall',
    prefix: id,
    name: id,
    nameEn: id,
    zone: id[0]!,
    departmentId: null,
    minutes,
    slotMinutes: 30,
    slotCapacity: 0,
    position,
    retiredAt: null,
  }));
  return {
    weekday,
    rule,
    work,
    errands,
    spreads: new Map(zonesOf(model).map((zone) => [zone, Array.from(known.services.get(zone)!, (one) => one * 60)])),
    // Whoever sits at a general window can do the work of all zones, as in arm d.
    practice: new Map(
      errands.map(({ id }) => [
        id,
        new Set(
          model.windows.flatMap(({ id: windowId, errandIds }) =>
            errandIds.length === most || errandIds.includes(id) ? [clerkOf(windowId).accountId] : [],
          ),
        ),
      ]),
    ),
  };
}

function sceneOf(floor: Floor, at: number, setting: Setting, advices: readonly AdviceRow[]): Scene {
  const { model, run, zones } = floor;
  const { weekday, rule } = setting;
  const midnight = midnightOf(weekday);
  const instant = (minutes: number): Date => new Date(midnight + minutes * minute);
  const came = new Map<string, Map<number, number>>();
  for (const { errandId, at: entered } of floor.entered) {
    const parts = came.get(errandId) ?? new Map<number, number>();
    const part = Math.floor(entered / 5);
    came.set(errandId, parts.set(part, (parts.get(part) ?? 0) + 1));
  }
  const waited = new Map<string, { called: number; seconds: number }>();
  for (const { errandId, at: called, waited: minutes } of floor.called) {
    if (called <= at - 30) continue;
    const sum = waited.get(errandId) ?? { called: 0, seconds: 0 };
    waited.set(errandId, { called: sum.called + 1, seconds: sum.seconds + minutes * 60 });
  }
  const [from, to] = [at + rule.delayMinutes, at + rule.delayMinutes + rule.shortestMinutes];
  return {
    outletId: 'hall',
    english: new Map(),
    at: instant(at),
    day: addDays(monday, weekday),
    now: at,
    opens: model.day.opens,
    closes: model.day.closes,
    rule,
    comparable: { crowd: 'usual', days: [1, 2, 3, 4].map((week) => addDays(monday, weekday - 7 * week)), instead: false }, // prettier-ignore
    errands: setting.errands,
    zones,
    windows: model.windows.map(({ id, zone }) => {
      const { errandIds, state } = run.windows.get(id)!;
      const isOpen = state === 'open' || (state === 'closed' && floor.staffedUntil(id, at) > at);
      const clerk = isOpen ? clerkOf(id) : null;
      return { id, number: id, zone, name: id, nameEn: id, departmentId: null, duty: errandIds, clerk, state: isOpen ? 'open' : 'closed' }; // prettier-ignore
    }),
    free: zones.flatMap((zone) => floor.freeWindows(zone, from, to)).map((id) => ({ ...clerkOf(id), leftAt: instant(model.day.opens) })), // prettier-ignore
    offDuty: [],
    live: [
      ...[...run.queue].map(({ errandId, enteredAt }) => ({ errandId, windowId: null, waiting: true, since: instant(enteredAt) })), // prettier-ignore
      ...[...run.windows.values()].flatMap(({ id, serving, calledAt }) =>
        serving ? [{ errandId: serving.errandId, windowId: id, waiting: false, since: instant(calledAt) }] : [],
      ),
    ],
    waited,
    came,
    work: setting.work,
    spreads: setting.spreads,
    practice: setting.practice,
    advices,
  };
}

/** Follows advices of one day as the product does: under way, gone on with, ended. */
class Followed {
  advices: AdviceRow[] = [];
  made = 0;
  readonly last = new Map<string, { zone: string; state: AdviceRow['state']; at: Date }>();
  readonly #floor: Floor;

  constructor(floor: Floor) {
    this.#floor = floor;
  }

  /** What is due at the instant of the scene; whether anything was. */
  sweep(scene: Scene): boolean {
    const before = this.advices;
    this.advices = before.flatMap((advice) => {
      if (advice.state === 'open') {
        if (scene.at < advice.lapseAt) return [advice];
        this.last.set(advice.zone, { zone: advice.zone, state: 'lapsed', at: scene.at });
        return [];
      }
      if (advice.state === 'asked') return advice.openBy! <= scene.at ? [this.#begin(advice, scene.at)] : [advice];
      if (scene.at < advice.untilAt!) return [advice];
      const window = scene.windows.find(({ id }) => id === advice.windowId)!;
      if (window.state !== 'closed' && staysOn(scene, advice, window)) {
        if (advice.kind === 'open') this.#floor.stay(advice.windowId, usualTerms.step);
        return [{ ...advice, untilAt: new Date(advice.untilAt!.getTime() + usualTerms.step * minute) }];
      }
      if (advice.kind !== 'open') this.#floor.assign(advice.windowId, advice.beforeIds, scene.now, null);
      return [];
    });
    return before.length !== this.advices.length || before.some((one, i) => one !== this.advices[i]);
  }

  /** Stands there until it lapses; the zone is left in peace for a while then. */
  leave(scene: Scene, advice: AdviceRow): void {
    this.made += 1;
    this.advices.push(advice);
    this.last.set(advice.zone, { zone: advice.zone, state: 'open', at: scene.at });
    this.#floor.asked.push({ at: scene.now, windowId: advice.windowId, from: scene.now, zone: null });
  }

  follow(scene: Scene, advice: AdviceRow): void {
    const from = scene.now + scene.rule.delayMinutes;
    this.made += 1;
    const openBy = new Date(scene.at.getTime() + scene.rule.delayMinutes * minute);
    if (advice.kind === 'open') this.#floor.openWindow(advice.windowId, from, from + advice.minutes);
    else this.#floor.assign(advice.windowId, advice.errandIds, from, advice.zone);
    this.advices.push({ ...advice, state: 'asked', openBy });
    this.last.set(advice.zone, { zone: advice.zone, state: 'asked', at: scene.at });
  }

  #begin(advice: AdviceRow, at: Date): AdviceRow {
    this.last.set(advice.zone, { zone: advice.zone, state: 'running', at });
    return { ...advice, state: 'running', beganAt: at, untilAt: new Date(at.getTime() + advice.minutes * minute) };
  }
}

/** One day under the watch, with the settings of a hall; `heard` says of each advice whether somebody answers it. */
export function runWatch(
  model: HallModel,
  day: ReplayedDay,
  plan: readonly PlannedSpan[],
  known: Known,
  work: Work,
  rule: Scene['rule'],
  heard: () => boolean = () => true,
): DayResult {
  const setting = settingOf(model, known, work, day.weekday, rule);
  let followed: Followed | undefined;
  return new Floor(model, day, plan, (floor, at) => {
    followed ??= new Followed(floor);
    let scene = sceneOf(floor, at, setting, followed.advices);
    if (followed.sweep(scene)) scene = sceneOf(floor, at, setting, followed.advices);
    if (!watches(scene)) return;
    const zones = seeHall(scene);
    const before = { left: setting.rule.dailyMost - followed.made, last: [...followed.last.values()] };
    const judged = judgeRound(scene, zones, (id, window) => id === clerkOf(window.id).accountId, before);
    for (const seen of zones) {
      const found = judged.get(seen.zone)!;
      if (typeof found === 'string') continue;
      const advice = adviceFrom(scene, seen, found, []);
      if (heard()) followed.follow(scene, advice);
      else followed.leave(scene, advice);
    }
  }).end();
}
