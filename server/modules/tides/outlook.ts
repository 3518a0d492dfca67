/**
 * What is likely to come: the next hours of one group of windows, drawn many times over from what can be seen now. Each drawn future is
 * one order of coming and of service times; every way of running the hall meets the same futures, so that small differences show.
 * Minutes are counted from midnight and may be fractions.
 */
import { Random } from '#platform/random';

/** A window from when it can take somebody until when it takes nobody more. */
export interface Spell {
  from: number;
  to: number;
}

/** What can be seen of a group of windows, and what history says of it. */
export interface Sight {
  now: number;
  /** When the doors close; nobody comes from then on, and whoever waits is served. */
  closes: number;
  /** How many wait, and the minutes that they have waited already, in all. */
  waiting: number;
  /** Windows with somebody: for how long they have had them, and until when the window is staffed. */
  busy: readonly { since: number; to: number }[];
  /** Windows without anybody, and windows that are planned to open. */
  spells: readonly Spell[];
  /** People expected in each five minutes from now on. */
  arrivals: readonly number[];
  /** How sure that is: people seen today, as far as they say how many still come. */
  seen: number;
  /** Minutes that people have kept a window, as history has them, in no order; at least one. */
  services: ArrayLike<number>;
}

/** One drawn future: when people come, how long each keeps a window, when the busy windows get free. */
interface Future {
  comes: Float64Array;
  takes: Float64Array;
  free: Float64Array;
}

const part = 5;

/** A standard normal draw (Box and Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

function drawFuture(sight: Sight, random: Random): Future {
  const { now, closes, waiting, arrivals, services, busy } = sight;
  const service = (): number => services[Math.floor(random.next() * services.length)]!;
  const spread = 1 / Math.sqrt(sight.seen + 1);
  const level = Math.exp(spread * normal(random) - (spread * spread) / 2);
  const comes: number[] = [];
  // People come at random: exponential gaps in a time that runs as fast as they are expected.
  let due = -Math.log(1 - random.next());
  for (let i = 0; i < arrivals.length; i++) {
    const expected = arrivals[i]! * level;
    const begins = now + i * part;
    while (due <= expected && expected > 0) {
      const at = begins + (due / expected) * part;
      if (at < closes) comes.push(at);
      due -= Math.log(1 - random.next());
    }
    due -= expected;
  }
  const count = waiting + comes.length;
  const free = Float64Array.from(busy, ({ since }) => {
    // Of the services of history, one that lasts longer than this one has lasted already.
    for (let i = 0; i < 12; i++) {
      const until = since + service();
      if (until > now) return until;
    }
    return now + service();
  });
  return { comes: Float64Array.from(comes), takes: Float64Array.from({ length: count }, service), free };
}

/** Minutes waited from now on by all who wait or come, by the time at which they enter or are there already. */
function waitedIn(sight: Sight, future: Future, more: readonly Spell[], into?: Float64Array, without?: Spell): number {
  const { now, waiting, busy, spells } = sight;
  const count = busy.length + spells.length + more.length + (without ? 1 : 0);
  const free = new Float64Array(count);
  const ends = new Float64Array(count);
  let n = 0;
  for (let i = 0; i < busy.length; i++) {
    free[n] = future.free[i]!;
    ends[n++] = busy[i]!.to;
  }
  for (const list of [spells, more])
    for (const { from, to } of list) {
      free[n] = Math.max(from, now);
      ends[n++] = to;
    }
  if (without) {
    // The window that goes is the one that is staffed longest: it goes after whom it has, and is back at the end.
    let gone = 0;
    for (let i = 1; i < n; i++) if (free[i]! < without.from && ends[i]! > ends[gone]!) gone = i;
    free[n] = without.to;
    ends[n++] = ends[gone]!;
    ends[gone] = without.from;
  }
  const people = future.takes.length;
  let sum = 0;
  for (let p = 0; p < people; p++) {
    const came = p < waiting ? now : future.comes[p - waiting]!;
    let best = -1;
    let start = Infinity;
    for (let i = 0; i < count; i++) {
      const at = free[i]! > came ? free[i]! : came;
      if (at < start && at < ends[i]!) {
        start = at;
        best = i;
      }
    }
    // Nobody is there for them before the end of what is looked at: an hour says that this is bad.
    const waited = best < 0 ? 60 : start - came;
    if (best >= 0) free[best] = start + future.takes[p]!;
    sum += waited;
    if (into) {
      const k = Math.min(into.length / 2 - 1, Math.floor((came - now) / part));
      into[2 * k]! += waited;
      into[2 * k + 1]! += 1;
    }
  }
  return sum;
}

/** Futures of a group; every question is put to the same ones. */
export class Outlook {
  #sight: Sight;
  #futures: Future[];

  constructor(sight: Sight, count: number, seed: number, ...what: (string | number)[]) {
    this.#sight = sight;
    const random = new Random(seed, 'outlook', ...what);
    this.#futures = Array.from({ length: count }, () => drawFuture(sight, random));
  }

  /** Mean minutes waited from now on by all together, with some windows more, and without one for a while. */
  waited(more: readonly Spell[] = [], without?: Spell): number {
    let sum = 0;
    for (const future of this.#futures) sum += waitedIn(this.#sight, future, more, undefined, without);
    return sum / this.#futures.length;
  }

  /** Mean wait of those who come in each five minutes from now on, NaN where nobody does; the first counts who waits already. */
  course(more: readonly Spell[] = []): number[] {
    const parts = this.#sight.arrivals.length;
    const into = new Float64Array(parts * 2);
    for (const future of this.#futures) waitedIn(this.#sight, future, more, into);
    return Array.from({ length: parts }, (_, i) => into[2 * i]! / into[2 * i + 1]!);
  }
}
