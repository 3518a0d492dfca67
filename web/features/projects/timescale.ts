/** Days as places on a line: what of a project is in sight, and where its lines are drawn. Pure. */

/** Whole days since 1970 of a day. */
export const numberOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const dayOfNumber = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** What is in sight: from the beginning of a day, so many days. */
export interface Sight {
  first: number;
  days: number;
}

export const leastDays = 7;

/** The whole of it with a little room at both ends. */
export function wholeSight(days: readonly string[]): Sight {
  const numbers = days.map(numberOfDay);
  const first = Math.min(...numbers) - 2;
  return { first, days: Math.max(leastDays, Math.max(...numbers) - first + 4) };
}

/** Nearer or farther, with the same day in the middle. */
export function zoomed({ first, days }: Sight, factor: number, most: number): Sight {
  const next = Math.round(Math.min(Math.max(days * factor, leastDays), most));
  return { first: Math.round(first + (days - next) / 2), days: next };
}

/** Moved by a part of what is in sight, at least a day. */
export const moved = ({ first, days }: Sight, share: number): Sight => ({
  first: first + Math.sign(share) * Math.max(1, Math.round(Math.abs(share) * days)),
  days,
});

export const centred = ({ days }: Sight, day: string): Sight => ({
  first: numberOfDay(day) - Math.floor(days / 2),
  days,
});

/** Where the beginning of a day stands, in hundredths of the width. */
export const placeOf = ({ first, days }: Sight, day: string, plus = 0): number =>
  ((numberOfDay(day) + plus - first) / days) * 100;

const steps = [1, 2, 7, 14, 28, 91, 182] as const;

/** Days at which a line is drawn: every day when there is room, at most fourteen in sight otherwise. */
export function gridOf({ first, days }: Sight): { every: number; days: string[] } {
  const every = steps.find((step) => days / step <= 14) ?? 364;
  const begin = Math.ceil(first / every) * every;
  const count = Math.max(0, Math.ceil((first + days - begin) / every));
  return { every, days: Array.from({ length: count }, (_, at) => dayOfNumber(begin + at * every)) };
}
