/** How a hall goes on from now, as far as its days before tell: `learned.ts` brought to this minute of this day. Pure. */
import { spanMinutes } from './day-history.ts';
import { draw } from './durations.ts';
import type { Comers, Course } from './hall-state.ts';
import type { Expected, Learned } from './learned.ts';

/** What today has shown so far. */
export interface Today {
  now: number;
  /** Tickets that entered the queue today. */
  came: number;
  /** Each window of the state, in its order, with the minutes at which it turned today. */
  windows: readonly { id: string; turns: readonly number[] }[];
  returnMinutes: number;
}

export function courseOf(learned: Learned, today: Today): Course {
  const { work, coming, between, missed, missAfter, back, backAfter, leaving } = learned;
  const { returnMinutes, now } = today;
  return {
    work,
    coming,
    between,
    missed,
    missAfter,
    back,
    backAfter,
    returnMinutes,
    leaving,
    comers: comersOf(learned, today),
    turns: today.windows.map(({ id, turns }) => turnsFrom(learned.turns.get(id) ?? [], turns, now)),
  };
}

const until = ({ perSpan }: Expected, now: number): number => {
  const whole = Math.min(Math.floor(now / spanMinutes), perSpan.length);
  let sum = 0;
  for (let i = 0; i < whole; i++) sum += perSpan[i]!;
  return sum + (perSpan[whole] ?? 0) * (now / spanMinutes - whole);
};
const errandAt = (upTo: Float64Array, share: number): number => {
  let at = 0;
  while (at < upTo.length - 1 && upTo[at]! <= share) at += 1;
  return at;
};

/** A busy day so far is busier than expected for the rest of it as well: the more has come, the more that is believed. */
function comersOf(learned: Learned, { now, came }: Today): Course['comers'] {
  const { plain, ahead, aheadMinutes, dayVariance } = learned;
  const prior = 1 / dayVariance;
  const seen = until(plain, now) + until(ahead, now);
  const share = (prior + came) / (prior + seen);
  const doubt = Math.sqrt(prior + came) / (prior + seen);
  return (chance) => {
    const today = Math.max(0, share + doubt * chance.normal());
    return (from, to) => drawSpan(from, to);
    function drawSpan(from: number, to: number): Comers {
      const drawn: [at: number, errand: number, rank: number][] = [];
      for (let i = Math.floor(from / spanMinutes); i * spanMinutes < to; i++) {
        const begins = Math.max(from, i * spanMinutes);
        const lasts = Math.min(to, (i + 1) * spanMinutes) - begins;
        const put = ({ perSpan, upTo }: Expected, rankOf: (at: number) => number): void => {
          for (let n = chance.count((today * (perSpan[i] ?? 0) * lasts) / spanMinutes); n > 0; n--) {
            const at = begins + chance.next() * lasts;
            drawn.push([at, errandAt(upTo, chance.next()), rankOf(at)]);
          }
        };
        put(plain, (at) => at);
        put(ahead, (at) => at - draw(aheadMinutes, chance));
      }
      drawn.sort((one, other) => one[0] - other[0]);
      return {
        at: drawn.map(([at]) => at),
        errand: drawn.map(([, errand]) => errand),
        rank: drawn.map(([, , rank]) => rank),
      };
    }
  };
}

/** What a window did on days on which it stood at this minute as it stands today: after as many turns, or at least open or not. */
function turnsFrom(days: readonly (readonly number[])[], today: readonly number[], now: number): number[][] {
  const done = today.filter((at) => at <= now).length;
  const so = days.map((turns) => turns.filter((at) => at <= now).length);
  const same = days.filter((_, i) => so[i] === done);
  const like = same.length >= 3 ? same : days.filter((_, i) => so[i]! % 2 === done % 2);
  // Who is there today although nobody was on any day before, or the other way round, stays as long as nothing is known.
  return like.map((turns) => turns.filter((at) => at > now));
}
