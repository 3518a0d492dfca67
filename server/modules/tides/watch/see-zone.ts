/** A zone as it is seen now: how long people wait and usually do, and what is likely to come. Pure. */
import { excessPercent, isHigh, termsOf } from '../house-rule.ts';
import { Outlook, type Seen, type Sight } from '../outlook.ts';
import { fewestDays } from '../usual/comparable.ts';
import { likelyArrivals, usualArrivals, usualWait } from '../usual/usual.ts';
import type { Scene, SceneWindow } from './scene.ts';

/** What is told of a zone. Waits are mean minutes; null where nobody waits or nothing is known. */
export interface ZoneSeen {
  zone: string;
  errandIds: readonly string[];
  waiting: number;
  /** Of those who were called in the last half hour; while nobody was, of those who wait. */
  wait: number | null;
  usual: number | null;
  /** Of those who come in the next half hour, if nothing is done. */
  next: number | null;
  nextUsual: number | null;
  excess: number | null;
  windows: number;
  /** Waiting is too long, or about to be. */
  high: boolean;
  known: boolean;
  /** The windows whose first work is in this zone, and its people. */
  sight: Sight;
}

const seed = 1;
/** Services of a hall that has no history yet: as its errands are planned. */
const planned = [0.4, 0.7, 1, 1.3, 1.9];

export const seedWords = (scene: Scene, zone: string): (string | number)[] => [zone, scene.day, Math.floor(scene.now / 5)]; // prettier-ignore
export const outlookOf = (scene: Scene, zone: string, sight: Sight | readonly Sight[]): Outlook =>
  new Outlook(sight, termsOf(scene.rule).futures, seed, ...seedWords(scene, zone));

/** The zones whose work a window does, the one that it stands in first: not that one while it does another's alone. */
export function zonesServed({ errands }: Scene, { zone, duty }: SceneWindow): string[] {
  const zones = [...new Set(errands.flatMap((errand) => (duty.includes(errand.id) ? [errand.zone] : [])))];
  return zones.toSorted((one, other) => Number(other === zone) - Number(one === zone));
}

/** What is known of some windows: whom they have, and until when they are staffed. A window in a break is back in ten minutes. */
export function staffOf(scene: Scene, windows: readonly SceneWindow[]): Pick<Sight, 'busy' | 'spells'> {
  const { now, live, advices, zones } = scene;
  const minuteOf = (at: Date): number => now - (scene.at.getTime() - at.getTime()) / 60_000;
  const busy: Sight['busy'][number][] = [];
  const spells: Sight['spells'][number][] = [];
  for (const window of windows) {
    const { id, state } = window;
    const also = zonesServed(scene, window).slice(1).map((zone) => ({ group: zones.indexOf(zone), from: now })); // prettier-ignore
    const advice = advices.find(({ windowId }) => windowId === id);
    if (state === 'closed') {
      // Somebody is on the way to it.
      if (advice?.state === 'asked' && advice.openBy)
        spells.push({ from: Math.max(now, minuteOf(advice.openBy)), to: minuteOf(advice.openBy) + advice.minutes });
      continue;
    }
    const to = advice?.kind === 'open' && advice.untilAt && minuteOf(advice.untilAt) > now ? minuteOf(advice.untilAt) : Infinity; // prettier-ignore
    const ticket = live.find(({ windowId, waiting }) => windowId === id && !waiting);
    if (ticket) busy.push({ windowId: id, since: Math.min(now, minuteOf(ticket.since)), to, also });
    else spells.push({ windowId: id, from: state === 'break' ? now + 10 : now, to, also });
  }
  return { busy, spells };
}

/** The people of a zone: who waits, who is likely to come, how long they keep a window. */
function peopleOf(scene: Scene, zone: string, errandIds: readonly string[]) {
  const { live, came, work, spreads, errands, comparable, now } = scene;
  const today = new Map<number, number>();
  for (const id of errandIds)
    for (const [part, people] of came.get(id) ?? []) today.set(part, (today.get(part) ?? 0) + people);
  const usual = { days: comparable.days.length, work: work.filter(({ errandId }) => errandIds.includes(errandId)) };
  const likely = likelyArrivals(usualArrivals(usual), today, now);
  const part = Math.floor(now / 5);
  const recent = Array.from({ length: 6 }, (_, i) => today.get(part - 1 - i) ?? 0).reduce((sum, one) => sum + one, 0);
  const spread = (spreads.get(zone) ?? []).map((seconds) => Math.max(0.2, seconds / 60));
  const services = spread.length > 0 ? spread : errands.filter(({ id }) => errandIds.includes(id)).flatMap(({ minutes }) => planned.map((share) => share * minutes)); // prettier-ignore
  return {
    usual,
    waiting: live.filter((ticket) => ticket.waiting && errandIds.includes(ticket.errandId)),
    // Without history the next hours are as the last half hour was.
    arrivals: usual.days > 0 ? likely.arrivals : likely.arrivals.map(() => recent / 6),
    seen: likely.seen,
    services: services.length > 0 ? services : [9],
  };
}

