/**
 * What is likely to come: the next hours of groups of windows, drawn many times over from what can be seen now. Each drawn future is
 * one order of coming and of service times; every way of running the hall meets the same futures, so that small differences show.
 * Minutes are counted from midnight and may be fractions.
 */
import { Random } from '#platform/random';
import { drawFuture, type Future } from './future.ts';

/** A window from when it can take somebody until when it takes nobody more. */
export interface Spell {
  from: number;
  to: number;
}

/** A window that is known by name; `also`: other groups, by their place, whose people it takes besides its own, from when on. */
export interface Seen {
  windowId?: string;
  /** It can be lent: whoever is there can do the work of other groups as well. */
  general?: boolean;
  also?: readonly { group: number; from: number }[];
}

/** What can be seen of a group of windows, and what history says of it. */
export interface Sight {
  now: number;
  /** When the doors close; nobody comes from then on, and whoever waits is served. */
  closes: number;
  /** How many wait. */
  waiting: number;
  /** When each of them came, in that order, where it is known; else they are taken to have come as far apart as people come. */
  came?: readonly number[];
  /** Windows with somebody: since when they have had them, and until when the window is staffed. */
  busy: readonly ({ since: number; to: number } & Seen)[];
  /** Windows without anybody, and windows that are planned to open. */
  spells: readonly (Spell & Seen)[];
  /** People expected in each five minutes from now on. */
  arrivals: readonly number[];
  /** How sure that is: people seen today, as far as they say how many still come. */
  seen: number;
  /** On a busy day more come to all groups of one crowd; absent: the group is a crowd of its own. */
  crowd?: string;
  /** Minutes that people have kept a window, as history has them, in no order; at least one. */
  services: ArrayLike<number>;
}

/** One window more, for the people of these groups; of the first where none are named. */
export interface Opening extends Spell {
  groups?: readonly number[];
}

/** A window takes the people of more groups, from then on. */
export interface Lending {
  windowId: string;
  /** Whose people it takes besides. */
  groups: readonly number[];
  from: number;
}

/** A window takes the people of these groups and nobody else for a while, and those of its own again afterwards. */
export interface Switching extends Spell {
  windowId: string;
  groups: readonly number[];
}

/** What is done otherwise than it stands. */
export interface Change {
  opened?: readonly Opening[];
  lent?: readonly Lending[];
  switched?: readonly Switching[];
}

/** Windows in a row, the busy ones first, and which of them takes whom from when on. */
interface Layout {
  /** By window: when it can take somebody first; the future says it of the busy ones. */
  from: number[];
  to: number[];
  /** By group: the windows that take its people, its own first, and from when on each does. */
  takers: { windows: number[]; since: number[] }[];
  /** Where in the row a window is that is known by name: once for each of its spells. */
  places: Map<string, number[]>;
}

/** Nobody is there for somebody before the end of what is looked at: an hour says that this is bad. */
const unserved = 60;
const part = 5;

function take({ takers }: Layout, group: number, window: number, since: number): void {
  takers[group]!.windows.push(window);
  takers[group]!.since.push(since);
}

function layoutOf(sights: readonly Sight[]): Layout {
  const layout: Layout = {
    from: [],
    to: [],
    takers: sights.map(() => ({ windows: [], since: [] })),
    places: new Map(),
  };
  const borrowed: { group: number; window: number; from: number }[] = [];
  const add = (group: number, from: number, to: number, { windowId, also = [] }: Seen): void => {
    const window = layout.from.length;
    if (windowId !== undefined) layout.places.set(windowId, [...(layout.places.get(windowId) ?? []), window]);
    layout.from.push(from);
    layout.to.push(to);
    take(layout, group, window, -Infinity);
    borrowed.push(...also.map((one) => ({ ...one, window })));
  };
  sights.forEach(({ busy }, group) => busy.forEach((seen) => add(group, 0, seen.to, seen)));
  sights.forEach(({ spells, now }, group) =>
    spells.forEach((seen) => add(group, Math.max(seen.from, now), seen.to, seen)),
  );
  for (const { group, window, from } of borrowed) take(layout, group, window, from);
  return layout;
}

