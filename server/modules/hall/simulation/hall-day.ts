/**
 * The people of a day, drawn before the day begins: when they come, for what, how long their work takes, whether they miss their call.
 * Nothing of it depends on what the hall does, so that two ways of running a hall meet the same people. Minutes are counted from
 * midnight and may be fractions.
 */
import { randomExponential, randomLogNormal, randomNormal, randomPoisson } from 'd3-random';
import { Random, weighted } from '#platform/random';
import type { Priority } from '../rank.ts';

/** What people come for, as it is drawn. */
export interface DrawnErrand {
  id: string;
  /** Its share of all who come; shares need not add up to 1. */
  share: number;
  /** Mean minutes at the window. */
  minutes: number;
  /** Standard deviation of these minutes as a share of their mean; log-normal, as service times of offices are. */
  spread: number;
}

/** From what the people of a day are drawn. */
export interface DrawnDay {
  opens: number;
  /** Nobody comes from here on. */
  closes: number;
  /** People per hour in consecutive equal parts of the time between opening and closing. */
  perHour: readonly number[];
  /** How much busier or quieter a whole day is than planned: standard deviation of a log-normal factor whose mean is 1. */
  dayToDay: number;
  errands: readonly DrawnErrand[];
  /** Share of people in a priority group. */
  priority: number;
  /** Share of people who come to an appointment, in slots of `slotMinutes`. */
  appointments: number;
  slotMinutes: number;
  /** Share of calls that nobody answers, and of those who missed one, how many come back. */
  missed: number;
  back: number;
  /** Mean minutes from the call to the window. */
  coming: number;
  /** Mean minutes after which people leave, exponential; null: nobody does. */
  patience: number | null;
}

/** Somebody who comes to the hall, with all that is still to happen to them. */
export interface Person {
  /** Sorts in the order of coming. */
  id: string;
  at: number;
  errandId: string;
  priority: Priority | null;
  slotAt: number | null;
  /** Minutes at a window whose pace is 1. */
  workMinutes: number;
  comingMinutes: number;
  /** How long after each missed call they are back; empty: they answer the first. */
  backAfter: readonly number[];
  /** Does not come back after the last missed call. */
  givesUp: boolean;
  /** Leaves after waiting so long; Infinity: never. */
  patience: number;
}

/** Log-normal minutes with a given mean; the spread is their standard deviation as a share of it. */
export function logNormal(random: Random, mean: number, spread: number): number {
  const variance = Math.log(1 + spread * spread);
  return randomLogNormal.source(() => random.next())(Math.log(mean) - variance / 2, Math.sqrt(variance))();
}

const groups: readonly Priority[] = ['elderly', 'elderly', 'elderly', 'disabled', 'soldier', 'pregnant'];

/** Draws the people of a day, in the order in which they come. The same seed and words draw the same people. */
export function drawDay(from: DrawnDay, seed: number, ...what: (string | number)[]): Person[] {
  const random = new Random(seed, 'hall day', ...what);
  const source = (): number => random.next();
  const part = (from.closes - from.opens) / from.perHour.length;
  const factor = logNormal(random, 1, from.dayToDay);
  const errandOf = weighted(from.errands.map((errand) => [errand, errand.share] as const));
  const exponential = randomExponential.source(source);
  const lateness = randomNormal.source(source)(-6, 8);
  const times = from.perHour.flatMap((perHour, i) =>
    Array.from(
      { length: randomPoisson.source(source)((perHour * factor * part) / 60)() },
      () => from.opens + (i + random.next()) * part,
    ),
  );
  const drawn = times.map((time): Omit<Person, 'id'> => {
    const errand = errandOf(random);
    const slotAt = random.chance(from.appointments)
      ? Math.min(Math.floor(time / from.slotMinutes) * from.slotMinutes, from.closes - from.slotMinutes)
      : null;
    const backAfter: number[] = [];
    let givesUp = false;
    while (!givesUp && backAfter.length < 2 && random.chance(from.missed)) {
      if (random.chance(from.back)) backAfter.push(1 + exponential(1 / 8)());
      else givesUp = true;
    }
    const at = slotAt === null ? time : Math.min(Math.max(slotAt + lateness(), from.opens), from.closes - 0.01);
    return {
      at,
      errandId: errand.id,
      priority: random.chance(from.priority) ? random.pick(groups) : null,
      slotAt,
      workMinutes: logNormal(random, errand.minutes, errand.spread),
      comingMinutes: logNormal(random, from.coming, 0.5),
      backAfter,
      givesUp,
      patience: from.patience === null ? Infinity : exponential(1 / from.patience)(),
    };
  });
  return drawn
    .toSorted((one, other) => one.at - other.at)
    .map((person, i) => ({ ...person, id: String(i + 1).padStart(6, '0') }));
}
