/** Whether one window more, or one that serves others too, is worth it now. Pure: from what can be seen to what should be done. */
import { Outlook, type Lending, type Opening, type Sight, type Spell } from './outlook.ts';

/** Under what terms windows may be opened or lent besides the plan. */
export interface Terms {
  /** Minutes from asking somebody until the window is open, or serves others too. */
  delay: number;
  /** For how long it does at least. */
  shortest: number;
  /** Minutes of waiting that one minute at a window must save. */
  price: number;
  /** By what step an opening is made longer, once it was open for the shortest time. */
  step: number;
  /** How many futures are drawn. */
  futures: number;
  /** Minutes of waiting that lending a window must save: it costs no time at a window, but somebody is asked. Infinity: no lending. */
  lending: number;
}

export const usualTerms: Terms = { delay: 5, shortest: 60, price: 2.5, step: 10, futures: 16, lending: 200 };

/** What should be done, and what it is likely to bring. Groups are named by their place among the sights. */
export interface Advice {
  /** open: one window more of the group; stay: one that would close does not; lend: a general window of it serves another one too. */
  act: 'open' | 'stay' | 'lend';
  group: number;
  /** Which window; null where anybody who is free may open one. */
  windowId: string | null;
  /** Whose people it serves besides its own, for lending. */
  guest: number | null;
  spell: Spell;
  /** Minutes of waiting that all people together are spared: what `before` has more than `after`. */
  saves: number;
  /** By group, minutes that all who wait or are likely to come will wait: without it and with it, after what is advised before it. */
  before: readonly number[];
  after: readonly number[];
}

/** Several groups of windows at one moment, and what can be done with them. */
export interface Hall {
  sights: readonly Sight[];
  /** By group: how many windows more could be opened, as far as there are people for them. */
  spare: readonly number[];
  /** Windows that were opened besides the plan and would close now; the sights count them as closing. */
  ending: readonly { group: number; windowId: string }[];
}

/** How many minutes later it might be asked as well: if that brings more, nothing is done yet. */
const later = [10, 25] as const;
/** How many windows are asked for in one moment to serve others: what the first brought is seen before the rest is asked. */
const lendsAtOnce = 2;

const sum = (waits: readonly number[]): number => waits.reduce((total, one) => total + one, 0);

/** Of the groups that have people to spare, the two in which most is waited: one window more seldom brings more elsewhere. */
const worthTrying = (waits: readonly number[], spare: readonly number[]): number[] =>
  waits
    .flatMap((_, group) => (spare[group]! > 0 ? [group] : []))
    .toSorted((one, other) => waits[other]! - waits[one]!)
    .slice(0, 2);

/** A general window of a group that is there then and can be lent to another: one that is lent least, and there longest. */
function lendable({ busy, spells }: Sight, guest: number, at: number, until: number): string | undefined {
  const there = [...busy, ...spells.filter(({ from }) => from <= at)].filter(
    ({ general, also = [], to }) => general && to >= until && !also.some(({ group }) => group === guest),
  );
  return there.toSorted((one, other) => (one.also?.length ?? 0) - (other.also?.length ?? 0) || other.to - one.to)[0]
    ?.windowId;
}

/** What is advised so far, and what would wait then; each thing is weighed after those before it. */
class Weighing {
  readonly advice: Advice[] = [];
  readonly #outlook: Outlook;
  readonly #opened: Opening[] = [];
  readonly #lent: Lending[] = [];
  before: number[];

  constructor(outlook: Outlook) {
    this.#outlook = outlook;
    this.before = outlook.waits();
  }

  opening(opening: Opening): number[] {
    return this.#outlook.waits({ opened: [...this.#opened, opening], lent: this.#lent });
  }

  lending(lending: Lending): number[] {
    return this.#outlook.waits({ opened: this.#opened, lent: [...this.#lent, lending] });
  }

  saves(after: readonly number[]): number {
    return sum(this.before) - sum(after);
  }

  open(act: 'open' | 'stay', windowId: string | null, group: number, spell: Spell, after: number[]): void {
    this.#add({ act, group, windowId, guest: null, spell }, after);
    this.#opened.push({ ...spell, groups: [group] });
  }

  lend(group: number, guest: number, lending: Lending, until: number, after: number[]): void {
    const { windowId, from } = lending;
    this.#add({ act: 'lend', group, windowId, guest, spell: { from, to: until } }, after);
    this.#lent.push(lending);
  }

  isLent(windowId: string): boolean {
    return this.#lent.some((one) => one.windowId === windowId);
  }

