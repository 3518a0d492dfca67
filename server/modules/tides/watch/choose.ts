/** Which window to open or to switch, and with whom. Pure: of the people who are present, able and free, and of what their windows do. */
import { adviseHall } from '../advise.ts';
import { termsOf } from '../house-rule.ts';
import type { Sight } from '../outlook.ts';
import type { AdviceKind } from '../states.ts';
import type { Scene, SceneWindow } from './scene.ts';
import { among, goesOn, outlookOf, seedWords, sightFor, type ZoneSeen } from './see-zone.ts';

export interface Person {
  accountId: string;
  name: string;
}
/** What is advised for a zone. */
export interface Choice {
  kind: AdviceKind;
  window: SceneWindow;
  clerk: Person;
  /** Who could sit there as well, the best first. */
  others: Person[];
  /** What the window would do. */
  errandIds: readonly string[];
  /** Minutes of waiting that all together are spared, and for how many minutes the window is there. */
  saves: number;
  minutes: number;
}

/** Whether somebody may sign in at a window: by their posts, and as far as nothing else speaks against it. */
export type MaySit = (accountId: string, window: SceneWindow) => boolean;

/** Share of those who wait that could be served there; of what the zone does, while nobody waits. */
function shareOf(scene: Scene, seen: ZoneSeen, errandIds: readonly string[]): number {
  const waiting = scene.live.filter((ticket) => ticket.waiting && seen.errandIds.includes(ticket.errandId));
  if (waiting.length === 0) return errandIds.length / Math.max(1, seen.errandIds.length);
  return waiting.filter(({ errandId }) => errandIds.includes(errandId)).length / waiting.length;
}

/** Less of the queue than this is not worth moving somebody for. */
const leastShare = 0.2;

const able = (scene: Scene, accountId: string, errandIds: readonly string[]): string[] =>
  errandIds.filter((id) => scene.practice.get(id)?.has(accountId));

/** Who of these can be asked to open the window of an advice now: present, free, let in there, and neither asked nor at work for another advice. */
export function whoComes<P extends { accountId: string }>(
  scene: Scene,
  maySit: MaySit,
  advice: { id: string; windowId: string },
  people: readonly P[],
): P[] {
  const window = scene.windows.find(({ id }) => id === advice.windowId);
  if (!window) return [];
  const bound = new Set(scene.advices.flatMap(({ id, state, clerkId }) => (id === advice.id || state === 'open' ? [] : [clerkId]))); // prettier-ignore
  return people.filter(
    ({ accountId }) =>
      !bound.has(accountId) && maySit(accountId, window) && scene.free.some((one) => one.accountId === accountId),
  );
}

/** A closed window of the zone with somebody who can do its work: the pair that is likely to spare most waiting. */
export function chooseOpening(
  scene: Scene,
  seen: ZoneSeen,
  zones: readonly ZoneSeen[],
  maySit: MaySit,
): Choice | 'nobody' | 'notWorth' {
  const taken = new Set(scene.advices.map(({ clerkId }) => clerkId));
  const promised = new Set(scene.advices.map(({ windowId }) => windowId));
  const pairs = scene.windows
    .filter(({ id, zone, state }) => zone === seen.zone && state === 'closed' && !promised.has(id))
    .flatMap((window) => {
      const does = window.duty.filter((id) => seen.errandIds.includes(id));
      return scene.free
        .filter(({ accountId }) => !taken.has(accountId) && maySit(accountId, window))
        .map((person) => ({ window, person, errandIds: able(scene, person.accountId, does) }))
        .map((pair) => ({ ...pair, share: shareOf(scene, seen, pair.errandIds) }))
        .filter(({ errandIds, share }) => errandIds.length > 0 && share >= leastShare);
    })
    // Who left a window last is nearest.
    .toSorted((one, other) => other.share - one.share || other.person.leftAt.getTime() - one.person.leftAt.getTime());
  if (pairs.length === 0) return 'nobody';
  const terms = termsOf(scene.rule);
  const best = pairs[0]!;
  // One window more for the whole zone, whoever helps there already, for the share of its people that this one could serve: the others then have more of
  // the rest.
  const hall = {
    sights: zones.map(({ sight }) => sight),
    spare: zones.map(({ zone }) => Number(zone === seen.zone)),
    ending: [],
  };
  const [whole] = adviseHall(hall, { ...terms, lending: Infinity }, 1, ...seedWords(scene, seen.zone));
  const saves = (whole?.saves ?? 0) * best.share;
  if (saves < terms.price * terms.shortest) return 'notWorth';
  const plain = ({ accountId, name }: Person): Person => ({ accountId, name });
  return {
    kind: 'open',
    window: best.window,
    clerk: plain(best.person),
    others: pairs.filter(({ window, person }) => window === best.window && person !== best.person).map(({ person }) => plain(person)), // prettier-ignore
    errandIds: best.window.duty,
    saves,
    minutes: terms.shortest,
  };
}

/** Errands that nobody could call any more if this window did them no longer. */
export const strandedBy = (scene: Scene, window: SceneWindow, errandIds: readonly string[]): string[] =>
  window.duty.filter(
    (id) =>
      !errandIds.includes(id) &&
      scene.live.some((ticket) => ticket.waiting && ticket.errandId === id) &&
      !scene.windows.some((other) => other.id !== window.id && other.state !== 'closed' && other.duty.includes(id)),
  );

/** A window of one zone that would do something for another from now on, as far as its clerk can. */
interface Help {
  host: ZoneSeen;
  home: ZoneSeen;
  window: SceneWindow;
  errandIds: readonly string[];
}

