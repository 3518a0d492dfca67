/** One drawn future of some groups of windows: who comes when, how long each keeps a window, when the busy windows get free. */
import type { Random } from '#platform/random';
import type { Sight } from './outlook.ts';

/** People in the order of coming, those who wait already first; `comes` is now for them. */
export interface Future {
  comes: Float64Array;
  takes: Float64Array;
  groups: Uint8Array;
  /** By busy window, in the order of the groups. */
  free: Float64Array;
}

const part = 5;

/** A standard normal draw (Box and Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());

/** How many times as many come as are expected: the less was seen, the less is sure. */
function drawLevel({ seen }: Sight, random: Random): number {
  const spread = 1 / Math.sqrt(seen + 1);
  return Math.exp(spread * normal(random) - (spread * spread) / 2);
}

/** When people of a group come: at random, as many as are expected on average, times the level of the day. */
function drawComing({ now, closes, arrivals }: Sight, level: number, random: Random): number[] {
  const comes: number[] = [];
  // Exponential gaps in a time that runs as fast as people are expected.
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
  return comes;
}

/** When those of a group who wait now may have come, the last of them just now: as far apart as people come. */
function drawWaiting({ now, waiting, came, arrivals }: Sight): readonly number[] {
  if (came) return came;
  const gap = part / Math.max(arrivals[0] ?? 1, 0.5);
  return Array.from({ length: waiting }, (_, i) => now - (waiting - i) * gap);
}

/** When the busy windows of a group get free. */
function drawFree({ busy, now, services }: Sight, random: Random): number[] {
  const service = (): number => services[Math.floor(random.next() * services.length)]!;
  return busy.map(({ since }) => {
    // Of the services of history, one that lasts longer than this one has lasted already.
    for (let i = 0; i < 12; i++) {
      const until = since + service();
      if (until > now) return until;
    }
    return now + service();
  });
}

/** Draws one future; several groups are one stream of people, in the order of coming. */
export function drawFuture(sights: readonly Sight[], random: Random): Future {
  const levels = new Map<unknown, number>();
  const came = sights.map((sight) => {
    const { crowd = sight } = sight;
    const level = levels.get(crowd) ?? drawLevel(sight, random);
    levels.set(crowd, level);
    return [...drawWaiting(sight), ...drawComing(sight, level, random)];
  });
  const count = came.reduce((sum, { length }) => sum + length, 0);
  const future = {
    comes: new Float64Array(count),
    takes: new Float64Array(count),
    groups: new Uint8Array(count),
    free: Float64Array.from(sights.flatMap((sight) => drawFree(sight, random))),
  };
  const next = sights.map(() => 0);
  for (let p = 0; p < count; p++) {
    let group = -1;
    let first = Infinity;
    for (let g = 0; g < came.length; g++) {
      const at = came[g]![next[g]!] ?? Infinity;
      if (at < first) [group, first] = [g, at];
    }
    next[group]! += 1;
    const { now, services } = sights[group]!;
    future.comes[p] = Math.max(first, now);
    future.takes[p] = services[Math.floor(random.next() * services.length)]!;
    future.groups[p] = group;
  }
  return future;
}