  #add(advice: Omit<Advice, 'saves' | 'before' | 'after'>, after: number[]): void {
    this.advice.push({ ...advice, saves: this.saves(after), before: this.before, after });
    this.before = after;
  }
}

function weighStaying(weighing: Weighing, { sights, ending }: Hall, { price, step }: Terms): void {
  const { now } = sights[0]!;
  for (const { group, windowId } of ending) {
    const spell = { from: now, to: now + step };
    const after = weighing.opening({ ...spell, groups: [group] });
    if (weighing.saves(after) >= price * step) weighing.open('stay', windowId, group, spell, after);
  }
}

function weighLending(weighing: Weighing, { sights }: Hall, { delay, shortest, lending: least }: Terms): void {
  const { now, closes } = sights[0]!;
  const from = now + delay;
  if (from + shortest > closes) return;
  for (let i = 0; i < lendsAtOnce; i++) {
    // The most that can be saved is all waiting of those whom the window takes besides.
    const { before } = weighing;
    const guest = before.indexOf(Math.max(...before));
    if (before[guest]! < least) return;
    let best: { lending: Lending; group: number; after: number[] } | null = null;
    for (let group = 0; group < sights.length; group++) {
      const windowId = group === guest ? undefined : lendable(sights[group]!, guest, from, from + shortest);
      if (windowId === undefined || weighing.isLent(windowId)) continue;
      const lending = { windowId, groups: [guest], from };
      const after = weighing.lending(lending);
      if (!best || sum(after) < sum(best.after)) best = { lending, group, after };
    }
    if (!best || weighing.saves(best.after) < least) return;
    weighing.lend(best.group, guest, best.lending, closes, best.after);
  }
}

/** When a window that is asked for now is there: for its shortest time. `wait`: minutes that are waited before it is asked for. */
const spellOf = (now: number, { delay, shortest }: Terms, wait = 0): Spell => ({
  from: now + delay + wait,
  to: now + delay + wait + shortest,
});

/** The minutes that a window saves if they reach its price and it would not save more a little later; else 0. */
function worthNow(savesIn: (spell: Spell) => number, now: number, terms: Terms): number {
  const saves = savesIn(spellOf(now, terms));
  if (saves < terms.price * terms.shortest) return 0;
  return later.some((wait) => savesIn(spellOf(now, terms, wait)) > saves * 1.02) ? 0 : saves;
}

function weighOpening(weighing: Weighing, hall: Hall, terms: Terms): void {
  const { now, closes } = hall.sights[0]!;
  const spare = [...hall.spare];
  const spell = spellOf(now, terms);
  // The most that a window can save is all waiting.
  while (spell.from <= closes && sum(weighing.before) >= terms.price * terms.shortest) {
    let best: { group: number; after: number[] } | null = null;
    for (const group of worthTrying(weighing.before, spare)) {
      const after = weighing.opening({ ...spell, groups: [group] });
      if (!best || sum(after) < sum(best.after)) best = { group, after };
    }
    if (!best) return;
    const { group, after } = best;
    const groups = [group];
    if (worthNow((at) => weighing.saves(weighing.opening({ ...at, groups })), now, terms) === 0) return;
    weighing.open('open', null, group, spell, after);
    spare[group]! -= 1;
  }
}

/**
 * What should be done now: first what stays, then what is lent, then what is opened; each is worth its price after those before it. A
 * window that would bring more when it is opened later is left for later: this is asked again every five minutes. Nothing is known but
 * what the sights say; the same sights and seed give the same advice.
 */
export function adviseHall(hall: Hall, terms: Terms, seed: number, ...what: (string | number)[]): Advice[] {
  const weighing = new Weighing(new Outlook(hall.sights, terms.futures, seed, ...what));
  weighStaying(weighing, hall, terms);
  weighLending(weighing, hall, terms);
  weighOpening(weighing, hall, terms);
  return weighing.advice;
}

/** Minutes that all are spared by one window more for these groups, if it is worth it now; else 0. */
export function worthOpening(
  outlook: Outlook,
  groups: readonly number[],
  { now, closes }: Sight,
  terms: Terms,
): number {
  if (spellOf(now, terms).from > closes) return 0;
  const before = outlook.waited();
  return worthNow((spell) => before - outlook.waited({ opened: [{ ...spell, groups }] }), now, terms);
}

/** Whether a window that the outlook counts as closing now should stay open by one step more for these groups. */
export function worthStaying(
  outlook: Outlook,
  groups: readonly number[],
  now: number,
  { price, step }: Terms,
): boolean {
  const opened = [{ from: now, to: now + step, groups }];
  return outlook.waited() - outlook.waited({ opened }) >= price * step;
}