/** What would be saved and lost in all, were the window to serve the other zone alone for a while; in minutes of waiting. */
function gainOfSwitch(scene: Scene, { host, home, window, errandIds }: Help): number {
  const { delay, shortest } = termsOf(scene.rule);
  const [from, to] = [scene.now + delay, scene.now + delay + shortest];
  const helped = outlookOf(scene, host.zone, sightFor(scene, host.zone, errandIds));
  const gain = helped.waited() - helped.waited([{ from, to }]);
  const withIt = among(home.sight);
  const { busy, spells } = withIt;
  const without: Sight = {
    ...withIt,
    busy: busy.filter(({ windowId }) => windowId !== window.id),
    spells: [...spells.filter(({ windowId }) => windowId !== window.id), { from: to, to: Infinity }],
  };
  // Drawn with the same number of windows, so that both see the same futures as far as they can.
  const wouldWait = (sight: Sight): number => outlookOf(scene, home.zone, sight).waited();
  return gain - Math.max(0, wouldWait(without) - wouldWait(withIt));
}

/** The same, were it to serve the other zone besides its own, whoever came first of both. */
function gainOfLending(scene: Scene, { host, home, window, errandIds }: Help): number {
  const guest = scene.zones.indexOf(host.zone);
  const outlook = outlookOf(scene, host.zone, [
    sightFor(scene, host.zone, errandIds, home.zone),
    among(home.sight, (group) => (group === guest ? 0 : undefined)),
  ]);
  const from = scene.now + termsOf(scene.rule).delay;
  return outlook.waited() - outlook.waited([], [{ windowId: window.id, group: 0, from }]);
}

/** Open windows of another zone whose clerk can do what is waited for here, the most of it first. */
function helpers(scene: Scene, host: ZoneSeen, home: ZoneSeen): Help[] {
  const promised = new Set(scene.advices.map(({ windowId }) => windowId));
  return scene.windows
    .filter(({ id, zone, state }) => zone === home.zone && state === 'open' && !promised.has(id))
    .map((window) => ({ host, home, window, errandIds: able(scene, window.clerk!.accountId, host.errandIds) }))
    .map((one) => ({ ...one, share: shareOf(scene, host, one.errandIds) }))
    .filter(({ share }) => share >= leastShare)
    .toSorted((one, other) => other.share - one.share || (one.window.number < other.window.number ? -1 : 1));
}

/** What is told of a window that helps out, with whoever sits there. */
function helping(kind: AdviceKind, { window }: Help, more: Pick<Choice, 'errandIds' | 'saves' | 'minutes'>): Choice {
  const { accountId, name } = window.clerk!;
  return { kind, window, clerk: { accountId, name }, others: [], ...more };
}

/** What brings most of what the other zones offer, if it saves so many minutes at least. */
function bestOffer(
  seen: ZoneSeen,
  zones: readonly ZoneSeen[],
  least: number,
  offerOf: (home: ZoneSeen) => Choice | undefined,
): Choice | 'nobody' | 'notWorth' {
  const offers = zones.filter(({ zone }) => zone !== seen.zone).flatMap((home) => offerOf(home) ?? []);
  const [best] = offers.toSorted((one, other) => other.saves - one.saves);
  if (!best) return 'nobody';
  return best.saves < least ? 'notWorth' : best;
}

/** A window of another zone that serves this one too until the doors close; also of a busy zone, for whoever came first is called first. */
export const chooseLending = (
  scene: Scene,
  seen: ZoneSeen,
  zones: readonly ZoneSeen[],
): Choice | 'nobody' | 'notWorth' =>
  bestOffer(seen, zones, termsOf(scene.rule).lending, (home) => {
    const help = helpers(scene, seen, home).find(({ window, errandIds }) => errandIds.some((id) => !window.duty.includes(id))); // prettier-ignore
    if (!help) return undefined;
    const errandIds = [...new Set([...help.window.duty, ...help.errandIds])];
    const { now, closes } = scene;
    const minutes = closes !== null && closes > now ? Math.ceil(closes - now) : goesOn;
    return helping('lend', help, { errandIds, saves: gainOfLending(scene, help), minutes });
  });

/**
 * A window of another zone that can be spared, with a clerk who can do what is waited for. A change of duty costs no staff, but it costs
 * people: who asks them to change must have a reason that is seen.
 */
export const chooseSwitch = (
  scene: Scene,
  seen: ZoneSeen,
  zones: readonly ZoneSeen[],
): Choice | 'nobody' | 'notWorth' =>
  bestOffer(seen, zones, termsOf(scene.rule).lending, (home) => {
    if (home.high) return undefined;
    const help = helpers(scene, seen, home).find(({ window, errandIds }) => strandedBy(scene, window, errandIds).length === 0); // prettier-ignore
    if (!help) return undefined;
    return helping('switch', help, { errandIds: help.errandIds, saves: gainOfSwitch(scene, help), minutes: scene.rule.shortestMinutes }); // prettier-ignore
  });

/**
 * What brings most; opening where it brings as much as a change. A window is lent rather than switched: with its own people before it as well it is
 * never idle, and one loan until the evening is one request where a switch is one each hour (`bench/tide`). It is switched where a loan would bring
 * too little, because too many of its own stand before those of the other zone.
 */
export function choose(
  scene: Scene,
  seen: ZoneSeen,
  zones: readonly ZoneSeen[],
  maySit: MaySit,
): Choice | 'nobody' | 'notWorth' {
  const opening = chooseOpening(scene, seen, zones, maySit);
  const lent = chooseLending(scene, seen, zones);
  const change = typeof lent === 'string' ? chooseSwitch(scene, seen, zones) : lent;
  if (typeof opening !== 'string') return typeof change !== 'string' && change.saves > opening.saves ? change : opening;
  if (typeof change !== 'string') return change;
  return [opening, lent, change].includes('notWorth') ? 'notWorth' : 'nobody';
}
