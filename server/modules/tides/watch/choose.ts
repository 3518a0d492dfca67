/** Which window to open or to switch, and with whom. Pure: of the people who were at a window today and are at none, who are able, and of what their windows do. */
import { worthOpening } from '../advise.ts';
import { termsOf } from '../house-rule.ts';
import type { AdviceKind, Hindrance } from '../states.ts';
import { goesOn, HallOutlook, leftAlone } from './hall-outlook.ts';
import type { Scene, SceneWindow } from './scene.ts';
import type { ZoneSeen } from './see-zone.ts';

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

/** Less of the queue than this is not worth moving somebody for, unless nobody else could call them. */
const leastShare = 0.2;

const able = (scene: Scene, accountId: string, errandIds: readonly string[]): string[] =>
  errandIds.filter((id) => scene.practice.get(id)?.has(accountId));

/** Who of these can be asked to open the window of an advice now: at a window today and at none now, let in there, and neither asked nor at work for another advice. */
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

/** Each who is at no window: in which zones they could open one, or why in none. */
export function whoIsFree(scene: Scene, maySit: MaySit) {
  const asked = new Set(scene.advices.flatMap(({ state, clerkId }) => (state === 'open' ? [] : [clerkId])));
  const closed = scene.windows.filter(({ state }) => state === 'closed');
  return [...scene.free, ...scene.offDuty].map((person) => {
    const { accountId, name, leftAt } = person;
    const can = able(scene, accountId, scene.errands.map(({ id }) => id)); // prettier-ignore
    const seats = closed.filter((window) => maySit(accountId, window) && window.duty.some((id) => can.includes(id)));
    const hindrance: Hindrance | null = scene.offDuty.includes(person) ? 'offDuty' : asked.has(accountId) ? 'asked' : can.length === 0 ? 'unpractised' : seats.length === 0 ? 'noWindow' : null; // prettier-ignore
    const zones = hindrance ? [] : scene.zones.filter((zone) => seats.some((window) => window.zone === zone));
    return { name, leftAt, zones, hindrance };
  });
}

/** Something that could be done for a zone, before it is weighed. */
interface Option extends Omit<Choice, 'saves'> {
  /** Whose people the window would take, as far as its clerk can. */
  takes: readonly string[];
}

/** What saves most of what could be done, if it saves so many minutes at least; all of it is weighed by the same futures. */
function best(
  scene: Scene,
  { zone }: ZoneSeen,
  options: readonly Option[],
  least: number,
  weigh: (hall: HallOutlook, option: Option) => number,
): Choice | 'nobody' | 'notWorth' {
  if (options.length === 0) return 'nobody';
  const hall = new HallOutlook(scene, zone, options.map(({ takes }) => takes)); // prettier-ignore
  const [first] = options
    .map(({ takes, ...choice }) => ({ ...choice, saves: weigh(hall, { ...choice, takes }) }))
    .toSorted((one, other) => other.saves - one.saves);
  return first!.saves < least ? 'notWorth' : first!;
}

/** So many windows that could be opened are weighed: those that could serve most of the queue, each for other errands than the others. */
const mostWeighed = 3;

/** Closed windows of the zone, each with somebody who can do its work. */
function openings(scene: Scene, seen: ZoneSeen, maySit: MaySit): Option[] {
  const taken = new Set(scene.advices.map(({ clerkId }) => clerkId));
  const promised = new Set(scene.advices.map(({ windowId }) => windowId));
  const pairs = scene.windows
    .filter(({ id, zone, state }) => zone === seen.zone && state === 'closed' && !promised.has(id))
    .flatMap((window) =>
      scene.free
        .filter(({ accountId }) => !taken.has(accountId) && maySit(accountId, window))
        .map((person) => ({ window, person, takes: able(scene, person.accountId, window.duty) }))
        .map((pair) => ({ ...pair, share: shareOf(scene, seen, pair.takes.filter((id) => seen.errandIds.includes(id))), left: leftAlone(scene, pair.takes).length })) // prettier-ignore
        .filter((pair) => pair.share >= leastShare || pair.left > 0),
    )
    // Before all, whom nobody could call; who left a window last is nearest.
    .toSorted((one, other) => other.left - one.left || other.share - one.share || other.person.leftAt.getTime() - one.person.leftAt.getTime()); // prettier-ignore
  const plain = ({ accountId, name }: Person): Person => ({ accountId, name });
  const unlike = [...Map.groupBy(pairs, ({ takes }) => takes.toSorted().join(' ')).values()].map(([pair]) => pair!);
  return unlike.slice(0, mostWeighed).map(({ window, person, takes }) => ({
    kind: 'open',
    window,
    clerk: plain(person),
    others: pairs.flatMap((pair) => (pair.window === window && pair.person !== person ? [plain(pair.person)] : [])),
    errandIds: window.duty,
    takes,
    minutes: termsOf(scene.rule).shortest,
  }));
}

