/**
 * The hall acted out from now on. Who may come to the same windows is one group: where a zone has special windows (专窗), the queue for one of
 * them is not shortened by another that stands idle. Pure.
 */
import { termsOf } from '../house-rule.ts';
import { Outlook, type Change, type Sight } from '../outlook.ts';
import { likelyArrivals, usualArrivals, type UsualWork } from '../usual/usual.ts';
import type { Scene, SceneWindow } from './scene.ts';

const seed = 1;
/** Services of a hall that has no history yet: as its errands are planned. */
const planned = [0.4, 0.7, 1, 1.3, 1.9];
/** After hours, and where nobody has entered any, a hall is taken to go on for two hours. */
export const goesOn = 120;

/** Errands of one zone that the same windows do. */
interface Pool {
  zone: string;
  errandIds: readonly string[];
}

/** A window that is there, or to which somebody is on the way. */
const isThere = ({ advices }: Scene, { id, state }: SceneWindow): boolean =>
  state !== 'closed' || advices.some((one) => one.windowId === id && one.state === 'asked' && one.openBy !== null);

/** Who waits for one of these errands while no window is there that does it. */
export function leftAlone(scene: Scene, errandIds: readonly string[]): Scene['live'] {
  const done = new Set(scene.windows.flatMap((window) => (isThere(scene, window) ? window.duty : [])));
  return scene.live.filter(({ waiting, errandId }) => waiting && !done.has(errandId) && errandIds.includes(errandId));
}

/** `apart`: errands of which something is asked; they are told from those beside them. */
function poolsOf(scene: Scene, apart: readonly (readonly string[])[]): Pool[] {
  const tellers = [...scene.windows.filter((window) => isThere(scene, window)).map(({ duty }) => duty), ...apart];
  const pools = Map.groupBy(scene.errands, ({ id, zone }) =>
    [zone, ...tellers.map((ids) => (ids.includes(id) ? '1' : '0'))].join(' '),
  );
  return [...pools.values()].map((errands) => ({ zone: errands[0]!.zone, errandIds: errands.map(({ id }) => id) }));
}

/** What is usual of some errands on the days that today is compared with. */
export const usualOf = ({ comparable, work }: Scene, errandIds: readonly string[]): UsualWork => ({
  days: comparable.days.length,
  work: work.filter(({ errandId }) => errandIds.includes(errandId)),
});

const addUp = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** Who has come for some errands today, in each five minutes from midnight. */
function cameToday({ came }: Scene, errandIds: readonly string[]): Map<number, number> {
  const today = new Map<number, number>();
  for (const id of errandIds)
    for (const [part, people] of came.get(id) ?? []) today.set(part, (today.get(part) ?? 0) + people);
  return today;
}

const lastHalfHour = (today: ReadonlyMap<number, number>, now: number): number =>
  addUp(Array.from({ length: 6 }, (_, i) => today.get(Math.floor(now / 5) - 1 - i) ?? 0));

/** How long windows have kept the people of some errands before, by errand. */
function keptBefore({ work }: Scene) {
  const kept = new Map<string, { people: number; seconds: number }>();
  for (const { errandId, served, keptSeconds } of work) {
    const sum = kept.get(errandId) ?? { people: 0, seconds: 0 };
    kept.set(errandId, { people: sum.people + served, seconds: sum.seconds + keptSeconds });
  }
  return (errandIds: readonly string[]) => {
    const own = errandIds.flatMap((id) => kept.get(id) ?? []);
    return { people: addUp(own.map(({ people }) => people)), seconds: addUp(own.map(({ seconds }) => seconds)) };
  };
}

/** How long windows keep the people of each pool of a zone: as all of the zone, as much longer as its errands have taken before. */
function servicesOf(
  scene: Scene,
  pools: readonly Pool[],
  ofZone: readonly string[],
  kept: ReturnType<typeof keptBefore>,
) {
  const spread = (scene.spreads.get(pools[0]!.zone) ?? []).map((seconds) => Math.max(0.2, seconds / 60));
  const all = kept(ofZone);
  const mean = all.people > 0 ? all.seconds / all.people : 0;
  return pools.map(({ errandIds }) => {
    if (spread.length === 0)
      return scene.errands.filter(({ id }) => errandIds.includes(id)).flatMap(({ minutes }) => planned.map((share) => share * minutes)); // prettier-ignore
    if (mean === 0) return spread;
    const own = kept(errandIds);
    // A few people say little: ten are believed to have taken as long as anybody in the zone.
    const longer = (own.seconds + 10 * mean) / (own.people + 10) / mean;
    return spread.map((minutes) => Math.max(0.2, minutes * longer));
  });
}

/** How many are likely to come to each pool of a zone in each five minutes from now on: those of the zone, shared as they usually are. */
function arrivalsOf(scene: Scene, pools: readonly Pool[], ofZone: readonly string[]) {
  const { now } = scene;
  const usual = usualOf(scene, ofZone);
  const today = cameToday(scene, ofZone);
  const perPart = usualArrivals(usual);
  const likely = likelyArrivals(perPart, today, now);
  const from = Math.floor(now / 5);
  const arrivals = pools.map(({ errandIds }) => {
    // Without history the next hours are as the last half hour was.
    if (usual.days === 0) {
      const recent = lastHalfHour(cameToday(scene, errandIds), now) / 6;
      return likely.arrivals.map(() => recent);
    }
    const own = usualArrivals(usualOf(scene, errandIds));
    return likely.arrivals.map((people, i) => {
      const all = perPart[from + i] ?? 0;
      return all === 0 ? 0 : (people * (own[from + i] ?? 0)) / all;
    });
  });
  return { arrivals, seen: likely.seen };
}

