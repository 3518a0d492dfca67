/**
 * Hours of a real office, as a queue system exports them: people, real wait and that system's own estimate. Each hour is foretold from hours
 * before it alone. See README.md for the format.
 */
import { readFileSync } from 'node:fs';
import { weekdayOf } from '#modules/deadlines';

export interface OfficeHour {
  day: string;
  hour: number;
  people: number;
  /** Minutes. */
  waited: number;
  estimated: number;
}

export class CasesProblem extends Error {}

const columns = { date: 'date', hour: 'hour', walkIn: ['waitingcount', 'waitingtime', 'waitingcalculated'], booked: ['waitingcount_termin', 'waitingtime_termin', 'waitingcalculated_termin'] } as const; // prettier-ignore

/** Reads a file: hours with people in it, of walk-ins and of appointments. Throws `CasesProblem` with a sentence. */
export function readOffice(file: string): { walkIn: OfficeHour[]; booked: OfficeHour[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new CasesProblem(`${file} cannot be read as JSON: ${(error as Error).message}`);
  }
  const outer = parsed as { data?: { dictionary?: unknown; data?: unknown }; dictionary?: unknown };
  const sheet = (outer.dictionary ? outer : outer.data) as { dictionary?: unknown; data?: unknown } | undefined;
  if (!Array.isArray(sheet?.dictionary) || !Array.isArray(sheet.data))
    throw new CasesProblem(`${file} has no "dictionary" and "data" lists`);
  const places = new Map((sheet.dictionary as { variable: string; position: number }[]).map(({ variable, position }) => [variable, Number(position)])); // prettier-ignore
  const rows = sheet.data as unknown[][];
  const read = ([people, waited, estimated]: readonly [string, string, string]): OfficeHour[] => {
    if (!places.has(people)) return [];
    return rows
      .map((row): OfficeHour => {
        const value = (name: string): number => Number(row[places.get(name) ?? -1] ?? Number.NaN);
        return {
          day: String(row[places.get(columns.date) ?? -1]),
          hour: value(columns.hour),
          people: value(people),
          waited: value(waited),
          estimated: value(estimated),
        };
      })
      .filter((one, i) => {
        if (!/^\d{4}-\d{2}-\d{2}$/.test(one.day) || ![one.hour, one.people, one.waited, one.estimated].every(Number.isFinite))
          throw new CasesProblem(`${file}: row ${i + 1} needs date, hour, ${people}, ${waited} and ${estimated} as numbers`); // prettier-ignore
        return one.people > 0;
      })
      .toSorted((one, other) => (one.day === other.day ? one.hour - other.hour : one.day < other.day ? -1 : 1));
  };
  return { walkIn: read(columns.walkIn), booked: read(columns.booked) };
}

/** What may be used of the hour itself and of hours of the same day. */
export interface Inputs {
  /** The system's estimate of this hour, which stands on the wall when it begins. */
  estimate: boolean;
  /** Hours of today only if everybody of them has been called by then. */
  strict: boolean;
}

function weightedMedian(pairs: readonly (readonly [value: number, weight: number])[]): number | undefined {
  const rising = pairs.filter(([, weight]) => weight > 0).toSorted(([one], [other]) => one - other);
  let left = rising.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  return rising.find(([, weight]) => (left -= weight) <= 0)?.[0];
}

/** Ways to tell an hour from what was before it; those that have nothing to go by are left out. */
function ways(before: readonly OfficeHour[], now: OfficeHour, { estimate, strict }: Inputs): Map<string, number> {
  const days = [...new Set(before.map(({ day }) => day))].filter((day) => day !== now.day);
  const fresh = new Map(days.map((day, i) => [day, 0.9 ** (days.length - 1 - i)]));
  const earlier = before.filter(({ day }) => day !== now.day);
  const today = before.filter((one) => one.day === now.day && (!strict || (one.hour + 1) * 60 + one.waited <= now.hour * 60)); // prettier-ignore
  const found = new Map<string, number>();
  const put = (name: string, minutes: number | undefined): void => {
    if (minutes !== undefined) found.set(name, Math.max(0, minutes));
  };
  const near = earlier.filter(({ hour }) => Math.abs(hour - now.hour) <= 1);
  const alike = ({ day, hour }: OfficeHour): number =>
    fresh.get(day)! * (weekdayOf(day) === weekdayOf(now.day) ? 4 : 1) * 0.3 ** Math.abs(hour - now.hour);
  put('hour', weightedMedian((near.length > 0 ? near : earlier).map((one) => [one.waited, near.length > 0 ? alike(one) : 1]))); // prettier-ignore
  const last = today.at(-1);
  if (last) {
    const changes = earlier.flatMap((one, i): [number, number][] => {
      const next = earlier[i + 1];
      return next?.day === one.day ? [[(next.waited - one.waited) / (next.hour - one.hour), fresh.get(one.day)!]] : [];
    });
    put('today', last.waited + (weightedMedian(changes) ?? 0) * (now.hour - last.hour));
  }
  if (estimate) {
    const known = [...earlier, ...today].filter((one) => one.estimated > 0);
    const factor = weightedMedian(known.map((one) => [one.waited / one.estimated, one.estimated * one.people])) ?? 1;
    put('estimate', factor * now.estimated);
    if (last && last.estimated > 0) put('ratio', (now.estimated * last.waited) / last.estimated);
  }
  return found;
}

/** As many minutes of error as a way is taken to have before it has any. */
const prior = 80;

/** Foretells each hour from those before it; each way counts by how it did so far. `history`: earlier months. */
export function foretell(history: readonly OfficeHour[], hours: readonly OfficeHour[], inputs: Inputs): number[] {
  const errors = new Map<string, [sum: number, count: number]>();
  const all = [...history, ...hours];
  return all
    .map((now, i) => {
      const found = ways(all.slice(0, i), now, inputs);
      const situation = found.has('today');
      let [sum, weights] = [0, 0];
      for (const [name, minutes] of found) {
        const [error, count] = errors.get(`${name} ${situation}`) ?? [0, 0];
        const weight = ((error + prior) / (count + 1)) ** -4;
        sum += weight * minutes;
        weights += weight;
      }
      // What was foretold is compared only after it was said.
      for (const [name, minutes] of found) {
        const [error, count] = errors.get(`${name} ${situation}`) ?? [0, 0];
        errors.set(`${name} ${situation}`, [error + Math.abs(minutes - now.waited), count + 1]);
      }
      return weights > 0 ? sum / weights : 0;
    })
    .slice(history.length);
}

export type Weigh = (hour: OfficeHour) => number;
export const byPeople: Weigh = ({ people }) => people;
export const byHour: Weigh = () => 1;

export function errorOf(hours: readonly OfficeHour[], told: readonly number[], weigh: Weigh): number {
  const weights = hours.reduce((sum, one) => sum + weigh(one), 0);
  return hours.reduce((sum, one, i) => sum + weigh(one) * Math.abs(told[i]! - one.waited), 0) / weights;
}

/** The factor that makes the system's estimate err least on these very hours: a weighted median of ratios. */
export const bestFactor = (hours: readonly OfficeHour[], weigh: Weigh): number =>
  weightedMedian(hours.filter(({ estimated }) => estimated > 0).map((one) => [one.waited / one.estimated, one.estimated * weigh(one)])) ?? 1; // prettier-ignore