function changed(layout: Layout, now: number, { opened = [], lent = [], switched = [] }: Change): Layout {
  if (opened.length + lent.length + switched.length === 0) return layout;
  const { places } = layout;
  const copy: Layout = {
    places,
    from: [...layout.from],
    to: [...layout.to],
    takers: layout.takers.map(({ windows, since }) => ({ windows: [...windows], since: [...since] })),
  };
  const add = (from: number, to: number, groups: readonly number[]): void => {
    copy.from.push(Math.max(from, now));
    copy.to.push(to);
    for (const group of groups) take(copy, group, copy.from.length - 1, -Infinity);
  };
  for (const { groups = [0], from, to } of opened) add(from, to, groups);
  for (const { windowId, groups, from } of lent)
    for (const window of places.get(windowId) ?? []) for (const group of groups) take(copy, group, window, from);
  for (const { windowId, groups, from, to } of switched) {
    for (const window of places.get(windowId) ?? []) {
      const until = copy.to[window]!;
      const own = layout.takers.flatMap(({ windows }, group) => (windows.includes(window) ? [group] : []));
      if (until > to) add(Math.max(to, copy.from[window]!), until, own);
      copy.to[window] = Math.min(until, from);
    }
    add(from, to, groups);
  }
  return copy;
}

/** A layout as it is gone through many times. */
interface Packed {
  from: Float64Array;
  to: Float64Array;
  takers: { windows: Int32Array; since: Float64Array }[];
}

const packed = ({ from, to, takers }: Layout): Packed => ({
  from: Float64Array.from(from),
  to: Float64Array.from(to),
  takers: takers.map(({ windows, since }) => ({
    windows: Int32Array.from(windows),
    since: Float64Array.from(since),
  })),
});

/**
 * Minutes that each person of a future waits from now on. One after another, in the order of coming, takes the window that can take them
 * first: what a hall does in which a window calls whoever came first of those whom it takes.
 */
function act({ from, to, takers }: Packed, future: Future, free: Float64Array, waits: Float64Array): void {
  free.set(from);
  free.set(future.free);
  const { comes, takes, groups } = future;
  for (let p = 0; p < comes.length; p++) {
    const came = comes[p]!;
    const { windows, since } = takers[groups[p]!]!;
    let best = -1;
    let start = Infinity;
    for (let i = 0; i < windows.length; i++) {
      const window = windows[i]!;
      let at = free[window]!;
      if (at < came) at = came;
      if (at < since[i]!) at = since[i]!;
      if (at < start && at < to[window]!) {
        start = at;
        best = window;
        if (at === came) break;
      }
    }
    if (best >= 0) free[best] = start + takes[p]!;
    waits[p] = best < 0 ? unserved : start - came;
  }
}

/** Futures of groups of windows that are looked at together; every question is put to the same ones. */
export class Outlook {
  #now: number;
  #parts: number;
  #layout: Layout;
  #futures: Future[];

  constructor(sights: Sight | readonly Sight[], count: number, seed: number, ...what: (string | number)[]) {
    const groups = 'now' in sights ? [sights] : sights;
    this.#now = groups[0]?.now ?? 0;
    this.#parts = groups[0]?.arrivals.length ?? 0;
    this.#layout = layoutOf(groups);
    const random = new Random(seed, 'outlook', ...what);
    this.#futures = Array.from({ length: count }, () => drawFuture(groups, random));
  }

  /** Each future with how long each of its people waits; the array of waits is the same one each time. */
  #actOut(change: Change, see: (future: Future, waits: Float64Array) => void): void {
    const layout = packed(changed(this.#layout, this.#now, change));
    const free = new Float64Array(layout.from.length);
    const waits = new Float64Array(Math.max(0, ...this.#futures.map(({ comes }) => comes.length)));
    for (const future of this.#futures) {
      act(layout, future, free, waits);
      see(future, waits);
    }
  }

  /** Mean minutes waited from now on, by group, as it stands or with what is done otherwise. */
  waits(change: Change = {}): number[] {
    const sums = this.#layout.takers.map(() => 0);
    this.#actOut(change, ({ groups }, waits) => {
      for (let p = 0; p < groups.length; p++) sums[groups[p]!]! += waits[p]!;
    });
    return sums.map((sum) => sum / this.#futures.length);
  }

  /** Mean minutes waited from now on by all together. */
  waited(change: Change = {}): number {
    return this.waits(change).reduce((sum, one) => sum + one, 0);
  }

  /**
   * Mean wait of those of some groups who come in each five minutes from now on, as it stands; NaN where nobody does. The first counts who
   * waits already.
   */
  course(of: readonly number[] = [0]): number[] {
    const into = Array.from({ length: this.#parts }, () => ({ waited: 0, people: 0 }));
    const counts = this.#layout.takers.map((_, group) => of.includes(group));
    this.#actOut({}, ({ groups, comes }, waits) => {
      for (let p = 0; p < groups.length; p++) {
        if (!counts[groups[p]!]) continue;
        const sum = into[Math.min(this.#parts - 1, Math.floor((comes[p]! - this.#now) / part))]!;
        sum.waited += waits[p]!;
        sum.people += 1;
      }
    });
    return into.map(({ waited, people }) => waited / people);
  }
}
