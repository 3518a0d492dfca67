/**
 * The oracle: it knows from what the days are drawn — rates, service times, spreads, who is quick, how breaks are planned, how many miss their
 * call — and sees the hall as everybody does, but not what was drawn. Its error is what nobody can avoid.
 */
import { Random } from '#platform/random';
import type { Chance } from '../../server/modules/hall/waits/chance.ts';
import { always, logNormalTable, normalQuantile, tabulate } from '../../server/modules/hall/waits/durations.ts';
import type { Comers, Course } from '../../server/modules/hall/waits/hall-state.ts';
import type { ActedDay, Question } from './days.ts';
import { drawTurns } from './days.ts';
import type { Shape } from './shapes.ts';

const appointmentLateness = { mean: -6, spread: 8 };

/** The share of a standard normal below: Abramowitz and Stegun 26.2.17, to seven digits. */
export function normalShare(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429)))); // prettier-ignore
  return z >= 0 ? 1 - tail : tail;
}

export function oracleCourse(shape: Shape, day: ActedDay, question: Question): Course {
  const { model, weekday } = day;
  const { day: drawn, setting } = model;
  const { now } = question.state;
  // The pace of a window lies in the state already.
  return {
    work: drawn.errands.map(({ minutes, spread }) => logNormalTable(minutes, spread)),
    coming: logNormalTable(drawn.coming, 0.5),
    between: always(setting.betweenMinutes),
    missed: drawn.missed,
    missAfter: always(setting.missMinutes),
    back: drawn.back,
    backAfter: tabulate((share) => 1 - 8 * Math.log(1 - share)),
    returnMinutes: setting.fairness.returnMinutes,
    leaving: drawn.patience === null ? 0 : 1 / drawn.patience,
    comers: comersOf(model.day, model.setting.fairness, now, question.came),
    turns: model.windows.map((_, w) => {
      const random = new Random(w, 'oracle', now);
      return Array.from({ length: 40 }, () => restOf(shape, w, weekday, question.turns[w]!, now, random));
    }),
  };
}

/** The rest of a window's day, given what it did so far. */
function restOf(
  shape: Shape,
  w: number,
  weekday: number,
  so: readonly number[],
  now: number,
  random: Random,
): number[] {
  const done = so.length;
  for (let tries = 0; tries < 400; tries++) {
    const turns = drawTurns(shape, w, weekday, random);
    if (turns.length === 0) {
      if (done === 0) return [];
      continue;
    }
    // A break that has begun lasts from when it did.
    if (done === 2) turns[2] = so[1]! + (turns[2]! - turns[1]!);
    if (done < turns.length && turns[done]! <= now) continue;
    return turns.slice(done);
  }
  return [];
}

/** Arrivals by the true rates; how busy this day is follows from the prior and from who has come so far. */
function comersOf(
  drawn: ActedDay['model']['day'],
  fairness: ActedDay['model']['setting']['fairness'],
  now: number,
  came: number,
): Course['comers'] {
  const { opens, closes, perHour, appointments, slotMinutes, priority, dayToDay, errands } = drawn;
  const part = (closes - opens) / perHour.length;
  const rateAt = (minute: number): number => (perHour[Math.floor((minute - opens) / part)] ?? 0) / 60;
  const { mean, spread } = appointmentLateness;
  const slots = Array.from({ length: Math.ceil((closes - opens) / slotMinutes) }, (_, i) => {
    const begins = Math.floor(opens / slotMinutes + i) * slotMinutes;
    let people = 0;
    for (let minute = Math.max(opens, begins); minute < Math.min(closes, begins + slotMinutes); minute++)
      people += rateAt(minute + 0.5) * appointments;
    return { begins, people };
  });
  let walked = 0;
  for (let minute = opens; minute < Math.min(now, closes); minute++)
    walked += rateAt(minute + 0.5) * (1 - appointments) * Math.min(1, now - minute);
  const booked = slots.reduce(
    (sum, { begins, people }) => sum + people * normalShare((now - begins - mean) / spread),
    0,
  );
  // The factor of the day: its log-normal prior on a grid, weighed by how likely so many people are under each.
  const sigma = Math.sqrt(Math.log(1 + dayToDay * dayToDay));
  const grid = Array.from({ length: 41 }, (_, i) =>
    Math.exp(sigma * normalQuantile((i + 0.5) / 41) - (sigma * sigma) / 2),
  );
  const logs = grid.map((factor) => came * Math.log(factor) - factor * (walked + booked));
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const total = weights.reduce((sum, one) => sum + one, 0);
  const shares = errands.map(({ share }) => share);
  const allShares = shares.reduce((sum, one) => sum + one, 0);
  return (chance) => {
    let left = chance.next() * total;
    const factor = grid[weights.findIndex((weight) => (left -= weight) < 0)] ?? 1;
    return (from, until) => {
      const found: [number, number, number][] = [];
      const put = (at: number, slot: number | null): void => {
        const isFirst = chance.next() < priority;
        const ahead = isFirst ? fairness.priorityMinutes : 0;
        const rank =
          slot !== null && at - slot <= fairness.graceMinutes
            ? slot - Math.max(ahead, fairness.appointmentMinutes)
            : at - ahead;
        found.push([at, errandOf(shares, allShares, chance), rank]);
      };
      for (let at = Math.max(from, opens); at < until;) {
        const ends = Math.min(until, opens + (Math.floor((at - opens) / part) + 1) * part);
        for (let n = chance.count(factor * rateAt(at) * (1 - appointments) * (ends - at)); n > 0; n--)
          put(at + chance.next() * (ends - at), null);
        at = Math.max(ends, at + 1e-6);
      }
      for (const { begins, people } of slots) {
        const low = normalShare((from - begins - mean) / spread);
        const high = until >= closes ? 1 : normalShare((until - begins - mean) / spread);
        if (high - low < 1e-5) continue;
        for (let n = chance.count(factor * people * (high - low)); n > 0; n--) {
          const share = Math.min(1 - 1e-9, Math.max(1e-9, low + (high - low) * chance.next()));
          put(Math.min(begins + mean + spread * normalQuantile(share), closes - 0.01), begins);
        }
      }
      found.sort((one, other) => one[0] - other[0]);
      return {
        at: found.map(([at]) => at),
        errand: found.map(([, errand]) => errand),
        rank: found.map(([, , rank]) => rank),
      } satisfies Comers;
    };
  };
}

function errandOf(shares: readonly number[], total: number, chance: Chance): number {
  let left = chance.next() * total;
  for (const [i, share] of shares.entries()) if ((left -= share) < 0) return i;
  return shares.length - 1;
}