/** A closed window of the zone with somebody who can do its work: the pair that spares most waiting. */
export function chooseOpening(scene: Scene, seen: ZoneSeen, maySit: MaySit): Choice | 'nobody' | 'notWorth' {
  const options = openings(scene, seen, maySit);
  const terms = termsOf(scene.rule);
  return best(scene, seen, options, terms.price * terms.shortest, (hall, { takes }) =>
    worthOpening(hall.outlook, hall.groupsOf(takes), hall.sights[0]!, terms),
  );
}

/** Errands that nobody could call any more if this window did them no longer. */
export const strandedBy = (scene: Scene, window: SceneWindow, errandIds: readonly string[]): string[] =>
  window.duty.filter(
    (id) =>
      !errandIds.includes(id) &&
      scene.live.some((ticket) => ticket.waiting && ticket.errandId === id) &&
      !scene.windows.some((other) => other.id !== window.id && other.state !== 'closed' && other.duty.includes(id)),
  );

/** Open windows of another zone whose clerk can do what is waited for here, the most of it first. */
function helpers(scene: Scene, host: ZoneSeen, home: ZoneSeen) {
  const promised = new Set(scene.advices.map(({ windowId }) => windowId));
  return scene.windows
    .filter(({ id, zone, state }) => zone === home.zone && state === 'open' && !promised.has(id))
    .map((window) => ({ window, takes: able(scene, window.clerk!.accountId, host.errandIds) }))
    .map((one) => ({ ...one, share: shareOf(scene, host, one.takes) }))
    .filter(({ share }) => share >= leastShare)
    .toSorted((one, other) => other.share - one.share || (one.window.number < other.window.number ? -1 : 1));
}

/** A window that helps out, with whoever sits there. */
function helping(window: SceneWindow, more: Pick<Option, 'kind' | 'takes' | 'errandIds' | 'minutes'>): Option {
  const { accountId, name } = window.clerk!;
  return { window, clerk: { accountId, name }, others: [], ...more };
}

/** Minutes that all are spared where a window of another zone helps out; its own people, who have it less or not at all, are among them. */
export function helpSaves(
  scene: Scene,
  hall: HallOutlook,
  { kind, window, takes }: { kind: AdviceKind; window: Pick<SceneWindow, 'id'>; takes: readonly string[] },
): number {
  const { delay, shortest } = termsOf(scene.rule);
  const from = scene.now + delay;
  const help = { windowId: window.id, groups: hall.groupsOf(takes), from };
  return hall.saves(kind === 'lend' ? { lent: [help] } : { switched: [{ ...help, to: from + shortest }] });
}

const elsewhere = (seen: ZoneSeen, zones: readonly ZoneSeen[]): ZoneSeen[] =>
  zones.filter(({ zone }) => zone !== seen.zone);

/** A window of another zone that serves this one too until the doors close; also of a busy zone, for whoever came first is called first. */
export function chooseLending(
  scene: Scene,
  seen: ZoneSeen,
  zones: readonly ZoneSeen[],
): Choice | 'nobody' | 'notWorth' {
  const { now, closes } = scene;
  const minutes = closes !== null && closes > now ? Math.ceil(closes - now) : goesOn;
  const options = elsewhere(seen, zones).flatMap((home) => {
    const help = helpers(scene, seen, home).find(({ window, takes }) => takes.some((id) => !window.duty.includes(id)));
    if (!help) return [];
    const { window } = help;
    const takes = help.takes.filter((id) => !window.duty.includes(id));
    return [helping(window, { kind: 'lend', takes, errandIds: [...window.duty, ...takes], minutes })];
  });
  const terms = termsOf(scene.rule);
  return best(scene, seen, options, terms.lending, (hall, option) => helpSaves(scene, hall, option));
}

/**
 * A window of another zone that can be spared, with a clerk who can do what is waited for. A change of duty costs no staff, but it costs
 * people: who asks them to change must have a reason that is seen.
 */
export function chooseSwitch(scene: Scene, seen: ZoneSeen, zones: readonly ZoneSeen[]): Choice | 'nobody' | 'notWorth' {
  const { shortest, lending } = termsOf(scene.rule);
  const options = elsewhere(seen, zones).flatMap((home) => {
    const help = home.high
      ? undefined
      : helpers(scene, seen, home).find(({ window, takes }) => strandedBy(scene, window, takes).length === 0);
    if (!help) return [];
    const { window, takes } = help;
    return [helping(window, { kind: 'switch', takes, errandIds: takes, minutes: shortest })];
  });
  return best(scene, seen, options, lending, (hall, option) => helpSaves(scene, hall, option));
}

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
  const opening = chooseOpening(scene, seen, maySit);
  const lent = chooseLending(scene, seen, zones);
  const change = typeof lent === 'string' ? chooseSwitch(scene, seen, zones) : lent;
  if (typeof opening !== 'string') return typeof change !== 'string' && change.saves > opening.saves ? change : opening;
  if (typeof change !== 'string') return change;
  return [opening, lent, change].includes('notWorth') ? 'notWorth' : 'nobody';
}
