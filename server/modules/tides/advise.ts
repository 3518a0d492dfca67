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

export const usualTerms: Terms = { delay: 5, shortest: 60, price: 2.5, step: 10, futures: 16, lending: 90 };

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
  /** Minutes of waiting that all people together are spared. */
  saves: number;
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

/** The groups in which most is waited, at most so many: one window more seldom brings more elsewhere. */
const crowded = (waits: readonly number[]): number[] =>
  waits
    .map((_, group) => group)
    .toSorted((one, other) => waits[other]! - waits[one]!)
    .slice(0, 2);

/** General windows of a group that can be lent to another from an instant on: those longest there first. */
function lendable({ busy, spells, now }: Sight, guest: number, until: number): string | undefined {
  const there = [...busy, ...spells.filter(({ from }) => from <= now + 5)].filter(
    ({ general, also = [], to }) => general && to >= until && !also.some(({ group }) => group === guest),
  );
  return there.toSorted((one, other) => (one.also?.length ?? 0) - (other.also?.length ?? 0) || other.to - one.to)[0]
    ?.windowId;
}

/**
 * What should be done now: first what stays, then what is lent, then what is opened; each is worth its price after those before it. A
 * window that would bring more when it is opened later is left for later: this is asked again every five minutes.
 */
export function adviseHall(hall: Hall, terms: Terms, seed: number, ...what: (string | number)[]): Advice[] {
  const { sights, ending } = hall;
  const { now, closes } = sights[0]!;
  const outlook = new Outlook(sights, terms.futures, seed, ...what);
  const advice: Advice[] = [];
  const opened: Opening[] = [];
  const lent: Lending[] = [];
  const spare = [...hall.spare];
  let before = outlook.waits();
  const savedBy = (waits: readonly number[]): number => sum(before) - sum(waits);

  for (const { group, windowId } of ending) {
    const spell = { from: now, to: now + terms.step };
    const after = outlook.waits({ opened: [...opened, { ...spell, group }], lent });
    const saves = savedBy(after);
    if (saves < terms.price * terms.step) continue;
    advice.push({ act: 'stay', group, windowId, guest: null, spell, saves });
    opened.push({ ...spell, group });
    before = after;
  }

  const from = now + terms.delay;
  for (let i = 0; i < lendsAtOnce && from + terms.shortest <= closes; i++) {
    // The most that one window more can save is all waiting of those whom it takes.
    const guest = before.indexOf(Math.max(...before));
    if (before[guest]! < terms.lending) break;
    let best: { lending: Lending; group: number; after: number[] } | null = null;
    for (let group = 0; group < sights.length; group++) {
      if (group === guest) continue;
      const windowId = lendable(sights[group]!, guest, from + terms.shortest);
      if (windowId === undefined || lent.some((one) => one.windowId === windowId)) continue;
      const lending = { windowId, group: guest, from };
      const after = outlook.waits({ opened, lent: [...lent, lending] });
      if (!best || sum(after) < sum(best.after)) best = { lending, group, after };
    }
    if (!best || savedBy(best.after) < terms.lending) break;
    const { windowId } = best.lending;
    const spell = { from, to: closes };
    advice.push({ act: 'lend', group: best.group, windowId, guest, spell, saves: savedBy(best.after) });
    lent.push(best.lending);
    before = best.after;
  }

  const spellAfter = (wait: number): Spell => ({ from: from + wait, to: from + wait + terms.shortest });
  while (from <= closes && sum(before) >= terms.price * terms.shortest) {
    let best: { group: number; after: number[] } | null = null;
    for (const group of crowded(before)) {
      if (spare[group]! < 1) continue;
      const after = outlook.waits({ opened: [...opened, { ...spellAfter(0), group }], lent });
      if (!best || sum(after) < sum(best.after)) best = { group, after };
    }
    if (!best) break;
    const { group, after } = best;
    const saves = savedBy(after);
    if (saves < terms.price * terms.shortest) break;
    const savesLater = (wait: number): number =>
      savedBy(outlook.waits({ opened: [...opened, { ...spellAfter(wait), group }], lent }));
    if (later.some((wait) => savesLater(wait) > saves * 1.02)) break;
    advice.push({ act: 'open', group, windowId: null, guest: null, spell: spellAfter(0), saves });
    opened.push({ ...spellAfter(0), group });
    spare[group]! -= 1;
    before = after;
  }
  return advice;
}

/** The same for one group of windows by itself, of which `spare` more can be opened: windows to open now. */
export const adviseOpening = (
  sight: Sight,
  spare: number,
  terms: Terms,
  seed: number,
  ...what: (string | number)[]
): Advice[] => adviseHall({ sights: [sight], spare: [spare], ending: [] }, terms, seed, ...what);

/** Whether a window that would close now should stay open by one step more; `sight` counts it as closing. 0, or minutes saved. */
export function adviseStaying(sight: Sight, terms: Terms, seed: number, ...what: (string | number)[]): number {
  const hall = { sights: [sight], spare: [0], ending: [{ group: 0, windowId: '' }] };
  return adviseHall(hall, terms, seed, ...what)[0]?.saves ?? 0;
}