const meanOf = (values: readonly number[]): number | null => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** After hours, and where nobody has entered any, a hall is taken to go on for two hours. */
export const goesOn = 120;

/** What can be seen of some errands of a zone and of the windows that do them. */
function sightOf(scene: Scene, people: ReturnType<typeof peopleOf>, windows: readonly SceneWindow[]): Sight {
  const { now, closes } = scene;
  return {
    now,
    closes: closes !== null && closes > now ? closes : now + goesOn,
    waiting: people.waiting.length,
    ...staffOf(scene, windows),
    arrivals: people.arrivals,
    seen: people.seen,
    services: people.services,
  };
}

/**
 * A group looked at with fewer others: `placeOf` says where another group is among them. What its windows do for a group that is not among them
 * is left out.
 */
export function among(sight: Sight, placeOf: (group: number) => number | undefined = () => undefined): Sight {
  const placed = <One extends Seen>(one: One): One => ({
    ...one,
    also: (one.also ?? []).flatMap(({ group, from }) => {
      const place = placeOf(group);
      return place === undefined ? [] : [{ group: place, from }];
    }),
  });
  return { ...sight, busy: sight.busy.map(placed), spells: sight.spells.map(placed) };
}

/**
 * The same of those errands of a zone alone that a window does: what it would help, and what helps there already, wherever it stands; but
 * for the windows of `home`, where that zone is looked at beside it.
 */
export const sightFor = (scene: Scene, zone: string, errandIds: readonly string[], home?: string): Sight =>
  among(
    sightOf(
      scene,
      peopleOf(scene, zone, errandIds),
      scene.windows.filter((window) => window.duty.some((id) => errandIds.includes(id)) && zonesServed(scene, window)[0] !== home), // prettier-ignore
    ),
  );

const errandsOf = (scene: Scene, zone: string): string[] =>
  scene.errands.filter((errand) => errand.zone === zone).map(({ id }) => id);

/**
 * All zones of the hall. They are acted out together: a window that is lent, or serves everybody (无差别综窗), takes whoever came first of all
 * those whom it serves.
 */
export function seeHall(scene: Scene): ZoneSeen[] {
  const served = new Map(scene.windows.map((window) => [window.id, zonesServed(scene, window)]));
  const seen = scene.zones.map((zone) => {
    const people = peopleOf(scene, zone, errandsOf(scene, zone));
    const own = scene.windows.filter(({ id }) => served.get(id)![0] === zone);
    return { zone, people, sight: sightOf(scene, people, own) };
  });
  if (seen.length === 0) return [];
  const outlook = outlookOf(scene, '', seen.map(({ sight }) => sight)); // prettier-ignore
  return seen.map(({ zone, people, sight }, group) => ({
    ...toldOf(scene, zone, people, outlook.course([], group)),
    windows: scene.windows.filter(({ id, state }) => state !== 'closed' && served.get(id)!.includes(zone)).length,
    sight,
  }));
}

/** `course`: the mean wait of those who come in each five minutes from now on, the first with those who wait already. */
function toldOf(scene: Scene, zone: string, people: ReturnType<typeof peopleOf>, course: readonly number[]) {
  const { now, at, rule, waited } = scene;
  const errandIds = errandsOf(scene, zone);
  let [called, seconds] = [0, 0];
  for (const id of errandIds) {
    called += waited.get(id)?.called ?? 0;
    seconds += waited.get(id)?.seconds ?? 0;
  }
  const wait = called > 0 ? seconds / called / 60 : meanOf(people.waiting.map(({ since }) => (at.getTime() - since.getTime()) / 60_000)); // prettier-ignore
  const usual = usualWait(people.usual, now - 30, now);
  // Who waits already has waited: the half hour begins with the next who come.
  const next = meanOf(course.slice(1, 7));
  const nextUsual = usualWait(people.usual, now, now + 30);
  return {
    zone,
    errandIds,
    waiting: people.waiting.length,
    wait,
    usual,
    next,
    nextUsual,
    excess: excessPercent(wait, usual),
    high: isHigh(wait, usual, rule) || isHigh(next, nextUsual, rule),
    known: people.usual.days >= fewestDays,
  };
}