/** Windows that are there: whom they have, until when they are staffed, and whom they take. A window in a break is back in ten minutes. */
function staffOf(scene: Scene, pools: readonly Pool[], closing: string | undefined) {
  const { now, live, advices } = scene;
  const minuteOf = (at: Date): number => now - (scene.at.getTime() - at.getTime()) / 60_000;
  const staff = pools.map(() => ({ busy: [] as Sight['busy'][number][], spells: [] as Sight['spells'][number][] }));
  for (const window of scene.windows) {
    if (!isThere(scene, window)) continue;
    const { id, state, duty } = window;
    const ticket = live.find(({ windowId, waiting }) => windowId === id && !waiting);
    const isOwn = ({ zone, errandIds }: Pool): boolean => (ticket ? errandIds.includes(ticket.errandId) : zone === window.zone); // prettier-ignore
    const [first, ...rest] = pools
      .flatMap(({ errandIds }, group) => (errandIds.some((one) => duty.includes(one)) ? [group] : []))
      .toSorted((one, other) => Number(isOwn(pools[other]!)) - Number(isOwn(pools[one]!)));
    if (first === undefined) continue;
    const { busy, spells } = staff[first]!;
    const seen = { windowId: id, also: rest.map((group) => ({ group, from: now })) };
    const advice = advices.find(({ windowId }) => windowId === id);
    if (state === 'closed') {
      const opens = minuteOf(advice!.openBy!);
      spells.push({ ...seen, from: Math.max(now, opens), to: opens + advice!.minutes });
      continue;
    }
    const ends = advice?.kind === 'open' && advice.untilAt ? minuteOf(advice.untilAt) : now;
    const to = id === closing ? now : ends > now ? ends : Infinity;
    if (ticket) busy.push({ ...seen, since: Math.min(now, minuteOf(ticket.since)), to });
    else spells.push({ ...seen, from: state === 'break' ? now + 10 : now, to });
  }
  return staff;
}

function sightsOf(scene: Scene, pools: readonly Pool[], closing: string | undefined): Sight[] {
  const { now, closes, live, at } = scene;
  const staff = staffOf(scene, pools, closing);
  const kept = keptBefore(scene);
  const ofZones = new Map(
    [...Map.groupBy(pools, ({ zone }) => zone)].map(([zone, own]) => {
      const errandIds = own.flatMap((pool) => pool.errandIds);
      return [zone, { own, services: servicesOf(scene, own, errandIds, kept), ...arrivalsOf(scene, own, errandIds) }];
    }),
  );
  return pools.map((pool, group): Sight => {
    const { own, services, arrivals, seen } = ofZones.get(pool.zone)!;
    const place = own.indexOf(pool);
    const waiting = live.filter((ticket) => ticket.waiting && pool.errandIds.includes(ticket.errandId));
    return {
      now,
      closes: closes !== null && closes > now ? closes : now + goesOn,
      waiting: waiting.length,
      came: waiting.map(({ since }) => now - (at.getTime() - since.getTime()) / 60_000).toSorted((one, other) => one - other), // prettier-ignore
      ...staff[group]!,
      arrivals: arrivals[place]!,
      seen,
      crowd: pool.zone,
      services: services[place]!,
    };
  });
}

/** What is likely to come in the whole hall, asked by errands. */
export class HallOutlook {
  readonly outlook: Outlook;
  readonly sights: readonly Sight[];
  readonly #pools: readonly Pool[];

  /** `apart`: errands that a question is about, each list for itself. `closing`: a window that takes nobody any more. */
  constructor(scene: Scene, zone: string, apart: readonly (readonly string[])[] = [], closing?: string) {
    this.#pools = poolsOf(scene, apart);
    this.sights = sightsOf(scene, this.#pools, closing);
    this.outlook = new Outlook(this.sights, termsOf(scene.rule).futures, seed, zone, scene.day, Math.floor(scene.now / 5)); // prettier-ignore
  }

  /** The groups of these errands; one that is only partly among them is not. */
  groupsOf(errandIds: readonly string[]): number[] {
    return this.#pools.flatMap((pool, group) => (pool.errandIds.every((id) => errandIds.includes(id)) ? [group] : []));
  }

  /** Mean wait of those of a zone who come in each five minutes from now on, NaN where nobody does; the first with those who wait already. */
  course(zone: string): number[] {
    return this.outlook.course(this.#pools.flatMap((pool, group) => (pool.zone === zone ? [group] : [])));
  }

  /** Minutes that all who wait or come within two hours are spared by what is done otherwise; less than nothing where they wait longer. */
  saves(change: Change): number {
    return this.outlook.waited() - this.outlook.waited(change);
  }
}
